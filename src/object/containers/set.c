/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The types set and frozenset, on the table of table.h (records without values).
 *
 * Operators want sets (or dict views) on both sides, methods take any iterable.  What goes through
 * another set while Python code may run (__eq__ of an element) asks its table for the next record anew
 * each time, so that nothing is read from memory that is gone.
 */
#include "object/containers/set.h"
#include "object/containers/dict_views.h"
#include "object/core/mapping.h"

#define SET(v) ou_table_at(v)

static bool is_set(ou_val v) { return ou_is(v, &ou_type_set) || ou_is(v, &ou_type_frozenset); }

/* -- the API -- */

/* -- going through the items of anything, with their hashes if known -- */

struct source {
    const struct ou_table *table; /* of a set or dict, or NULL */
    ou_val iterator;
    size_t position, live;
};

static int source_open(struct ou_vm *vm, struct source *s, ou_val v)
{
    ou_val set = ou_is(v, &ou_type_dict)        ? v
                 : ou_is(v, &ou_type_dict_keys) ? ou_field(v, 1)
                 : is_set(v)                    ? v
                                                : OU_ABSENT;
    s->table = set == OU_ABSENT ? NULL : SET(set);
    s->position = 0;
    s->live = s->table ? ou_table_live(s->table) : 0;
    s->iterator = OU_ABSENT;
    if (!s->table)
        s->iterator = ou_iter(vm, v);
    return s->iterator == OU_EXC ? -1 : 0;
}

/* 1: *item and *hash are set; 0: the end; -1. */
static int source_next(struct ou_vm *vm, struct source *s, ou_val *item, ou_int *hash)
{
    if (s->table) {
        if (ou_table_live(s->table) != s->live)
            return ou_fail(ou_raise(vm, &ou_exc_RuntimeError, "Set changed size during iteration"));
        const ou_val *entry = ou_table_next(s->table, &s->position);
        if (!entry)
            return 0;
        *item = entry[0];
        *hash = ou_table_hash_at(vm, s->table, s->position - 1);
        return 1;
    }
    *item = ou_next(vm, s->iterator);
    if (*item == OU_STOP)
        return 0;
    return *item == OU_EXC || ou_table_hash(vm, *item, hash) < 0 ? -1 : 1;
}

int ou_set_update(struct ou_vm *vm, struct ou_table *t, ou_val iterable)
{
    if (ou_table_live(t) == 0 && ou_table_capacity(t) == 0) {
        ou_val set = is_set(iterable) || ou_is(iterable, &ou_type_dict) ? iterable
                     : ou_is(iterable, &ou_type_dict_keys)              ? ou_field(iterable, 1)
                                                                        : OU_ABSENT;
        if (set != OU_ABSENT)
            return ou_table_copy(vm, t, SET(set), OU_NONE);
    }
    if (iterable == (ou_val)t)
        return 0;
    struct source s;
    ou_val item;
    ou_int hash;
    int more;
    if (source_open(vm, &s, iterable) < 0)
        return -1;
    while ((more = source_next(vm, &s, &item, &hash)) > 0)
        if (ou_table_put_hashed(vm, t, item, hash, OU_NONE) < 0)
            return -1;
    return more;
}

static struct ou_table *set_from(struct ou_vm *vm, const struct ou_type *type, ou_val iterable)
{
    struct ou_table *t = ou_table_new(vm, type, 0);
    return t && ou_set_update(vm, t, iterable) < 0 ? NULL : t;
}

static int difference_update(struct ou_vm *vm, struct ou_table *t, ou_val iterable)
{
    if (iterable == (ou_val)t) {
        ou_table_clear(vm, t);
        return 0;
    }
    struct source s;
    ou_val item;
    ou_int hash;
    int more;
    if (source_open(vm, &s, iterable) < 0)
        return -1;
    while ((more = source_next(vm, &s, &item, &hash)) > 0) {
        ou_int i = ou_table_find_hashed(vm, t, item, hash);
        if (i == OU_TABLE_ERROR)
            return -1;
        if (i >= 0)
            ou_table_remove(vm, t, (size_t)i);
    }
    return more;
}

