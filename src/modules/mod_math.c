/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module math: CPython 3.11's functions with its errors.  Floats are computed in ou_float, so that on a
 * 32-bit machine results and overflow are those of single precision.
 */
#include <math.h>
#include <ouro/ouro.h>

#if OU_WORD_BITS == 64
#define EXPONENT_SAFE 1000   /* 2 to this power is a float */
#define EXPONENT_MIN (-1023) /* 2 to minus this is a float */
#define GAMMA_LARGE 200      /* gamma of more is infinite */
#define GAMMA_SPLIT 140      /* y to this power is a float, y being a little more than it */
#define FLONUM_CONST(bits64, bits32) ((((ou_val)(bits64) << 3) | ((ou_val)(bits64) >> 61)) + 1)
#else
#define EXPONENT_SAFE 120
#define EXPONENT_MIN (-127)
#define GAMMA_LARGE 42
#define GAMMA_SPLIT 20
#define FLONUM_CONST(bits64, bits32) ((((ou_val)(bits32) << 3) | ((ou_val)(bits32) >> 29)) + 1)
#endif

#define NATIVE(name) \
    OU_MAYBE_UNUSED static ou_val name(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)

static ou_val domain_error(struct ou_vm *vm) { return ou_raise(vm, &ou_exc_ValueError, "math domain error"); }
static ou_val range_error(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_OverflowError, "math range error");
}

static int to_float(struct ou_vm *vm, ou_val v, ou_float *out)
{
    if (ou_is_flonum(v)) {
        *out = ou_flonum_value(v);
        return 0;
    }
    return ou_to_float(vm, v, out);
}

/* What CPython's math_1 does with a result. */
static ou_val result_1(struct ou_vm *vm, ou_float x, ou_float r, bool can_overflow)
{
    if (isnan(r) && !isnan(x))
        return domain_error(vm);
    if (isinf(r) && isfinite(x))
        return can_overflow ? range_error(vm) : domain_error(vm);
    return ou_float_new(vm, r);
}

static ou_val call_1(struct ou_vm *vm, ou_val v, ou_float (*function)(ou_float x), bool can_overflow)
{
    ou_float x;
    return to_float(vm, v, &x) < 0 ? OU_EXC : result_1(vm, x, function(x), can_overflow);
}

#define FUNCTION_1(name, can_overflow)                         \
    NATIVE(math_##name)                                        \
    {                                                          \
        (void)n_args, (void)n_kw;                              \
        return call_1(vm, args[0], OU_FM(name), can_overflow); \
    }
FUNCTION_1(acos, false)
FUNCTION_1(asin, false)
FUNCTION_1(atan, false)
FUNCTION_1(cos, false)
FUNCTION_1(exp, true)
FUNCTION_1(fabs, false)
FUNCTION_1(sin, false)
FUNCTION_1(sqrt, false)
FUNCTION_1(tan, false)
#if OU_WITH_MATH_MORE
FUNCTION_1(acosh, false)
FUNCTION_1(asinh, false)
FUNCTION_1(atanh, false)
FUNCTION_1(cbrt, false)
FUNCTION_1(cosh, true)
FUNCTION_1(erf, false)
FUNCTION_1(erfc, false)
FUNCTION_1(exp2, true)
FUNCTION_1(expm1, true)
FUNCTION_1(log1p, false)
FUNCTION_1(sinh, true)
FUNCTION_1(tanh, false)
#endif

#define PREDICATE(name)                                                   \
    NATIVE(math_##name)                                                   \
    {                                                                     \
        (void)n_args, (void)n_kw;                                         \
        ou_float x;                                                       \
        return to_float(vm, args[0], &x) < 0 ? OU_EXC : ou_bool(name(x)); \
    }
PREDICATE(isnan)
PREDICATE(isinf)
PREDICATE(isfinite)

NATIVE(math_degrees)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x * (ou_float)(180.0 / 3.14159265358979323846));
}

NATIVE(math_radians)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x * (ou_float)(3.14159265358979323846 / 180.0));
}

/* -- two arguments -- */

/* NaN from numbers: outside of the domain, as CPython's math_2 has it. */
static ou_val call_2(struct ou_vm *vm, const ou_val *args, ou_float (*function)(ou_float a, ou_float b))
{
    ou_float a, b;
    if (to_float(vm, args[0], &a) < 0 || to_float(vm, args[1], &b) < 0)
        return OU_EXC;
    ou_float r = function(a, b);
    return isnan(r) && !isnan(a) && !isnan(b) ? domain_error(vm) : ou_float_new(vm, r);
}

