/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * str.format and str.format_map.
 */
#include "object/text/format_str.h"
#include "object/core/string.h"
#include "object/numbers/int.h"

struct format {
    struct ou_vm *vm;
    unsigned n_args, n_kw;
    const ou_val *args;
    ou_val mapping; /* of format_map, or unbound */
    ou_int next;    /* automatic numbering */
    enum { NUMBERING_OPEN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } numbering;
};

struct range {
    const uint8_t *p, *end;
};

#define fail(f, text) ou_fail(ou_raise((f)->vm, &ou_exc_ValueError, text))

/* An index: 1, *out set; 0: it is no number; -1: too large. */
static int to_index(struct format *f, struct range r, ou_int *out)
{
    ou_int n = 0;
    if (r.p == r.end)
        return 0;
    for (; r.p < r.end; r.p++) {
        if (!ou_ascii_is_digit(*r.p))
            return 0;
        if (n > (OU_SMALL_MAX - 9) / 10)
            return fail(f, "Too many decimal digits in format string");
        n = n * 10 + (*r.p - '0');
    }
    *out = n;
    return 1;
}

static ou_val keyword(struct format *f, struct range name)
{
    struct ou_vm *vm = f->vm;
    size_t n = (size_t)(name.end - name.p), m;
    if (f->mapping) {
        ou_val key = ou_str_part(vm, name.p, n, false);
        return key == OU_EXC ? key : ou_get_item(vm, f->mapping, key);
    }
    for (unsigned i = 0; i < f->n_kw; i++) {
        const uint8_t *p = ou_str_data(vm, f->args[f->n_args + 2 * i], &m);
        if (m == n && memcmp(p, name.p, n) == 0)
            return f->args[f->n_args + 2 * i + 1];
    }
    ou_val key = ou_str_part(vm, name.p, n, false);
    return key == OU_EXC ? key : ou_raise_key_error(vm, key);
}

static ou_val first_value(struct format *f, struct range name)
{
    ou_int index = -1;
    int is_number = to_index(f, name, &index);
    if (is_number < 0)
        return OU_EXC;
    bool automatic = name.p == name.end;
    if (!is_number && !automatic)
        return keyword(f, name);
    if (f->mapping)
        return ou_raise(f->vm, &ou_exc_ValueError, "Format string contains positional fields");
    if (f->numbering == (automatic ? NUMBERING_MANUAL : NUMBERING_AUTOMATIC)) {
        return ou_raise_message(
            f->vm,
            automatic
                ? OU_MESSAGE(&ou_exc_ValueError,
                             "cannot switch from manual field specification to automatic field numbering")
                : OU_MESSAGE(&ou_exc_ValueError,
                             "cannot switch from automatic field numbering to manual field specification"));
    }
    f->numbering = automatic ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (automatic)
        index = f->next++;
    if (index >= (ou_int)f->n_args)
        return ou_raise(f->vm, &ou_exc_IndexError,
                        "Replacement index %zd out of range for positional args tuple", index);
    return f->args[index];
}

/* The value of a field name such as "0.name[key]". */
static ou_val field_value(struct format *f, struct range name)
{
    struct ou_vm *vm = f->vm;
    struct range part = {name.p, name.p};
    while (part.end < name.end && *part.end != '.' && *part.end != '[')
        part.end++;
    ou_val v = first_value(f, part);
    const uint8_t *p = part.end;
    while (v != OU_EXC && p < name.end) {
        bool attribute = *p++ == '.';
        part = (struct range){p, p};
        while (part.end < name.end && (attribute ? *part.end != '.' && *part.end != '[' : *part.end != ']'))
            part.end++;
        p = part.end;
        if (!attribute && p == name.end)
            return ou_raise(vm, &ou_exc_ValueError, "Missing ']' in format string");
        if (part.p == part.end)
            return ou_raise(vm, &ou_exc_ValueError, "Empty attribute in format string");
        size_t n = (size_t)(part.end - part.p);
        if (attribute) {
            ou_val key = ou_intern(vm, (const char *)part.p, n);
            v = key == OU_EXC ? key : ou_get_attr(vm, v, key);
            continue;
        }
        p++;
        ou_int index;
        int is_number = to_index(f, part, &index);
        if (is_number < 0)
            return OU_EXC;
        ou_val key = is_number ? ou_small(index) : ou_str_part(vm, part.p, n, false);
        v = key == OU_EXC ? key : ou_get_item(vm, v, key);
        if (v != OU_EXC && p < name.end && *p != '.' && *p != '[')
            return ou_raise(vm, &ou_exc_ValueError,
                            "Only '.' or '[' may follow ']' in format field specifier");
    }
    return v;
}

struct field {
    struct range name, spec;
    uint32_t conversion; /* 0: none */
    bool nested;         /* the spec has fields of its own */
};

