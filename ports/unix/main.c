/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The command line: ouro [options] [file | -c CODE | -m MODULE] [args].
 *
 * All memory of the interpreter is one mapping of the size that -X memory= states, under a TLSF outer
 * heap.  The interpreter runs on a thread whose C stack has a fixed size, with a canary below it.
 */
#include "options.h"
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <ouro/embed.h>

#include <ouro/outer_libc.h>
#include <ouro/inspect.h>
#include <ouro/supervisor.h>

void port_flush(void);
void port_idle(void);

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1 /* as gcc says it */
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define C_STACK_SIZE (16u << 20) /* frames are several times larger there */
#else
#define C_STACK_SIZE ((size_t)OU_WORD_BITS * 16384) /* 1 MB, 512 KB */
#endif
#define C_STACK_MARGIN 65536 /* for C code that does not check */
#define CANARY 0x6f75726fu

struct session {
    struct options options;
    struct ou_outer *outer;
    char *stack;
    int status;
};

static struct ou_vm *interrupted_vm; /* for the signal handler */

/* The prompt is about to wait for a key. */
void port_idle(void)
{
    struct pollfd typed = {.fd = 0, .events = POLLIN};
    while (interrupted_vm && poll(&typed, 1, 0) == 0 && ou_memory_idle(interrupted_vm, OU_MEMORY_FOREVER)) {}
}

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    if (interrupted_vm)
        ou_vm_interrupt(interrupted_vm);
}

/* sys.path[0]: the directory of the script; then OUROPATH, MICROPYPATH. */
static int set_path(struct ou_vm *vm, const struct options *o)
{
    char directory[4096] = "";
    const char *slash = o->kind == RUN_FILE ? strrchr(o->path, '/') : NULL;
    if (slash && (size_t)(slash - o->path) < sizeof directory) {
        size_t n = slash == o->path ? 1 : (size_t)(slash - o->path);
        memcpy(directory, o->path, n);
        directory[n] = 0;
    }
    if (ou_vm_add_path(vm, directory) < 0)
        return -1;
    const char *path = getenv("OUROPATH");
    if (!path)
        path = getenv("MICROPYPATH");
    while (path && *path) {
        size_t n = strcspn(path, ":");
        if (n && n < sizeof directory) {
            memcpy(directory, path, n);
            directory[n] = 0;
            if (ou_vm_add_path(vm, directory) < 0)
                return -1;
        }
        path += n + (path[n] == ':');
    }
    return 0;
}

static int set_args(struct ou_vm *vm, const struct options *o)
{
    static const char *const first[] = {"", "-c", "-m"};
    if (ou_vm_add_arg(vm, o->kind >= RUN_FILE ? o->what : first[o->kind]) < 0)
        return -1;
    for (int i = 0; i < o->n_args; i++)
        if (ou_vm_add_arg(vm, o->args[i]) < 0)
            return -1;
    return 0;
}

static int run(struct ou_vm *vm, const struct options *o)
{
    switch (o->kind) {
    case RUN_CODE: return ou_vm_run_text(vm, o->what, strlen(o->what), "<string>");
    case RUN_MODULE: return ou_vm_run_module(vm, o->what);
    case RUN_FILE: return ou_vm_run_file(vm, o->path);
    case RUN_PRECOMPILE: return ou_vm_precompile(vm, o->path, o->what, o->output);
    default: return ou_repl_run(vm);
    }
}

static void complain(const char *what, const char *path, int status)
{
    fprintf(stderr, "ouro: %s %s: %s\n", what, path, strerror(-status));
}

static int write_dump(void *ctx, const char *text, size_t n)
{
    return fwrite(text, 1, n, ctx) == n ? 0 : -EIO;
}

/* The heap as the program leaves it, without the garbage. */
static void dump_heap(struct ou_vm *vm, const char *path)
{
    FILE *f = fopen(path, "w");
    int status = f ? 0 : -errno;
    if (f) {
        ou_memory_collect(vm);
        status = ou_memory_dump(vm, write_dump, f);
        if (fclose(f) != 0 && status >= 0)
            status = -errno;
    }
    if (status < 0)
        complain("-X heapdump:", path, status);
}

static bool start_profile(struct ou_vm *vm, const struct options *o)
{
    static struct ou_outer tools; /* not of the stated memory */
    static struct ou_libc_pool pool;
    if (!tools.pools) {
        ou_outer_init(&tools);
        ou_outer_add_libc(&tools, &pool, 0, OU_MEM_ANY);
    }
    return !OU_WITH_HEAP_VIEW || !o->memprofile || ou_memprofile_start(vm, &tools) == 0;
}

