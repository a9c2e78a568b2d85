/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * List, tuple, dict, set, range and the iterators, for the files of the object layer and for the VM:
 * what is short and hot is inline here.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CONTAINERS_H
#define OURO_INCLUDED_SRC_OBJECT_CONTAINERS_H

#include "object/table.h"

extern const struct ou_type ou_type_dict_keys, ou_type_dict_values, ou_type_dict_items,
    ou_type_dict_keyiterator, ou_type_dict_valueiterator, ou_type_dict_itemiterator,
    ou_type_dict_reversekeyiterator, ou_type_dict_reversevalueiterator, ou_type_dict_reverseitemiterator,
    ou_type_set_iterator, ou_type_list_reverseiterator;
extern const struct ou_tuple ou_empty_tuple; /* () */
extern const struct ou_rom_table ou_list_table, ou_tuple_table, ou_dict_table, ou_set_table,
    ou_frozenset_table, ou_range_table, ou_slice_table;

/* A fresh VALUES block of a ROM type, the other words unbound; NULL: MemoryError is raised.  bytes is a
 * small constant.  May collect. */
static inline void *ou_new_values(struct ou_vm *vm, const struct ou_type *t, size_t bytes)
{
    ou_val *block = ou_gc_alloc_fast(&vm->heap, bytes, OU_GC_VALUES);
    if (__builtin_expect(!block, 0)) {
        (void)ou_raise_memory(vm, bytes);
        return NULL;
    }
    block[0] = OU_ROM(t);
    return block;
}

static inline struct ou_list *ou_list_at(ou_val v) { return (struct ou_list *)v; }
static inline struct ou_tuple *ou_tuple_at(ou_val v) { return (struct ou_tuple *)v; }
static inline struct ou_table *ou_table_at(ou_val v) { return (struct ou_table *)v; }
static inline size_t ou_list_size(const struct ou_list *l) { return (size_t)ou_small_value(l->size); }
static inline ou_val *ou_list_words(const struct ou_list *l) { return (ou_val *)l->items; }
static inline size_t ou_tuple_size(const struct ou_tuple *t) { return (size_t)ou_small_value(t->size); }

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
/* list_iterator, tuple_iterator or sequence_iterator (of any sequence) from its start. */
ou_val ou_sequence_iterator_new(struct ou_vm *vm, const struct ou_type *t, ou_val sequence) OU_MUST_CHECK;
/* Backwards over a sequence (a list: list_reverseiterator). */
ou_val ou_reversed_new(struct ou_vm *vm, ou_val sequence, size_t length) OU_MUST_CHECK;
/* Comparison of two lists or two tuples, which Python code may change meanwhile. */
ou_val ou_sequence_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
/* "[a, b]" and the like. */
ou_val ou_sequence_repr(struct ou_vm *vm, ou_val v, char open, char close) OU_MUST_CHECK;
/* x in v, v.index(x), v.count(x) for list and tuple; they are where tuple.c has them. */
int ou_sequence_contains(struct ou_vm *vm, ou_val v, ou_val x) OU_MUST_CHECK;
/* The first place of x in [start, stop): 1 and *at, 0, -1. */
int ou_sequence_find(struct ou_vm *vm, ou_val v, ou_val x, size_t start, size_t stop,
                     size_t *at) OU_MUST_CHECK;
ou_val ou_sequence_index(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) OU_MUST_CHECK;
ou_val ou_sequence_count(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args) OU_MUST_CHECK;
/* The small int that a subscript is, which is no slice: "<type> indices must be integers or slices, not T", "cannot fit ...";
 * OU_EXC.  May run Python. */
ou_val ou_subscript_int(struct ou_vm *vm, ou_val key, const char *type) OU_MUST_CHECK;
/* The same with its sign resolved, for a length that Python cannot change: 0, or -1, also with "<what> index out of
 * range". */
int ou_subscript_resolve(struct ou_vm *vm, ou_val key, size_t length, const char *type, const char *what,
                         size_t *out) OU_MUST_CHECK;
/* What `sequence op b` is if the sequence cannot do it: OU_NOT_IMPLEMENTED if b's class may know better,
 * else the TypeError of a concatenation or repetition. */
ou_val ou_sequence_cannot(struct ou_vm *vm, enum ou_binary_op op, ou_val sequence, ou_val b);
/* Is b something that a sequence can be repeated by?  Its count, at least 0: 1, 0 no, -1. */
int ou_sequence_repeat_count(struct ou_vm *vm, ou_val b, size_t *count) OU_MUST_CHECK;

/* v as exactly a set or frozenset (instances of subclasses: what they wrap), or OU_UNBOUND. */
static inline ou_val ou_set_exact(ou_val v)
{
    ou_val set = OU_WITH_SET ? ou_as(v, &ou_type_set) : OU_UNBOUND;
    return set != OU_UNBOUND || !OU_WITH_SET ? set : ou_as(v, &ou_type_frozenset);
}
/* Names each once, for dir(): a set, or a dict where there are none. */
static inline ou_val ou_names_new(struct ou_vm *vm)
{
    return OU_WITH_SET ? ou_set_new(vm, &ou_type_set) : ou_dict_new(vm, 0);
}
static inline int ou_names_add(struct ou_vm *vm, ou_val names, ou_val name)
{
    return OU_WITH_SET ? ou_set_add(vm, names, name) : ou_dict_set(vm, names, name, OU_NONE);
}
/* An empty dict, set or frozenset. */
struct ou_table *ou_table_new(struct ou_vm *vm, const struct ou_type *t, size_t capacity) OU_MUST_CHECK;
/* repr of a native set or frozenset that is an object of class t. */
ou_val ou_set_repr_as(struct ou_vm *vm, ou_val set, const struct ou_type *t) OU_MUST_CHECK;
/* Adds all items of an iterable. */
int ou_set_update(struct ou_vm *vm, struct ou_table *t, ou_val iterable) OU_MUST_CHECK;
/* Set operations on any two iterables, for sets and dict views. */
ou_val ou_set_binary(struct ou_vm *vm, const struct ou_type *result, enum ou_binary_op op, ou_val a,
                     ou_val b) OU_MUST_CHECK;
/* dict.update(mapping_or_pairs, **keywords). */
int ou_dict_update_args(struct ou_vm *vm, ou_val dict, const char *name, unsigned n_args, unsigned n_kw,
                        const ou_val *args) OU_MUST_CHECK;
ou_val ou_dict_view_new(struct ou_vm *vm, const struct ou_type *t, ou_val dict) OU_MUST_CHECK;
ou_val ou_dict_iterator_new(struct ou_vm *vm, const struct ou_type *t, ou_val dict) OU_MUST_CHECK;
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
/* Items of a range; OU_EXC: OverflowError never happens, MemoryError may. */
ou_val ou_range_length(struct ou_vm *vm, const struct ou_range *r) OU_MUST_CHECK;
ou_val ou_range_iter(struct ou_vm *vm, const struct ou_range *r, bool backwards) OU_MUST_CHECK;

/* next(iterator), for loops over any iterable: the native function is called directly.  As ou_next, it
 * is a safepoint for interrupts: a loop of native code over an endless iterator can be stopped. */
static inline ou_val ou_next_fast(struct ou_vm *vm, ou_val iterator)
{
    const struct ou_type_ops *ops = ou_ops_of(iterator);
    return __builtin_expect(ops->next != NULL && !vm->pending, 1) ? ops->next(vm, iterator)
                                                                  : ou_next(vm, iterator);
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CONTAINERS_H */
