/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Arithmetic, text and bytes of ints in a build without big ones: every int is a small int, and what does not fit
 * one is an OverflowError.  With big ints: int_arith.c and int_text.c.
 */
#include "base/base.h"
#include "object/numbers/int.h"

/* -- from and to C -- */

size_t ou_int_bit_length(ou_val v)
{
    unsigned long n = (unsigned long)ou_small_value(v);
    if ((ou_int)v < 0)
        n = 0 - n;
    return n == 0 ? 0 : 8 * sizeof n - (size_t)__builtin_clzl(n);
}

ou_int ou_int_hash(ou_val v) { return v == ou_small(-1) ? -2 : ou_small_value(v); }

int ou_int_compare(ou_val a, ou_val b) { return (ou_int)a < (ou_int)b ? -1 : a != b; }

ou_val ou_int_from_bytes(struct ou_vm *vm, const uint8_t *data, size_t n, bool big_endian, bool is_signed)
{
    bool negative = is_signed && n > 0 && (data[big_endian ? 0 : n - 1] & 0x80);
    ou_int x = negative ? -1 : 0;
    for (size_t i = 0; i < n; i++) {
        if (x > OU_SMALL_MAX >> 8 || x < OU_SMALL_MIN >> 8)
            return ou_raise_too_large(vm);
        x = x * 256 + data[big_endian ? i : n - 1 - i];
    }
    return ou_small(x);
}

int ou_int_to_bytes(struct ou_vm *vm, ou_val v, uint8_t *out, size_t n, bool big_endian, bool is_signed)
{
    v = ou_index(vm, v);
    if (v == OU_EXC)
        return -1;
    ou_int x = ou_small_value(v), sign = x < 0 ? -1 : 0, top = 0;
    if (x < 0 && !is_signed)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "can't convert negative int to unsigned"));
    for (size_t i = 0; i < n; i++) {
        top = x;
        out[big_endian ? n - 1 - i : i] = (uint8_t)x;
        x >>= 8;
    }
    if (x != sign || (is_signed && n > 0 && ((top ^ sign) & 0x80)))
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "int too big to convert"));
    return 0;
}

/* -- arithmetic -- */

ou_val ou_int_add(struct ou_vm *vm, ou_val a, ou_val b)
{
    return ou_int_new(vm, ou_small_value(a) + ou_small_value(b));
}

ou_val ou_int_sub(struct ou_vm *vm, ou_val a, ou_val b)
{
    return ou_int_new(vm, ou_small_value(a) - ou_small_value(b));
}

ou_val ou_int_negate(struct ou_vm *vm, ou_val a) { return ou_int_new(vm, -ou_small_value(a)); }

ou_val ou_int_mul(struct ou_vm *vm, ou_val a, ou_val b)
{
    ou_int n;
    return __builtin_mul_overflow(ou_small_value(a), ou_small_value(b), &n) ? ou_raise_too_large(vm)
                                                                            : ou_int_new(vm, n);
}

int ou_int_divmod(struct ou_vm *vm, ou_val a, ou_val b, ou_val *q, ou_val *r)
{
    return ou_small_divmod(vm, a, b, q, r);
}

ou_val ou_int_shift_left(struct ou_vm *vm, ou_val a, size_t bits)
{
    ou_int n = ou_small_value(a);
    if (n == 0)
        return a;
    if (bits >= OU_WORD_BITS - 2 || n > OU_SMALL_MAX >> bits || n < OU_SMALL_MIN >> bits)
        return ou_raise_too_large(vm);
    return ou_small((ou_int)((ou_val)n << bits));
}

ou_val ou_int_shift_right(struct ou_vm *vm, ou_val a, size_t bits)
{
    (void)vm;
    return ou_small(ou_small_value(a) >> OU_MIN(bits, OU_WORD_BITS - 1));
}

ou_val ou_int_pow(struct ou_vm *vm, ou_val base, ou_val exponent)
{
    ou_int b = ou_small_value(base), e = ou_small_value(exponent), result = 1;
    if (e < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative power, and no floats in this build");
    for (;;) {
        if ((e & 1) && __builtin_mul_overflow(result, b, &result))
            return ou_raise_too_large(vm);
        e >>= 1;
        if (e == 0)
            return ou_int_new(vm, result);
        if (__builtin_mul_overflow(b, b, &b))
            return ou_raise_too_large(vm);
    }
}

static ou_val divide_op(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val pair[2];
    if (b == ou_small(0))
        return ou_raise_message(
            vm, op == OU_OP_MOD
                    ? OU_MESSAGE(&ou_exc_ZeroDivisionError, "integer modulo by zero")
                    : OU_MESSAGE(&ou_exc_ZeroDivisionError, "integer division or modulo by zero"));
    if (ou_int_divmod(vm, a, b, op == OU_OP_MOD ? NULL : &pair[0], &pair[1]) < 0)
        return OU_EXC;
    return op == OU_OP_DIVMOD ? ou_tuple_new(vm, 2, pair) : pair[op == OU_OP_MOD];
}

ou_val ou_int_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    a = ou_int_exact(a);
    b = ou_int_exact(b);
    if (a == OU_ABSENT || b == OU_ABSENT)
        return OU_NOT_IMPLEMENTED;
    if ((op == OU_OP_LSHIFT || op == OU_OP_RSHIFT) && (ou_int)b < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative shift count");
    switch (op) {
    case OU_OP_ADD: return ou_int_add(vm, a, b);
    case OU_OP_SUB: return ou_int_sub(vm, a, b);
    case OU_OP_MUL: return ou_int_mul(vm, a, b);
    case OU_OP_FLOORDIV:
    case OU_OP_MOD:
    case OU_OP_DIVMOD: return divide_op(vm, op, a, b);
    case OU_OP_POW: return ou_int_pow(vm, a, b);
    case OU_OP_LSHIFT: return ou_int_shift_left(vm, a, (size_t)ou_small_value(b));
    case OU_OP_RSHIFT: return ou_int_shift_right(vm, a, (size_t)ou_small_value(b));
    case OU_OP_AND: return a & b;
    case OU_OP_OR: return a | b;
    case OU_OP_XOR: return (a ^ b) | 1;
    default: return OU_NOT_IMPLEMENTED;
    }
}

ou_val ou_int_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a)
{
    a = ou_int_exact(a);
    switch (op) {
    case OU_OP_INVERT: return ou_int_sub(vm, ou_small(-1), a);
    case OU_OP_ABS:
        if ((ou_int)a >= 0)
            return a;
        /* fall through */
    case OU_OP_NEG: return ou_int_negate(vm, a);
    default: return a;
    }
}
