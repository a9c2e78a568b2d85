/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Arithmetic on ints of any size.
 *
 * nat.c works on natural numbers as arrays of 32-bit digits.  This puts signs on top and normalises: whatever fits a small
 * int becomes one.  Temporary numbers are RAW blocks of the collected heap, freed at once.  Nothing here runs Python code;
 * what takes more than linear time looks for interrupts.
 */
#include "base/base.h"
#include "object/numbers/float.h"
#include "object/numbers/int.h"
#include "object/numbers/nat.h"

/* -- ints from and to digits -- */

size_t ou_int_bit_length(ou_val v)
{
    struct ou_int_view a;
    ou_int_view(v, &a);
    return a.size == 0 ? 0 : 32 * a.size - (size_t)__builtin_clz(a.digits[a.size - 1]);
}

int ou_int_compare(ou_val a, ou_val b)
{
    if (ou_both_small(a, b))
        return (ou_int)a < (ou_int)b ? -1 : a != b;
    struct ou_int_view x, y;
    ou_int_view(a, &x);
    ou_int_view(b, &y);
    if (x.negative != y.negative)
        return x.negative ? -1 : 1;
    int order = ou_nat_compare(x.digits, x.size, y.digits, y.size);
    return x.negative ? -order : order;
}

/* -- sums -- */

static ou_val add_views(struct ou_vm *vm, const struct ou_int_view *a, const struct ou_int_view *b,
                        bool b_negative)
{
    if (a->negative != b_negative) {
        int order = ou_nat_compare(a->digits, a->size, b->digits, b->size);
        if (order == 0)
            return ou_small(0);
        const struct ou_int_view *large = order > 0 ? a : b, *less = order > 0 ? b : a;
        struct ou_big *big = ou_big_new(vm, large->size);
        if (!big)
            return OU_EXC;
        ou_nat_sub(big->digits, large->digits, large->size, less->digits, less->size);
        return ou_big_finish(vm, big, large->size, order > 0 ? a->negative : b_negative);
    }
    const struct ou_int_view *large = a->size >= b->size ? a : b, *less = a->size >= b->size ? b : a;
    size_t n = large->size;
    struct ou_big *big = ou_big_new(vm, n + 1);
    if (!big)
        return OU_EXC;
    big->digits[n] = ou_nat_add(big->digits, large->digits, n, less->digits, less->size);
    return ou_big_finish(vm, big, n + 1, b_negative);
}

ou_val ou_int_add(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (ou_both_small(a, b))
        return ou_int_new(vm, ou_small_value(a) + ou_small_value(b));
    struct ou_int_view x, y;
    ou_int_view(a, &x);
    ou_int_view(b, &y);
    return add_views(vm, &x, &y, y.negative);
}

ou_val ou_int_sub(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (ou_both_small(a, b))
        return ou_int_new(vm, ou_small_value(a) - ou_small_value(b));
    struct ou_int_view x, y;
    ou_int_view(a, &x);
    ou_int_view(b, &y);
    return add_views(vm, &x, &y, !y.negative);
}

ou_val ou_int_negate(struct ou_vm *vm, ou_val a)
{
    if (ou_is_small(a))
        return ou_int_new(vm, -ou_small_value(a));
    struct ou_int_view x;
    ou_int_view(a, &x);
    return ou_int_from_digits(vm, x.digits, x.size, !x.negative);
}

/* -- products -- */

ou_val ou_int_mul(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (ou_both_small(a, b)) {
        ou_int n;
        if (!__builtin_mul_overflow(ou_small_value(a), ou_small_value(b), &n))
            return ou_int_new(vm, n);
    }
    struct ou_int_view x, y;
    ou_int_view(a, &x);
    ou_int_view(b, &y);
    if (x.size == 0 || y.size == 0)
        return ou_small(0);
    size_t n = x.size + y.size;
    struct ou_big *big = ou_big_new(vm, n);
    if (!big)
        return OU_EXC;
    if (ou_nat_mul(vm, big->digits, x.digits, x.size, y.digits, y.size) < 0)
        return OU_EXC;
    return ou_big_finish(vm, big, n, x.negative != y.negative);
}

/* -- division -- */

/* Magnitudes: q = a / b (if wanted) and r = a % b as ints without sign.  b has more than one digit, a at
 * least as many. */