/* The items of `t` that are in the other, in t's order if the other is a set. */
static struct ou_table *intersection(struct ou_vm *vm, const struct ou_type *type, ou_val left,
                                     ou_val iterable)
{
    struct ou_table *r = ou_table_new(vm, type, 0);
    ou_val keys = is_set(iterable) || ou_is(iterable, &ou_type_dict) ? iterable : OU_ABSENT;
    const struct ou_table *other = SET(left);
    struct source s;
    ou_val item;
    ou_int hash;
    int more;
    if (!r)
        return NULL;
    if (keys != OU_ABSENT && ou_table_live(SET(keys)) > ou_table_live(other)) {
        other = SET(keys);
        iterable = left;
    }
    if (source_open(vm, &s, iterable) < 0)
        return NULL;
    while ((more = source_next(vm, &s, &item, &hash)) > 0) {
        ou_int i = ou_table_find_hashed(vm, other, item, hash);
        if (i == OU_TABLE_ERROR || (i >= 0 && ou_table_put_hashed(vm, r, item, hash, OU_NONE) < 0))
            return NULL;
    }
    return more < 0 ? NULL : r;
}

/* Adds what is new, removes what is there. */
static int symmetric_update(struct ou_vm *vm, struct ou_table *t, ou_val iterable)
{
    if (iterable == (ou_val)t) {
        ou_table_clear(vm, t);
        return 0;
    }
    struct ou_table *other = is_set(iterable) ? SET(iterable) : set_from(vm, &ou_type_set, iterable);
    struct source s;
    ou_val item;
    ou_int hash;
    int more;
    if (!other || source_open(vm, &s, (ou_val)other) < 0)
        return -1;
    while ((more = source_next(vm, &s, &item, &hash)) > 0) {
        ou_int i = ou_table_find_hashed(vm, t, item, hash);
        if (i == OU_TABLE_ERROR)
            return -1;
        if (i >= 0)
            ou_table_remove(vm, t, (size_t)i);
        else if (ou_table_add(vm, t, item, hash, OU_NONE) < 0)
            return -1;
    }
    return more;
}

/* Items of t that are not in the iterable. */
static struct ou_table *difference(struct ou_vm *vm, const struct ou_type *type, ou_val left, ou_val iterable)
{
    struct ou_table *r = set_from(vm, type, left);
    return r && difference_update(vm, r, iterable) < 0 ? NULL : r;
}

static struct ou_table *binary_table(struct ou_vm *vm, const struct ou_type *type, enum ou_binary_op op,
                                     ou_val a, ou_val b)
{
    struct ou_table *r;
    switch (op) {
    case OU_OP_AND:
        r = is_set(a) ? SET(a) : set_from(vm, type, a);
        return r ? intersection(vm, type, (ou_val)r, b) : NULL;
    case OU_OP_SUB: return difference(vm, type, a, b);
    case OU_OP_OR: r = set_from(vm, type, a); return r && ou_set_update(vm, r, b) < 0 ? NULL : r;
    default: r = set_from(vm, type, a); return r && symmetric_update(vm, r, b) < 0 ? NULL : r;
    }
}

ou_val ou_set_binary(struct ou_vm *vm, const struct ou_type *type, enum ou_binary_op op, ou_val a, ou_val b)
{
    struct ou_table *r = binary_table(vm, type, op, a, b);
    return r ? (ou_val)r : OU_EXC;
}

/* -- the types -- */

static ou_val set_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "set() takes no keyword arguments");
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "set expected at most 1 argument, got %u", n_args);
    struct ou_table *t = n_args ? set_from(vm, &ou_type_set, args[0]) : ou_table_new(vm, &ou_type_set, 0);
    return t ? (ou_val)t : OU_EXC;
}

