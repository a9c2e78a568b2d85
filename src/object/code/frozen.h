/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Frozen modules: constant data made of precompiled files by tools/freeze.py at build time.  Pools, constants, names
 * and code lie in ROM and are used there.  They are not verified: they are part of the firmware.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CODE_FROZEN_H
#define OURO_INCLUDED_SRC_OBJECT_CODE_FROZEN_H

#include <ouro/value.h>

struct ou_frozen_statement {
    const ou_val *pool;
    ou_val code; /* of struct ou_code */
};

struct ou_frozen_module {
    const char *name; /* with its packages */
    ou_val filename;  /* what tracebacks show */
    const ou_val *pool;
    const struct ou_frozen_statement *statements;
    unsigned n_statements, code_bytes; /* the latter of its functions */
    bool is_package;
};

/* The last one has no name.  Of the program: ouro_freeze of tools/freeze.cmake puts it there; NULL otherwise. */
extern const struct ou_frozen_module *const ou_frozen_modules;

const struct ou_frozen_module *ou_frozen_find(const char *name, size_t n);

#endif /* OURO_INCLUDED_SRC_OBJECT_CODE_FROZEN_H */
