# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# ARM's MPS2 with the image AN386: the board of mps2-an385 with a Cortex-M4 that has a unit for single precision.
include(${CMAKE_CURRENT_LIST_DIR}/mps2-an385.cmake)
set(BOARD_CPU cortex-m4)
set(BOARD_FPU -mfloat-abi=hard -mfpu=fpv4-sp-d16)
set(BOARD_MACHINE mps2-an386)
