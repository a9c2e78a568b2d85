/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Views of dicts (keys, values, items) and the iterators over dicts and sets.
 *
 * An iterator remembers how many live records the table had; another number ends the iteration with
 * RuntimeError, as in CPython.  A table that changed without changing its size is still walked safely:
 * the position is only ever compared with the fill.
 */
#include "object/containers/dict_views.h"
#include "base/base.h"
#include "object/containers/set.h"
#include "object/core/sequence.h"

/* V: 16 bytes on a 32-bit machine */
struct view {
    ou_val type, dict;
};
struct iterator {
    ou_val type;
    ou_val table;    /* unbound: exhausted */
    ou_val position; /* small int: forwards, the next record; backwards, one more than the next */
    ou_val live;     /* small int: what the table must have; -1: failed once */
};

static struct ou_table *table_of(ou_val view) { return ou_table_at(((const struct view *)view)->dict); }

/* -- iterators -- */

ou_val ou_dict_iterator_new(struct ou_vm *vm, const struct ou_type *t, ou_val table)
{
    struct iterator *it = (struct iterator *)ou_new_values(vm, t, sizeof *it);
    if (!it)
        return OU_EXC;
    bool backwards = OU_WITH_DICT_REVERSED &&
                     (t == &ou_type_dict_reversekeyiterator || t == &ou_type_dict_reversevalueiterator ||
                      t == &ou_type_dict_reverseitemiterator);
    it->table = table;
    it->position = ou_small(backwards ? (ou_int)ou_table_fill(ou_table_at(table)) : 0);
    it->live = ou_small((ou_int)ou_table_live(ou_table_at(table)));
    return (ou_val)it;
}

/* The next record, or NULL with *result set to OU_STOP or OU_EXC. */
static inline const ou_val *advance(struct ou_vm *vm, ou_val self, ou_val *result)
{
    struct iterator *it = (struct iterator *)self;
    *result = OU_STOP;
    if (it->table == OU_ABSENT)
        return NULL;
    const struct ou_table *t = ou_table_at(it->table);
    if (OU_UNLIKELY(it->live != ou_small((ou_int)ou_table_live(t)))) {
        it->live = ou_small(-1);
        *result = ou_raise_message(
            vm, ou_table_flags(t) & OU_TABLE_KEYS_ONLY
                    ? OU_MESSAGE(&ou_exc_RuntimeError, "Set changed size during iteration")
                    : OU_MESSAGE(&ou_exc_RuntimeError, "dictionary changed size during iteration"));
        return NULL;
    }
    size_t position = (size_t)ou_small_value(it->position);
    const ou_val *entry = ou_table_next(t, &position);
    it->position = ou_small((ou_int)position);
    if (!entry)
        OU_STORE(vm, it, &it->table, OU_ABSENT);
    return entry;
}

OU_MAYBE_UNUSED static inline const ou_val *advance_backwards(struct ou_vm *vm, ou_val self, ou_val *result)
{
    struct iterator *it = (struct iterator *)self;
    *result = OU_STOP;
    if (it->table == OU_ABSENT)
        return NULL;
    const struct ou_table *t = ou_table_at(it->table);
    if (it->live != ou_small((ou_int)ou_table_live(t))) {
        it->live = ou_small(-1);
        *result = ou_raise(vm, &ou_exc_RuntimeError, "dictionary changed size during iteration");
        return NULL;
    }
    size_t i = OU_MIN((size_t)ou_small_value(it->position), ou_table_fill(t));
    while (i > 0) {
        const ou_val *entry = ou_table_entry(t, --i);
        if (entry[0] != OU_ABSENT) {
            it->position = ou_small((ou_int)i);
            return entry;
        }
    }
    OU_STORE(vm, it, &it->table, OU_ABSENT);
    return NULL;
}

#define NEXT(name, step, result_expression)                           \
    OU_MAYBE_UNUSED static ou_val name(struct ou_vm *vm, ou_val self) \
    {                                                                 \
        ou_val result;                                                \
        const ou_val *entry = step(vm, self, &result);                \
        return OU_LIKELY(entry != NULL) ? result_expression : result; \
    }
NEXT(key_next, advance, entry[0])
NEXT(value_next, advance, entry[1])
NEXT(item_next, advance, ou_pair_new(vm, entry[0], entry[1]))
NEXT(key_previous, advance_backwards, entry[0])
NEXT(value_previous, advance_backwards, entry[1])
NEXT(item_previous, advance_backwards, ou_pair_new(vm, entry[0], entry[1]))

static ou_val iter_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

