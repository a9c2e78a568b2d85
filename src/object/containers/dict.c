/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type dict, on the table of table.h.  Its views and iterators are in dict_views.c.
 */
#include "object/containers/dict.h"
#include "base/base.h"
#include "object/containers/dict_views.h"
#include "object/containers/set.h"
#include "object/core/mapping.h"
#include "object/core/sequence.h"

/* -- the API -- */

int ou_dict_update_args(struct ou_vm *vm, ou_val dict, const char *name, unsigned n_args, unsigned n_kw,
                        const ou_val *args)
{
    if (n_args > 1)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "%s expected at most 1 argument, got %u", name, n_args));
    if (n_args == 1 && ou_dict_update(vm, dict, args[0]) < 0)
        return -1;
    for (unsigned i = 0; i < n_kw; i++)
        if (ou_dict_set(vm, dict, args[n_args + 2 * i], args[n_args + 2 * i + 1]) < 0)
            return -1;
    return 0;
}

/* -- the type -- */

static ou_val dict_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    (void)type;
    ou_val dict = ou_dict_new(vm, n_args ? 0 : n_kw);
    if (dict == OU_EXC || ou_dict_update_args(vm, dict, "dict", n_args, n_kw, args) < 0)
        return OU_EXC;
    return dict;
}

static ou_val dict_copy(struct ou_vm *vm, const struct ou_table *from)
{
    struct ou_table *t = ou_table_new(vm, &ou_type_dict, 0);
    return !t || ou_table_copy(vm, t, from, OU_NONE) < 0 ? OU_EXC : (ou_val)t;
}

static ou_val dict_repr(struct ou_vm *vm, ou_val self)
{
    int enter = ou_repr_enter(vm, self);
    if (enter <= 0)
        return enter < 0 ? OU_EXC : ou_str_from(vm, "{...}");
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_byte(&b, '{');
    size_t position = 0;
    bool first = true, failed = false;
    const ou_val *entry;
    while (!failed && (entry = ou_table_next(ou_table_at(self), &position)) != NULL) {
        ou_val key = entry[0], value = entry[1];
        if (!first)
            ou_builder_add(&b, ", ", 2);
        first = false;
        failed = ou_builder_add_repr(&b, key) < 0 || ou_builder_add(&b, ": ", 2) < 0 ||
                 ou_builder_add_repr(&b, value) < 0;
    }
    ou_repr_leave(vm, self);
    if (failed)
        return OU_EXC;
    ou_builder_add_byte(&b, '}');
    return ou_builder_str(&b);
}

static ou_int dict_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return (ou_int)ou_dict_len(self);
}

static int dict_equal(struct ou_vm *vm, const struct ou_table *a, const struct ou_table *b)
{
    if (ou_table_live(a) != ou_table_live(b))
        return 0;
    if (ou_stack_check(vm) < 0)
        return -1;
    size_t position = 0;
    const ou_val *entry;
    while ((entry = ou_table_next(a, &position)) != NULL) {
        ou_val key = entry[0], value = entry[1];
        ou_int i = ou_table_is_word(key)
                       ? ou_table_find(vm, b, key)
                       : ou_table_find_hashed(vm, b, key, ou_table_hash_at(vm, a, position - 1));
        if (i < 0)
            return i == OU_TABLE_ERROR ? -1 : 0;
        int equal = ou_equal(vm, value, ou_table_entry(b, (size_t)i)[1]);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static ou_val dict_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val other = ou_cast_native(b, &ou_type_dict);
    if ((op != OU_CMP_EQ && op != OU_CMP_NE) || other == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    int equal = dict_equal(vm, ou_table_at(a), ou_table_at(other));
    return equal < 0 ? OU_EXC : ou_bool(equal == (op == OU_CMP_EQ));
}

static ou_val dict_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val left = ou_cast_native(a, &ou_type_dict), right = ou_cast_native(b, &ou_type_dict);
    if (op != OU_OP_OR || left == OU_ABSENT || right == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    ou_val result = dict_copy(vm, ou_table_at(left));
    if (result == OU_EXC || ou_dict_merge(vm, ou_table_at(result), ou_table_at(right)) < 0)
        return OU_EXC;
    return result;
}

static ou_val dict_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    if (op != OU_OP_OR)
        return OU_NOT_IMPLEMENTED;
    return ou_dict_update(vm, self, b) < 0 ? OU_EXC : self;
}

static ou_val dict_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val value = ou_dict_get(vm, self, key);
    return OU_UNLIKELY(value == OU_ABSENT) ? ou_raise_key_error(vm, key) : value;
}

