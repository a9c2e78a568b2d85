/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * str: making, reading, operators, iteration, repr.  The methods are in str_methods.c.
 *
 * Texts are UTF-8.  A flag in the header says that a text is all ASCII; then a character's index is its
 * offset.  Otherwise an index is found by counting, 64 bytes at a time.  The empty string and single
 * ASCII characters are always interned, so they need no memory and compare by identity.
 */
#include "object/bytes/bytes.h"
#include "object/types/types.h"

const char *ou_str_text(struct ou_vm *vm, ou_val v, size_t *n) { return (const char *)ou_str_data(vm, v, n); }
bool ou_is_str(ou_val v) { return ou_is_interned(v) || ou_is(v, &ou_type_str); }

/* -- making -- */

struct ou_str *ou_str_block(struct ou_vm *vm, size_t n, bool ascii)
{
    struct ou_str *s = n <= OU_STR_MAX ? ou_gc_alloc_fast(&vm->heap, sizeof *s + n, OU_GC_RAW) : NULL;
    if (OU_UNLIKELY(!s)) {
        ou_raise_memory(vm, sizeof *s + n);
        return NULL;
    }
    s->type = OU_ROM(&ou_type_str);
    s->size_ascii = (uint32_t)n | (ascii ? OU_STR_ASCII : 0);
#if OU_WORD_BITS == 64
    s->hash = 0;
#endif
    return s;
}

ou_val ou_str_part(struct ou_vm *vm, const uint8_t *data, size_t n, bool ascii)
{
    if (n < 2) {
        if (n == 0)
            return OU_S();
        if (data[0] < 0x80)
            return OU_INTERNED(data[0]);
    }
    struct ou_str *s = ou_str_block(vm, n, ascii || ou_utf8_is_ascii(data, n));
    if (!s)
        return OU_EXC;
    memcpy(s->data, data, n);
    return ou_from_ptr(s);
}

ou_val ou_str_new(struct ou_vm *vm, const char *text, size_t n)
{
    return ou_str_part(vm, (const uint8_t *)text, n, false);
}
ou_val ou_str_from(struct ou_vm *vm, const char *text) { return ou_str_new(vm, text, strlen(text)); }

ou_val ou_str_from_char(struct ou_vm *vm, uint32_t code_point)
{
    if (code_point < 0x80)
        return OU_INTERNED(code_point);
    uint8_t bytes[4];
    size_t n = ou_utf8_put(bytes, code_point);
    struct ou_str *s = ou_str_block(vm, n, false);
    if (!s)
        return OU_EXC;
    memcpy(s->data, bytes, n);
    return ou_from_ptr(s);
}

