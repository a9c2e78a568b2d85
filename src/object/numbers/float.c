/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The type float: boxing, arithmetic, comparison, rounding, hash and methods.  Text stands in
 * float_text.c.
 *
 * Everything is computed in ou_float, so that a 32-bit machine needs no arithmetic of doubles.
 */
#include "object/numbers/float.h"
#include "object/numbers/format.h"
#include "object/numbers/int.h"
#include "object/unicode/unicode.h"

ou_float ou_float_scale(uint64_t mantissa, bool sticky, int exponent)
{
    if (mantissa == 0)
        return 0;
    int drop = 64 - __builtin_clzll(mantissa) - OU_FLOAT_DIGITS;
    if (drop < OU_FLOAT_MIN_EXPONENT - exponent)
        drop = OU_FLOAT_MIN_EXPONENT - exponent;
    if (drop > 64)
        return 0;
    if (drop > 0) {
        uint64_t rest = drop == 64 ? mantissa : mantissa & (((uint64_t)1 << drop) - 1);
        uint64_t half = (uint64_t)1 << (drop - 1);
        mantissa = drop == 64 ? 0 : mantissa >> drop;
        if (rest > half || (rest == half && (sticky || (mantissa & 1))))
            mantissa++;
        exponent += drop;
    }
    return OU_FM(ldexp)((ou_float)mantissa, exponent);
}

size_t ou_float_mantissa(ou_float f, int *exponent)
{
    ou_float m = OU_FM(frexp)(OU_FM(fabs)(f), exponent);
    *exponent -= OU_FLOAT_DIGITS;
    return (size_t)OU_FM(ldexp)(m, OU_FLOAT_DIGITS);
}

#if OU_WORD_BITS == 64

int64_t ou_float_to_i64(ou_float f) { return (int64_t)f; }

ou_float ou_float_from_binary64(uint64_t bits)
{
    ou_float f;
    memcpy(&f, &bits, sizeof f);
    return f;
}

uint64_t ou_float_to_binary64(ou_float f)
{
    uint64_t bits;
    memcpy(&bits, &f, sizeof f);
    return bits;
}

#else

int64_t ou_float_to_i64(ou_float f)
{
    int exponent;
    uint64_t m = ou_float_mantissa(f, &exponent);
    m = exponent >= 0 ? m << exponent : exponent > -32 ? m >> -exponent : 0;
    return f < 0 ? -(int64_t)m : (int64_t)m;
}

ou_float ou_float_from_binary64(uint64_t bits)
{
    int exponent = (int)(bits >> 52 & 2047);
    uint64_t m = bits & (((uint64_t)1 << 52) - 1);
    ou_float f;
    if (exponent == 2047)
        f = m ? NAN : INFINITY;
    else if (exponent == 0) /* far below binary32 */
        f = 0;
    else
        f = ou_float_scale(m | (uint64_t)1 << 52, false, exponent - 1075);
    return bits >> 63 ? -f : f;
}

uint64_t ou_float_to_binary64(ou_float f)
{
    uint64_t sign = (uint64_t)(signbit(f) != 0) << 63;
    if (!isfinite(f))
        return sign | (uint64_t)0x7ff << 52 | (uint64_t)(isnan(f) != 0) << 51;
    if (f == 0)
        return sign;
    int exponent;
    uint64_t m = ou_float_mantissa(f, &exponent); /* its first bit is one, of subnormals too */
    return sign | (uint64_t)(exponent + OU_FLOAT_DIGITS + 1022) << 52 |
           (m << (53 - OU_FLOAT_DIGITS) & (((uint64_t)1 << 52) - 1));
}

#endif

int ou_float_coerce(struct ou_vm *vm, ou_val v, ou_float *out)
{
    if (ou_is_flonum(v)) {
        *out = ou_flonum_value(v);
        return 1;
    }
    if (ou_is_small(v)) {
        *out = (ou_float)ou_small_value(v);
        return 1;
    }
    ou_val n = ou_is_bool(v) ? ou_small(v == OU_TRUE) : ou_cast_native(v, &ou_type_float);
    if (n != OU_ABSENT && ou_is_float(n)) {
        *out = ou_float_get(n);
        return 1;
    }
    n = ou_int_exact(v);
    if (n == OU_ABSENT)
        return 0;
    if (!ou_int_to_float(n, out))
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "int too large to convert to float"));
    return 1;
}