static int dict_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    if (value != OU_ABSENT)
        return ou_table_put(vm, ou_table_at(self), key, value);
    int deleted = ou_table_take(vm, ou_table_at(self), key, NULL);
    return deleted == 0 ? ou_fail(ou_raise_key_error(vm, key)) : OU_MIN(deleted, 0);
}

static int dict_contains(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_int i = ou_table_find(vm, ou_table_at(self), key);
    return i >= 0 ? 1 : i == OU_TABLE_ERROR ? -1 : 0;
}

static ou_val dict_iter(struct ou_vm *vm, ou_val self)
{
    return ou_dict_iterator_new(vm, &ou_type_dict_keyiterator, self);
}

/* -- methods -- */

OU_NATIVE_STATIC(method_get)
{
    ou_val value = ou_dict_get(vm, args[0], args[1]);
    if (value != OU_ABSENT)
        return value;
    return n_args > 2 ? args[2] : OU_NONE;
}

OU_NATIVE_STATIC(method_setdefault)
{
    struct ou_table *t = ou_table_at(args[0]);
    ou_val value = n_args > 2 ? args[2] : OU_NONE;
    ou_int hash, i;
    if (ou_table_hash(vm, args[1], &hash) < 0)
        return OU_EXC;
    if ((i = ou_table_find_hashed(vm, t, args[1], hash)) >= 0)
        return ou_table_entry(t, (size_t)i)[1];
    return i == OU_TABLE_ERROR || ou_table_add(vm, t, args[1], hash, value) < 0 ? OU_EXC : value;
}

OU_NATIVE_STATIC(method_pop)
{
    ou_val value;
    if (ou_table_live(ou_table_at(args[0])) == 0) /* the key is not hashed */
        return n_args > 2 ? args[2] : ou_raise_key_error(vm, args[1]);
    int taken = ou_table_take(vm, ou_table_at(args[0]), args[1], &value);
    if (taken)
        return taken < 0 ? OU_EXC : value;
    return n_args > 2 ? args[2] : ou_raise_key_error(vm, args[1]);
}

OU_NATIVE_STATIC(method_popitem)
{
    struct ou_table *t = ou_table_at(args[0]);
    if (ou_table_live(t) == 0)
        return ou_raise(vm, &ou_exc_KeyError, "popitem(): dictionary is empty");
    ou_val pair = ou_pair_new(vm, OU_NONE, OU_NONE);
    if (pair == OU_EXC)
        return OU_EXC;
    size_t last = ou_table_fill(t) - 1;
    const ou_val *entry = ou_table_entry(t, last);
    ou_val *items = ou_tuple_at(pair)->items;
    items[0] = entry[0];
    items[1] = entry[1];
    ou_table_remove(vm, t, last);
    return pair;
}

