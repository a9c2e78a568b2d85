# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The machine of mps2-an385 with the RAM of lm3s6965evb: 64 KB, and no other.  What runs here has enough RAM there.
include(${CMAKE_CURRENT_LIST_DIR}/mps2-an385.cmake)
set(BOARD_RAM_SIZE 64K)
set(BOARD_SLOW_RAM_START 0)
set(BOARD_SLOW_RAM_SIZE 0)
set(BOARD_C_STACK 10240)
