# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# GCC for Cortex-M with picolibc: Debian's gcc-arm-none-eabi and picolibc-arm-none-eabi.
#
#     cmake -DCMAKE_TOOLCHAIN_FILE=ports/cortexm/toolchain.cmake -DOURO_PORT=cortexm -DOURO_BOARD=mps2-an385 ...
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)
set(CMAKE_C_COMPILER arm-none-eabi-gcc)
# CMake's trial programs have no start-up code.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
