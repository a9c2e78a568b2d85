# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The machine of microbit with memory that no chip of the kind has: all of Python on a Cortex-M0, which has no unaligned
# access, no division and one kind of fault.
include(${CMAKE_CURRENT_LIST_DIR}/microbit.cmake)
set(BOARD_LEVEL full)
set(BOARD_QEMU -global nrf51-soc.flash-size=4194304 -global nrf51-soc.sram-size=16777216)
set(BOARD_FLASH_SIZE 4M)
set(BOARD_RAM_SIZE 16M)
set(BOARD_C_STACK 65536)
set(BOARD_C_STACK_MARGIN 2560)
set(BOARD_HANDLER_STACK 1024)
set(BOARD_FILES 64)
