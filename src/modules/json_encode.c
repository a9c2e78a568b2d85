/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * json.dumps: one recursive function that appends to a builder.
 */
#include "modules/json.h"

struct encoder {
    struct ou_vm *vm;
    struct ou_builder b;
    ou_val default_hook;                          /* or unbound */
    ou_val indent, item_separator, key_separator; /* str; indent: of one level, or unbound */
    bool skip_keys, ascii, nan, sort, circular;   /* what they are by default, without OU_WITH_JSON_OPTIONS */
};

/* The containers that are being written, innermost first. */
struct parent {
    const struct parent *up;
    ou_val container;
    unsigned depth;
};

static int encode(struct encoder *e, ou_val v, const struct parent *up);

static void add_unit(struct encoder *e, uint32_t unit)
{
    char text[6] = {'\\',
                    'u',
                    "0123456789abcdef"[unit >> 12 & 15],
                    "0123456789abcdef"[unit >> 8 & 15],
                    "0123456789abcdef"[unit >> 4 & 15],
                    "0123456789abcdef"[unit & 15]};
    ou_builder_add(&e->b, text, 6);
}

static uint32_t decode(const uint8_t **p)
{
    const uint8_t *s = *p;
    unsigned more = *s < 0xe0 ? 1 : *s < 0xf0 ? 2 : 3;
    uint32_t c = *s & (0x3fu >> more);
    for (unsigned i = 1; i <= more; i++)
        c = c << 6 | (s[i] & 0x3f);
    *p = s + more + 1;
    return c;
}