OU_NATIVE_STATIC(iterator_length_hint)
{
    const struct iterator *it = (const struct iterator *)args[0];
    if (it->table == OU_ABSENT || it->live != ou_small((ou_int)ou_table_live(ou_table_at(it->table))))
        return ou_small(0);
    size_t position = (size_t)ou_small_value(it->position), n = 0;
    while (ou_table_next(ou_table_at(it->table), &position))
        n++;
    return ou_small((ou_int)n);
}

#define ITERATOR(object, type_name, next_function, table)                                      \
    static const struct ou_type_ops object##_ops = {.iter = iter_self, .next = next_function}; \
    OU_DEFINE_TYPE(object, type_name, &ou_type_object, &object##_ops, table, OU_TYPE_FINAL, OU_V_NONE)
/* With __length_hint__, whose self is checked. */
#define ITERATOR_WITH_HINT(object, type_name, next_function)                              \
    OU_ROM_ALIGN static const union ou_member object##_members[] = {                      \
        OU_MEMBER_METHOD(OU_S(__length_hint__), iterator_length_hint, &object, 1, 1, 0)}; \
    static OU_MEMBER_TABLE(object##_table, object##_members);                             \
    ITERATOR(object, type_name, next_function, &object##_table)
ITERATOR_WITH_HINT(ou_type_dict_keyiterator, OU_S(dict_keyiterator), key_next);
ITERATOR_WITH_HINT(ou_type_dict_valueiterator, OU_S(dict_valueiterator), value_next);
ITERATOR_WITH_HINT(ou_type_dict_itemiterator, OU_S(dict_itemiterator), item_next);
/* clang-format off */
OU_IF(SET, ITERATOR_WITH_HINT(ou_type_set_iterator, OU_S(set_iterator), key_next);)
OU_IF(DICT_REVERSED,
      ITERATOR(ou_type_dict_reversekeyiterator, OU_S(dict_reversekeyiterator), key_previous, NULL);
      ITERATOR(ou_type_dict_reversevalueiterator, OU_S(dict_reversevalueiterator), value_previous, NULL);
      ITERATOR(ou_type_dict_reverseitemiterator, OU_S(dict_reverseitemiterator), item_previous, NULL);)
/* clang-format on */

/* -- views -- */

ou_val ou_dict_view_new(struct ou_vm *vm, const struct ou_type *t, ou_val dict)
{
    struct view *view = (struct view *)ou_new_values(vm, t, sizeof *view);
    if (!view)
        return OU_EXC;
    view->dict = dict;
    return (ou_val)view;
}

static ou_int view_len(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return (ou_int)ou_table_live(table_of(self));
}

static ou_val view_repr(struct ou_vm *vm, ou_val self)
{
    int enter = ou_repr_enter(vm, self);
    if (enter <= 0)
        return enter < 0 ? OU_EXC : ou_str_from(vm, "...");
    ou_val list = ou_list_from_iter(vm, self);
    ou_val text = list == OU_EXC ? OU_EXC : ou_repr(vm, list);
    ou_repr_leave(vm, self);
    return text == OU_EXC ? OU_EXC : ou_str_format(vm, "%v(%v)", ou_type_of(self)->name, text);
}

static ou_val keys_iter(struct ou_vm *vm, ou_val self)
{
    return ou_dict_iterator_new(vm, &ou_type_dict_keyiterator, ((struct view *)self)->dict);
}

static ou_val values_iter(struct ou_vm *vm, ou_val self)
{
    return ou_dict_iterator_new(vm, &ou_type_dict_valueiterator, ((struct view *)self)->dict);
}

static ou_val items_iter(struct ou_vm *vm, ou_val self)
{
    return ou_dict_iterator_new(vm, &ou_type_dict_itemiterator, ((struct view *)self)->dict);
}

static int keys_contains(struct ou_vm *vm, ou_val self, ou_val key)
{
    ou_int i = ou_table_find(vm, table_of(self), key);
    return i >= 0 ? 1 : i == OU_TABLE_ERROR ? -1 : 0;
}

static int items_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_val pair = ou_cast_native(item, &ou_type_tuple);
    if (pair == OU_ABSENT || ou_tuple_len(pair) != 2)
        return 0;
    ou_val value = ou_dict_get(vm, (ou_val)table_of(self), ou_tuple_items(pair)[0]);
    if (value == OU_EXC)
        return -1;
    return value == OU_ABSENT ? 0 : ou_equal(vm, value, ou_tuple_items(pair)[1]);
}

static bool is_set_view(ou_val v) { return ou_is(v, &ou_type_dict_keys) || ou_is(v, &ou_type_dict_items); }

/* Is every item of a in b? */
static int all_in(struct ou_vm *vm, ou_val a, ou_val b)
{
    ou_val iterator = ou_iter(vm, a), item;
    if (iterator == OU_EXC)
        return -1;
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        int found = item == OU_EXC ? -1 : ou_contains(vm, b, item);
        if (found <= 0)
            return found;
    }
    return 1;
}

