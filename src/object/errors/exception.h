/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Exceptions: making, raising, printing.
 *
 * The pending exception is vm->roots.exc.  Raising sets __context__ to the exception being handled, as
 * CPython does.  MemoryError needs no memory: when a fresh one cannot be had, the one made at init is
 * used, whose text is composed from vm->memory_wanted when it is asked for.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_ERRORS_EXCEPTION_H
#define OURO_INCLUDED_SRC_OBJECT_ERRORS_EXCEPTION_H

#include "object/core/object.h"

/* Makes the preallocated MemoryError.  0, or -1 (no memory). */
int ou_exception_init(struct ou_vm *vm);
static inline bool ou_is_exception(ou_val v)
{
    return ou_is_ptr(v) && (ou_type_flags(ou_type_of(v)) & OU_TYPE_EXCEPTION);
}
/* A new exception of a type (in C or a class) with the given args, without running any __init__. */
ou_val ou_exception_new(struct ou_vm *vm, const struct ou_type *t, size_t n_args,
                        const ou_val *args) OU_MUST_CHECK;
/* BaseException.__init__ and its relatives: sets args and the attributes that depend on them. 0, -1 */
int ou_exception_init_args(struct ou_vm *vm, ou_val exception, unsigned n_args, unsigned n_kw,
                           const ou_val *args) OU_MUST_CHECK;
/* The instance that `raise v` raises: v itself, or v() if it is a class.  OU_EXC: raised TypeError. */
ou_val ou_exception_instance(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* Makes it the pending exception, with implicit context.  Returns OU_EXC.  No collection. */
ou_val ou_raise_instance(struct ou_vm *vm, ou_val exception);
/* `raise exception from cause`. */
ou_val ou_raise_from(struct ou_vm *vm, ou_val exception, ou_val cause);
/* StopIteration.value.  No collection. */
ou_val ou_stop_iteration_value(ou_val exception);
/* Attributes that live in `extra`; unbound if not set.  get: no collection. */
ou_val ou_exception_extra(struct ou_vm *vm, ou_val exception, ou_val name);
int ou_exception_set_extra(struct ou_vm *vm, ou_val exception, ou_val name, ou_val value) OU_MUST_CHECK;
/* The type that OSError(errno, ...) becomes. */
const struct ou_type *ou_os_error_type(int error_number);
const char *ou_os_error_text(int error_number);
/* str(exception), e.g. for what prints it. */
ou_val ou_exception_str(struct ou_vm *vm, ou_val exception) OU_MUST_CHECK;

/* -- groups (exception_group.c) -- */
static inline bool ou_is_group(ou_val v)
{
    return ou_is_ptr(v) && (ou_type_flags(ou_type_of(v)) & OU_TYPE_GROUP);
}
/* The exceptions in a group: a tuple. */
ou_val ou_group_members(ou_val group);
/* BaseExceptionGroup.__new__: an exception of type t, its args not yet set. */
ou_val ou_group_make(struct ou_vm *vm, const struct ou_type *t, unsigned n_args,
                     const ou_val *args) OU_MUST_CHECK;
ou_val ou_group_str(struct ou_vm *vm, ou_val group) OU_MUST_CHECK;
/* What a clause `except* types` catches of *rest: 1: *match is a group, and *rest what is left, or None;
 * 0: nothing, both unchanged; -1: raised.  types are valid (ou_op_exc_match has seen them). */
int ou_group_catch(struct ou_vm *vm, ou_val *rest, ou_val *match, ou_val types, bool whole) OU_MUST_CHECK;
/* What is raised after all clauses of a `try` that caught `caught`, when `list` holds what they raised and
 * what was left: an exception, or None. */
ou_val ou_group_raised(struct ou_vm *vm, ou_val caught, ou_val list) OU_MUST_CHECK;
extern const struct ou_rom_table ou_group_table;

/* The text of a MemoryError, without NUL: its length. */
#define OU_MEMORY_TEXT_MAX 72
size_t ou_memory_error_text(struct ou_vm *vm, char *out);

/* -- printing (traceback.c) -- */
/* Writes the traceback of an exception, chained ones first, through `write`; never raises. */
typedef void (*ou_write_fn)(void *ctx, const char *text, size_t n);
void ou_exc_write(struct ou_vm *vm, ou_val exception, ou_write_fn write, void *ctx);
/* The same as a str. */
ou_val ou_exc_text(struct ou_vm *vm, ou_val exception) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_ERRORS_EXCEPTION_H */