/* Calls __float__ or __index__; OU_ABSENT: has neither. */
static ou_val special_float(struct ou_vm *vm, ou_val v)
{
    ou_val self, method = ou_get_special(vm, v, OU_S(__float__), &self);
    if (method == OU_EXC)
        return OU_EXC;
    if (method != OU_ABSENT) {
        ou_val f = self == OU_ABSENT ? ou_call_0(vm, method) : ou_call_1(vm, method, self);
        if (f == OU_EXC)
            return OU_EXC;
        ou_val native = ou_cast_native(f, &ou_type_float);
        if (native == OU_ABSENT)
            return ou_raise(vm, &ou_exc_TypeError, "%T.__float__ returned non-float (type %T)", v, f);
        return native;
    }
    method = ou_get_special(vm, v, OU_S(__index__), &self);
    if (method == OU_EXC || method == OU_ABSENT)
        return method;
    return ou_index(vm, v);
}

int ou_to_float(struct ou_vm *vm, ou_val v, ou_float *out)
{
    if (ou_is_float(v)) {
        *out = ou_float_value(v);
        return 0;
    }
    ou_val n = ou_is_int(v) ? ou_int_exact(v) : special_float(vm, v);
    if (n == OU_ABSENT) { /* instances of classes derived from float or int */
        n = ou_cast_native(v, &ou_type_float);
        if (n == OU_ABSENT)
            n = ou_int_exact(v);
    }
    if (n == OU_EXC)
        return -1;
    if (n == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "must be real number, not %T", v));
    if (ou_is_float(n))
        *out = ou_float_value(n);
    else if (!ou_int_to_float(n, out))
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "int too large to convert to float"));
    return 0;
}

/* -- arithmetic -- */

static void float_divmod(ou_float a, ou_float b, ou_float *quotient, ou_float *rest)
{
    ou_float mod = OU_FM(fmod)(a, b), div = (a - mod) / b;
    if (mod != 0) {
        if ((b < 0) != (mod < 0)) {
            mod += b;
            div -= 1;
        }
    } else {
        mod = OU_FM(copysign)(0, b);
    }
    if (div != 0) {
        *quotient = OU_FM(floor)(div);
        if (div - *quotient > (ou_float)0.5)
            *quotient += 1;
    } else {
        *quotient = OU_FM(copysign)(0, a / b);
    }
    *rest = mod;
}

static ou_val out_of_range(struct ou_vm *vm)
{
    ou_val text = ou_str_from(vm, "Numerical result out of range");
    if (text == OU_EXC)
        return OU_EXC;
    ou_val exception = ou_call_2(vm, OU_ROM(&ou_exc_OverflowError), ou_small(34), text);
    return exception == OU_EXC ? OU_EXC : ou_raise_value(vm, exception);
}