static ou_val str_make(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)type;
    if (n_args == 1 && n_kw == 0)
        return ou_is_str(args[0]) ? args[0] : ou_str(vm, args[0]);
    ou_val a[3];
    if (ou_args_parse(vm, "str", "|object encoding errors", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    if (!a[0])
        return OU_S();
    if (!a[1] && !a[2])
        return ou_str(vm, a[0]);
    for (int i = 1; i < 3; i++)
        if (a[i] && !ou_str_exact(a[i]))
            return ou_raise(vm, &ou_exc_TypeError, "str() argument '%s' must be str, not %A",
                            i == 1 ? "encoding" : "errors", a[i]);
    if (ou_str_exact(a[0]))
        return ou_raise(vm, &ou_exc_TypeError, "decoding str is not supported");
    if (!ou_has_buffer(a[0]))
        return ou_raise(vm, &ou_exc_TypeError, "decoding to str: need a bytes-like object, %T found", a[0]);
    struct ou_buffer buffer;
    if (ou_get_buffer(vm, a[0], &buffer) < 0)
        return OU_EXC;
    size_t n = 0;
    const char *encoding = a[1] ? ou_str_text(vm, ou_str_exact(a[1]), &n) : NULL;
    return ou_str_decode(vm, buffer.data, buffer.size, encoding, n, a[2] ? ou_str_exact(a[2]) : OU_UNBOUND);
}

/* -- reading -- */

ou_int ou_str_length(struct ou_vm *vm, ou_val v)
{
    size_t n;
    const uint8_t *p = ou_str_data(vm, v, &n);
    return (ou_int)(ou_str_is_ascii(vm, v) ? n : ou_utf8_count(p, n));
}

uint32_t ou_str_hash(struct ou_vm *vm, ou_val v)
{
    if (ou_is_interned(v))
        return ou_intern_hash(vm, v);
    struct ou_str *s = ou_ptr(v);
#if OU_WORD_BITS == 64
    if (!s->hash)
        s->hash = ou_hash_bytes(s->data, ou_str_size(s));
    return s->hash;
#else
    return ou_hash_bytes(s->data, ou_str_size(s));
#endif
}

bool ou_str_equal(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (a == b)
        return true;
    if (ou_is_interned(a) && ou_is_interned(b))
        return false;
    size_t na, nb;
    const uint8_t *pa = ou_str_data(vm, a, &na), *pb = ou_str_data(vm, b, &nb);
    return na == nb && memcmp(pa, pb, na) == 0;
}

bool ou_str_is(struct ou_vm *vm, ou_val v, const char *text)
{
    size_t n;
    const char *p = ou_str_text(vm, v, &n);
    return strlen(text) == n && memcmp(p, text, n) == 0;
}

/* Comparing UTF-8 bytes compares code points. */
int ou_str_compare_text(struct ou_vm *vm, ou_val a, ou_val b)
{
    size_t na, nb;
    const uint8_t *pa = ou_str_data(vm, a, &na), *pb = ou_str_data(vm, b, &nb);
    int order = memcmp(pa, pb, OU_MIN(na, nb));
    return order ? order : (na > nb) - (na < nb);
}

/* -- operators -- */

ou_val ou_str_concat(struct ou_vm *vm, ou_val a, ou_val b)
{
    size_t na, nb;
    const uint8_t *pa = ou_str_data(vm, a, &na), *pb = ou_str_data(vm, b, &nb);
    if (!na || !nb)
        return na ? a : b;
    struct ou_str *s = ou_str_block(vm, na + nb, ou_str_is_ascii(vm, a) && ou_str_is_ascii(vm, b));
    if (!s)
        return OU_EXC;
    memcpy(s->data, pa, na);
    memcpy(s->data + na, pb, nb);
    return ou_from_ptr(s);
}

ou_val ou_str_concat_n(struct ou_vm *vm, size_t count, const ou_val *parts)
{
    size_t total = 0, used = 0;
    ou_val only = OU_S();
    bool ascii = true;
    for (size_t i = 0; i < count; i++) {
        size_t n;
        ou_str_data(vm, parts[i], &n);
        if (!n)
            continue;
        only = parts[i];
        used++;
        total += n;
        ascii = ascii && ou_str_is_ascii(vm, parts[i]);
        if (total > OU_STR_MAX)
            return ou_raise_memory(vm, total);
    }
    if (used <= 1)
        return only;
    struct ou_str *s = ou_str_block(vm, total, ascii);
    if (!s)
        return OU_EXC;
    uint8_t *out = s->data;
    for (size_t i = 0; i < count; i++) {
        size_t n;
        const uint8_t *p = ou_str_data(vm, parts[i], &n);
        memcpy(out, p, n);
        out += n;
    }
    return ou_from_ptr(s);
}

ou_val ou_str_repeat(struct ou_vm *vm, ou_val v, ou_int count)
{
    size_t n, total;
    const uint8_t *p = ou_str_data(vm, v, &n);
    if (count <= 0 || n == 0)
        return OU_S();
    if (count == 1)
        return v;
    if (__builtin_mul_overflow(n, (size_t)count, &total) || total > OU_STR_MAX)
        return ou_raise_memory(vm, total < n ? SIZE_MAX : total);
    struct ou_str *s = ou_str_block(vm, total, ou_str_is_ascii(vm, v));
    if (!s)
        return OU_EXC;
    if (n == 1) {
        memset(s->data, p[0], total);
    } else {
        memcpy(s->data, p, n);
        for (size_t done = n; done < total; done += OU_MIN(done, total - done))
            memcpy(s->data + done, s->data, OU_MIN(done, total - done));
    }
    return ou_from_ptr(s);
}

static ou_val repeat_by(struct ou_vm *vm, ou_val text, ou_val by)
{
    ou_int count;
    bool other;
    if (ou_bytes_repeat_count(vm, by, &count, &other) < 0)
        return OU_EXC;
    return other ? OU_NOT_IMPLEMENTED : ou_str_repeat(vm, text, count);
}

static ou_val str_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b)
{
    ou_val sa = ou_str_exact(a), sb = ou_str_exact(b);
    switch (op) {
    case OU_OP_ADD:
        if (sa && sb)
            return ou_str_concat(vm, sa, sb);
        if (!sa || ou_type_is_heap(ou_type_of(b)))
            return OU_NOT_IMPLEMENTED;
        return ou_raise(vm, &ou_exc_TypeError, "can only concatenate str (not \"%T\") to str", b);
    case OU_OP_MUL: return sa ? repeat_by(vm, sa, b) : repeat_by(vm, sb, a);
    case OU_OP_MOD: return sa ? ou_str_percent(vm, sa, b) : OU_NOT_IMPLEMENTED;
    default: return OU_NOT_IMPLEMENTED;
    }
}