#define FUNCTION_2(name)                      \
    NATIVE(math_##name)                       \
    {                                         \
        (void)n_args, (void)n_kw;             \
        return call_2(vm, args, OU_FM(name)); \
    }
FUNCTION_2(atan2)
FUNCTION_2(copysign)
FUNCTION_2(fmod)
#if OU_WITH_MATH_MORE
FUNCTION_2(nextafter)
FUNCTION_2(remainder)
#endif

NATIVE(math_pow)
{
    (void)n_args, (void)n_kw;
    ou_float a, b;
    if (to_float(vm, args[0], &a) < 0 || to_float(vm, args[1], &b) < 0)
        return OU_EXC;
    ou_float r = OU_FM(pow)(a, b);
    if (!isfinite(r) && isfinite(a) && isfinite(b))
        return isnan(r) || a == 0 ? domain_error(vm) : range_error(vm);
    return ou_float_new(vm, r);
}

NATIVE(math_ldexp)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    ou_int e;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    if (!ou_is_a(args[1], &ou_type_int))
        return ou_raise(vm, &ou_exc_TypeError, "Expected an int as second argument to ldexp.");
    if (ou_to_int_clamp(vm, args[1], &e) < 0)
        return OU_EXC;
    if (x == 0 || !isfinite(x))
        return ou_float_new(vm, x);
    ou_float r = OU_FM(ldexp)(x, e > 100000 ? 100000 : e < -100000 ? -100000 : (int)e);
    return isinf(r) ? range_error(vm) : ou_float_new(vm, r);
}

static ou_val pair(struct ou_vm *vm, ou_val a, ou_val b)
{
    ou_val items[2] = {a, b};
    return a == OU_EXC || b == OU_EXC ? OU_EXC : ou_tuple_new(vm, 2, items);
}

NATIVE(math_frexp)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    int e = 0;
    if (isfinite(x) && x != 0)
        x = OU_FM(frexp)(x, &e);
    return pair(vm, ou_float_new(vm, x), ou_small(e));
}

NATIVE(math_modf)
{
    (void)n_args, (void)n_kw;
    ou_float x, whole;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    ou_float rest = OU_FM(modf)(x, &whole);
    return pair(vm, ou_float_new(vm, rest), ou_float_new(vm, whole));
}

#if OU_WITH_MATH_MORE
NATIVE(math_ulp)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    x = OU_FM(fabs)(x);
    if (isfinite(x)) {
        ou_float above = OU_FM(nextafter)(x, INFINITY);
        x = isinf(above) ? x - OU_FM(nextafter)(x, -(ou_float)INFINITY) : above - x;
    }
    return ou_float_new(vm, x);
}
#endif

