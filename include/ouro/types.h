/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Types by name, and the type of a value.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_TYPES_H
#define OURO_INCLUDED_INCLUDE_OURO_TYPES_H

#include <ouro/type.h>

extern const struct ou_type ou_type_object, ou_type_type, ou_type_int, ou_type_bool, ou_type_float,
    ou_type_str, ou_type_bytes, ou_type_bytearray, ou_type_memoryview, ou_type_list, ou_type_tuple,
    ou_type_dict, ou_type_set, ou_type_frozenset, ou_type_range, ou_type_slice, ou_type_none,
    ou_type_ellipsis, ou_type_not_implemented, ou_type_function, ou_type_bound_method, ou_type_generator,
    ou_type_module, ou_type_property, ou_type_staticmethod, ou_type_classmethod, ou_type_super, ou_type_unit,
    ou_type_cell, ou_type_traceback, ou_type_enumerate, ou_type_zip, ou_type_map, ou_type_filter,
    ou_type_reversed, ou_type_array, ou_type_list_iterator, ou_type_tuple_iterator, ou_type_range_iterator,
    ou_type_sequence_iterator, ou_type_callable_iterator, ou_type_unbound;

extern const struct ou_type *const ou_immediate_types[8];

/* The type of any value; no collection. */
static inline const struct ou_type *ou_type_of(ou_val v)
{
    if (ou_is_ptr(v))
        return *(const struct ou_type *const *)v;
    if (OU_WITH_FLOAT &&
        ou_is_flonum(v)) /* the part said once more: without optimisation it is not seen in a call */
        return &ou_type_float;
    if (ou_is_small(v))
        return &ou_type_int;
    if (ou_is_interned(v))
        return &ou_type_str;
    return ou_immediate_types[(v >> 4) & 7];
}
/* v as an object of exactly the native type t (unwrapping an instance of a class derived from it), or
 * OU_ABSENT.  No collection. */
ou_val ou_cast_native(ou_val v, const struct ou_type *t);
/* issubclass without __subclasscheck__.  No collection. */
bool ou_is_subtype(const struct ou_type *sub, const struct ou_type *base);
/* isinstance without __instancecheck__; bool is an int.  No collection. */
static inline bool ou_is_a(ou_val v, const struct ou_type *t)
{
    return ou_type_of(v) == t || ou_is_subtype(ou_type_of(v), t);
}
/* isinstance and issubclass as Python has them (tuples allowed); may run Python.  1, 0, -1. */
int ou_is_instance(struct ou_vm *vm, ou_val v, ou_val type_or_tuple) OU_MUST_CHECK;
int ou_is_subclass(struct ou_vm *vm, ou_val type, ou_val type_or_tuple) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_TYPES_H */
