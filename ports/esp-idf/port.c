/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Memory, time, and the task of the interpreter.
 *
 * The task's stack has a fixed size, of which the interpreter is told the most but a margin; FreeRTOS has a canary of its
 * own at the end.
 */
#include "port.h"
#include "heap_caps.h"
#include "ouro_esp.h"
#include <ouro/supervisor.h>
#include <esp_heap_caps.h>
#include <esp_random.h>
#include <esp_system.h>
#include <esp_timer.h>
#include <freertos/FreeRTOS.h>
#include <freertos/task.h>
#include <ouro/port.h>
#include <sdkconfig.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#define STACK_MARGIN 3072 /* for C code that does not check, and for interrupts */

static struct ou_outer outer;
static const struct ouro_application *application;

/* -- time -- */

uint64_t ou_port_ticks_us(void) { return (uint64_t)esp_timer_get_time(); }

uint64_t ou_port_processor_us(void) { return ou_port_ticks_us(); }

uint64_t ou_port_epoch_ns(void)
{
    struct timeval t;
    gettimeofday(&t, NULL);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_usec * 1000u;
}

/* Whole ticks are left to other tasks; the rest is waited for. */
void ou_port_sleep_us(uint64_t us)
{
    uint64_t end = ou_port_ticks_us() + us, tick = portTICK_PERIOD_MS * 1000u;
    if (us >= tick && ulTaskNotifyTake(pdTRUE, (TickType_t)(us / tick))) /* Ctrl-C */
        return;
    while (ou_port_ticks_us() < end)
        ;
}

uint32_t ou_port_entropy(void) { return esp_random(); }

_Noreturn void ou_port_panic(const char *file, int line, const char *text)
{
    fprintf(stderr, "ouro: %s:%d: assertion failed: %s\n", file, line, text);
    abort();
}

/* -- memory -- */

static bool add_internal(void)
{
#if !CONFIG_OURO_POOL_EXTERNAL
    static const struct ou_caps_config config = {.caps =
                                                     MALLOC_CAP_INTERNAL | MALLOC_CAP_DMA | MALLOC_CAP_8BIT,
                                                 .attributes = OU_MEM_FAST | OU_MEM_DMA,
                                                 .budget = CONFIG_OURO_INTERNAL_BUDGET,
                                                 .reserve = CONFIG_OURO_INTERNAL_RESERVE,
                                                 .block = CONFIG_OURO_INTERNAL_BLOCK};
    static struct ou_caps_pool pool;
    return ou_outer_add_caps(&outer, &pool, &config) == 0;
#else
    return false;
#endif
}

static bool add_external(void)
{
#if !CONFIG_OURO_POOL_INTERNAL
    static const struct ou_caps_config config = {.caps = MALLOC_CAP_SPIRAM | MALLOC_CAP_8BIT,
                                                 .attributes = OU_MEM_SLOW,
                                                 .budget = CONFIG_OURO_EXTERNAL_BUDGET,
                                                 .reserve = CONFIG_OURO_EXTERNAL_RESERVE};
    static struct ou_caps_pool pool;
    return ou_outer_add_caps(&outer, &pool, &config) == 0;
#else
    return false;
#endif
}

static bool add_pools(void)
{
    ou_outer_init(&outer);
#if CONFIG_OURO_POOL_EXTERNAL_FIRST
    bool first = add_external(), second = add_internal();
#else
    bool first = add_internal(), second = add_external();
#endif
    return first || second;
}

/* -- the task -- */

static int run(struct ou_vm *vm)
{
    if (ou_vm_add_path(vm, "") < 0 || ou_vm_add_arg(vm, "") < 0) {
        ou_exc_print(vm);
        return 1;
    }
    ou_run_main(vm);
    return ou_repl_run(vm);
}

static const struct ou_rom_module *const modules[] = {
#if OU_WITH_OS
    &ou_module_os,
#endif
    NULL};

static int one_vm(const void *stack)
{
    struct ou_vm_config config = {
        .c_stack_base = stack,
        .modules = application && application->modules ? application->modules : modules,
        .c_stack_size = CONFIG_OURO_TASK_STACK - STACK_MARGIN,
    };
    struct ou_vm *vm = ou_vm_new(&outer, &config);
    if (!vm) {
        ou_port_report("too little memory to start the interpreter");
        return 1;
    }
    port_vm = vm;
    int status = run(vm);
    port_vm = NULL;
    ou_vm_delete(vm);
    return status;
}

static void interpreter_task(void *argument)
{
    (void)argument;
    uintptr_t here; /* the frames below are scanned for references, up to this address */
    int status = 1;
    if (port_console_init() < 0)
        ou_port_report("too little memory for the console");
    else
        do {
            size_t before = ou_memory_used(&outer);
            status = one_vm(&here + 1);
            if (status == OU_REPL_SOFT_RESET)
                ou_report_reset(before, ou_memory_used(&outer), ou_memory_total(&outer));
        } while (status == OU_REPL_SOFT_RESET);
    if (application && application->ended)
        application->ended(status);
    else
        esp_restart();
    vTaskDelete(NULL);
}

int ouro_start(const struct ouro_application *what)
{
    static bool started;
    if (started || !add_pools())
        return -1;
    application = what;
    started = true;
    return xTaskCreate(interpreter_task, "ouro", CONFIG_OURO_TASK_STACK, NULL, CONFIG_OURO_TASK_PRIORITY,
                       NULL) == pdPASS
               ? 0
               : -1;
}
