/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What is asked of the digits of a long int: its hash, its value as a float or as bytes.  int_small.c stands in for it.
 */
#include "object/numbers/float.h"
#include "object/numbers/int.h"
#include <math.h>

/* -- hash: the value modulo a Mersenne prime, so that equal ints and floats have equal hashes -- */

#if OU_WORD_BITS == 64
#define HASH_BITS 61
#else
#define HASH_BITS 31
#endif
#define HASH_MODULUS (((uint64_t)1 << HASH_BITS) - 1)

ou_int ou_int_hash(ou_val v)
{
    if (ou_is_small(v)) {
        ou_int n = ou_small_value(v);
        if (n < (ou_int)HASH_MODULUS && n > -(ou_int)HASH_MODULUS)
            return n == -1 ? -2 : n;
    }
    struct ou_int_view a;
    ou_int_view(v, &a);
    uint64_t x = 0;
    for (size_t i = a.size; i-- > 0;) {
#if HASH_BITS == 61
        x = ((x << 32) & HASH_MODULUS) | x >> (HASH_BITS - 32);
        x += a.digits[i];
        if (x >= HASH_MODULUS)
            x -= HASH_MODULUS;
#else
        x = (x << 32 | a.digits[i]) % HASH_MODULUS;
#endif
    }
    ou_int h = a.negative ? -(ou_int)x : (ou_int)x;
    return h == -1 ? -2 : h;
}

/* -- from and to C -- */

ou_val ou_int_from_float(struct ou_vm *vm, ou_float f)
{
    if (isnan(f))
        return ou_raise(vm, &ou_exc_ValueError, "cannot convert float NaN to integer");
    if (isinf(f))
        return ou_raise(vm, &ou_exc_OverflowError, "cannot convert float infinity to integer");
    const ou_float limit = OU_WORD_BITS == 64 ? 0x1p63 : 0x1p31f;
    if (f < limit && f > -limit)
        return ou_int_new(vm, (ou_int)f);
    int exponent;
    ou_int m = (ou_int)ou_float_mantissa(f, &exponent);
    return ou_int_shift_left(vm, ou_small(f < 0 ? -m : m), (size_t)exponent);
}

ou_val ou_int_from_bytes(struct ou_vm *vm, const uint8_t *data, size_t n, bool big_endian, bool is_signed)
{
    size_t words = (n + 3) / 4;
    uint32_t local[4], *digits = local;
    bool negative = is_signed && n > 0 && (data[big_endian ? 0 : n - 1] & 0x80);
    if (words > 4 && !(digits = ou_alloc(vm, words * sizeof *digits, OU_GC_RAW)))
        return OU_EXC;
    memset(digits, negative ? 0xff : 0, words * sizeof *digits);
    for (size_t i = 0; i < n; i++) {
        unsigned shift = 8 * (unsigned)(i % 4);
        uint32_t byte = data[big_endian ? n - 1 - i : i];
        digits[i / 4] = (digits[i / 4] & ~((uint32_t)0xff << shift)) | byte << shift;
    }
    uint64_t carry = 1;
    for (size_t i = 0; negative && i < words; i++) {
        carry += (uint32_t)~digits[i];
        digits[i] = (uint32_t)carry;
        carry >>= 32;
    }
    ou_val v = ou_int_from_digits(vm, digits, words, negative);
    if (digits != local)
        ou_gc_free(&vm->heap, digits);
    return v;
}

int ou_int_to_bytes(struct ou_vm *vm, ou_val v, uint8_t *out, size_t n, bool big_endian, bool is_signed)
{
    v = ou_index(vm, v);
    if (v == OU_EXC)
        return -1;
    struct ou_int_view a;
    ou_int_view(v, &a);
    if (a.negative && !is_signed)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "can't convert negative int to unsigned"));
    uint64_t carry = a.negative;
    uint32_t mask = a.negative ? ~(uint32_t)0 : 0, digit = mask;
    bool fits = a.size <= (n + 3) / 4;
    for (size_t i = 0; i < n && fits; i++) {
        if (i % 4 == 0) {
            carry += (i / 4 < a.size ? a.digits[i / 4] : 0) ^ mask;
            digit = (uint32_t)carry;
            carry >>= 32;
        }
        out[big_endian ? n - 1 - i : i] = (uint8_t)(digit >> (8 * (i % 4)));
    }
    if (fits && n % 4 != 0) /* what is left of the last digit must be sign only */
        fits = digit >> (8 * (n % 4)) == mask >> (8 * (n % 4));
    if (fits && is_signed && n > 0)
        fits = ((out[big_endian ? 0 : n - 1] & 0x80) != 0) == a.negative;
    if (n == 0)
        fits = a.size == 0 || (is_signed && v == ou_small(-1));
    if (!fits)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "int too big to convert"));
    return 0;
}
