/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Slices, and what subscripts of all sequences have in common: resolving indices and slices against a
 * length.
 */
#include "base/base.h"
#include "object/containers.h"
#include "object/types.h"

ou_val ou_slice_new(struct ou_vm *vm, ou_val start, ou_val stop, ou_val step)
{
    struct ou_slice *s = (struct ou_slice *)ou_new_values(vm, &ou_type_slice, sizeof *s);
    if (!s)
        return OU_EXC;
    s->start = start;
    s->stop = stop;
    s->step = step;
    return (ou_val)s;
}

static int part(struct ou_vm *vm, ou_val v, ou_int *out)
{
    if (ou_is_small(v)) {
        *out = ou_small_value(v);
        return 0;
    }
    if (!ou_is_int(v)) {
        ou_val self, index = ou_get_special(vm, v, OU_S(__index__), &self);
        if (index == OU_EXC)
            return -1;
        if (index == OU_UNBOUND)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "slice indices must be integers or None or have an __index__ method"));
    }
    return ou_to_int_clamp(vm, v, out);
}

/* One end of a slice, as far as a length allows it. */
static ou_int limit(ou_int i, ou_int length, bool backwards)
{
    if (i < 0) {
        i += length;
        if (i < 0)
            i = backwards ? -1 : 0;
    } else if (i >= length) {
        i = backwards ? length - 1 : length;
    }
    return i;
}

int ou_slice_unpack(struct ou_vm *vm, ou_val slice, struct ou_slice_range *r)
{
    const struct ou_slice *s = (const struct ou_slice *)slice;
    r->step = 1;
    if (s->step != OU_NONE) {
        if (part(vm, s->step, &r->step) < 0)
            return -1;
        if (r->step == 0)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "slice step cannot be zero"));
        if (r->step < -INTPTR_MAX)
            r->step = -INTPTR_MAX;
    }
    r->start = r->step < 0 ? INTPTR_MAX : 0;
    r->stop = r->step < 0 ? INTPTR_MIN : INTPTR_MAX;
    if (s->start != OU_NONE && part(vm, s->start, &r->start) < 0)
        return -1;
    return s->stop != OU_NONE ? part(vm, s->stop, &r->stop) : 0;
}

void ou_slice_adjust(struct ou_slice_range *r, size_t length)
{
    bool backwards = r->step < 0;
    r->start = limit(r->start, (ou_int)length, backwards);
    r->stop = limit(r->stop, (ou_int)length, backwards);
    if (backwards)
        r->count = r->stop < r->start ? (size_t)(r->start - r->stop - 1) / (size_t)-r->step + 1 : 0;
    else
        r->count = r->start < r->stop ? (size_t)(r->stop - r->start - 1) / (size_t)r->step + 1 : 0;
}

int ou_slice_resolve(struct ou_vm *vm, ou_val slice, size_t length, ou_int *start, ou_int *stop, ou_int *step,
                     size_t *count)
{
    struct ou_slice_range r;
    if (ou_slice_unpack(vm, slice, &r) < 0)
        return -1;
    ou_slice_adjust(&r, length);
    *start = r.start;
    *stop = r.stop;
    *step = r.step;
    *count = r.count;
    return 0;
}

int ou_index_resolve(struct ou_vm *vm, ou_val index, size_t length, const char *what, size_t *out)
{
    ou_int i;
    if (OU_LIKELY(ou_is_small(index))) {
        i = ou_small_value(index);
    } else {
        ou_val v = ou_index(vm, index);
        if (v == OU_EXC)
            return -1;
        if (!ou_is_small(v))
            return ou_fail(
                ou_raise(vm, &ou_exc_IndexError, "cannot fit '%T' into an index-sized integer", index));
        i = ou_small_value(v);
    }
    if (i < 0)
        i += (ou_int)length;
    if (i < 0 || (size_t)i >= length)
        return ou_fail(ou_raise(vm, &ou_exc_IndexError, "%s index out of range", what));
    *out = (size_t)i;
    return 0;
}

ou_val ou_subscript_int(struct ou_vm *vm, ou_val key, const char *type)
{
    if (OU_LIKELY(ou_is_small(key)))
        return key;
    if (!ou_is_int(key)) {
        ou_val self, index = ou_get_special(vm, key, OU_S(__index__), &self);
        if (index == OU_EXC)
            return OU_EXC;
        if (index == OU_UNBOUND)
            return ou_raise(vm, &ou_exc_TypeError, "%s indices must be integers or slices, not %T", type, key);
    }
    ou_val v = ou_index(vm, key);
    return v == OU_EXC || ou_is_small(v)
               ? v
               : ou_raise(vm, &ou_exc_IndexError, "cannot fit '%T' into an index-sized integer", key);
}

int ou_subscript_resolve(struct ou_vm *vm, ou_val key, size_t length, const char *type, const char *what,
                         size_t *out)
{
    key = ou_subscript_int(vm, key, type);
    return key == OU_EXC ? -1 : ou_index_resolve(vm, key, length, what, out);
}

