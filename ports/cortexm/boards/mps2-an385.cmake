# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# ARM's MPS2 with the image AN385: Cortex-M3 at 25 MHz.  Its code memory is RAM, which stands for flash here; it
# has two more memories, of which the second is on the external bus.
set(BOARD_CPU cortex-m3)
set(BOARD_MACHINE mps2-an385) # of QEMU; options besides are in BOARD_QEMU
set(BOARD_FLASH_START 0x00000000)
set(BOARD_FLASH_SIZE 4M)
set(BOARD_RAM_START 0x20000000)
set(BOARD_RAM_SIZE 4M)
set(BOARD_SLOW_RAM_START 0x21000000)
set(BOARD_SLOW_RAM_SIZE 16M)
set(BOARD_CLOCK 25000000)
set(BOARD_TIMER systick)
set(BOARD_UART cmsdk)
set(BOARD_UART_BASE 0x40004000)
set(BOARD_UART_INTERRUPT 0)
set(BOARD_WATCHDOG_BASE 0x40008000) # its interrupt is the NMI
set(BOARD_C_STACK 65536)
set(BOARD_C_STACK_MARGIN 2560)
set(BOARD_RESERVE 0)
set(BOARD_HANDLER_STACK 1024)
set(BOARD_FILES 64) # of the host, open at a time