static ou_val frozenset_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                  const ou_val *args)
{
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "frozenset() takes no keyword arguments");
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "frozenset expected at most 1 argument, got %u", n_args);
    if (n_args && type == OU_ROM(&ou_type_frozenset) && ou_is(args[0], &ou_type_frozenset))
        return args[0];
    struct ou_table *t =
        n_args ? set_from(vm, &ou_type_frozenset, args[0]) : ou_table_new(vm, &ou_type_frozenset, 0);
    return t ? (ou_val)t : OU_EXC;
}

/* Braces alone say "set"; every other class is named. */
ou_val ou_set_repr_as(struct ou_vm *vm, ou_val self, const struct ou_type *t)
{
    bool plain = t == &ou_type_set;
    if (ou_set_len(self) == 0)
        return ou_str_format(vm, "%N()", t);
    int enter = ou_repr_enter(vm, self);
    if (enter <= 0)
        return enter < 0 ? OU_EXC : ou_str_format(vm, "%N(...)", t);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (!plain) {
        ou_builder_add_str(&b, t->name);
        ou_builder_add_byte(&b, '(');
    }
    ou_builder_add_byte(&b, '{');
    size_t position = 0;
    ou_val item;
    bool failed = false, first = true;
    while (!failed && ou_set_next(self, &position, &item)) {
        if (!first)
            ou_builder_add(&b, ", ", 2);
        first = false;
        failed = ou_builder_add_repr(&b, item) < 0;
    }
    ou_repr_leave(vm, self);
    if (failed)
        return OU_EXC;
    ou_builder_add_c(&b, plain ? "}" : "})");
    return ou_builder_str(&b);
}

static ou_val set_repr(struct ou_vm *vm, ou_val self) { return ou_set_repr_as(vm, self, ou_type_of(self)); }

static ou_int set_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return (ou_int)ou_set_len(self);
}

/* As in CPython: independent of the order. */
static int frozenset_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    const struct ou_table *t = SET(self);
    uintptr_t hash = 0;
    size_t position = 0;
    while (ou_table_next(t, &position)) {
        uintptr_t h = (uintptr_t)ou_table_hash_at(vm, t, position - 1);
        hash ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
    }
    hash ^= ((uintptr_t)ou_table_live(t) + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    *out = ou_small_value(ou_small((ou_int)hash));
    if (*out == -1)
        *out = 590923713;
    return 0;
}

static int set_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    int found = ou_set_has(vm, self, item);
    /* A set is looked for as if it were frozen. */
    ou_val set;
    if (found >= 0 || (set = ou_cast_native(item, &ou_type_set)) == OU_ABSENT ||
        !ou_exc_matches(vm, &ou_exc_TypeError))
        return found;
    (void)ou_exc_take(vm);
    struct ou_table *frozen = set_from(vm, &ou_type_frozenset, set);
    return frozen ? ou_set_has(vm, self, (ou_val)frozen) : -1;
}

static int is_subset(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (ou_set_len(a) > ou_set_len(b))
        return 0;
    struct source s;
    ou_val item;
    ou_int hash;
    int more;
    if (source_open(vm, &s, a) < 0)
        return -1;
    while ((more = source_next(vm, &s, &item, &hash)) > 0) {
        ou_int i = ou_table_find_hashed(vm, SET(b), item, hash);
        if (i < 0)
            return i == OU_TABLE_ERROR ? -1 : 0;
    }
    return more < 0 ? -1 : 1;
}

static ou_val set_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val other = ou_set_exact(b);
    if (other == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    size_t n = ou_set_len(a), m = ou_set_len(other);
    int r = 0;
    switch (op) {
    case OU_CMP_EQ:
    case OU_CMP_NE: r = n == m ? is_subset(vm, a, other) : 0; break;
    case OU_CMP_LT: r = n < m ? is_subset(vm, a, other) : 0; break;
    case OU_CMP_LE: r = is_subset(vm, a, other); break;
    case OU_CMP_GT: r = n > m ? is_subset(vm, other, a) : 0; break;
    case OU_CMP_GE: r = is_subset(vm, other, a); break;
    }
    return r < 0 ? OU_EXC : ou_bool(r == (op != OU_CMP_NE));
}

