/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type list.
 *
 * Items lie in a VALUES block of `capacity` words; words behind the size are unbound, so that nothing is
 * kept alive by accident.  Whatever may run Python code or collect is done before items are moved, and
 * the block is looked up again afterwards, because both may have changed the list.
 */
#include "object/containers/list.h"
#include "base/base.h"
#include "object/containers/iterator.h"
#include "object/containers/sequence_ops.h"
#include "object/core/subscript.h"

/* -- storage -- */

/* -- the API -- */

/* -- subscripts -- */

static ou_val get_slice(struct ou_vm *vm, const struct ou_list *l, ou_val slice)
{
    struct ou_slice_range r;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return OU_EXC;
    ou_slice_adjust(&r, ou_list_size(l));
    struct ou_list *result = ou_list_alloc(vm, r.count);
    if (!result)
        return OU_EXC;
    const ou_val *from = ou_list_words(l);
    ou_val *to = ou_list_words(result);
    for (size_t i = 0; i < r.count; i++)
        to[i] = from[r.start + (ou_int)i * r.step];
    ou_list_set_size(result, r.count);
    return (ou_val)result;
}

static ou_val list_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    const struct ou_list *l = ou_list_at(self);
    size_t i;
    if (ou_is(key, &ou_type_slice))
        return get_slice(vm, l, key);
    key = ou_subscript_int(vm, key, "list"); /* which may change the list */
    if (key == OU_EXC || ou_index_resolve(vm, key, ou_list_size(l), "list", &i) < 0)
        return OU_EXC;
    return ou_list_words(l)[i];
}

static void delete_strided(struct ou_vm *vm, struct ou_list *l, ou_int start, ou_int step, size_t count)
{
    if (step < 0) {
        start += (ou_int)(count - 1) * step;
        step = -step;
    }
    ou_val *items = ou_list_words(l);
    size_t n = ou_list_size(l), to = (size_t)start, next = (size_t)start, removed = 0;
    ou_store_bulk(&vm->heap, items);
    for (size_t i = to; i < n; i++) {
        if (i == next && removed < count) {
            removed++;
            next += (size_t)step;
        } else {
            items[to++] = items[i];
        }
    }
    memset(items + to, 0, (n - to) * sizeof *items);
    ou_list_set_size(l, to);
    ou_list_shrink(vm, l);
}

static int delete_slice(struct ou_vm *vm, struct ou_list *l, ou_val slice)
{
    struct ou_slice_range r;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return -1;
    ou_slice_adjust(&r, ou_list_size(l));
    if (r.count == 0)
        return 0;
    if (r.step == 1)
        ou_list_remove_range(vm, l, (size_t)r.start, (size_t)r.stop);
    else
        delete_strided(vm, l, r.start, r.step, r.count);
    return 0;
}

/* What is assigned to a slice of l, as a list or tuple that is not l. */
static ou_val slice_source(struct ou_vm *vm, const struct ou_list *l, ou_val value, ou_int step)
{
    if (ou_is(value, &ou_type_tuple) || (ou_is(value, &ou_type_list) && value != (ou_val)l))
        return value;
    ou_val iterator = ou_is(value, &ou_type_list) ? value : ou_iter(vm, value);
    if (iterator == OU_EXC && ou_exc_matches(vm, &ou_exc_TypeError)) {
        (void)ou_exc_take(vm);
        return ou_raise_message(
            vm, step == 1 ? OU_MESSAGE(&ou_exc_TypeError, "can only assign an iterable")
                          : OU_MESSAGE(&ou_exc_TypeError, "must assign iterable to extended slice"));
    }
    return iterator == OU_EXC ? OU_EXC : ou_list_from_iter(vm, iterator);
}

