/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ranges of ints of any size, and their iterators.
 *
 * An iterator's stop is the first value that does not come any more, reached exactly, so going on is one
 * addition and the end one comparison of words as long as all three numbers are small ints.
 */
#include "object/containers/range.h"
#include "base/base.h"
#include "object/containers/sequence_ops.h"
#include "object/core/protocol.h"
#include "object/core/subscript.h"
#include "object/numbers/int.h"

#define RANGE(v) ((const struct ou_range *)(v))

static inline bool all_small(ou_val a, ou_val b, ou_val c)
{
    return ((a & b & c & 3) == 1) && !((a | b | c) & 2);
}

static inline size_t small_length(ou_int start, ou_int stop, ou_int step)
{
    if (step > 0)
        return start < stop ? (size_t)(stop - start - 1) / (size_t)step + 1 : 0;
    return start > stop ? (size_t)(start - stop - 1) / (size_t)-step + 1 : 0;
}

ou_val ou_range_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step)
{
    if (!all_small(start, stop, step)) {
        if ((start = ou_index(vm, start)) == OU_EXC || (stop = ou_index(vm, stop)) == OU_EXC ||
            (step = ou_index(vm, step)) == OU_EXC)
            return OU_EXC;
    }
    if (step == ou_small(0))
        return ou_raise(vm, &ou_exc_ValueError, "range() arg 3 must not be zero");
    struct ou_range *r = (struct ou_range *)ou_new_values(vm, &ou_type_range, sizeof *r);
    if (!r)
        return OU_EXC;
    r->start = start;
    r->stop = stop;
    r->step = step;
    return (ou_val)r;
}

ou_val ou_range_length(struct ou_vm *vm, const struct ou_range *r)
{
    if (all_small(r->start, r->stop, r->step))
        return ou_int_new(vm, (ou_int)small_length(ou_small_value(r->start), ou_small_value(r->stop),
                                                   ou_small_value(r->step)));
    bool up = ou_int_sign(r->step) > 0;
    if (up ? ou_int_compare(r->start, r->stop) >= 0 : ou_int_compare(r->start, r->stop) <= 0)
        return ou_small(0);
    ou_val low = up ? r->start : r->stop, high = up ? r->stop : r->start;
    ou_val step = up ? r->step : ou_int_negate(vm, r->step);
    ou_val span = step == OU_EXC ? OU_EXC : ou_int_sub(vm, high, low);
    ou_val last = span == OU_EXC ? OU_EXC : ou_int_sub(vm, span, ou_small(1));
    ou_val quotient, rest;
    if (last == OU_EXC || ou_int_divmod(vm, last, step, &quotient, &rest) < 0)
        return OU_EXC;
    return ou_int_add(vm, quotient, ou_small(1));
}

/* start + i * step */
static ou_val item_at(struct ou_vm *vm, const struct ou_range *r, ou_val i)
{
    ou_val product = ou_int_mul(vm, i, r->step);
    return product == OU_EXC ? OU_EXC : ou_int_add(vm, r->start, product);
}

ou_val ou_range_iter(struct ou_vm *vm, const struct ou_range *r, bool backwards)
{
    ou_val length = ou_range_length(vm, r);
    ou_val end = length == OU_EXC ? OU_EXC : item_at(vm, r, length), start = r->start, step = r->step;
    if (end == OU_EXC)
        return OU_EXC;
    if (backwards) {
        start = ou_int_sub(vm, end, r->step);
        end = start == OU_EXC ? OU_EXC : ou_int_sub(vm, r->start, r->step);
        step = end == OU_EXC ? OU_EXC : ou_int_negate(vm, r->step);
        if (step == OU_EXC)
            return OU_EXC;
    }
    struct ou_range_iterator *it =
        (struct ou_range_iterator *)ou_new_values(vm, &ou_type_range_iterator, sizeof *it);
    if (!it)
        return OU_EXC;
    it->current = start;
    it->stop = end;
    it->step = step;
    return (ou_val)it;
}

/* -- the iterator -- */