static int encode_str(struct encoder *e, ou_val text)
{
    size_t n;
    const uint8_t *p = (const uint8_t *)ou_str_text(e->vm, text, &n), *end = p + n;
    uint8_t limit = !OU_WITH_JSON_OPTIONS || e->ascii ? 0x7f : 0xff;
    ou_builder_add_byte(&e->b, '"');
    while (p < end) {
        const uint8_t *from = p;
        while (p < end && *p >= 0x20 && *p < limit && *p != '"' && *p != '\\')
            p++;
        if (p > from)
            ou_builder_add(&e->b, from, (size_t)(p - from));
        if (p == end)
            break;
        static const char special[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
        const char *at = *p && *p < 0x7f ? strchr(special, *p) : NULL;
        if (at) {
            char escape[2] = {'\\', letters[at - special]};
            ou_builder_add(&e->b, escape, 2);
            p++;
        } else if (*p < 0x80) {
            add_unit(e, *p++);
        } else {
            uint32_t c = decode(&p);
            if (c >= 0x10000) {
                add_unit(e, 0xd800 + ((c - 0x10000) >> 10));
                c = 0xdc00 + ((c - 0x10000) & 0x3ff);
            }
            add_unit(e, c);
        }
    }
    return ou_builder_add_byte(&e->b, '"');
}

static int encode_float(struct encoder *e, ou_float d)
{
    if (d != d || d - d != 0) {
        if (OU_WITH_JSON_OPTIONS && !e->nan)
            return ou_fail(
                ou_raise(e->vm, &ou_exc_ValueError, "Out of range float values are not JSON compliant"));
        return ou_builder_add_c(&e->b, d != d ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
    }
    return ou_builder_add_float(&e->b, d, 'r', 0, false);
}

static int encode_int(struct encoder *e, ou_val v)
{
    if (ou_is_small(v)) {
        char digits[24];
        size_t i = sizeof digits;
        ou_int n = ou_small_value(v);
        size_t m = n < 0 ? (size_t)0 - (size_t)n : (size_t)n;
        do
            digits[--i] = (char)('0' + m % 10);
        while (m /= 10);
        if (n < 0)
            digits[--i] = '-';
        return ou_builder_add(&e->b, digits + i, sizeof digits - i);
    }
    ou_val text = ou_repr(e->vm, v);
    return text == OU_EXC ? -1 : ou_builder_add_str(&e->b, text);
}

/* Scalars; 0: v is none, -1: raised. */
static int scalar(struct encoder *e, ou_val v)
{
    ou_val native;
    int status;
    if (v == OU_NONE)
        status = ou_builder_add(&e->b, "null", 4);
    else if (v == OU_TRUE)
        status = ou_builder_add(&e->b, "true", 4);
    else if (v == OU_FALSE)
        status = ou_builder_add(&e->b, "false", 5);
    else if ((native = ou_cast_native(v, &ou_type_int)))
        status = encode_int(e, native);
    else if ((native = ou_cast_native(v, &ou_type_float)))
        status = encode_float(e, ou_float_value(native));
    else
        return 0;
    return status < 0 ? -1 : 1;
}

static int new_line(struct encoder *e, unsigned depth)
{
    if (!OU_WITH_JSON_OPTIONS || !e->indent)
        return 0;
    ou_builder_add_byte(&e->b, '\n');
    while (depth--)
        ou_builder_add_str(&e->b, e->indent);
    return e->b.failed ? -1 : 0;
}

static int encode_items(struct encoder *e, ou_val sequence, const struct parent *here)
{
    bool is_list = ou_type_of(sequence) == &ou_type_list;
    /* the length is asked each time: default() may change the list */
    for (size_t i = 0; i < (is_list ? ou_list_len(sequence) : ou_tuple_len(sequence)); i++) {
        if (i)
            ou_builder_add_str(&e->b, e->item_separator);
        ou_val item = is_list ? ou_list_get(sequence, i) : ou_tuple_items(sequence)[i];
        if (new_line(e, here->depth) < 0 || encode(e, item, here) < 0)
            return -1;
    }
    return 0;
}

static int encode_key(struct encoder *e, ou_val key)
{
    ou_val text = ou_cast_native(key, &ou_type_str);
    if (text)
        return encode_str(e, text) < 0 ? -1 : 1;
    size_t start = e->b.size;
    ou_builder_add_byte(&e->b, '"');
    int done = scalar(e, key);
    if (done > 0)
        return ou_builder_add_byte(&e->b, '"') < 0 ? -1 : 1;
    if (done == 0 && !(OU_WITH_JSON_OPTIONS && e->skip_keys))
        return ou_fail(
            ou_raise(e->vm, &ou_exc_TypeError, "keys must be str, int, float, bool or None, not %T", key));
    e->b.size = start;
    return done;
}

static bool is_key(ou_val v)
{
    return v == OU_NONE || ou_is_bool(v) || ou_cast_native(v, &ou_type_str) ||
           ou_cast_native(v, &ou_type_int) || ou_cast_native(v, &ou_type_float);
}

static int encode_pair(struct encoder *e, ou_val key, ou_val v, bool *first, const struct parent *here)
{
    if (OU_WITH_JSON_OPTIONS && e->skip_keys && !is_key(key))
        return 0;
    if (!*first)
        ou_builder_add_str(&e->b, e->item_separator);
    *first = false;
    if (new_line(e, here->depth) < 0 || encode_key(e, key) < 0)
        return -1;
    ou_builder_add_str(&e->b, e->key_separator);
    return encode(e, v, here);
}

static int encode_dict(struct encoder *e, ou_val dict, const struct parent *here)
{
    struct ou_vm *vm = e->vm;
    ou_val key, v;
    size_t position = 0;
    bool first = true;
    if (!OU_WITH_JSON_OPTIONS || !e->sort) {
        while (ou_dict_next(dict, &position, &key, &v))
            if (encode_pair(e, key, v, &first, here) < 0)
                return -1;
        return 0;
    }
    ou_val keys = ou_list_new(vm, 0, NULL);
    while (keys != OU_EXC && ou_dict_next(dict, &position, &key, &v))
        if (ou_list_append(vm, keys, key) < 0)
            return -1;
    if (keys == OU_EXC || ou_list_sort(vm, keys, OU_NONE, false) < 0)
        return -1;
    for (size_t i = 0; i < ou_list_len(keys); i++) {
        key = ou_list_get(keys, i);
        v = ou_dict_get(vm, dict, key);
        if (v == OU_EXC || (v && encode_pair(e, key, v, &first, here) < 0))
            return -1;
    }
    return 0;
}

static int encode_container(struct encoder *e, ou_val v, const struct parent *up, bool is_dict)
{
    struct parent here = {up, v, up ? up->depth + 1 : 1};
    size_t n = is_dict ? ou_dict_len(v) : ou_type_of(v) == &ou_type_list ? ou_list_len(v) : ou_tuple_len(v);
    if (n == 0)
        return ou_builder_add(&e->b, is_dict ? "{}" : "[]", 2);
    for (const struct parent *p = up; (!OU_WITH_JSON_OPTIONS || e->circular) && p; p = p->up)
        if (p->container == v)
            return ou_fail(ou_raise(e->vm, &ou_exc_ValueError, "Circular reference detected"));
    if (ou_stack_check(e->vm) < 0)
        return -1;
    ou_builder_add_byte(&e->b, is_dict ? '{' : '[');
    if ((is_dict ? encode_dict(e, v, &here) : encode_items(e, v, &here)) < 0 ||
        new_line(e, here.depth - 1) < 0)
        return -1;
    return ou_builder_add_byte(&e->b, is_dict ? '}' : ']');
}

static int encode(struct encoder *e, ou_val v, const struct parent *up)
{
    ou_val native = ou_cast_native(v, &ou_type_str);
    if (native)
        return encode_str(e, native);
    int done = scalar(e, v);
    if (done)
        return done < 0 ? -1 : 0;
    if ((native = ou_cast_native(v, &ou_type_dict)))
        return encode_container(e, native, up, true);
    if ((native = ou_cast_native(v, &ou_type_list)) || (native = ou_cast_native(v, &ou_type_tuple)))
        return encode_container(e, native, up, false);
    if (!OU_WITH_JSON_OPTIONS || !e->default_hook)
        return ou_fail(ou_raise(e->vm, &ou_exc_TypeError, "Object of type %T is not JSON serializable", v));
    for (const struct parent *p = up; (!OU_WITH_JSON_OPTIONS || e->circular) && p; p = p->up)
        if (p->container == v)
            return ou_fail(ou_raise(e->vm, &ou_exc_ValueError, "Circular reference detected"));
    ou_val other = ou_stack_check(e->vm) < 0 ? OU_EXC : ou_call_1(e->vm, e->default_hook, v);
    struct parent here = {up, v, up ? up->depth : 0};
    return other == OU_EXC ? -1 : encode(e, other, &here);
}

#if OU_WITH_JSON_OPTIONS
/* The options of dumps, in the order of the names there. */
static int options(struct encoder *e, const ou_val *a)
{
    struct ou_vm *vm = e->vm;
    bool *const flags[] = {&e->skip_keys, &e->ascii, &e->circular, &e->nan, &e->sort};
    static const uint8_t where[] = {1, 2, 3, 4, 9};
    for (int i = 0; i < 5; i++) {
        int truth = a[where[i]] ? ou_truth(vm, a[where[i]]) : *flags[i];
        if (truth < 0)
            return -1;
        *flags[i] = truth;
    }
    if (a[6] && a[6] != OU_NONE && !(e->indent = ou_cast_native(a[6], &ou_type_str))) {
        ou_int n;
        if (ou_to_int(vm, a[6], &n) < 0)
            return -1;
        e->indent = ou_binary(vm, OU_OP_MUL, OU_INTERNED(' '), ou_small(n < 0 ? 0 : n > 255 ? 255 : n));
        if (e->indent == OU_EXC)
            return -1;
    }
    ou_val separators = a[7] && a[7] != OU_NONE ? ou_tuple_from_iter(vm, a[7]) : OU_ABSENT;
    if (separators == OU_EXC)
        return -1;
    if (separators) {
        if (ou_tuple_len(separators) != 2)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "separators must be an (item, key) pair"));
        e->item_separator = ou_cast_native(ou_tuple_items(separators)[0], &ou_type_str);
        e->key_separator = ou_cast_native(ou_tuple_items(separators)[1], &ou_type_str);
        if (!e->item_separator || !e->key_separator)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError, "separators must be str"));
    } else if (e->indent) {
        e->item_separator = OU_INTERNED(',');
    }
    e->default_hook = a[8] == OU_NONE ? OU_ABSENT : a[8];
    return 0;
}
#define OPTIONS "|$skipkeys ensure_ascii check_circular allow_nan cls indent separators default sort_keys"
#else
#define OPTIONS ""
static int options(struct encoder *e, const ou_val *a) { return (void)e, (void)a, 0; }
#endif

OU_NATIVE_FUNCTION(ou_json_dumps)
{
    ou_val a[10] = {OU_ABSENT};
    if (ou_args_parse(vm, "dumps", "obj" OPTIONS, n_args, n_kw, args, a) < 0)
        return OU_EXC;
    struct encoder e = {.vm = vm,
                        .ascii = true,
                        .nan = true,
                        .circular = true,
                        .item_separator = ou_str_new(vm, ", ", 2),
                        .key_separator = ou_str_new(vm, ": ", 2)};
    if (e.item_separator == OU_EXC || e.key_separator == OU_EXC)
        return OU_EXC;
    ou_builder_init(vm, &e.b);
    if (options(&e, a) < 0 || encode(&e, a[0], NULL) < 0)
        return OU_EXC;
    return ou_builder_str(&e.b);
}