static ou_val float_pow(struct ou_vm *vm, ou_float a, ou_float b)
{
    if (b == 0)
        return ou_float_from(vm, 1);
    if (isnan(a))
        return ou_float_from(vm, a);
    if (isnan(b))
        return ou_float_from(vm, a == 1 ? 1 : b);
    if (isinf(b)) {
        ou_float m = OU_FM(fabs)(a);
        return ou_float_from(vm, m == 1 ? 1 : (b > 0) == (m > 1) ? OU_FM(fabs)(b) : 0);
    }
    bool is_odd = OU_FM(fmod)(OU_FM(fabs)(b), 2) == 1, negate = false;
    if (isinf(a)) {
        ou_float zero_or_infinity = b > 0 ? INFINITY : 0;
        return ou_float_from(vm, is_odd && a < 0 ? -zero_or_infinity : zero_or_infinity);
    }
    if (a == 0) {
        if (b < 0)
            return ou_raise(vm, &ou_exc_ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return ou_float_from(vm, is_odd ? a : 0);
    }
    if (a < 0) {
        if (b != OU_FM(floor)(b)) /* CPython gives a complex number */
            return ou_raise(vm, &ou_exc_ValueError, "negative number cannot be raised to a fractional power");
        a = -a;
        negate = is_odd;
    }
    ou_float result = a == 1 ? 1 : OU_FM(pow)(a, b);
    if (isinf(result))
        return out_of_range(vm);
    return ou_float_from(vm, negate ? -result : result);
}

static ou_val division_by_zero(struct ou_vm *vm, enum ou_binary_op op)
{
    return ou_raise_message(
        vm, op == OU_OP_TRUEDIV    ? OU_MESSAGE(&ou_exc_ZeroDivisionError, "float division by zero")
            : op == OU_OP_FLOORDIV ? OU_MESSAGE(&ou_exc_ZeroDivisionError, "float floor division by zero")
            : op == OU_OP_MOD      ? OU_MESSAGE(&ou_exc_ZeroDivisionError, "float modulo")
                                   : OU_MESSAGE(&ou_exc_ZeroDivisionError, "float divmod()"));
}

ou_val ou_float_arith(struct ou_vm *vm, enum ou_binary_op op, ou_float a, ou_float b)
{
    ou_float quotient, rest;
    switch (op) {
    case OU_OP_ADD: return ou_float_from(vm, a + b);
    case OU_OP_SUB: return ou_float_from(vm, a - b);
    case OU_OP_MUL: return ou_float_from(vm, a * b);
    case OU_OP_TRUEDIV: return b == 0 ? division_by_zero(vm, op) : ou_float_from(vm, a / b);
    case OU_OP_POW: return float_pow(vm, a, b);
    case OU_OP_FLOORDIV:
    case OU_OP_MOD:
    case OU_OP_DIVMOD: break;
    default: return OU_NOT_IMPLEMENTED;
    }
    if (b == 0)
        return division_by_zero(vm, op);
    float_divmod(a, b, &quotient, &rest);
    ou_val pair[2] = {OU_NONE, OU_NONE};
    if (op != OU_OP_MOD && (pair[0] = ou_float_from(vm, quotient)) == OU_EXC)
        return OU_EXC;
    if (op != OU_OP_FLOORDIV && (pair[1] = ou_float_from(vm, rest)) == OU_EXC)
        return OU_EXC;
    return op == OU_OP_FLOORDIV ? pair[0] : op == OU_OP_MOD ? pair[1] : ou_tuple_new(vm, 2, pair);
}

ou_val ou_float_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_float x, y;
    if (op > OU_OP_POW && op != OU_OP_DIVMOD)
        return OU_NOT_IMPLEMENTED;
    int is_number = ou_float_coerce(vm, a, &x);
    if (is_number > 0)
        is_number = ou_float_coerce(vm, b, &y);
    if (is_number <= 0)
        return is_number < 0 ? OU_EXC : OU_NOT_IMPLEMENTED;
    return ou_float_arith(vm, op, x, y);
}

static ou_val float_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val self)
{
    ou_float f = ou_float_get(self);
    switch (op) {
    case OU_OP_NEG: return ou_float_from(vm, -f);
    case OU_OP_ABS: return ou_float_from(vm, OU_FM(fabs)(f));
    case OU_OP_POS: return self;
    default: return OU_NOT_IMPLEMENTED;
    }
}

ou_val ou_float_compare_op(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    ou_val fa = ou_cast_native(a, &ou_type_float), fb = ou_cast_native(b, &ou_type_float);
    if (fa == OU_ABSENT || fb == OU_ABSENT)
        return ou_int_compare_op(vm, op, a, b);
    ou_float x = ou_float_get(fa), y = ou_float_get(fb);
    switch (op) {
    case OU_CMP_LT: return ou_bool(x < y);
    case OU_CMP_LE: return ou_bool(x <= y);
    case OU_CMP_EQ: return ou_bool(x == y);
    case OU_CMP_NE: return ou_bool(x != y);
    case OU_CMP_GT: return ou_bool(x > y);
    default: return ou_bool(x >= y);
    }
}

/* The value modulo the same Mersenne prime as an int's hash. */
ou_int ou_float_hash(ou_float f)
{
#if OU_WORD_BITS == 64
    enum { BITS = 61 };
#else
    enum { BITS = 31 };
#endif
    const uint64_t modulus = ((uint64_t)1 << BITS) - 1;
    if (!isfinite(f))
        return isnan(f) ? 0 : f > 0 ? 314159 : -314159;
    int e;
    uint64_t x = ou_float_mantissa(f, &e); /* below the modulus; times a power of 2 is a rotation */
    e = e >= 0 ? e % BITS : BITS - 1 - (-1 - e) % BITS;
    x = ((x << e) & modulus) | x >> (BITS - e);
    ou_int h = f < 0 ? -(ou_int)x : (ou_int)x;
    return h == -1 ? -2 : h;
}

