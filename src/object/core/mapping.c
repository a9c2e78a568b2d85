/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Dicts and sets as the interpreter itself uses them, on the table of table.h.  The types that Python sees stand on
 * this (containers/dict.c, containers/set.c).
 */
#include "object/core/mapping.h"
#include "base/base.h"
#include "object/core/sequence.h"

struct ou_table *ou_table_new(struct ou_vm *vm, const struct ou_type *t, size_t capacity)
{
    struct ou_table *table = (struct ou_table *)ou_new_values(vm, t, sizeof *table);
    if (!table || ou_table_init(vm, table, t != &ou_type_dict, capacity) < 0)
        return NULL;
    return table;
}

ou_val ou_dict_new(struct ou_vm *vm, size_t expected)
{
    struct ou_table *t = ou_table_new(vm, &ou_type_dict, expected);
    return t ? (ou_val)t : OU_EXC;
}

/* A dict as a table; for the functions of the API, which trust nobody in a debug build. */
static struct ou_table *checked_dict(ou_val dict)
{
    ou_assert_api(ou_is(dict, &ou_type_dict));
    return ou_table_at(dict);
}

size_t ou_dict_len(ou_val dict) { return ou_table_live(checked_dict(dict)); }

ou_val ou_dict_get(struct ou_vm *vm, ou_val dict, ou_val key)
{
    ou_int i = ou_table_find(vm, checked_dict(dict), key);
    if (OU_LIKELY(i >= 0))
        return ou_table_entry(ou_table_at(dict), (size_t)i)[1];
    return i == OU_TABLE_ERROR ? OU_EXC : OU_ABSENT;
}

int ou_dict_set(struct ou_vm *vm, ou_val dict, ou_val key, ou_val value)
{
    return ou_table_put(vm, checked_dict(dict), key, value);
}

int ou_dict_delete(struct ou_vm *vm, ou_val dict, ou_val key)
{
    return ou_table_take(vm, checked_dict(dict), key, NULL);
}

bool ou_dict_next(ou_val dict, size_t *position, ou_val *key, ou_val *value)
{
    const ou_val *entry = ou_table_next(checked_dict(dict), position);
    if (!entry)
        return false;
    *key = entry[0];
    if (value)
        *value = entry[1];
    return true;
}

ou_val ou_dict_get_name(struct ou_vm *vm, ou_val dict, ou_val name)
{
    ou_int i = ou_table_find_name(vm, checked_dict(dict), name);
    return i < 0 ? OU_ABSENT : ou_table_entry(ou_table_at(dict), (size_t)i)[1];
}

int ou_dict_set_name(struct ou_vm *vm, ou_val dict, ou_val name, ou_val value)
{
    struct ou_table *t = checked_dict(dict);
    ou_int i = ou_table_find_name(vm, t, name);
    if (i >= 0) {
        OU_STORE(vm, (void *)t->entries, ou_table_entry(t, (size_t)i) + 1, value);
        return 0;
    }
    return ou_table_put(vm, t, name, value);
}

int ou_dict_merge(struct ou_vm *vm, struct ou_table *t, const struct ou_table *from)
{
    if (t == from)
        return 0;
    if (ou_table_live(t) == 0 && ou_table_capacity(t) == 0)
        return ou_table_copy(vm, t, from, OU_NONE);
    size_t position = 0, live = ou_table_live(from);
    const ou_val *entry;
    while ((entry = ou_table_next(from, &position)) != NULL) {
        ou_val key = entry[0], value = entry[1];
        int failed;
        if (ou_table_is_word(key))
            failed = ou_table_put(vm, t, key, value);
        else
            failed = ou_table_put_hashed(vm, t, key, ou_table_hash_at(vm, from, position - 1), value);
        if (failed < 0)
            return -1;
        if (ou_table_live(from) != live)
            return ou_fail(ou_raise(vm, &ou_exc_RuntimeError, "dict mutated during update"));
    }
    return 0;
}

