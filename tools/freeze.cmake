# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
#
# Frozen modules (docs/precompiled.md): constant C data of Python files, made at build time by an ouro that runs on the
# machine that builds.
#
#     ouro_freeze(target file.py folder ...)
#
# builds the modules into a target that links ouro::core, one call for each target: a file as the module of its name;
# a folder with an __init__.py as a package; any other folder as the modules and packages in it.
set_property(GLOBAL PROPERTY OURO_FREEZE_TOOLS ${CMAKE_CURRENT_LIST_DIR})
set_property(GLOBAL PROPERTY OURO_FREEZE_GEN ${OURO_GEN})
set_property(GLOBAL PROPERTY OURO_FREEZE_PYTHON ${Python3_EXECUTABLE})

# The compiler: OURO_HOST, or one that is built when something is frozen.
if(OURO_HOST)
    set_property(GLOBAL PROPERTY OURO_FREEZE_HOST ${OURO_HOST})
else()
    set(host ${CMAKE_CURRENT_BINARY_DIR}/host)
    set_property(GLOBAL PROPERTY OURO_FREEZE_HOST ${host}/ouro)
    add_custom_command(
        OUTPUT ${host}/ouro
        COMMAND ${CMAKE_COMMAND} -E env --unset=CC --unset=CFLAGS --unset=LDFLAGS
                ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/.. -B ${host} -DOURO_PORT=unix -DOURO_TESTS=OFF
        COMMAND ${CMAKE_COMMAND} --build ${host} --target ouro
        DEPENDS ${OURO_SOURCES} ${OURO_HEADERS} ${OURO_UNIX_SOURCES}
        COMMENT "An ouro for this machine, to compile what is frozen"
        VERBATIM)
    add_custom_target(ouro_freeze_host DEPENDS ${host}/ouro)
    set_target_properties(ouro_freeze_host PROPERTIES EXCLUDE_FROM_ALL TRUE)
endif()

# Adds the path of each module below `root`, and its name, to the lists `paths` and `modules` of the caller.
function(ouro_freeze_find root prefix)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*.py)
    foreach(path ${found})
        list(APPEND paths ${root}/${path})
        list(APPEND modules ${prefix}${path})
    endforeach()
    set(paths ${paths} PARENT_SCOPE)
    set(modules ${modules} PARENT_SCOPE)
endfunction()

function(ouro_freeze target)
    foreach(name TOOLS GEN PYTHON HOST)
        get_property(${name} GLOBAL PROPERTY OURO_FREEZE_${name})
    endforeach()
    set(paths "")
    set(modules "")
    foreach(source ${ARGN})
        get_filename_component(path ${source} ABSOLUTE)
        get_filename_component(name ${path} NAME)
        if(NOT EXISTS ${path})
            message(FATAL_ERROR "ouro_freeze: there is no ${path}")
        elseif(NOT IS_DIRECTORY ${path})
            list(APPEND paths ${path})
            list(APPEND modules ${name})
        elseif(EXISTS ${path}/__init__.py)
            ouro_freeze_find(${path} ${name}/)
        else()
            ouro_freeze_find(${path} "")
        endif()
    endforeach()
    set(folder ${GEN}/frozen/${target})
    set(compiled "")
    set(index 0)
    foreach(module ${modules})
        list(GET paths ${index} path)
        math(EXPR index "${index} + 1")
        string(REGEX REPLACE "py$" "oc" out ${module})
        get_filename_component(parent ${folder}/${module} DIRECTORY)
        # The name that tracebacks show is the one given to the compiler.
        add_custom_command(
            OUTPUT ${folder}/${out}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${parent}
            COMMAND ${CMAKE_COMMAND} -E copy ${path} ${folder}/${module}
            COMMAND ${CMAKE_COMMAND} -E chdir ${folder} ${HOST} -o ${out} ${module}
            DEPENDS ${path} ${HOST}
            COMMENT "Compiling ${module} to be frozen"
            VERBATIM)
        list(APPEND compiled ${out})
    endforeach()
    list(TRANSFORM compiled PREPEND ${folder}/ OUTPUT_VARIABLE files)
    add_custom_command(
        OUTPUT ${folder}.stamp
        BYPRODUCTS ${folder}.c ${folder}.txt
        COMMAND ${PYTHON} ${TOOLS}/freeze.py --c ${folder}.c --names ${folder}.txt --stamp ${folder}.stamp
                --folder ${folder} ${compiled}
        DEPENDS ${TOOLS}/freeze.py ${TOOLS}/makenames.py ${files}
        COMMENT "Frozen modules of ${target}"
        VERBATIM)
    add_custom_target(${target}_frozen DEPENDS ${folder}.stamp)
    if(TARGET ouro_freeze_host)
        add_dependencies(${target}_frozen ouro_freeze_host)
    endif()
    # The names that they use are interned strings of the core.
    set_property(TARGET ouro_core APPEND PROPERTY OURO_FROZEN_NAMES ${folder}.txt)
    add_dependencies(ouro_names ${target}_frozen)
    # Constants of the heart, laid out as it lays them out.
    set_source_files_properties(${folder}.c PROPERTIES GENERATED TRUE INCLUDE_DIRECTORIES ${TOOLS}/../src)
    target_sources(${target} PRIVATE ${folder}.c)
endfunction()