/* -- rounding -- */

#if OU_WORD_BITS == 64
#define MOST_DIGITS 323 /* more digits after the point than that change no float */
#define LEAST_DIGITS (-308)
#define ROUND_BUFFER 700
#else
#define MOST_DIGITS 46
#define LEAST_DIGITS (-38)
#define ROUND_BUFFER 120
#endif

ou_val ou_float_round(struct ou_vm *vm, ou_val v, ou_val ndigits)
{
    ou_float f = ou_float_get(v);
    if (ndigits == OU_ABSENT || ndigits == OU_NONE)
        return ou_int_from_float(vm, OU_FM(rint)(f));
    ou_int n;
    if (ou_to_int_clamp(vm, ndigits, &n) < 0)
        return OU_EXC;
    if (f == 0 || !isfinite(f) || n > MOST_DIGITS)
        return v;
    if (n < LEAST_DIGITS)
        return ou_float_from(vm, 0 * f);
    char text[ROUND_BUFFER + 8];
    int point;
    size_t size = ou_float_digits(OU_FM(fabs)(f), true, (int)n, text, ROUND_BUFFER, &point);
    int exponent = point - (int)size; /* the value is DIGITS e exponent */
    text[size++] = 'e';
    if (exponent < 0) {
        text[size++] = '-';
        exponent = -exponent;
    }
    text[size++] = (char)('0' + exponent / 100);
    text[size++] = (char)('0' + exponent / 10 % 10);
    text[size++] = (char)('0' + exponent % 10);
    ou_float d = 0;
    (void)ou_float_parse(text, size, &d);
    if (isinf(d))
        return ou_raise(vm, &ou_exc_OverflowError, "rounded value too large to represent");
    return ou_float_from(vm, OU_FM(copysign)(d, f));
}

/* -- making one -- */

static ou_val bad_text(struct ou_vm *vm, ou_val x)
{
    return ou_raise(vm, &ou_exc_ValueError, "could not convert string to float: %r", x);
}

static ou_val float_from_text(struct ou_vm *vm, ou_val x, const char *text, size_t n, bool is_str)
{
    ou_float d;
    bool plain = true;
    for (size_t i = 0; i < n && plain; i++)
        plain = (text[i] & 0x80) == 0 && (text[i] < 0x1c || text[i] > 0x1f);
    if (plain || !is_str) {
        if (!ou_float_parse(text, n, &d))
            return bad_text(vm, x);
        return ou_float_new(vm, d);
    }
    char *copy = ou_alloc(vm, n + 2, OU_GC_RAW);
    if (!copy)
        return OU_EXC;
    size_t size = ou_number_text(text, n, copy, n + 2);
    bool good = size != (size_t)-1 && ou_float_parse(copy, size, &d);
    ou_gc_free(&vm->heap, copy);
    return good ? ou_float_new(vm, d) : bad_text(vm, x);
}

static ou_val float_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    if (n_kw > 0)
        return ou_raise(vm, &ou_exc_TypeError, "float() takes no keyword arguments");
    if (n_args > 1)
        return ou_raise(vm, &ou_exc_TypeError, "float expected at most 1 argument, got %u", n_args);
    if (n_args == 0)
        return ou_float_from(vm, 0);
    ou_val x = args[0], str = ou_cast_native(x, &ou_type_str);
    if (ou_is_float(x))
        return x;
    ou_val number = ou_is_int(x) ? x : str == x ? OU_ABSENT : special_float(vm, x);
    if (number == OU_EXC)
        return OU_EXC;
    if (number == OU_ABSENT && str != OU_ABSENT) {
        size_t n;
        const char *text = ou_str_text(vm, str, &n);
        return float_from_text(vm, x, text, n, true);
    }
    ou_float f;
    int is_number = ou_float_coerce(vm, number == OU_ABSENT ? x : number, &f);
    if (is_number != 0)
        return is_number < 0 ? OU_EXC : ou_float_from(vm, f);
    if (ou_has_buffer(x)) {
        struct ou_buffer buffer;
        if (ou_get_buffer(vm, x, &buffer) < 0)
            return OU_EXC;
        return float_from_text(vm, x, (const char *)buffer.data, buffer.size, false);
    }
    return ou_raise(vm, &ou_exc_TypeError, "float() argument must be a string or a real number, not '%T'", x);
}

