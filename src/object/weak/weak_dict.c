/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * WeakValueDictionary, WeakKeyDictionary, and what the weak containers share (weak_container.h).
 */
#include "base/base.h"
#include "object/core/sequence.h"
#include "object/weak/weak_container.h"

/* -- containers -- */

ou_val ou_weak_container_new(struct ou_vm *vm, const struct ou_type *t)
{
    ou_val data = t == &ou_type_weak_set ? ou_set_new(vm, &ou_type_set) : ou_dict_new(vm, 0);
    struct ou_weak_container *c = data == OU_EXC ? NULL : ou_new_values(vm, t, sizeof *c);
    if (!c)
        return OU_EXC;
    c->data = data;
    c->removed = c->seen = ou_small(0);
    return ou_from_ptr(c);
}

static bool holds_values(ou_val self) { return ou_is(self, &ou_type_weak_value_dict); }

/* The reference in a record. */
static ou_val ref_in(ou_val self, const ou_val *record) { return record[holds_values(self) ? 1 : 0]; }

static ou_val deaths(const struct ou_vm *vm)
{
    return ou_small(vm->cleanup ? (ou_int)(vm->cleanup->deaths & 0xfffffff) : 0);
}

struct ou_table *ou_weak_container_purge(struct ou_vm *vm, ou_val self)
{
    struct ou_weak_container *c = ou_weak_container_at(self);
    struct ou_table *t = ou_weak_table(self);
    if (c->seen == deaths(vm))
        return t;
    c->seen = deaths(vm);
    for (size_t i = 0; i < ou_table_fill(t); i++) {
        const ou_val *record = ou_table_entry(t, i);
        if (record[0] == OU_ABSENT || ou_weakref_get(ref_in(self, record)) != OU_ABSENT)
            continue;
        ou_table_remove(vm, t, i);
        c->removed += 4;
    }
    return t;
}

OU_NATIVE_STATIC(purge)
{
    if (ou_is(args[0], &ou_type_weak_value_dict) || ou_is(args[0], &ou_type_weak_key_dict) ||
        ou_is(args[0], &ou_type_weak_set))
        ou_weak_container_purge(vm, args[0]);
    return OU_NONE;
}
OU_FUNCTION(purge_function, purge, OU_S(_remove), 1, 1, 0);

ou_val ou_weak_container_ref(struct ou_vm *vm, ou_val self, ou_val object)
{
    ou_val ref = ou_weakref_new(vm, &ou_type_weak_keyed, object, OU_ROM(&purge_function), OU_ABSENT);
    if (ref != OU_EXC)
        ou_weakref_own(vm, ref, self);
    return ref;
}

ou_val ou_weak_container_probe(struct ou_vm *vm, ou_val object)
{
    if (!ou_weakref_possible(object))
        return OU_ABSENT;
    return ou_weakref_new(vm, &ou_type_weakref, object, OU_ABSENT, OU_ABSENT);
}

/* -- iterators -- */

struct iterator {
    ou_val type, container, position, expected, items;
};
static const struct ou_type iterator_type;

static ou_val size_and_removed(ou_val self)
{
    return ou_small((ou_int)ou_table_live(ou_weak_table(self)) +
                    ou_small_value(ou_weak_container_at(self)->removed));
}

ou_val ou_weak_iterator_new(struct ou_vm *vm, ou_val self, enum ou_weak_items items)
{
    struct iterator *it = ou_new_values(vm, &iterator_type, sizeof *it);
    if (!it)
        return OU_EXC;
    it->container = self;
    it->position = ou_small(0);
    it->expected = size_and_removed(self);
    it->items = ou_small((ou_int)items);
    return ou_from_ptr(it);
}

