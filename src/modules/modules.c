/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The list of the constant modules.
 */
#include "modules/modules.h"

extern const struct ou_rom_module ou_module_builtins, ou_module_sys, ou_module_gc, ou_module_micropython,
    ou_module_math, ou_module_random, ou_module_struct, ou_module_array, ou_module_time, ou_module_json,
    ou_module_io, ou_module_weakref, ou_module_atexit;

const struct ou_rom_module *const ou_rom_modules[] = {
    &ou_module_builtins,
    &ou_module_sys,
    &ou_module_gc,
    &ou_module_micropython,
    &ou_module_time,
#if OU_WITH_FILES
    &ou_module_io,
#endif
#if OU_WITH_MATH
    &ou_module_math,
#endif
#if OU_WITH_RANDOM
    &ou_module_random,
#endif
#if OU_WITH_STRUCT
    &ou_module_struct,
#endif
#if OU_WITH_ARRAY
    &ou_module_array,
#endif
#if OU_WITH_JSON
    &ou_module_json,
#endif
#if OU_WITH_WEAKREF
    &ou_module_weakref,
#endif
#if OU_WITH_ATEXIT
    &ou_module_atexit,
#endif
    NULL,
};
