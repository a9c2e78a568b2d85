/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Sets beyond the public API; their storage is in core/mapping.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SET_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SET_H

#include "object/core/table.h"

/* v as exactly a set or frozenset (instances of subclasses: what they wrap), or OU_ABSENT. */
static inline ou_val ou_set_exact(ou_val v)
{
    ou_val set = OU_WITH_SET ? ou_cast_native(v, &ou_type_set) : OU_ABSENT;
    return set != OU_ABSENT || !OU_WITH_SET ? set : ou_cast_native(v, &ou_type_frozenset);
}
/* repr of a native set or frozenset that is an object of class t. */
ou_val ou_set_repr_as(struct ou_vm *vm, ou_val set, const struct ou_type *t) OU_MUST_CHECK;
/* Adds all items of an iterable. */
int ou_set_update(struct ou_vm *vm, struct ou_table *t, ou_val iterable) OU_MUST_CHECK;
/* Set operations on any two iterables, for sets and dict views. */
ou_val ou_set_binary(struct ou_vm *vm, const struct ou_type *result, enum ou_binary_op op, ou_val a,
                     ou_val b) OU_MUST_CHECK;
extern const struct ou_rom_table ou_set_table, ou_frozenset_table;
extern const struct ou_type ou_type_set_iterator;

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_SET_H */
