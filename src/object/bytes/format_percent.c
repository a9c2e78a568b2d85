/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * format % arguments, for str and bytes.
 */
#include "object/bytes/format_percent.h"
#include "object/bytes/bytes.h"
#include "object/core/protocol.h"
#include "object/numbers/int.h"
#include "object/types/type.h"

struct percent {
    struct ou_vm *vm;
    struct ou_builder b;
    const uint8_t *start, *p, *end; /* the format */
    ou_val args;                    /* as given */
    ou_val tuple;                   /* the arguments, if they are a tuple */
    size_t next, count;
    bool is_mapping, bytes;
};

struct conversion {
    bool left, plus, blank, alternate, zero;
    ou_int width, precision; /* -1: none */
    uint32_t type;
    size_t index; /* of the type character in the format */
    ou_val value;
};

#define TYPE(text) OU_MESSAGE(&ou_exc_TypeError, text)
#define VALUE(text) OU_MESSAGE(&ou_exc_ValueError, text)

static ou_val next_argument(struct percent *f)
{
    if (f->next >= f->count)
        return ou_raise(f->vm, &ou_exc_TypeError, "not enough arguments for format string");
    size_t i = f->next++;
    return f->tuple ? ou_tuple_items(f->tuple)[i] : f->args;
}

static int star(struct percent *f, ou_int *out)
{
    ou_val v = next_argument(f);
    if (v == OU_EXC)
        return -1;
    if (!ou_cast_native(v, &ou_type_int) && !ou_is_bool(v))
        return ou_fail(ou_raise(f->vm, &ou_exc_TypeError, "* wants int"));
    return ou_to_int(f->vm, v, out);
}

static int digits(struct percent *f, ou_int *out, const struct ou_message *too_big)
{
    ou_int n = 0;
    for (; f->p < f->end && ou_ascii_is_digit(*f->p); f->p++) {
        if (n > (INT32_MAX - 9) / 10)
            return ou_fail(ou_raise_message(f->vm, too_big));
        n = n * 10 + (*f->p - '0');
    }
    *out = n;
    return 0;
}

/* The value for "(key)". */
static ou_val take_key(struct percent *f)
{
    if (!f->is_mapping)
        return ou_raise(f->vm, &ou_exc_TypeError, "format requires a mapping");
    const uint8_t *from = ++f->p;
    for (unsigned depth = 1; f->p < f->end; f->p++) {
        if (*f->p == '(')
            depth++;
        else if (*f->p == ')' && --depth == 0)
            break;
    }
    if (f->p == f->end)
        return ou_raise(f->vm, &ou_exc_ValueError, "incomplete format key");
    size_t n = (size_t)(f->p++ - from);
    ou_val key = f->bytes ? ou_bytes_new(f->vm, from, n) : ou_str_part(f->vm, from, n, false);
    return key == OU_EXC ? key : ou_get_item(f->vm, f->args, key);
}

static int parse(struct percent *f, struct conversion *c)
{
    ou_val keyed = OU_ABSENT;
    *c = (struct conversion){.width = -1, .precision = -1};
    if (f->p < f->end && *f->p == '(' && (keyed = take_key(f)) == OU_EXC)
        return -1;
    for (; f->p < f->end; f->p++) {
        if (*f->p == '-')
            c->left = true;
        else if (*f->p == '+')
            c->plus = true;
        else if (*f->p == ' ')
            c->blank = true;
        else if (*f->p == '#')
            c->alternate = true;
        else if (*f->p == '0')
            c->zero = true;
        else
            break;
    }
    if (f->p < f->end && *f->p == '*') {
        f->p++;
        if (star(f, &c->width) < 0)
            return -1;
        if (c->width < 0) {
            c->left = true;
            c->width = -OU_MAX(c->width, -INTPTR_MAX);
        }
    } else if (f->p < f->end && ou_ascii_is_digit(*f->p) &&
               digits(f, &c->width, VALUE("width too big")) < 0) {
        return -1;
    }
    if (f->p < f->end && *f->p == '.') {
        f->p++;
        if (f->p < f->end && *f->p == '*') {
            f->p++;
            if (star(f, &c->precision) < 0)
                return -1;
            c->precision = OU_MAX(c->precision, 0);
            if (c->precision > INT32_MAX)
                return ou_fail(
                    ou_raise(f->vm, &ou_exc_OverflowError, "Python int too large to convert to C int"));
        } else if (digits(f, &c->precision, VALUE("precision too big")) < 0) {
            return -1;
        }
    }
    if (f->p < f->end && (*f->p == 'l' || *f->p == 'h' || *f->p == 'L'))
        f->p++;
    if (f->p == f->end)
        return ou_fail(ou_raise(f->vm, &ou_exc_ValueError, "incomplete format"));
    c->index = f->bytes ? (size_t)(f->p - f->start) : ou_utf8_count(f->start, (size_t)(f->p - f->start));
    c->type = f->bytes ? *f->p++ : ou_utf8_next(&f->p);
    c->value = keyed ? keyed : next_argument(f);
    return c->value == OU_EXC ? -1 : 0;
}

