/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ints and floats.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_NUMBERS_H
#define OURO_INCLUDED_INCLUDE_OURO_NUMBERS_H

#include <ouro/errors.h>

/* -- ints -- */
/* An int of any of these values.  MemoryError if it is no small int and there is no memory for it; OverflowError in a build
 * without large ints. */
ou_val ou_int_new(struct ou_vm *vm, ou_int n) OU_MUST_CHECK;
ou_val ou_int_from_i64(struct ou_vm *vm, int64_t n) OU_MUST_CHECK;
ou_val ou_int_from_u64(struct ou_vm *vm, uint64_t n) OU_MUST_CHECK;
/* int(f): truncated.  OverflowError for inf, ValueError for nan. */
ou_val ou_int_from_float(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;
/* int(text, base): base 2 to 36, or 0: by prefix.  Underscores are allowed.  OU_ABSENT if the text is malformed. */
ou_val ou_int_parse(struct ou_vm *vm, const char *text, size_t n, int base) OU_MUST_CHECK;
/* int.from_bytes, int.to_bytes (0, or -1 with OverflowError): n bytes, two's complement if signed. */
ou_val ou_int_from_bytes(struct ou_vm *vm, const uint8_t *data, size_t n, bool big_endian,
                         bool is_signed) OU_MUST_CHECK;
int ou_int_to_bytes(struct ou_vm *vm, ou_val v, uint8_t *out, size_t n, bool big_endian,
                    bool is_signed) OU_MUST_CHECK;
/* An int, bool or object with __index__ as a number of C.  0, or -1 with TypeError "'T' object cannot be interpreted as an
 * integer", or OverflowError. */
int ou_to_int(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
int ou_to_i64(struct ou_vm *vm, ou_val v, int64_t *out) OU_MUST_CHECK;
/* The same, clamped instead of OverflowError (slices, repetition). */
int ou_to_int_clamp(struct ou_vm *vm, ou_val v, ou_int *out) OU_MUST_CHECK;
/* v if it is an int (bools become ints), else what its __index__ gives. */
ou_val ou_index(struct ou_vm *vm, ou_val v) OU_MUST_CHECK;
/* Small int, large int or bool; not an instance of a derived class.  No collection. */
bool ou_is_int(ou_val v);
/* v = result * 2^*exponent, 0.5 <= |result| < 1 (or 0), v an int of any size as ou_index gives it.  No collection. */
ou_float ou_int_frexp(ou_val v, ou_int *exponent);

/* -- floats: binary64 on 64-bit machines, binary32 on 32-bit ones -- */
/* A float.  MemoryError if it must be boxed (ouro/value.h) and there is no memory. */
ou_val ou_float_new(struct ou_vm *vm, ou_float f) OU_MUST_CHECK;
/* float(v) of a number: int, float, or what has __float__ or __index__.  0, -1. */
int ou_to_float(struct ou_vm *vm, ou_val v, ou_float *out) OU_MUST_CHECK;
/* Exactly float; no collection. */
#if OU_WITH_FLOAT
bool ou_is_float(ou_val v);
#else
static inline bool ou_is_float(ou_val v) { return (void)v, false; }
#endif
/* The number; v must be exactly float.  No collection. */
ou_float ou_float_value(ou_val v);
/* float('inf'), float('nan'): constants. */
extern const struct ou_float_object ou_float_infinity, ou_float_nan;
/* f truncated, |f| below 2^63.  (libgcc's conversion of binary32 goes through binary64, which no 32-bit build has a use
 * for otherwise.) */
int64_t ou_float_to_i64(ou_float f);
/* From and to the bits of an IEEE binary64, as files and struct have them; rounded where ou_float is binary32. */
ou_float ou_float_from_binary64(uint64_t bits);
uint64_t ou_float_to_binary64(ou_float f);
/* Parses all of text as Python's float(); false if it is malformed. */
bool ou_float_parse(const char *text, size_t n, ou_float *out);
/* Writes a float as text: format 'r': as repr, the shortest text that gives the same number again; 'e', 'f', 'g' or a
 * capital: with a precision, as printf; alternate: its flag '#'.  The number of characters, of which no more than `capacity`
 * are written; without a NUL. */
size_t ou_float_print(char *out, size_t capacity, ou_float d, char format, int precision, bool alternate);

#endif /* OURO_INCLUDED_INCLUDE_OURO_NUMBERS_H */
