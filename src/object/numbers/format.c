/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * format(value, spec) for str, int and float: the mini-language
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type].
 */
#include "object/numbers/format.h"
#include "object/core/string.h"
#include "object/numbers/int.h"

struct spec {
    uint8_t fill[4], fill_n; /* UTF-8 */
    uint8_t align;           /* '<' '>' '=' '^' */
    uint8_t sign;            /* '+' '-' ' ', or 0 */
    uint8_t grouping;        /* ',' '_', or 0 */
    bool positive_zero, alternate;
    ou_int width, precision; /* -1: not given */
    uint32_t type;           /* 0: not given */
};

static ou_val raise_code(struct ou_vm *vm, uint32_t code, ou_val value)
{
    if (code > 32 && code < 128)
        return ou_raise(vm, &ou_exc_ValueError, "Unknown format code '%c' for object of type '%T'", (int)code,
                        value);
    return ou_raise(vm, &ou_exc_ValueError, "Unknown format code '\\x%x' for object of type '%T'",
                    (unsigned)code, value);
}

static bool is_align(uint8_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* A decimal number: true if there is one; *out is -2 if it is too large. */
static bool number(const uint8_t **p, const uint8_t *end, ou_int *out)
{
    const uint8_t *from = *p;
    ou_int n = 0;
    for (; *p < end && ou_ascii_is_digit(**p); ++*p)
        n = n < 0 || n > (INT32_MAX - 9) / 10 ? -2 : n * 10 + (**p - '0');
    if (*p > from)
        *out = n;
    return *p > from;
}

static int check_grouping(struct ou_vm *vm, const struct spec *s, uint32_t type)
{
    if (!s->grouping || !type || (type < 128 && strchr("defgEG%F", (int)type)) ||
        (s->grouping == '_' && type < 128 && strchr("boxX", (int)type)))
        return 0;
    if (type > 32 && type < 128)
        return ou_fail(
            ou_raise(vm, &ou_exc_ValueError, "Cannot specify '%c' with '%c'.", s->grouping, (int)type));
    return ou_fail(
        ou_raise(vm, &ou_exc_ValueError, "Cannot specify '%c' with '\\x%x'.", s->grouping, (unsigned)type));
}

static int parse(struct ou_vm *vm, struct spec *s, ou_val text, ou_val value, uint8_t align, uint32_t type)
{
    size_t n;
    const uint8_t *p = ou_str_data(vm, text, &n), *end = p + n;
    bool has_fill = false, has_align = false;
    *s = (struct spec){.fill = {' '}, .fill_n = 1, .align = align, .width = -1, .precision = -1};
    size_t first = n ? ou_utf8_length_of(*p) : 0;
    if (n > first && is_align(p[first])) {
        memcpy(s->fill, p, first);
        s->fill_n = (uint8_t)first;
        s->align = p[first];
        p += first + 1;
        has_fill = has_align = true;
    } else if (n && is_align(*p)) {
        s->align = *p++;
        has_align = true;
    }
    if (p < end && (*p == '+' || *p == '-' || *p == ' '))
        s->sign = *p++;
    if (p < end && *p == 'z')
        s->positive_zero = *p++;
    if (p < end && *p == '#')
        s->alternate = *p++;
    if (!has_fill && p < end && *p == '0') {
        s->fill[0] = '0';
        if (!has_align && align == '>')
            s->align = '=';
        p++;
    }
    number(&p, end, &s->width);
    if (p < end && (*p == ',' || *p == '_')) {
        s->grouping = *p++;
        if (p < end && (*p == ',' || *p == '_') && (*p != s->grouping))
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Cannot specify both ',' and '_'."));
    }
    if (p < end && *p == '.') {
        p++;
        if (!number(&p, end, &s->precision))
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Format specifier missing precision"));
    }
    if (s->width == -2 || s->precision == -2)
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Too many decimal digits in format string"));
    if (p < end) {
        s->type = ou_utf8_next(&p);
        if (p < end)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError,
                                    "Invalid format specifier '%v' for object of type '%T'", text, value));
        type = s->type;
    }
    return check_grouping(vm, s, type);
}

static void add_fill(struct ou_builder *b, const struct spec *s, ou_int count)
{
    if (count <= 0)
        return;
    if (s->fill_n == 1)
        ou_builder_add_fill(b, s->fill[0], (size_t)count);
    else
        ou_builder_add_repeated(b, s->fill, s->fill_n, (size_t)count);
}

/* -- str -- */