/* -- what the type does -- */

static ou_val float_repr(struct ou_vm *vm, ou_val self)
{
    char text[40];
    size_t n = ou_float_print(text, sizeof text, ou_float_value(self), 'r', 0, false);
    return ou_str_new(vm, text, n);
}

static int float_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_float_get(self) != 0;
}

static int float_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    (void)vm;
    *out = ou_float_hash(ou_float_value(self));
    return 0;
}

/* -- methods -- */

static ou_float self_of(const ou_val *args) { return ou_float_value(args[0]); }

OU_NATIVE_STATIC(float_ceil) { return ou_int_from_float(vm, OU_FM(ceil)(self_of(args))); }

OU_NATIVE_STATIC(float_floor) { return ou_int_from_float(vm, OU_FM(floor)(self_of(args))); }

OU_NATIVE_STATIC(float_trunc) { return ou_int_from_float(vm, self_of(args)); }

OU_NATIVE_STATIC(float_self) { return args[0]; }

OU_NATIVE_STATIC(float_round) { return ou_float_round(vm, args[0], n_args < 2 ? OU_ABSENT : args[1]); }

OU_NATIVE_STATIC(float_is_integer)
{
    ou_float f = self_of(args);
    return ou_bool(isfinite(f) && OU_FM(floor)(f) == f);
}

OU_NATIVE_STATIC(float_as_integer_ratio)
{
    ou_float f = self_of(args);
    if (isinf(f))
        return ou_raise(vm, &ou_exc_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(f))
        return ou_raise(vm, &ou_exc_ValueError, "cannot convert NaN to integer ratio");
    int exponent = 0;
    ou_int m = (ou_int)ou_float_mantissa(f, &exponent);
    int zeros = m == 0 ? -exponent : __builtin_ctzll((unsigned long long)m);
    exponent += zeros;
    m = m == 0 ? 0 : m >> zeros;
    ou_val pair[2] = {ou_small(f < 0 ? -m : m), ou_small(1)};
    ou_val *scaled = exponent > 0 ? &pair[0] : &pair[1];
    *scaled = ou_int_shift_left(vm, *scaled, (size_t)(exponent > 0 ? exponent : -exponent));
    return *scaled == OU_EXC ? OU_EXC : ou_tuple_new(vm, 2, pair);
}

