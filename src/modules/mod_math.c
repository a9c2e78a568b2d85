/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module math: CPython 3.11's functions with its errors.  Floats are computed in ou_float, so that on a
 * 32-bit machine results and overflow are those of single precision.
 */
#include "modules/mod_math.h"
#include <math.h>

#if OU_WORD_BITS == 64
#define EXPONENT_SAFE 1000 /* 2 to this power is a float */
#define FLONUM_CONST(bits64, bits32) ((((ou_val)(bits64) << 3) | ((ou_val)(bits64) >> 61)) + 1)
#else
#define EXPONENT_SAFE 120
#define FLONUM_CONST(bits64, bits32) ((((ou_val)(bits32) << 3) | ((ou_val)(bits32) >> 29)) + 1)
#endif

ou_val ou_math_domain_error(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_ValueError, "math domain error");
}
ou_val ou_math_range_error(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_OverflowError, "math range error");
}

int ou_math_to_float(struct ou_vm *vm, ou_val v, ou_float *out)
{
    if (ou_is_flonum(v)) {
        *out = ou_flonum_value(v);
        return 0;
    }
    return ou_to_float(vm, v, out);
}

/* What CPython's math_1 does with a result. */
ou_val ou_math_result(struct ou_vm *vm, ou_float x, ou_float r, bool can_overflow)
{
    if (isnan(r) && !isnan(x))
        return ou_math_domain_error(vm);
    if (isinf(r) && isfinite(x))
        return can_overflow ? ou_math_range_error(vm) : ou_math_domain_error(vm);
    return ou_float_new(vm, r);
}

ou_val ou_math_call_1(struct ou_vm *vm, ou_val v, ou_float (*function)(ou_float x), bool can_overflow)
{
    ou_float x;
    return ou_math_to_float(vm, v, &x) < 0 ? OU_EXC : ou_math_result(vm, x, function(x), can_overflow);
}

#define FUNCTION_1(name, can_overflow) \
    OU_NATIVE_STATIC(math_##name) { return ou_math_call_1(vm, args[0], OU_FM(name), can_overflow); }
FUNCTION_1(acos, false)
FUNCTION_1(asin, false)
FUNCTION_1(atan, false)
FUNCTION_1(cos, false)
FUNCTION_1(exp, true)
FUNCTION_1(fabs, false)
FUNCTION_1(sin, false)
FUNCTION_1(sqrt, false)
FUNCTION_1(tan, false)

#define PREDICATE(name)                                                           \
    OU_NATIVE_STATIC(math_##name)                                                 \
    {                                                                             \
        ou_float x;                                                               \
        return ou_math_to_float(vm, args[0], &x) < 0 ? OU_EXC : ou_bool(name(x)); \
    }
PREDICATE(isnan)
PREDICATE(isinf)
PREDICATE(isfinite)

OU_NATIVE_STATIC(math_degrees)
{
    ou_float x;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x * (ou_float)(180.0 / 3.14159265358979323846));
}

OU_NATIVE_STATIC(math_radians)
{
    ou_float x;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x * (ou_float)(3.14159265358979323846 / 180.0));
}

/* -- two arguments -- */

/* NaN from numbers: outside of the domain, as CPython's math_2 has it. */
ou_val ou_math_call_2(struct ou_vm *vm, const ou_val *args, ou_float (*function)(ou_float a, ou_float b))
{
    ou_float a, b;
    if (ou_math_to_float(vm, args[0], &a) < 0 || ou_math_to_float(vm, args[1], &b) < 0)
        return OU_EXC;
    ou_float r = function(a, b);
    return isnan(r) && !isnan(a) && !isnan(b) ? ou_math_domain_error(vm) : ou_float_new(vm, r);
}