static ou_val iterator_next(struct ou_vm *vm, ou_val v)
{
    struct iterator *it = ou_ptr(v);
    ou_val self = it->container;
    if (self == OU_ABSENT)
        return OU_STOP;
    if (it->expected != size_and_removed(self))
        return ou_raise_message(
            vm, ou_is(self, &ou_type_weak_set)
                    ? OU_MESSAGE(&ou_exc_RuntimeError, "Set changed size during iteration")
                    : OU_MESSAGE(&ou_exc_RuntimeError, "dictionary changed size during iteration"));
    const struct ou_table *t = ou_weak_table(self);
    size_t position = (size_t)ou_small_value(it->position);
    for (const ou_val *record; (record = ou_table_next(t, &position));) {
        ou_val ref = ref_in(self, record), target = ou_weakref_get(ref);
        if (target == OU_ABSENT)
            continue;
        it->position = ou_small((ou_int)position);
        enum ou_weak_items items = (enum ou_weak_items)ou_small_value(it->items);
        if (items == OU_WEAK_REFS)
            return ref;
        ou_val key = holds_values(self) ? record[0] : target;
        if (items == OU_WEAK_KEYS)
            return key;
        ou_val value = holds_values(self) ? target : record[1];
        return items == OU_WEAK_VALUES ? value : ou_pair_new(vm, key, value);
    }
    OU_STORE(vm, it, &it->container, OU_ABSENT);
    return OU_STOP;
}

static ou_val iterator_iter(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

OU_ROM_ALIGN static const struct ou_type_ops iterator_ops = {.iter = iterator_iter, .next = iterator_next};
static OU_DEFINE_TYPE(iterator_type, OU_S(generator), &ou_type_object, &iterator_ops, NULL, OU_TYPE_FINAL,
                      OU_V_NONE);

/* -- dictionaries: items -- */

/* What stands for a key in the dict; unbound: it cannot be there. */
static ou_val probe_of(struct ou_vm *vm, ou_val self, ou_val key)
{
    return holds_values(self) ? key : ou_weak_container_probe(vm, key);
}

/* The value of a key or OU_ABSENT. */
static ou_val find(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_weak_container_purge(vm, self);
    ou_val probe = probe_of(vm, self, key);
    ou_val v = probe == OU_EXC || probe == OU_ABSENT
                   ? probe
                   : ou_dict_get(vm, ou_weak_container_at(self)->data, probe);
    return v == OU_ABSENT || v == OU_EXC || !holds_values(self) ? v : ou_weakref_get(v);
}

/* "cannot create weak reference", or KeyError with what the dict was asked for. */
static ou_val absent(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val probe = holds_values(self) ? key : ou_weakref_new(vm, &ou_type_weakref, key, OU_ABSENT, OU_ABSENT);
    return probe == OU_EXC ? OU_EXC : ou_raise_key_error(vm, probe);
}

static ou_val dict_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val v = find(vm, self, key);
    return v == OU_ABSENT ? absent(vm, self, key) : v;
}

static int dict_contains(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_val v = find(vm, self, key);
    return v == OU_EXC ? -1 : v != OU_ABSENT;
}

static int dict_set_item(struct ou_vm *vm, ou_val self, ou_val key, ou_val value)
{
    ou_weak_container_purge(vm, self);
    ou_val data = ou_weak_container_at(self)->data;
    if (value == OU_ABSENT) {
        ou_val probe = probe_of(vm, self, key);
        int deleted = probe == OU_EXC ? -1 : probe == OU_ABSENT ? 0 : ou_dict_delete(vm, data, probe);
        return deleted ? OU_MIN(deleted - 1, 0) : ou_fail(absent(vm, self, key));
    }
    ou_val ref = ou_weak_container_ref(vm, self, holds_values(self) ? value : key);
    if (ref == OU_EXC)
        return -1;
    return holds_values(self) ? ou_dict_set(vm, data, key, ref) : ou_dict_set(vm, data, ref, value);
}

static ou_int dict_len(struct ou_vm *vm, ou_val self)
{
    return (ou_int)ou_table_live(ou_weak_container_purge(vm, self));
}

