/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The UART of ARM's system design kit, as in the MPS2 boards.
 */
#include <board.h>

#include "machine.h"

#define DATA REGISTER(BOARD_UART_BASE)
#define STATE REGISTER(BOARD_UART_BASE + 0x04)
#define STATE_SEND_FULL 1u
#define STATE_RECEIVED 2u
#define CONTROL REGISTER(BOARD_UART_BASE + 0x08)
#define CONTROL_SEND 1u
#define CONTROL_RECEIVE 2u
#define CONTROL_RECEIVE_INTERRUPT 8u
#define INTERRUPT_CLEAR REGISTER(BOARD_UART_BASE + 0x0c)
#define DIVIDER REGISTER(BOARD_UART_BASE + 0x10)

void uart_init(void)
{
    DIVIDER = BOARD_CLOCK / 115200;
    CONTROL = CONTROL_SEND | CONTROL_RECEIVE | CONTROL_RECEIVE_INTERRUPT;
}

void uart_put(char c)
{
    while (STATE & STATE_SEND_FULL)
        ;
    DATA = (unsigned char)c;
}

void uart_handler(void)
{
    INTERRUPT_CLEAR = 2;
    while (STATE & STATE_RECEIVED)
        console_received((char)DATA);
}
