/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Iterators over sequences, and enumerate, zip, map, filter, reversed, iter(callable, sentinel).
 *
 * All are VALUES blocks; positions are small ints that are replaced in place.  They may be nested to any
 * depth, so those that ask others look at the C stack first.
 */
#include "object/containers/iterator.h"
#include "base/base.h"
#include "object/containers/list.h"
#include "object/core/protocol.h"

static ou_val iter_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

ou_val ou_next_or_raise(struct ou_vm *vm, ou_val iterator)
{
    vm->roots.stop_value = OU_NONE;
    ou_val v = ou_next(vm, iterator);
    return v == OU_STOP ? ou_raise_stop(vm, vm->roots.stop_value) : v;
}

/* -- list, tuple, anything with __getitem__ -- */

ou_val ou_sequence_iterator_new(struct ou_vm *vm, const struct ou_type *t, ou_val sequence)
{
    struct ou_sequence_iterator *it = (struct ou_sequence_iterator *)ou_new_values(vm, t, sizeof *it);
    if (!it)
        return OU_EXC;
    it->sequence = sequence;
    it->position = ou_small(0);
    return (ou_val)it;
}

static ou_val list_next(struct ou_vm *vm, ou_val self)
{
    struct ou_sequence_iterator *it = (struct ou_sequence_iterator *)self;
    if (it->sequence == OU_ABSENT)
        return OU_STOP;
    const struct ou_list *l = ou_list_at(it->sequence);
    size_t i = (size_t)ou_small_value(it->position);
    if (OU_LIKELY(i < ou_list_size(l))) {
        it->position += 4;
        return ou_list_words(l)[i];
    }
    OU_STORE(vm, it, &it->sequence, OU_ABSENT);
    return OU_STOP;
}

static ou_val tuple_next(struct ou_vm *vm, ou_val self)
{
    struct ou_sequence_iterator *it = (struct ou_sequence_iterator *)self;
    if (it->sequence == OU_ABSENT)
        return OU_STOP;
    const struct ou_tuple *t = ou_tuple_at(it->sequence);
    size_t i = (size_t)ou_small_value(it->position);
    if (OU_LIKELY(i < ou_tuple_size(t))) {
        it->position += 4;
        return t->items[i];
    }
    OU_STORE(vm, it, &it->sequence, OU_ABSENT);
    return OU_STOP;
}

/* sequence[i], where IndexError and StopIteration mean the end. */
static ou_val item_or_stop(struct ou_vm *vm, ou_val sequence, ou_int i)
{
    ou_val item = ou_get_item(vm, sequence, ou_small(i));
    if (item == OU_EXC &&
        (ou_exc_matches(vm, &ou_exc_IndexError) || ou_exc_matches(vm, &ou_exc_StopIteration))) {
        (void)ou_exc_take(vm);
        return OU_STOP;
    }
    return item;
}

static ou_val sequence_next(struct ou_vm *vm, ou_val self)
{
    struct ou_sequence_iterator *it = (struct ou_sequence_iterator *)self;
    if (it->sequence == OU_ABSENT)
        return OU_STOP;
    ou_int i = ou_small_value(it->position);
    ou_val item = item_or_stop(vm, it->sequence, i);
    if (item == OU_STOP)
        OU_STORE(vm, it, &it->sequence, OU_ABSENT);
    else if (item != OU_EXC)
        it->position = ou_small(i + 1);
    return item;
}

OU_NATIVE_STATIC(sequence_length_hint)
{
    const struct ou_sequence_iterator *it = (const struct ou_sequence_iterator *)args[0];
    if (it->sequence == OU_ABSENT)
        return ou_small(0);
    ou_int n = ou_len(vm, it->sequence);
    if (n < 0)
        return OU_EXC;
    return ou_int_new(vm, OU_MAX(n - ou_small_value(it->position), 0));
}