OU_NATIVE_STATIC(method_update)
{
    return ou_dict_update_args(vm, args[0], "update", n_args - 1, n_kw, args + 1) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(method_clear)
{
    ou_table_clear(vm, ou_table_at(args[0]));
    return OU_NONE;
}

OU_NATIVE_STATIC(method_copy) { return dict_copy(vm, ou_table_at(args[0])); }

OU_NATIVE_STATIC(method_fromkeys)
{
    ou_val value = n_args > 2 ? args[2] : OU_NONE;
    ou_val dict = args[0] == OU_ROM(&ou_type_dict) ? ou_dict_new(vm, 0) : ou_call_0(vm, args[0]);
    if (dict == OU_EXC)
        return OU_EXC;
    if (OU_WITH_SET && ou_is(dict, &ou_type_dict)) {
        ou_val set = ou_set_exact(args[1]);
        if (set != OU_ABSENT && ou_dict_len(dict) == 0)
            return ou_table_copy(vm, ou_table_at(dict), ou_table_at(set), value) < 0 ? OU_EXC : dict;
    }
    ou_val iterator = ou_iter(vm, args[1]), key;
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((key = ou_next(vm, iterator)) != OU_STOP) {
        if (key == OU_EXC)
            return OU_EXC;
        if ((ou_is(dict, &ou_type_dict) ? ou_dict_set(vm, dict, key, value)
                                        : ou_set_item(vm, dict, key, value)) < 0)
            return OU_EXC;
    }
    return dict;
}

#define VIEW(name, view_type) \
    OU_NATIVE_STATIC(name) { return ou_dict_view_new(vm, &view_type, args[0]); }
VIEW(method_keys, ou_type_dict_keys)
VIEW(method_values, ou_type_dict_values)
VIEW(method_items, ou_type_dict_items)

OU_NATIVE_STATIC(method_reversed)
{
    return ou_dict_iterator_new(vm, &ou_type_dict_reversekeyiterator, args[0]);
}

OU_METHOD(dict_get_method, method_get, &ou_type_dict, OU_S(get), 2, 3, 0);
OU_METHOD(dict_setdefault_method, method_setdefault, &ou_type_dict, OU_S(setdefault), 2, 3, 0);
OU_METHOD(dict_pop_method, method_pop, &ou_type_dict, OU_S(pop), 2, 3, 0);
OU_METHOD(dict_popitem_method, method_popitem, &ou_type_dict, OU_S(popitem), 1, 1, 0);
OU_METHOD(dict_update_method, method_update, &ou_type_dict, OU_S(update), 1, OU_NATIVE_VARARGS, OU_NATIVE_KW);
OU_METHOD(dict_clear_method, method_clear, &ou_type_dict, OU_S(clear), 1, 1, 0);
OU_METHOD(dict_copy_method, method_copy, &ou_type_dict, OU_S(copy), 1, 1, 0);
OU_CLASSMETHOD(dict_fromkeys_method, method_fromkeys, &ou_type_dict, OU_S(fromkeys), 2, 3, 0);
OU_METHOD(dict_keys_method, method_keys, &ou_type_dict, OU_S(keys), 1, 1, 0);
OU_METHOD(dict_values_method, method_values, &ou_type_dict, OU_S(values), 1, 1, 0);
OU_METHOD(dict_items_method, method_items, &ou_type_dict, OU_S(items), 1, 1, 0);
OU_IF(DICT_REVERSED,
      OU_METHOD(dict_reversed_method, method_reversed, &ou_type_dict, OU_S(__reversed__), 1, 1, 0);)

/* clang-format off */
static const struct ou_rom_entry dict_entries[] = {
    OU_IF(DICT_REVERSED, {OU_S(__reversed__), OU_ROM(&dict_reversed_method)},)
    {OU_S(clear), OU_ROM(&dict_clear_method)},
    {OU_S(copy), OU_ROM(&dict_copy_method)},
    {OU_S(fromkeys), OU_ROM(&dict_fromkeys_method)},
    {OU_S(get), OU_ROM(&dict_get_method)},
    {OU_S(items), OU_ROM(&dict_items_method)},
    {OU_S(keys), OU_ROM(&dict_keys_method)},
    {OU_S(pop), OU_ROM(&dict_pop_method)},
    {OU_S(popitem), OU_ROM(&dict_popitem_method)},
    {OU_S(setdefault), OU_ROM(&dict_setdefault_method)},
    {OU_S(update), OU_ROM(&dict_update_method)},
    {OU_S(values), OU_ROM(&dict_values_method)},
};
/* clang-format on */
OU_ROM_TABLE(ou_dict_table, dict_entries);

static const struct ou_type_ops dict_ops = {
    .construct = dict_construct,
    .repr = dict_repr,
    .len = dict_len,
    .compare = dict_compare,
    .binary = dict_binary,
    .inplace = dict_inplace,
    .get_item = dict_get_item,
    .set_item = dict_set_item,
    .contains = dict_contains,
    .iter = dict_iter,
};
OU_DEFINE_TYPE(ou_type_dict, OU_S(dict), &ou_type_object, &dict_ops, &ou_dict_table, 0, OU_V_DICT);
