/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * json.loads: recursive descent over the UTF-8 text.
 *
 * Short keys are interned: documents repeat them, and so they are held once and found by identity.
 * Offsets are bytes; an error message counts characters.
 */
#include "modules/json.h"
#include <math.h>

#define KEY_MAX 40 /* longer keys are not interned */

struct decoder {
    struct ou_vm *vm;
    ou_val text; /* the document, a str */
    const uint8_t *start, *p, *end;
    ou_val object_hook, pairs_hook, parse_float, parse_int, parse_constant; /* or unbound */
    bool strict;
};

/* What may be given to loads; without OU_WITH_JSON_OPTIONS nothing is. */
#define GIVEN(option) (OU_WITH_JSON_OPTIONS && (option))

static ou_val value(struct decoder *d);

static ou_val fail(struct decoder *d, const char *message, const uint8_t *at)
{
    size_t position = 0;
    for (const uint8_t *p = d->start; p < at; p++)
        position += (*p & 0xc0) != 0x80;
    ou_val args[3] = {ou_str_from(d->vm, message), d->text, ou_small((ou_int)position)};
    ou_val e = args[0] == OU_EXC ? OU_EXC : ou_call(d->vm, OU_ROM(&ou_exc_JSONDecodeError), 3, 0, args);
    if (e == OU_EXC)
        return OU_EXC;
    /* CPython raises it `from None` */
    if (strcmp(message, "Expecting value") == 0 &&
        ou_set_attr(d->vm, e, OU_S(__suppress_context__), OU_TRUE) < 0)
        return OU_EXC;
    return ou_raise_value(d->vm, e);
}

static void skip_blanks(struct decoder *d)
{
    while (d->p < d->end && (*d->p == ' ' || *d->p == '\n' || *d->p == '\r' || *d->p == '\t'))
        d->p++;
}

static int hex4(const uint8_t *p, const uint8_t *end)
{
    int n = 0;
    if (end - p < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        uint8_t c = p[i], low = c | 32;
        int digit = c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
        if (digit < 0)
            return -1;
        n = n << 4 | digit;
    }
    return n;
}

/* Behind a backslash. */
static int escape(struct decoder *d, struct ou_builder *b, const uint8_t *string)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (d->p == d->end)
        return ou_fail(fail(d, "Unterminated string starting at", string));
    uint8_t c = *d->p++;
    if (c != 'u') {
        const char *at = c ? strchr(from, c) : NULL;
        if (!at)
            return ou_fail(fail(d, "Invalid \\escape", d->p - 2));
        return ou_builder_add_byte(b, (uint8_t)to[at - from]);
    }
    int unit = hex4(d->p, d->end), low;
    if (unit < 0)
        return ou_fail(fail(d, "Invalid \\uXXXX escape", d->p - 1));
    d->p += 4;
    if (unit >= 0xd800 && unit < 0xdc00 && d->end - d->p >= 6 && d->p[0] == '\\' && d->p[1] == 'u' &&
        (low = hex4(d->p + 2, d->end)) >= 0xdc00 && low < 0xe000) {
        d->p += 6;
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    return ou_builder_add_char(b, (uint32_t)unit);
}

/* Bytes that stand for themselves, from p on. */
static const uint8_t *plain(const uint8_t *p, const uint8_t *end)
{
    while (p < end && *p != '"' && *p != '\\' && *p >= 0x20)
        p++;
    return p;
}

/* d->p is behind the opening quote. */
static ou_val string(struct decoder *d, bool is_key)
{
    const uint8_t *open = d->p - 1, *from = d->p;
    d->p = plain(from, d->end);
    if (d->p < d->end && *d->p == '"') {
        size_t n = (size_t)(d->p++ - from);
        return is_key && n <= KEY_MAX ? ou_intern(d->vm, (const char *)from, n)
                                      : ou_str_new(d->vm, (const char *)from, n);
    }
    struct ou_builder b;
    ou_builder_init(d->vm, &b);
    for (;;) {
        if (ou_builder_add(&b, from, (size_t)(d->p - from)) < 0)
            return OU_EXC;
        if (d->p == d->end)
            return fail(d, "Unterminated string starting at", open);
        uint8_t c = *d->p++;
        if (c == '"')
            break;
        if (c == '\\') {
            if (escape(d, &b, open) < 0)
                return OU_EXC;
        } else if (!OU_WITH_JSON_OPTIONS || d->strict) {
            return fail(d, "Invalid control character at", d->p - 1);
        } else {
            ou_builder_add_byte(&b, c);
        }
        from = d->p;
        d->p = plain(from, d->end);
    }
    return ou_builder_str(&b);
}

