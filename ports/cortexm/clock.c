/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What all boards have in common about time.  Where it comes from stands in clock_*.c, with an interrupt each
 * millisecond, which also looks at the canary below the C stack.
 */
#include <board.h>
#include <ouro/port.h>

#include "machine.h"

static uint64_t waited_us; /* in which the processor stood still */

void check_canary(void)
{
    if (*(volatile uint32_t *)(void *)c_stack_low != CANARY)
        stack_overflow();
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
    state = (state ^ (uint32_t)ou_port_ticks_us() ^ clock_counter() << 12 ^ host_time() << 20) * 2654435761u +
            12345;
    return state ^ state >> 15;
}
