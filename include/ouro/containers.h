/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Tuples, lists, dicts, sets, slices, ranges.
 *
 * A function that takes a tuple, list, dict or set takes exactly that type, and a debug build stops otherwise: what may be
 * of a derived class goes through ou_cast_native (ouro/types.h) first.  Indices are below the length.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_CONTAINERS_H
#define OURO_INCLUDED_INCLUDE_OURO_CONTAINERS_H

#include <ouro/errors.h>

/* -- tuples -- */
/* A constant tuple in ROM: OU_ROM_TUPLE(static, name, 2, a, b); its value is OU_ROM(name). */
#define OU_ROM_TUPLE(storage, name, n, ...) \
    OU_ROM_ALIGN storage const ou_val name[2 + n] = {OU_ROM(&ou_type_tuple), OU_SMALL_CONST(n), __VA_ARGS__}
/* A tuple of n items.  items NULL: they are unbound, and the caller fills them in before anything else is called. */
ou_val ou_tuple_new(struct ou_vm *vm, size_t n, const ou_val *items) OU_MUST_CHECK;
/* tuple(iterable); runs Python. */
ou_val ou_tuple_from_iter(struct ou_vm *vm, ou_val iterable) OU_MUST_CHECK;
/* Length, and address of the items, which may be written only in a tuple just made.  No collection. */
size_t ou_tuple_len(ou_val tuple);
ou_val *ou_tuple_items(ou_val tuple);

/* -- lists -- */
/* A list of n items.  items NULL: None, n times. */
ou_val ou_list_new(struct ou_vm *vm, size_t n, const ou_val *items) OU_MUST_CHECK;
/* list(iterable); runs Python. */
ou_val ou_list_from_iter(struct ou_vm *vm, ou_val iterable) OU_MUST_CHECK;
/* Length; the item at i; storing one there.  No collection. */
size_t ou_list_len(ou_val list);
ou_val ou_list_get(ou_val list, size_t i);
void ou_list_set(struct ou_vm *vm, ou_val list, size_t i, ou_val v);
/* list.append(v).  0, or -1 with MemoryError. */
int ou_list_append(struct ou_vm *vm, ou_val list, ou_val v) OU_MUST_CHECK;
/* list.extend(iterable); runs Python.  0, -1. */
int ou_list_extend(struct ou_vm *vm, ou_val list, ou_val iterable) OU_MUST_CHECK;
/* tuple(list) */
ou_val ou_list_to_tuple(struct ou_vm *vm, ou_val list) OU_MUST_CHECK;
/* list.sort(key=..., reverse=...); runs Python.  0, -1. */
int ou_list_sort(struct ou_vm *vm, ou_val list, ou_val key_or_none, bool reverse) OU_MUST_CHECK;

/* -- dicts -- */
/* An empty dict with room for so many keys. */
ou_val ou_dict_new(struct ou_vm *vm, size_t expected) OU_MUST_CHECK;
/* Number of keys.  No collection. */
size_t ou_dict_len(ou_val dict);
/* The value of a key; OU_ABSENT: it is absent; OU_EXC: __hash__ or __eq__ of a key, which may be Python, raised. */
ou_val ou_dict_get(struct ou_vm *vm, ou_val dict, ou_val key) OU_MUST_CHECK;
/* dict[key] = value; may run Python as above.  0, -1. */
int ou_dict_set(struct ou_vm *vm, ou_val dict, ou_val key, ou_val value) OU_MUST_CHECK;
/* del dict[key]; may run Python as above.  1: deleted, 0: it is absent, -1. */
int ou_dict_delete(struct ou_vm *vm, ou_val dict, ou_val key) OU_MUST_CHECK;
/* dict.update(mapping or iterable of pairs); runs Python.  0, -1. */
int ou_dict_update(struct ou_vm *vm, ou_val dict, ou_val mapping_or_pairs) OU_MUST_CHECK;
/* The next key and its value (value may be NULL), in order of insertion: *position is 0 at first.  False at the end.  The
 * dict may not get or lose keys meanwhile.  No collection. */
bool ou_dict_next(ou_val dict, size_t *position, ou_val *key, ou_val *value);
/* Keys that are interned strings, as those of namespaces: cannot run Python.  get: OU_ABSENT if it is absent, and no
 * collection.  set: 0, or -1 with MemoryError. */
ou_val ou_dict_get_name(struct ou_vm *vm, ou_val dict, ou_val name);
int ou_dict_set_name(struct ou_vm *vm, ou_val dict, ou_val name, ou_val value) OU_MUST_CHECK;

/* -- sets -- */
/* An empty set or frozenset: &ou_type_set or &ou_type_frozenset. */
ou_val ou_set_new(struct ou_vm *vm, const struct ou_type *set_or_frozenset) OU_MUST_CHECK;
/* Number of items.  No collection. */
size_t ou_set_len(ou_val set);
/* set.add(item), also to a frozenset just made; may run Python (__hash__, __eq__).  0, -1. */
int ou_set_add(struct ou_vm *vm, ou_val set, ou_val item) OU_MUST_CHECK;
/* item in set; may run Python as above.  1, 0, -1. */
int ou_set_has(struct ou_vm *vm, ou_val set, ou_val item) OU_MUST_CHECK;
/* As ou_dict_next. */
bool ou_set_next(ou_val set, size_t *position, ou_val *item);

/* -- slices and indices -- */
/* slice(start, stop, step) */
ou_val ou_slice_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step) OU_MUST_CHECK;
/* A slice in two steps, as slice.indices does it; count is the number of items.  unpack may run Python (__index__), which
 * may change the sequence: so ask for its length after that, for adjust, which runs none.  0, -1. */
struct ou_slice_range {
    ou_int start, stop, step;
    size_t count;
};
int ou_slice_unpack(struct ou_vm *vm, ou_val slice, struct ou_slice_range *r) OU_MUST_CHECK;
void ou_slice_adjust(struct ou_slice_range *r, size_t length);
/* Both, for a length that cannot change. */
int ou_slice_resolve(struct ou_vm *vm, ou_val slice, size_t length, ou_int *start, ou_int *stop, ou_int *step,
                     size_t *count) OU_MUST_CHECK;
/* An index with its sign resolved against length; IndexError with text "<what> index out of range".  Where __index__ may
 * change the length, pass what ou_index gave.  0, -1. */
int ou_index_resolve(struct ou_vm *vm, ou_val index, size_t length, const char *what,
                     size_t *out) OU_MUST_CHECK;

/* -- other iterables -- */
/* range(start, stop, step), of ints. */
ou_val ou_range_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step) OU_MUST_CHECK;
/* iter(callable, sentinel) */
ou_val ou_callable_iterator_new(struct ou_vm *vm, ou_val callable, ou_val sentinel) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_CONTAINERS_H */
