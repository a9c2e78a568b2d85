/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module math: what C had not in 1989, the gamma and error functions, hyperbolic ones, exact sums, number theory.  Results
 * and errors are computed as in mod_math.c, whose table has the functions.
 */
#include "modules/mod_math.h"
#include <math.h>

#if OU_WORD_BITS == 64
#define EXPONENT_MIN (-1023) /* 2 to minus this is a float */
#define GAMMA_LARGE 200      /* gamma of more is infinite */
#define GAMMA_SPLIT 140      /* y to this power is a float, y being a little more than it */
#else
#define EXPONENT_MIN (-127)
#define GAMMA_LARGE 42
#define GAMMA_SPLIT 20
#endif

#define FUNCTION_1(name, can_overflow) \
    OU_MATH_NATIVE(name) { return ou_math_call_1(vm, args[0], OU_FM(name), can_overflow); }
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

#define FUNCTION_2(name) \
    OU_MATH_NATIVE(name) { return ou_math_call_2(vm, args, OU_FM(name)); }
FUNCTION_2(nextafter)
FUNCTION_2(remainder)

OU_MATH_NATIVE(ulp)
{
    ou_float x;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    x = OU_FM(fabs)(x);
    if (isfinite(x)) {
        ou_float above = OU_FM(nextafter)(x, INFINITY);
        x = isinf(above) ? x - OU_FM(nextafter)(x, -(ou_float)INFINITY) : above - x;
    }
    return ou_float_new(vm, x);
}

OU_MATH_NATIVE(isclose)
{
    ou_val arg[4];
    ou_float a, b, relative = (ou_float)1e-9, absolute = 0;
    if (ou_args_parse(vm, "isclose", "a b|$rel_tol abs_tol", n_args, n_kw, args, arg) < 0)
        return OU_EXC;
    if (ou_math_to_float(vm, arg[0], &a) < 0 || ou_math_to_float(vm, arg[1], &b) < 0 ||
        (arg[2] != OU_ABSENT && ou_math_to_float(vm, arg[2], &relative) < 0) ||
        (arg[3] != OU_ABSENT && ou_math_to_float(vm, arg[3], &absolute) < 0))
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

OU_MATH_NATIVE(gamma)
{
    ou_float x;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return ou_math_result(vm, x, gamma_of(x), true);
}

OU_MATH_NATIVE(lgamma)
{
    ou_float x;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return ou_math_result(vm, x, log_gamma_of(x), true);
}

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

OU_MATH_NATIVE(gcd)
{
    ou_val r = ou_small(0);
    for (unsigned i = 0; i < n_args; i++) {
        ou_val n = ou_index(vm, args[i]);
        if (n == OU_EXC || (r = gcd_of(vm, r, n)) == OU_EXC)
            return OU_EXC;
    }
    return r;
}

OU_MATH_NATIVE(lcm)
{
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

OU_MATH_NATIVE(factorial) { return factorial_of(vm, args[0]); }

/* Rounds of Newton's method whose precision doubles, as CPython does it. */
OU_MATH_NATIVE(isqrt)
{
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

OU_MATH_NATIVE(comb)
{
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

OU_MATH_NATIVE(perm)
{
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

OU_MATH_NATIVE(prod)
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

OU_MATH_NATIVE(fsum)
{
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
        if (item == OU_EXC || ou_math_to_float(vm, item, &x) < 0 || exact_sum_add(vm, &s, x) < 0)
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

OU_MATH_NATIVE(hypot)
{
    struct norm n = {0};
    ou_float x;
    for (unsigned i = 0; i < n_args; i++) {
        if (ou_math_to_float(vm, args[i], &x) < 0)
            return OU_EXC;
        norm_survey(&n, x);
    }
    if (norm_start(&n))
        for (unsigned i = 0; i < n_args; i++) {
            if (ou_math_to_float(vm, args[i], &x) < 0)
                return OU_EXC;
            norm_square(&n, x * n.scale, 1);
        }
    return ou_float_new(vm, norm_finish(&n));
}

OU_MATH_NATIVE(dist)
{
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
            if (ou_math_to_float(vm, ou_tuple_items(p)[i], &a) < 0 ||
                ou_math_to_float(vm, ou_tuple_items(q)[i], &b) < 0)
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
