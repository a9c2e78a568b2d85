# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The machine of mps2-an385 with 8 KB of RAM, C stack and everything else included: the least that print('hi') runs in.
include(${CMAKE_CURRENT_LIST_DIR}/mps2-an385.cmake)
set(BOARD_RAM_SIZE 8K)
set(BOARD_SLOW_RAM_START 0)
set(BOARD_SLOW_RAM_SIZE 0)
set(BOARD_C_STACK 3456)
set(BOARD_C_STACK_MARGIN 1536)
set(BOARD_HANDLER_STACK 512)
set(BOARD_FILES 1)
