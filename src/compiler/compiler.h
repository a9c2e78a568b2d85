/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The compiler: source text, read as a stream, to functions that run it.
 *
 * A module is compiled one statement at a time: ou_compile_next returns a function without parameters
 * that runs the next top-level statement; the caller runs it, drops it, and asks again.  The tree of
 * a statement lies in scratch memory of the outer heap and is released before ou_compile_next returns;
 * inside a class statement at top level, after each statement of the class body.  Constants and names
 * of the statement's own code lie in a pool that dies with it; those of functions that it defines, in
 * the pool of the module's unit.
 */
#ifndef OURO_INCLUDED_SRC_COMPILER_COMPILER_H
#define OURO_INCLUDED_SRC_COMPILER_COMPILER_H

#include "object/core/vm.h"

/* Where source comes from.  read fills buffer with up to n bytes and returns the number, 0 at the end,
 * or negative with an exception raised in the VM. */
struct ou_reader {
    int (*read)(struct ou_vm *vm, void *ctx, char *buffer, size_t n);
    void *ctx;
};

enum ou_compile_mode {
    OU_COMPILE_EXEC,   /* statements */
    OU_COMPILE_SINGLE, /* interactive: the value of an expression statement goes to PRINT_EXPR */
    OU_COMPILE_EVAL    /* one expression; the function returns its value */
};

struct ou_compiler; /* in scratch memory of the outer heap, and linked into vm->compilers while open */

/* unit: the module's unit (ou_unit_new), whose pool receives what functions need.  filename is in the
 * unit.  With namespace_code, statements use GET_NAME and take the namespace as their one argument
 * (exec with locals).  NULL with an exception raised. */
struct ou_compiler *ou_compile_open(struct ou_vm *vm, const struct ou_reader *reader, ou_val unit,
                                    enum ou_compile_mode mode, bool namespace_code);
/* The function of the next statement, OU_STOP at the end of the source, or OU_EXC.  May collect. */
ou_val ou_compile_next(struct ou_compiler *compiler);
/* The function of all that remains, as one (for compile()). */
ou_val ou_compile_rest(struct ou_compiler *compiler);
/* Also after errors.  Trims the unit's pool to what it holds. */
void ou_compile_close(struct ou_compiler *compiler);
/* After a SyntaxError: true if the source ended inside an unfinished construct (open bracket, block or
 * triple-quoted string), so that a prompt should ask for another line. */
bool ou_compile_incomplete(const struct ou_compiler *compiler);

/* Root provider for open compilers, registered by the VM. */
void ou_compile_visit_roots(struct ou_heap *heap, void *vm);

#endif /* OURO_INCLUDED_SRC_COMPILER_COMPILER_H */