#if OU_WITH_MATH_MORE
NATIVE(math_isclose)
{
    ou_val arg[4];
    ou_float a, b, relative = (ou_float)1e-9, absolute = 0;
    if (ou_args_parse(vm, "isclose", "a b|$rel_tol abs_tol", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    if (to_float(vm, arg[0], &a) < 0 || to_float(vm, arg[1], &b) < 0 ||
        (arg[2] != OU_UNBOUND && to_float(vm, arg[2], &relative) < 0) ||
        (arg[3] != OU_UNBOUND && to_float(vm, arg[3], &absolute) < 0))
        return OU_EXC;
    if (relative < 0 || absolute < 0)
        return ou_raise(vm, &ou_exc_ValueError, "tolerances must be non-negative");
    if (a == b)
        return OU_TRUE;
    if (isinf(a) || isinf(b))
        return OU_FALSE;
    ou_float difference = OU_FM(fabs)(b - a);
    return ou_bool(difference <= OU_FM(fabs)(relative * b) || difference <= OU_FM(fabs)(relative * a) ||
                   difference <= absolute);
}
#endif

/* -- logarithms, also of ints that are no floats -- */

enum base { BASE_E, BASE_2, BASE_10 };

static int logarithm(struct ou_vm *vm, ou_val v, enum base base, ou_float *out)
{
    ou_float x, more = 0;
    const ou_float unit[3] = {(ou_float)0.69314718055994530942, 1, (ou_float)0.30102999566398119521};
    if (ou_is_a(v, &ou_type_int)) {
        v = ou_index(vm, v);
        if (v == OU_EXC)
            return -1;
        ou_int exponent;
        ou_float m = ou_int_frexp(v, &exponent);
        if (m <= 0)
            return ou_fail(domain_error(vm));
        if (exponent > EXPONENT_SAFE) {
            x = m;
            more = unit[base] * (ou_float)exponent;
        } else if (ou_to_float(vm, v, &x) < 0) {
            return -1;
        }
    } else {
        if (ou_to_float(vm, v, &x) < 0)
            return -1;
        if (x <= 0)
            return ou_fail(domain_error(vm));
    }
    *out = (base == BASE_E ? OU_FM(log)(x) : base == BASE_2 ? OU_FM(log2)(x) : OU_FM(log10)(x)) + more;
    return 0;
}

NATIVE(math_log)
{
    (void)n_kw;
    ou_float x, base;
    if (n_args == 0 || n_args > 2)
        return ou_raise(vm, &ou_exc_TypeError, "math.log requires 1 to 2 arguments");
    if (logarithm(vm, args[0], BASE_E, &x) < 0)
        return OU_EXC;
    if (n_args == 1)
        return ou_float_new(vm, x);
    if (logarithm(vm, args[1], BASE_E, &base) < 0)
        return OU_EXC;
    if (base == 0)
        return ou_raise(vm, &ou_exc_ZeroDivisionError, "float division by zero");
    return ou_float_new(vm, x / base);
}

NATIVE(math_log2)
{
    (void)n_kw, (void)n_args;
    ou_float x;
    return logarithm(vm, args[0], BASE_2, &x) < 0 ? OU_EXC : ou_float_new(vm, x);
}

NATIVE(math_log10)
{
    (void)n_kw, (void)n_args;
    ou_float x;
    return logarithm(vm, args[0], BASE_10, &x) < 0 ? OU_EXC : ou_float_new(vm, x);
}

#if OU_WITH_MATH_MORE

/* -- gamma: Lanczos' approximation, as CPython has it, so that results are equal to the last digit -- */

static ou_float sin_pi(ou_float x)
{
    ou_float y = OU_FM(fmod)(OU_FM(fabs)(x), 2), r;
    int n = (int)(2 * y + 0.5f);
    const ou_float pi = (ou_float)3.14159265358979323846;
    switch (n) {
    case 0: r = OU_FM(sin)(pi * y); break;
    case 1: r = OU_FM(cos)(pi * (y - 0.5f)); break;
    case 2: r = OU_FM(sin)(pi * (1 - y)); break;
    case 3: r = -OU_FM(cos)(pi * (y - 1.5f)); break;
    default: r = OU_FM(sin)(pi * (y - 2)); break;
    }
    return OU_FM(copysign)(1, x) * r;
}

#define LANCZOS_N 13
static const ou_float lanczos_g = (ou_float)6.024680040776729583740234375;
static const ou_float lanczos_g_minus_half = (ou_float)5.524680040776729583740234375;
static const ou_float lanczos_num[LANCZOS_N] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const ou_float lanczos_den[LANCZOS_N] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                                1925.0,     66.0,       1.0};

static ou_float lanczos_sum(ou_float x)
{
    ou_float num = 0, den = 0;
    if (x < 5) {
        for (int i = LANCZOS_N; --i >= 0;) {
            num = num * x + lanczos_num[i];
            den = den * x + lanczos_den[i];
        }
    } else {
        for (int i = 0; i < LANCZOS_N; i++) {
            num = num / x + lanczos_num[i];
            den = den / x + lanczos_den[i];
        }
    }
    return num / den;
}

/* NaN: outside of the domain; infinite: too large. */
static ou_float gamma_of(ou_float x)
{
    if (!isfinite(x))
        return isnan(x) || x > 0 ? x : (ou_float)NAN;
    if (x == 0)
        return NAN;
    if (x == OU_FM(floor)(x)) {
        if (x < 0)
            return NAN;
        if (x <= 23) {
            ou_float r = 1;
            for (int i = 2; i < (int)x; i++)
                r *= i;
            return r;
        }
    }
    ou_float absx = OU_FM(fabs)(x);
    if (absx < (ou_float)1e-20)
        return 1 / x;
    if (absx > GAMMA_LARGE)
        return x < 0 ? 0 / sin_pi(x) : (ou_float)INFINITY;
    ou_float y = absx + lanczos_g_minus_half, z, r;
    if (absx > lanczos_g_minus_half)
        z = y - absx - lanczos_g_minus_half;
    else
        z = y - lanczos_g_minus_half - absx;
    z = z * lanczos_g / y;
    if (x < 0) {
        r = -(ou_float)3.14159265358979323846 / sin_pi(absx) / absx * OU_FM(exp)(y) / lanczos_sum(absx);
        r -= z * r;
        if (absx < GAMMA_SPLIT) {
            r /= OU_FM(pow)(y, absx - 0.5f);
        } else {
            ou_float root = OU_FM(pow)(y, absx / 2 - 0.25f);
            r = r / root / root;
        }
    } else {
        r = lanczos_sum(absx) / OU_FM(exp)(y);
        r += z * r;
        if (absx < GAMMA_SPLIT) {
            r *= OU_FM(pow)(y, absx - 0.5f);
        } else {
            ou_float root = OU_FM(pow)(y, absx / 2 - 0.25f);
            r = r * root * root;
        }
    }
    return r;
}

static ou_float log_gamma_of(ou_float x)
{
    if (!isfinite(x))
        return isnan(x) ? x : (ou_float)INFINITY;
    if (x == OU_FM(floor)(x) && x <= 2)
        return x <= 0 ? (ou_float)NAN : 0;
    ou_float absx = OU_FM(fabs)(x);
    if (absx < (ou_float)1e-20)
        return -OU_FM(log)(absx);
    ou_float r = OU_FM(log)(lanczos_sum(absx)) - lanczos_g;
    r += (absx - 0.5f) * (OU_FM(log)(absx + lanczos_g - 0.5f) - 1);
    if (x < 0)
        r = (ou_float)1.144729885849400174143427351353058711647 - OU_FM(log)(OU_FM(fabs)(sin_pi(absx))) -
            OU_FM(log)(absx) - r;
    return r;
}

NATIVE(math_gamma)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return result_1(vm, x, gamma_of(x), true);
}