static ou_val dict_iter(struct ou_vm *vm, ou_val self)
{
    ou_weak_container_purge(vm, self);
    return ou_weak_iterator_new(vm, self, OU_WEAK_KEYS);
}

/* An ordinary dict of what is alive. */
static ou_val strong_dict(struct ou_vm *vm, ou_val self)
{
    ou_val dict = ou_dict_new(vm, 0), it = ou_weak_iterator_new(vm, self, OU_WEAK_ITEMS), pair;
    if (dict == OU_EXC || it == OU_EXC)
        return OU_EXC;
    while ((pair = iterator_next(vm, it)) != OU_STOP)
        if (pair == OU_EXC || ou_dict_set(vm, dict, ou_tuple_items(pair)[0], ou_tuple_items(pair)[1]) < 0)
            return OU_EXC;
    return dict;
}

static bool is_weak_dict(ou_val v)
{
    return ou_is(v, &ou_type_weak_value_dict) || ou_is(v, &ou_type_weak_key_dict);
}

/* Any mapping, or iterable of pairs, as an ordinary dict. */
static ou_val dict_from(struct ou_vm *vm, ou_val other)
{
    ou_val native = ou_unwrap(other);
    if (is_weak_dict(native))
        return strong_dict(vm, native);
    ou_val dict = ou_dict_new(vm, 0);
    return dict == OU_EXC || ou_dict_update(vm, dict, other) < 0 ? OU_EXC : dict;
}

static int set_all(struct ou_vm *vm, ou_val self, ou_val dict)
{
    ou_val key, value;
    for (size_t position = 0; ou_dict_next(dict, &position, &key, &value);)
        if (dict_set_item(vm, self, key, value) < 0)
            return -1;
    return 0;
}

/* -- dictionaries: methods -- */

OU_NATIVE_STATIC(dict_update)
{
    if (n_args > 2)
        return ou_raise(vm, &ou_exc_TypeError,
                        "update() takes from 1 to 2 positional arguments but %u were given", n_args);
    if (n_args > 1 && args[1] != OU_NONE) {
        ou_val dict = dict_from(vm, args[1]);
        if (dict == OU_EXC || set_all(vm, args[0], dict) < 0)
            return OU_EXC;
    }
    for (unsigned i = 0; i < n_kw; i++)
        if (dict_set_item(vm, args[0], args[n_args + 2 * i], args[n_args + 2 * i + 1]) < 0)
            return OU_EXC;
    return OU_NONE;
}

static ou_val construct(struct ou_vm *vm, const struct ou_type *t, ou_val type, unsigned n_args,
                        unsigned n_kw, const ou_val *args)
{
    ou_val self = ou_weak_container_new(vm, t);
    if (self == OU_EXC || type != OU_ROM(t) || n_args + n_kw == 0) /* subclasses are filled by __init__ */
        return self;
    if (n_args > 1 || (t == &ou_type_weak_key_dict && n_kw))
        return ou_raise(vm, &ou_exc_TypeError,
                        "%v.__init__() takes from 1 to 2 positional arguments but %u were given", t->name,
                        n_args + 1);
    ou_val dict = n_args && args[0] != OU_NONE ? dict_from(vm, args[0]) : OU_ABSENT;
    if (dict == OU_EXC || (dict != OU_ABSENT && set_all(vm, self, dict) < 0))
        return OU_EXC;
    for (unsigned i = 0; i < n_kw; i++)
        if (dict_set_item(vm, self, args[n_args + 2 * i], args[n_args + 2 * i + 1]) < 0)
            return OU_EXC;
    return self;
}

static ou_val value_dict_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                   const ou_val *args)
{
    return construct(vm, &ou_type_weak_value_dict, type, n_args, n_kw, args);
}

static ou_val key_dict_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    return construct(vm, &ou_type_weak_key_dict, type, n_args, n_kw, args);
}

static ou_val dict_repr(struct ou_vm *vm, ou_val self)
{
    ou_val at = ou_weakref_address(vm, self);
    return at == OU_EXC ? OU_EXC : ou_str_format(vm, "<%T at %v>", self, at);
}

