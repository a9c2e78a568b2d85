/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What any object is asked, beyond the public API: attributes, special methods, calls, the next item.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_PROTOCOL_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_PROTOCOL_H

#include "object/core/object.h"

/* -- attributes -- */
/* As object.__getattribute__ and its relatives for classes; OU_ABSENT if absent.  With self, a
 * function or native method found in the class is not bound: *self is set to the object (else to
 * OU_ABSENT). */
ou_val ou_generic_get(struct ou_vm *vm, ou_val object, ou_val name, ou_val *self) OU_MUST_CHECK;
int ou_generic_set(struct ou_vm *vm, ou_val object, ou_val name, ou_val value) OU_MUST_CHECK;
/* object.name about to be called: out[0] is what to call, out[1] its first argument or unbound. 0, -1. */
int ou_get_method(struct ou_vm *vm, ou_val object, ou_val name, ou_val *out) OU_MUST_CHECK;
ou_val ou_raise_attribute(struct ou_vm *vm, ou_val object, ou_val name);

/* -- special methods -- */
/* Calls object.name(*args), looked up on the type; OU_ABSENT if there is none. n <= 6 */
ou_val ou_call_special(struct ou_vm *vm, ou_val object, ou_val name, unsigned n,
                       const ou_val *args) OU_MUST_CHECK;
/* Calls with one more argument in front. */
ou_val ou_call_with_self(struct ou_vm *vm, ou_val callable, ou_val self, unsigned n_args, unsigned n_kw,
                         const ou_val *args) OU_MUST_CHECK;
extern const ou_val ou_binary_names[OU_OP_COUNT], ou_binary_reflected[OU_OP_COUNT],
    ou_binary_inplace[OU_OP_COUNT], ou_compare_names[6];
static inline enum ou_compare_op ou_compare_reflected(enum ou_compare_op op)
{
    static const uint8_t reflected[6] = {OU_CMP_GT, OU_CMP_GE, OU_CMP_EQ, OU_CMP_NE, OU_CMP_LT, OU_CMP_LE};
    return (enum ou_compare_op)reflected[op];
}

/* The TypeError of pow(a, b, m) of floats. */
ou_val ou_raise_power_mod(struct ou_vm *vm);

/* -- recursion and iteration -- */
/* Is there little left of the C stack?  ou_stack_check raises then. */
static inline bool ou_stack_low(struct ou_vm *vm)
{
    return (uintptr_t)__builtin_frame_address(0) < vm->c_stack_limit;
}
/* next(iterator), for loops over any iterable: the native function is called directly.  As ou_next, it
 * is a safepoint for interrupts: a loop of native code over an endless iterator can be stopped. */
static inline ou_val ou_next_fast(struct ou_vm *vm, ou_val iterator)
{
    const struct ou_type_ops *ops = ou_ops_of(iterator);
    return __builtin_expect(ops->next != NULL && !vm->pending, 1) ? ops->next(vm, iterator)
                                                                  : ou_next(vm, iterator);
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_PROTOCOL_H */