NATIVE(math_lgamma)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    if (to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return result_1(vm, x, log_gamma_of(x), true);
}

#endif

/* -- to int -- */

/* Calls a special method if the type has it; OU_UNBOUND otherwise. */
static ou_val special(struct ou_vm *vm, ou_val v, ou_val name)
{
    ou_val self, method = ou_get_special(vm, v, name, &self);
    if (method == OU_EXC || method == OU_UNBOUND)
        return method;
    return self == OU_UNBOUND ? ou_call_0(vm, method) : ou_call_1(vm, method, self);
}

NATIVE(math_floor)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    ou_val r =
        ou_is_float(args[0]) || ou_is_small(args[0]) ? OU_UNBOUND : special(vm, args[0], OU_S(__floor__));
    if (r != OU_UNBOUND)
        return r;
    if (ou_is_small(args[0]))
        return args[0];
    return to_float(vm, args[0], &x) < 0 ? OU_EXC : ou_int_from_float(vm, OU_FM(floor)(x));
}

NATIVE(math_ceil)
{
    (void)n_args, (void)n_kw;
    ou_float x;
    ou_val r =
        ou_is_float(args[0]) || ou_is_small(args[0]) ? OU_UNBOUND : special(vm, args[0], OU_S(__ceil__));
    if (r != OU_UNBOUND)
        return r;
    if (ou_is_small(args[0]))
        return args[0];
    return to_float(vm, args[0], &x) < 0 ? OU_EXC : ou_int_from_float(vm, OU_FM(ceil)(x));
}

NATIVE(math_trunc)
{
    (void)n_args, (void)n_kw;
    if (ou_is_float(args[0]))
        return ou_int_from_float(vm, ou_float_value(args[0]));
    if (ou_is_small(args[0]))
        return args[0];
    ou_val r = special(vm, args[0], OU_S(__trunc__));
    if (r != OU_UNBOUND)
        return r;
    return ou_raise(vm, &ou_exc_TypeError, "type %T doesn't define __trunc__ method", args[0]);
}

#if OU_WITH_MATH_MORE

/* -- number theory -- */

static bool is_zero(ou_val n) { return n == ou_small(0); }

static ou_val gcd_of(struct ou_vm *vm, ou_val a, ou_val b)
{
    while (!is_zero(b)) {
        if (ou_both_small(a, b)) {
            ou_val x = (ou_val)ou_small_value(a), y = (ou_val)ou_small_value(b);
            x = (ou_int)x < 0 ? -x : x;
            y = (ou_int)y < 0 ? -y : y;
            while (y != 0) {
                ou_val t = x % y;
                x = y;
                y = t;
            }
            return ou_int_new(vm, (ou_int)x);
        }
        ou_val r = ou_poll(vm) < 0 ? OU_EXC : ou_binary(vm, OU_OP_MOD, a, b);
        if (r == OU_EXC)
            return OU_EXC;
        a = b;
        b = r;
    }
    return ou_unary(vm, OU_OP_ABS, a);
}