static int divide_views(struct ou_vm *vm, const struct ou_int_view *a, const struct ou_int_view *b,
                        bool q_negative, ou_val *q, ou_val *r)
{
    unsigned shift = (unsigned)__builtin_clz(b->digits[b->size - 1]);
    struct ou_big *u = ou_big_new(vm, a->size + 1), *quotient = NULL;
    if (!u)
        return -1;
    const uint32_t *divisor = b->digits;
    uint32_t *copy = NULL;
    uint32_t local[32];
    if (shift != 0) {
        if (b->size > 32 && !(copy = ou_alloc(vm, b->size * sizeof *copy, OU_GC_RAW)))
            return -1;
        uint32_t *shifted = copy ? copy : local;
        ou_nat_shift_left(shifted, b->digits, b->size, shift);
        divisor = shifted;
    }
    if (q && !(quotient = ou_big_new(vm, a->size - b->size + 1)))
        return -1;
    u->digits[a->size] = ou_nat_shift_left(u->digits, a->digits, a->size, shift);
    if (ou_nat_divide(vm, quotient ? quotient->digits : NULL, u->digits, a->size, divisor, b->size) < 0)
        return -1;
    if (copy)
        ou_gc_free(&vm->heap, copy);
    if (quotient)
        *q = ou_big_finish(vm, quotient, a->size - b->size + 1, q_negative);
    if (!r) {
        ou_gc_free(&vm->heap, u);
        return 0;
    }
    ou_nat_shift_right(u->digits, u->digits, b->size, shift);
    *r = ou_big_finish(vm, u, b->size, a->negative);
    return 0;
}

/* Division that truncates: the remainder has the sign of a. */
static int divide_truncating(struct ou_vm *vm, ou_val a, ou_val b, ou_val *q, ou_val *r)
{
    struct ou_int_view x, y;
    ou_int_view(a, &x);
    ou_int_view(b, &y);
    bool negative = x.negative != y.negative;
    if (ou_nat_compare(x.digits, x.size, y.digits, y.size) < 0) {
        if (q)
            *q = ou_small(0);
        if (r)
            *r = a;
        return 0;
    }
    if (y.size > 1)
        return divide_views(vm, &x, &y, negative, q, r);
    uint32_t rest;
    struct ou_big *big = ou_big_new(vm, x.size);
    if (!big)
        return -1;
    rest = ou_nat_div_small(big->digits, x.digits, x.size, y.digits[0]);
    if (q)
        *q = ou_big_finish(vm, big, x.size, negative);
    else
        ou_gc_free(&vm->heap, big);
    if (r) {
        *r = ou_int_from_i64(vm, x.negative ? -(int64_t)rest : (int64_t)rest);
        if (*r == OU_EXC)
            return -1;
    }
    return 0;
}

int ou_int_divmod(struct ou_vm *vm, ou_val a, ou_val b, ou_val *q, ou_val *r)
{
    if (ou_both_small(a, b))
        return ou_small_divmod(vm, a, b, q, r);
    ou_val quotient = OU_ABSENT, rest;
    if (divide_truncating(vm, a, b, q ? &quotient : NULL, &rest) < 0)
        return -1;
    if (ou_int_sign(rest) * ou_int_sign(b) < 0) {
        if (r && (rest = ou_int_add(vm, rest, b)) == OU_EXC)
            return -1;
        if (q && (quotient = ou_int_sub(vm, quotient, ou_small(1))) == OU_EXC)
            return -1;
    }
    if (r)
        *r = rest;
    if (q)
        *q = quotient;
    return 0;
}

/* The top 64 bits of v, so that |v| = (result + less than 1) * 2^*exponent; exponent may be negative. */
static uint64_t top_bits(const struct ou_int_view *v, bool *sticky, int *exponent)
{
    *sticky = false;
    *exponent = 0;
    if (v->size == 0)
        return 0;
    uint64_t m = v->digits[v->size - 1];
    size_t i = v->size - 1;
    if (i == 0)
        return m;
    m = m << 32 | v->digits[--i];
    unsigned shift = (unsigned)__builtin_clzll(m);
    *exponent = (int)(32 * i);
    if (i > 0 && shift > 0) {
        uint32_t next = v->digits[--i];
        m = m << shift | next >> (32 - shift);
        *exponent -= (int)shift;
        *sticky = (next << shift) != 0;
    }
    while (i > 0 && !*sticky)
        *sticky = v->digits[--i] != 0;
    return m;
}