/* Pads `length` characters (n bytes) to the width; head (sign, prefix) stays in front of zeros. */
static int put(struct percent *f, const struct conversion *c, const char *head, const uint8_t *p, size_t n,
               ou_int length, bool zeros)
{
    size_t head_n = strlen(head);
    ou_int pad = c->width - length - (ou_int)head_n;
    struct ou_builder *b = &f->b;
    if (pad > 0 && !c->left && !zeros)
        ou_builder_add_fill(b, ' ', (size_t)pad);
    ou_builder_add(b, head, head_n);
    if (pad > 0 && !c->left && zeros)
        ou_builder_add_fill(b, '0', (size_t)pad);
    int status = ou_builder_add(b, p, n);
    return pad > 0 && c->left ? ou_builder_add_fill(b, ' ', (size_t)pad) : status;
}

static int put_text(struct percent *f, const struct conversion *c, ou_val text)
{
    size_t n;
    const uint8_t *p = ou_str_data(f->vm, text, &n);
    if (c->width < 0 && c->precision < 0)
        return ou_builder_add(&f->b, p, n);
    ou_int length = ou_str_length(f->vm, text);
    if (c->precision >= 0 && c->precision < length) {
        n = ou_utf8_offset(p, n, (size_t)c->precision);
        length = c->precision;
    }
    return put(f, c, "", p, n, length, false);
}

static int put_bytes(struct percent *f, const struct conversion *c)
{
    struct ou_vm *vm = f->vm;
    ou_val v = c->value;
    struct ou_builder copy;
    ou_builder_init(vm, &copy);
    if (!ou_has_buffer(v)) {
        ou_val made =
            ou_type_is_heap(ou_type_of(v)) ? ou_call_special(vm, v, OU_S(__bytes__), 0, NULL) : OU_ABSENT;
        if (made == OU_EXC)
            return -1;
        v = made ? ou_cast_native(made, &ou_type_bytes) : OU_ABSENT;
        if (!v)
            return ou_fail(ou_raise(vm, &ou_exc_TypeError,
                                    "%%b requires a bytes-like object, or an object that "
                                    "implements __bytes__, not '%T'",
                                    c->value));
    }
    if (ou_bytes_collect(vm, &copy, v, "bytes") < 0)
        return -1;
    size_t n = c->precision >= 0 ? OU_MIN(copy.size, (size_t)c->precision) : copy.size;
    return put(f, c, "", copy.data, n, (ou_int)n, false);
}

static int put_character(struct percent *f, const struct conversion *c)
{
    struct ou_vm *vm = f->vm;
    ou_val v = c->value, text;
    uint8_t bytes[4];
    ou_int code;
    if (f->bytes) {
        ou_val b = ou_bytes_exact(v);
        if (b && ou_span_of(b).n == 1)
            return put(f, c, "", ou_span_of(b).p, 1, 1, false);
    } else if ((text = ou_str_exact(v)) && ou_str_length(vm, text) == 1) {
        size_t n;
        const uint8_t *p = ou_str_data(vm, text, &n);
        return put(f, c, "", p, n, 1, false);
    }
    bool is_int = ou_cast_native(v, &ou_type_int) || ou_is_bool(v);
    if (!is_int && ou_type_is_heap(ou_type_of(v))) {
        ou_val self, index = ou_get_special(vm, v, OU_S(__index__), &self);
        if (index == OU_EXC)
            return -1;
        is_int = index != OU_ABSENT;
    }
    if (!is_int)
        return ou_fail(
            ou_raise_message(f->vm, f->bytes ? TYPE("%%c requires an integer in range(256) or a single byte")
                                             : TYPE("%%c requires int or char")));
    if (ou_to_int_clamp(vm, v, &code) < 0)
        return -1;
    if (code < 0 || code > (f->bytes ? 0xff : 0x10ffff))
        return ou_fail(ou_raise_message(
            vm, f->bytes ? OU_MESSAGE(&ou_exc_OverflowError, "%%c arg not in range(256)")
                         : OU_MESSAGE(&ou_exc_OverflowError, "%%c arg not in range(0x110000)")));
    bytes[0] = (uint8_t)code;
    return put(f, c, "", bytes, f->bytes ? 1 : ou_utf8_put(bytes, (uint32_t)code), 1, false);
}

