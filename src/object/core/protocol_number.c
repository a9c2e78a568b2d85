/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Operators: arithmetic, comparison, truth and hash of any objects.
 *
 * Both operands have a say, in this order: the right one first if its class derives from the left one's
 * and overrides the reflected method; then the left one; then the right one, unless both are of the same
 * class.  A C type is asked through its ops, with instances of subclasses replaced by their native
 * object; a class made by Python code through its special methods.
 */
#include "base/base.h"
#include "object/core/number.h"
#include "object/core/protocol.h"
#include "object/types/type.h"
#include "object/types/type_rom.h"

#define METHOD(op, name, method, ...) [OU_OP_##op] = method,
const ou_val ou_binary_names[OU_OP_COUNT] = {OU_BINARY_OPERATORS(METHOD)};
#define REFLECTED(op, name, method, reflected, ...) [OU_OP_##op] = reflected,
const ou_val ou_binary_reflected[OU_OP_COUNT] = {OU_BINARY_OPERATORS(REFLECTED)};
#define IN_PLACE(op, name, method, reflected, in_place, ...) [OU_OP_##op] = in_place,
const ou_val ou_binary_inplace[OU_OP_COUNT] = {OU_BINARY_OPERATORS(IN_PLACE)};
const ou_val ou_compare_names[6] = {OU_S(__lt__), OU_S(__le__), OU_S(__eq__),
                                    OU_S(__ne__), OU_S(__gt__), OU_S(__ge__)};