NATIVE(math_gcd)
{
    (void)n_kw;
    ou_val r = ou_small(0);
    for (unsigned i = 0; i < n_args; i++) {
        ou_val n = ou_index(vm, args[i]);
        if (n == OU_EXC || (r = gcd_of(vm, r, n)) == OU_EXC)
            return OU_EXC;
    }
    return r;
}

NATIVE(math_lcm)
{
    (void)n_kw;
    ou_val r = ou_small(1);
    for (unsigned i = 0; i < n_args; i++) {
        ou_val n = ou_index(vm, args[i]);
        if (n == OU_EXC)
            return OU_EXC;
        if (is_zero(r))
            continue;
        if (is_zero(n)) {
            r = n;
            continue;
        }
        ou_val g = gcd_of(vm, r, n);
        if (g == OU_EXC || (r = ou_binary(vm, OU_OP_FLOORDIV, r, g)) == OU_EXC ||
            (r = ou_binary(vm, OU_OP_MUL, r, n)) == OU_EXC || (r = ou_unary(vm, OU_OP_ABS, r)) == OU_EXC)
            return OU_EXC;
    }
    return r;
}

/* The product of low, low + 1, ..., high - 1, halving, so that factors of like size meet. */
static ou_val product(struct ou_vm *vm, ou_int low, ou_int high)
{
    if (high - low <= 8) {
        ou_val r = ou_small(1);
        for (ou_int i = low; i < high && r != OU_EXC; i++)
            r = ou_binary(vm, OU_OP_MUL, r, ou_small(i));
        return r;
    }
    ou_int middle = low + (high - low) / 2;
    ou_val a = product(vm, low, middle);
    ou_val b = a == OU_EXC ? OU_EXC : product(vm, middle, high);
    return b == OU_EXC || ou_poll(vm) < 0 ? OU_EXC : ou_binary(vm, OU_OP_MUL, a, b);
}

static ou_val factorial_of(struct ou_vm *vm, ou_val v)
{
    ou_val n = ou_index(vm, v);
    if (n == OU_EXC)
        return OU_EXC;
    int64_t count;
    int negative = ou_compare_truth(vm, OU_CMP_LT, n, ou_small(0));
    if (negative != 0)
        return negative < 0 ? OU_EXC
                            : ou_raise(vm, &ou_exc_ValueError, "factorial() not defined for negative values");
    if (!ou_is_small(n)) {
        if (ou_to_i64(vm, n, &count) < 0) {
            ou_exc_take(vm);
            return ou_raise(vm, &ou_exc_OverflowError,
                            "factorial() argument should not exceed 9223372036854775807");
        }
        return ou_raise_memory(vm, SIZE_MAX);
    }
    return product(vm, 1, ou_small_value(n) + 1);
}

NATIVE(math_factorial)
{
    (void)n_args, (void)n_kw;
    return factorial_of(vm, args[0]);
}

/* Rounds of Newton's method whose precision doubles, as CPython does it. */
NATIVE(math_isqrt)
{
    (void)n_args, (void)n_kw;
    ou_val n = ou_index(vm, args[0]);
    if (n == OU_EXC)
        return OU_EXC;
    int negative = ou_compare_truth(vm, OU_CMP_LT, n, ou_small(0));
    if (negative != 0)
        return negative < 0 ? OU_EXC
                            : ou_raise(vm, &ou_exc_ValueError, "isqrt() argument must be nonnegative");
    ou_int bits;
    (void)ou_int_frexp(n, &bits);
    if (bits == 0)
        return n;
    ou_int c = (bits - 1) / 2, d = 0;
    ou_val a = ou_small(1);
    int rounds = 0;
    while (c >> rounds)
        rounds++;
    for (int s = rounds - 1; s >= 0; s--) {
        ou_int e = d;
        d = c >> s;
        ou_val left = ou_binary(vm, OU_OP_LSHIFT, a, ou_small(d - e - 1));
        ou_val right = left == OU_EXC ? OU_EXC : ou_binary(vm, OU_OP_RSHIFT, n, ou_small(2 * c - e - d + 1));
        if (right == OU_EXC || (right = ou_binary(vm, OU_OP_FLOORDIV, right, a)) == OU_EXC ||
            (a = ou_binary(vm, OU_OP_ADD, left, right)) == OU_EXC)
            return OU_EXC;
    }
    ou_val square = ou_binary(vm, OU_OP_MUL, a, a);
    int above = square == OU_EXC ? -1 : ou_compare_truth(vm, OU_CMP_GT, square, n);
    return above < 0 ? OU_EXC : above ? ou_binary(vm, OU_OP_SUB, a, ou_small(1)) : a;
}