/* The int that %d or %x shows, or OU_EXC. */
static ou_val integer_of(struct percent *f, const struct conversion *c)
{
    struct ou_vm *vm = f->vm;
    ou_val v = ou_int_exact(c->value);
    if (v)
        return v;
    bool decimal = c->type == 'd' || c->type == 'i' || c->type == 'u',
         heap = ou_type_is_heap(ou_type_of(c->value));
    ou_val as_float = ou_cast_native(c->value, &ou_type_float), self, method;
    if (as_float && decimal)
        return ou_int_from_float(vm, ou_float_value(as_float));
    static const ou_val names[] = {OU_S(__int__), OU_S(__index__)};
    for (int i = decimal ? 0 : 1; heap && !as_float && i < 2; i++) {
        method = ou_get_special(vm, c->value, names[i], &self);
        if (method == OU_EXC)
            return OU_EXC;
        if (method)
            return i ? ou_index(vm, c->value) : ou_call_1(vm, OU_ROM(&ou_type_int), c->value);
    }
    return ou_raise_message(
        vm,
        decimal ? OU_MESSAGE(&ou_exc_TypeError, "%%%c format: a real number is required, not %T")
                : OU_MESSAGE(&ou_exc_TypeError, "%%%c format: an integer is required, not %T"),
        (int)c->type, c->value);
}

static int put_integer(struct percent *f, const struct conversion *c)
{
    ou_val v = integer_of(f, c);
    if (v == OU_EXC)
        return -1;
    int base = c->type == 'o' ? 8 : (c->type | 32) == 'x' ? 16 : 10;
    if (c->width < 0 && c->precision < 0 && !c->plus && !c->blank && !c->alternate)
        return ou_int_to_text(f->vm, v, base, c->type == 'X', &f->b);
    struct ou_builder text, zeros;
    ou_builder_init(f->vm, &text);
    ou_builder_init(f->vm, &zeros);
    if (ou_int_to_text(f->vm, v, base, c->type == 'X', &text) < 0)
        return -1;
    bool negative = text.data[0] == '-';
    const uint8_t *p = text.data + negative;
    size_t n = text.size - negative;
    char head[4] = "", *h = head;
    if (negative || c->plus || c->blank)
        *h++ = negative ? '-' : c->plus ? '+' : ' ';
    if (c->alternate && base != 10) {
        *h++ = '0';
        *h++ = (char)c->type;
    }
    *h = 0;
    if (c->precision > (ou_int)n) {
        ou_builder_add_fill(&zeros, '0', (size_t)c->precision - n);
        if (ou_builder_add(&zeros, p, n) < 0)
            return -1;
        p = zeros.data;
        n = zeros.size;
    }
    return put(f, c, head, p, n, (ou_int)n, c->zero);
}

static int put_float(struct percent *f, const struct conversion *c)
{
    ou_float d;
    if (ou_to_float(f->vm, c->value, &d) < 0)
        return -1;
    struct ou_builder b;
    ou_builder_init(f->vm, &b);
    ou_int precision = c->precision < 0 ? 6 : c->precision;
    if (ou_builder_add_float(&b, d, (char)(c->type | 32), (int)precision, c->alternate) < 0)
        return -1;
    uint8_t *p = b.data;
    size_t n = b.size;
    if (c->type < 'a')
        for (size_t i = 0; i < n; i++)
            p[i] = (uint8_t)ou_unicode_upper(p[i]);
    bool negative = *p == '-';
    const char *head = negative ? "-" : c->plus ? "+" : c->blank ? " " : "";
    return put(f, c, head, p + negative, n - negative, (ou_int)(n - negative), c->zero);
}

