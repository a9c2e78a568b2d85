/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What lists and tuples have in common: comparison, repr, searching.
 *
 * These run Python code (__eq__, __repr__ of items) that may change a list, so they read size and items anew at each
 * step.
 */
#include "object/containers/sequence_ops.h"
#include "object/core/protocol.h"
#include "object/types/type.h"

/* Item i, or OU_ABSENT behind the end. */
static inline ou_val at(ou_val v, size_t i)
{
    const ou_val *items = NULL;
    size_t n = 0;
    (void)ou_sequence_items(v, &items, &n);
    return i < n ? items[i] : OU_ABSENT;
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
        if (x == OU_ABSENT || y == OU_ABSENT)
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
    for (; !failed && (item = at(v, i)) != OU_ABSENT; i++) {
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
    for (size_t i = start; i < stop && (item = at(v, i)) != OU_ABSENT; i++) {
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
        if (index == OU_ABSENT)
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

OU_NATIVE_FUNCTION(ou_sequence_index)
{
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

OU_NATIVE_FUNCTION(ou_sequence_count)
{
    size_t place = 0;
    ou_int count = 0;
    int found;
    while ((found = ou_sequence_find(vm, args[0], args[1], place, SIZE_MAX, &place)) > 0) {
        count++;
        place++;
    }
    return found < 0 ? OU_EXC : ou_small(count);
}

/* -- operators -- */

static bool class_may_know(struct ou_vm *vm, enum ou_binary_op op, ou_val b)
{
    if (!ou_type_is_heap(ou_type_of(b)))
        return false;
    return ou_type_lookup(vm, ou_type_of(b), ou_binary_reflected[op]) != OU_ABSENT;
}

ou_val ou_sequence_cannot(struct ou_vm *vm, enum ou_binary_op op, ou_val sequence, ou_val b)
{
    if ((op != OU_OP_ADD && op != OU_OP_MUL) || class_may_know(vm, op, b))
        return OU_NOT_IMPLEMENTED;
    if (op == OU_OP_MUL)
        return ou_raise(vm, &ou_exc_TypeError, "can't multiply sequence by non-int of type '%T'", b);
    const struct ou_type *t = ou_type_of(sequence);
    return ou_raise(vm, &ou_exc_TypeError, "can only concatenate %N (not \"%T\") to %N", t, b, t);
}

int ou_sequence_repeat_count(struct ou_vm *vm, ou_val b, size_t *count)
{
    ou_int n;
    if (!ou_is_int(b)) {
        ou_val self, index = ou_get_special(vm, b, OU_S(__index__), &self);
        if (index == OU_EXC || index == OU_ABSENT)
            return index == OU_EXC ? -1 : 0;
    }
    if (ou_to_int(vm, b, &n) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_OverflowError))
            return -1;
        (void)ou_exc_take(vm);
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "cannot fit '%T' into an index-sized integer", b));
    }
    *count = n < 0 ? 0 : (size_t)n;
    return 1;
}