bool ou_int_to_float(ou_val v, ou_float *out)
{
    struct ou_int_view a;
    ou_int_view(v, &a);
    if (a.size > 40) /* beyond any float, and the exponent stays an int */
        return false;
    bool sticky;
    int exponent;
    uint64_t m = top_bits(&a, &sticky, &exponent);
    ou_float d = ou_float_scale(m, sticky, exponent);
    *out = a.negative ? -d : d;
    return !isinf(d);
}

ou_float ou_int_frexp(ou_val v, ou_int *exponent)
{
    struct ou_int_view a;
    ou_int_view(v, &a);
    bool sticky;
    int unused;
    uint64_t m = top_bits(&a, &sticky, &unused);
    *exponent = (ou_int)ou_int_bit_length(v);
    ou_float f = m == 0 ? 0 : ou_float_scale(m, sticky, __builtin_clzll(m) - 64);
    return a.negative ? -f : f;
}

/* Correctly rounded: the quotient is computed with 64 bits or so and a sticky bit. */
ou_val ou_int_true_divide(struct ou_vm *vm, ou_val a, ou_val b)
{
    int sign_b = ou_int_sign(b);
    if (sign_b == 0)
        return ou_raise(vm, &ou_exc_ZeroDivisionError, "division by zero");
#if OU_WORD_BITS == 64
    const ou_int exact = (ou_int)1 << 53;
#else
    const ou_int exact = (ou_int)1 << 24;
#endif
    if (ou_both_small(a, b)) {
        ou_int x = ou_small_value(a), y = ou_small_value(b);
        if (x <= exact && x >= -exact && y <= exact && y >= -exact)
            return ou_float_from(vm, (ou_float)x / (ou_float)y);
    }
    bool negative = ou_int_sign(a) * sign_b < 0;
    ou_int bits_a = (ou_int)ou_int_bit_length(a), bits_b = (ou_int)ou_int_bit_length(b);
    if (bits_a == 0)
        return ou_float_from(vm, sign_b < 0 ? -(ou_float)0 : 0);
    ou_int shift = bits_b - bits_a + OU_FLOAT_DIGITS + 3; /* a << shift has a quotient of that many bits */
    if (bits_a - bits_b > OU_FLOAT_MAX_EXPONENT + 1)
        return ou_raise(vm, &ou_exc_OverflowError, "integer division result too large for a float");
    if (bits_a - bits_b < -OU_FLOAT_MAX_EXPONENT - OU_FLOAT_DIGITS - 2)
        return ou_float_from(vm, negative ? -(ou_float)0 : 0);
    if (shift > 0)
        a = ou_int_shift_left(vm, a, (size_t)shift);
    else
        b = ou_int_shift_left(vm, b, (size_t)-shift);
    ou_val q, r;
    if (a == OU_EXC || b == OU_EXC || divide_truncating(vm, a, b, &q, &r) < 0)
        return OU_EXC;
    struct ou_int_view quotient;
    ou_int_view(q, &quotient);
    uint64_t m = quotient.digits[0];
    if (quotient.size > 1)
        m |= (uint64_t)quotient.digits[1] << 32;
    ou_float d = ou_float_scale(m, ou_int_sign(r) != 0, (int)-shift);
    if (isinf(d))
        return ou_raise(vm, &ou_exc_OverflowError, "integer division result too large for a float");
    return ou_float_from(vm, negative ? -d : d);
}

/* -- shifts -- */

ou_val ou_int_shift_left(struct ou_vm *vm, ou_val a, size_t bits)
{
    if (ou_is_small(a)) {
        ou_int n = ou_small_value(a);
        if (n == 0)
            return a;
        if (bits < OU_WORD_BITS - 2 && (ou_int)((ou_val)n << bits) >> bits == n)
            return ou_int_new(vm, (ou_int)((ou_val)n << bits));
    }
    if (bits / 32 > OU_BIG_MAX_DIGITS)
        return ou_raise_memory(vm, bits / 8);
    struct ou_int_view x;
    ou_int_view(a, &x);
    size_t whole = bits / 32, n = x.size + whole + 1;
    struct ou_big *big = ou_big_new(vm, n);
    if (!big)
        return OU_EXC;
    memset(big->digits, 0, whole * sizeof big->digits[0]);
    big->digits[n - 1] = ou_nat_shift_left(big->digits + whole, x.digits, x.size, (unsigned)(bits % 32));
    return ou_big_finish(vm, big, n, x.negative);
}

