/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Integers of any size, for the files of the object layer and for the VM.
 *
 * "An int" is what core/number.h calls so.  Functions that return a value give
 * OU_EXC with an exception raised; all that return a value may collect.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_NUMBERS_INT_H
#define OURO_INCLUDED_SRC_OBJECT_NUMBERS_INT_H

#include "object/core/number.h"

/* Most decimal digits that conversion from and to text does, as in CPython. */
#define OU_INT_MAX_STR_DIGITS 4300

ou_val ou_int_add(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_int_sub(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_int_mul(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;
/* Floor division; q or r may be NULL.  b is not 0.  0 or -1. */
int ou_int_divmod(struct ou_vm *vm, ou_val a, ou_val b, ou_val *q, ou_val *r) OU_MUST_CHECK;
/* The same of two small ints. */
static inline int ou_small_divmod(struct ou_vm *vm, ou_val a, ou_val b, ou_val *q, ou_val *r)
{
    ou_int x = ou_small_value(a), y = ou_small_value(b), quotient = x / y, rest = x % y;
    if (rest != 0 && (rest ^ y) < 0) {
        quotient--;
        rest += y;
    }
    if (r)
        *r = ou_small(rest);
    if (q)
        *q = ou_int_new(vm, quotient);
    return q && *q == OU_EXC ? -1 : 0;
}
ou_val ou_int_pow(struct ou_vm *vm, ou_val base, ou_val exponent) OU_MUST_CHECK; /* exponent < 0: float */
ou_val ou_int_pow_mod(struct ou_vm *vm, ou_val base, ou_val exponent, ou_val modulus) OU_MUST_CHECK;
ou_val ou_int_shift_left(struct ou_vm *vm, ou_val a, size_t bits) OU_MUST_CHECK;
ou_val ou_int_shift_right(struct ou_vm *vm, ou_val a, size_t bits) OU_MUST_CHECK; /* floor */
ou_val ou_int_true_divide(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;    /* a float */
ou_val ou_int_negate(struct ou_vm *vm, ou_val a) OU_MUST_CHECK;
/* Any binary operation: OU_NOT_IMPLEMENTED if an operand is neither int, bool nor float. */
ou_val ou_int_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_int_unary(struct ou_vm *vm, enum ou_unary_op op, ou_val a) OU_MUST_CHECK;
/* Comparison with an int, bool or float; OU_NOT_IMPLEMENTED for others. */
ou_val ou_int_compare_op(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
/* <0, 0, >0; no collection. */
int ou_int_compare(ou_val a, ou_val b);
size_t ou_int_bit_length(ou_val v);
ou_int ou_int_hash(ou_val v);
/* The nearest float; false if it is too large. No collection. */
bool ou_int_to_float(ou_val v, ou_float *out);
/* round(v, ndigits): ndigits an int. */
ou_val ou_int_round(struct ou_vm *vm, ou_val v, ou_val ndigits) OU_MUST_CHECK;
/* Appends sign and digits in a base from 2 to 36; 0 or -1 (ValueError beyond 4300 decimal digits). */
int ou_int_to_text(struct ou_vm *vm, ou_val v, int base, bool upper, struct ou_builder *b) OU_MUST_CHECK;

/* int(x), int(text, base), as int.construct does it. */
ou_val ou_int_from_any(struct ou_vm *vm, ou_val x) OU_MUST_CHECK;
ou_val ou_int_from_text(struct ou_vm *vm, ou_val text, int base) OU_MUST_CHECK;
/* Text of a number with white space around it cut off and Unicode digits and blanks made ASCII: fills
 * out and returns its length, at most capacity - 1; more input than that, or what cannot be part of a
 * number, makes it (size_t)-1 (malformed).  No collection. */
size_t ou_number_text(const char *text, size_t n, char *out, size_t capacity);

/* Natural numbers as arrays of digits, for the text conversions.  r may be a. */
uint32_t ou_nat_mul_small(uint32_t *r, const uint32_t *a, size_t n, uint32_t factor,
                          uint32_t add);                                               /* carry */
uint32_t ou_nat_div_small(uint32_t *r, const uint32_t *a, size_t n, uint32_t divisor); /* remainder */
int ou_nat_compare(const uint32_t *a, size_t na, const uint32_t *b, size_t nb);        /* both trimmed */

#endif /* OURO_INCLUDED_SRC_OBJECT_NUMBERS_INT_H */
