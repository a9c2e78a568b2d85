/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Slices, and what subscripts of all sequences have in common: resolving indices and slices against a
 * length.
 */
#include "object/containers/slice.h"
#include "object/containers/sequence_ops.h"

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

/* -- the type -- */

static ou_val slice_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
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

OU_NATIVE_STATIC(slice_indices)
{
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
    .construct = slice_construct, .repr = slice_repr, .compare = slice_compare};
OU_DEFINE_TYPE(ou_type_slice, OU_S(slice), &ou_type_object, &slice_ops, &ou_slice_table, OU_TYPE_FINAL,
               OU_V_SLICE);
