/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Subscripts and counts of all sequences.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_SUBSCRIPT_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_SUBSCRIPT_H

#include "object/core/object.h"

/* The small int that a subscript is, which is no slice: "<type> indices must be integers or slices, not T", "cannot fit ...";
 * OU_EXC.  May run Python. */
ou_val ou_subscript_int(struct ou_vm *vm, ou_val key, const char *type) OU_MUST_CHECK;
/* The same with its sign resolved, for a length that Python cannot change: 0, or -1, also with "<what> index out of
 * range". */
int ou_subscript_resolve(struct ou_vm *vm, ou_val key, size_t length, const char *type, const char *what,
                         size_t *out) OU_MUST_CHECK;
/* Optional arguments start and end (n of them in args) against a length, as slices have them; start may
 * be beyond end and length.  May run Python.  0 or -1. */
int ou_range_args(struct ou_vm *vm, unsigned n, const ou_val *args, size_t length, ou_int *start,
                  ou_int *end) OU_MUST_CHECK;
/* v * count where count need not be an int: its value, or -1 raised, or 1 in *other: not for us. */
int ou_repeat_count(struct ou_vm *vm, ou_val v, ou_int *count, bool *other) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_SUBSCRIPT_H */