/* n and k for comb and perm, non-negative; 1: the result is 0. */
static int natural_pair(struct ou_vm *vm, const ou_val *args, ou_val *n, ou_val *k)
{
    if ((*n = ou_index(vm, args[0])) == OU_EXC || (*k = ou_index(vm, args[1])) == OU_EXC)
        return -1;
    for (int i = 0; i < 2; i++) {
        int negative = ou_compare_truth(vm, OU_CMP_LT, i ? *k : *n, ou_small(0));
        if (negative < 0)
            return -1;
        if (negative)
            return ou_fail(
                ou_raise(vm, &ou_exc_ValueError, "%s must be a non-negative integer", i ? "k" : "n"));
    }
    return ou_compare_truth(vm, OU_CMP_GT, *k, *n);
}

/* n (n - 1) ... (n - k + 1), divided by k! if wanted */
static ou_val falling(struct ou_vm *vm, ou_val n, ou_int k, bool divide)
{
    ou_val r = ou_small(1);
    for (ou_int i = 0; i < k; i++) {
        ou_val factor = ou_binary(vm, OU_OP_SUB, n, ou_small(i));
        if (factor == OU_EXC || (r = ou_binary(vm, OU_OP_MUL, r, factor)) == OU_EXC ||
            (divide && (r = ou_binary(vm, OU_OP_FLOORDIV, r, ou_small(i + 1))) == OU_EXC) ||
            (i % 64 == 63 && ou_poll(vm) < 0))
            return OU_EXC;
    }
    return r;
}

NATIVE(math_comb)
{
    (void)n_args, (void)n_kw;
    ou_val n, k;
    int is_zero_result = natural_pair(vm, args, &n, &k);
    if (is_zero_result != 0)
        return is_zero_result < 0 ? OU_EXC : ou_small(0);
    ou_val other = ou_binary(vm, OU_OP_SUB, n, k);
    int less = other == OU_EXC ? -1 : ou_compare_truth(vm, OU_CMP_LT, other, k);
    if (less < 0)
        return OU_EXC;
    if (less)
        k = other;
    if (!ou_is_small(k))
        return ou_raise(vm, &ou_exc_OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
    return falling(vm, n, ou_small_value(k), true);
}

NATIVE(math_perm)
{
    (void)n_kw;
    if (n_args == 1 || args[1] == OU_NONE)
        return factorial_of(vm, args[0]);
    ou_val n, k;
    int is_zero_result = natural_pair(vm, args, &n, &k);
    if (is_zero_result != 0)
        return is_zero_result < 0 ? OU_EXC : ou_small(0);
    if (!ou_is_small(k))
        return ou_raise(vm, &ou_exc_OverflowError, "k must not exceed 9223372036854775807");
    return falling(vm, n, ou_small_value(k), false);
}

/* -- sums and products -- */

NATIVE(math_prod)
{
    ou_val start = ou_small(1);
    if (n_args != 1)
        return ou_raise(vm, &ou_exc_TypeError, "prod() takes exactly 1 positional argument (%u given)",
                        n_args);
    for (unsigned i = 0; i < n_kw; i++) {
        if (args[1 + 2 * i] != OU_S(start))
            return ou_raise(vm, &ou_exc_TypeError, "'%v' is an invalid keyword argument for prod()",
                            args[1 + 2 * i]);
        start = args[2 + 2 * i];
    }
    ou_val iterator = ou_iter(vm, args[0]), item;
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((item = ou_next(vm, iterator)) != OU_STOP)
        if (item == OU_EXC || (start = ou_binary(vm, OU_OP_MUL, start, item)) == OU_EXC)
            return OU_EXC;
    return start;
}

/* Shewchuk's exact sum: partial sums whose bits do not overlap.  Mostly they are few; but each may have a single bit, and
 * then there are more than a thousand. */
struct exact_sum {
    ou_float *partials; /* local, or in a bytes object that nobody else sees */
    size_t n, capacity;
    ou_float special, infinities, local[24];
};

static int exact_sum_push(struct ou_vm *vm, struct exact_sum *s, ou_float x)
{
    if (s->n == s->capacity) {
        ou_val block = ou_bytes_new(vm, NULL, 2 * s->capacity * sizeof x);
        if (block == OU_EXC)
            return -1;
        void *grown = ou_bytes_writable(block);
        memcpy(grown, s->partials, s->n * sizeof x);
        s->partials = grown;
        s->capacity *= 2;
    }
    s->partials[s->n++] = x;
    return 0;
}

static int exact_sum_add(struct ou_vm *vm, struct exact_sum *s, ou_float x)
{
    ou_float original = x;
    size_t i = 0;
    for (size_t j = 0; j < s->n; j++) {
        ou_float y = s->partials[j];
        if (OU_FM(fabs)(x) < OU_FM(fabs)(y)) {
            ou_float t = x;
            x = y;
            y = t;
        }
        ou_float high = x + y, low = y - (high - x);
        if (low != 0)
            s->partials[i++] = low;
        x = high;
    }
    s->n = i;
    if (x == 0)
        return 0;
    if (isfinite(x))
        return exact_sum_push(vm, s, x);
    if (isfinite(original))
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "intermediate overflow in fsum"));
    if (isinf(original))
        s->infinities += original;
    s->special += original;
    s->n = 0;
    return 0;
}