static ou_val iterator_next(struct ou_vm *vm, ou_val self)
{
    struct ou_range_iterator *it = (struct ou_range_iterator *)self;
    ou_val current = it->current;
    if (OU_LIKELY(all_small(current, it->stop, it->step))) {
        if (current == it->stop)
            return OU_STOP;
        it->current = current + it->step - 1;
        return current;
    }
    if (ou_int_compare(current, it->stop) == 0)
        return OU_STOP;
    ou_val next = ou_int_add(vm, current, it->step);
    if (next == OU_EXC)
        return OU_EXC;
    OU_STORE(vm, it, &it->current, next);
    return current;
}

static ou_val iterator_iter(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

OU_NATIVE_STATIC(iterator_length_hint)
{
    const struct ou_range_iterator *it = (const struct ou_range_iterator *)args[0];
    struct ou_range r = {OU_ROM(&ou_type_range), it->current, it->stop, it->step};
    return ou_range_length(vm, &r);
}
OU_ROM_ALIGN static const union ou_member iterator_members[] = {
    OU_MEMBER_METHOD(OU_S(__length_hint__), iterator_length_hint, &ou_type_range_iterator, 1, 1, 0)};
static OU_MEMBER_TABLE(iterator_table, iterator_members);
static const struct ou_type_ops iterator_ops = {.iter = iterator_iter, .next = iterator_next};
OU_DEFINE_TYPE(ou_type_range_iterator, OU_S(range_iterator), &ou_type_object, &iterator_ops, &iterator_table,
               OU_TYPE_FINAL, OU_V_NONE);

/* -- the type -- */

static ou_val range_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "range() takes no keyword arguments");
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "range expected at least 1 argument, got 0");
    if (n_args > 3)
        return ou_raise(vm, &ou_exc_TypeError, "range expected at most 3 arguments, got %u", n_args);
    if (n_args == 1)
        return ou_range_new(vm, ou_small(0), args[0], ou_small(1));
    return ou_range_new(vm, args[0], args[1], n_args > 2 ? args[2] : ou_small(1));
}

static ou_val range_repr(struct ou_vm *vm, ou_val self)
{
    const struct ou_range *r = RANGE(self);
    if (r->step == ou_small(1))
        return ou_str_format(vm, "range(%r, %r)", r->start, r->stop);
    return ou_str_format(vm, "range(%r, %r, %r)", r->start, r->stop, r->step);
}

static int range_truth(struct ou_vm *vm, ou_val self)
{
    ou_val length = ou_range_length(vm, RANGE(self));
    return length == OU_EXC ? -1 : length != ou_small(0);
}

static ou_int range_len(struct ou_vm *vm, ou_val self)
{
    ou_int n;
    ou_val length = ou_range_length(vm, RANGE(self));
    if (length == OU_EXC)
        return -1;
    if (!ou_is_small(length) && !(ou_int_bit_length(length) < OU_WORD_BITS))
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "Python int too large to convert to C ssize_t"));
    return ou_to_int(vm, length, &n) < 0 ? -1 : n;
}

/* (length, start, step), where what does not matter is None. */
static ou_val essence(struct ou_vm *vm, const struct ou_range *r)
{
    ou_val items[3] = {ou_range_length(vm, r), OU_NONE, OU_NONE};
    if (items[0] == OU_EXC)
        return OU_EXC;
    if (items[0] != ou_small(0))
        items[1] = r->start;
    if (items[0] != ou_small(0) && items[0] != ou_small(1))
        items[2] = r->step;
    return ou_tuple_new(vm, 3, items);
}

static int range_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    ou_val tuple = essence(vm, RANGE(self));
    return tuple == OU_EXC ? -1 : ou_hash(vm, tuple, out);
}

static ou_val range_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (!ou_is(b, &ou_type_range) || (op != OU_CMP_EQ && op != OU_CMP_NE))
        return OU_NOT_IMPLEMENTED;
    ou_val x = essence(vm, RANGE(a)), y = x == OU_EXC ? OU_EXC : essence(vm, RANGE(b));
    return y == OU_EXC ? OU_EXC : ou_sequence_compare(vm, op, x, y);
}

/* One end of a slice against a length of any size, as ou_slice_adjust does it for machine ints. */
static ou_val big_limit(struct ou_vm *vm, ou_val v, ou_val length, bool backwards, bool is_stop)
{
    ou_val lowest = ou_small(backwards ? -1 : 0);
    ou_val highest = backwards ? ou_int_sub(vm, length, ou_small(1)) : length;
    if (highest == OU_EXC)
        return OU_EXC;
    if (v == OU_NONE)
        return backwards == is_stop ? lowest : highest;
    if ((v = ou_index(vm, v)) == OU_EXC)
        return OU_EXC;
    if (ou_int_sign(v) < 0 && (v = ou_int_add(vm, v, length)) == OU_EXC)
        return OU_EXC;
    return ou_int_compare(v, lowest) < 0 ? lowest : ou_int_compare(v, highest) > 0 ? highest : v;
}