/* What stands behind a `{`; *p ends up behind the matching `}`. */
static int parse_field(struct format *f, const uint8_t **p, const uint8_t *end, struct field *field)
{
    uint8_t c = 0;
    *field = (struct field){.name = {*p, *p}};
    while (*p < end) {
        c = *(*p)++;
        if (c == '{')
            return fail(f, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!')
            break;
        if (c == '[')
            while (*p < end && **p != ']')
                ++*p;
    }
    if (c != '}' && c != ':' && c != '!')
        return fail(f, "expected '}' before end of string");
    field->name.end = *p - 1;
    if (c == '}')
        return 0;
    if (c == '!') {
        if (*p == end)
            return fail(f, "end of string while looking for conversion specifier");
        field->conversion = ou_utf8_next(p);
        if (*p < end) {
            c = *(*p)++;
            if (c == '}')
                return 0;
            if (c != ':')
                return fail(f, "expected ':' after conversion specifier");
        }
    }
    field->spec.p = *p;
    for (unsigned depth = 1; *p < end; ++*p) {
        if (**p == '{') {
            field->nested = true;
            depth++;
        } else if (**p == '}' && --depth == 0) {
            field->spec.end = (*p)++;
            return 0;
        }
    }
    return fail(f, "unmatched '{' in format spec");
}

static int expand(struct format *f, struct ou_builder *b, struct range text, int depth);

static ou_val convert(struct format *f, ou_val v, uint32_t conversion)
{
    switch (conversion) {
    case 0: return v;
    case 'r': return ou_repr(f->vm, v);
    case 's': return ou_str(f->vm, v);
    case 'a': return ou_ascii(f->vm, v);
    default: break;
    }
    if (conversion > 32 && conversion < 127)
        return ou_raise(f->vm, &ou_exc_ValueError, "Unknown conversion specifier %c", (int)conversion);
    return ou_raise(f->vm, &ou_exc_ValueError, "Unknown conversion specifier \\x%x", (unsigned)conversion);
}

static int add_field(struct format *f, struct ou_builder *b, const struct field *field, int depth)
{
    struct ou_vm *vm = f->vm;
    ou_val v = field_value(f, field->name);
    if (v != OU_EXC)
        v = convert(f, v, field->conversion);
    if (v == OU_EXC)
        return -1;
    ou_val spec = OU_S();
    if (field->nested) {
        struct ou_builder inner;
        ou_builder_init(vm, &inner);
        if (expand(f, &inner, field->spec, depth - 1) < 0)
            return -1;
        spec = ou_builder_str(&inner);
    } else if (field->spec.end > field->spec.p) {
        spec = ou_str_part(vm, field->spec.p, (size_t)(field->spec.end - field->spec.p), false);
    }
    if (spec == OU_EXC)
        return -1;
    if (spec == OU_S() && ou_is_str(v))
        return ou_builder_add_str(b, v);
    if (spec == OU_S() && ou_is_small(v))
        return ou_int_to_text(vm, v, 10, false, b);
    ou_val text = ou_format(vm, v, spec);
    return text == OU_EXC ? -1 : ou_builder_add_str(b, ou_str_exact(text));
}

static int expand(struct format *f, struct ou_builder *b, struct range text, int depth)
{
    if (depth == 0)
        return fail(f, "Max string recursion exceeded");
    const uint8_t *p = text.p;
    while (p < text.end) {
        const uint8_t *from = p;
        while (p < text.end && *p != '{' && *p != '}')
            p++;
        if (p == text.end)
            return ou_builder_add(b, from, (size_t)(p - from));
        uint8_t c = *p++;
        if (p < text.end && *p == c) { /* doubled: one of them is text */
            ou_builder_add(b, from, (size_t)(p - from));
            p++;
            continue;
        }
        if (c == '}')
            return fail(f, "Single '}' encountered in format string");
        if (p == text.end)
            return fail(f, "Single '{' encountered in format string");
        ou_builder_add(b, from, (size_t)(p - 1 - from));
        struct field field;
        if (parse_field(f, &p, text.end, &field) < 0 || add_field(f, b, &field, depth) < 0)
            return -1;
    }
    return 0;
}

ou_val ou_str_format_method(struct ou_vm *vm, ou_val format, unsigned n_args, unsigned n_kw,
                            const ou_val *args, ou_val mapping)
{
    struct format f = {.vm = vm, .n_args = n_args, .n_kw = n_kw, .args = args, .mapping = mapping};
    struct ou_builder b;
    size_t n;
    const uint8_t *p = ou_str_data(vm, format, &n);
    ou_builder_init(vm, &b);
    if (expand(&f, &b, (struct range){p, p + n}, 2) < 0)
        return OU_EXC;
    return ou_builder_str(&b);
}
