/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ints and floats as the interpreter itself uses them.
 *
 * An int is a small int or a struct ou_big that does not fit a small int: results are always
 * normalised, so equal ints are equal words if small.  "An int" below means exactly that; bools and
 * instances of subclasses are converted first (ou_int_exact).  ou_float is binary64 on 64-bit machines
 * and binary32 on 32-bit ones.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_NUMBER_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_NUMBER_H

#include "object/core/object.h"

/* Digits of any int, without conversion: valid while the int is alive and the view stays in place. */
struct ou_int_view {
    const uint32_t *digits; /* least significant first */
    size_t size;            /* no leading zero digit; 0 for 0 */
    bool negative;
    uint32_t small[2]; /* what digits points to for a small int */
};
void ou_int_view(ou_val v, struct ou_int_view *out);

/* v as an int: bools become 0 and 1, an instance of a subclass its int; OU_ABSENT for what is no int. */
ou_val ou_int_exact(ou_val v);
int ou_int_sign(ou_val v); /* -1, 0, 1 */
/* A fresh int from a magnitude, which is copied. */
ou_val ou_int_from_digits(struct ou_vm *vm, const uint32_t *digits, size_t n, bool negative) OU_MUST_CHECK;

/* Without big ints: the OverflowError of what fits no small int. */
ou_val ou_raise_too_large(struct ou_vm *vm);

#define OU_BIG_MAX_DIGITS ((size_t)1 << 26) /* 2^31 bits: more cannot be counted in an int32_t */
/* A block for n digits, which are not initialised; NULL: MemoryError is raised. */
struct ou_big *ou_big_new(struct ou_vm *vm, size_t n) OU_MUST_CHECK;
/* The int of the first n digits of such a block, which becomes part of it or is freed. */
ou_val ou_big_finish(struct ou_vm *vm, struct ou_big *big, size_t n, bool negative) OU_MUST_CHECK;
size_t ou_nat_trim(const uint32_t *digits, size_t n); /* n without leading zero digits */

/* The floats that self-tagging cannot hold and that need no block. */
extern const struct ou_float_object ou_float_zero, ou_float_minus_zero, ou_float_infinity,
    ou_float_minus_infinity, ou_float_nan;

/* What does not fit a word: one of the constants, or a fresh RAW block. */
ou_val ou_float_box(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;

static inline ou_val ou_float_from(struct ou_vm *vm, ou_float f)
{
    ou_val v = ou_flonum_try(f);
    return __builtin_expect(ou_is_flonum(v), 1) ? v : ou_float_box(vm, f);
}

/* v is exactly a float. */
static inline ou_float ou_float_get(ou_val v)
{
    return ou_is_flonum(v) ? ou_flonum_value(v) : ((const struct ou_float_object *)v)->value;
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_NUMBER_H */