#define FUNCTION_2(name) \
    OU_NATIVE_STATIC(math_##name) { return ou_math_call_2(vm, args, OU_FM(name)); }
FUNCTION_2(atan2)
FUNCTION_2(copysign)
FUNCTION_2(fmod)

OU_NATIVE_STATIC(math_pow)
{
    ou_float a, b;
    if (ou_math_to_float(vm, args[0], &a) < 0 || ou_math_to_float(vm, args[1], &b) < 0)
        return OU_EXC;
    ou_float r = OU_FM(pow)(a, b);
    if (!isfinite(r) && isfinite(a) && isfinite(b))
        return isnan(r) || a == 0 ? ou_math_domain_error(vm) : ou_math_range_error(vm);
    return ou_float_new(vm, r);
}

OU_NATIVE_STATIC(math_ldexp)
{
    ou_float x;
    ou_int e;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    if (!ou_is_a(args[1], &ou_type_int))
        return ou_raise(vm, &ou_exc_TypeError, "Expected an int as second argument to ldexp.");
    if (ou_to_int_clamp(vm, args[1], &e) < 0)
        return OU_EXC;
    if (x == 0 || !isfinite(x))
        return ou_float_new(vm, x);
    ou_float r = OU_FM(ldexp)(x, e > 100000 ? 100000 : e < -100000 ? -100000 : (int)e);
    return isinf(r) ? ou_math_range_error(vm) : ou_float_new(vm, r);
}

static ou_val pair(struct ou_vm *vm, ou_val a, ou_val b)
{
    ou_val items[2] = {a, b};
    return a == OU_EXC || b == OU_EXC ? OU_EXC : ou_tuple_new(vm, 2, items);
}

OU_NATIVE_STATIC(math_frexp)
{
    ou_float x;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    int e = 0;
    if (isfinite(x) && x != 0)
        x = OU_FM(frexp)(x, &e);
    return pair(vm, ou_float_new(vm, x), ou_small(e));
}

OU_NATIVE_STATIC(math_modf)
{
    ou_float x, whole;
    if (ou_math_to_float(vm, args[0], &x) < 0)
        return OU_EXC;
    ou_float rest = OU_FM(modf)(x, &whole);
    return pair(vm, ou_float_new(vm, rest), ou_float_new(vm, whole));
}

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
            return ou_fail(ou_math_domain_error(vm));
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
            return ou_fail(ou_math_domain_error(vm));
    }
    *out = (base == BASE_E ? OU_FM(log)(x) : base == BASE_2 ? OU_FM(log2)(x) : OU_FM(log10)(x)) + more;
    return 0;
}

