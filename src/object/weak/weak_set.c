/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * WeakSet: a set of weak references.  Its algebra is that of sets, on what is alive.
 */
#include "object/containers/set.h"
#include "object/weak/weak_container.h"

static ou_val data_of(ou_val self) { return ou_weak_container_at(self)->data; }
static bool is_weak_set(ou_val v) { return ou_is(ou_unwrap(v), &ou_type_weak_set); }

static int add(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_weak_container_purge(vm, self);
    ou_val ref = ou_weak_container_ref(vm, self, item);
    return ref == OU_EXC ? -1 : ou_set_add(vm, data_of(self), ref);
}

static int add_all(struct ou_vm *vm, ou_val self, ou_val iterable)
{
    ou_val it = ou_iter(vm, iterable), item;
    if (it == OU_EXC)
        return -1;
    while ((item = ou_next(vm, it)) != OU_STOP)
        if (item == OU_EXC || add(vm, self, item) < 0)
            return -1;
    return 0;
}

static ou_val from_iterable(struct ou_vm *vm, ou_val iterable)
{
    ou_val self = ou_weak_container_new(vm, &ou_type_weak_set);
    return self == OU_EXC || add_all(vm, self, iterable) < 0 ? OU_EXC : self;
}

static ou_val set_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    bool exact = type == OU_ROM(&ou_type_weak_set);
    if (exact && (n_args > 1 || n_kw))
        return ou_raise(vm, &ou_exc_TypeError,
                        "WeakSet.__init__() takes from 1 to 2 positional arguments but %u were given",
                        n_args + 1);
    if (!exact || !n_args || args[0] == OU_NONE)
        return ou_weak_container_new(vm, &ou_type_weak_set);
    return from_iterable(vm, args[0]);
}

static ou_int set_len(struct ou_vm *vm, ou_val self)
{
    return (ou_int)ou_table_live(ou_weak_container_purge(vm, self));
}

static int set_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_weak_container_purge(vm, self);
    ou_val probe = ou_weak_container_probe(vm, item);
    return probe == OU_EXC ? -1 : probe == OU_ABSENT ? 0 : ou_set_has(vm, data_of(self), probe);
}

static ou_val set_iter(struct ou_vm *vm, ou_val self)
{
    ou_weak_container_purge(vm, self);
    return ou_weak_iterator_new(vm, self, OU_WEAK_KEYS);
}

static ou_val set_repr(struct ou_vm *vm, ou_val self)
{
    ou_weak_container_purge(vm, self);
    return ou_repr(vm, data_of(self));
}

/* What is alive in a WeakSet, or the items of any iterable, as a set. */
static ou_val strong(struct ou_vm *vm, ou_val v)
{
    ou_val set = ou_set_new(vm, &ou_type_set), it = set == OU_EXC ? OU_EXC : ou_iter(vm, v);
    return it == OU_EXC || ou_set_update(vm, ou_table_at(set), it) < 0 ? OU_EXC : set;
}

/* self op other, as a set */
static ou_val compute(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val other)
{
    ou_val a = strong(vm, self), b = a == OU_EXC ? OU_EXC : strong(vm, other);
    return b == OU_EXC ? OU_EXC : ou_set_binary(vm, &ou_type_set, op, a, b);
}

static ou_val algebra(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val other)
{
    ou_val set = compute(vm, op, self, other);
    return set == OU_EXC ? OU_EXC : from_iterable(vm, set);
}

static ou_val change(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val other)
{
    ou_val set = compute(vm, op, self, other), fresh = set == OU_EXC ? OU_EXC : from_iterable(vm, set), ref;
    if (fresh == OU_EXC)
        return OU_EXC;
    ou_field_set(vm, self, offsetof(struct ou_weak_container, data) / sizeof(ou_val), data_of(fresh));
    for (size_t position = 0; ou_set_next(data_of(self), &position, &ref);)
        ou_weakref_own(vm, ref, self);
    return self;
}

static bool is_algebra(enum ou_binary_op op)
{
    return op == OU_OP_OR || op == OU_OP_AND || op == OU_OP_SUB || op == OU_OP_XOR;
}

static ou_val set_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    return is_algebra(op) && is_weak_set(a) ? algebra(vm, op, ou_unwrap(a), b) : OU_NOT_IMPLEMENTED;
}

static ou_val set_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    if (op == OU_OP_OR)
        return add_all(vm, self, b) < 0 ? OU_EXC : self;
    return is_algebra(op) ? change(vm, op, self, b) : OU_NOT_IMPLEMENTED;
}

static ou_val relation(struct ou_vm *vm, enum ou_compare_op op, ou_val self, ou_val other)
{
    ou_val a = strong(vm, self), b = a == OU_EXC ? OU_EXC : strong(vm, other);
    return b == OU_EXC ? OU_EXC : ou_compare(vm, op, a, b);
}

static ou_val set_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if ((op == OU_CMP_EQ || op == OU_CMP_NE) && !is_weak_set(b))
        return OU_NOT_IMPLEMENTED;
    return relation(vm, op, a, b);
}

