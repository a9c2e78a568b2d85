/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ints and floats as the interpreter itself uses them: making, and conversion to and from numbers of C.  Arithmetic,
 * texts and methods are in the room numbers/.
 */
#include "object/core/number.h"
#include "base/base.h"
#include <math.h>

#if OU_WITH_BIG_INT

size_t ou_nat_trim(const uint32_t *digits, size_t n)
{
    while (n > 0 && digits[n - 1] == 0)
        n--;
    return n;
}

void ou_int_view(ou_val v, struct ou_int_view *out)
{
    if (!ou_is_small(v)) {
        const struct ou_big *big = (const struct ou_big *)v;
        out->digits = big->digits;
        out->negative = big->size < 0;
        out->size = (size_t)(big->size < 0 ? -big->size : big->size);
        return;
    }
    ou_int n = ou_small_value(v);
    out->negative = n < 0;
    uint64_t magnitude = n < 0 ? (uint64_t)-n : (uint64_t)n;
    out->small[0] = (uint32_t)magnitude;
    out->small[1] = (uint32_t)(magnitude >> 32);
    out->digits = out->small;
    out->size = out->small[1] ? 2 : out->small[0] ? 1 : 0;
}

/* A block for n digits; NULL: raised. */
struct ou_big *ou_big_new(struct ou_vm *vm, size_t n)
{
    if (n > OU_BIG_MAX_DIGITS) {
        (void)ou_raise_memory(vm, n * sizeof(uint32_t));
        return NULL;
    }
    struct ou_big *big = ou_alloc(vm, sizeof *big + (n ? n : 1) * sizeof big->digits[0], OU_GC_RAW);
    if (big)
        big->type = OU_ROM(&ou_type_int);
    return big;
}

/* The value of a magnitude that may fit a small int. */
static bool small_from_digits(const uint32_t *digits, size_t n, bool negative, ou_val *out)
{
    if (n > OU_WORD_BITS / 32)
        return false;
    uint64_t m = n == 0 ? 0 : digits[0];
    if (n == 2)
        m |= (uint64_t)digits[1] << 32;
    if (m > (uint64_t)OU_SMALL_MAX + negative)
        return false;
    *out = ou_small(negative ? -(ou_int)m : (ou_int)m);
    return true;
}

/* Makes a fresh block the int with the first n digits of it: trims, frees it if a small int will do. */
ou_val ou_big_finish(struct ou_vm *vm, struct ou_big *big, size_t n, bool negative)
{
    size_t used = ou_nat_trim(big->digits, n);
    ou_val small;
    if (small_from_digits(big->digits, used, negative, &small)) {
        ou_gc_free(&vm->heap, big);
        return small;
    }
    if (n - used > 4)
        (void)ou_gc_realloc(&vm->heap, big, sizeof *big + used * sizeof big->digits[0], false);
    big->size = negative ? -(int32_t)used : (int32_t)used;
    return ou_from_ptr(big);
}

ou_val ou_int_from_digits(struct ou_vm *vm, const uint32_t *digits, size_t n, bool negative)
{
    n = ou_nat_trim(digits, n);
    ou_val small;
    if (small_from_digits(digits, n, negative, &small))
        return small;
    struct ou_big *big = ou_big_new(vm, n);
    if (!big)
        return OU_EXC;
    memcpy(big->digits, digits, n * sizeof *digits);
    return ou_big_finish(vm, big, n, negative);
}

ou_val ou_int_from_u64(struct ou_vm *vm, uint64_t n)
{
    uint32_t digits[2] = {(uint32_t)n, (uint32_t)(n >> 32)};
    return ou_int_from_digits(vm, digits, 2, false);
}

ou_val ou_int_from_i64(struct ou_vm *vm, int64_t n)
{
    if (n >= OU_SMALL_MIN && n <= OU_SMALL_MAX)
        return ou_small((ou_int)n);
    uint64_t m = n < 0 ? -(uint64_t)n : (uint64_t)n;
    uint32_t digits[2] = {(uint32_t)m, (uint32_t)(m >> 32)};
    return ou_int_from_digits(vm, digits, 2, n < 0);
}

ou_val ou_int_new(struct ou_vm *vm, ou_int n)
{
    return ou_small_fits(n) ? ou_small(n) : ou_int_from_i64(vm, n);
}

int ou_int_sign(ou_val v)
{
    if (ou_is_small(v))
        return (ou_int)v > 1 ? 1 : (ou_int)v < 0 ? -1 : 0;
    return ((const struct ou_big *)v)->size < 0 ? -1 : 1;
}

#else /* every int is a small int */

ou_val ou_raise_too_large(struct ou_vm *vm)
{
    return ou_raise(vm, &ou_exc_OverflowError, "int of more than %d bits in a build without big ints",
                    OU_WORD_BITS - 2);
}

ou_val ou_int_new(struct ou_vm *vm, ou_int n)
{
    return ou_small_fits(n) ? ou_small(n) : ou_raise_too_large(vm);
}

ou_val ou_int_from_i64(struct ou_vm *vm, int64_t n)
{
    return n >= OU_SMALL_MIN && n <= OU_SMALL_MAX ? ou_small((ou_int)n) : ou_raise_too_large(vm);
}

