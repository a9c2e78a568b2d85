/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The list of the constant modules.
 */
#include "modules/modules.h"

extern const struct ou_rom_module ou_module_builtins, ou_module_sys, ou_module_gc, ou_module_micropython,
    ou_module_math, ou_module_random, ou_module_struct, ou_module_array, ou_module_time, ou_module_json,
    ou_module_io, ou_module_weakref, ou_module_atexit;

/* clang-format off */
const struct ou_rom_module *const ou_rom_modules[] = {
    &ou_module_builtins,
    &ou_module_sys,
    &ou_module_gc,
    &ou_module_micropython,
    &ou_module_time,
    OU_IF(FILES, &ou_module_io,)
    OU_IF(MATH, &ou_module_math,)
    OU_IF(RANDOM, &ou_module_random,)
    OU_IF(STRUCT, &ou_module_struct,)
    OU_IF(ARRAY, &ou_module_array,)
    OU_IF(JSON, &ou_module_json,)
    OU_IF(WEAKREF, &ou_module_weakref,)
    OU_IF(ATEXIT, &ou_module_atexit,)
    NULL,
};
/* clang-format on */