static ou_val dict_copy_of(struct ou_vm *vm, ou_val self)
{
    ou_val copy = ou_weak_container_new(vm, ou_type_of(self)), dict = strong_dict(vm, self);
    return copy == OU_EXC || dict == OU_EXC || set_all(vm, copy, dict) < 0 ? OU_EXC : copy;
}

OU_NATIVE_STATIC(dict_copy) { return dict_copy_of(vm, args[0]); }

OU_NATIVE_STATIC(dict_get)
{
    ou_val v = find(vm, args[0], args[1]);
    return v != OU_ABSENT ? v : n_args > 2 ? args[2] : OU_NONE;
}

OU_NATIVE_STATIC(dict_pop)
{
    ou_val v = find(vm, args[0], args[1]);
    if (v == OU_ABSENT)
        return n_args > 2 ? args[2] : absent(vm, args[0], args[1]);
    return v == OU_EXC || dict_set_item(vm, args[0], args[1], OU_ABSENT) < 0 ? OU_EXC : v;
}

OU_NATIVE_STATIC(dict_setdefault)
{
    ou_val v = find(vm, args[0], args[1]), otherwise = n_args > 2 ? args[2] : OU_NONE;
    if (v != OU_ABSENT)
        return v;
    return dict_set_item(vm, args[0], args[1], otherwise) < 0 ? OU_EXC : otherwise;
}

OU_NATIVE_STATIC(dict_popitem)
{
    ou_val self = args[0];
    struct ou_table *t = ou_weak_container_purge(vm, self);
    for (size_t i = ou_table_fill(t); i-- > 0;) {
        const ou_val *record = ou_table_entry(t, i);
        ou_val target = record[0] == OU_ABSENT ? OU_ABSENT : ou_weakref_get(ref_in(self, record));
        if (target == OU_ABSENT)
            continue;
        ou_val pair =
            holds_values(self) ? ou_pair_new(vm, record[0], target) : ou_pair_new(vm, target, record[1]);
        if (pair != OU_EXC)
            ou_table_remove(vm, ou_weak_table(self), i);
        return pair;
    }
    ou_val text = ou_str_from(vm, "popitem(): dictionary is empty");
    return text == OU_EXC ? OU_EXC : ou_raise_key_error(vm, text);
}

OU_NATIVE_STATIC(dict_clear)
{
    ou_table_clear(vm, ou_weak_table(args[0]));
    return OU_NONE;
}

static ou_val iterate(struct ou_vm *vm, ou_val self, enum ou_weak_items items)
{
    ou_weak_container_purge(vm, self);
    return ou_weak_iterator_new(vm, self, items);
}

OU_NATIVE_STATIC(dict_keys) { return iterate(vm, args[0], OU_WEAK_KEYS); }

OU_NATIVE_STATIC(dict_values) { return iterate(vm, args[0], OU_WEAK_VALUES); }

OU_NATIVE_STATIC(dict_items) { return iterate(vm, args[0], OU_WEAK_ITEMS); }

OU_NATIVE_STATIC(dict_iter_refs) { return iterate(vm, args[0], OU_WEAK_REFS); }

OU_NATIVE_STATIC(dict_refs)
{
    ou_val it = iterate(vm, args[0], OU_WEAK_REFS);
    return it == OU_EXC ? OU_EXC : ou_list_from_iter(vm, it);
}

static bool is_mapping(ou_val v)
{
    return ou_cast_native(v, &ou_type_dict) != OU_ABSENT || is_weak_dict(ou_unwrap(v));
}

static ou_val dict_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if ((op != OU_CMP_EQ && op != OU_CMP_NE) || !is_mapping(b))
        return OU_NOT_IMPLEMENTED;
    a = strong_dict(vm, a);
    b = a == OU_EXC ? OU_EXC : dict_from(vm, b);
    return b == OU_EXC ? OU_EXC : ou_compare(vm, op, a, b);
}

