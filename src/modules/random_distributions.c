/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module random: the distributions.  They compute in the machine's floats.
 */
#include "modules/mod_random.h"
#include <math.h>

/* Arguments as floats, with defaults. */
static int floats(struct ou_vm *vm, const char *name, const char *spec, unsigned n, unsigned n_args,
                  unsigned n_kw, const ou_val *args, ou_float *out)
{
    ou_val arg[3];
    if (ou_args_parse(vm, name, spec, n_args, n_kw, args, arg) < 0)
        return -1;
    for (unsigned i = 0; i < n; i++) {
        if (arg[i] != OU_ABSENT && arg[i] != OU_NONE && ou_to_float(vm, arg[i], &out[i]) < 0)
            return -1;
    }
    return 0;
}

static const ou_float two_pi = (ou_float)6.28318530717958647692;

OU_RANDOM_FUNCTION(uniform)
{
    ou_float x[2];
    if (floats(vm, "uniform", "a b", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x[0] + (x[1] - x[0]) * ou_random_float(r));
}

OU_RANDOM_FUNCTION(triangular)
{
    ou_float x[3] = {0, 1, NAN};
    if (floats(vm, "triangular", "|low high mode", 3, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float u = ou_random_float(r), low = x[0], high = x[1], c = 0.5f;
    if (!isnan(x[2])) {
        if (high == low)
            return ou_float_new(vm, low);
        c = (x[2] - low) / (high - low);
    }
    if (u > c) {
        u = 1 - u;
        c = 1 - c;
        low = x[1];
        high = x[0];
    }
    return ou_float_new(vm, low + (high - low) * OU_FM(sqrt)(u * c));
}

OU_RANDOM_FUNCTION(gauss)
{
    ou_float x[2] = {0, 1};
    if (floats(vm, "gauss", "|mu sigma", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float z = r->gauss_next;
    if (!r->has_gauss) {
        ou_float angle = ou_random_float(r) * two_pi;
        ou_float radius = OU_FM(sqrt)(-2 * OU_FM(log)(1 - ou_random_float(r)));
        z = OU_FM(cos)(angle) * radius;
        r->gauss_next = OU_FM(sin)(angle) * radius;
    }
    r->has_gauss = !r->has_gauss;
    return ou_float_new(vm, x[0] + z * x[1]);
}

/* The distributions that draw until something fits ask for Ctrl-C between two draws: with nan or inf among their
 * parameters, or a state of zeros, nothing ever fits.  -1: raised. */
static int normal(struct ou_vm *vm, struct ou_random *r, ou_float mu, ou_float sigma, ou_float *out)
{
    const ou_float magic = 4 * OU_FM(exp)(-0.5f) / OU_FM(sqrt)(2);
    for (;;) {
        ou_float u1 = ou_random_float(r), u2 = 1 - ou_random_float(r);
        ou_float z = magic * (u1 - 0.5f) / u2;
        if (z * z / 4 <= -OU_FM(log)(u2)) {
            *out = mu + z * sigma;
            return 0;
        }
        if (ou_poll(vm) < 0)
            return -1;
    }
}

OU_RANDOM_FUNCTION(normalvariate)
{
    ou_float x[2] = {0, 1};
    if (floats(vm, "normalvariate", "|mu sigma", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float z;
    return normal(vm, r, x[0], x[1], &z) < 0 ? OU_EXC : ou_float_new(vm, z);
}

OU_RANDOM_FUNCTION(lognormvariate)
{
    ou_float x[2];
    if (floats(vm, "lognormvariate", "mu sigma", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float z;
    return normal(vm, r, x[0], x[1], &z) < 0 ? OU_EXC : ou_float_new(vm, OU_FM(exp)(z));
}

OU_RANDOM_FUNCTION(expovariate)
{
    ou_float x[1] = {0};
    if (floats(vm, "expovariate", "lambd", 1, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    ou_float u = -OU_FM(log)(1 - ou_random_float(r));
    if (x[0] == 0)
        return ou_raise(vm, &ou_exc_ZeroDivisionError, "float division by zero");
    return ou_float_new(vm, u / x[0]);
}

/* One draw for alpha > 1; false: it does not fit. */
static bool try_large_gamma(struct ou_random *r, ou_float alpha, ou_float *out)
{
    ou_float ainv = OU_FM(sqrt)(2 * alpha - 1), b = alpha - OU_FM(log)(4), c = alpha + ainv;
    ou_float u1 = ou_random_float(r);
    if (!((ou_float)1e-7 < u1 && u1 < (ou_float)0.9999999))
        return false;
    ou_float u2 = 1 - ou_random_float(r), v = OU_FM(log)(u1 / (1 - u1)) / ainv, x = alpha * OU_FM(exp)(v);
    ou_float z = u1 * u1 * u2, t = b + c * v - x;
    *out = x;
    return t + (1 + OU_FM(log)(4.5f)) - 4.5f * z >= 0 || t >= OU_FM(log)(z);
}

/* The same for alpha < 1. */
static bool try_small_gamma(struct ou_random *r, ou_float alpha, ou_float *out)
{
    const ou_float e = (ou_float)2.71828182845904523536;
    ou_float b = (e + alpha) / e, p = b * ou_random_float(r);
    ou_float x = p <= 1 ? OU_FM(pow)(p, 1 / alpha) : -OU_FM(log)((b - p) / alpha), u1 = ou_random_float(r);
    *out = x;
    return p > 1 ? u1 <= OU_FM(pow)(x, alpha - 1) : u1 <= OU_FM(exp)(-x);
}

static int gamma_variate(struct ou_vm *vm, struct ou_random *r, ou_float alpha, ou_float beta, ou_float *out)
{
    ou_float x = 0;
    if (alpha == 1)
        x = -OU_FM(log)(1 - ou_random_float(r));
    else
        while (!(alpha > 1 ? try_large_gamma(r, alpha, &x) : try_small_gamma(r, alpha, &x))) {
            if (ou_poll(vm) < 0)
                return -1;
        }
    *out = x * beta;
    return 0;
}

static ou_val bad_gamma(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_ValueError, "gammavariate: alpha and beta must be > 0.0");
}

OU_RANDOM_FUNCTION(gammavariate)
{
    ou_float x[2];
    if (floats(vm, "gammavariate", "alpha beta", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    if (!(x[0] > 0) || !(x[1] > 0))
        return bad_gamma(vm);
    ou_float y;
    return gamma_variate(vm, r, x[0], x[1], &y) < 0 ? OU_EXC : ou_float_new(vm, y);
}

OU_RANDOM_FUNCTION(betavariate)
{
    ou_float x[2];
    if (floats(vm, "betavariate", "alpha beta", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    if (!(x[0] > 0) || !(x[1] > 0))
        return bad_gamma(vm);
    ou_float y, other;
    if (gamma_variate(vm, r, x[0], 1, &y) < 0)
        return OU_EXC;
    if (y == 0)
        return ou_float_new(vm, 0);
    return gamma_variate(vm, r, x[1], 1, &other) < 0 ? OU_EXC : ou_float_new(vm, y / (y + other));
}

OU_RANDOM_FUNCTION(vonmisesvariate)
{
    ou_float x[2];
    if (floats(vm, "vonmisesvariate", "mu kappa", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    if (x[1] <= (ou_float)1e-6)
        return ou_float_new(vm, two_pi * ou_random_float(r));
    ou_float s = 0.5f / x[1], t = s + OU_FM(sqrt)(1 + s * s), z, d, u2;
    do {
        if (ou_poll(vm) < 0)
            return OU_EXC;
        z = OU_FM(cos)(two_pi / 2 * ou_random_float(r));
        d = z / (t + z);
        u2 = ou_random_float(r);
    } while (!(u2 < 1 - d * d || u2 <= (1 - d) * OU_FM(exp)(d)));
    ou_float q = 1 / t, f = OU_FM(fmin)(1, OU_FM(fmax)(-1, (q + z) / (1 + q * z))), u3 = ou_random_float(r);
    ou_float theta = OU_FM(fmod)(u3 > 0.5f ? x[0] + OU_FM(acos)(f) : x[0] - OU_FM(acos)(f), two_pi);
    return ou_float_new(vm, theta < 0 ? theta + two_pi : theta);
}

OU_RANDOM_FUNCTION(paretovariate)
{
    ou_float x[1] = {0};
    if (floats(vm, "paretovariate", "alpha", 1, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    return ou_float_new(vm, OU_FM(pow)(1 - ou_random_float(r), -1 / x[0]));
}

OU_RANDOM_FUNCTION(weibullvariate)
{
    ou_float x[2];
    if (floats(vm, "weibullvariate", "alpha beta", 2, n_args, n_kw, args, x) < 0)
        return OU_EXC;
    return ou_float_new(vm, x[0] * OU_FM(pow)(-OU_FM(log)(1 - ou_random_float(r)), 1 / x[1]));
}