OU_MAYBE_UNUSED static ou_val view_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (!is_set_view(b) && ou_set_exact(b) == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    ou_int n = view_len(vm, a), m = ou_len(vm, b);
    if (m < 0)
        return OU_EXC;
    int r = 0;
    switch (op) {
    case OU_CMP_EQ:
    case OU_CMP_NE: r = n == m ? all_in(vm, a, b) : 0; break;
    case OU_CMP_LT: r = n < m ? all_in(vm, a, b) : 0; break;
    case OU_CMP_LE: r = n <= m ? all_in(vm, a, b) : 0; break;
    case OU_CMP_GT: r = n > m ? all_in(vm, b, a) : 0; break;
    case OU_CMP_GE: r = n >= m ? all_in(vm, b, a) : 0; break;
    }
    return r < 0 ? OU_EXC : ou_bool(r == (op != OU_CMP_NE));
}

OU_MAYBE_UNUSED static ou_val view_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (op != OU_OP_AND && op != OU_OP_OR && op != OU_OP_XOR && op != OU_OP_SUB)
        return OU_NOT_IMPLEMENTED;
    return ou_set_binary(vm, &ou_type_set, op, a, b);
}

OU_NATIVE_STATIC(view_isdisjoint)
{
    ou_val iterator = ou_iter(vm, args[1]), item;
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        int found = item == OU_EXC ? -1 : ou_contains(vm, args[0], item);
        if (found)
            return found < 0 ? OU_EXC : OU_FALSE;
    }
    return OU_TRUE;
}

OU_NATIVE_STATIC(view_reversed)
{
    const struct ou_type *t = ou_is(args[0], &ou_type_dict_keys)     ? &ou_type_dict_reversekeyiterator
                              : ou_is(args[0], &ou_type_dict_values) ? &ou_type_dict_reversevalueiterator
                                                                     : &ou_type_dict_reverseitemiterator;
    return ou_dict_iterator_new(vm, t, ((struct view *)args[0])->dict);
}

/* clang-format off */
OU_ROM_ALIGN static const union ou_member keys_members[] = {
    OU_IF(DICT_REVERSED, OU_MEMBER_METHOD(OU_S(__reversed__), view_reversed, &ou_type_dict_keys, 1, 1, 0),)
    OU_IF(SET, OU_MEMBER_METHOD(OU_S(isdisjoint), view_isdisjoint, &ou_type_dict_keys, 2, 2, 0),)
};
/* clang-format on */
static OU_MEMBER_TABLE(keys_table, keys_members);
/* clang-format off */
OU_ROM_ALIGN static const union ou_member items_members[] = {
    OU_IF(DICT_REVERSED, OU_MEMBER_METHOD(OU_S(__reversed__), view_reversed, &ou_type_dict_items, 1, 1, 0),)
    OU_IF(SET, OU_MEMBER_METHOD(OU_S(isdisjoint), view_isdisjoint, &ou_type_dict_items, 2, 2, 0),)
};
/* clang-format on */
static OU_MEMBER_TABLE(items_table, items_members);
/* clang-format off */
OU_ROM_ALIGN static const union ou_member values_members[] = {
    OU_IF(DICT_REVERSED, OU_MEMBER_METHOD(OU_S(__reversed__), view_reversed, &ou_type_dict_values, 1, 1, 0),)
};
/* clang-format on */
static OU_MEMBER_TABLE(values_table, values_members);

/* clang-format off */
static const struct ou_type_ops keys_ops = {
    .repr = view_repr,
    .len = view_len,
    .iter = keys_iter,
    .contains = keys_contains,
    OU_IF(SET, .compare = view_compare, .binary = view_binary,)
};
/* clang-format on */
static const struct ou_type_ops values_ops = {.repr = view_repr, .len = view_len, .iter = values_iter};
/* clang-format off */
static const struct ou_type_ops items_ops = {
    .repr = view_repr,
    .len = view_len,
    .iter = items_iter,
    .contains = items_contains,
    OU_IF(SET, .compare = view_compare, .binary = view_binary,)
};
/* clang-format on */

OU_DEFINE_TYPE(ou_type_dict_keys, OU_S(dict_keys), &ou_type_object, &keys_ops, &keys_table, OU_TYPE_FINAL,
               OU_V_NONE);
OU_DEFINE_TYPE(ou_type_dict_values, OU_S(dict_values), &ou_type_object, &values_ops, &values_table,
               OU_TYPE_FINAL, OU_V_NONE);
OU_DEFINE_TYPE(ou_type_dict_items, OU_S(dict_items), &ou_type_object, &items_ops, &items_table, OU_TYPE_FINAL,
               OU_V_NONE);