static ou_val dict_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (op != OU_OP_OR || !is_mapping(a) || !is_mapping(b))
        return OU_NOT_IMPLEMENTED;
    ou_val left = ou_unwrap(a);
    ou_val result =
        is_weak_dict(left) ? dict_copy_of(vm, left) : ou_weak_container_new(vm, ou_type_of(ou_unwrap(b)));
    ou_val dict = result == OU_EXC || is_weak_dict(left) ? OU_ABSENT : dict_from(vm, a);
    if (result == OU_EXC || dict == OU_EXC || (dict != OU_ABSENT && set_all(vm, result, dict) < 0))
        return OU_EXC;
    dict = dict_from(vm, b);
    return dict == OU_EXC || set_all(vm, result, dict) < 0 ? OU_EXC : result;
}

static ou_val dict_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    if (op != OU_OP_OR)
        return OU_NOT_IMPLEMENTED;
    ou_val dict = dict_from(vm, b);
    return dict == OU_EXC || set_all(vm, self, dict) < 0 ? OU_EXC : self;
}

OU_ROM_ALIGN static const union ou_member value_dict_members[] = {
    OU_MEMBER_METHOD(OU_S(__copy__), dict_copy, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__init__), dict_update, &ou_type_weak_value_dict, 1, 2, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(clear), dict_clear, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(copy), dict_copy, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(get), dict_get, &ou_type_weak_value_dict, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(items), dict_items, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(itervaluerefs), dict_iter_refs, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(keys), dict_keys, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(pop), dict_pop, &ou_type_weak_value_dict, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(popitem), dict_popitem, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(setdefault), dict_setdefault, &ou_type_weak_value_dict, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(update), dict_update, &ou_type_weak_value_dict, 1, 2, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(valuerefs), dict_refs, &ou_type_weak_value_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(values), dict_values, &ou_type_weak_value_dict, 1, 1, 0),
};
OU_ROM_ALIGN static const union ou_member key_dict_members[] = {
    OU_MEMBER_METHOD(OU_S(__copy__), dict_copy, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__init__), dict_update, &ou_type_weak_key_dict, 1, 2, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(clear), dict_clear, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(copy), dict_copy, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(get), dict_get, &ou_type_weak_key_dict, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(items), dict_items, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(keyrefs), dict_refs, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(keys), dict_keys, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(pop), dict_pop, &ou_type_weak_key_dict, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(popitem), dict_popitem, &ou_type_weak_key_dict, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(setdefault), dict_setdefault, &ou_type_weak_key_dict, 2, 3, 0),
    OU_MEMBER_METHOD(OU_S(update), dict_update, &ou_type_weak_key_dict, 1, 2, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(values), dict_values, &ou_type_weak_key_dict, 1, 1, 0),
};
static OU_MEMBER_TABLE(value_dict_table, value_dict_members);
static OU_MEMBER_TABLE(key_dict_table, key_dict_members);

#define OPERATIONS                                                                      \
    .repr = dict_repr, .len = dict_len, .compare = dict_compare, .binary = dict_binary, \
    .inplace = dict_inplace, .get_item = dict_get_item, .set_item = dict_set_item,      \
    .contains = dict_contains, .iter = dict_iter
OU_ROM_ALIGN static const struct ou_type_ops value_dict_ops = {.construct = value_dict_construct, OPERATIONS};
OU_ROM_ALIGN static const struct ou_type_ops key_dict_ops = {.construct = key_dict_construct, OPERATIONS};
OU_DEFINE_TYPE(ou_type_weak_value_dict, OU_S(WeakValueDictionary), &ou_type_object, &value_dict_ops,
               &value_dict_table, OU_TYPE_WEAKREF, OU_V_NONE);
OU_DEFINE_TYPE(ou_type_weak_key_dict, OU_S(WeakKeyDictionary), &ou_type_object, &key_dict_ops,
               &key_dict_table, OU_TYPE_WEAKREF, OU_V_NONE);