static int set_slice(struct ou_vm *vm, struct ou_list *l, ou_val slice, ou_val value)
{
    struct ou_slice_range r;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return -1;
    ou_val source = slice_source(vm, l, value, r.step);
    if (source == OU_EXC)
        return -1;
    ou_slice_adjust(&r, ou_list_size(l));
    const ou_val *from = NULL;
    size_t m = 0;
    (void)ou_sequence_items(source, &from, &m);
    if (r.step != 1) {
        if (m != r.count)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError,
                                    "attempt to assign sequence of size %zu to extended slice of size %zu", m,
                                    r.count));
    } else if (m < r.count) {
        ou_list_remove_range(vm, l, (size_t)r.start + m, (size_t)r.start + r.count);
    } else if (m > r.count && ou_list_open_gap(vm, l, (size_t)r.start + r.count, m - r.count) < 0) {
        return -1;
    }
    ou_val *items = ou_list_words(l);
    if (m)
        ou_store_bulk(&vm->heap, items);
    for (size_t i = 0; i < m; i++)
        items[r.start + (ou_int)i * r.step] = from[i];
    return 0;
}

static int list_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    struct ou_list *l = ou_list_at(self);
    size_t i;
    if (ou_is(key, &ou_type_slice))
        return value == OU_ABSENT ? delete_slice(vm, l, key) : set_slice(vm, l, key, value);
    key = ou_subscript_int(vm, key, "list");
    if (key == OU_EXC || ou_index_resolve(vm, key, ou_list_size(l), "list assignment", &i) < 0)
        return -1;
    if (value == OU_ABSENT)
        ou_list_remove_range(vm, l, i, i + 1);
    else
        OU_STORE(vm, ou_list_words(l), ou_list_words(l) + i, value);
    return 0;
}

/* -- operators -- */

/* The items `count` times, into l, which begins with them if it is the list itself. */
static int fill_repeated(struct ou_vm *vm, struct ou_list *l, const struct ou_list *from, size_t count)
{
    size_t n = ou_list_size(from), total;
    if (__builtin_mul_overflow(n, count, &total) || total > OU_LIST_MAX)
        return ou_fail(ou_raise_memory(vm, SIZE_MAX));
    if (total > (size_t)ou_small_value(l->capacity) && ou_list_set_capacity(vm, l, total) < 0)
        return -1;
    ou_val *to = ou_list_words(l);
    const ou_val *items = ou_list_words(from);
    if (total)
        ou_store_bulk(&vm->heap, to);
    if (n == 1)
        for (size_t i = 0; i < total; i++)
            to[i] = items[0];
    else
        for (size_t i = 0; i < total; i += n)
            memmove(to + i, items, n * sizeof *to);
    ou_list_set_size(l, total);
    return 0;
}

static ou_val list_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (op == OU_OP_ADD) {
        ou_val left = ou_cast_native(a, &ou_type_list), right = ou_cast_native(b, &ou_type_list);
        if (left == OU_ABSENT)
            return OU_NOT_IMPLEMENTED;
        if (right == OU_ABSENT)
            return ou_sequence_cannot(vm, op, left, b);
        size_t n = ou_list_len(left), m = ou_list_len(right);
        struct ou_list *result = ou_list_alloc(vm, n + m);
        if (!result)
            return OU_EXC;
        if (n)
            memcpy(ou_list_words(result), ou_list_words(ou_list_at(left)), n * sizeof(ou_val));
        if (m)
            memcpy(ou_list_words(result) + n, ou_list_words(ou_list_at(right)), m * sizeof(ou_val));
        ou_list_set_size(result, n + m);
        return (ou_val)result;
    }
    if (op == OU_OP_MUL) {
        ou_val self = ou_cast_native(a, &ou_type_list), other = b;
        if (self == OU_ABSENT) {
            self = ou_cast_native(b, &ou_type_list);
            other = a;
        }
        size_t count;
        int can = ou_sequence_repeat_count(vm, other, &count);
        if (can <= 0)
            return can < 0 ? OU_EXC : ou_sequence_cannot(vm, op, self, other);
        struct ou_list *result = ou_list_alloc(vm, 0);
        return !result || fill_repeated(vm, result, ou_list_at(self), count) < 0 ? OU_EXC : (ou_val)result;
    }
    return OU_NOT_IMPLEMENTED;
}