#define SYMBOL(op, name, method, reflected, in_place, max, symbol, in_place_symbol) [OU_OP_##op] = symbol,
static const char *const binary_symbols[OU_OP_COUNT] = {OU_BINARY_OPERATORS(SYMBOL)};
#define IN_PLACE_SYMBOL(op, name, method, reflected, in_place, max, symbol, in_place_symbol) \
    [OU_OP_##op] = in_place_symbol,
static const char *const inplace_symbols[OU_OP_COUNT] = {OU_BINARY_OPERATORS(IN_PLACE_SYMBOL)};

/* -- binary operators -- */

static bool is_sequence_type(const struct ou_type *t)
{
    return t == &ou_type_str || t == &ou_type_list || t == &ou_type_tuple || t == &ou_type_bytes ||
           (OU_WITH_BYTEARRAY && t == &ou_type_bytearray);
}

/* A sequence of C, or of a class that derives from one and has no __add__ of its own. */
static bool concatenates(struct ou_vm *vm, const struct ou_type *t)
{
    return is_sequence_type(ou_type_native(t)) &&
           !(ou_type_is_heap(t) && ou_is(ou_type_lookup(vm, t, OU_S(__add__)), &ou_type_function));
}

static ou_val unsupported(struct ou_vm *vm, enum ou_binary_op op, const char *symbol, ou_val a, ou_val b)
{
    const struct ou_type *ta = ou_type_native(ou_type_of(a)), *tb = ou_type_native(ou_type_of(b));
    if (op == OU_OP_ADD && !concatenates(vm, ou_type_of(a)))
        ta = &ou_type_object; /* its own __add__ takes the place of the concatenation */
    if (op == OU_OP_ADD && (ta == &ou_type_bytes || (OU_WITH_BYTEARRAY && ta == &ou_type_bytearray)))
        return ou_raise(vm, &ou_exc_TypeError, "can't concat %T to %T", b, a);
    if (op == OU_OP_ADD && is_sequence_type(ta))
        return ou_raise(vm, &ou_exc_TypeError, "can only concatenate %v (not \"%T\") to %v", ta->name, b,
                        ta->name);
    if (op == OU_OP_MUL && is_sequence_type(ta))
        return ou_raise(vm, &ou_exc_TypeError, "can't multiply sequence by non-int of type '%T'", b);
    if (op == OU_OP_MUL && is_sequence_type(tb))
        return ou_raise(vm, &ou_exc_TypeError, "can't multiply sequence by non-int of type '%T'", a);
    return ou_raise(vm, &ou_exc_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

/* The right operand of a C operation; what % formats is not unwrapped. */
static ou_val right_operand(enum ou_binary_op op, const struct ou_type *ta, ou_val b)
{
    if (op == OU_OP_MOD &&
        (ta == &ou_type_str || ta == &ou_type_bytes || (OU_WITH_BYTEARRAY && ta == &ou_type_bytearray))) {
        ou_val tuple = ou_cast_native(b, &ou_type_tuple);
        return tuple != OU_ABSENT ? tuple : b;
    }
    /* What cannot be concatenated is named by its own type. */
    return op == OU_OP_ADD && is_sequence_type(ta) && ou_cast_native(b, ta) == OU_ABSENT ? b : ou_unwrap(b);
}

/* The left operand's say. */
static ou_val ask_left(struct ou_vm *vm, enum ou_binary_op op, ou_val a, const struct ou_type *ta, ou_val b)
{
    if (ou_type_is_heap(ta)) {
        ou_val v = ou_call_special(vm, a, ou_binary_names[op], 1, &b);
        return v == OU_ABSENT ? OU_NOT_IMPLEMENTED : v;
    }
    const struct ou_type_ops *ops = ou_ops(ta);
    return ops->binary ? ops->binary(vm, op, a, right_operand(op, ta, b)) : OU_NOT_IMPLEMENTED;
}

static ou_val ask_right(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b, const struct ou_type *tb)
{
    if (op == OU_OP_ADD && is_sequence_type(ou_type_native(tb)) &&
        !ou_is(ou_type_lookup(vm, tb, OU_S(__radd__)), &ou_type_function))
        return OU_NOT_IMPLEMENTED; /* concatenation is the left one's to do, and it has refused */
    if (ou_type_is_heap(tb)) {
        ou_val v = ou_call_special(vm, b, ou_binary_reflected[op], 1, &a);
        return v == OU_ABSENT ? OU_NOT_IMPLEMENTED : v;
    }
    const struct ou_type_ops *ops = ou_ops(tb);
    return ops->binary ? ops->binary(vm, op, ou_unwrap(a), b) : OU_NOT_IMPLEMENTED;
}

/* Does the right operand go first? */
static bool right_first(struct ou_vm *vm, ou_val name, enum ou_binary_op op, const struct ou_type *ta,
                        const struct ou_type *tb)
{
    if (!ou_type_is_heap(tb))
        return false;
    if (ou_is_subtype(tb, ta)) {
        ou_val method = ou_type_lookup(vm, tb, name);
        return method != OU_ABSENT && method != ou_type_lookup(vm, ta, name);
    }
    /* Concatenation comes after __radd__, as in CPython. */
    return (op == OU_OP_ADD ? concatenates(vm, ta) : op == OU_OP_MUL && is_sequence_type(ta)) &&
           ou_is(ou_type_lookup(vm, tb, name), &ou_type_function);
}

/* OU_NOT_IMPLEMENTED if neither can. */
static ou_val try_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    const struct ou_type *ta = ou_type_of(a), *tb = ou_type_of(b);
    if (ta == tb)
        return ask_left(vm, op, a, ta, b);
    bool asked = right_first(vm, ou_binary_reflected[op], op, ta, tb);
    if (asked) {
        ou_val v = ask_right(vm, op, a, b, tb);
        if (v != OU_NOT_IMPLEMENTED)
            return v;
    }
    ou_val v = ask_left(vm, op, a, ta, b);
    if (v != OU_NOT_IMPLEMENTED || asked)
        return v;
    return ask_right(vm, op, a, b, tb);
}

/* -- numbers, without dispatch -- */

static inline bool as_float(ou_val v, ou_float *out)
{
    if (ou_is_flonum(v))
        *out = ou_flonum_value(v);
    else if (ou_is_small(v))
        *out = (ou_float)ou_small_value(v);
    else if (ou_is(v, &ou_type_float))
        *out = ((const struct ou_float_object *)v)->value;
    else
        return false;
    return true;
}

static inline ou_val float_fast_path(struct ou_vm *vm, enum ou_binary_op op, ou_float x, ou_float y)
{
    switch (op) {
    case OU_OP_ADD: return ou_float_from(vm, x + y);
    case OU_OP_SUB: return ou_float_from(vm, x - y);
    case OU_OP_MUL: return ou_float_from(vm, x * y);
    default: return y == 0 ? OU_ABSENT : ou_float_from(vm, x / y);
    }
}

static ou_val small_fast_path(struct ou_vm *vm, enum ou_binary_op op, ou_int m, ou_int n)
{
    const ou_int exact = (ou_int)1 << (OU_WORD_BITS == 64 ? 53 : 24); /* a float holds them up to this */
    ou_int r;
    switch (op) {
    case OU_OP_ADD: return ou_int_new(vm, m + n);
    case OU_OP_SUB: return ou_int_new(vm, m - n);
    case OU_OP_MUL: return __builtin_mul_overflow(m, n, &r) ? OU_ABSENT : ou_int_new(vm, r);
    default:
        if (!OU_WITH_FLOAT || m > exact || m < -exact || n > exact || n < -exact)
            return OU_ABSENT;
        return float_fast_path(vm, op, (ou_float)m, (ou_float)n);
    }
}

/* + - * / of small ints and floats; OU_ABSENT: not that, or it takes more. */
static inline ou_val number_fast_path(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_float x, y;
    if (op > OU_OP_TRUEDIV)
        return OU_ABSENT;
    if (ou_both_small(a, b))
        return small_fast_path(vm, op, ou_small_value(a), ou_small_value(b));
    return OU_WITH_FLOAT && as_float(a, &x) && as_float(b, &y) ? float_fast_path(vm, op, x, y) : OU_ABSENT;
}

/* Apart from the fast path, which needs no frame. */
static OU_NOINLINE ou_val dispatch_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    ou_val v = try_binary(vm, op, a, b);
    return v == OU_NOT_IMPLEMENTED ? unsupported(vm, op, binary_symbols[op], a, b) : v;
}

ou_val ou_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val v = number_fast_path(vm, op, a, b);
    return v != OU_ABSENT ? v : dispatch_binary(vm, op, a, b);
}

