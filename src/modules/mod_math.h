/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module math share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_MOD_MATH_H
#define OURO_INCLUDED_SRC_MODULES_MOD_MATH_H

#include <ouro/ouro.h>

/* mod_math.c */
ou_val ou_math_domain_error(struct ou_vm *vm);
ou_val ou_math_range_error(struct ou_vm *vm);
int ou_math_to_float(struct ou_vm *vm, ou_val v, ou_float *out);
/* The result r of a function of x, or the error that it stands for. */
ou_val ou_math_result(struct ou_vm *vm, ou_float x, ou_float r, bool can_overflow);
ou_val ou_math_call_1(struct ou_vm *vm, ou_val v, ou_float (*function)(ou_float x), bool can_overflow);
ou_val ou_math_call_2(struct ou_vm *vm, const ou_val *args, ou_float (*function)(ou_float a, ou_float b));

/* mod_math_more.c */
#define OU_MATH_NATIVE(name) OU_NATIVE_FUNCTION(ou_math_##name)
OU_MATH_NATIVE(acosh);
OU_MATH_NATIVE(asinh);
OU_MATH_NATIVE(atanh);
OU_MATH_NATIVE(cbrt);
OU_MATH_NATIVE(comb);
OU_MATH_NATIVE(cosh);
OU_MATH_NATIVE(dist);
OU_MATH_NATIVE(erf);
OU_MATH_NATIVE(erfc);
OU_MATH_NATIVE(exp2);
OU_MATH_NATIVE(expm1);
OU_MATH_NATIVE(factorial);
OU_MATH_NATIVE(fsum);
OU_MATH_NATIVE(gamma);
OU_MATH_NATIVE(gcd);
OU_MATH_NATIVE(hypot);
OU_MATH_NATIVE(isclose);
OU_MATH_NATIVE(isqrt);
OU_MATH_NATIVE(lcm);
OU_MATH_NATIVE(lgamma);
OU_MATH_NATIVE(log1p);
OU_MATH_NATIVE(nextafter);
OU_MATH_NATIVE(perm);
OU_MATH_NATIVE(prod);
OU_MATH_NATIVE(remainder);
OU_MATH_NATIVE(sinh);
OU_MATH_NATIVE(tanh);
OU_MATH_NATIVE(ulp);

#endif /* OURO_INCLUDED_SRC_MODULES_MOD_MATH_H */