ou_val ou_format_str(struct ou_vm *vm, ou_val v, ou_val spec)
{
    struct spec s;
    if (spec == OU_S())
        return v;
    if (parse(vm, &s, spec, v, '<', 's') < 0)
        return OU_EXC;
    if (s.type && s.type != 's')
        return raise_code(vm, s.type, v);
    const struct ou_message *wrong =
        s.sign == ' '     ? OU_MESSAGE(&ou_exc_ValueError, "Space not allowed in string format specifier")
        : s.sign          ? OU_MESSAGE(&ou_exc_ValueError, "Sign not allowed in string format specifier")
        : s.positive_zero ? OU_MESSAGE(&ou_exc_ValueError,
                                       "Negative zero coercion (z) not allowed in string format specifier")
        : s.alternate
            ? OU_MESSAGE(&ou_exc_ValueError, "Alternate form (#) not allowed in string format specifier")
        : s.align == '='
            ? OU_MESSAGE(&ou_exc_ValueError, "'=' alignment not allowed in string format specifier")
            : NULL;
    if (wrong)
        return ou_raise_message(vm, wrong);
    size_t n;
    const uint8_t *p = ou_str_data(vm, v, &n);
    ou_int length = ou_str_length(vm, v);
    if (s.precision >= 0 && s.precision < length) {
        n = ou_utf8_offset(p, n, (size_t)s.precision);
        length = s.precision;
    }
    ou_int pad = s.width > length ? s.width - length : 0;
    ou_int left = s.align == '>' ? pad : s.align == '^' ? pad / 2 : 0;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    add_fill(&b, &s, left);
    ou_builder_add(&b, p, n);
    add_fill(&b, &s, pad - left);
    return ou_builder_str(&b);
}

/* -- numbers -- */

struct number {
    uint8_t sign; /* or 0 */
    char prefix[3];
    const uint8_t *digits; /* of the integer part */
    size_t digits_n;
    const uint8_t *rest; /* fraction, exponent, percent sign */
    size_t rest_n;
};

/* The digits in groups of `size`, with zeros in front to at least min_width characters. */
static void add_grouped(struct ou_builder *b, const struct number *number, uint8_t separator, size_t size,
                        ou_int min_width)
{
    /* counted from the right, as CPython does: a group may be short only if nothing is left */
    ou_int remaining = (ou_int)number->digits_n, width = min_width, digits = 0;
    for (;;) {
        ou_int here = OU_MIN((ou_int)size, OU_MAX(OU_MAX(remaining, width), 1));
        digits += here;
        remaining -= here;
        width -= here;
        if (remaining <= 0 && width <= 0)
            break;
        width--; /* the separator */
    }
    ou_int zeros = digits - (ou_int)number->digits_n;
    for (ou_int i = 0; i < digits; i++) {
        if (i && (digits - i) % (ou_int)size == 0)
            ou_builder_add_byte(b, separator);
        if (ou_builder_add_byte(b, i < zeros ? '0' : number->digits[i - zeros]) < 0)
            return;
    }
}

static ou_val lay_out(struct ou_vm *vm, const struct spec *s, const struct number *number, size_t group)
{
    struct ou_builder b, grouped;
    ou_builder_init(vm, &b);
    ou_builder_init(vm, &grouped);
    size_t prefix_n = strlen(number->prefix);
    ou_int fixed = (number->sign != 0) + (ou_int)prefix_n + (ou_int)number->rest_n;
    const uint8_t *digits = number->digits;
    size_t digits_n = number->digits_n;
    if (s->grouping && digits_n) {
        bool zeros = s->align == '=' && s->fill_n == 1 && s->fill[0] == '0';
        add_grouped(&grouped, number, s->grouping, group, zeros ? s->width - fixed : 0);
        if (grouped.failed)
            return OU_EXC;
        digits = grouped.data;
        digits_n = grouped.size;
    }
    ou_int pad = OU_MAX(s->width - fixed - (ou_int)digits_n, 0);
    ou_int left = s->align == '>' ? pad : s->align == '^' ? pad / 2 : 0, middle = s->align == '=' ? pad : 0;
    add_fill(&b, s, left);
    if (number->sign)
        ou_builder_add_byte(&b, number->sign);
    ou_builder_add(&b, number->prefix, prefix_n);
    add_fill(&b, s, middle);
    ou_builder_add(&b, digits, digits_n);
    ou_builder_add(&b, number->rest, number->rest_n);
    add_fill(&b, s, pad - left - middle);
    return ou_builder_str(&b);
}

static uint8_t sign_for(const struct spec *s, bool negative)
{
    return negative ? '-' : s->sign == '+' || s->sign == ' ' ? s->sign : 0;
}

/* Appends a float; false: raised. */
static bool print_float(struct ou_builder *b, ou_float d, char format, ou_int precision, bool alternate)
{
    return ou_builder_add_float(b, d, format, (int)precision, alternate) == 0;
}

OU_MAYBE_UNUSED static bool is_float_type(uint32_t type)
{
    return type && type < 128 && strchr("eEfFgG%n", (int)type);
}

