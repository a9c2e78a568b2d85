/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Lists and tuples as the interpreter itself uses them.  What is short and hot is inline here.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_SEQUENCE_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_SEQUENCE_H

#include "object/core/object.h"

extern const struct ou_tuple ou_empty_tuple; /* () */

static inline struct ou_list *ou_list_at(ou_val v) { return (struct ou_list *)v; }
static inline struct ou_tuple *ou_tuple_at(ou_val v) { return (struct ou_tuple *)v; }
static inline size_t ou_list_size(const struct ou_list *l) { return (size_t)ou_small_value(l->size); }
static inline void ou_list_set_size(struct ou_list *l, size_t n) { l->size = ou_small((ou_int)n); }
static inline ou_val *ou_list_words(const struct ou_list *l) { return (ou_val *)l->items; }
static inline size_t ou_tuple_size(const struct ou_tuple *t) { return (size_t)ou_small_value(t->size); }

#define OU_LIST_MAX ((size_t)PTRDIFF_MAX / sizeof(ou_val) / 2)
/* An empty list with room; NULL: MemoryError is raised.  May collect. */
struct ou_list *ou_list_alloc(struct ou_vm *vm, size_t capacity) OU_MUST_CHECK;
/* Sets the capacity, which is at least the size.  0 or -1. */
int ou_list_set_capacity(struct ou_vm *vm, struct ou_list *l, size_t n) OU_MUST_CHECK;
/* Room for n items in all; never shrinks. 0 or -1. */
int ou_list_grow(struct ou_vm *vm, struct ou_list *l, size_t n) OU_MUST_CHECK;
static inline int ou_list_push(struct ou_vm *vm, struct ou_list *l, ou_val v)
{
    if (__builtin_expect(l->size == l->capacity, 0) && ou_list_grow(vm, l, ou_list_size(l) + 1) < 0)
        return -1;
    OU_STORE(vm, ou_list_words(l), ou_list_words(l) + ou_small_value(l->size), v);
    l->size += 4;
    return 0;
}
/* The items of a list or tuple (exactly), as an array that is valid until the next call. */
static inline bool ou_sequence_items(ou_val v, const ou_val **items, size_t *n)
{
    if (ou_is(v, &ou_type_list)) {
        *items = ou_list_words(ou_list_at(v));
        *n = ou_list_size(ou_list_at(v));
        return true;
    }
    if (ou_is(v, &ou_type_tuple)) {
        *items = ou_tuple_at(v)->items;
        *n = ou_tuple_size(ou_tuple_at(v));
        return true;
    }
    return false;
}
/* Removes items [from, to). */
void ou_list_remove_range(struct ou_vm *vm, struct ou_list *l, size_t from, size_t to);
/* Makes a gap of `count` items at `place`: their words may be anything.  0 or -1. */
int ou_list_open_gap(struct ou_vm *vm, struct ou_list *l, size_t place, size_t count) OU_MUST_CHECK;
/* Gives memory back when most of it is not needed any more. */
void ou_list_shrink(struct ou_vm *vm, struct ou_list *l);
void ou_list_reverse_in_place(struct ou_vm *vm, ou_val list);
/* What join joins, as a list or a tuple, and the number of its items; OU_EXC. */
ou_val ou_join_source(struct ou_vm *vm, ou_val iterable, size_t *count) OU_MUST_CHECK;
/* (a, b) */
static inline ou_val ou_pair_new(struct ou_vm *vm, ou_val a, ou_val b)
{
    struct ou_tuple *t = (struct ou_tuple *)ou_new_values(vm, &ou_type_tuple, sizeof *t + 2 * sizeof(ou_val));
    if (!t)
        return OU_EXC;
    t->size = ou_small(2);
    t->items[0] = a;
    t->items[1] = b;
    return (ou_val)t;
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_SEQUENCE_H */