#define SEQUENCE_ITERATOR(object, type_name, next_function)                                           \
    OU_ROM_ALIGN static const union ou_member object##_members[] = {                                  \
        OU_MEMBER_METHOD(OU_S(__length_hint__), sequence_length_hint, &object, 1, 1, 0)};             \
    static OU_MEMBER_TABLE(object##_table, object##_members);                                         \
    static const struct ou_type_ops object##_ops = {.iter = iter_self, .next = next_function};        \
    OU_DEFINE_TYPE(object, type_name, &ou_type_object, &object##_ops, &object##_table, OU_TYPE_FINAL, \
                   OU_V_NONE)
SEQUENCE_ITERATOR(ou_type_list_iterator, OU_S(list_iterator), list_next);
SEQUENCE_ITERATOR(ou_type_tuple_iterator, OU_S(tuple_iterator), tuple_next);
SEQUENCE_ITERATOR(ou_type_sequence_iterator, OU_S(iterator), sequence_next);

/* -- reversed -- */

/* position: how many items are left */
ou_val ou_reversed_new(struct ou_vm *vm, ou_val sequence, size_t length)
{
    const struct ou_type *t =
        ou_is(sequence, &ou_type_list) ? &ou_type_list_reverseiterator : &ou_type_reversed;
    struct ou_sequence_iterator *it = (struct ou_sequence_iterator *)ou_new_values(vm, t, sizeof *it);
    if (!it)
        return OU_EXC;
    it->sequence = sequence;
    it->position = ou_small((ou_int)length);
    return (ou_val)it;
}

static ou_val reversed_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "reversed() takes no keyword arguments");
    if (n_args != 1)
        return ou_raise(vm, &ou_exc_TypeError, "reversed expected 1 argument, got %u", n_args);
    ou_val v = args[0];
    const ou_val *items;
    size_t n;
    if (ou_sequence_items(v, &items, &n))
        return ou_reversed_new(vm, v, n);
    ou_val self, method = ou_get_special(vm, v, OU_S(__reversed__), &self);
    if (method == OU_EXC)
        return OU_EXC;
    if (method != OU_ABSENT && method != OU_NONE)
        return ou_call_special(vm, v, OU_S(__reversed__), 0, NULL);
    if (method == OU_ABSENT)
        method = ou_get_special(vm, v, OU_S(__getitem__), &self);
    if (method == OU_EXC)
        return OU_EXC;
    if (method == OU_ABSENT || method == OU_NONE || ou_cast_native(v, &ou_type_dict) != OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "'%T' object is not reversible", v);
    ou_int length = ou_len(vm, v);
    return length < 0 ? OU_EXC : ou_reversed_new(vm, v, (size_t)length);
}

static ou_val reversed_next(struct ou_vm *vm, ou_val self)
{
    struct ou_sequence_iterator *it = (struct ou_sequence_iterator *)self;
    const ou_val *items;
    size_t n;
    if (it->sequence == OU_ABSENT)
        return OU_STOP;
    ou_int i = ou_small_value(it->position) - 1;
    ou_val item = OU_STOP;
    if (i >= 0) {
        if (ou_sequence_items(it->sequence, &items, &n))
            item = (size_t)i < n ? items[i] : OU_STOP;
        else
            item = item_or_stop(vm, it->sequence, i);
    }
    if (item == OU_STOP)
        OU_STORE(vm, it, &it->sequence, OU_ABSENT);
    else if (item != OU_EXC)
        it->position = ou_small(i);
    return item;
}

OU_NATIVE_STATIC(reversed_length_hint)
{
    const struct ou_sequence_iterator *it = (const struct ou_sequence_iterator *)args[0];
    return it->sequence == OU_ABSENT ? ou_small(0) : it->position;
}
OU_ROM_ALIGN static const union ou_member list_reverse_members[] = {
    OU_MEMBER_METHOD(OU_S(__length_hint__), reversed_length_hint, &ou_type_list_reverseiterator, 1, 1, 0)};
