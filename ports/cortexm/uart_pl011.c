/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The UART 0 of the Stellaris LM3S6965, which is ARM's PL011, with the chip's clocks and pins that it needs.
 */
#include <board.h>

#include "machine.h"

/* System control. */
#define RIS REGISTER(0x400fe050)
#define RIS_PLL_LOCKED (1u << 6)
#define RCC REGISTER(0x400fe060)
#define RCC_MAIN_OSCILLATOR_OFF (1u << 0)
#define RCC_OSCILLATOR (3u << 4) /* 0: the main one */
#define RCC_CRYSTAL (15u << 6)
#define RCC_CRYSTAL_8_MHZ (14u << 6)
#define RCC_BYPASS (1u << 11)
#define RCC_PLL_OFF (1u << 13)
#define RCC_USE_DIVIDER (1u << 22)
#define RCC_DIVIDER (15u << 23)
#define RCC_DIVIDE_BY_4 (3u << 23) /* 200 MHz to 50 */
#define RCGC1 REGISTER(0x400fe104)
#define RCGC1_UART0 1u
#define RCGC2 REGISTER(0x400fe108)
#define RCGC2_GPIOA 1u

/* Port A: pins 0 and 1 are the UART's. */
#define GPIOA_AFSEL REGISTER(0x40004420)
#define GPIOA_DEN REGISTER(0x4000451c)

#define DATA REGISTER(BOARD_UART_BASE)
#define FLAGS REGISTER(BOARD_UART_BASE + 0x18)
#define FLAGS_RECEIVE_EMPTY (1u << 4)
#define FLAGS_SEND_FULL (1u << 5)
#define INTEGER_DIVIDER REGISTER(BOARD_UART_BASE + 0x24)
#define FRACTION_DIVIDER REGISTER(BOARD_UART_BASE + 0x28)
#define LINE_CONTROL REGISTER(BOARD_UART_BASE + 0x2c)
#define LINE_CONTROL_8_BITS (3u << 5)
#define CONTROL REGISTER(BOARD_UART_BASE + 0x30)
#define CONTROL_ON (1u | 1u << 8 | 1u << 9)
#define INTERRUPT_MASK REGISTER(BOARD_UART_BASE + 0x38)
#define INTERRUPT_RECEIVE (1u << 4)
#define INTERRUPT_CLEAR REGISTER(BOARD_UART_BASE + 0x44)

/* From the internal oscillator to the crystal and its PLL. */
static void clock_50_mhz(void)
{
    RCC = (RCC | RCC_BYPASS) & ~RCC_USE_DIVIDER;
    RCC = (RCC & ~(RCC_MAIN_OSCILLATOR_OFF | RCC_OSCILLATOR | RCC_CRYSTAL | RCC_PLL_OFF)) | RCC_CRYSTAL_8_MHZ;
    RCC = (RCC & ~RCC_DIVIDER) | RCC_DIVIDE_BY_4 | RCC_USE_DIVIDER;
    while (!(RIS & RIS_PLL_LOCKED))
        ;
    RCC &= ~RCC_BYPASS;
}

void uart_init(void)
{
    clock_50_mhz();
    RCGC1 |= RCGC1_UART0;
    RCGC2 |= RCGC2_GPIOA;
    (void)RCGC2; /* the clocks need a few cycles */
    GPIOA_AFSEL |= 3;
    GPIOA_DEN |= 3;
    CONTROL = 0;
    INTEGER_DIVIDER = BOARD_CLOCK / (16 * 115200);
    FRACTION_DIVIDER = (BOARD_CLOCK * 4u / 115200) % 64;
    LINE_CONTROL = LINE_CONTROL_8_BITS; /* no queue: an interrupt for each byte */
    INTERRUPT_MASK = INTERRUPT_RECEIVE;
    CONTROL = CONTROL_ON;
}

void uart_put(char c)
{
    while (FLAGS & FLAGS_SEND_FULL)
        ;
    DATA = (unsigned char)c;
}

void uart_handler(void)
{
    INTERRUPT_CLEAR = INTERRUPT_RECEIVE;
    while (!(FLAGS & FLAGS_RECEIVE_EMPTY))
        console_received((char)DATA);
}
