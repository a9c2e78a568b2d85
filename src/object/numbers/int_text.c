/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ints from and to text.
 *
 * Bases that are powers of two are linear.  All others go digit group by digit group, which is
 * quadratic; the limit of 4300 digits (CPython's, with its message) bounds that to about 100,000 steps.
 */
#include "object/numbers/int.h"
#include "object/unicode/unicode.h"

#if OU_WITH_BIG_INT

static unsigned log2_of_base(int base) /* 0 if it is no power of two */
{
    return (base & (base - 1)) == 0 ? (unsigned)__builtin_ctz((unsigned)base) : 0;
}

/* The largest power of base in 32 bits, and its exponent. */
static uint32_t group_of(int base, unsigned *exponent)
{
    uint32_t power = (uint32_t)base;
    *exponent = 1;
    while ((uint64_t)power * (unsigned)base <= UINT32_MAX) {
        power *= (uint32_t)base;
        ++*exponent;
    }
    return power;
}

#endif /* OU_WITH_BIG_INT */

static char digit_char(unsigned d, bool upper)
{
    return (char)(d < 10 ? '0' + d : (upper ? 'A' : 'a') + d - 10);
}

/* -- to text -- */

static int small_to_text(ou_int n, unsigned base, bool upper, struct ou_builder *b)
{
    char text[OU_WORD_BITS + 2];
    size_t at = sizeof text;
    ou_val m = n < 0 ? -(ou_val)n : (ou_val)n;
    if (base == 10) {
        do {
            text[--at] = (char)('0' + m % 10);
            m /= 10;
        } while (m != 0);
    } else {
        do {
            text[--at] = digit_char((unsigned)(m % base), upper);
            m /= base;
        } while (m != 0);
    }
    if (n < 0)
        text[--at] = '-';
    return ou_builder_add(b, text + at, sizeof text - at);
}

#if OU_WITH_BIG_INT

static int bits_to_text(const struct ou_int_view *v, size_t bits, unsigned log2, bool upper,
                        struct ou_builder *b)
{
    size_t n = (bits + log2 - 1) / log2;
    uint8_t *out = ou_builder_reserve(b, n);
    if (!out)
        return -1;
    for (size_t i = 0; i < n; i++) {
        size_t bit = (n - 1 - i) * log2, word = bit / 32;
        uint64_t two = v->digits[word];
        if (word + 1 < v->size)
            two |= (uint64_t)v->digits[word + 1] << 32;
        out[i] = (uint8_t)digit_char((unsigned)(two >> (bit % 32)) & ((1u << log2) - 1), upper);
    }
    b->size += n;
    return 0;
}

static int too_long(struct ou_vm *vm)
{
    return ou_fail(ou_raise(vm, &ou_exc_ValueError,
                            "Exceeds the limit (%d digits) for integer string conversion; use "
                            "sys.set_int_max_str_digits() to increase the limit",
                            OU_INT_MAX_STR_DIGITS));
}

/* Writes a magnitude into text, from its end on; the number of characters, or -1. */
static ou_int groups_to_text(struct ou_vm *vm, const struct ou_int_view *v, int base, bool upper, char *text,
                             size_t capacity)
{
    unsigned group_digits;
    uint32_t group = group_of(base, &group_digits);
    uint32_t *rest = ou_alloc(vm, v->size * sizeof *rest, OU_GC_RAW);
    if (!rest)
        return -1;
    memcpy(rest, v->digits, v->size * sizeof *rest);
    size_t n = v->size, at = capacity;
    while (n > 0) {
        /* A constant divisor is several times faster. */
        uint32_t part;
        if (base == 10) {
            uint64_t carry = 0;
            for (size_t i = n; i-- > 0;) {
                carry = carry << 32 | rest[i];
                rest[i] = (uint32_t)(carry / 1000000000u);
                carry -= (uint64_t)rest[i] * 1000000000u;
            }
            part = (uint32_t)carry;
        } else {
            part = ou_nat_div_small(rest, rest, n, group);
        }
        n = ou_nat_trim(rest, n);
        for (unsigned i = 0; i < group_digits && (n > 0 || part > 0); i++) {
            text[--at] = digit_char(part % (unsigned)base, upper);
            part /= (unsigned)base;
        }
    }
    ou_gc_free(&vm->heap, rest);
    return (ou_int)(capacity - at);
}

int ou_int_to_text(struct ou_vm *vm, ou_val v, int base, bool upper, struct ou_builder *b)
{
    if (ou_is_small(v))
        return small_to_text(ou_small_value(v), (unsigned)base, upper, b);
    struct ou_int_view view;
    ou_int_view(v, &view);
    size_t bits = ou_int_bit_length(v);
    unsigned log2 = log2_of_base(base);
    if (log2 == 0 && bits > (size_t)OU_INT_MAX_STR_DIGITS * 6)
        return too_long(vm);
    if (view.negative && ou_builder_add_byte(b, '-') < 0)
        return -1;
    if (log2 != 0)
        return bits_to_text(&view, bits, log2, upper, b);
    /* log10(2) < 0.302; for base 3 the text is longest: 1 / log2(3) < 0.631 */
    size_t capacity = base == 10 ? bits * 302 / 1000 + 12 : bits * 631 / 1000 + 24;
    char local[128], *text = local;
    if (capacity > sizeof local && !(text = ou_alloc(vm, capacity, OU_GC_RAW)))
        return -1;
    ou_int n = groups_to_text(vm, &view, base, upper, text, capacity);
    int result = n < 0 ? -1 : n > OU_INT_MAX_STR_DIGITS ? too_long(vm) : 0;
    if (result == 0)
        result = ou_builder_add(b, text + capacity - n, (size_t)n);
    if (text != local)
        ou_gc_free(&vm->heap, text);
    return result;
}

#else

int ou_int_to_text(struct ou_vm *vm, ou_val v, int base, bool upper, struct ou_builder *b)
{
    (void)vm;
    return small_to_text(ou_small_value(v), (unsigned)base, upper, b);
}

#endif /* OU_WITH_BIG_INT */

/* -- from text -- */

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if ((c | 32) >= 'a' && (c | 32) <= 'z')
        return (c | 32) - 'a' + 10;
    return 99;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct scan {
    const char *text, *end; /* digits and underscores, from the first digit on */
    size_t count;           /* digits */
    int base;
    bool negative;
};

/* Reads the sign, prefix and shape; false: malformed. */
static bool scan_number(const char *p, size_t n, int base, struct scan *s)
{
    const char *end = p + n;
    while (p < end && is_blank(*p))
        p++;
    while (p < end && is_blank(end[-1]))
        end--;
    s->negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    bool must_be_zero = false;
    if (p + 1 < end && *p == '0') {
        char c = (char)(p[1] | 32);
        int prefix = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
        if (prefix != 0 && (base == 0 || base == prefix)) {
            base = prefix;
            p += 2;
            if (p < end && *p == '_')
                p++;
        } else if (base == 0) {
            must_be_zero = true;
        }
    }
    s->base = base == 0 ? 10 : base;
    s->text = p;
    s->end = end;
    s->count = 0;
    bool was_digit = false;
    for (; p < end; p++) {
        if (*p == '_') {
            if (!was_digit)
                return false;
            was_digit = false;
            continue;
        }
        int d = digit_value(*p);
        if (d >= s->base || (must_be_zero && d != 0))
            return false;
        was_digit = true;
        s->count++;
    }
    return was_digit;
}

#if OU_WITH_BIG_INT

static ou_val parse_bits(struct ou_vm *vm, const struct scan *s, unsigned log2)
{
    size_t n = (size_t)(((uint64_t)s->count * log2 + 31) / 32);
    uint32_t *digits = ou_alloc(vm, n * sizeof *digits, OU_GC_RAW);
    if (!digits)
        return OU_EXC;
    memset(digits, 0, n * sizeof *digits);
    size_t bit = 0;
    for (const char *p = s->end; p-- > s->text;) {
        if (*p == '_')
            continue;
        uint64_t d = (uint64_t)(unsigned)digit_value(*p) << (bit % 32);
        digits[bit / 32] |= (uint32_t)d;
        if (d >> 32)
            digits[bit / 32 + 1] |= (uint32_t)(d >> 32);
        bit += log2;
    }
    ou_val v = ou_int_from_digits(vm, digits, n, s->negative);
    ou_gc_free(&vm->heap, digits);
    return v;
}

static ou_val parse_groups(struct ou_vm *vm, const struct scan *s)
{
    unsigned group_digits;
    group_of(s->base, &group_digits);
    size_t capacity = s->count / group_digits + 2, n = 0;
    uint32_t *digits = ou_alloc(vm, capacity * sizeof *digits, OU_GC_RAW);
    if (!digits)
        return OU_EXC;
    uint32_t group = 0, scale = 1;
    unsigned in_group = 0;
    for (const char *p = s->text; p < s->end; p++) {
        if (*p != '_') {
            group = group * (unsigned)s->base + (unsigned)digit_value(*p);
            scale *= (unsigned)s->base;
            in_group++;
        }
        if (in_group == group_digits || (p + 1 == s->end && in_group > 0)) {
            uint32_t carry = ou_nat_mul_small(digits, digits, n, scale, group);
            if (carry)
                digits[n++] = carry;
            group = 0;
            scale = 1;
            in_group = 0;
        }
    }
    ou_val v = ou_int_from_digits(vm, digits, n, s->negative);
    ou_gc_free(&vm->heap, digits);
    return v;
}

ou_val ou_int_parse(struct ou_vm *vm, const char *text, size_t n, int base)
{
    struct scan s;
    if (!scan_number(text, n, base, &s))
        return OU_ABSENT;
    uint64_t m = 0;
    if (s.count <= 12) { /* 36^12 < 2^63 */
        for (const char *p = s.text; p < s.end; p++)
            if (*p != '_')
                m = m * (unsigned)s.base + (unsigned)digit_value(*p);
        return ou_int_from_i64(vm, s.negative ? -(int64_t)m : (int64_t)m);
    }
    unsigned log2 = log2_of_base(s.base);
    if (log2 != 0)
        return parse_bits(vm, &s, log2);
    if (s.count > OU_INT_MAX_STR_DIGITS)
        return ou_raise(
            vm, &ou_exc_ValueError,
            "Exceeds the limit (%d digits) for integer string conversion: value has %zd digits; use "
            "sys.set_int_max_str_digits() to increase the limit",
            OU_INT_MAX_STR_DIGITS, (ou_int)s.count);
    return parse_groups(vm, &s);
}

#else

ou_val ou_int_parse(struct ou_vm *vm, const char *text, size_t n, int base)
{
    struct scan s;
    if (!scan_number(text, n, base, &s))
        return OU_ABSENT;
    ou_int m = 0;
    for (const char *p = s.text; p < s.end; p++) {
        if (*p == '_')
            continue;
        if (m > (OU_SMALL_MAX + 1) / s.base) /* no int, whatever follows */
            return ou_int_new(vm, INTPTR_MAX);
        m = m * s.base + digit_value(*p);
    }
    return ou_int_new(vm, s.negative ? -m : m);
}

#endif /* OU_WITH_BIG_INT */

size_t ou_number_text(const char *text, size_t n, char *out, size_t capacity)
{
    const uint8_t *p = (const uint8_t *)text, *end = p + n;
    size_t size = 0, blanks_from = 0; /* out up to blanks_from ends in something else than a blank */
    while (p < end) {
        uint32_t c = ou_utf8_next(&p);
        int digit = c < 128 ? -1 : ou_unicode_digit(c);
        if (digit >= 0)
            c = '0' + (uint32_t)digit;
        if (ou_unicode_is_space(c)) {
            if (size == 0)
                continue;
            c = ' ';
        } else if (c >= 128) {
            return (size_t)-1;
        }
        if (size + 1 >= capacity)
            return (size_t)-1;
        out[size++] = (char)c;
        if (c != ' ')
            blanks_from = size;
    }
    out[blanks_from] = 0;
    return blanks_from;
}

/* Raises for a malformed literal: the value's repr, at most 200 characters of it. */
static ou_val bad_literal(struct ou_vm *vm, ou_val literal, int base)
{
    ou_val shown = ou_repr(vm, literal);
    if (shown == OU_EXC)
        return OU_EXC;
    size_t n;
    const char *text = ou_str_text(vm, shown, &n);
    if (n > 200) {
        shown = ou_str_new(vm, text, ou_utf8_offset((const uint8_t *)text, n, 200));
        if (shown == OU_EXC)
            return OU_EXC;
    }
    return ou_raise(vm, &ou_exc_ValueError, "invalid literal for int() with base %d: %v", base, shown);
}

/* A str, or something with a buffer; OU_ABSENT if it is neither. */
ou_val ou_int_from_text(struct ou_vm *vm, ou_val literal, int base)
{
    ou_val str = ou_cast_native(literal, &ou_type_str), v;
    if (str != OU_ABSENT) {
        size_t n;
        const char *text = ou_str_text(vm, str, &n);
        bool plain = true;
        for (size_t i = 0; i < n && plain; i++)
            plain = (text[i] & 0x80) == 0 && (text[i] < 0x1c || text[i] > 0x1f);
        if (plain) {
            v = ou_int_parse(vm, text, n, base);
        } else {
            char *copy = ou_alloc(vm, n + 2, OU_GC_RAW);
            if (!copy)
                return OU_EXC;
            size_t size = ou_number_text(text, n, copy, n + 2);
            v = size == (size_t)-1 ? OU_ABSENT : ou_int_parse(vm, copy, size, base);
            ou_gc_free(&vm->heap, copy);
        }
        return v == OU_ABSENT ? bad_literal(vm, literal, base) : v;
    }
    if (!ou_has_buffer(literal))
        return OU_ABSENT;
    struct ou_buffer buffer;
    if (ou_get_buffer(vm, literal, &buffer) < 0)
        return OU_EXC;
    v = ou_int_parse(vm, (const char *)buffer.data, buffer.size, base);
    if (v != OU_ABSENT)
        return v;
    literal = ou_bytes_new(vm, buffer.data, buffer.size);
    return literal == OU_EXC ? OU_EXC : bad_literal(vm, literal, base);
}