static bool is_digit(const struct decoder *d, const uint8_t *p)
{
    return p < d->end && (uint8_t)(*p - '0') < 10;
}

static ou_val text_for(struct decoder *d, ou_val hook, const uint8_t *from, const uint8_t *to)
{
    ou_val text = ou_str_new(d->vm, (const char *)from, (size_t)(to - from));
    return text == OU_EXC ? text : ou_call_1(d->vm, hook, text);
}

static ou_val number(struct decoder *d)
{
    const uint8_t *from = d->p, *p = from + (*from == '-');
    if (!is_digit(d, p))
        return OU_ABSENT;
    int64_t n = 0;
    const uint8_t *digits = p;
    if (*p == '0')
        p++;
    else
        for (; is_digit(d, p); p++)
            n = p - digits < 18 ? n * 10 + (*p - '0') : n;
    const uint8_t *whole = p;
    if (p < d->end && *p == '.' && is_digit(d, p + 1))
        for (p++; is_digit(d, p);)
            p++;
    if (p < d->end && (*p | 32) == 'e') {
        const uint8_t *q = p + 1;
        if (q < d->end && (*q == '+' || *q == '-'))
            q++;
        if (is_digit(d, q))
            for (p = q; is_digit(d, p);)
                p++;
    }
    d->p = p;
    if (p == whole) {
        if (GIVEN(d->parse_int))
            return text_for(d, d->parse_int, from, p);
        if (whole - digits <= 18)
            return ou_int_from_i64(d->vm, *from == '-' ? -n : n);
        return ou_int_parse(d->vm, (const char *)from, (size_t)(p - from), 10);
    }
    if (GIVEN(d->parse_float))
        return text_for(d, d->parse_float, from, p);
    ou_float f = 0;
    ou_float_parse((const char *)from, (size_t)(p - from), &f);
    return ou_float_new(d->vm, f);
}

static bool word(struct decoder *d, const char *text, size_t n)
{
    if ((size_t)(d->end - d->p) < n || memcmp(d->p, text, n) != 0)
        return false;
    d->p += n;
    return true;
}

static ou_val constant(struct decoder *d, const char *name, size_t n)
{
    if (GIVEN(d->parse_constant)) {
        ou_val text = ou_str_new(d->vm, name, n);
        return text == OU_EXC ? text : ou_call_1(d->vm, d->parse_constant, text);
    }
    return ou_float_new(d->vm, *name == 'N' ? NAN : *name == '-' ? -INFINITY : INFINITY);
}

static ou_val array(struct decoder *d)
{
    ou_val list = ou_list_new(d->vm, 0, NULL);
    if (list == OU_EXC)
        return list;
    skip_blanks(d);
    if (d->p < d->end && *d->p == ']') {
        d->p++;
        return list;
    }
    for (;;) {
        ou_val item = value(d);
        if (item == OU_EXC || ou_list_append(d->vm, list, item) < 0)
            return OU_EXC;
        skip_blanks(d);
        if (d->p < d->end && *d->p == ']') {
            d->p++;
            return list;
        }
        if (d->p == d->end || *d->p != ',')
            return fail(d, "Expecting ',' delimiter", d->p);
        d->p++;
        skip_blanks(d);
    }
}

/* Key and value; -1: raised. */
static int member(struct decoder *d, ou_val into)
{
    struct ou_vm *vm = d->vm;
    if (d->p == d->end || *d->p != '"')
        return ou_fail(fail(d, "Expecting property name enclosed in double quotes", d->p));
    d->p++;
    ou_val key = string(d, true);
    if (key == OU_EXC)
        return -1;
    skip_blanks(d);
    if (d->p == d->end || *d->p != ':')
        return ou_fail(fail(d, "Expecting ':' delimiter", d->p));
    d->p++;
    skip_blanks(d);
    ou_val v = value(d);
    if (v == OU_EXC)
        return -1;
    if (GIVEN(d->pairs_hook)) {
        ou_val pair[2] = {key, v}, tuple = ou_tuple_new(vm, 2, pair);
        return tuple == OU_EXC ? -1 : ou_list_append(vm, into, tuple);
    }
    return ou_dict_set(vm, into, key, v);
}