#if OU_WITH_FLOAT_HEX
OU_NATIVE_STATIC(float_hex)
{
    ou_float d = self_of(args);
    if (!isfinite(d))
        return float_repr(vm, args[0]);
    char text[40], exponent_text[8];
    size_t n = 0, n_exponent = 0;
    if (signbit(d))
        text[n++] = '-';
    d = OU_FM(fabs)(d);
    int exponent = 0;
    ou_float m = OU_FM(frexp)(d, &exponent);
    int shift = d == 0 ? 0 : 1 - (-1021 - exponent > 0 ? -1021 - exponent : 0);
    m = OU_FM(ldexp)(m, shift);
    exponent -= shift;
    text[n++] = '0';
    text[n++] = 'x';
    text[n++] = (char)('0' + (int)m);
    text[n++] = '.';
    for (int i = 0; i < (d == 0 ? 1 : 13); i++) {
        m = (m - (ou_float)(int)m) * 16;
        text[n++] = "0123456789abcdef"[(int)m];
    }
    text[n++] = 'p';
    text[n++] = exponent < 0 ? '-' : '+';
    unsigned e = (unsigned)(exponent < 0 ? -exponent : exponent);
    do {
        exponent_text[n_exponent++] = (char)('0' + e % 10);
        e /= 10;
    } while (e != 0);
    while (n_exponent > 0)
        text[n++] = exponent_text[--n_exponent];
    return ou_str_new(vm, text, n);
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* The part after the sign, without blanks around; false: malformed.  *out is infinite if too large. */
static bool parse_hex(const char *p, const char *end, ou_float *out)
{
    if (end - p >= 2 && p[0] == '0' && (p[1] | 32) == 'x')
        p += 2;
    uint64_t m = 0;
    bool sticky = false, seen_point = false, seen_digit = false;
    int64_t exponent = 0;
    for (; p < end; p++) {
        int d = hex_digit(*p);
        if (*p == '.' && !seen_point) {
            seen_point = true;
            continue;
        }
        if (d < 0)
            break;
        seen_digit = true;
        if (m >> 59) {
            sticky |= d != 0;
            exponent += seen_point ? 0 : 4;
        } else {
            m = m << 4 | (unsigned)d;
            exponent -= seen_point ? 4 : 0;
        }
    }
    if (!seen_digit)
        return false;
    if (p < end && (*p | 32) == 'p') {
        bool negative = ++p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+'))
            p++;
        if (p == end)
            return false;
        int64_t e = 0;
        for (; p < end && *p >= '0' && *p <= '9'; p++)
            e = e > 100000000 ? e : e * 10 + (*p - '0');
        exponent += negative ? -e : e;
    }
    if (p != end)
        return false;
    if (exponent > 100000)
        exponent = 100000;
    if (exponent < -100000)
        exponent = -100000;
    if (sticky)
        m |= 1; /* m has 60 bits or more then */
    *out = ou_float_scale(m, sticky, (int)exponent);
    return true;
}

OU_NATIVE_STATIC(float_fromhex)
{
    ou_val str = ou_cast_native(args[1], &ou_type_str);
    if (str == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "bad argument type for built-in operation");
    size_t n;
    const char *p = ou_str_text(vm, str, &n), *end = p + n;
    while (p < end && ou_ascii_is_space((uint8_t)*p))
        p++;
    while (p < end && ou_ascii_is_space((uint8_t)end[-1]))
        end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    ou_float d;
    bool is_special = p < end && ((*p | 32) == 'i' || (*p | 32) == 'n');
    if (is_special ? !ou_float_parse(p, (size_t)(end - p), &d) : !parse_hex(p, end, &d))
        return ou_raise(vm, &ou_exc_ValueError, "invalid hexadecimal floating-point string");
    if (isinf(d) && !is_special)
        return ou_raise(vm, &ou_exc_OverflowError, "hexadecimal value too large to represent as a float");
    ou_val v = ou_float_new(vm, negative ? -d : d);
    if (v == OU_EXC || args[0] == OU_ROM(&ou_type_float))
        return v;
    return ou_call_1(vm, args[0], v);
}

#endif

static ou_val float_get_real(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_cast_native(self, &ou_type_float);
}

static ou_val float_get_imag(struct ou_vm *vm, ou_val self)
{
    (void)self;
    return ou_float_from(vm, 0);
}

/* clang-format off */
OU_ROM_ALIGN static const union ou_member float_members[] = {
    OU_MEMBER_METHOD(OU_S(__ceil__), float_ceil, &ou_type_float, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__float__), float_self, &ou_type_float, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__floor__), float_floor, &ou_type_float, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__int__), float_trunc, &ou_type_float, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__round__), float_round, &ou_type_float, 1, 2, 0),
    OU_MEMBER_METHOD(OU_S(__trunc__), float_trunc, &ou_type_float, 1, 1, 0),
    OU_IF(FLOAT_HEX, OU_MEMBER_METHOD(OU_S(as_integer_ratio), float_as_integer_ratio, &ou_type_float, 1, 1, 0),)
    OU_MEMBER_METHOD(OU_S(conjugate), float_self, &ou_type_float, 1, 1, 0),
    OU_IF(FLOAT_HEX, OU_MEMBER_CLASSMETHOD(OU_S(fromhex), float_fromhex, &ou_type_float, 2, 2, 0),)
    OU_IF(FLOAT_HEX, OU_MEMBER_METHOD(OU_S(hex), float_hex, &ou_type_float, 1, 1, 0),)
    OU_MEMBER_PROPERTY(OU_S(imag), float_get_imag, NULL),
    OU_MEMBER_METHOD(OU_S(is_integer), float_is_integer, &ou_type_float, 1, 1, 0),
    OU_MEMBER_PROPERTY(OU_S(real), float_get_real, NULL),
};
/* clang-format on */
OU_MEMBER_TABLE(ou_float_table, float_members);

static const struct ou_type_ops float_ops = {
    .construct = float_construct,
    .repr = float_repr,
    .format = ou_format_float,
    .truth = float_truth,
    .hash = float_hash,
    .compare = ou_float_compare_op,
    .unary = float_unary,
    .binary = ou_float_binary,
};
OU_DEFINE_TYPE(ou_type_float, OU_S(float), &ou_type_object, &float_ops, &ou_float_table, 0, OU_V_FLOAT);
