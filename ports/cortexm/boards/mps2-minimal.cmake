# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The machine of mps2-an385 with less of Python: what that costs, and what is missed.
include(${CMAKE_CURRENT_LIST_DIR}/mps2-an385.cmake)
set(BOARD_LEVEL minimal)
set(BOARD_HOT -Os) # no flash to spare for speed
