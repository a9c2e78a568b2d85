# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# A 32-bit build on a machine whose kernel refuses 32-bit programs: ctest runs them under qemu-i386 (tools/run32.py).
execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/run32.py --how
                OUTPUT_VARIABLE OURO_RUN32 OUTPUT_STRIP_TRAILING_WHITESPACE
                ERROR_VARIABLE OURO_RUN32_ERROR ERROR_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE OURO_RUN32_STATUS)
if(NOT OURO_RUN32_STATUS EQUAL 0)
    message(WARNING "the tests of this build cannot be run: ${OURO_RUN32_ERROR}")
elseif(NOT OURO_RUN32 STREQUAL "")
    separate_arguments(OURO_RUN32)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${OURO_RUN32})
endif()
