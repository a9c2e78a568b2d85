/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Running Python from C, and the state of an interpreter.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_RUN_H
#define OURO_INCLUDED_INCLUDE_OURO_RUN_H

#include <ouro/errors.h>

/* Runs source text, or a file (source, or precompiled if its name ends in .oc), as module __main__, or with a dict of
 * globals if that is not OU_ABSENT.  None, or OU_EXC with what the program raised, SystemExit among it (ou_vm_run_text of
 * ouro/embed.h prints that).  filename: for messages. */
ou_val ou_exec_text(struct ou_vm *vm, const char *text, size_t n, const char *filename,
                    ou_val globals) OU_MUST_CHECK;
ou_val ou_exec_file(struct ou_vm *vm, const char *path, ou_val globals) OU_MUST_CHECK;
/* Prints the pending exception with its traceback to fd 2 as CPython does, and clears it. */
void ou_exc_print(struct ou_vm *vm);

/* The generator that the functions of module random share; OU_ABSENT until it is first used. */
ou_val ou_random_state(struct ou_vm *vm);
void ou_random_state_set(struct ou_vm *vm, ou_val generator);

/* sys.argv, sys.path, sys.modules.  A program may have put anything there.  get: never OU_ABSENT; MemoryError where it is
 * made at this moment.  set: no collection. */
enum ou_state { OU_STATE_ARGV, OU_STATE_PATH, OU_STATE_MODULES };
ou_val ou_state_get(struct ou_vm *vm, enum ou_state which);
void ou_state_set(struct ou_vm *vm, enum ou_state which, ou_val v);
/* How deep calls of Python functions may nest (sys.setrecursionlimit), and how deep they are.  No collection. */
unsigned ou_recursion_limit(struct ou_vm *vm);
unsigned ou_recursion_depth(struct ou_vm *vm);
void ou_recursion_set_limit(struct ou_vm *vm, unsigned limit);

/* -- files (module io) -- */
/* A standard stream: an object in ROM. */
struct ou_stdio {
    ou_val type; /* &ou_type_stdio */
    ou_val fd;   /* small int; + 16: its binary `buffer` */
};
extern const struct ou_stdio ou_stdin, ou_stdout, ou_stderr;
extern const struct ou_type ou_type_stdio;
extern const struct ou_native ou_native_open; /* open(), for builtins and io */

/* Builtins that need the running frame, for the table of builtins. */
extern const struct ou_native ou_builtin_exec, ou_builtin_eval, ou_builtin_compile, ou_builtin_globals,
    ou_builtin_locals, ou_builtin_vars, ou_builtin_dir, ou_builtin_import;
extern const struct ou_type ou_type_compiled; /* what compile() gives */

#endif /* OURO_INCLUDED_INCLUDE_OURO_RUN_H */