static ou_val str_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    b = ou_str_exact(b);
    if (!b)
        return OU_NOT_IMPLEMENTED;
    if (op == OU_CMP_EQ)
        return ou_bool(ou_str_equal(vm, a, b));
    if (op == OU_CMP_NE)
        return ou_bool(!ou_str_equal(vm, a, b));
    int order = ou_str_compare_text(vm, a, b);
    switch (op) {
    case OU_CMP_LT: return ou_bool(order < 0);
    case OU_CMP_LE: return ou_bool(order <= 0);
    case OU_CMP_GT: return ou_bool(order > 0);
    default: return ou_bool(order >= 0);
    }
}

static int str_truth(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self != OU_S();
}

static ou_int str_len(struct ou_vm *vm, ou_val self) { return ou_str_length(vm, self); }

static int str_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    *out = (ou_int)ou_str_hash(vm, self);
    return 0;
}

static ou_val str_str(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static int str_contains(struct ou_vm *vm, ou_val self, ou_val item)
{
    ou_val what = ou_str_exact(item);
    if (!what)
        return ou_fail(
            ou_raise(vm, &ou_exc_TypeError, "'in <string>' requires string as left operand, not %T", item));
    size_t n, m;
    const uint8_t *p = ou_str_data(vm, self, &n), *w = ou_str_data(vm, what, &m);
    return ou_mem_find(p, n, w, m) != (size_t)-1;
}

/* -- items -- */

static ou_val get_slice(struct ou_vm *vm, ou_val self, ou_val slice)
{
    size_t n, count;
    const uint8_t *p = ou_str_data(vm, self, &n);
    bool ascii = ou_str_is_ascii(vm, self);
    size_t length = ascii ? n : ou_utf8_count(p, n);
    ou_int start, stop, step;
    if (ou_slice_resolve(vm, slice, length, &start, &stop, &step, &count) < 0)
        return OU_EXC;
    p = ou_str_data(vm, self, &n);
    if (count == 0)
        return OU_S();
    if (count == length && step == 1)
        return self;
    if (ascii && step == 1)
        return ou_str_part(vm, p + start, count, true);
    if (step == 1) {
        size_t from = ou_utf8_offset(p, n, (size_t)start);
        return ou_str_part(vm, p + from, ou_utf8_offset(p + from, n - from, count), false);
    }
    if (ascii) {
        if (count == 1)
            return OU_INTERNED(p[start]);
        struct ou_str *s = ou_str_block(vm, count, true);
        if (!s)
            return OU_EXC;
        for (size_t i = 0; i < count; i++, start += step)
            s->data[i] = p[start];
        return ou_from_ptr(s);
    }
    struct ou_builder b;
    ou_builder_init(vm, &b);
    const uint8_t *at = p + ou_utf8_offset(p, n, (size_t)start);
    for (size_t i = 0;;) {
        ou_builder_add(&b, at, ou_utf8_length_of(*at));
        if (++i == count)
            break;
        if (step > 0)
            at += ou_utf8_offset(at, (size_t)(p + n - at), (size_t)step);
        else
            for (ou_int k = step; k < 0; k++)
                (void)ou_utf8_previous(&at);
    }
    return ou_builder_str(&b);
}

static ou_val str_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    size_t n, i;
    if (ou_is(key, &ou_type_slice))
        return get_slice(vm, self, key);
    if (!ou_is_small(key) && !ou_is_bool(key) && !ou_as(key, &ou_type_int) &&
        !ou_type_is_heap(ou_type_of(key)))
        return ou_raise(vm, &ou_exc_TypeError, "string indices must be integers, not '%T'", key);
    if (ou_index_resolve(vm, key, (size_t)ou_str_length(vm, self), "string", &i) < 0)
        return OU_EXC;
    const uint8_t *p = ou_str_data(vm, self, &n);
    if (ou_str_is_ascii(vm, self))
        return OU_INTERNED(p[i]);
    p += ou_utf8_offset(p, n, i);
    return ou_str_from_char(vm, ou_utf8_next(&p));
}

