/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Time from SysTick: an interrupt each millisecond, and its counter between.
 */
#include <board.h>
#include <ouro/port.h>

#include "machine.h"

#define CYCLES_PER_MS (BOARD_CLOCK / 1000)
#define CYCLES_PER_US (BOARD_CLOCK / 1000000)

static volatile uint64_t milliseconds;

void clock_init(void)
{
    SYST_RVR = CYCLES_PER_MS - 1;
    SYST_CVR = 0;
    SYST_CSR = 7; /* processor clock, interrupt, on */
}

void clock_handler(void)
{
    milliseconds++;
    check_canary();
}

uint32_t clock_counter(void) { return SYST_CVR; }

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