ou_val ou_int_shift_right(struct ou_vm *vm, ou_val a, size_t bits)
{
    if (ou_is_small(a)) {
        ou_int n = ou_small_value(a);
        return ou_small(bits >= OU_WORD_BITS ? (n < 0 ? -1 : 0) : n >> bits);
    }
    struct ou_int_view x;
    ou_int_view(a, &x);
    size_t whole = bits / 32;
    if (whole >= x.size)
        return ou_small(x.negative ? -1 : 0);
    bool lost = x.negative && (x.digits[whole] & (((uint32_t)1 << (bits % 32)) - 1)) != 0;
    for (size_t i = 0; x.negative && i < whole && !lost; i++)
        lost = x.digits[i] != 0;
    size_t n = x.size - whole;
    struct ou_big *big = ou_big_new(vm, n + 1);
    if (!big)
        return OU_EXC;
    ou_nat_shift_right(big->digits, x.digits + whole, n, (unsigned)(bits % 32));
    big->digits[n] = 0;
    if (lost) { /* towards minus infinity */
        uint32_t one = 1;
        ou_nat_add(big->digits, big->digits, n + 1, &one, 1);
    }
    return ou_big_finish(vm, big, n + 1, x.negative);
}

/* -- bits -- */

static ou_val bitwise(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    struct ou_int_view x, y;
    ou_int_view(a, &x);
    ou_int_view(b, &y);
    size_t n = (x.size > y.size ? x.size : y.size) + 1; /* with the sign of the two's complement */
    struct ou_big *big = ou_big_new(vm, n);
    if (!big)
        return OU_EXC;
    uint32_t mask_x = x.negative ? ~(uint32_t)0 : 0, mask_y = y.negative ? ~(uint32_t)0 : 0;
    uint32_t mask = op == OU_OP_AND ? mask_x & mask_y : op == OU_OP_OR ? mask_x | mask_y : mask_x ^ mask_y;
    uint64_t carry_x = x.negative, carry_y = y.negative, carry = mask & 1;
    for (size_t i = 0; i < n; i++) {
        carry_x += (i < x.size ? x.digits[i] : 0) ^ mask_x;
        carry_y += (i < y.size ? y.digits[i] : 0) ^ mask_y;
        uint32_t dx = (uint32_t)carry_x, dy = (uint32_t)carry_y;
        carry_x >>= 32;
        carry_y >>= 32;
        uint32_t d = op == OU_OP_AND ? dx & dy : op == OU_OP_OR ? dx | dy : dx ^ dy;
        carry += d ^ mask;
        big->digits[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return ou_big_finish(vm, big, n, mask != 0);
}

/* -- powers -- */

/* base to a small exponent, as long as all fits a machine word. */
static bool pow_small(ou_int base, ou_int exponent, ou_int *out)
{
    ou_int result = 1;
    for (;;) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result))
            return false;
        exponent >>= 1;
        if (exponent == 0)
            break;
        if (__builtin_mul_overflow(base, base, &base))
            return false;
    }
    *out = result;
    return true;
}

