/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type tuple, and what tuples have in common with lists: comparison, repr, searching.
 *
 * What is common runs Python code (__eq__, __repr__ of items) that may change a list, so it reads size
 * and items anew at each step.
 */
#include "object/containers/tuple.h"
#include "object/containers/iterator.h"
#include "object/containers/sequence_ops.h"
#include "object/core/subscript.h"
#include "object/core/table.h"

/* -- the API -- */

/* -- common to list and tuple -- */

/* -- the type -- */

static ou_val tuple_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "tuple() takes no keyword arguments");
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "tuple expected at most 1 argument, got %u", n_args);
    return n_args ? ou_tuple_from_iter(vm, args[0]) : OU_ROM(&ou_empty_tuple);
}

static ou_val tuple_repr(struct ou_vm *vm, ou_val self) { return ou_sequence_repr(vm, self, '(', ')'); }

static ou_int tuple_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return (ou_int)ou_tuple_len(self);
}

/* xxHash as CPython has it, so that the order of things that depend on hashes is as good. */
#if OU_WORD_BITS == 64
#define PRIME_1 ((uintptr_t)11400714785074694791u)
#define PRIME_2 ((uintptr_t)14029467366897019727u)
#define PRIME_5 ((uintptr_t)2870177450012600261u)
#define ROTATE 31
#else
#define PRIME_1 ((uintptr_t)2654435761u)
#define PRIME_2 ((uintptr_t)2246822519u)
#define PRIME_5 ((uintptr_t)374761393u)
#define ROTATE 13
#endif

static int tuple_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    const struct ou_tuple *t = ou_tuple_at(self);
    size_t n = ou_tuple_size(t);
    uintptr_t acc = PRIME_5;
    if (ou_stack_check(vm) < 0)
        return -1;
    for (size_t i = 0; i < n; i++) {
        ou_int h;
        if (ou_interrupted(vm) || ou_table_hash(vm, t->items[i], &h) < 0)
            return -1;
        acc += (uintptr_t)h * PRIME_2;
        acc = acc << ROTATE | acc >> (OU_WORD_BITS - ROTATE);
        acc *= PRIME_1;
    }
    acc += n ^ (PRIME_5 ^ 3527539u);
    *out = ou_small_value(ou_small((ou_int)acc));
    if (*out == -1)
        *out = 1546275796;
    return 0;
}

static ou_val tuple_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val other = ou_cast_native(b, &ou_type_tuple);
    return other == OU_ABSENT ? OU_NOT_IMPLEMENTED : ou_sequence_compare(vm, op, a, other);
}

static ou_val repeat(struct ou_vm *vm, ou_val self, size_t count)
{
    size_t n = ou_tuple_len(self), total;
    if (count == 1)
        return self;
    if (__builtin_mul_overflow(n, count, &total) || total > PTRDIFF_MAX / sizeof(ou_val) / 2)
        return ou_raise_memory(vm, SIZE_MAX);
    ou_val result = ou_tuple_new(vm, total, NULL);
    if (result == OU_EXC)
        return OU_EXC;
    ou_val *to = ou_tuple_at(result)->items;
    const ou_val *from = ou_tuple_at(self)->items;
    for (size_t i = 0; i < total; i += n)
        memcpy(to + i, from, n * sizeof *to);
    return result;
}

static ou_val tuple_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (op == OU_OP_ADD) {
        ou_val left = ou_cast_native(a, &ou_type_tuple), right = ou_cast_native(b, &ou_type_tuple);
        if (left == OU_ABSENT)
            return OU_NOT_IMPLEMENTED;
        if (right == OU_ABSENT)
            return ou_sequence_cannot(vm, op, left, b);
        size_t n = ou_tuple_len(left), m = ou_tuple_len(right);
        if (m == 0 || n == 0)
            return m == 0 ? left : right;
        ou_val result = ou_tuple_new(vm, n + m, NULL);
        if (result == OU_EXC)
            return OU_EXC;
        memcpy(ou_tuple_at(result)->items, ou_tuple_at(left)->items, n * sizeof(ou_val));
        memcpy(ou_tuple_at(result)->items + n, ou_tuple_at(right)->items, m * sizeof(ou_val));
        return result;
    }
    if (op == OU_OP_MUL) {
        ou_val self = ou_cast_native(a, &ou_type_tuple), other = b;
        if (self == OU_ABSENT) {
            self = ou_cast_native(b, &ou_type_tuple);
            other = a;
        }
        size_t count;
        int can = ou_sequence_repeat_count(vm, other, &count);
        if (can <= 0)
            return can < 0 ? OU_EXC : ou_sequence_cannot(vm, op, self, other);
        return repeat(vm, self, count);
    }
    return OU_NOT_IMPLEMENTED;
}

static ou_val tuple_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    const struct ou_tuple *t = ou_tuple_at(self);
    size_t n = ou_tuple_size(t), i;
    if (ou_is(key, &ou_type_slice)) {
        ou_int start, stop, step;
        size_t count;
        if (ou_slice_resolve(vm, key, n, &start, &stop, &step, &count) < 0)
            return OU_EXC;
        if (count == n && step == 1)
            return self;
        ou_val result = ou_tuple_new(vm, count, NULL);
        if (result == OU_EXC)
            return OU_EXC;
        for (i = 0; i < count; i++)
            ou_tuple_at(result)->items[i] = t->items[start + (ou_int)i * step];
        return result;
    }
    return ou_subscript_resolve(vm, key, n, "tuple", "tuple", &i) < 0 ? OU_EXC : t->items[i];
}

static ou_val tuple_iter(struct ou_vm *vm, ou_val self)
{
    return ou_sequence_iterator_new(vm, &ou_type_tuple_iterator, self);
}

OU_METHOD(tuple_count_method, ou_sequence_count, &ou_type_tuple, OU_S(count), 2, 2, 0);
OU_METHOD(tuple_index_method, ou_sequence_index, &ou_type_tuple, OU_S(index), 2, 4, 0);
static const struct ou_rom_entry tuple_entries[] = {
    {OU_S(count), OU_ROM(&tuple_count_method)},
    {OU_S(index), OU_ROM(&tuple_index_method)},
};
OU_ROM_TABLE(ou_tuple_table, tuple_entries);

static const struct ou_type_ops tuple_ops = {.construct = tuple_construct,
                                             .repr = tuple_repr,
                                             .len = tuple_len,
                                             .hash = tuple_hash,
                                             .compare = tuple_compare,
                                             .binary = tuple_binary,
                                             .get_item = tuple_get_item,
                                             .contains = ou_sequence_contains,
                                             .iter = tuple_iter};
OU_DEFINE_TYPE(ou_type_tuple, OU_S(tuple), &ou_type_object, &tuple_ops, &ou_tuple_table, 0, OU_V_TUPLE);