ou_val ou_inplace(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val v = number_fast_path(vm, op, a, b);
    if (v != OU_ABSENT)
        return v;
    const struct ou_type *ta = ou_type_of(a);
    v = OU_NOT_IMPLEMENTED;
    if (ou_type_is_heap(ta)) {
        if (ou_binary_inplace[op] != OU_ABSENT)
            v = ou_call_special(vm, a, ou_binary_inplace[op], 1, &b);
    } else if (ou_ops(ta)->inplace) {
        bool other_first = op == OU_OP_ADD && ou_type_is_heap(ou_type_of(b)) && ta != &ou_type_list &&
                           right_first(vm, ou_binary_reflected[op], op, ta, ou_type_of(b));
        if (!other_first)
            v = ou_ops(ta)->inplace(vm, op, a, b);
    }
    if (v == OU_NOT_IMPLEMENTED || v == OU_ABSENT)
        v = try_binary(vm, op, a, b);
    return v == OU_NOT_IMPLEMENTED ? unsupported(vm, op, inplace_symbols[op], a, b) : v;
}

ou_val ou_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a)
{
    static const char *const symbols[] = {"unary -", "unary +", "unary ~", "abs()"};
    static const ou_val names[] = {OU_S(__neg__), OU_S(__pos__), OU_S(__invert__), OU_S(__abs__)};
    const struct ou_type *t = ou_type_of(a);
    ou_val v = OU_NOT_IMPLEMENTED;
    if (ou_type_is_heap(t))
        v = ou_call_special(vm, a, names[op], 0, NULL);
    else if (ou_ops(t)->unary)
        v = ou_ops(t)->unary(vm, op, a);
    if (v == OU_NOT_IMPLEMENTED || v == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "bad operand type for %s: '%T'", symbols[op], a);
    return v;
}

ou_val ou_raise_power_mod(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_TypeError,
                    "pow() 3rd argument not allowed unless all arguments are integers");
}

ou_val ou_power_mod(struct ou_vm *vm, ou_val base, ou_val exponent, ou_val modulus)
{
    if (modulus == OU_NONE)
        return ou_binary(vm, OU_OP_POW, base, exponent);
    ou_val args[2] = {exponent, modulus};
    ou_val v = ou_call_special(vm, base, OU_S(__pow__), 2, args);
    if (v != OU_ABSENT && v != OU_NOT_IMPLEMENTED)
        return v;
    if (ou_is_float(base) || ou_is_float(exponent) || ou_is_float(modulus))
        return ou_raise_power_mod(vm);
    return ou_raise(vm, &ou_exc_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'",
                    base, exponent, modulus);
}

/* -- comparison -- */

