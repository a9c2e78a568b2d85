/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Subscripts and counts of all sequences: resolving indices and slices against a length.
 *
 * What runs Python (__index__) comes first: the length is asked for afterwards, as it may have changed.
 */
#include "object/core/subscript.h"
#include "base/base.h"
#include "object/types/type.h"

/* An end or the step of a slice, clamped. */
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
        if (index == OU_ABSENT)
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
        if (index == OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "%s indices must be integers or slices, not %T", type,
                            key);
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

/* -- start and stop of methods -- */

/* An optional bound of a range: None and absent leave *out alone. */
static int slice_bound(struct ou_vm *vm, ou_val v, ou_int *out)
{
    return v == OU_ABSENT || v == OU_NONE ? 0 : part(vm, v, out);
}

int ou_range_args(struct ou_vm *vm, unsigned n, const ou_val *args, size_t length, ou_int *start, ou_int *end)
{
    ou_int len = (ou_int)length;
    *start = 0;
    *end = len;
    if (n > 0 && slice_bound(vm, args[0], start) < 0)
        return -1;
    if (n > 1 && slice_bound(vm, args[1], end) < 0)
        return -1;
    if (*end > len)
        *end = len;
    else if (*end < 0)
        *end = *end + len < 0 ? 0 : *end + len;
    if (*start < 0)
        *start = *start + len < 0 ? 0 : *start + len;
    return 0;
}

/* -- repetition -- */

int ou_repeat_count(struct ou_vm *vm, ou_val v, ou_int *count, bool *other)
{
    *other = false;
    if (!ou_is_small(v) && !ou_is_bool(v) && !ou_cast_native(v, &ou_type_int)) {
        ou_val self = OU_ABSENT, index = OU_ABSENT;
        bool heap = ou_type_is_heap(ou_type_of(v));
        if (heap && (index = ou_get_special(vm, v, OU_S(__index__), &self)) == OU_EXC)
            return -1;
        if (!index && heap) {
            *other = true;
            return 0;
        }
        if (!index)
            return ou_fail(
                ou_raise(vm, &ou_exc_TypeError, "can't multiply sequence by non-int of type '%T'", v));
    }
    return ou_to_int(vm, v, count);
}
