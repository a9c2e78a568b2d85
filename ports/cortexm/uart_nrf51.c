/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The UART of the nRF51.
 */
#include <board.h>

#include "machine.h"

#define START_RECEIVE REGISTER(BOARD_UART_BASE)
#define START_SEND REGISTER(BOARD_UART_BASE + 0x08)
#define RECEIVED REGISTER(BOARD_UART_BASE + 0x108) /* events: what has happened since they were cleared */
#define SENT REGISTER(BOARD_UART_BASE + 0x11c)
#define INTERRUPT_SET REGISTER(BOARD_UART_BASE + 0x304)
#define INTERRUPT_RECEIVED (1u << 2)
#define ENABLE REGISTER(BOARD_UART_BASE + 0x500)
#define ENABLE_ON 4
#define PIN_SEND REGISTER(BOARD_UART_BASE + 0x50c)
#define PIN_RECEIVE REGISTER(BOARD_UART_BASE + 0x514)
#define DATA_RECEIVED REGISTER(BOARD_UART_BASE + 0x518)
#define DATA_TO_SEND REGISTER(BOARD_UART_BASE + 0x51c)
#define RATE REGISTER(BOARD_UART_BASE + 0x524)
#define RATE_115200 0x01d7e000

/* The pins. */
#define PIN_SET REGISTER(0x50000508)
#define PIN_OUTPUT REGISTER(0x50000518)

void uart_init(void)
{
    PIN_SET = 1u << BOARD_UART_SEND_PIN; /* what the line is when nothing is sent */
    PIN_OUTPUT = 1u << BOARD_UART_SEND_PIN;
    PIN_SEND = BOARD_UART_SEND_PIN;
    PIN_RECEIVE = BOARD_UART_RECEIVE_PIN;
    RATE = RATE_115200;
    ENABLE = ENABLE_ON;
    INTERRUPT_SET = INTERRUPT_RECEIVED;
    START_RECEIVE = 1;
    START_SEND = 1;
}

/* There is no queue: this waits until the byte has gone. */
void uart_put(char c)
{
    SENT = 0;
    DATA_TO_SEND = (unsigned char)c;
    while (!SENT)
        ;
}

void uart_handler(void)
{
    while (RECEIVED) {
        RECEIVED = 0;
        console_received((char)DATA_RECEIVED);
    }
}