static bool is_set_op(enum ou_binary_op op)
{
    return op == OU_OP_AND || op == OU_OP_OR || op == OU_OP_XOR || op == OU_OP_SUB;
}

static ou_val set_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val left = ou_set_exact(a), right = ou_set_exact(b);
    if (!is_set_op(op) || left == OU_ABSENT || right == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    return ou_set_binary(vm, ou_type_of(left), op, left, right);
}

/* t becomes what r is. */
static void take_over(struct ou_vm *vm, struct ou_table *t, struct ou_table *r)
{
    ou_table_clear(vm, t);
    t->counts = r->counts;
    OU_STORE(vm, t, &t->entries, r->entries);
    OU_STORE(vm, t, &t->index, r->index);
    r->counts = ou_small(OU_TABLE_KEYS_ONLY);
    OU_STORE(vm, r, &r->entries, OU_ABSENT);
    OU_STORE(vm, r, &r->index, OU_ABSENT);
}

static int update_by(struct ou_vm *vm, struct ou_table *t, enum ou_binary_op op, ou_val other)
{
    if (op == OU_OP_OR)
        return ou_set_update(vm, t, other);
    if (op == OU_OP_SUB)
        return difference_update(vm, t, other);
    if (op == OU_OP_XOR)
        return symmetric_update(vm, t, other);
    struct ou_table *r = intersection(vm, &ou_type_set, (ou_val)t, other);
    if (!r)
        return -1;
    take_over(vm, t, r);
    return 0;
}

static ou_val set_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val self, ou_val b)
{
    ou_val other = ou_set_exact(b);
    if (!is_set_op(op) ||
        (other == OU_ABSENT && !ou_is(b, &ou_type_dict_keys) && !ou_is(b, &ou_type_dict_items)))
        return OU_NOT_IMPLEMENTED;
    return update_by(vm, SET(self), op, other == OU_ABSENT ? b : other) < 0 ? OU_EXC : self;
}

static ou_val set_iter(struct ou_vm *vm, ou_val self)
{
    return ou_dict_iterator_new(vm, &ou_type_set_iterator, self);
}

/* -- methods -- */

static inline ou_val unwrap(ou_val v)
{
    ou_val set = ou_set_exact(v);
    return set == OU_ABSENT ? v : set;
}

