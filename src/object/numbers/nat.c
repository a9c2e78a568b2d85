/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Arithmetic of natural numbers, as arrays of digits of 32 bits, the least first: schoolbook and, from KARATSUBA digits on,
 * Karatsuba multiplication; Knuth's algorithm D for division.
 */
#include "object/numbers/nat.h"
#include "base/base.h"
#include "object/numbers/int.h"

#define KARATSUBA 40

int ou_nat_compare(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
    if (na != nb)
        return na < nb ? -1 : 1;
    for (size_t i = na; i-- > 0;)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

/* r = a + b, na >= nb; r has na digits; returns the carry.  r may be a or b. */
uint32_t ou_nat_add(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
    uint64_t carry = 0;
    size_t i = 0;
    for (; i < nb; i++) {
        carry += (uint64_t)a[i] + b[i];
        r[i] = (uint32_t)carry;
        carry >>= 32;
    }
    for (; i < na; i++) {
        carry += a[i];
        r[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

/* r = a - b, a >= b; r has na digits.  r may be a or b. */
void ou_nat_sub(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
    uint64_t borrow = 0;
    size_t i = 0;
    for (; i < nb; i++) {
        uint64_t t = (uint64_t)a[i] - b[i] - borrow;
        r[i] = (uint32_t)t;
        borrow = t >> 63;
    }
    for (; i < na; i++) {
        uint64_t t = (uint64_t)a[i] - borrow;
        r[i] = (uint32_t)t;
        borrow = t >> 63;
    }
}

uint32_t ou_nat_mul_small(uint32_t *r, const uint32_t *a, size_t n, uint32_t factor, uint32_t add)
{
    uint64_t carry = add;
    for (size_t i = 0; i < n; i++) {
        carry += (uint64_t)a[i] * factor;
        r[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

uint32_t ou_nat_div_small(uint32_t *r, const uint32_t *a, size_t n, uint32_t divisor)
{
    uint64_t rest = 0;
    for (size_t i = n; i-- > 0;) {
        rest = rest << 32 | a[i];
        r[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint32_t)rest;
}

#if OU_WORD_BITS == 64 && defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* Two digits at a time: a quarter of the multiplications. */
#define DIGITS_PER_ROW 2
typedef unsigned __int128 wide;

static inline uint64_t load_two(const uint32_t *p)
{
    uint64_t d;
    memcpy(&d, p, sizeof d);
    return d;
}

/* r[0..n) += a * factor; returns what belongs to r[n] on. */
static uint64_t nat_row(uint32_t *r, const uint32_t *a, size_t n, uint64_t factor)
{
    uint64_t carry = 0;
    size_t i = 0;
    for (; i + 2 <= n; i += 2) {
        wide t = (wide)load_two(a + i) * factor + load_two(r + i) + carry;
        uint64_t low = (uint64_t)t;
        memcpy(r + i, &low, sizeof low);
        carry = (uint64_t)(t >> 64);
    }
    if (i < n) {
        wide t = (wide)a[i] * factor + r[i] + carry;
        r[i] = (uint32_t)t;
        carry = (uint64_t)(t >> 32);
    }
    return carry;
}
#else
#define DIGITS_PER_ROW 1
static uint32_t nat_row(uint32_t *r, const uint32_t *a, size_t n, uint32_t factor)
{
    uint32_t carry = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t t = (uint64_t)a[i] * factor + r[i] + carry;
        r[i] = (uint32_t)t;
        carry = (uint32_t)(t >> 32);
    }
    return carry;
}
#endif

/* r = a * b, na + nb digits, not overlapping a or b; 0 or -1. */
static int nat_mul_school(struct ou_vm *vm, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b,
                          size_t nb)
{
    memset(r, 0, na * sizeof *r);
    size_t j = 0;
#if DIGITS_PER_ROW == 2
    for (; j + 2 <= nb; j += 2) {
        uint64_t carry = nat_row(r + j, a, na, load_two(b + j));
        memcpy(r + j + na, &carry, sizeof carry);
    }
#endif
    for (; j < nb; j++) {
        r[j + na] = (uint32_t)nat_row(r + j, a, na, b[j]);
        if (!OU_WITH_FAST_BIG_INT && ou_interrupted(vm)) /* otherwise nb is small */
            return -1;
    }
    (void)vm;
    return 0;
}

/* r = |a - b| with na digits, na >= nb; true if a < b. */
static bool nat_difference(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
    size_t ta = ou_nat_trim(a, na), tb = ou_nat_trim(b, nb);
    bool less = ou_nat_compare(a, ta, b, tb) < 0;
    size_t n = less ? tb : ta;
    if (less)
        ou_nat_sub(r, b, tb, a, ta);
    else
        ou_nat_sub(r, a, ta, b, tb);
    memset(r + n, 0, (na - n) * sizeof *r);
    return less;
}

/* r[0..nr) += a, the sum fits. */
static void nat_add_into(uint32_t *r, size_t nr, const uint32_t *a, size_t na)
{
    na = ou_nat_trim(a, na);
    ou_nat_add(r, r, nr, a, na);
}

/* r = a * b, both of n digits; scratch: 6 n + 128 digits; 0 or -1. */
static int nat_karatsuba(struct ou_vm *vm, uint32_t *r, const uint32_t *a, const uint32_t *b, size_t n,
                         uint32_t *scratch)
{
    if (n < KARATSUBA)
        return nat_mul_school(vm, r, a, n, b, n);
    size_t high = n / 2, low = n - high;
    if (ou_interrupted(vm) || nat_karatsuba(vm, r, a, b, low, scratch) < 0 ||
        nat_karatsuba(vm, r + 2 * low, a + low, b + low, high, scratch) < 0)
        return -1;
    uint32_t *da = scratch, *db = scratch + low, *product = scratch + 2 * low, *rest = scratch + 4 * low;
    bool opposite = nat_difference(da, a, low, a + low, high) != nat_difference(db, b, low, b + low, high);
    if (nat_karatsuba(vm, product, da, db, low, rest) < 0)
        return -1;
    /* middle = low * low + high * high - (a0 - a1)(b0 - b1) */
    size_t n_middle = 2 * low + 1;
    memcpy(rest, r, 2 * low * sizeof *r);
    rest[2 * low] = 0;
    nat_add_into(rest, n_middle, r + 2 * low, 2 * high);
    if (opposite)
        nat_add_into(rest, n_middle, product, 2 * low);
    else
        ou_nat_sub(rest, rest, n_middle, product, 2 * low);
    nat_add_into(r + low, 2 * n - low, rest, n_middle);
    return 0;
}

/* The same with nb >= KARATSUBA; 0 or -1. */
OU_MAYBE_UNUSED static int nat_mul_long(struct ou_vm *vm, uint32_t *r, const uint32_t *a, size_t na,
                                        const uint32_t *b, size_t nb)
{
    uint32_t *scratch = ou_alloc(vm, (8 * nb + 128) * sizeof *scratch, OU_GC_RAW);
    if (!scratch)
        return -1;
    uint32_t *product = scratch + 6 * nb + 128;
    memset(r, 0, (na + nb) * sizeof *r);
    int result = 0;
    for (size_t i = 0; i < na && result == 0; i += nb) {
        size_t n = na - i < nb ? na - i : nb;
        if (n == nb)
            result = nat_karatsuba(vm, product, a + i, b, nb, scratch);
        else
            result = ou_nat_mul(vm, product, b, nb, a + i, n);
        if (result == 0)
            nat_add_into(r + i, na + nb - i, product, n + nb);
    }
    ou_gc_free(&vm->heap, scratch);
    return result;
}

/* r = a * b, na + nb digits, not overlapping; 0 or -1. */
int ou_nat_mul(struct ou_vm *vm, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
    if (na < nb) {
        const uint32_t *t = a;
        a = b;
        b = t;
        size_t n = na;
        na = nb;
        nb = n;
    }
    if (OU_WITH_FAST_BIG_INT && nb >= KARATSUBA)
        return nat_mul_long(vm, r, a, na, b, nb);
    return nat_mul_school(vm, r, a, na, b, nb);
}

/* r = a << shift, shift < 32; n digits; returns what is shifted out.  r may be a. */
uint32_t ou_nat_shift_left(uint32_t *r, const uint32_t *a, size_t n, unsigned shift)
{
    uint32_t out = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t t = (uint64_t)a[i] << shift | out;
        r[i] = (uint32_t)t;
        out = (uint32_t)(t >> 32);
    }
    return out;
}

void ou_nat_shift_right(uint32_t *r, const uint32_t *a, size_t n, unsigned shift)
{
    uint32_t in = 0;
    for (size_t i = n; i-- > 0;) {
        uint64_t t = ((uint64_t)in << 32 | a[i]) >> shift;
        in = a[i];
        r[i] = (uint32_t)t;
    }
}

/* Knuth's algorithm D.  u has nu + 1 digits and becomes the remainder; v has its top bit set and at
 * least 2 digits; q receives nu - nv + 1 digits, nu >= nv; q may be NULL.  0 or -1. */
int ou_nat_divide(struct ou_vm *vm, uint32_t *q, uint32_t *u, size_t nu, const uint32_t *v, size_t nv)
{
    uint32_t top = v[nv - 1], second = v[nv - 2];
    for (size_t j = nu - nv + 1; j-- > 0;) {
        if (nv > 64 && ou_interrupted(vm))
            return -1;
        uint64_t numerator = (uint64_t)u[j + nv] << 32 | u[j + nv - 1];
        uint64_t estimate, rest;
        if (u[j + nv] >= top) {
            estimate = 0xffffffff;
            rest = numerator - estimate * top;
        } else {
            estimate = numerator / top;
            rest = numerator % top;
        }
        while (rest <= 0xffffffff && estimate * second > (rest << 32 | u[j + nv - 2])) {
            estimate--;
            rest += top;
        }
        uint64_t borrow = 0;
        for (size_t i = 0; i < nv; i++) {
            uint64_t p = estimate * v[i] + borrow;
            uint32_t low = (uint32_t)p;
            borrow = (p >> 32) + (u[i + j] < low);
            u[i + j] -= low;
        }
        bool negative = u[j + nv] < borrow;
        u[j + nv] -= (uint32_t)borrow;
        if (negative) {
            estimate--;
            u[j + nv] += ou_nat_add(u + j, u + j, nv, v, nv);
        }
        if (q)
            q[j] = (uint32_t)estimate;
    }
    return 0;
}
