# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The bare-metal port, for the board OURO_BOARD of ports/cortexm/boards.  Included by the tree's CMakeLists.txt:
# first for what everything is compiled with, and once more, as OURO_CORTEXM_TARGETS, for the image.
if(NOT OURO_CORTEXM_TARGETS)
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
    add_compile_options(-mcpu=${BOARD_CPU} -mthumb -specs=picolibc.specs -fstack-usage)
    add_link_options(-mcpu=${BOARD_CPU} -mthumb -specs=picolibc.specs)
    return()
endif()

file(GLOB OURO_CORTEXM_SOURCES CONFIGURE_DEPENDS ${OURO_CORTEXM}/*.c)
list(FILTER OURO_CORTEXM_SOURCES EXCLUDE REGEX "/uart_")
add_library(ouro_board OBJECT ${OURO_CORTEXM_SOURCES} ${OURO_CORTEXM}/uart_${BOARD_UART}.c)
ouro_target(ouro_board)
target_include_directories(ouro_board PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/board)

# An image with a map of what lies where beside it.
function(ouro_image name)
    add_executable(${name} $<TARGET_OBJECTS:ouro_board> ${ARGN})
    ouro_target(${name})
    target_include_directories(${name} PRIVATE ${OURO_CORTEXM} ${CMAKE_CURRENT_BINARY_DIR}/board)
    target_link_options(${name} PRIVATE -nostartfiles -T ${CMAKE_CURRENT_BINARY_DIR}/board/link.ld
                                        -Wl,--gc-sections,-Map=${CMAKE_CURRENT_BINARY_DIR}/${name}.map)
    set_target_properties(${name} PROPERTIES LINK_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/board/link.ld)
endfunction()
ouro_image(ouro)

# The image of tests/cortexm, which can provoke faults.
ouro_image(ouro_checks ${OURO_CORTEXM}/../../tests/cortexm/checks.c)
target_link_options(ouro_checks PRIVATE -Wl,--wrap=ou_port_file_open)
