# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The evaluation board of the Stellaris LM3S6965: Cortex-M3 at 50 MHz, 256 KB of flash, 64 KB of RAM.
set(BOARD_LEVEL minimal) # what fits into its flash
set(BOARD_PARTS FLOAT BIG_INT SET PERCENT) # for which there is room
set(BOARD_CPU cortex-m3)
set(BOARD_MACHINE lm3s6965evb)
set(BOARD_FLASH_START 0x00000000)
set(BOARD_FLASH_SIZE 256K)
set(BOARD_RAM_START 0x20000000)
set(BOARD_RAM_SIZE 64K)
set(BOARD_SLOW_RAM_START 0)
set(BOARD_SLOW_RAM_SIZE 0)
set(BOARD_CLOCK 50000000)
set(BOARD_TIMER systick)
set(BOARD_UART pl011)
set(BOARD_UART_BASE 0x4000c000)
set(BOARD_UART_INTERRUPT 5)
set(BOARD_WATCHDOG_BASE 0x40000000)
set(BOARD_WATCHDOG_INTERRUPT 18)
set(BOARD_C_STACK 10240)
set(BOARD_C_STACK_MARGIN 2560)
set(BOARD_RESERVE 0)
set(BOARD_HANDLER_STACK 1024)
set(BOARD_FILES 8) # of the host, open at a time