static int add(struct percent *f, const struct conversion *c)
{
    ou_val text;
    switch (c->type) {
    case 's':
        if (f->bytes)
            return put_bytes(f, c);
        text = ou_is_str(c->value) ? c->value : ou_str(f->vm, c->value);
        return text == OU_EXC ? -1 : put_text(f, c, ou_str_exact(text));
    case 'b':
        if (f->bytes)
            return put_bytes(f, c);
        break;
    case 'r':
        text = f->bytes ? ou_ascii(f->vm, c->value) : ou_repr(f->vm, c->value);
        return text == OU_EXC ? -1 : put_text(f, c, ou_str_exact(text));
    case 'a':
        text = ou_ascii(f->vm, c->value);
        return text == OU_EXC ? -1 : put_text(f, c, ou_str_exact(text));
    case 'c': return put_character(f, c);
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o': return put_integer(f, c);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return put_float(f, c);
    default: break;
    }
    return ou_fail(
        ou_raise(f->vm, &ou_exc_ValueError, "unsupported format character '%c' (0x%x) at index %zu",
                 c->type >= 32 && c->type < 127 ? (int)c->type : '?', (unsigned)c->type, c->index));
}

static int run(struct percent *f)
{
    while (f->p < f->end) {
        const uint8_t *percent = memchr(f->p, '%', (size_t)(f->end - f->p));
        if (!percent)
            percent = f->end;
        ou_builder_add(&f->b, f->p, (size_t)(percent - f->p));
        f->p = percent;
        if (percent == f->end)
            break;
        f->p++;
        if (f->p < f->end && *f->p == '%') {
            ou_builder_add_byte(&f->b, *f->p++);
            continue;
        }
        struct conversion c;
        if (parse(f, &c) < 0 || add(f, &c) < 0)
            return -1;
    }
    if (f->next < f->count && !f->is_mapping)
        return ou_fail(
            ou_raise_message(f->vm, f->bytes ? TYPE("not all arguments converted during bytes formatting")
                                             : TYPE("not all arguments converted during string formatting")));
    return 0;
}

static int prepare(struct percent *f, struct ou_vm *vm, ou_val args, const uint8_t *p, size_t n, bool bytes)
{
    ou_val self;
    *f = (struct percent){
        .vm = vm, .start = p, .p = p, .end = p + n, .args = args, .count = 1, .bytes = bytes};
    ou_builder_init(vm, &f->b);
    f->tuple = ou_cast_native(args, &ou_type_tuple);
    if (f->tuple) {
        f->count = ou_tuple_len(f->tuple);
        return 0;
    }
    if (bytes ? ou_bytes_exact(args) != OU_ABSENT : ou_str_exact(args) != OU_ABSENT)
        return 0;
    f->is_mapping = ou_ops_of(args)->get_item != NULL;
    if (f->is_mapping && ou_type_is_heap(ou_type_of(args))) {
        ou_val method = ou_get_special(vm, args, OU_S(__getitem__), &self);
        if (method == OU_EXC)
            return -1;
        f->is_mapping = method != OU_ABSENT;
    }
    return 0;
}

ou_val ou_str_percent(struct ou_vm *vm, ou_val format, ou_val args)
{
    struct percent f;
    size_t n;
    const uint8_t *p = ou_str_data(vm, format, &n);
    if (prepare(&f, vm, args, p, n, false) < 0 || run(&f) < 0)
        return OU_EXC;
    return ou_builder_str(&f.b);
}

ou_val ou_bytes_percent(struct ou_vm *vm, ou_val format, ou_val args)
{
    struct percent f;
    bool bytearray = ou_is_bytearray(format);
    struct ou_builder copy; /* a bytearray may change while its own formatting runs Python code */
    ou_builder_init(vm, &copy);
    if (ou_bytes_collect(vm, &copy, format, "bytes") < 0 ||
        prepare(&f, vm, args, copy.data, copy.size, true) < 0 || run(&f) < 0)
        return OU_EXC;
    return bytearray ? ou_bytearray_new(vm, f.b.data, f.b.size) : ou_builder_bytes(&f.b);
}
