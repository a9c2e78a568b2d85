/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module array: the items of an array, from and to values, and how their number changes.
 */
#include "modules/mod_array.h"

char ou_array_typecode_of(ou_val a) { return (char)ou_small_value(ou_field(a, ARRAY_TYPECODE)); }

/* Bytes of an item; 0: no such typecode. */
size_t ou_array_code_size(char code)
{
    switch (code) {
    case 'b':
    case 'B': return 1;
    case 'h':
    case 'H': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L': return sizeof(long);
    case 'q':
    case 'Q':
    case 'd': return 8;
    default: return 0;
    }
}

size_t ou_array_size_of(ou_val a) { return ou_array_code_size(ou_array_typecode_of(a)); }

/* Items and their number; no collection. */
uint8_t *ou_array_items_of(ou_val a, size_t *n)
{
    uint8_t *data = ou_bytearray_data(ou_field(a, ARRAY_STORAGE), n);
    *n /= ou_array_size_of(a);
    return data;
}

size_t ou_array_length_of(ou_val a)
{
    size_t n;
    ou_array_items_of(a, &n);
    return n;
}

int ou_array_resize(struct ou_vm *vm, ou_val a, size_t n)
{
    size_t size = ou_array_size_of(a);
    if (n > (size_t)PTRDIFF_MAX / size)
        return ou_fail(ou_raise_memory(vm, SIZE_MAX));
    return ou_bytearray_resize(vm, ou_field(a, ARRAY_STORAGE), n * size);
}

void ou_array_trim(struct ou_vm *vm, ou_val a) { ou_bytearray_trim(vm, ou_field(a, ARRAY_STORAGE)); }

ou_val ou_array_new(struct ou_vm *vm, char code, const void *items, size_t n)
{
    ou_val storage = ou_bytearray_new(vm, items, n * ou_array_code_size(code));
    ou_val a = storage == OU_EXC ? OU_EXC : ou_object_new(vm, &ou_type_array, ARRAY_WORDS, false);
    if (a != OU_EXC) {
        ou_field_set(vm, a, ARRAY_TYPECODE, ou_small(code));
        ou_field_set(vm, a, ARRAY_STORAGE, storage);
    }
    return a;
}

/* -- items -- */

ou_val ou_array_item_load(struct ou_vm *vm, char code, const uint8_t *p)
{
    union ou_array_item x;
    switch (code) {
    case 'b': return ou_small(*(const int8_t *)p);
    case 'B': return ou_small(*p);
    case 'h': memcpy(&x.h, p, sizeof x.h); return ou_small(x.h);
    case 'H': memcpy(&x.H, p, sizeof x.H); return ou_small(x.H);
    case 'i': memcpy(&x.i, p, sizeof x.i); return ou_int_from_i64(vm, x.i);
    case 'I': memcpy(&x.I, p, sizeof x.I); return ou_int_from_u64(vm, x.I);
    case 'l': memcpy(&x.l, p, sizeof x.l); return ou_int_from_i64(vm, x.l);
    case 'L': memcpy(&x.L, p, sizeof x.L); return ou_int_from_u64(vm, x.L);
    case 'q': memcpy(&x.q, p, sizeof x.q); return ou_int_from_i64(vm, x.q);
    case 'Q': memcpy(&x.Q, p, sizeof x.Q); return ou_int_from_u64(vm, x.Q);
    case 'f': memcpy(&x.f, p, sizeof x.f); return ou_float_new(vm, (ou_float)x.f);
    default: memcpy(&x.Q, p, sizeof x.Q); return ou_float_new(vm, ou_float_from_binary64(x.Q));
    }
}

static int overflow(struct ou_vm *vm, const char *text, const char *more)
{
    return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "%s%s", text, more));
}