/* -- methods -- */

OU_NATIVE_STATIC(set_update) { return n_args > 1 && add_all(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(set_init)
{
    return n_args > 1 && args[1] != OU_NONE && add_all(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(set_add) { return add(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

/* 1 removed, 0, -1 */
static int discard(struct ou_vm *vm, ou_val self, ou_val item, ou_val *ref)
{
    ou_weak_container_purge(vm, self);
    *ref = ou_weakref_new(vm, &ou_type_weakref, item, OU_ABSENT, OU_ABSENT);
    return *ref == OU_EXC ? -1 : ou_table_take(vm, ou_weak_table(self), *ref, NULL);
}

OU_NATIVE_STATIC(set_discard)
{
    ou_val ref;
    return discard(vm, args[0], args[1], &ref) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(set_remove)
{
    ou_val ref;
    int removed = discard(vm, args[0], args[1], &ref);
    return removed > 0 ? OU_NONE : removed < 0 ? OU_EXC : ou_raise_key_error(vm, ref);
}

OU_NATIVE_STATIC(set_pop)
{
    struct ou_table *t = ou_weak_container_purge(vm, args[0]);
    for (size_t i = 0; i < ou_table_fill(t); i++) {
        const ou_val *record = ou_table_entry(t, i);
        ou_val target = record[0] == OU_ABSENT ? OU_ABSENT : ou_weakref_get(record[0]);
        if (target == OU_ABSENT)
            continue;
        ou_table_remove(vm, t, i);
        return target;
    }
    ou_val text = ou_str_from(vm, "pop from empty WeakSet");
    return text == OU_EXC ? OU_EXC : ou_raise_key_error(vm, text);
}

OU_NATIVE_STATIC(set_clear)
{
    ou_table_clear(vm, ou_weak_table(args[0]));
    return OU_NONE;
}

OU_NATIVE_STATIC(set_copy) { return from_iterable(vm, args[0]); }

#define ALGEBRA(name, op)                                                      \
    OU_NATIVE_STATIC(set_##name) { return algebra(vm, op, args[0], args[1]); } \
    OU_NATIVE_STATIC(set_##name##_update)                                      \
    {                                                                          \
        return change(vm, op, args[0], args[1]) == OU_EXC ? OU_EXC : OU_NONE;  \
    }
ALGEBRA(difference, OU_OP_SUB)
ALGEBRA(intersection, OU_OP_AND)
ALGEBRA(symmetric_difference, OU_OP_XOR)

OU_NATIVE_STATIC(set_union) { return algebra(vm, OU_OP_OR, args[0], args[1]); }

OU_NATIVE_STATIC(set_issubset) { return relation(vm, OU_CMP_LE, args[0], args[1]); }

OU_NATIVE_STATIC(set_issuperset) { return relation(vm, OU_CMP_GE, args[0], args[1]); }

OU_NATIVE_STATIC(set_isdisjoint)
{
    ou_val set = compute(vm, OU_OP_AND, args[0], args[1]);
    return set == OU_EXC ? OU_EXC : ou_bool(ou_set_len(set) == 0);
}

#define SET_METHOD(name, function, min, max) \
    OU_MEMBER_METHOD(OU_S(name), set_##function, &ou_type_weak_set, min, max, 0)
OU_ROM_ALIGN static const union ou_member set_members[] = {
    SET_METHOD(__copy__, copy, 1, 1),
    SET_METHOD(__init__, init, 1, 2),
    SET_METHOD(add, add, 2, 2),
    SET_METHOD(clear, clear, 1, 1),
    SET_METHOD(copy, copy, 1, 1),
    SET_METHOD(difference, difference, 2, 2),
    SET_METHOD(difference_update, difference_update, 2, 2),
    SET_METHOD(discard, discard, 2, 2),
    SET_METHOD(intersection, intersection, 2, 2),
    SET_METHOD(intersection_update, intersection_update, 2, 2),
    SET_METHOD(isdisjoint, isdisjoint, 2, 2),
    SET_METHOD(issubset, issubset, 2, 2),
    SET_METHOD(issuperset, issuperset, 2, 2),
    SET_METHOD(pop, pop, 1, 1),
    SET_METHOD(remove, remove, 2, 2),
    SET_METHOD(symmetric_difference, symmetric_difference, 2, 2),
    SET_METHOD(symmetric_difference_update, symmetric_difference_update, 2, 2),
    SET_METHOD(union, union, 2, 2),
    SET_METHOD(update, update, 2, 2),
};
static OU_MEMBER_TABLE(set_table, set_members);
OU_ROM_ALIGN static const struct ou_type_ops set_ops = {
    .construct = set_construct,
    .repr = set_repr,
    .len = set_len,
    .compare = set_compare,
    .binary = set_binary,
    .inplace = set_inplace,
    .contains = set_contains,
    .iter = set_iter,
};
OU_DEFINE_TYPE(ou_type_weak_set, OU_S(WeakSet), &ou_type_object, &set_ops, &set_table, OU_TYPE_WEAKREF,
               OU_V_NONE);
