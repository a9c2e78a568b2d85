# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The board OURO_BOARD of ports/cortexm/boards: its header, its linker script, and what everything is compiled with.
set(OURO_CORTEXM ${CMAKE_CURRENT_LIST_DIR})
set(BOARD_FILE ${OURO_CORTEXM}/boards/${OURO_BOARD}.cmake)
if(NOT EXISTS ${BOARD_FILE})
    message(FATAL_ERROR "OURO_BOARD=${OURO_BOARD}: there is no such board in ports/cortexm/boards")
endif()
include(${BOARD_FILE})
# 64K as bytes, for C
foreach(part RAM SLOW_RAM)
    string(REPLACE K " * 1024" bytes ${BOARD_${part}_SIZE})
    string(REPLACE M " * 1048576" bytes ${bytes})
    math(EXPR BOARD_${part}_BYTES ${bytes})
endforeach()
configure_file(${OURO_CORTEXM}/board.h.in ${CMAKE_CURRENT_BINARY_DIR}/board/board.h @ONLY)
configure_file(${OURO_CORTEXM}/link.ld.in ${CMAKE_CURRENT_BINARY_DIR}/board/link.ld @ONLY)
add_compile_definitions(OU_PACKED_TEXTS=1 OU_OUTER_AUDIT=0)
add_compile_options(-mcpu=${BOARD_CPU} -mthumb ${BOARD_FPU} -specs=picolibc.specs -fstack-usage -flto)
# What the objects say is not enough: at link time they are made anew.
add_link_options(-mcpu=${BOARD_CPU} -mthumb ${BOARD_FPU} -specs=picolibc.specs ${OURO_OPTIMISE} -flto=2 -ffunction-sections
                 -fstack-usage)
