/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Time from a timer of the nRF51, which has no SysTick.  Its counter of 32 bits runs freely, at 1 MHz; an interrupt each
 * millisecond sees when it begins anew.  It has to be TIMER0: the others count 16 bits.
 */
#include <board.h>
#include <ouro/port.h>

#include "machine.h"

#define START REGISTER(BOARD_TIMER_BASE)
#define CAPTURE(n) REGISTER(BOARD_TIMER_BASE + 0x40 + 4 * (n))
#define COMPARE(n) REGISTER(BOARD_TIMER_BASE + 0x140 + 4 * (n))
#define INTERRUPT_SET REGISTER(BOARD_TIMER_BASE + 0x304)
#define INTERRUPT_COMPARE(n) (1u << (16 + (n)))
#define WIDTH REGISTER(BOARD_TIMER_BASE + 0x508)
#define WIDTH_32_BITS 3
#define PRESCALER REGISTER(BOARD_TIMER_BASE + 0x510)
#define PRESCALER_1_MHZ 4 /* 16 MHz / 2^4 */
#define VALUE(n) REGISTER(BOARD_TIMER_BASE + 0x540 + 4 * (n))

#define TICK_US 1000
/* Who uses which of the four values. */
enum { NEXT_TICK, IN_HANDLER, IN_PROGRAM };

/* How often the counter began anew, and where the last interrupt saw it. */
static volatile uint32_t high, seen;

static uint32_t counter(unsigned n)
{
    CAPTURE(n) = 1;
    return VALUE(n);
}

/* From now, not from when it should have been: a value that has passed already would come an hour later. */
static void set_next_tick(uint32_t now) { VALUE(NEXT_TICK) = now + TICK_US; }

void clock_init(void)
{
    WIDTH = WIDTH_32_BITS;
    PRESCALER = PRESCALER_1_MHZ;
    set_next_tick(0);
    INTERRUPT_SET = INTERRUPT_COMPARE(NEXT_TICK);
    START = 1;
    NVIC_ISER = 1u << BOARD_TIMER_INTERRUPT;
}

void clock_handler(void)
{
    COMPARE(NEXT_TICK) = 0;
    uint32_t now = counter(IN_HANDLER);
    set_next_tick(now);
    high += now < seen;
    seen = now;
    check_canary();
}

uint32_t clock_counter(void) { return counter(IN_PROGRAM); }

uint64_t ou_port_ticks_us(void)
{
    uint32_t before, last, low;
    do {
        before = high;
        last = seen;
        low = counter(IN_PROGRAM);
    } while (before != high || last != seen);
    return ((uint64_t)before + (low < last)) << 32 | low;
}