static ou_val list_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    struct ou_list *l = ou_list_at(self);
    if (op == OU_OP_ADD)
        return ou_list_extend(vm, self, b) < 0 ? OU_EXC : self;
    if (op == OU_OP_MUL) {
        size_t count;
        int can = ou_sequence_repeat_count(vm, b, &count);
        if (can <= 0)
            return can < 0 ? OU_EXC : ou_sequence_cannot(vm, op, self, b);
        if (count == 0) {
            ou_list_set_size(l, 0);
            return ou_list_set_capacity(vm, l, 0) < 0 ? OU_EXC : self;
        }
        return fill_repeated(vm, l, l, count) < 0 ? OU_EXC : self;
    }
    return OU_NOT_IMPLEMENTED;
}

static ou_val list_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val other = ou_cast_native(b, &ou_type_list);
    return other == OU_ABSENT ? OU_NOT_IMPLEMENTED : ou_sequence_compare(vm, op, a, other);
}

static ou_val list_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "list() takes no keyword arguments");
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "list expected at most 1 argument, got %u", n_args);
    return n_args ? ou_list_from_iter(vm, args[0]) : ou_list_new(vm, 0, NULL);
}

static ou_val list_repr(struct ou_vm *vm, ou_val self) { return ou_sequence_repr(vm, self, '[', ']'); }

static ou_int list_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return (ou_int)ou_list_len(self);
}

static ou_val list_iter(struct ou_vm *vm, ou_val self)
{
    return ou_sequence_iterator_new(vm, &ou_type_list_iterator, self);
}

/* -- methods -- */

