/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Lists and tuples as the interpreter itself uses them: making, reading, growing.  The types that Python sees stand
 * on this (containers/list.c, containers/tuple.c).
 *
 * A list's items lie in a VALUES block of `capacity` words.  Words behind the size are unbound, so that nothing is
 * kept alive by accident.
 */
#include "object/core/sequence.h"
#include "base/base.h"
#include "object/core/protocol.h"
#include "object/core/table.h"

/* -- tuples -- */

const struct ou_tuple ou_empty_tuple
    __attribute__((aligned(8))) = {OU_ROM(&ou_type_tuple), OU_SMALL_CONST(0), {}};

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

/* -- lists -- */

int ou_list_set_capacity(struct ou_vm *vm, struct ou_list *l, size_t n)
{
    if (n > OU_LIST_MAX)
        return ou_fail(ou_raise_memory(vm, SIZE_MAX));
    size_t bytes = n * sizeof(ou_val);
    if (n == 0) {
        void *old = (void *)l->items;
        OU_STORE(vm, l, &l->items, OU_ABSENT);
        l->capacity = ou_small(0);
        ou_gc_free(&vm->heap, old);
        return 0;
    }
    void *block = l->items == OU_ABSENT ? ou_gc_alloc(&vm->heap, bytes, OU_GC_VALUES)
                                        : ou_gc_realloc(&vm->heap, (void *)l->items, bytes, true);
    if (!block)
        return ou_fail(ou_raise_memory(vm, bytes));
    OU_STORE(vm, l, &l->items, ou_from_ptr(block));
    l->capacity = ou_small((ou_int)n);
    return 0;
}

/* Large machines grow by a quarter, small ones by an eighth, in steps of what a granule holds. */
int ou_list_grow(struct ou_vm *vm, struct ou_list *l, size_t n)
{
    size_t capacity = (size_t)ou_small_value(l->capacity);
    if (n <= capacity)
        return 0;
    size_t more = OU_WORD_BITS == 64 ? (capacity ? capacity / 4 + 2 : 2) : capacity / 8;
    size_t wanted = capacity == 0 ? n : OU_MAX(n, capacity + more);
    if (OU_WORD_BITS == 64 && capacity == 0 && n == 1)
        wanted = 4;
    return ou_list_set_capacity(vm, l, (wanted + 1) & ~(size_t)1);
}

/* Gives memory back when most of it is not needed any more. */
void ou_list_shrink(struct ou_vm *vm, struct ou_list *l)
{
    size_t n = ou_list_size(l), capacity = (size_t)ou_small_value(l->capacity);
    if (capacity < 16 || n > capacity / 2)
        return;
    if (n == 0) {
        (void)!ou_list_set_capacity(vm, l, 0); /* freeing never fails */
        return;
    }
    size_t wanted = (n + n / 8 + 1) & ~(size_t)1;
    if (ou_gc_realloc(&vm->heap, (void *)l->items, wanted * sizeof(ou_val), false))
        l->capacity = ou_small((ou_int)wanted);
}

/* An empty list with room. */
struct ou_list *ou_list_alloc(struct ou_vm *vm, size_t capacity)
{
    struct ou_list *l = (struct ou_list *)ou_new_values(vm, &ou_type_list, sizeof *l);
    if (!l)
        return NULL;
    l->size = l->capacity = ou_small(0);
    return capacity && ou_list_set_capacity(vm, l, capacity) < 0 ? NULL : l;
}

void ou_list_remove_range(struct ou_vm *vm, struct ou_list *l, size_t from, size_t to)
{
    size_t n = ou_list_size(l);
    ou_val *items = ou_list_words(l);
    if (from >= to)
        return;
    ou_store_bulk(&vm->heap, items);
    memmove(items + from, items + to, (n - to) * sizeof *items);
    memset(items + n - (to - from), 0, (to - from) * sizeof *items);
    ou_list_set_size(l, n - (to - from));
    ou_list_shrink(vm, l);
}

/* Makes a gap of `count` items at `place`: their words may be anything. */
int ou_list_open_gap(struct ou_vm *vm, struct ou_list *l, size_t place, size_t count)
{
    size_t n = ou_list_size(l);
    if (ou_list_grow(vm, l, n + count) < 0)
        return -1;
    ou_val *items = ou_list_words(l);
    ou_store_bulk(&vm->heap, items);
    memmove(items + place + count, items + place, (n - place) * sizeof *items);
    ou_list_set_size(l, n + count);
    return 0;
}

ou_val ou_list_new(struct ou_vm *vm, size_t n, const ou_val *items)
{
    struct ou_list *l = ou_list_alloc(vm, n);
    if (!l)
        return OU_EXC;
    ou_val *to = ou_list_words(l);
    for (size_t i = 0; i < n; i++)
        to[i] = items ? items[i] : OU_NONE;
    ou_list_set_size(l, n);
    return (ou_val)l;
}

size_t ou_list_len(ou_val list)
{
    ou_assert_api(ou_is(list, &ou_type_list));
    return ou_list_size(ou_list_at(list));
}

ou_val ou_list_get(ou_val list, size_t i)
{
    ou_assert_api(ou_is(list, &ou_type_list) && i < ou_list_size(ou_list_at(list)));
    return ou_list_words(ou_list_at(list))[i];
}