ou_val ou_int_from_u64(struct ou_vm *vm, uint64_t n)
{
    return n <= OU_SMALL_MAX ? ou_small((ou_int)n) : ou_raise_too_large(vm);
}

int ou_int_sign(ou_val v) { return (ou_int)v > 1 ? 1 : (ou_int)v < 0 ? -1 : 0; }

#endif /* OU_WITH_BIG_INT */

/* -- conversion -- */

ou_val ou_int_exact(ou_val v)
{
    if (ou_is_small(v) || ou_is(v, &ou_type_int))
        return v;
    if (ou_is_bool(v))
        return ou_small(v == OU_TRUE);
    return ou_is_ptr(v) ? ou_cast_native(v, &ou_type_int) : OU_ABSENT;
}

bool ou_is_int(ou_val v) { return ou_is_small(v) || ou_is_bool(v) || ou_is(v, &ou_type_int); }

ou_val ou_index(struct ou_vm *vm, ou_val v)
{
    if (ou_is_small(v))
        return v;
    ou_val n = ou_int_exact(v);
    if (n != OU_ABSENT)
        return n;
    ou_val self, method = ou_get_special(vm, v, OU_S(__index__), &self);
    if (method == OU_EXC)
        return OU_EXC;
    if (method == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
    ou_val result = self == OU_ABSENT ? ou_call_0(vm, method) : ou_call_1(vm, method, self);
    if (result == OU_EXC)
        return OU_EXC;
    n = ou_int_exact(result);
    if (n == OU_ABSENT)
        return ou_raise(vm, &ou_exc_TypeError, "__index__ returned non-int (type %T)", result);
    return n;
}

static bool big_to_i64(ou_val v, int64_t *out)
{
    if (!OU_WITH_BIG_INT) {
        *out = ou_small_value(v);
        return true;
    }
    struct ou_int_view a;
    ou_int_view(v, &a);
    if (a.size > 2)
        return false;
    uint64_t m = a.size == 0 ? 0 : a.digits[0];
    if (a.size == 2)
        m |= (uint64_t)a.digits[1] << 32;
    if (m > (uint64_t)INT64_MAX + a.negative)
        return false;
    *out = a.negative ? (int64_t)(0 - m) : (int64_t)m;
    return true;
}

int ou_to_i64(struct ou_vm *vm, ou_val v, int64_t *out)
{
    v = ou_index(vm, v);
    if (v == OU_EXC)
        return -1;
    if (!big_to_i64(v, out))
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "int too big to convert"));
    return 0;
}

int ou_to_int(struct ou_vm *vm, ou_val v, ou_int *out)
{
    if (ou_is_small(v)) {
        *out = ou_small_value(v);
        return 0;
    }
    v = ou_index(vm, v);
    if (v == OU_EXC)
        return -1;
    int64_t n;
    if (!big_to_i64(v, &n) || n > INTPTR_MAX || n < INTPTR_MIN)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "Python int too large to convert to C ssize_t"));
    *out = (ou_int)n;
    return 0;
}

int ou_to_int_clamp(struct ou_vm *vm, ou_val v, ou_int *out)
{
    v = ou_index(vm, v);
    if (v == OU_EXC)
        return -1;
    int64_t n;
    if (!big_to_i64(v, &n))
        n = ou_int_sign(v) < 0 ? INT64_MIN : INT64_MAX;
    *out = n > INTPTR_MAX ? INTPTR_MAX : n < INTPTR_MIN ? INTPTR_MIN : (ou_int)n;
    return 0;
}

/* -- floats -- */

#if OU_WITH_FLOAT

#define BOXED(object, number) \
    OU_ROM_ALIGN const struct ou_float_object object = {OU_ROM(&ou_type_float), number}
BOXED(ou_float_zero, 0);
BOXED(ou_float_minus_zero, -(ou_float)0.0);
BOXED(ou_float_infinity, INFINITY);
BOXED(ou_float_minus_infinity, -INFINITY);
BOXED(ou_float_nan, NAN);

/* Every NaN is an object of its own: containers compare by identity first. */
ou_val ou_float_box(struct ou_vm *vm, ou_float f)
{
    if (f == 0)
        return OU_ROM(signbit(f) ? &ou_float_minus_zero : &ou_float_zero);
    if (isinf(f))
        return OU_ROM(f < 0 ? &ou_float_minus_infinity : &ou_float_infinity);
    struct ou_float_object *o = ou_alloc(vm, sizeof *o, OU_GC_RAW);
    if (!o)
        return OU_EXC;
    o->type = OU_ROM(&ou_type_float);
    o->value = f;
    return ou_from_ptr(o);
}

ou_val ou_float_new(struct ou_vm *vm, ou_float f) { return ou_float_from(vm, f); }

bool ou_is_float(ou_val v) { return ou_is_flonum(v) || ou_is(v, &ou_type_float); }

ou_float ou_float_value(ou_val v)
{
    ou_assert_api(ou_is_float(v));
    return ou_float_get(v);
}

#endif /* OU_WITH_FLOAT */