static OU_MEMBER_TABLE(list_reverse_table, list_reverse_members);
static const struct ou_type_ops list_reverse_ops = {.iter = iter_self, .next = reversed_next};
OU_DEFINE_TYPE(ou_type_list_reverseiterator, OU_S(list_reverseiterator), &ou_type_object, &list_reverse_ops,
               &list_reverse_table, OU_TYPE_FINAL, OU_V_NONE);
OU_ROM_ALIGN static const union ou_member reversed_members[] = {
    OU_MEMBER_METHOD(OU_S(__length_hint__), reversed_length_hint, &ou_type_reversed, 1, 1, 0)};
static OU_MEMBER_TABLE(reversed_table, reversed_members);
static const struct ou_type_ops reversed_ops = {
    .construct = reversed_construct, .iter = iter_self, .next = reversed_next};
OU_DEFINE_TYPE(ou_type_reversed, OU_S(reversed), &ou_type_object, &reversed_ops, &reversed_table, 0,
               OU_V_NONE);

/* -- enumerate -- */

struct enumerate {
    ou_val type, iterator, count;
};

static ou_val enumerate_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                  const ou_val *args)
{
    (void)type;
    ou_val out[2];
    if (n_args + n_kw == 0)
        return ou_raise(vm, &ou_exc_TypeError, "enumerate() missing required argument 'iterable'");
    if (ou_args_parse(vm, "enumerate", "iterable|start", n_args, n_kw, args, out) < 0)
        return OU_EXC;
    ou_val count = out[1] == OU_ABSENT ? ou_small(0) : ou_index(vm, out[1]);
    ou_val iterator = count == OU_EXC ? OU_EXC : ou_iter(vm, out[0]);
    if (iterator == OU_EXC)
        return OU_EXC;
    struct enumerate *e = (struct enumerate *)ou_new_values(vm, &ou_type_enumerate, sizeof *e);
    if (!e)
        return OU_EXC;
    e->iterator = iterator;
    e->count = count;
    return (ou_val)e;
}

static ou_val enumerate_next(struct ou_vm *vm, ou_val self)
{
    struct enumerate *e = (struct enumerate *)self;
    if (OU_UNLIKELY(ou_stack_low(vm)) && ou_stack_check(vm) < 0)
        return OU_EXC;
    ou_val item = ou_next_fast(vm, e->iterator), count = e->count;
    if (OU_UNLIKELY(item == OU_STOP || item == OU_EXC))
        return item;
    if (OU_LIKELY(ou_is_small(count) && count != ou_small(OU_SMALL_MAX))) {
        e->count = count + 4;
    } else {
        ou_val next = ou_binary(vm, OU_OP_ADD, count, ou_small(1));
        if (next == OU_EXC)
            return OU_EXC;
        OU_STORE(vm, e, &e->count, next);
    }
    return ou_pair_new(vm, count, item);
}
static const struct ou_type_ops enumerate_ops = {
    .construct = enumerate_construct, .iter = iter_self, .next = enumerate_next};
OU_DEFINE_TYPE(ou_type_enumerate, OU_S(enumerate), &ou_type_object, &enumerate_ops, NULL, 0, OU_V_NONE);

/* -- zip and map -- */

struct several {
    ou_val type;
    ou_val function; /* of map; of zip: True if strict */
    ou_val count;    /* small int */
    ou_val iterators[];
};

static ou_val several_new(struct ou_vm *vm, const struct ou_type *t, ou_val function, unsigned n,
                          const ou_val *iterables)
{
    struct several *s = (struct several *)ou_alloc(vm, sizeof *s + n * sizeof(ou_val), OU_GC_VALUES);
    if (!s)
        return OU_EXC;
    s->type = OU_ROM(t);
    s->function = function;
    s->count = ou_small((ou_int)n);
    for (unsigned i = 0; i < n; i++) {
        ou_val iterator = ou_iter(vm, iterables[i]);
        if (iterator == OU_EXC)
            return OU_EXC;
        OU_STORE(vm, s, &s->iterators[i], iterator);
    }
    return (ou_val)s;
}