static ou_float exact_sum_value(const struct exact_sum *s)
{
    size_t n = s->n;
    if (n == 0)
        return 0;
    ou_float high = s->partials[--n], low = 0;
    while (n > 0) {
        ou_float x = high, y = s->partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0)
            break;
    }
    /* half-even also across several partials */
    if (n > 0 && ((low < 0 && s->partials[n - 1] < 0) || (low > 0 && s->partials[n - 1] > 0))) {
        ou_float y = low * 2, x = high + y;
        if (y == x - high)
            high = x;
    }
    return high;
}

NATIVE(math_fsum)
{
    (void)n_args, (void)n_kw;
    struct exact_sum s;
    s.partials = s.local;
    s.n = 0;
    s.capacity = sizeof s.local / sizeof *s.local;
    s.special = s.infinities = 0;
    ou_val iterator = ou_iter(vm, args[0]), item;
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((item = ou_next(vm, iterator)) != OU_STOP) {
        ou_float x;
        if (item == OU_EXC || to_float(vm, item, &x) < 0 || exact_sum_add(vm, &s, x) < 0)
            return OU_EXC;
    }
    if (s.special != 0) {
        if (isnan(s.infinities))
            return ou_raise(vm, &ou_exc_ValueError, "-inf + inf in fsum");
        return ou_float_new(vm, s.special);
    }
    return ou_float_new(vm, exact_sum_value(&s));
}

/* The root of a sum of squares: scaled to [0.5, 1), summed with an error term, then corrected once. */
struct norm {
    ou_float largest;
    ou_float sum, rest1, rest2;
    ou_float scale;
    bool is_nan;
};

static void norm_survey(struct norm *n, ou_float x)
{
    x = OU_FM(fabs)(x);
    n->is_nan |= isnan(x);
    if (x > n->largest)
        n->largest = x;
}

static void norm_square(struct norm *n, ou_float x, ou_float sign)
{
    ou_float high = x * x, sum = n->sum + sign * high;
#if OU_WORD_BITS == 64
    ou_float low = fma(x, x, -high);
#else
    /* A C library's fmaf may round twice: Dekker's product, exact because x is below 1. */
    ou_float c = 4097 * x, x_high = c - (c - x), x_low = x - x_high;
    ou_float low = ((x_high * x_high - high) + 2 * x_high * x_low) + x_low * x_low;
#endif
    n->rest1 += sign * low;
    n->rest2 += (n->sum - sum) + sign * high;
    n->sum = sum;
}

/* A value of true: the loop over norm_square is needed. */
static bool norm_start(struct norm *n)
{
    if (isinf(n->largest) || n->is_nan || n->largest == 0)
        return false;
    int exponent;
    OU_FM(frexp)(n->largest, &exponent);
    if (exponent < EXPONENT_MIN)
        exponent = EXPONENT_MIN;
    n->scale = OU_FM(ldexp)(1, -exponent);
    n->sum = 1;
    n->rest1 = n->rest2 = 0;
    return true;
}

static ou_float norm_finish(struct norm *n)
{
    if (isinf(n->largest))
        return INFINITY;
    if (n->is_nan)
        return NAN;
    if (n->largest == 0)
        return 0;
    ou_float h = OU_FM(sqrt)(n->sum - 1 + (n->rest1 + n->rest2));
    norm_square(n, h, -1);
    h += (n->sum - 1 + (n->rest1 + n->rest2)) / (2 * h);
    return h / n->scale;
}

NATIVE(math_hypot)
{
    (void)n_kw;
    struct norm n = {0};
    ou_float x;
    for (unsigned i = 0; i < n_args; i++) {
        if (to_float(vm, args[i], &x) < 0)
            return OU_EXC;
        norm_survey(&n, x);
    }
    if (norm_start(&n))
        for (unsigned i = 0; i < n_args; i++) {
            if (to_float(vm, args[i], &x) < 0)
                return OU_EXC;
            norm_square(&n, x * n.scale, 1);
        }
    return ou_float_new(vm, norm_finish(&n));
}

