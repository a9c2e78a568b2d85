/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Subscripts and counts of all sequences.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_SUBSCRIPT_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_SUBSCRIPT_H

#include "object/core/object.h"

/* A slice in two steps, for sequences that __index__ may change: unpack runs Python, adjust does not. */
struct ou_slice_range {
    ou_int start, stop, step;
    size_t count;
};
int ou_slice_unpack(struct ou_vm *vm, ou_val slice, struct ou_slice_range *r) OU_MUST_CHECK;
void ou_slice_adjust(struct ou_slice_range *r, size_t length);
/* A subscript that is not a slice, with its sign resolved: 0, or -1 with "<type> indices must be integers or
 * slices, not T" or "<what> index out of range". */
int ou_subscript_resolve(struct ou_vm *vm, ou_val key, size_t length, const char *type, const char *what,
                         size_t *out) OU_MUST_CHECK;
/* Optional arguments start and end (n of them in args) against a length, as slices have them; start may
 * be beyond end and length.  May run Python.  0 or -1. */
int ou_range_args(struct ou_vm *vm, unsigned n, const ou_val *args, size_t length, ou_int *start,
                  ou_int *end) OU_MUST_CHECK;
/* v * count where count need not be an int: its value, or -1 raised, or 1 in *other: not for us. */
int ou_repeat_count(struct ou_vm *vm, ou_val v, ou_int *count, bool *other) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_SUBSCRIPT_H */
