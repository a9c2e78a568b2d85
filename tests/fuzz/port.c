/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the fuzz targets share: a port whose files and console are shut (programs see ENOENT and silence), a watchdog
 * that ends runs which take too long, and a VM in a small memory that is audited when it goes.
 *
 * OURO_STRESS in the environment sets stress switches, as `ouro -X gcstress=` does: "always,poison".
 */
#include "fuzz.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "object/core/vm.h"
#include <ouro/supervisor.h>

#define MEMORY (256 * 1024)
#define RUN_MS 150

/* -- the port: no output, no input -- */

void ou_port_write(int fd, const char *text, size_t n) { (void)fd, (void)text, (void)n; }
uint64_t ou_port_ticks_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000u + (uint64_t)t.tv_nsec / 1000;
}
uint64_t ou_port_processor_us(void) { return ou_port_ticks_us(); }
uint64_t ou_port_epoch_ns(void) { return 1700000000u * (uint64_t)1000000000u; }
void ou_port_sleep_us(uint64_t us) { (void)us; }
uint32_t ou_port_entropy(void) { return 4; }
void ou_port_report(const char *text) { fprintf(stderr, "report: %s\n", text); }
_Noreturn void ou_port_panic(const char *file, int line, const char *text)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, text);
    abort();
}
int ou_port_console_get(void) { return -1; }
void ou_port_console_raw(int on) { (void)on; }
int ou_port_file_open(const char *path, int flags)
{
    (void)path, (void)flags;
    return -2; /* ENOENT */
}
int ou_port_file_close(int handle)
{
    (void)handle;
    return 0;
}
long ou_port_file_read(int handle, void *buffer, size_t n)
{
    (void)handle, (void)buffer, (void)n;
    return 0;
}
long ou_port_file_write(int handle, const void *data, size_t n)
{
    (void)handle, (void)data;
    return (long)n;
}
long ou_port_file_seek(int handle, long offset, int whence)
{
    (void)handle, (void)whence;
    return offset;
}
int ou_port_file_kind(const char *path)
{
    (void)path;
    return 0;
}
const void *ou_port_file_map(int handle)
{
    (void)handle;
    return NULL;
}

/* -- the watchdog -- */

static _Atomic(struct ou_vm *) running;
static _Atomic uint64_t deadline;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* running is not deleted while it is held */

static void *watch(void *unused)
{
    (void)unused;
    for (;;) {
        usleep(20000);
        pthread_mutex_lock(&lock);
        struct ou_vm *vm = running;
        if (vm && ou_port_ticks_us() > deadline)
            ou_vm_stop(vm);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static void set_running(struct ou_vm *vm)
{
    pthread_mutex_lock(&lock);
    deadline = ou_port_ticks_us() + RUN_MS * 1000;
    running = vm;
    pthread_mutex_unlock(&lock);
}

int fuzz_in_vm(const void *stack_base, void (*run)(struct ou_vm *vm, const uint8_t *data, size_t size),
               const uint8_t *data, size_t size)
{
    static _Alignas(16) char memory[MEMORY];
    static bool started;
    pthread_t thread;
    if (!started) {
        pthread_create(&thread, NULL, watch, NULL);
        started = true;
    }
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    size_t before = ou_memory_used(outer);
    struct ou_vm_config config = {.c_stack_base = stack_base, .c_stack_size = 2u << 20};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    if (!vm)
        abort();
    if (ou_stress_set(vm, getenv("OURO_STRESS")) < 0)
        abort();
    set_running(vm);
    run(vm, data, size);
    set_running(vm);
    ou_vm_finish(vm);
    set_running(NULL);
    if (ou_gc_verify(&vm->heap) < 0 || ou_outer_audit(outer) < 0)
        abort();
    ou_vm_delete(vm);
    if (ou_memory_used(outer) != before)
        abort();
    return 0;
}
