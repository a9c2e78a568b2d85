/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the board does: with a host that gives a command line, runs its program and ends with its status; without,
 * main.py of its own files if there is one, and then the prompt on the UART, for ever.
 *
 * Command line: name [-Xmemory=BYTES] [-Xpath=FILE] [--mem] {FILE | -c CODE} [argument ...].  Words are separated by
 * one space; %XX in them is a byte.  path is what messages call the file, if not FILE.
 */
#include <board.h>
#include <ouro/embed.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"
#include <ouro/outer.h>
#include <ouro/supervisor.h>

#define COMMAND_LINE_MAX 2048

struct options {
    size_t memory;    /* of everything the interpreter allocates; 0: all there is */
    const char *file; /* or NULL */
    const char *path; /* of the file, for messages */
    const char *code; /* or NULL */
    const char *args; /* words of sys.argv, each with a NUL, up to end */
    const char *end;
    bool show_memory;
};

static struct ou_outer outer;

static void say(const char *text) { ou_port_write(2, text, strlen(text)); }

/* -- the command line -- */

static unsigned hex(char c) { return (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10) & 15; }

/* In place: words end with NUL, and %XX is decoded.  Where the last one ends. */
static const char *split(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from == ' ')
            *to++ = 0;
        else if (*from == '%' && from[1] && from[2]) {
            *to++ = (char)(hex(from[1]) << 4 | hex(from[2]));
            from += 2;
        } else
            *to++ = *from;
    }
    *to = 0;
    return to + 1;
}

static const char *next(const char *word) { return word + strlen(word) + 1; }

static bool starts_with(const char *word, const char *with) { return !strncmp(word, with, strlen(with)); }

static size_t number(const char *digits)
{
    size_t n = 0;
    for (; *digits >= '0' && *digits <= '9'; digits++)
        n = n * 10 + (size_t)(*digits - '0');
    return n;
}

static void parse(const char *word, struct options *o)
{
    for (; word < o->end && *word == '-' && strcmp(word, "-c") != 0; word = next(word)) {
        if (!strcmp(word, "--mem"))
            o->show_memory = true;
        else if (starts_with(word, "-Xmemory="))
            o->memory = number(word + 9);
        else if (starts_with(word, "-Xpath="))
            o->path = word + 7;
        else {
            say("ouro: unknown option ");
            say(word);
            say("\n");
            board_end(2);
        }
    }
    o->args = word;
    if (word < o->end && !strcmp(word, "-c"))
        o->code = next(word) < o->end ? next(word) : "";
    else if (word < o->end)
        o->file = word;
    if (!o->path)
        o->path = o->file;
}

/* Its text lies at the end of RAM, which is not the heap's then: what is left begins at the result. */
static char *read_options(struct options *o)
{
    uintptr_t end = (uintptr_t)heap_high;
    char *buffer = (char *)(end - COMMAND_LINE_MAX);
    size_t n = host_command_line(buffer, COMMAND_LINE_MAX);
    if (!n)
        return heap_high;
    char *text = (char *)((end - n - 1) & ~(uintptr_t)7);
    memmove(text, buffer, n + 1);
    o->end = split(text);
    parse(next(text), o); /* the first word is the program's name */
    return text;
}

/* -- memory -- */

/* The fast memory first: what fits is in it. */
static bool add_pools(char *high, size_t wanted)
{
    size_t fast = (size_t)(high - heap_low), slow = BOARD_SLOW_RAM_SIZE;
    if (wanted && wanted < fast) {
        fast = wanted;
        slow = 0;
    } else if (wanted && wanted - fast < slow)
        slow = wanted - fast;
    ou_outer_init(&outer);
    if (ou_outer_add_pool(&outer, heap_low, fast, OU_MEM_FAST | OU_MEM_DMA) < 0)
        return false;
    if (slow && ou_outer_add_pool(&outer, (void *)(uintptr_t)BOARD_SLOW_RAM, slow, OU_MEM_SLOW) < 0)
        slow = 0; /* a rest too small for a pool */
    ou_outer_set_reserve(&outer, BOARD_RESERVE);
    return true;
}

/* -- running -- */

static int set_path(struct ou_vm *vm, const struct options *o)
{
    char directory[256] = "";
    const char *slash = o->path ? strrchr(o->path, '/') : NULL;
    size_t n = !slash ? 0 : slash == o->path ? 1 : (size_t)(slash - o->path);
    if (n < sizeof directory) {
        memcpy(directory, o->path, n);
        directory[n] = 0;
    }
    return ou_vm_add_path(vm, directory);
}

static int set_args(struct ou_vm *vm, const struct options *o)
{
    const char *word = o->args;
    if (word == o->end) /* the prompt */
        return ou_vm_add_arg(vm, "");
    if (o->code) {
        if (ou_vm_add_arg(vm, word) < 0)
            return -1;
        word = next(next(word));
    }
    for (; word < o->end; word = next(word))
        if (ou_vm_add_arg(vm, word) < 0)
            return -1;
    return 0;
}

static int run(struct ou_vm *vm, const struct options *o)
{
    if (set_path(vm, o) < 0 || set_args(vm, o) < 0) {
        ou_exc_print(vm);
        return 1;
    }
    if (o->code)
        return ou_vm_run_text(vm, o->code, strlen(o->code), "<string>");
    if (o->file)
        return ou_vm_run_file(vm, o->path);
    ou_run_main(vm);
    if (soft_reset_wanted()) /* by machine.soft_reset() */
        return OU_REPL_SOFT_RESET;
    return ou_repl_run(vm);
}

static const struct ou_rom_module *const modules[] = {&ou_module_machine,
#if OU_WITH_OS
                                                      &ou_module_os,
#endif
                                                      NULL};

static int one_vm(const struct options *o)
{
    struct ou_vm_config config = {
        .c_stack_base = c_stack_high,
        .modules = modules,
        .c_stack_size = (size_t)(c_stack_high - c_stack_low) - BOARD_C_STACK_MARGIN,
    };
    struct ou_vm *vm = ou_vm_new(&outer, &config);
    if (!vm) {
        say("ouro: these bytes of memory are too few to start the interpreter\n");
        return 1;
    }
    running_vm = vm;
    int status = run(vm, o);
    if (o->show_memory)
        ou_report_memory(vm);
    running_vm = NULL;
    ou_vm_delete(vm);
    return status;
}

__attribute__((used)) _Noreturn void board_main(void)
{
    struct options o = {0};
    char *high = read_options(&o);
    if (!add_pools(high, o.memory)) {
        say("ouro: these bytes of memory are too few for a heap\n");
        board_end(1);
    }
    files_init(&outer);
    size_t before = ou_memory_used(&outer);
    for (;;) {
        int status = one_vm(&o);
        if (!soft_reset_wanted() && status != OU_REPL_SOFT_RESET)
            board_end(status);
        soft_reset_done();
        /* Files in RAM stay, and are no part of what the VM has to give back. */
        ou_report_reset(before + files_used(), ou_memory_used(&outer), ou_memory_total(&outer));
    }
}