/* The value as 64 bits, checked against the typecode's range with CPython's messages. */
static int int_bits(struct ou_vm *vm, char code, ou_val v, uint64_t *out)
{
    bool is_unsigned = code == 'I' || code == 'L' || code == 'Q';
    v = ou_index(vm, v);
    if (v == OU_EXC)
        return -1;
    uint8_t bytes[8];
    bool negative = ou_compare_truth(vm, OU_CMP_LT, v, ou_small(0)) == 1;
    if (negative && is_unsigned)
        return overflow(vm,
                        code == 'Q' ? "can't convert negative int to unsigned"
                                    : "can't convert negative value to unsigned int",
                        "");
    const char *too_large = code == 'q' || code == 'Q' ? "int too big to convert"
                            : is_unsigned              ? "Python int too large to convert to C unsigned long"
                                                       : "Python int too large to convert to C long";
    if (ou_int_to_bytes(vm, v, bytes, 8, false, !is_unsigned) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_OverflowError))
            return -1;
        ou_exc_take(vm);
        return overflow(vm, too_large, "");
    }
    uint64_t n = 0;
    for (unsigned i = 8; i-- > 0;)
        n = n << 8 | bytes[i];
    *out = n;
    size_t size = ou_array_code_size(code);
    if (size == 8)
        return 0;
    uint64_t max = ((uint64_t)1 << (8 * size)) - 1;
    int64_t s = (int64_t)n, low = 0, high = (int64_t)max;
    if (code >= 'a') {
        high = (int64_t)(max >> 1);
        low = -high - 1;
    }
    if (is_unsigned ? n <= max : s >= low && s <= high)
        return 0;
    if (code == 'b' && s != (int16_t)s) /* CPython reads these as the next larger types first */
        code = 'h';
    else if (code == 'H' && s != (int32_t)s)
        code = 'i';
    if (code == 'l' || code == 'L')
        return overflow(vm, too_large, "");
    const char *kind = code == 'b'   ? "signed char"
                       : code == 'B' ? "unsigned byte integer"
                       : code == 'h' ? "signed short integer"
                       : code == 'H' ? "unsigned short"
                       : code == 'i' ? "signed integer"
                                     : "unsigned int";
    return overflow(vm, kind, !is_unsigned && s < low ? " is less than minimum" : " is greater than maximum");
}

/* Converts a value to an item of size bytes in out. */
int ou_array_item_convert(struct ou_vm *vm, char code, ou_val v, union ou_array_item *out)
{
    uint64_t n = 0;
    if (code == 'f' || code == 'd') {
        ou_float d;
        if (ou_to_float(vm, v, &d) < 0)
            return -1;
        if (code == 'd')
            out->Q = ou_float_to_binary64(d);
        else
            out->f = (float)d;
        return 0;
    }
    if (int_bits(vm, code, v, &n) < 0)
        return -1;
    switch (ou_array_code_size(code)) {
    case 1: out->B = (uint8_t)n; break;
    case 2: out->H = (uint16_t)n; break;
    case 4: out->I = (uint32_t)n; break;
    default: out->Q = n; break;
    }
    return 0;
}

/* Makes room for `count` items at place `at`, or takes them out if negative. */
int ou_array_open_gap(struct ou_vm *vm, ou_val a, size_t at, ou_int count)
{
    size_t n = ou_array_length_of(a), size = ou_array_size_of(a), ignored;
    if (count > 0) {
        if (ou_array_resize(vm, a, n + (size_t)count) < 0)
            return -1;
        uint8_t *p = ou_array_items_of(a, &ignored);
        memmove(p + (at + (size_t)count) * size, p + at * size, (n - at) * size);
        return 0;
    }
    uint8_t *p = ou_array_items_of(a, &ignored);
    size_t gone = (size_t)-count;
    memmove(p + at * size, p + (at + gone) * size, (n - at - gone) * size);
    return gone ? ou_array_resize(vm, a, n - gone) : 0;
}

int ou_array_insert_at(struct ou_vm *vm, ou_val a, size_t at, const union ou_array_item *x)
{
    size_t n;
    if (ou_array_open_gap(vm, a, at, 1) < 0)
        return -1;
    uint8_t *p = ou_array_items_of(a, &n);
    memcpy(p + at * ou_array_size_of(a), x, ou_array_size_of(a));
    return 0;
}

int ou_array_append(struct ou_vm *vm, ou_val a, ou_val v)
{
    union ou_array_item x;
    if (ou_array_item_convert(vm, ou_array_typecode_of(a), v, &x) < 0)
        return -1;
    return ou_array_insert_at(vm, a, ou_array_length_of(a), &x);
}

int ou_array_append_bytes(struct ou_vm *vm, ou_val a, ou_val source)
{
    struct ou_buffer b;
    if (ou_get_buffer(vm, source, &b) < 0)
        return -1;
    size_t size = ou_array_size_of(a), n = ou_array_length_of(a), ignored;
    if (b.size % size != 0)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "bytes length not a multiple of item size"));
    size_t count = b.size / size;
    if (count == 0)
        return 0;
    if (ou_array_resize(vm, a, n + count) < 0 || ou_get_buffer(vm, source, &b) < 0) /* it may be a itself */
        return -1;
    memcpy(ou_array_items_of(a, &ignored) + n * size, b.data, count * size);
    return 0;
}

int ou_array_extend(struct ou_vm *vm, ou_val a, ou_val source)
{
    ou_val other = ou_cast_native(source, &ou_type_array);
    if (other != OU_ABSENT) {
        if (ou_array_typecode_of(other) != ou_array_typecode_of(a))
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "can only extend with array of same kind"));
        return ou_array_append_bytes(vm, a, other);
    }
    ou_val iterator = ou_iter(vm, source), v;
    if (iterator == OU_EXC)
        return -1;
    while ((v = ou_next(vm, iterator)) != OU_STOP)
        if (v == OU_EXC || ou_array_append(vm, a, v) < 0)
            return -1;
    return 0;
}