NATIVE(math_dist)
{
    (void)n_args, (void)n_kw;
    ou_val p = ou_tuple_from_iter(vm, args[0]);
    ou_val q = p == OU_EXC ? OU_EXC : ou_tuple_from_iter(vm, args[1]);
    if (q == OU_EXC)
        return OU_EXC;
    size_t count = ou_tuple_len(p);
    if (count != ou_tuple_len(q))
        return ou_raise(vm, &ou_exc_ValueError, "both points must have the same number of dimensions");
    struct norm n = {0};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            ou_float a, b;
            if (to_float(vm, ou_tuple_items(p)[i], &a) < 0 || to_float(vm, ou_tuple_items(q)[i], &b) < 0)
                return OU_EXC;
            if (pass == 0)
                norm_survey(&n, a - b);
            else
                norm_square(&n, (a - b) * n.scale, 1);
        }
        if (pass == 0 && !norm_start(&n))
            break;
    }
    return ou_float_new(vm, norm_finish(&n));
}

#endif

OU_ROM_ALIGN static const union ou_member math_members[] = {
    OU_MEMBER_VALUE(OU_S(e), FLONUM_CONST(0x4005bf0a8b145769, 0x402df854)),
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(math)),
    OU_MEMBER_FUNCTION(OU_S(acos), math_acos, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(acosh), math_acosh, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(asin), math_asin, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(asinh), math_asinh, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(atan), math_atan, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(atan2), math_atan2, 2, 2, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(atanh), math_atanh, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(cbrt), math_cbrt, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(ceil), math_ceil, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(comb), math_comb, 2, 2, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(copysign), math_copysign, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(cos), math_cos, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(cosh), math_cosh, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(degrees), math_degrees, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(dist), math_dist, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(erf), math_erf, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(erfc), math_erfc, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(exp), math_exp, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(exp2), math_exp2, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(expm1), math_expm1, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(fabs), math_fabs, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(factorial), math_factorial, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(floor), math_floor, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(fmod), math_fmod, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(frexp), math_frexp, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(fsum), math_fsum, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(gamma), math_gamma, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(gcd), math_gcd, 0, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_FUNCTION(OU_S(hypot), math_hypot, 0, OU_NATIVE_VARARGS, 0),
#endif
    OU_MEMBER_VALUE(OU_S(inf), OU_ROM(&ou_float_infinity)),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(isclose), math_isclose, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
#endif
    OU_MEMBER_FUNCTION(OU_S(isfinite), math_isfinite, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(isinf), math_isinf, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(isnan), math_isnan, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(isqrt), math_isqrt, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(lcm), math_lcm, 0, OU_NATIVE_VARARGS, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(ldexp), math_ldexp, 2, 2, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(lgamma), math_lgamma, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(log), math_log, 0, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_FUNCTION(OU_S(log10), math_log10, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(log1p), math_log1p, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(log2), math_log2, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(modf), math_modf, 1, 1, 0),
    OU_MEMBER_VALUE(OU_S(nan), OU_ROM(&ou_float_nan)),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(nextafter), math_nextafter, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(perm), math_perm, 1, 2, 0),
#endif
    OU_MEMBER_VALUE(OU_S(pi), FLONUM_CONST(0x400921fb54442d18, 0x40490fdb)),
    OU_MEMBER_FUNCTION(OU_S(pow), math_pow, 2, 2, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(prod), math_prod, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),
#endif
    OU_MEMBER_FUNCTION(OU_S(radians), math_radians, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(remainder), math_remainder, 2, 2, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(sin), math_sin, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(sinh), math_sinh, 1, 1, 0),
#endif
    OU_MEMBER_FUNCTION(OU_S(sqrt), math_sqrt, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(tan), math_tan, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(tanh), math_tanh, 1, 1, 0),
#endif
    OU_MEMBER_VALUE(OU_S(tau), FLONUM_CONST(0x401921fb54442d18, 0x40c90fdb)),
    OU_MEMBER_FUNCTION(OU_S(trunc), math_trunc, 1, 1, 0),
#if OU_WITH_MATH_MORE
    OU_MEMBER_FUNCTION(OU_S(ulp), math_ulp, 1, 1, 0),
#endif
};
static OU_MEMBER_TABLE(math_table, math_members);

OU_ROM_ALIGN const struct ou_rom_module ou_module_math = {OU_ROM(&ou_type_rom_module), OU_S(math),
                                                          &math_table, NULL};