OU_MAYBE_UNUSED static ou_val format_float(struct ou_vm *vm, const struct spec *s, ou_float d)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_int precision = s->precision < 0 && s->type ? 6 : s->precision;
    char type = (char)(s->type | 32);
    bool ok;
    if (!s->type) /* 0: the shortest; otherwise as %g, but always with a point or an exponent */
        ok = print_float(&b, d, 'r', precision < 0 ? 0 : OU_MAX(precision, 1), s->alternate);
    else if (s->type == '%')
        ok = print_float(&b, d * 100, 'f', precision, s->alternate);
    else
        ok = print_float(&b, d, type == 'n' ? 'g' : type, precision, s->alternate);
    if (!ok)
        return OU_EXC;
    uint8_t *p = b.data, *end = b.data + b.size;
    bool negative = *p == '-';
    p += negative;
    if (s->positive_zero && negative) {
        const uint8_t *q = p;
        while (q < end && (*q == '0' || *q == '.'))
            q++;
        negative = q < end && *q != 'e';
    }
    if (s->type && s->type < 'a' && s->type != '%')
        for (uint8_t *q = p; q < end; q++)
            *q = (uint8_t)ou_unicode_upper(*q);
    if (s->type == '%') {
        size_t at = (size_t)(p - b.data);
        ou_builder_add_byte(&b, '%');
        p = b.data + at;
        end = b.data + b.size;
    }
    if (b.failed)
        return OU_EXC;
    struct number number = {.sign = sign_for(s, negative), .digits = p};
    while (number.digits_n < (size_t)(end - p) && ou_ascii_is_digit(p[number.digits_n]))
        number.digits_n++;
    number.rest = p + number.digits_n;
    number.rest_n = (size_t)(end - number.rest);
    return lay_out(vm, s, &number, 3);
}

ou_val ou_format_float(struct ou_vm *vm, ou_val v, ou_val spec)
{
    struct spec s;
    if (spec == OU_S())
        return ou_repr(vm, v);
    if (parse(vm, &s, spec, v, '>', 0) < 0)
        return OU_EXC;
    if (s.type && !is_float_type(s.type))
        return raise_code(vm, s.type, v);
    return format_float(vm, &s, ou_float_value(v));
}

static ou_val format_character(struct ou_vm *vm, struct spec *s, ou_val v)
{
    ou_int code;
    if (s->sign)
        return ou_raise(vm, &ou_exc_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (s->alternate)
        return ou_raise(vm, &ou_exc_ValueError,
                        "Alternate form (#) not allowed with integer format specifier 'c'");
    if (ou_to_int_clamp(vm, v, &code) < 0)
        return OU_EXC;
    if (code < 0 || code > 0x10ffff)
        return ou_raise(vm, &ou_exc_OverflowError, "%%c arg not in range(0x110000)");
    uint8_t bytes[4];
    size_t n = ou_utf8_put(bytes, (uint32_t)code);
    if (s->width > 0)
        s->width += (ou_int)n - 1; /* it is one character, counted as n */
    struct number number = {.rest = bytes, .rest_n = n};
    return lay_out(vm, s, &number, 3);
}

ou_val ou_format_int(struct ou_vm *vm, ou_val v, ou_val spec)
{
    struct spec s;
    if (spec == OU_S())
        return ou_repr(vm, v);
    if (parse(vm, &s, spec, v, '>', 'd') < 0)
        return OU_EXC;
    ou_val exact = ou_int_exact(v);
    if (OU_WITH_FLOAT && is_float_type(s.type) && s.type != 'n') {
        ou_float d;
        return ou_to_float(vm, exact, &d) < 0 ? OU_EXC : format_float(vm, &s, d);
    }
    if (s.type && !(s.type < 128 && strchr("bcdoxXn", (int)s.type)))
        return raise_code(vm, s.type, v);
    if (s.precision >= 0)
        return ou_raise(vm, &ou_exc_ValueError, "Precision not allowed in integer format specifier");
    if (s.positive_zero)
        return ou_raise(vm, &ou_exc_ValueError,
                        "Negative zero coercion (z) not allowed in integer format specifier");
    if (s.type == 'c')
        return format_character(vm, &s, exact);
    int base = s.type == 'b' ? 2 : s.type == 'o' ? 8 : (s.type | 32) == 'x' ? 16 : 10;
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (ou_int_to_text(vm, exact, base, s.type == 'X', &b) < 0 || b.failed)
        return OU_EXC;
    bool negative = b.data[0] == '-';
    struct number number = {.sign = sign_for(&s, negative),
                            .digits = b.data + negative,
                            .digits_n = b.size - negative,
                            .rest = b.data};
    if (s.alternate && base != 10) {
        number.prefix[0] = '0';
        number.prefix[1] = (char)s.type;
    }
    return lay_out(vm, &s, &number, base == 10 ? 3 : 4);
}
