/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Running source text, statement by statement, and importing modules.
 */
#ifndef OURO_INCLUDED_SRC_VM_EXEC_H
#define OURO_INCLUDED_SRC_VM_EXEC_H

#include "compiler/compiler.h"
#include "object/core/object.h"

/* A unit for code that runs in `globals` (a dict). */
ou_val ou_unit_new(struct ou_vm *vm, ou_val globals, ou_val filename) OU_MUST_CHECK;
/* A function for one statement of a precompiled module, with a unit of its own at home in the module's.  The caller
 * gives it its code, and its unit the pool.  OU_EXC: no memory.  May collect. */
ou_val ou_statement_new(struct ou_vm *vm, ou_val defining_unit) OU_MUST_CHECK;

/* Where text is read from. */
struct ou_text_source {
    const char *text;
    size_t n, position;
};
struct ou_file_source {
    int handle;
};
struct ou_reader ou_text_reader(struct ou_text_source *source);
struct ou_reader ou_file_reader(struct ou_file_source *source);

/* Compiles and runs all statements of the source; with mode EVAL gives the value, else None.
 * namespace_or_absent: the mapping for exec with locals. */
ou_val ou_run_source(struct ou_vm *vm, const struct ou_reader *reader, ou_val unit, enum ou_compile_mode mode,
                     ou_val namespace_or_absent) OU_MUST_CHECK;
/* Opens a file for reading source: the handle, or -1 with OSError. */
int ou_open_source(struct ou_vm *vm, ou_val path) OU_MUST_CHECK;
/* Runs an open file, source or precompiled as its name `path` says, as the code of `unit`. */
ou_val ou_run_open_file(struct ou_vm *vm, struct ou_file_source *file, ou_val unit,
                        ou_val path) OU_MUST_CHECK;
/* The module with this full dotted name, importing it and its parents. */
ou_val ou_import_module(struct ou_vm *vm, ou_val name) OU_MUST_CHECK;
/* __main__: made at first use. */
ou_val ou_main_module(struct ou_vm *vm) OU_MUST_CHECK;
/* Runs the frozen module of this name as __main__; OU_STOP: there is none. */
ou_val ou_exec_frozen(struct ou_vm *vm, const char *name) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_VM_EXEC_H */