void ou_list_set(struct ou_vm *vm, ou_val list, size_t i, ou_val v)
{
    ou_assert_api(ou_is(list, &ou_type_list) && i < ou_list_size(ou_list_at(list)));
    ou_val *items = ou_list_words(ou_list_at(list));
    OU_STORE(vm, items, items + i, v);
}

int ou_list_append(struct ou_vm *vm, ou_val list, ou_val v)
{
    ou_assert_api(ou_is(list, &ou_type_list));
    return ou_list_push(vm, ou_list_at(list), v);
}

static int extend_from_table(struct ou_vm *vm, struct ou_list *l, const struct ou_table *t)
{
    size_t n = ou_list_size(l), position = 0;
    if (ou_list_grow(vm, l, n + ou_table_live(t)) < 0)
        return -1;
    ou_val *items = ou_list_words(l);
    ou_store_bulk(&vm->heap, items);
    const ou_val *entry;
    while ((entry = ou_table_next(t, &position)) != NULL)
        items[n++] = entry[0];
    ou_list_set_size(l, n);
    return 0;
}

/* A range of too many items fails at once. */
static int range_hint(struct ou_vm *vm, ou_val iterator, ou_int *hint)
{
    ou_val length = ou_call_special(vm, iterator, OU_S(__length_hint__), 0, NULL);
    return length == OU_EXC ? -1 : ou_to_int(vm, length, hint);
}

int ou_list_extend(struct ou_vm *vm, ou_val list, ou_val iterable)
{
    ou_assert_api(ou_is(list, &ou_type_list));
    struct ou_list *l = ou_list_at(list);
    const ou_val *from;
    size_t m, n = ou_list_size(l);
    if (ou_sequence_items(iterable, &from, &m)) {
        if (m == 0)
            return 0;
        if (ou_list_grow(vm, l, n + m) < 0)
            return -1;
        (void)ou_sequence_items(iterable, &from, &m); /* iterable may be the list itself */
        if (iterable == list)
            m = n;
        ou_store_bulk(&vm->heap, ou_list_words(l));
        memcpy(ou_list_words(l) + n, from, m * sizeof *from);
        ou_list_set_size(l, n + m);
        return 0;
    }
    if (ou_is(iterable, &ou_type_dict) ||
        (OU_WITH_SET && (ou_is(iterable, &ou_type_set) || ou_is(iterable, &ou_type_frozenset))))
        return extend_from_table(vm, l, ou_table_at(iterable));
    ou_val iterator = ou_iter(vm, iterable);
    if (iterator == OU_EXC)
        return -1;
    ou_int hint = ou_len_hint(vm, iterable, 0);
    if (ou_is(iterator, &ou_type_range_iterator) && range_hint(vm, iterator, &hint) < 0)
        return -1;
    if (hint > 0 && hint < (ou_int)OU_LIST_MAX / 2 && ou_list_grow(vm, l, n + (size_t)hint) < 0) {
        /* The hint may be wrong; what is needed will be asked for. */
        (void)ou_exc_take(vm);
    }
    ou_val item;
    while ((item = ou_next_fast(vm, iterator)) != OU_STOP)
        if (OU_UNLIKELY(item == OU_EXC) || ou_list_push(vm, l, item) < 0)
            return -1;
    return 0;
}

ou_val ou_list_from_iter(struct ou_vm *vm, ou_val iterable)
{
    struct ou_list *l = ou_list_alloc(vm, 0);
    return !l || ou_list_extend(vm, (ou_val)l, iterable) < 0 ? OU_EXC : (ou_val)l;
}

ou_val ou_list_to_tuple(struct ou_vm *vm, ou_val list)
{
    size_t n = ou_list_len(list);
    ou_val tuple = ou_tuple_new(vm, n, NULL);
    if (tuple != OU_EXC && n)
        memcpy(ou_tuple_items(tuple), ou_list_words(ou_list_at(list)), n * sizeof(ou_val));
    return tuple;
}

void ou_list_reverse_in_place(struct ou_vm *vm, ou_val list)
{
    size_t n = ou_list_len(list);
    for (size_t i = 0; i < n / 2; i++) {
        ou_val other = ou_list_get(list, n - 1 - i);
        ou_list_set(vm, list, n - 1 - i, ou_list_get(list, i));
        ou_list_set(vm, list, i, other);
    }
}

ou_val ou_join_source(struct ou_vm *vm, ou_val iterable, size_t *count)
{
    if (ou_is(iterable, &ou_type_tuple)) {
        *count = ou_tuple_len(iterable);
        return iterable;
    }
    if (!ou_is(iterable, &ou_type_list)) {
        ou_val iterator = ou_iter(vm, iterable);
        if (iterator == OU_EXC) {
            if (!ou_exc_matches(vm, &ou_exc_TypeError))
                return OU_EXC;
            ou_exc_take(vm);
            return ou_raise(vm, &ou_exc_TypeError, "can only join an iterable");
        }
        iterable = ou_list_from_iter(vm, iterator);
        if (iterable == OU_EXC)
            return OU_EXC;
    }
    *count = ou_list_len(iterable);
    return iterable;
}