OU_NATIVE_STATIC(list_append)
{
    return ou_list_push(vm, ou_list_at(args[0]), args[1]) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(list_extend) { return ou_list_extend(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(list_insert)
{
    struct ou_list *l = ou_list_at(args[0]);
    ou_int i;
    if (ou_to_int(vm, args[1], &i) < 0)
        return OU_EXC;
    ou_int n = (ou_int)ou_list_size(l);
    i = i < -n ? 0 : i < 0 ? i + n : OU_MIN(i, n);
    if (ou_list_open_gap(vm, l, (size_t)i, 1) < 0)
        return OU_EXC;
    OU_STORE(vm, ou_list_words(l), ou_list_words(l) + i, args[2]);
    return OU_NONE;
}

OU_NATIVE_STATIC(list_pop)
{
    struct ou_list *l = ou_list_at(args[0]);
    ou_int i = -1;
    if (n_args > 1 && ou_to_int(vm, args[1], &i) < 0)
        return OU_EXC;
    ou_int n = (ou_int)ou_list_size(l);
    if (n == 0)
        return ou_raise(vm, &ou_exc_IndexError, "pop from empty list");
    if (i < 0)
        i += n;
    if (i < 0 || i >= n)
        return ou_raise(vm, &ou_exc_IndexError, "pop index out of range");
    ou_val *items = ou_list_words(l), v = items[i];
    if (i == n - 1 && (n & 15)) {
        OU_STORE(vm, items, items + i, OU_ABSENT);
        ou_list_set_size(l, (size_t)i);
    } else {
        ou_list_remove_range(vm, l, (size_t)i, (size_t)i + 1);
    }
    return v;
}

OU_NATIVE_STATIC(list_remove)
{
    size_t i;
    int found = ou_sequence_find(vm, args[0], args[1], 0, SIZE_MAX, &i);
    if (found <= 0)
        return found < 0 ? OU_EXC : ou_raise(vm, &ou_exc_ValueError, "list.remove(x): x not in list");
    if (i < ou_list_len(args[0])) /* __eq__ may have changed the list */
        ou_list_remove_range(vm, ou_list_at(args[0]), i, i + 1);
    return OU_NONE;
}

OU_NATIVE_STATIC(list_clear)
{
    ou_list_set_size(ou_list_at(args[0]), 0);
    return ou_list_set_capacity(vm, ou_list_at(args[0]), 0) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(list_copy) { return ou_list_from_iter(vm, args[0]); }

OU_NATIVE_STATIC(list_reverse)
{
    size_t n = ou_list_len(args[0]);
    ou_val *items = ou_list_words(ou_list_at(args[0]));
    if (n < 2)
        return OU_NONE;
    ou_store_bulk(&vm->heap, items);
    for (size_t i = 0, j = n - 1; i < j; i++, j--) {
        ou_val v = items[i];
        items[i] = items[j];
        items[j] = v;
    }
    return OU_NONE;
}

OU_NATIVE_STATIC(list_sort)
{
    ou_val out[2];
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "sort() takes no positional arguments");
    if (ou_args_parse(vm, "sort", "|$key reverse", 0, n_kw, args + 1, out) < 0)
        return OU_EXC;
    ou_int reverse = 0;
    if (out[1] != OU_ABSENT && !ou_is_bool(out[1])) {
        if (ou_to_int(vm, out[1], &reverse) < 0)
            return OU_EXC;
    } else if (out[1] == OU_TRUE) {
        reverse = 1;
    }
    return ou_list_sort(vm, args[0], out[0] == OU_ABSENT ? OU_NONE : out[0], reverse != 0) < 0 ? OU_EXC
                                                                                               : OU_NONE;
}

OU_NATIVE_STATIC(list_reversed) { return ou_reversed_new(vm, args[0], ou_list_len(args[0])); }

OU_METHOD(list_reversed_method, list_reversed, &ou_type_list, OU_S(__reversed__), 1, 1, 0);
OU_METHOD(list_append_method, list_append, &ou_type_list, OU_S(append), 2, 2, 0);
OU_METHOD(list_clear_method, list_clear, &ou_type_list, OU_S(clear), 1, 1, 0);
OU_METHOD(list_copy_method, list_copy, &ou_type_list, OU_S(copy), 1, 1, 0);
OU_METHOD(list_count_method, ou_sequence_count, &ou_type_list, OU_S(count), 2, 2, 0);
OU_METHOD(list_extend_method, list_extend, &ou_type_list, OU_S(extend), 2, 2, 0);
OU_METHOD(list_index_method, ou_sequence_index, &ou_type_list, OU_S(index), 2, 4, 0);
OU_METHOD(list_insert_method, list_insert, &ou_type_list, OU_S(insert), 3, 3, 0);
OU_METHOD(list_pop_method, list_pop, &ou_type_list, OU_S(pop), 1, 2, 0);
OU_METHOD(list_remove_method, list_remove, &ou_type_list, OU_S(remove), 2, 2, 0);
OU_METHOD(list_reverse_method, list_reverse, &ou_type_list, OU_S(reverse), 1, 1, 0);
OU_METHOD(list_sort_method, list_sort, &ou_type_list, OU_S(sort), 1, OU_NATIVE_VARARGS, OU_NATIVE_KW);
static const struct ou_rom_entry list_entries[] = {
    {OU_S(__reversed__), OU_ROM(&list_reversed_method)},
    {OU_S(append), OU_ROM(&list_append_method)},
    {OU_S(clear), OU_ROM(&list_clear_method)},
    {OU_S(copy), OU_ROM(&list_copy_method)},
    {OU_S(count), OU_ROM(&list_count_method)},
    {OU_S(extend), OU_ROM(&list_extend_method)},
    {OU_S(index), OU_ROM(&list_index_method)},
    {OU_S(insert), OU_ROM(&list_insert_method)},
    {OU_S(pop), OU_ROM(&list_pop_method)},
    {OU_S(remove), OU_ROM(&list_remove_method)},
    {OU_S(reverse), OU_ROM(&list_reverse_method)},
    {OU_S(sort), OU_ROM(&list_sort_method)},
};
OU_ROM_TABLE(ou_list_table, list_entries);

static const struct ou_type_ops list_ops = {.construct = list_construct,
                                            .repr = list_repr,
                                            .len = list_len,
                                            .compare = list_compare,
                                            .binary = list_binary,
                                            .inplace = list_inplace,
                                            .get_item = list_get_item,
                                            .set_item = list_set_item,
                                            .contains = ou_sequence_contains,
                                            .iter = list_iter};
OU_DEFINE_TYPE(ou_type_list, OU_S(list), &ou_type_object, &list_ops, &ou_list_table, 0, OU_V_LIST);
