/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the board's image for tests has besides: importing a module check_... does something that no program can.
 * tests/cortexm/run.py says what must come of it.  The linker puts __wrap_ou_port_file_kind in the place of the port's
 * function (--wrap).
 */
#include <board.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"
#include "vm/frame.h"

int __real_ou_port_file_kind(const char *path);
int __wrap_ou_port_file_kind(const char *path);

static void undefined_instruction(void) { __asm volatile("udf #0"); }

#ifndef __ARM_ARCH_6M__
static void without_own_handler(void)
{
    SCB_SHCSR = 0;
    undefined_instruction();
}

static void division_by_zero(void)
{
    volatile int zero = 0, seven = 7;
    zero = seven / zero;
}
#else
/* The one thing that every other Cortex-M does. */
static void unaligned_access(void)
{
    volatile uintptr_t address = BOARD_RAM + 1; /* else GCC would read each byte */
    (void)REGISTER(address);
}
#endif

static void bad_address(void) { (void)REGISTER(0x60000000); }

static void code_where_none_may_be(void) { ((void (*)(void))0xe0000001)(); }

static void non_maskable_interrupt(void)
{
    SCB_ICSR = SCB_ICSR_NMIPENDSET;
    __asm volatile("dsb\n\tisb");
}

static __attribute__((noinline)) int recursion(volatile int *p)
{
    volatile int here[16];
    for (unsigned i = 0; i < 16; i++)
        here[i] = *p;
    return *p == 1 ? 0 : recursion(here) + here[3];
}

static void endless_recursion(void)
{
    volatile int start = 0;
    recursion(&start);
}

static void canary_lost(void)
{
    *(volatile uint32_t *)(void *)c_stack_low = 0;
    for (;;) /* until SysTick looks */
        ;
}

static void fault_in_the_report(void)
{
    running_vm->frame = (struct ou_frame *)(uintptr_t)BOARD_RAM;
    running_vm->outer = (struct ou_outer *)(uintptr_t)BOARD_RAM;
    running_vm->heap.areas = (struct ou_area *)(uintptr_t)0x60000000;
    undefined_instruction();
}

static void panic(void) { ou_port_panic("checks.c", 42, "what must hold"); }

#if BOARD_SLOW_RAM_SIZE
static void say(bool good, const char *text)
{
    ou_port_write(1, good ? "ok " : "NOT ", good ? 3 : 4);
    ou_port_write(1, text, strlen(text));
    ou_port_write(1, "\n", 1);
}

/* The fast memory full and the slow one free: a request that needs no kind gets slow memory, one for DMA nothing. */
static void pools(void)
{
    struct ou_outer *outer = running_vm->outer;
    size_t largest = ou_outer_largest(outer, OU_MEM_DMA), slow_size = BOARD_SLOW_RAM_SIZE;
    say(largest > 60000 && ou_outer_largest(outer, OU_MEM_SLOW) > 15u << 20, "both are free");
    void *fast = ou_outer_alloc(outer, largest - 1000, OU_MEM_FAST);
    char *slow = ou_outer_alloc(outer, 60000, OU_MEM_ANY);
    say(fast && (uintptr_t)fast - BOARD_RAM < BOARD_RAM_SIZE, "a fast request has fast memory");
    say(slow && (uintptr_t)slow - BOARD_SLOW_RAM < slow_size, "an ordinary request has slow memory");
    say(!ou_outer_alloc(outer, 60000, OU_MEM_DMA), "a request for DMA has none");
    say(ou_outer_largest(outer, OU_MEM_DMA) < 60000, "and the figures say so");
    memset(slow, 1, 60000);
    ou_outer_free(outer, slow);
    ou_outer_free(outer, fast);
    say(ou_outer_largest(outer, OU_MEM_DMA) == largest, "all is given back");
}
#endif

static const struct {
    const char *name;
    void (*run)(void);
} checks[] = {
#ifndef __ARM_ARCH_6M__
    {"hard", without_own_handler},
    {"zero", division_by_zero},
#else
    {"unaligned", unaligned_access},
#endif
    {"memory", code_where_none_may_be},
    {"bus", bad_address},
    {"usage", undefined_instruction},
    {"nmi", non_maskable_interrupt},
    {"stack", endless_recursion},
    {"canary", canary_lost},
    {"panic", panic},
    {"report", fault_in_the_report},
#if BOARD_SLOW_RAM_SIZE
    {"pools", pools},
#endif
};

/* folder/check_NAME.py, where import looks for a module */
int __wrap_ou_port_file_kind(const char *path)
{
    const char *name = strstr(path, "/check_");
    for (size_t i = 0; name && i < sizeof checks / sizeof checks[0]; i++) {
        size_t n = strlen(checks[i].name);
        if (!strncmp(name + 7, checks[i].name, n) && !strcmp(name + 7 + n, ".py"))
            checks[i].run();
    }
    return __real_ou_port_file_kind(path);
}