/* A mapping: something with keys(). */
static int update_from_keys(struct ou_vm *vm, struct ou_table *t, ou_val mapping)
{
    ou_val keys = ou_call_method(vm, mapping, OU_S(keys), 0, NULL);
    ou_val iterator = keys == OU_EXC ? OU_EXC : ou_iter(vm, keys);
    if (iterator == OU_EXC)
        return -1;
    ou_val key;
    while ((key = ou_next(vm, iterator)) != OU_STOP) {
        ou_val value = key == OU_EXC ? OU_EXC : ou_get_item(vm, mapping, key);
        if (value == OU_EXC || ou_table_put(vm, t, key, value) < 0)
            return -1;
    }
    return 0;
}

static int update_from_pairs(struct ou_vm *vm, struct ou_table *t, ou_val iterable)
{
    ou_val iterator = ou_iter(vm, iterable), item;
    if (iterator == OU_EXC)
        return -1;
    for (size_t number = 0; (item = ou_next(vm, iterator)) != OU_STOP; number++) {
        if (item == OU_EXC)
            return -1;
        const ou_val *pair = NULL;
        size_t n = 0;
        if (!ou_sequence_items(item, &pair, &n)) {
            ou_val list = ou_list_from_iter(vm, item);
            if (list == OU_EXC) {
                if (!ou_exc_matches(vm, &ou_exc_TypeError))
                    return -1;
                (void)ou_exc_take(vm);
                return ou_fail(
                    ou_raise(vm, &ou_exc_TypeError,
                             "cannot convert dictionary update sequence element #%zu to a sequence", number));
            }
            ou_sequence_items(list, &pair, &n);
        }
        if (n != 2)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError,
                                    "dictionary update sequence element #%zu has length %zu; 2 is required",
                                    number, n));
        if (ou_table_put(vm, t, pair[0], pair[1]) < 0)
            return -1;
    }
    return 0;
}

int ou_dict_update(struct ou_vm *vm, ou_val dict, ou_val other)
{
    struct ou_table *t = checked_dict(dict);
    if (ou_is(other, &ou_type_dict))
        return ou_dict_merge(vm, t, ou_table_at(other));
    ou_val native = ou_cast_native(other, &ou_type_dict);
    if (native != OU_ABSENT) {
        /* A subclass that says itself how it is gone through is asked for its keys. */
        ou_val self, iter = ou_get_special(vm, other, OU_S(__iter__), &self);
        if (iter == OU_EXC)
            return -1;
        if (ou_is(iter, &ou_type_native_method))
            return ou_dict_merge(vm, t, ou_table_at(native));
        return update_from_keys(vm, t, other);
    }
    ou_val keys = ou_get_attr_or_absent(vm, other, OU_S(keys));
    if (keys == OU_EXC)
        return -1;
    return keys == OU_ABSENT ? update_from_pairs(vm, t, other) : update_from_keys(vm, t, other);
}

/* -- sets -- */

ou_val ou_set_new(struct ou_vm *vm, const struct ou_type *type)
{
    struct ou_table *t = ou_table_new(vm, type, 0);
    return t ? (ou_val)t : OU_EXC;
}

static struct ou_table *checked_set(ou_val set)
{
    ou_assert_api(ou_is(set, &ou_type_set) || ou_is(set, &ou_type_frozenset));
    return ou_table_at(set);
}

size_t ou_set_len(ou_val set) { return ou_table_live(checked_set(set)); }

int ou_set_add(struct ou_vm *vm, ou_val set, ou_val item)
{
    return ou_table_put(vm, checked_set(set), item, OU_NONE);
}

int ou_set_has(struct ou_vm *vm, ou_val set, ou_val item)
{
    ou_int i = ou_table_find(vm, checked_set(set), item);
    return i >= 0 ? 1 : i == OU_TABLE_ERROR ? -1 : 0;
}

bool ou_set_next(ou_val set, size_t *position, ou_val *item)
{
    const ou_val *entry = ou_table_next(checked_set(set), position);
    if (entry)
        *item = entry[0];
    return entry != NULL;
}
