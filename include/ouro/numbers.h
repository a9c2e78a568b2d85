/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ints and floats.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_NUMBERS_H
#define OURO_INCLUDED_INCLUDE_OURO_NUMBERS_H

#include <ouro/errors.h>

ou_val ou_int_new(struct ou_vm *vm, ou_int n) OU_MUST_CHECK;
ou_val ou_int_from_i64(struct ou_vm *vm, int64_t n) OU_MUST_CHECK;
ou_val ou_int_from_u64(struct ou_vm *vm, uint64_t n) OU_MUST_CHECK;
/* Truncates; OverflowError/ValueError for inf, nan. */
ou_val ou_int_from_float(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;
/* From text in a base (2..36, or 0: by prefix), underscores allowed; OU_UNBOUND if malformed. */
ou_val ou_int_parse(struct ou_vm *vm, const char *text, size_t n, int base) OU_MUST_CHECK;
/* Little- or big-endian two's complement bytes. */
ou_val ou_int_from_bytes(struct ou_vm *vm, const uint8_t *data, size_t n, bool big_endian,
                         bool is_signed) OU_MUST_CHECK;
int ou_int_to_bytes(struct ou_vm *vm, ou_val v, uint8_t *out, size_t n, bool big_endian,
                    bool is_signed) OU_MUST_CHECK; /* OverflowError */
/* An int, bool or object with __index__ as a machine int; errors: TypeError "'T' object cannot be
 * interpreted as an integer", OverflowError. */
int ou_to_int(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
int ou_to_i64(struct ou_vm *vm, ou_val v, int64_t *out) OU_MUST_CHECK;
/* The same, clamped instead of OverflowError (slices, repetition). */
int ou_to_int_clamp(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
ou_val ou_index(struct ou_vm *vm, ou_val v) OU_MUST_CHECK; /* v if int (bools become ints), else __index__ */
bool ou_is_int(ou_val v); /* small or big int or bool; not instances of subclasses */
/* v = result * 2^*exponent, 0.5 <= |result| < 1 (or 0), v an int of any size as ou_index gives it. No
 * collection. */
ou_float ou_int_frexp(ou_val v, ou_int *exponent);
ou_val ou_float_new(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;
/* int, float, __float__, __index__ */
int ou_to_float(struct ou_vm *vm, ou_val v, ou_float *out) OU_MUST_CHECK;
/* Exactly float. */
#if OU_WITH_FLOAT
bool ou_is_float(ou_val v);
#else
static inline bool ou_is_float(ou_val v) { return (void)v, false; }
#endif
extern const struct ou_float_object ou_float_infinity, ou_float_nan; /* float('inf'), float('nan') */
ou_float ou_float_value(ou_val v);                                   /* v must be exactly float */
/* f truncated, |f| below 2^63.  (libgcc's conversion of binary32 goes through binary64, which no 32-bit build has a use
 * for otherwise.) */
int64_t ou_float_to_i64(ou_float f);
/* From and to the bits of an IEEE binary64, as files and struct have them; rounded where ou_float is binary32. */
ou_float ou_float_from_binary64(uint64_t bits);
uint64_t ou_float_to_binary64(ou_float f);
/* Parses all of text as Python's float(); false if malformed. */
bool ou_float_parse(const char *text, size_t n, ou_float *out);
/* Appends to out (at least 400 bytes): repr of a float ('r'), or with a precision as %e %f %g; the number
 * of chars.  Shortest round trip for ou_float's precision. alternate: '#' flag. */
size_t ou_float_print(char *out, size_t capacity, ou_float d, char format, int precision, bool alternate);

#endif /* OURO_INCLUDED_INCLUDE_OURO_NUMBERS_H */