OU_NATIVE_STATIC(set_add) { return ou_set_add(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(set_clear)
{
    ou_table_clear(vm, SET(args[0]));
    return OU_NONE;
}

OU_NATIVE_STATIC(set_copy)
{
    struct ou_table *t = set_from(vm, &ou_type_set, args[0]);
    return t ? (ou_val)t : OU_EXC;
}

OU_NATIVE_STATIC(frozenset_copy) { return args[0]; }

/* Removes an item, which may be a set that stands for a frozenset: 1, 0, -1. */
static int discard(struct ou_vm *vm, ou_val self, ou_val item)
{
    int taken = ou_table_take(vm, SET(self), item, NULL);
    ou_val set;
    if (taken >= 0 || (set = ou_cast_native(item, &ou_type_set)) == OU_ABSENT ||
        !ou_exc_matches(vm, &ou_exc_TypeError))
        return taken;
    (void)ou_exc_take(vm);
    struct ou_table *frozen = set_from(vm, &ou_type_frozenset, set);
    return frozen ? ou_table_take(vm, SET(self), (ou_val)frozen, NULL) : -1;
}

OU_NATIVE_STATIC(set_discard) { return discard(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(set_remove)
{
    int taken = discard(vm, args[0], args[1]);
    return taken < 0 ? OU_EXC : taken ? OU_NONE : ou_raise_key_error(vm, args[1]);
}

OU_NATIVE_STATIC(set_pop)
{
    struct ou_table *t = SET(args[0]);
    if (ou_table_live(t) == 0)
        return ou_raise(vm, &ou_exc_KeyError, "pop from an empty set");
    size_t last = ou_table_fill(t) - 1;
    ou_val item = ou_table_entry(t, last)[0];
    ou_table_remove(vm, t, last);
    return item;
}

static ou_val several(struct ou_vm *vm, unsigned n_args, const ou_val *args, enum ou_binary_op op)
{
    const struct ou_type *type = ou_type_of(args[0]);
    struct ou_table *r = set_from(vm, type, args[0]);
    for (unsigned i = 1; i < n_args && r; i++) {
        if (op == OU_OP_AND)
            r = intersection(vm, type, (ou_val)r, unwrap(args[i]));
        else if (update_by(vm, r, op, unwrap(args[i])) < 0)
            r = NULL;
    }
    return r ? (ou_val)r : OU_EXC;
}

static ou_val several_in_place(struct ou_vm *vm, unsigned n_args, const ou_val *args, enum ou_binary_op op)
{
    for (unsigned i = 1; i < n_args; i++)
        if (update_by(vm, SET(args[0]), op, unwrap(args[i])) < 0)
            return OU_EXC;
    return OU_NONE;
}

#define SEVERAL(name, function, op) \
    OU_NATIVE_STATIC(name) { return function(vm, n_args, args, op); }
SEVERAL(set_union, several, OU_OP_OR)
SEVERAL(set_intersection, several, OU_OP_AND)
SEVERAL(set_difference, several, OU_OP_SUB)
SEVERAL(set_symmetric_difference, several, OU_OP_XOR)
SEVERAL(set_update, several_in_place, OU_OP_OR)
SEVERAL(set_intersection_update, several_in_place, OU_OP_AND)
SEVERAL(set_difference_update, several_in_place, OU_OP_SUB)
SEVERAL(set_symmetric_difference_update, several_in_place, OU_OP_XOR)

/* v, or a set of its items. */
static ou_val as_set(struct ou_vm *vm, ou_val v)
{
    ou_val set = ou_set_exact(v);
    if (set != OU_ABSENT)
        return set;
    struct ou_table *t = set_from(vm, &ou_type_set, v);
    return t ? (ou_val)t : OU_EXC;
}

OU_NATIVE_STATIC(set_issubset)
{
    ou_val other = as_set(vm, args[1]);
    int r = other == OU_EXC ? -1 : is_subset(vm, args[0], other);
    return r < 0 ? OU_EXC : ou_bool(r);
}

OU_NATIVE_STATIC(set_issuperset)
{
    ou_val other = as_set(vm, args[1]);
    int r = other == OU_EXC ? -1 : is_subset(vm, other, args[0]);
    return r < 0 ? OU_EXC : ou_bool(r);
}

OU_NATIVE_STATIC(set_isdisjoint)
{
    struct source s;
    ou_val item;
    ou_int hash;
    int more;
    if (source_open(vm, &s, unwrap(args[1])) < 0)
        return OU_EXC;
    while ((more = source_next(vm, &s, &item, &hash)) > 0) {
        ou_int i = ou_table_find_hashed(vm, SET(args[0]), item, hash);
        if (i != OU_TABLE_ABSENT)
            return i == OU_TABLE_ERROR ? OU_EXC : OU_FALSE;
    }
    return more < 0 ? OU_EXC : OU_TRUE;
}

/* name, function, most arguments; both types have these */
#define COMMON(X, type)                                           \
    X(type, difference, set_difference, 1, OU_NATIVE_VARARGS)     \
    X(type, intersection, set_intersection, 1, OU_NATIVE_VARARGS) \
    X(type, isdisjoint, set_isdisjoint, 2, 2)                     \
    X(type, issubset, set_issubset, 2, 2)                         \
    X(type, issuperset, set_issuperset, 2, 2)                     \
    X(type, symmetric_difference, set_symmetric_difference, 2, 2) \
    X(type, union, set_union, 1, OU_NATIVE_VARARGS)
#define NATIVE(type, name, function, min, max) \
    OU_METHOD(type##_##name##_method, function, &ou_type_##type, OU_S(name), min, max, 0);
COMMON(NATIVE, set)
COMMON(NATIVE, frozenset)
NATIVE(set, add, set_add, 2, 2)
NATIVE(set, clear, set_clear, 1, 1)
NATIVE(set, copy, set_copy, 1, 1)
NATIVE(set, difference_update, set_difference_update, 1, OU_NATIVE_VARARGS)
NATIVE(set, discard, set_discard, 2, 2)
NATIVE(set, intersection_update, set_intersection_update, 1, OU_NATIVE_VARARGS)
NATIVE(set, pop, set_pop, 1, 1)
NATIVE(set, remove, set_remove, 2, 2)
NATIVE(set, symmetric_difference_update, set_symmetric_difference_update, 2, 2)
NATIVE(set, update, set_update, 1, OU_NATIVE_VARARGS)
NATIVE(frozenset, copy, frozenset_copy, 1, 1)

static const struct ou_rom_entry set_entries[] = {
    {OU_S(add), OU_ROM(&set_add_method)},
    {OU_S(clear), OU_ROM(&set_clear_method)},
    {OU_S(copy), OU_ROM(&set_copy_method)},
    {OU_S(difference), OU_ROM(&set_difference_method)},
    {OU_S(difference_update), OU_ROM(&set_difference_update_method)},
    {OU_S(discard), OU_ROM(&set_discard_method)},
    {OU_S(intersection), OU_ROM(&set_intersection_method)},
    {OU_S(intersection_update), OU_ROM(&set_intersection_update_method)},
    {OU_S(isdisjoint), OU_ROM(&set_isdisjoint_method)},
    {OU_S(issubset), OU_ROM(&set_issubset_method)},
    {OU_S(issuperset), OU_ROM(&set_issuperset_method)},
    {OU_S(pop), OU_ROM(&set_pop_method)},
    {OU_S(remove), OU_ROM(&set_remove_method)},
    {OU_S(symmetric_difference), OU_ROM(&set_symmetric_difference_method)},
    {OU_S(symmetric_difference_update), OU_ROM(&set_symmetric_difference_update_method)},
    {OU_S(union), OU_ROM(&set_union_method)},
    {OU_S(update), OU_ROM(&set_update_method)},
};
OU_ROM_TABLE(ou_set_table, set_entries);
static const struct ou_rom_entry frozenset_entries[] = {
    {OU_S(copy), OU_ROM(&frozenset_copy_method)},
    {OU_S(difference), OU_ROM(&frozenset_difference_method)},
    {OU_S(intersection), OU_ROM(&frozenset_intersection_method)},
    {OU_S(isdisjoint), OU_ROM(&frozenset_isdisjoint_method)},
    {OU_S(issubset), OU_ROM(&frozenset_issubset_method)},
    {OU_S(issuperset), OU_ROM(&frozenset_issuperset_method)},
    {OU_S(symmetric_difference), OU_ROM(&frozenset_symmetric_difference_method)},
    {OU_S(union), OU_ROM(&frozenset_union_method)},
};
OU_ROM_TABLE(ou_frozenset_table, frozenset_entries);

static const struct ou_type_ops set_ops = {.construct = set_construct,
                                           .repr = set_repr,
                                           .len = set_len,
                                           .compare = set_compare,
                                           .binary = set_binary,
                                           .inplace = set_inplace,
                                           .contains = set_contains,
                                           .iter = set_iter};
static const struct ou_type_ops frozenset_ops = {.construct = frozenset_construct,
                                                 .repr = set_repr,
                                                 .len = set_len,
                                                 .hash = frozenset_hash,
                                                 .compare = set_compare,
                                                 .binary = set_binary,
                                                 .contains = set_contains,
                                                 .iter = set_iter};
OU_DEFINE_TYPE(ou_type_set, OU_S(set), &ou_type_object, &set_ops, &ou_set_table, OU_TYPE_WEAKREF, OU_V_SET);
OU_DEFINE_TYPE(ou_type_frozenset, OU_S(frozenset), &ou_type_object, &frozenset_ops, &ou_frozenset_table,
               OU_TYPE_WEAKREF, OU_V_FROZENSET);