/* One operand's say about a op b; OU_NOT_IMPLEMENTED if it has none. */
static ou_val ask_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, const struct ou_type *ta,
                          ou_val b)
{
    if (!ou_type_is_heap(ta)) {
        const struct ou_type_ops *ops = ou_ops(ta);
        return ops->compare ? ops->compare(vm, op, a, ou_unwrap(b)) : OU_NOT_IMPLEMENTED;
    }
    ou_val method = ou_type_lookup(vm, ta, ou_compare_names[op]);
    if (method == OU_ABSENT || method == OU_NONE || method == OU_ROM(&ou_object_eq))
        return OU_NOT_IMPLEMENTED; /* identity comes last */
    if (ou_is(method, &ou_type_function)) {
        ou_val args[2] = {a, b};
        return vm->up->call(vm, method, 2, 0, args);
    }
    return ou_call_special(vm, a, ou_compare_names[op], 1, &b);
}

ou_val ou_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    if (ou_both_small(a, b)) {
        ou_int x = ou_small_value(a), y = ou_small_value(b);
        switch (op) {
        case OU_CMP_LT: return ou_bool(x < y);
        case OU_CMP_LE: return ou_bool(x <= y);
        case OU_CMP_EQ: return ou_bool(x == y);
        case OU_CMP_NE: return ou_bool(x != y);
        case OU_CMP_GT: return ou_bool(x > y);
        case OU_CMP_GE: return ou_bool(x >= y);
        }
    }
    if (ou_stack_low(vm) && ou_stack_check(vm) < 0)
        return OU_EXC;
    const struct ou_type *ta = ou_type_of(a), *tb = ou_type_of(b);
    enum ou_compare_op reflected = ou_compare_reflected(op);
    bool asked = false;
    ou_val v;
    if (ta != tb && ou_type_is_heap(tb) && ou_is_subtype(tb, ta)) {
        asked = true;
        v = ask_compare(vm, reflected, b, tb, a);
        if (v != OU_NOT_IMPLEMENTED)
            return v;
    }
    v = ask_compare(vm, op, a, ta, b);
    if (v != OU_NOT_IMPLEMENTED)
        return v;
    if (!asked && (ta != tb || ou_type_is_heap(tb))) {
        v = ask_compare(vm, reflected, b, tb, a);
        if (v != OU_NOT_IMPLEMENTED)
            return v;
    }
    if (op == OU_CMP_EQ || op == OU_CMP_NE)
        return ou_bool((a == b) == (op == OU_CMP_EQ));
    return ou_raise(vm, &ou_exc_TypeError, "'%s' not supported between instances of '%T' and '%T'",
                    symbols[op], a, b);
}

int ou_compare_truth(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val v = ou_compare(vm, op, a, b);
    if (v == OU_TRUE || v == OU_FALSE)
        return v == OU_TRUE;
    return v == OU_EXC ? -1 : ou_truth(vm, v);
}

int ou_equal(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (a == b)
        return 1;
    if (ou_both_small(a, b) || (ou_is_interned(a) && ou_is_interned(b)))
        return 0;
    if (ou_is_str(a) && ou_is_str(b))
        return ou_str_equal(vm, a, b);
    return ou_compare_truth(vm, OU_CMP_EQ, a, b);
}

/* -- truth and hash -- */

int ou_truth(struct ou_vm *vm, ou_val v)
{
    if (v == OU_TRUE)
        return 1;
    if (v == OU_FALSE || v == OU_NONE)
        return 0;
    if (ou_is_small(v))
        return v != ou_small(0);
    if (ou_is_flonum(v)) /* 0.0 has no self-tagged form */
        return 1;
    if (ou_is_interned(v))
        return v != OU_S();
    const struct ou_type_ops *ops = ou_ops_of(v);
    if (ops->truth)
        return ops->truth(vm, v);
    if (ops->len) {
        ou_int n = ops->len(vm, v);
        return n < 0 ? -1 : n > 0;
    }
    return 1;
}

int ou_hash(struct ou_vm *vm, ou_val v, ou_int *out)
{
    const struct ou_type_ops *ops = ou_ops_of(v);
    if (ops->hash)
        return ops->hash(vm, v, out);
    if (ops->compare)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "unhashable type: '%T'", v));
    return ou_identity_hash(vm, v, out);
}
