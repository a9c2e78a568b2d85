/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What a class may hold for its instances: functions in C, properties, bound methods, super.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_DESCRIPTOR_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_DESCRIPTOR_H

#include "object/core/object.h"

/* What an attribute found in a class gives for an object (OU_ABSENT: for the class). */
static inline ou_val ou_descriptor_get(struct ou_vm *vm, ou_val attr, ou_val object, ou_val type)
{
    if (!ou_is_ptr(attr))
        return attr;
    ou_val (*get)(struct ou_vm *, ou_val, ou_val, ou_val) = ou_ops_of(attr)->get;
    return get ? get(vm, attr, object, type) : attr;
}
int ou_descriptor_set(struct ou_vm *vm, ou_val attr, ou_val object, ou_val value) OU_MUST_CHECK;
bool ou_is_data_descriptor(struct ou_vm *vm, ou_val attr);
static inline bool ou_is_method_like(ou_val v) /* binds without running anything */
{
    return ou_is(v, &ou_type_function) || ou_is(v, &ou_type_native_method);
}
ou_val ou_bound_method_new(struct ou_vm *vm, ou_val function, ou_val self) OU_MUST_CHECK;
/* Runs a native whose arguments have been checked.  Where every access is checked, it gets a copy of exactly what was
 * passed: so one that reads more than it declares, or than it was given, is found. */
static inline ou_val ou_native_run(struct ou_vm *vm, const struct ou_native *f, unsigned n_args,
                                   unsigned n_kw, const ou_val *args)
{
#ifdef __SANITIZE_ADDRESS__
    size_t words = n_args + 2 * (size_t)n_kw;
    if (words && words <= 32) {
        ou_val exact[words];
        memcpy(exact, args, words * sizeof *args);
        return f->fn(vm, n_args, n_kw, exact);
    }
#endif
    return f->fn(vm, n_args, n_kw, args);
}
ou_val ou_native_call(struct ou_vm *vm, const struct ou_native *native, unsigned n_args, unsigned n_kw,
                      const ou_val *args) OU_MUST_CHECK;
/* super(...).name: as ou_generic_get. */
ou_val ou_super_get(struct ou_vm *vm, ou_val super, ou_val name, ou_val *self) OU_MUST_CHECK;
ou_val ou_super_new(struct ou_vm *vm, ou_val cls, ou_val object) OU_MUST_CHECK;
extern const struct ou_type ou_type_bound_native, ou_type_method_wrapper;

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_DESCRIPTOR_H */