static ou_val zip_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    int strict = 0;
    for (unsigned i = 0; i < n_kw; i++) {
        if (args[n_args + 2 * i] != OU_S(strict))
            return ou_raise(vm, &ou_exc_TypeError, "zip() got an unexpected keyword argument '%v'",
                            args[n_args + 2 * i]);
        if ((strict = ou_truth(vm, args[n_args + 2 * i + 1])) < 0)
            return OU_EXC;
    }
    return several_new(vm, &ou_type_zip, ou_bool(strict), n_args, args);
}

/* Iterator i ended before the others: with strict, that is an error unless all end here. */
static ou_val zip_end(struct ou_vm *vm, struct several *s, ou_int i)
{
    if (s->function != OU_TRUE)
        return OU_STOP;
    const char *plural = i == 1 ? " " : "s 1-";
    if (i > 0)
        return ou_raise(vm, &ou_exc_ValueError, "zip() argument %zd is shorter than argument%s%zd", i + 1,
                        plural, i);
    for (ou_int k = 1; k < ou_small_value(s->count); k++) {
        ou_val item = ou_next(vm, s->iterators[k]);
        if (item == OU_EXC)
            return OU_EXC;
        if (item != OU_STOP)
            return ou_raise(vm, &ou_exc_ValueError, "zip() argument %zd is longer than argument%s%zd", k + 1,
                            k == 1 ? " " : "s 1-", k);
    }
    return OU_STOP;
}

static ou_val zip_next(struct ou_vm *vm, ou_val self)
{
    struct several *s = (struct several *)self;
    ou_int n = ou_small_value(s->count);
    if (OU_UNLIKELY(ou_stack_low(vm)) && ou_stack_check(vm) < 0)
        return OU_EXC;
    if (n == 0)
        return OU_STOP;
    if (n == 2) {
        ou_val a = ou_next_fast(vm, s->iterators[0]);
        if (a == OU_STOP || a == OU_EXC)
            return a == OU_EXC ? a : zip_end(vm, s, 0);
        ou_val b = ou_next_fast(vm, s->iterators[1]);
        if (b == OU_STOP || b == OU_EXC)
            return b == OU_EXC ? b : zip_end(vm, s, 1);
        return ou_pair_new(vm, a, b);
    }
    ou_val tuple = ou_tuple_new(vm, (size_t)n, NULL);
    if (tuple == OU_EXC)
        return OU_EXC;
    for (ou_int i = 0; i < n; i++) {
        ou_val item = ou_next_fast(vm, s->iterators[i]);
        if (item == OU_STOP)
            return zip_end(vm, s, i);
        if (item == OU_EXC)
            return OU_EXC;
        OU_STORE(vm, (void *)tuple, &ou_tuple_at(tuple)->items[i], item);
    }
    return tuple;
}
static const struct ou_type_ops zip_ops = {.construct = zip_construct, .iter = iter_self, .next = zip_next};
OU_DEFINE_TYPE(ou_type_zip, OU_S(zip), &ou_type_object, &zip_ops, NULL, 0, OU_V_NONE);

static ou_val map_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "map() takes no keyword arguments");
    if (n_args < 2)
        return ou_raise(vm, &ou_exc_TypeError, "map() must have at least two arguments.");
    return several_new(vm, &ou_type_map, args[0], n_args - 1, args + 1);
}

