/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Tuples, lists, dicts, sets, slices, ranges.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_CONTAINERS_H
#define OURO_INCLUDED_INCLUDE_OURO_CONTAINERS_H

#include <ouro/errors.h>

/* A constant tuple in ROM: OU_ROM_TUPLE(static, name, 2, a, b); its value is OU_ROM(name). */
#define OU_ROM_TUPLE(storage, name, n, ...) \
    OU_ROM_ALIGN storage const ou_val name[2 + n] = {OU_ROM(&ou_type_tuple), OU_SMALL_CONST(n), __VA_ARGS__}
ou_val ou_tuple_new(struct ou_vm *vm, size_t n,
                    const ou_val *items) OU_MUST_CHECK; /* items NULL: unbound, fill at once */
ou_val ou_tuple_from_iter(struct ou_vm *vm, ou_val iterable) OU_MUST_CHECK;
size_t ou_tuple_len(ou_val tuple);
ou_val *ou_tuple_items(ou_val tuple); /* write only into a tuple just made */
ou_val ou_list_new(struct ou_vm *vm, size_t n, const ou_val *items) OU_MUST_CHECK; /* items NULL: None */
ou_val ou_list_from_iter(struct ou_vm *vm, ou_val iterable) OU_MUST_CHECK;
size_t ou_list_len(ou_val list);
ou_val ou_list_get(ou_val list, size_t i);
void ou_list_set(struct ou_vm *vm, ou_val list, size_t i, ou_val v);
int ou_list_append(struct ou_vm *vm, ou_val list, ou_val v) OU_MUST_CHECK;
int ou_list_extend(struct ou_vm *vm, ou_val list, ou_val iterable) OU_MUST_CHECK;
ou_val ou_list_to_tuple(struct ou_vm *vm, ou_val list) OU_MUST_CHECK;
int ou_list_sort(struct ou_vm *vm, ou_val list, ou_val key_or_none, bool reverse) OU_MUST_CHECK;
ou_val ou_dict_new(struct ou_vm *vm, size_t expected) OU_MUST_CHECK;
size_t ou_dict_len(ou_val dict);
ou_val ou_dict_get(struct ou_vm *vm, ou_val dict, ou_val key) OU_MUST_CHECK; /* OU_UNBOUND if absent */
int ou_dict_set(struct ou_vm *vm, ou_val dict, ou_val key, ou_val value) OU_MUST_CHECK;
int ou_dict_delete(struct ou_vm *vm, ou_val dict, ou_val key) OU_MUST_CHECK; /* 1 deleted, 0 absent, -1 */
int ou_dict_update(struct ou_vm *vm, ou_val dict, ou_val mapping_or_pairs) OU_MUST_CHECK;
/* Iterates: *position starts at 0; false at the end.  Insertion order; no collection. */
bool ou_dict_next(ou_val dict, size_t *position, ou_val *key, ou_val *value);
/* Keys that are interned strings (namespaces): cannot run Python. get: no collection. */
ou_val ou_dict_get_name(struct ou_vm *vm, ou_val dict, ou_val name); /* OU_UNBOUND if absent */
int ou_dict_set_name(struct ou_vm *vm, ou_val dict, ou_val name, ou_val value) OU_MUST_CHECK;
ou_val ou_set_new(struct ou_vm *vm, const struct ou_type *set_or_frozenset) OU_MUST_CHECK;
size_t ou_set_len(ou_val set);
int ou_set_add(struct ou_vm *vm, ou_val set, ou_val item) OU_MUST_CHECK;
int ou_set_has(struct ou_vm *vm, ou_val set, ou_val item) OU_MUST_CHECK;
bool ou_set_next(ou_val set, size_t *position, ou_val *item);
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
 * change the length, pass what ou_index gave. */
int ou_index_resolve(struct ou_vm *vm, ou_val index, size_t length, const char *what,
                     size_t *out) OU_MUST_CHECK;
ou_val ou_range_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step) OU_MUST_CHECK;
ou_val ou_callable_iterator_new(struct ou_vm *vm, ou_val callable,
                                ou_val sentinel) OU_MUST_CHECK; /* iter(f, end) */

#endif /* OURO_INCLUDED_INCLUDE_OURO_CONTAINERS_H */
