/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type bool: two immediates that are ints in every operation but repr and the three bit operators
 * among themselves.
 */
#include "object/numbers/format.h"
#include "object/numbers/int.h"

static ou_val bool_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                             const ou_val *args)
{
    (void)type;
    if (n_kw > 0)
        return ou_raise(vm, &ou_exc_TypeError, "bool() takes no keyword arguments");
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "bool expected at most 1 argument, got %u", n_args);
    int truth = n_args == 0 ? 0 : ou_truth(vm, args[0]);
    return truth < 0 ? OU_EXC : ou_bool(truth);
}

static ou_val bool_repr(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self == OU_TRUE ? OU_S(True) : OU_S(False);
}

static int bool_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self == OU_TRUE;
}

static int bool_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    (void)vm;
    *out = self == OU_TRUE;
    return 0;
}

static ou_val bool_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (ou_is_bool(a) && ou_is_bool(b)) {
        if (op == OU_OP_AND)
            return ou_bool(a == OU_TRUE && b == OU_TRUE);
        if (op == OU_OP_OR)
            return ou_bool(a == OU_TRUE || b == OU_TRUE);
        if (op == OU_OP_XOR)
            return ou_bool(a != b);
    }
    return ou_int_binary(vm, op, a, b);
}

/* What it has beyond int: nothing. */

static const struct ou_type_ops bool_ops = {
    .construct = bool_construct,
    .repr = bool_repr,
    .format = ou_format_int,
    .truth = bool_truth,
    .hash = bool_hash,
    .compare = ou_int_compare_op,
    .unary = ou_int_unary,
    .binary = bool_binary,
};
OU_DEFINE_TYPE(ou_type_bool, OU_S(bool), &ou_type_int, &bool_ops, NULL, OU_TYPE_FINAL, OU_V_BOOL);
