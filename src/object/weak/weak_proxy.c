/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Weak proxies: weak references that behave as the object does, as long as there is one.
 */
#include "object/types/type.h"

/* The object of a proxy; OU_EXC: ReferenceError.  Other values are themselves. */
static ou_val strong(struct ou_vm *vm, ou_val v)
{
    if (!ou_is(v, &ou_type_weak_proxy) && !ou_is(v, &ou_type_weak_callable_proxy))
        return v;
    ou_val target = ou_weakref_get(v);
    return target == OU_ABSENT
               ? ou_raise(vm, &ou_exc_ReferenceError, "weakly-referenced object no longer exists")
               : target;
}

static ou_val proxy_repr(struct ou_vm *vm, ou_val self)
{
    ou_val target = ou_weakref_get(self), at = ou_weakref_address(vm, self);
    if (target == OU_ABSENT)
        target = OU_NONE; /* as CPython has it */
    ou_val there = at == OU_EXC ? OU_EXC : ou_weakref_address(vm, target);
    return there == OU_EXC ? OU_EXC : ou_str_format(vm, "<weakproxy at %v to %T at %v>", at, target, there);
}

static ou_val proxy_str(struct ou_vm *vm, ou_val self)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? OU_EXC : ou_str(vm, v);
}

static int proxy_truth(struct ou_vm *vm, ou_val self)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? -1 : ou_truth(vm, v);
}

static ou_int proxy_len(struct ou_vm *vm, ou_val self)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? -1 : ou_len(vm, v);
}

static ou_val proxy_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    a = strong(vm, a);
    b = a == OU_EXC ? OU_EXC : strong(vm, b);
    return b == OU_EXC ? OU_EXC : ou_compare(vm, op, a, b);
}

static ou_val proxy_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val self)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? OU_EXC : ou_unary(vm, op, v);
}

static ou_val proxy_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    a = strong(vm, a);
    b = a == OU_EXC ? OU_EXC : strong(vm, b);
    return b == OU_EXC ? OU_EXC : ou_binary(vm, op, a, b);
}

static ou_val proxy_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    ou_val a = strong(vm, self);
    b = a == OU_EXC ? OU_EXC : strong(vm, b);
    return b == OU_EXC ? OU_EXC : ou_inplace(vm, op, a, b);
}

static ou_val proxy_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? OU_EXC : ou_get_item(vm, v, key);
}

static int proxy_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? -1 : ou_set_item(vm, v, key, value);
}

static int proxy_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? -1 : ou_contains(vm, v, item);
}

static ou_val proxy_iter(struct ou_vm *vm, ou_val self)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? OU_EXC : ou_iter(vm, v);
}

static ou_val proxy_next(struct ou_vm *vm, ou_val self)
{
    ou_val v = strong(vm, self);
    if (v == OU_EXC)
        return OU_EXC;
    const struct ou_type *t = ou_type_of(v);
    if (ou_type_is_heap(t) ? ou_type_lookup(vm, t, OU_S(__next__)) == OU_ABSENT : !ou_ops(t)->next)
        return ou_raise(vm, &ou_exc_TypeError, "Weakref proxy referenced a non-iterator '%T' object", v);
    return ou_next(vm, v);
}

static ou_val proxy_call(struct ou_vm *vm, ou_val self, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? OU_EXC : ou_call(vm, v, n_args, n_kw, args);
}

static ou_val proxy_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC ? OU_EXC : ou_get_attr(vm, v, name);
}

static int proxy_set_attr(struct ou_vm *vm, ou_val self, ou_val name, ou_val value)
{
    ou_val v = strong(vm, self);
    return v == OU_EXC || ou_set_attr(vm, v, name, value) < 0 ? -1 : 1;
}

/* The attributes that every object has computed by its class. */
#define FORWARD(name)                                                                                       \
    static ou_val get##name(struct ou_vm *vm, ou_val self) { return proxy_get_attr(vm, self, OU_S(name)); } \
    static int set##name(struct ou_vm *vm, ou_val self, ou_val value)                                       \
    {                                                                                                       \
        return proxy_set_attr(vm, self, OU_S(name), value) < 0 ? -1 : 0;                                    \
    }
FORWARD(__class__)
FORWARD(__dict__)
FORWARD(__module__)

OU_ROM_ALIGN static const union ou_member proxy_members[] = {
    OU_MEMBER_PROPERTY(OU_S(__class__), get__class__, set__class__),
    OU_MEMBER_PROPERTY(OU_S(__dict__), get__dict__, set__dict__),
    OU_MEMBER_PROPERTY(OU_S(__module__), get__module__, set__module__),
};
static OU_MEMBER_TABLE(proxy_table, proxy_members);

#define OPERATIONS                                                                                          \
    .repr = proxy_repr, .str = proxy_str, .truth = proxy_truth, .len = proxy_len, .compare = proxy_compare, \
    .unary = proxy_unary, .binary = proxy_binary, .inplace = proxy_inplace, .get_item = proxy_get_item,     \
    .set_item = proxy_set_item, .contains = proxy_contains, .iter = proxy_iter, .next = proxy_next,         \
    .get_attr = proxy_get_attr, .set_attr = proxy_set_attr

OU_ROM_ALIGN static const struct ou_type_ops proxy_ops = {OPERATIONS};
OU_ROM_ALIGN static const struct ou_type_ops callable_ops = {OPERATIONS, .call = proxy_call};
OU_DEFINE_TYPE(ou_type_weak_proxy, OU_S(weakref_dot_ProxyType), &ou_type_object, &proxy_ops, &proxy_table,
               OU_TYPE_FINAL, OU_V_NONE);
OU_DEFINE_TYPE(ou_type_weak_callable_proxy, OU_S(weakref_dot_CallableProxyType), &ou_type_object,
               &callable_ops, &proxy_table, OU_TYPE_FINAL, OU_V_NONE);