static ou_val slice_of(struct ou_vm *vm, const struct ou_range *r, ou_val slice)
{
    const struct ou_slice *s = (const struct ou_slice *)slice;
    ou_val length = ou_range_length(vm, r), start, stop, step;
    if (length == OU_EXC)
        return OU_EXC;
    if (ou_is_small(length)) {
        struct ou_slice_range a;
        if (ou_slice_unpack(vm, slice, &a) < 0)
            return OU_EXC;
        ou_slice_adjust(&a, (size_t)ou_small_value(length));
        start = ou_int_new(vm, a.start);
        stop = start == OU_EXC ? OU_EXC : ou_int_new(vm, a.stop);
        step = stop == OU_EXC ? OU_EXC : ou_int_new(vm, a.step);
    } else {
        step = s->step == OU_NONE ? ou_small(1) : ou_index(vm, s->step);
        if (step == ou_small(0))
            return ou_raise(vm, &ou_exc_ValueError, "slice step cannot be zero");
        bool backwards = step != OU_EXC && ou_int_sign(step) < 0;
        start = step == OU_EXC ? OU_EXC : big_limit(vm, s->start, length, backwards, false);
        stop = start == OU_EXC ? OU_EXC : big_limit(vm, s->stop, length, backwards, true);
    }
    if (stop == OU_EXC || step == OU_EXC)
        return OU_EXC;
    ou_val first = item_at(vm, r, start), end = first == OU_EXC ? OU_EXC : item_at(vm, r, stop);
    ou_val stride = end == OU_EXC ? OU_EXC : ou_int_mul(vm, r->step, step);
    return stride == OU_EXC ? OU_EXC : ou_range_new(vm, first, end, stride);
}

static ou_val range_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    const struct ou_range *r = RANGE(self);
    if (ou_is(key, &ou_type_slice))
        return slice_of(vm, r, key);
    size_t at;
    if (ou_is_small(key) && all_small(r->start, r->stop, r->step)) {
        ou_int start = ou_small_value(r->start), step = ou_small_value(r->step);
        if (ou_index_resolve(vm, key, small_length(start, ou_small_value(r->stop), step), "range object",
                             &at) < 0)
            return OU_EXC;
        return ou_small(start + (ou_int)at * step);
    }
    if (!ou_is_int(key)) {
        size_t ignored;
        ou_val self_or_absent, index = ou_get_special(vm, key, OU_S(__index__), &self_or_absent);
        if (index == OU_EXC)
            return OU_EXC;
        if (index == OU_ABSENT)
            return ou_subscript_resolve(vm, key, 0, "range", "range object", &ignored) < 0 ? OU_EXC : OU_NONE;
    }
    ou_val length = ou_range_length(vm, r), i = length == OU_EXC ? OU_EXC : ou_index(vm, key);
    if (i == OU_EXC)
        return OU_EXC;
    if (ou_int_sign(i) < 0 && (i = ou_int_add(vm, i, length)) == OU_EXC)
        return OU_EXC;
    if (ou_int_sign(i) < 0 || ou_int_compare(i, length) >= 0)
        return ou_raise(vm, &ou_exc_IndexError, "range object index out of range");
    return item_at(vm, r, i);
}

/* The place of an int in the range: OU_ABSENT if it is not there. */
static ou_val place_of(struct ou_vm *vm, const struct ou_range *r, ou_val v)
{
    if (!ou_is_small(v))
        v = ou_int_exact(v);
    if (all_small(v, r->start, r->step) && ou_is_small(r->stop)) {
        ou_int n = ou_small_value(v), start = ou_small_value(r->start), step = ou_small_value(r->step);
        ou_int stop = ou_small_value(r->stop);
        if ((step > 0 ? n < start || n >= stop : n > start || n <= stop) || (n - start) % step != 0)
            return OU_ABSENT;
        return ou_int_new(vm, (n - start) / step);
    }
    bool up = ou_int_sign(r->step) > 0;
    if (up ? ou_int_compare(v, r->start) < 0 || ou_int_compare(v, r->stop) >= 0
           : ou_int_compare(v, r->start) > 0 || ou_int_compare(v, r->stop) <= 0)
        return OU_ABSENT;
    ou_val distance = ou_int_sub(vm, v, r->start), quotient, rest;
    if (distance == OU_EXC || ou_int_divmod(vm, distance, r->step, &quotient, &rest) < 0)
        return OU_EXC;
    return rest == ou_small(0) ? quotient : OU_ABSENT;
}