static void finish_profile(struct ou_vm *vm, const char *path)
{
    int status = ou_memprofile_finish(vm, path);
    if (status < 0)
        complain("-X memprofile:", path, status);
}

static const struct ou_rom_module *const modules[] = {
#if OU_WITH_SOCKETS
    &ou_module_select, &ou_module_socket,
#endif
#if OU_WITH_OS
    &ou_module_os,
#endif
    NULL};

static int one_vm(struct session *s)
{
    const struct options *o = &s->options;
    struct ou_vm_config config = {.c_stack_base = s->stack + C_STACK_SIZE,
                                  .modules = modules,
                                  .keep_names = o->names,
                                  .c_stack_size = C_STACK_SIZE - C_STACK_MARGIN};
    struct ou_vm *vm = ou_vm_new(s->outer, &config);
    if (!vm) {
        fprintf(stderr, "ouro: %zu bytes of memory are too few to start the interpreter\n", o->memory);
        return 1;
    }
    interrupted_vm = vm;
    int status = 1;
    if (ou_stress_set(vm, o->stress) < 0)
        fprintf(stderr, "ouro: -X gcstress=%s: this build has no such switch (build with OU_DEBUG >= 1)\n",
                o->stress);
    else if (!start_profile(vm, o))
        fprintf(stderr, "ouro: no memory for -X memprofile\n");
    else if (set_path(vm, o) < 0 || set_args(vm, o) < 0)
        ou_exc_print(vm);
    else
        status = run(vm, o);
    port_flush();
    if (OU_WITH_HEAP_VIEW && ou_memprofile_is_on(vm))
        finish_profile(vm, o->memprofile);
    if (OU_WITH_HEAP_VIEW && o->heap_dump)
        dump_heap(vm, o->heap_dump);
    if (o->show_memory)
        ou_report_memory(vm);
    interrupted_vm = NULL;
    ou_vm_delete(vm);
    port_flush();
    return status;
}

static void *session_main(void *argument)
{
    struct session *s = argument;
    size_t before = ou_memory_used(s->outer);
    do {
        s->status = one_vm(s);
        if (s->status == OU_REPL_SOFT_RESET)
            ou_report_reset(before, ou_memory_used(s->outer), ou_memory_total(s->outer));
    } while (s->status == OU_REPL_SOFT_RESET);
    return NULL;
}

static void *map(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

int main(int argc, char **argv)
{
    struct session s = {.status = 1};
    if (!parse_options(argc, argv, &s.options))
        return s.options.status;
    char *absolute = s.options.kind == RUN_FILE ? realpath(s.options.what, NULL) : NULL;
    if (absolute && strcmp(s.options.what, "/dev/stdin") != 0)
        s.options.path = absolute; /* what sys.path[0], __file__ and tracebacks show; not argv[0] */
    void *memory = map(s.options.memory);
    s.stack = map(C_STACK_SIZE);
    s.outer = memory ? ou_memory_init(memory, s.options.memory) : NULL;
    if (!s.stack || !s.outer) {
        fprintf(
            stderr,
            "ouro: -X memory=%zu: that size cannot be had; give one between 2k and what the machine has\n",
            s.options.memory);
        return 1;
    }
#if OU_DEBUG >= 3
    static struct ou_libc_pool shadows; /* the verifier's copies of blocks, outside of the stated memory */
    ou_outer_add_libc(s.outer, &shadows, 0, OU_MEM_DEBUG);
#endif
    *(uint32_t *)(void *)s.stack = CANARY;
    struct sigaction action = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &action, NULL);
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstack(&attributes, s.stack, C_STACK_SIZE);
    if (pthread_create(&thread, &attributes, session_main, &s) != 0) {
        fprintf(stderr, "ouro: cannot start the interpreter's thread\n");
        return 1;
    }
    /* Ctrl-C interrupts what the interpreter's thread waits for, not this wait. */
    sigset_t interrupts;
    sigemptyset(&interrupts);
    sigaddset(&interrupts, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupts, NULL);
    pthread_join(thread, NULL);
    if (*(uint32_t *)(void *)s.stack != CANARY) {
        fprintf(stderr, "ouro: the C stack overflowed\n");
        abort();
    }
    free(absolute);
    return s.status;
}
