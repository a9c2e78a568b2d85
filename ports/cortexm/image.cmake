# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# The images of the board (board.cmake comes first).
# At link time the optimiser would put copies of long functions into the dispatch loop.
set_property(SOURCE ${OURO_CORTEXM}/../../src/vm/run.c APPEND PROPERTY COMPILE_OPTIONS -fno-lto)
# The parser recurses: what is called once there is not to make the frames of its functions larger.
file(GLOB OURO_COMPILER_SOURCES CONFIGURE_DEPENDS ${OURO_CORTEXM}/../../src/compiler/*.c)
set_property(SOURCE ${OURO_COMPILER_SOURCES} APPEND PROPERTY COMPILE_OPTIONS -fno-inline-functions-called-once)
file(GLOB OURO_CORTEXM_SOURCES CONFIGURE_DEPENDS ${OURO_CORTEXM}/*.c)
list(FILTER OURO_CORTEXM_SOURCES EXCLUDE REGEX "/(clock_|uart_|files_image)")
add_library(ouro_board OBJECT ${OURO_CORTEXM_SOURCES} ${OURO_CORTEXM}/clock_${BOARD_TIMER}.c
            ${OURO_CORTEXM}/uart_${BOARD_UART}.c)
ouro_target(ouro_board)
target_include_directories(ouro_board PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/board)

function(ouro_link name)
    # Objects, not their archive: their order is then the same in both links, and so is that of the messages.
    add_executable(${name} $<TARGET_OBJECTS:ouro_board> $<TARGET_OBJECTS:ouro_core> ${ARGN})
    ouro_target(${name})
    target_include_directories(${name} PRIVATE ${OURO_CORTEXM} ${CMAKE_CURRENT_BINARY_DIR}/board)
    target_link_options(${name} PRIVATE -nostartfiles -T ${CMAKE_CURRENT_BINARY_DIR}/board/link.ld
                                        -Wl,--gc-sections,-Map=${CMAKE_CURRENT_BINARY_DIR}/${name}.map)
    set_target_properties(${name} PROPERTIES LINK_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/board/link.ld)
endfunction()

# An image with a map of what lies where beside it.  The first link is for the texts of exceptions.
function(ouro_image name)
    set(tool ${OURO_CORTEXM}/../../tools/packtexts.py)
    set(texts ${OURO_GEN}/${name}_texts.c)
    set(how "")
    if(OURO_LEVEL STREQUAL minimal)
        set(how --terse)
    endif()
    ouro_link(${name}_unpacked ${ARGN})
    add_custom_command(
        OUTPUT ${texts}
        COMMAND ${Python3_EXECUTABLE} ${tool} ${how} $<TARGET_FILE:${name}_unpacked> ${texts}
        DEPENDS ${name}_unpacked ${tool}
        COMMENT "Texts of exceptions of ${name}"
        VERBATIM)
    ouro_link(${name} ${ARGN} ${texts})
    # so that the optimiser at link time has the same before it in both links
    set_source_files_properties(${texts} PROPERTIES COMPILE_OPTIONS -fno-lto)
    add_custom_command(
        TARGET ${name} POST_BUILD
        COMMAND ${Python3_EXECUTABLE} ${tool} --check $<TARGET_FILE:${name}_unpacked> $<TARGET_FILE:${name}>
        VERBATIM)
endfunction()
ouro_image(ouro)

# The folder OURO_FILES, in its flash.
if(OURO_FILES)
    get_filename_component(folder ${OURO_FILES} ABSOLUTE)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
    add_custom_command(
        OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/files.img
        COMMAND ${Python3_EXECUTABLE} ${OURO_CORTEXM}/../../tools/packfiles.py ${folder}
                ${CMAKE_CURRENT_BINARY_DIR}/files.img
        DEPENDS ${OURO_CORTEXM}/../../tools/packfiles.py ${files}
        COMMENT "Files for the flash"
        VERBATIM)
    target_sources(ouro PRIVATE ${OURO_CORTEXM}/files_image.c)
    set_source_files_properties(${OURO_CORTEXM}/files_image.c PROPERTIES
        OBJECT_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/files.img
        COMPILE_DEFINITIONS "FILES_IMAGE=\"${CMAKE_CURRENT_BINARY_DIR}/files.img\"")
endif()

# The image of tests/cortexm, which can provoke faults by an import.
ouro_image(ouro_checks ${OURO_CORTEXM}/../../tests/cortexm/checks.c)
foreach(name ouro_checks_unpacked ouro_checks)
    target_link_options(${name} PRIVATE -Wl,--wrap=ou_port_file_kind)
    target_include_directories(${name} PRIVATE ${OURO_CORTEXM}/../../src) # it looks inside
endforeach()
