/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Builtin functions that need the VM's own state: the running frame, the compiler, the importer.
 */
#ifndef OURO_INCLUDED_SRC_VM_VM_BUILTINS_H
#define OURO_INCLUDED_SRC_VM_VM_BUILTINS_H

#include <ouro/ouro.h>

extern const struct ou_native ou_builtin_exec, ou_builtin_eval, ou_builtin_compile, ou_builtin_globals,
    ou_builtin_locals, ou_builtin_vars, ou_builtin_dir, ou_builtin_import;
extern const struct ou_type ou_type_compiled; /* what compile() gives */

#endif /* OURO_INCLUDED_SRC_VM_VM_BUILTINS_H */
