/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Floats, for the files of the object layer and for the VM: ou_float is binary64 on 64-bit machines
 * and binary32 on 32-bit ones, and Python's arithmetic is done in that precision.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_NUMBERS_FLOAT_H
#define OURO_INCLUDED_SRC_OBJECT_NUMBERS_FLOAT_H

#include "object/core/number.h"
#include <math.h>

#if OU_WORD_BITS == 64
#define OU_FLOAT_DIGITS 53            /* bits of precision */
#define OU_FLOAT_MAX_EXPONENT 1024    /* every finite float is below 2 to this */
#define OU_FLOAT_MIN_EXPONENT (-1074) /* of the last bit of a subnormal */
#else
#define OU_FLOAT_DIGITS 24
#define OU_FLOAT_MAX_EXPONENT 128
#define OU_FLOAT_MIN_EXPONENT (-149)
#endif

/* Arithmetic of two floats as Python's operators have it. */
ou_val ou_float_arith(struct ou_vm *vm, enum ou_binary_op op, ou_float a, ou_float b) OU_MUST_CHECK;
/* a or b is a float; OU_NOT_IMPLEMENTED if the other is neither int, bool nor float. */
ou_val ou_float_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_float_compare_op(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
/* A float, int or bool (or an instance of a class derived from one) as a float of ou_float's precision:
 * 1, 0 if it is none of these, -1 OverflowError. */
int ou_float_coerce(struct ou_vm *vm, ou_val v, ou_float *out) OU_MUST_CHECK;
/* round(v) if ndigits is None or unbound (an int), else round(v, ndigits). */
ou_val ou_float_round(struct ou_vm *vm, ou_val v, ou_val ndigits) OU_MUST_CHECK;
ou_int ou_float_hash(ou_float f);
/* mantissa * 2^exponent (plus a little more if sticky), rounded half to even; infinity if it is too large.  mantissa has at
 * least OU_FLOAT_DIGITS + 2 bits unless it is exact. */
ou_float ou_float_scale(uint64_t mantissa, bool sticky, int exponent);
/* |f| = result * 2^*exponent, f finite, with a result of at most OU_FLOAT_DIGITS bits. */
size_t ou_float_mantissa(ou_float f, int *exponent);
/* The decimal expansion of d > 0, finite, rounded half to even: with `count` significant digits, or (by
 * position) with count digits after the point.  Writes them without leading zero (or the single "0" of a
 * value that rounds to 0) and returns how many there are; the value is 0.DIGITS * 10^*point.  Not more
 * than capacity are written; what is missing then are zeros. */
size_t ou_float_digits(ou_float d, bool by_position, int count, char *out, size_t capacity, int *point);

#endif /* OURO_INCLUDED_SRC_OBJECT_NUMBERS_FLOAT_H */