static bool class_may_know(struct ou_vm *vm, enum ou_binary_op op, ou_val b)
{
    if (!ou_type_is_heap(ou_type_of(b)))
        return false;
    return ou_type_lookup(vm, ou_type_of(b), ou_binary_reflected[op]) != OU_UNBOUND;
}

ou_val ou_sequence_cannot(struct ou_vm *vm, enum ou_binary_op op, ou_val sequence, ou_val b)
{
    if ((op != OU_OP_ADD && op != OU_OP_MUL) || class_may_know(vm, op, b))
        return OU_NOT_IMPLEMENTED;
    if (op == OU_OP_MUL)
        return ou_raise(vm, &ou_exc_TypeError, "can't multiply sequence by non-int of type '%T'", b);
    const struct ou_type *t = ou_type_of(sequence);
    return ou_raise(vm, &ou_exc_TypeError, "can only concatenate %N (not \"%T\") to %N", t, b, t);
}

int ou_sequence_repeat_count(struct ou_vm *vm, ou_val b, size_t *count)
{
    ou_int n;
    if (!ou_is_int(b)) {
        ou_val self, index = ou_get_special(vm, b, OU_S(__index__), &self);
        if (index == OU_EXC || index == OU_UNBOUND)
            return index == OU_EXC ? -1 : 0;
    }
    if (ou_to_int(vm, b, &n) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_OverflowError))
            return -1;
        (void)ou_exc_take(vm);
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "cannot fit '%T' into an index-sized integer", b));
    }
    *count = n < 0 ? 0 : (size_t)n;
    return 1;
}

/* -- the type -- */

static ou_val slice_make(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    if (n_kw)
        return ou_raise(vm, &ou_exc_TypeError, "slice() takes no keyword arguments");
    if (n_args == 0)
        return ou_raise(vm, &ou_exc_TypeError, "slice expected at least 1 argument, got 0");
    if (n_args > 3)
        return ou_raise(vm, &ou_exc_TypeError, "slice expected at most 3 arguments, got %u", n_args);
    if (n_args == 1)
        return ou_slice_new(vm, OU_NONE, args[0], OU_NONE);
    return ou_slice_new(vm, args[0], args[1], n_args > 2 ? args[2] : OU_NONE);
}

static ou_val slice_repr(struct ou_vm *vm, ou_val self)
{
    const struct ou_slice *s = (const struct ou_slice *)self;
    if (ou_stack_check(vm) < 0)
        return OU_EXC;
    return ou_str_format(vm, "slice(%r, %r, %r)", s->start, s->stop, s->step);
}

static ou_val slice_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (!ou_is(b, &ou_type_slice))
        return OU_NOT_IMPLEMENTED;
    const struct ou_slice *s = (const struct ou_slice *)a, *r = (const struct ou_slice *)b;
    ou_val x = ou_tuple_new(vm, 3, &s->start);
    ou_val y = x == OU_EXC ? OU_EXC : ou_tuple_new(vm, 3, &r->start);
    return y == OU_EXC ? OU_EXC : ou_sequence_compare(vm, op, x, y);
}

static ou_val slice_indices(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)n_args, (void)n_kw;
    ou_int length, start, stop, step;
    size_t count;
    if (ou_to_int(vm, args[1], &length) < 0)
        return OU_EXC;
    if (length < 0)
        return ou_raise(vm, &ou_exc_ValueError, "length should not be negative");
    if (ou_slice_resolve(vm, args[0], (size_t)length, &start, &stop, &step, &count) < 0)
        return OU_EXC;
    ou_val items[3] = {ou_int_new(vm, start), ou_int_new(vm, stop), OU_NONE};
    if (items[0] == OU_EXC || items[1] == OU_EXC || (items[2] = ou_int_new(vm, step)) == OU_EXC)
        return OU_EXC;
    return ou_tuple_new(vm, 3, items);
}

static int read_only(struct ou_vm *vm, ou_val self, ou_val value)
{
    (void)self, (void)value;
    return ou_fail(ou_raise(vm, &ou_exc_AttributeError, "readonly attribute"));
}

#define MEMBER(name)                                        \
    static ou_val get_##name(struct ou_vm *vm, ou_val self) \
    {                                                       \
        (void)vm;                                           \
        return ((const struct ou_slice *)self)->name;       \
    }
MEMBER(start)
MEMBER(stop)
MEMBER(step)
OU_ROM_ALIGN static const union ou_member slice_members[] = {
    OU_MEMBER_METHOD(OU_S(indices), slice_indices, &ou_type_slice, 2, 2, 0),
    OU_MEMBER_PROPERTY(OU_S(start), get_start, read_only),
    OU_MEMBER_PROPERTY(OU_S(step), get_step, read_only),
    OU_MEMBER_PROPERTY(OU_S(stop), get_stop, read_only),
};
OU_MEMBER_TABLE(ou_slice_table, slice_members);

static const struct ou_type_ops slice_ops = {
    .make = slice_make, .repr = slice_repr, .compare = slice_compare};
OU_DEFINE_TYPE(ou_type_slice, OU_S(slice), &ou_type_object, &slice_ops, &ou_slice_table, OU_TYPE_FINAL,
               OU_V_SLICE);
