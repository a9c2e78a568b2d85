/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Time, from SysTick: an interrupt each millisecond, and its counter between.  The interrupt also looks at the
 * canary below the C stack.
 */
#include <board.h>
#include <ouro/port.h>

#include "machine.h"

#define CYCLES_PER_MS (BOARD_CLOCK / 1000)
#define CYCLES_PER_US (BOARD_CLOCK / 1000000)

static volatile uint64_t milliseconds;
static uint64_t waited_us; /* in which the processor stood still */

void clock_init(void)
{
    SYST_RVR = CYCLES_PER_MS - 1;
    SYST_CVR = 0;
    SYST_CSR = 7; /* processor clock, interrupt, on */
}

void systick_handler(void)
{
    milliseconds++;
    if (*(volatile uint32_t *)(void *)c_stack_low != CANARY)
        stack_overflow();
}

uint64_t ou_port_ticks_us(void)
{
    uint64_t ms;
    uint32_t left;
    bool late;
    do {
        ms = milliseconds;
        left = SYST_CVR;
        late = (SCB_ICSR & SCB_ICSR_PENDSTSET) != 0;
        if (late) /* the counter has started again, and the interrupt is still to come */
            left = SYST_CVR;
    } while (ms != milliseconds);
    return (ms + late) * 1000 + (CYCLES_PER_MS - 1 - left) / CYCLES_PER_US;
}

void wait_for_interrupt(void)
{
    uint64_t start = ou_port_ticks_us();
    __asm volatile("wfi");
    waited_us += ou_port_ticks_us() - start;
}

uint64_t ou_port_processor_us(void) { return ou_port_ticks_us() - waited_us; }

uint64_t ou_port_epoch_ns(void) { return (uint64_t)host_time() * 1000000000u; }

void ou_port_sleep_us(uint64_t us)
{
    uint64_t end = ou_port_ticks_us() + us;
    for (uint64_t now; (now = ou_port_ticks_us()) < end;)
        if (end - now > 1000)
            wait_for_interrupt();
}

/* Nothing here is random; the time of the first question is as good as it gets. */
uint32_t ou_port_entropy(void)
{
    static uint32_t state;
    state = (state ^ (uint32_t)ou_port_ticks_us() ^ SYST_CVR << 12 ^ host_time() << 20) * 2654435761u + 12345;
    return state ^ state >> 15;
}