OU_NATIVE_STATIC(math_log)
{
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

OU_NATIVE_STATIC(math_log2)
{
    ou_float x;
    return logarithm(vm, args[0], BASE_2, &x) < 0 ? OU_EXC : ou_float_new(vm, x);
}

OU_NATIVE_STATIC(math_log10)
{
    ou_float x;
    return logarithm(vm, args[0], BASE_10, &x) < 0 ? OU_EXC : ou_float_new(vm, x);
}

/* -- to int -- */

/* Calls a special method if the type has it; OU_ABSENT otherwise. */
static ou_val special(struct ou_vm *vm, ou_val v, ou_val name)
{
    ou_val self, method = ou_get_special(vm, v, name, &self);
    if (method == OU_EXC || method == OU_ABSENT)
        return method;
    return self == OU_ABSENT ? ou_call_0(vm, method) : ou_call_1(vm, method, self);
}

OU_NATIVE_STATIC(math_floor)
{
    ou_float x;
    ou_val r =
        ou_is_float(args[0]) || ou_is_small(args[0]) ? OU_ABSENT : special(vm, args[0], OU_S(__floor__));
    if (r != OU_ABSENT)
        return r;
    if (ou_is_small(args[0]))
        return args[0];
    return ou_math_to_float(vm, args[0], &x) < 0 ? OU_EXC : ou_int_from_float(vm, OU_FM(floor)(x));
}

OU_NATIVE_STATIC(math_ceil)
{
    ou_float x;
    ou_val r =
        ou_is_float(args[0]) || ou_is_small(args[0]) ? OU_ABSENT : special(vm, args[0], OU_S(__ceil__));
    if (r != OU_ABSENT)
        return r;
    if (ou_is_small(args[0]))
        return args[0];
    return ou_math_to_float(vm, args[0], &x) < 0 ? OU_EXC : ou_int_from_float(vm, OU_FM(ceil)(x));
}

OU_NATIVE_STATIC(math_trunc)
{
    if (ou_is_float(args[0]))
        return ou_int_from_float(vm, ou_float_value(args[0]));
    if (ou_is_small(args[0]))
        return args[0];
    ou_val r = special(vm, args[0], OU_S(__trunc__));
    if (r != OU_ABSENT)
        return r;
    return ou_raise(vm, &ou_exc_TypeError, "type %T doesn't define __trunc__ method", args[0]);
}

/* clang-format off */
OU_ROM_ALIGN static const union ou_member math_members[] = {
    OU_MEMBER_VALUE(OU_S(e), FLONUM_CONST(0x4005bf0a8b145769, 0x402df854)),
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(math)),
    OU_MEMBER_FUNCTION(OU_S(acos), math_acos, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(acosh), ou_math_acosh, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(asin), math_asin, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(asinh), ou_math_asinh, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(atan), math_atan, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(atan2), math_atan2, 2, 2, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(atanh), ou_math_atanh, 1, 1, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(cbrt), ou_math_cbrt, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(ceil), math_ceil, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(comb), ou_math_comb, 2, 2, 0),)
    OU_MEMBER_FUNCTION(OU_S(copysign), math_copysign, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(cos), math_cos, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(cosh), ou_math_cosh, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(degrees), math_degrees, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(dist), ou_math_dist, 2, 2, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(erf), ou_math_erf, 1, 1, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(erfc), ou_math_erfc, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(exp), math_exp, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(exp2), ou_math_exp2, 1, 1, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(expm1), ou_math_expm1, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(fabs), math_fabs, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(factorial), ou_math_factorial, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(floor), math_floor, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(fmod), math_fmod, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(frexp), math_frexp, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(fsum), ou_math_fsum, 1, 1, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(gamma), ou_math_gamma, 1, 1, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(gcd), ou_math_gcd, 0, OU_NATIVE_VARARGS, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(hypot), ou_math_hypot, 0, OU_NATIVE_VARARGS, 0),)
    OU_MEMBER_VALUE(OU_S(inf), OU_ROM(&ou_float_infinity)),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(isclose), ou_math_isclose, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),)
    OU_MEMBER_FUNCTION(OU_S(isfinite), math_isfinite, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(isinf), math_isinf, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(isnan), math_isnan, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(isqrt), ou_math_isqrt, 1, 1, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(lcm), ou_math_lcm, 0, OU_NATIVE_VARARGS, 0),)
    OU_MEMBER_FUNCTION(OU_S(ldexp), math_ldexp, 2, 2, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(lgamma), ou_math_lgamma, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(log), math_log, 0, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_FUNCTION(OU_S(log10), math_log10, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(log1p), ou_math_log1p, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(log2), math_log2, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(modf), math_modf, 1, 1, 0),
    OU_MEMBER_VALUE(OU_S(nan), OU_ROM(&ou_float_nan)),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(nextafter), ou_math_nextafter, 2, 2, 0),)
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(perm), ou_math_perm, 1, 2, 0),)
    OU_MEMBER_VALUE(OU_S(pi), FLONUM_CONST(0x400921fb54442d18, 0x40490fdb)),
    OU_MEMBER_FUNCTION(OU_S(pow), math_pow, 2, 2, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(prod), ou_math_prod, 0, OU_NATIVE_VARARGS, OU_NATIVE_KW),)
    OU_MEMBER_FUNCTION(OU_S(radians), math_radians, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(remainder), ou_math_remainder, 2, 2, 0),)
    OU_MEMBER_FUNCTION(OU_S(sin), math_sin, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(sinh), ou_math_sinh, 1, 1, 0),)
    OU_MEMBER_FUNCTION(OU_S(sqrt), math_sqrt, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(tan), math_tan, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(tanh), ou_math_tanh, 1, 1, 0),)
    OU_MEMBER_VALUE(OU_S(tau), FLONUM_CONST(0x401921fb54442d18, 0x40c90fdb)),
    OU_MEMBER_FUNCTION(OU_S(trunc), math_trunc, 1, 1, 0),
    OU_IF(MATH_MORE, OU_MEMBER_FUNCTION(OU_S(ulp), ou_math_ulp, 1, 1, 0),)
};
/* clang-format on */
static OU_MEMBER_TABLE(math_table, math_members);

OU_ROM_ALIGN const struct ou_rom_module ou_module_math = {OU_ROM(&ou_type_rom_module), OU_S(math),
                                                          &math_table, NULL};
