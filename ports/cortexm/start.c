/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * From reset to board_main, and the vector table.
 *
 * The processor starts on the stack of the exception handlers; the interpreter gets a stack of its own (the
 * process stack), so that a handler can report even that this one overflowed.
 */
#include <board.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"

extern char handler_stack_high[], data_low[], data_high[], data_in_flash[], bss_low[], bss_high[];

static _Noreturn void unexpected_interrupt(void)
{
    ou_port_panic(__FILE__, __LINE__, "an interrupt that nobody has enabled");
}

typedef void (*vector)(void);
union vector_entry {
    vector handler;
    void *stack;
};

#define INTERRUPTS 32 /* of the board's that have an entry: the UART's is among them */
_Static_assert(BOARD_UART_INTERRUPT < INTERRUPTS, "the vector table is too short for the UART");
#ifdef BOARD_TIMER_INTERRUPT
#define CLOCK_VECTOR (16 + BOARD_TIMER_INTERRUPT)
#else
#define CLOCK_VECTOR 15 /* SysTick */
#endif

/* The handlers that there are stand in ranges of those that there are not. */
#pragma GCC diagnostic ignored "-Woverride-init"
__attribute__((used, section(".vectors"))) static const union vector_entry vectors[16 + INTERRUPTS] = {
    [0] = {.stack = handler_stack_high},
    [1] = {reset},
    [2] = {fault_handler}, /* NMI */
    [3] = {fault_handler}, /* HardFault */
    [4] = {fault_handler}, /* MemManage */
    [5] = {fault_handler}, /* BusFault */
    [6] = {fault_handler}, /* UsageFault */
    [11 ... 14] = {unexpected_interrupt},
    [15 ... 16 + INTERRUPTS - 1] = {unexpected_interrupt},
    [CLOCK_VECTOR] = {clock_handler},
    [16 + BOARD_UART_INTERRUPT] = {uart_handler},
#ifdef BOARD_WATCHDOG_INTERRUPT
    [16 + BOARD_WATCHDOG_INTERRUPT] = {fault_handler},
#endif
};

void prepare(void); /* reset calls it by its name */

__attribute__((used)) void prepare(void)
{
#ifdef __ARM_FP
    SCB_CPACR |= SCB_CPACR_FPU; /* before anything that may be compiled to use it */
    __asm volatile("dsb\n\tisb");
#endif
    memcpy(data_low, data_in_flash, (size_t)(data_high - data_low));
    memset(bss_low, 0, (size_t)(bss_high - bss_low));
    *(volatile uint32_t *)(void *)c_stack_low = CANARY;
    fault_init();
    reset_init();
    clock_init();
    console_init();
}

__attribute__((naked)) void reset(void)
{
    __asm volatile("bl    prepare\n\t"
                   "ldr   r0, =c_stack_high\n\t"
                   "msr   psp, r0\n\t"
                   "movs  r0, #2\n\t"
                   "msr   control, r0\n\t"
                   "isb\n\t"
                   "bl    board_main\n\t"
                   ".pool");
}

_Noreturn void board_end(int status)
{
    host_exit(status);
    board_reset(RESET_HARD);
}
