# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The BBC micro:bit, version 1: nRF51822 with a Cortex-M0 at 16 MHz, 256 KB of flash, 16 KB of RAM.
set(BOARD_LEVEL minimal) # what fits into its flash
set(BOARD_CPU cortex-m0)
set(BOARD_MACHINE microbit)
set(BOARD_FLASH_START 0x00000000)
set(BOARD_FLASH_SIZE 256K)
set(BOARD_RAM_START 0x20000000)
set(BOARD_RAM_SIZE 16K)
set(BOARD_SLOW_RAM_START 0)
set(BOARD_SLOW_RAM_SIZE 0)
set(BOARD_CLOCK 16000000)
set(BOARD_TIMER nrf51)
set(BOARD_TIMER_BASE 0x40008000)
set(BOARD_TIMER_INTERRUPT 8)
set(BOARD_UART nrf51)
set(BOARD_UART_BASE 0x40002000)
set(BOARD_UART_INTERRUPT 2)
set(BOARD_UART_SEND_PIN 24)
set(BOARD_UART_RECEIVE_PIN 25)
set(BOARD_WATCHDOG_BASE 0) # that of the nRF51 is of another kind
set(BOARD_C_STACK 5632)
set(BOARD_C_STACK_MARGIN 1536)
set(BOARD_RESERVE 0)
set(BOARD_HANDLER_STACK 512)
set(BOARD_FILES 4) # of the host, open at a time
set(BOARD_HOT -Os) # no flash to spare for speed
