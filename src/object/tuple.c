/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type tuple, and what tuples have in common with lists: comparison, repr, searching.
 *
 * What is common runs Python code (__eq__, __repr__ of items) that may change a list, so it reads size
 * and items anew at each step.
 */
#include "base/base.h"
#include "object/containers.h"

const struct ou_tuple ou_empty_tuple
    __attribute__((aligned(8))) = {OU_ROM(&ou_type_tuple), OU_SMALL_CONST(0), {}};

/* -- the API -- */

ou_val ou_tuple_new(struct ou_vm *vm, size_t n, const ou_val *items)
{
    if (n == 0)
        return OU_ROM(&ou_empty_tuple);
    size_t bytes = sizeof(struct ou_tuple) + n * sizeof(ou_val);
    struct ou_tuple *t;
    if (OU_LIKELY(n <= 16)) {
        t = (struct ou_tuple *)ou_new_values(vm, &ou_type_tuple, bytes);
        if (!t)
            return OU_EXC;
    } else {
        if (n > PTRDIFF_MAX / sizeof(ou_val) / 2)
            return ou_raise_memory(vm, SIZE_MAX);
        t = (struct ou_tuple *)ou_alloc(vm, bytes, OU_GC_VALUES);
        if (!t)
            return OU_EXC;
        t->type = OU_ROM(&ou_type_tuple);
    }
    t->size = ou_small((ou_int)n);
    if (items)
        for (size_t i = 0; i < n; i++)
            t->items[i] = items[i];
    return (ou_val)t;
}

size_t ou_tuple_len(ou_val tuple)
{
    ou_assert_api(ou_is(tuple, &ou_type_tuple));
    return ou_tuple_size(ou_tuple_at(tuple));
}

ou_val *ou_tuple_items(ou_val tuple)
{
    ou_assert_api(ou_is(tuple, &ou_type_tuple));
    return ou_tuple_at(tuple)->items;
}

ou_val ou_tuple_from_iter(struct ou_vm *vm, ou_val iterable)
{
    if (ou_is(iterable, &ou_type_tuple))
        return iterable;
    ou_val list = ou_is(iterable, &ou_type_list) ? iterable : ou_list_from_iter(vm, iterable);
    return list == OU_EXC ? OU_EXC : ou_list_to_tuple(vm, list);
}

/* -- common to list and tuple -- */

/* Item i, or OU_UNBOUND behind the end. */
static inline ou_val at(ou_val v, size_t i)
{
    const ou_val *items = NULL;
    size_t n = 0;
    (void)ou_sequence_items(v, &items, &n);
    return i < n ? items[i] : OU_UNBOUND;
}

static size_t size_of(ou_val v)
{
    const ou_val *items = NULL;
    size_t n = 0;
    (void)ou_sequence_items(v, &items, &n);
    return n;
}

static bool order_of(enum ou_compare_op op, size_t n, size_t m)
{
    switch (op) {
    case OU_CMP_LT: return n < m;
    case OU_CMP_LE: return n <= m;
    case OU_CMP_EQ: return n == m;
    case OU_CMP_NE: return n != m;
    case OU_CMP_GT: return n > m;
    default: return n >= m;
    }
}

ou_val ou_sequence_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if ((op == OU_CMP_EQ || op == OU_CMP_NE) && size_of(a) != size_of(b))
        return ou_bool(op == OU_CMP_NE);
    if (ou_stack_check(vm) < 0)
        return OU_EXC;
    for (size_t i = 0;; i++) {
        ou_val x = at(a, i), y = at(b, i);
        if (x == OU_UNBOUND || y == OU_UNBOUND)
            return ou_bool(order_of(op, size_of(a), size_of(b)));
        if (x == y)
            continue;
        if (ou_interrupted(vm))
            return OU_EXC;
        int equal = ou_both_small(x, y) ? 0 : ou_equal(vm, x, y);
        if (equal < 0)
            return OU_EXC;
        if (equal)
            continue;
        if (op == OU_CMP_EQ || op == OU_CMP_NE)
            return ou_bool(op == OU_CMP_NE);
        return ou_compare(vm, op, x, y);
    }
}