static ou_val map_next(struct ou_vm *vm, ou_val self)
{
    struct several *s = (struct several *)self;
    size_t n = (size_t)ou_small_value(s->count);
    ou_val few[4], *items = few;
    if (OU_UNLIKELY(ou_stack_low(vm)) && ou_stack_check(vm) < 0)
        return OU_EXC;
    if (n > 4) {
        ou_val tuple = ou_tuple_new(vm, n, NULL);
        if (tuple == OU_EXC)
            return OU_EXC;
        items = ou_tuple_items(tuple);
    }
    for (size_t i = 0; i < n; i++) {
        ou_val item = ou_next_fast(vm, s->iterators[i]);
        if (OU_UNLIKELY(item == OU_STOP || item == OU_EXC))
            return item;
        if (items == few)
            items[i] = item;
        else
            OU_STORE(vm, ou_tuple_at((ou_val)items - offsetof(struct ou_tuple, items)), items + i, item);
    }
    return ou_call(vm, s->function, (unsigned)n, 0, items);
}
static const struct ou_type_ops map_ops = {.construct = map_construct, .iter = iter_self, .next = map_next};
OU_DEFINE_TYPE(ou_type_map, OU_S(map), &ou_type_object, &map_ops, NULL, 0, OU_V_NONE);

/* -- filter -- */

struct filter {
    ou_val type, function, iterator;
};

static ou_val filter_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "filter() takes no keyword arguments");
    if (n_args != 2)
        return ou_raise(vm, &ou_exc_TypeError, "filter expected 2 arguments, got %u", n_args);
    ou_val iterator = ou_iter(vm, args[1]);
    if (iterator == OU_EXC)
        return OU_EXC;
    struct filter *f = (struct filter *)ou_new_values(vm, &ou_type_filter, sizeof *f);
    if (!f)
        return OU_EXC;
    f->function = args[0];
    f->iterator = iterator;
    return (ou_val)f;
}

static ou_val filter_next(struct ou_vm *vm, ou_val self)
{
    struct filter *f = (struct filter *)self;
    bool identity = f->function == OU_NONE || f->function == OU_ROM(&ou_type_bool);
    ou_val item;
    if (OU_UNLIKELY(ou_stack_low(vm)) && ou_stack_check(vm) < 0)
        return OU_EXC;
    while ((item = ou_next_fast(vm, f->iterator)) != OU_STOP && item != OU_EXC) {
        ou_val verdict = identity ? item : ou_call_1(vm, f->function, item);
        int truth = verdict == OU_EXC ? -1 : ou_truth(vm, verdict);
        if (truth)
            return truth < 0 ? OU_EXC : item;
    }
    return item;
}
static const struct ou_type_ops filter_ops = {
    .construct = filter_construct, .iter = iter_self, .next = filter_next};
OU_DEFINE_TYPE(ou_type_filter, OU_S(filter), &ou_type_object, &filter_ops, NULL, 0, OU_V_NONE);

/* -- iter(callable, sentinel) -- */

struct callable_iterator {
    ou_val type, callable, sentinel; /* callable unbound: exhausted */
};

ou_val ou_callable_iterator_new(struct ou_vm *vm, ou_val callable, ou_val sentinel)
{
    struct callable_iterator *it =
        (struct callable_iterator *)ou_new_values(vm, &ou_type_callable_iterator, sizeof *it);
    if (!it)
        return OU_EXC;
    it->callable = callable;
    it->sentinel = sentinel;
    return (ou_val)it;
}

static ou_val callable_next(struct ou_vm *vm, ou_val self)
{
    struct callable_iterator *it = (struct callable_iterator *)self;
    if (it->callable == OU_ABSENT)
        return OU_STOP;
    ou_val item = ou_call_0(vm, it->callable);
    if (item == OU_EXC) {
        if (!ou_exc_matches(vm, &ou_exc_StopIteration))
            return OU_EXC;
        (void)ou_exc_take(vm);
        OU_STORE(vm, it, &it->callable, OU_ABSENT);
        return OU_STOP;
    }
    int end = ou_equal(vm, it->sentinel, item);
    if (end == 0)
        return item;
    if (end < 0)
        return OU_EXC;
    OU_STORE(vm, it, &it->callable, OU_ABSENT);
    return OU_STOP;
}
static const struct ou_type_ops callable_ops = {.iter = iter_self, .next = callable_next};
OU_DEFINE_TYPE(ou_type_callable_iterator, OU_S(callable_iterator), &ou_type_object, &callable_ops, NULL,
               OU_TYPE_FINAL, OU_V_NONE);