struct str_iterator {
    ou_val type, text, offset;
};

static ou_val str_iter(struct ou_vm *vm, ou_val self)
{
    ou_val v = ou_object_new(vm, &ou_type_str_iterator, sizeof(struct str_iterator) / sizeof(ou_val), false);
    if (v == OU_EXC)
        return v;
    ou_field_set(vm, v, 1, self);
    ou_field_set(vm, v, 2, ou_small(0));
    return v;
}

static ou_val iterator_self(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return self;
}

static ou_val iterator_next(struct ou_vm *vm, ou_val self)
{
    struct str_iterator *it = ou_ptr(self);
    if (!it->text)
        return OU_STOP;
    size_t n, offset = (size_t)ou_small_value(it->offset);
    const uint8_t *p = ou_str_data(vm, it->text, &n);
    if (offset >= n) {
        OU_STORE(vm, it, &it->text, OU_UNBOUND);
        return OU_STOP;
    }
    if (p[offset] < 0x80) {
        OU_STORE(vm, it, &it->offset, ou_small((ou_int)offset + 1));
        return OU_INTERNED(p[offset]);
    }
    const uint8_t *at = p + offset;
    uint32_t c = ou_utf8_next(&at);
    OU_STORE(vm, it, &it->offset, ou_small((ou_int)(at - p)));
    return ou_str_from_char(vm, c);
}

/* -- repr -- */

static void add_hex(struct ou_builder *b, char letter, uint32_t c, int digits)
{
    char text[12] = {'\\', letter};
    for (int i = 0; i < digits; i++)
        text[2 + i] = "0123456789abcdef"[c >> (4 * (digits - 1 - i)) & 15];
    ou_builder_add(b, text, (size_t)digits + 2);
}

static void add_escape(struct ou_builder *b, uint32_t c)
{
    if (c == '\n' || c == '\r' || c == '\t' || c == '\\' || c == '\'') {
        ou_builder_add_byte(b, '\\');
        ou_builder_add_byte(b, c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : (uint8_t)c);
    } else if (c < 0x100) {
        add_hex(b, 'x', c, 2);
    } else if (c < 0x10000) {
        add_hex(b, 'u', c, 4);
    } else {
        add_hex(b, 'U', c, 8);
    }
}

int ou_str_add_repr(struct ou_vm *vm, struct ou_builder *b, ou_val str, bool ascii_only)
{
    size_t n;
    const uint8_t *p = ou_str_data(vm, str, &n), *end = p + n;
    uint8_t quote = memchr(p, '\'', n) && !memchr(p, '"', n) ? '"' : '\'';
    ou_builder_add_byte(b, quote);
    while (p < end) {
        const uint8_t *from = p;
        while (p < end && *p >= 0x20 && *p < 0x7f && *p != '\\' && *p != '\'')
            p++;
        if (p > from)
            ou_builder_add(b, from, (size_t)(p - from));
        if (p == end)
            break;
        from = p;
        uint32_t c = ou_utf8_next(&p);
        if (c == '\'' && quote == '"')
            ou_builder_add_byte(b, '\'');
        else if (c < 0x80 || ascii_only || !ou_unicode_is_printable(c))
            add_escape(b, c);
        else
            ou_builder_add(b, from, (size_t)(p - from));
    }
    return ou_builder_add_byte(b, quote);
}

static ou_val str_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_str_add_repr(vm, &b, self, false);
    return ou_builder_str(&b);
}

static const struct ou_type_ops str_ops = {
    .make = str_make,
    .repr = str_repr,
    .str = str_str,
    .format = ou_format_str,
    .truth = str_truth,
    .len = str_len,
    .hash = str_hash,
    .compare = str_compare,
    .binary = str_binary,
    .get_item = str_get_item,
    .contains = str_contains,
    .iter = str_iter,
};
OU_DEFINE_TYPE(ou_type_str, OU_S(str), &ou_type_object, &str_ops, &ou_str_table, 0, OU_V_STR);

static const struct ou_type_ops str_iterator_ops = {.iter = iterator_self, .next = iterator_next};
OU_DEFINE_TYPE(ou_type_str_iterator, OU_S(str_ascii_iterator), &ou_type_object, &str_iterator_ops, NULL,
               OU_TYPE_FINAL, OU_V_NONE);