ou_val ou_sequence_repr(struct ou_vm *vm, ou_val v, char open, char close)
{
    int enter = ou_repr_enter(vm, v);
    if (enter <= 0) {
        char dots[] = {open, '.', '.', '.', close};
        return enter < 0 ? OU_EXC : ou_str_new(vm, dots, sizeof dots);
    }
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_byte(&b, (uint8_t)open);
    ou_val item;
    bool failed = false;
    size_t i = 0;
    for (; !failed && (item = at(v, i)) != OU_UNBOUND; i++) {
        if (i > 0)
            ou_builder_add(&b, ", ", 2);
        failed = ou_builder_add_repr(&b, item) < 0;
    }
    ou_repr_leave(vm, v);
    if (failed)
        return OU_EXC;
    if (i == 1 && open == '(')
        ou_builder_add_byte(&b, ',');
    ou_builder_add_byte(&b, (uint8_t)close);
    return ou_builder_str(&b);
}

int ou_sequence_find(struct ou_vm *vm, ou_val v, ou_val x, size_t start, size_t stop, size_t *place)
{
    ou_val item;
    bool word = ou_table_is_word(x);
    for (size_t i = start; i < stop && (item = at(v, i)) != OU_UNBOUND; i++) {
        if (item != x) {
            if (word && (ou_is_small(x) ? ou_is_small(item) || ou_is_interned(item)
                                        : ou_is_interned(item) || ou_is_small(item)))
                continue;
            int equal = ou_interrupted(vm) ? -1 : ou_equal(vm, item, x);
            if (equal < 0)
                return -1;
            if (!equal)
                continue;
        }
        *place = i;
        return 1;
    }
    return 0;
}

int ou_sequence_contains(struct ou_vm *vm, ou_val v, ou_val x)
{
    size_t place;
    return ou_sequence_find(vm, v, x, 0, SIZE_MAX, &place);
}

static int bound(struct ou_vm *vm, ou_val v, size_t length, size_t *out)
{
    ou_int i;
    if (!ou_is_int(v)) {
        ou_val self, index = ou_get_special(vm, v, OU_S(__index__), &self);
        if (index == OU_EXC)
            return -1;
        if (index == OU_UNBOUND)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "slice indices must be integers or have an __index__ method"));
    }
    if (ou_to_int_clamp(vm, v, &i) < 0)
        return -1;
    if (i < 0)
        i = i < -(ou_int)length ? 0 : i + (ou_int)length;
    *out = (size_t)i;
    return 0;
}

ou_val ou_sequence_index(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)n_kw;
    size_t start = 0, stop = SIZE_MAX, place;
    if ((n_args > 2 && bound(vm, args[2], size_of(args[0]), &start) < 0) ||
        (n_args > 3 && bound(vm, args[3], size_of(args[0]), &stop) < 0))
        return OU_EXC;
    int found = ou_sequence_find(vm, args[0], args[1], start, stop, &place);
    if (found)
        return found < 0 ? OU_EXC : ou_small((ou_int)place);
    if (ou_is(args[0], &ou_type_list))
        return ou_raise(vm, &ou_exc_ValueError, "%r is not in list", args[1]);
    return ou_raise(vm, &ou_exc_ValueError, "tuple.index(x): x not in tuple");
}

ou_val ou_sequence_count(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)n_args, (void)n_kw;
    size_t place = 0;
    ou_int count = 0;
    int found;
    while ((found = ou_sequence_find(vm, args[0], args[1], place, SIZE_MAX, &place)) > 0) {
        count++;
        place++;
    }
    return found < 0 ? OU_EXC : ou_small(count);
}

/* -- the type -- */

static ou_val tuple_make(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
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
    ou_val other = ou_as(b, &ou_type_tuple);
    return other == OU_UNBOUND ? OU_NOT_IMPLEMENTED : ou_sequence_compare(vm, op, a, other);
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
        ou_val left = ou_as(a, &ou_type_tuple), right = ou_as(b, &ou_type_tuple);
        if (left == OU_UNBOUND)
            return OU_NOT_IMPLEMENTED;
        if (right == OU_UNBOUND)
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
        ou_val self = ou_as(a, &ou_type_tuple), other = b;
        if (self == OU_UNBOUND) {
            self = ou_as(b, &ou_type_tuple);
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

static const struct ou_type_ops tuple_ops = {.make = tuple_make,
                                             .repr = tuple_repr,
                                             .len = tuple_len,
                                             .hash = tuple_hash,
                                             .compare = tuple_compare,
                                             .binary = tuple_binary,
                                             .get_item = tuple_get_item,
                                             .contains = ou_sequence_contains,
                                             .iter = tuple_iter};
OU_DEFINE_TYPE(ou_type_tuple, OU_S(tuple), &ou_type_object, &tuple_ops, &ou_tuple_table, 0, OU_V_TUPLE);