static ou_val object(struct decoder *d)
{
    struct ou_vm *vm = d->vm;
    ou_val into = GIVEN(d->pairs_hook) ? ou_list_new(vm, 0, NULL) : ou_dict_new(vm, 0);
    if (into == OU_EXC)
        return into;
    skip_blanks(d);
    if (d->p < d->end && *d->p == '}') {
        d->p++;
    } else {
        for (;;) {
            if (member(d, into) < 0)
                return OU_EXC;
            skip_blanks(d);
            if (d->p < d->end && *d->p == '}') {
                d->p++;
                break;
            }
            if (d->p == d->end || *d->p != ',')
                return fail(d, "Expecting ',' delimiter", d->p);
            d->p++;
            skip_blanks(d);
        }
    }
    ou_val hook = d->pairs_hook ? d->pairs_hook : d->object_hook;
    return GIVEN(hook) ? ou_call_1(vm, hook, into) : into;
}

static ou_val value(struct decoder *d)
{
    if (d->p == d->end)
        return fail(d, "Expecting value", d->p);
    if (*d->p == '"') {
        d->p++;
        return string(d, false);
    }
    if (*d->p == '{' || *d->p == '[') {
        if (ou_stack_check(d->vm) < 0)
            return OU_EXC;
        return *d->p++ == '{' ? object(d) : array(d);
    }
    if (word(d, "null", 4))
        return OU_NONE;
    if (word(d, "true", 4))
        return OU_TRUE;
    if (word(d, "false", 5))
        return OU_FALSE;
    ou_val v = *d->p == '-' || is_digit(d, d->p) ? number(d) : OU_ABSENT;
    if (v)
        return v;
    static const char *const constants[] = {"NaN", "Infinity", "-Infinity"};
    for (int i = 0; i < 3; i++)
        if (word(d, constants[i], strlen(constants[i])))
            return constant(d, constants[i], strlen(constants[i]));
    return fail(d, "Expecting value", d->p);
}

#if OU_WITH_JSON_OPTIONS
#define OPTIONS "|$cls object_hook parse_float parse_int parse_constant object_pairs_hook strict"
#else
#define OPTIONS ""
#endif

static ou_val given(ou_val v) { return v == OU_NONE ? OU_ABSENT : v; }

/* The document as a str. */
static ou_val source(struct ou_vm *vm, ou_val v)
{
    ou_val text = ou_cast_native(v, &ou_type_str);
    if (text)
        return text;
    if (!ou_cast_native(v, &ou_type_bytes) && !ou_cast_native(v, &ou_type_bytearray))
        return ou_raise(vm, &ou_exc_TypeError, "the JSON object must be str, bytes or bytearray, not %T", v);
    struct ou_buffer buffer;
    return ou_get_buffer(vm, v, &buffer) < 0 ? OU_EXC : ou_str_from_utf8(vm, buffer.data, buffer.size);
}

OU_NATIVE_FUNCTION(ou_json_loads)
{
    ou_val a[8] = {OU_ABSENT};
    if (ou_args_parse(vm, "loads", "s" OPTIONS, n_args, n_kw, args, a) < 0)
        return OU_EXC;
    int strict = GIVEN(a[7]) ? ou_truth(vm, a[7]) : 1;
    ou_val text = strict < 0 ? OU_EXC : source(vm, a[0]);
    if (text == OU_EXC)
        return OU_EXC;
    size_t n;
    const uint8_t *p = (const uint8_t *)ou_str_text(vm, text, &n);
    struct decoder d = {
        .vm = vm,
        .text = text,
        .start = p,
        .p = p,
        .end = p + n,
        .object_hook = given(a[2]),
        .parse_float = given(a[3]),
        .parse_int = given(a[4]),
        .parse_constant = given(a[5]),
        .pairs_hook = given(a[6]),
        .strict = strict,
    };
    if (n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
        return fail(&d, "Unexpected UTF-8 BOM (decode using utf-8-sig)", p);
    skip_blanks(&d);
    ou_val v = value(&d);
    if (v == OU_EXC)
        return OU_EXC;
    skip_blanks(&d);
    return d.p == d.end ? v : fail(&d, "Extra data", d.p);
}