/* For what is no int: by comparing with each item.  The place, OU_ABSENT or OU_EXC; all: counts. */
static ou_val search(struct ou_vm *vm, const struct ou_range *r, ou_val v, bool all)
{
    ou_val iterator = ou_range_iter(vm, r, false), item;
    if (iterator == OU_EXC)
        return OU_EXC;
    ou_int i = 0, found = 0;
    while ((item = ou_next_fast(vm, iterator)) != OU_STOP) {
        int equal = item == OU_EXC ? -1 : ou_equal(vm, item, v);
        if (equal < 0)
            return OU_EXC;
        if (equal && !all)
            return ou_int_new(vm, i);
        found += equal;
        i++;
    }
    return all ? ou_int_new(vm, found) : OU_ABSENT;
}

static ou_val find(struct ou_vm *vm, const struct ou_range *r, ou_val v)
{
    return ou_is_int(v) ? place_of(vm, r, v) : search(vm, r, v, false);
}

static int range_contains(struct ou_vm *vm, ou_val self, ou_val v)
{
    ou_val place = find(vm, RANGE(self), v);
    return place == OU_EXC ? -1 : place != OU_ABSENT;
}

static ou_val range_iter(struct ou_vm *vm, ou_val self) { return ou_range_iter(vm, RANGE(self), false); }

OU_NATIVE_STATIC(method_index)
{
    ou_val place = find(vm, RANGE(args[0]), args[1]);
    if (place != OU_ABSENT)
        return place;
    if (ou_is_int(args[1]))
        return ou_raise(vm, &ou_exc_ValueError, "%r is not in range", args[1]);
    return ou_raise(vm, &ou_exc_ValueError, "sequence.index(x): x not in sequence");
}

OU_NATIVE_STATIC(method_count)
{
    if (!ou_is_int(args[1]))
        return search(vm, RANGE(args[0]), args[1], true);
    ou_val place = place_of(vm, RANGE(args[0]), args[1]);
    return place == OU_EXC ? OU_EXC : ou_small(place != OU_ABSENT);
}

OU_NATIVE_STATIC(method_reversed) { return ou_range_iter(vm, RANGE(args[0]), true); }

static int read_only(struct ou_vm *vm, ou_val self, ou_val value)
{
    (void)self, (void)value;
    return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "readonly attribute"));
}

#define MEMBER(name)                                        \
    static ou_val get_##name(struct ou_vm *vm, ou_val self) \
    {                                                       \
        (void)vm;                                           \
        return RANGE(self)->name;                           \
    }
MEMBER(start)
MEMBER(stop)
MEMBER(step)
OU_ROM_ALIGN static const union ou_member range_members[] = {
    OU_MEMBER_METHOD(OU_S(__reversed__), method_reversed, &ou_type_range, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(count), method_count, &ou_type_range, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(index), method_index, &ou_type_range, 2, 2, 0),
    OU_MEMBER_PROPERTY(OU_S(start), get_start, read_only),
    OU_MEMBER_PROPERTY(OU_S(step), get_step, read_only),
    OU_MEMBER_PROPERTY(OU_S(stop), get_stop, read_only),
};
OU_MEMBER_TABLE(ou_range_table, range_members);

static const struct ou_type_ops range_ops = {.construct = range_construct,
                                             .repr = range_repr,
                                             .truth = range_truth,
                                             .len = range_len,
                                             .hash = range_hash,
                                             .compare = range_compare,
                                             .get_item = range_get_item,
                                             .contains = range_contains,
                                             .iter = range_iter};
OU_DEFINE_TYPE(ou_type_range, OU_S(range), &ou_type_object, &range_ops, &ou_range_table, OU_TYPE_FINAL,
               OU_V_RANGE);