ou_val ou_int_pow(struct ou_vm *vm, ou_val base, ou_val exponent)
{
    int sign = ou_int_sign(exponent);
    if (sign == 0)
        return ou_small(1);
    if (!OU_WITH_FLOAT && sign < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative power, and no floats in this build");
    if (OU_WITH_FLOAT && sign < 0) {
        ou_float x, y;
        if (ou_float_coerce(vm, base, &x) < 0 || ou_float_coerce(vm, exponent, &y) < 0)
            return OU_EXC;
        return ou_float_arith(vm, OU_OP_POW, x, y);
    }
    if (ou_is_small(base)) {
        ou_int b = ou_small_value(base), n;
        if (b == 0 || b == 1)
            return base;
        if (b == -1) {
            struct ou_int_view e;
            ou_int_view(exponent, &e);
            return ou_small(e.digits[0] & 1 ? -1 : 1);
        }
        if (ou_is_small(exponent) && pow_small(b, ou_small_value(exponent), &n))
            return ou_int_new(vm, n);
        if (b == 2 && ou_is_small(exponent))
            return ou_int_shift_left(vm, ou_small(1), (size_t)ou_small_value(exponent));
    }
    /* The result has at least so many bits; not to be found out after a long computation. */
    size_t bits;
    if (!ou_is_small(exponent) ||
        __builtin_mul_overflow(ou_int_bit_length(base) - 1, (size_t)ou_small_value(exponent), &bits) ||
        bits / 32 > OU_BIG_MAX_DIGITS)
        return ou_raise_memory(vm, SIZE_MAX);
    ou_int e = ou_small_value(exponent);
    ou_val result = base;
    for (ou_int bit = (ou_int)1 << (OU_WORD_BITS - 1 - (unsigned)__builtin_clzl((unsigned long)e)) >> 1; bit;
         bit >>= 1) {
        result = ou_int_mul(vm, result, result);
        if (result != OU_EXC && (e & bit))
            result = ou_int_mul(vm, result, base);
        if (result == OU_EXC)
            return OU_EXC;
    }
    return result;
}

/* The inverse of a modulo m > 1. */
static ou_val invert_mod(struct ou_vm *vm, ou_val a, ou_val m)
{
    ou_val b = ou_small(1), c = ou_small(0), n = m, q, r;
    while (ou_int_sign(n) != 0) {
        if (ou_interrupted(vm) || ou_int_divmod(vm, a, n, &q, &r) < 0)
            return OU_EXC;
        a = n;
        n = r;
        ou_val t = ou_int_mul(vm, q, c);
        if (t == OU_EXC || (t = ou_int_sub(vm, b, t)) == OU_EXC)
            return OU_EXC;
        b = c;
        c = t;
    }
    if (a != ou_small(1))
        return ou_raise(vm, &ou_exc_ValueError, "base is not invertible for the given modulus");
    return b;
}

/* a * a or a * b modulo m. */
static ou_val mul_mod(struct ou_vm *vm, ou_val a, ou_val b, ou_val m)
{
    ou_val p = ou_int_mul(vm, a, b), r;
    if (p == OU_EXC || ou_int_divmod(vm, p, m, NULL, &r) < 0)
        return OU_EXC;
    if (!ou_is_small(p) && p != r)
        ou_gc_free(&vm->heap, ou_ptr(p));
    return r;
}

/* base ^ exponent mod m for 0 < m < 2^32. */
static ou_val pow_mod_word(struct ou_vm *vm, uint32_t base, const struct ou_int_view *exponent, uint32_t m)
{
    uint64_t result = 1 % m;
    for (size_t i = exponent->size; i-- > 0;) {
        for (unsigned bit = 32; bit-- > 0;) {
            result = result * result % m;
            if (exponent->digits[i] >> bit & 1)
                result = result * base % m;
        }
        if (ou_interrupted(vm))
            return OU_EXC;
    }
    return ou_int_from_u64(vm, result);
}

ou_val ou_int_pow_mod(struct ou_vm *vm, ou_val base, ou_val exponent, ou_val modulus)
{
    int sign = ou_int_sign(modulus);
    if (sign == 0)
        return ou_raise(vm, &ou_exc_ValueError, "pow() 3rd argument cannot be 0");
    ou_val m = sign < 0 ? ou_int_negate(vm, modulus) : modulus, b = base, result = ou_small(1);
    if (m == OU_EXC)
        return OU_EXC;
    if (m == ou_small(1))
        return ou_small(0);
    if (ou_int_sign(exponent) < 0) {
        exponent = ou_int_negate(vm, exponent);
        b = exponent == OU_EXC ? OU_EXC : invert_mod(vm, b, m);
        if (b == OU_EXC)
            return OU_EXC;
    }
    if (ou_int_divmod(vm, b, m, NULL, &b) < 0)
        return OU_EXC;
    struct ou_int_view e, n;
    ou_int_view(exponent, &e);
    ou_int_view(m, &n);
    if (n.size == 1) {
        struct ou_int_view x;
        ou_int_view(b, &x);
        result = pow_mod_word(vm, x.size ? x.digits[0] : 0, &e, n.digits[0]);
        if (result == OU_EXC)
            return OU_EXC;
    } else {
        size_t bits = ou_int_bit_length(exponent);
        for (size_t i = bits; i-- > 0;) {
            if (i + 1 < bits && (result = mul_mod(vm, result, result, m)) == OU_EXC)
                return OU_EXC;
            if ((e.digits[i / 32] >> (i % 32) & 1) && (result = mul_mod(vm, result, b, m)) == OU_EXC)
                return OU_EXC;
            if (i % 64 == 0 && ou_poll(vm) < 0)
                return OU_EXC;
        }
    }
    if (sign < 0 && ou_int_sign(result) != 0)
        return ou_int_add(vm, result, modulus);
    return result;
}

/* -- the operators -- */

static ou_val shift_op(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    if (ou_int_sign(b) < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative shift count");
    if (op == OU_OP_RSHIFT)
        return ou_int_shift_right(vm, a, ou_is_small(b) ? (size_t)ou_small_value(b) : SIZE_MAX);
    if (ou_int_sign(a) == 0)
        return a;
    if (ou_int_bit_length(b) >= OU_WORD_BITS)
        return ou_raise(vm, &ou_exc_OverflowError, "too many digits in integer");
    if (!ou_is_small(b))
        return ou_raise_memory(vm, SIZE_MAX);
    return ou_int_shift_left(vm, a, (size_t)ou_small_value(b));
}

static ou_val divide_op(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val q, r;
    if (ou_int_sign(b) == 0)
        return ou_raise_message(
            vm, op == OU_OP_MOD
                    ? OU_MESSAGE(&ou_exc_ZeroDivisionError, "integer modulo by zero")
                    : OU_MESSAGE(&ou_exc_ZeroDivisionError, "integer division or modulo by zero"));
    if (op == OU_OP_FLOORDIV)
        return ou_int_divmod(vm, a, b, &q, NULL) < 0 ? OU_EXC : q;
    if (op == OU_OP_MOD)
        return ou_int_divmod(vm, a, b, NULL, &r) < 0 ? OU_EXC : r;
    if (ou_int_divmod(vm, a, b, &q, &r) < 0)
        return OU_EXC;
    ou_val pair[2] = {q, r};
    return ou_tuple_new(vm, 2, pair);
}

ou_val ou_int_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val x = ou_int_exact(a), y = ou_int_exact(b);
    if (x == OU_ABSENT || y == OU_ABSENT) {
        if (OU_WITH_FLOAT && ou_cast_native(x == OU_ABSENT ? a : b, &ou_type_float) != OU_ABSENT)
            return ou_float_binary(vm, op, a, b);
        return OU_NOT_IMPLEMENTED;
    }
    switch (op) {
    case OU_OP_ADD: return ou_int_add(vm, x, y);
    case OU_OP_SUB: return ou_int_sub(vm, x, y);
    case OU_OP_MUL: return ou_int_mul(vm, x, y);
    case OU_OP_TRUEDIV: return OU_WITH_FLOAT ? ou_int_true_divide(vm, x, y) : OU_NOT_IMPLEMENTED;
    case OU_OP_FLOORDIV:
    case OU_OP_MOD:
    case OU_OP_DIVMOD: return divide_op(vm, op, x, y);
    case OU_OP_POW: return ou_int_pow(vm, x, y);
    case OU_OP_LSHIFT:
    case OU_OP_RSHIFT: return shift_op(vm, op, x, y);
    case OU_OP_AND:
        if (ou_both_small(x, y))
            return x & y;
        return bitwise(vm, op, x, y);
    case OU_OP_OR:
        if (ou_both_small(x, y))
            return x | y;
        return bitwise(vm, op, x, y);
    case OU_OP_XOR:
        if (ou_both_small(x, y))
            return (x ^ y) | 1;
        return bitwise(vm, op, x, y);
    default: return OU_NOT_IMPLEMENTED;
    }
}

ou_val ou_int_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a)
{
    a = ou_int_exact(a);
    switch (op) {
    case OU_OP_NEG: return ou_int_negate(vm, a);
    case OU_OP_INVERT: return ou_int_sub(vm, ou_small(-1), a);
    case OU_OP_ABS: return ou_int_sign(a) < 0 ? ou_int_negate(vm, a) : a;
    default: return a;
    }
}
