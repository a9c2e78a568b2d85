/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Texts and strings of bytes as the interpreter itself uses them: making, reading, comparing.  The types that Python
 * sees stand on this (text/str.c, bytes/bytes.c).
 *
 * Texts are UTF-8.  A flag in the header says that a text is all ASCII; then a character's index is its offset.  The
 * empty string and single ASCII characters are always interned, so they need no memory and compare by identity.
 */
#include "base/base.h"
#include "object/core/string.h"

const char *ou_str_text(struct ou_vm *vm, ou_val v, size_t *n) { return (const char *)ou_str_data(vm, v, n); }

bool ou_is_str(ou_val v) { return ou_is_interned(v) || ou_is(v, &ou_type_str); }

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

/* -- strings of bytes -- */

OU_ROM_ALIGN static const struct ou_bytes empty = {.type = OU_ROM(&ou_type_bytes)};

/* Not inline: its frame is gone when a collection scans the C stack for what the caller left there. */
static OU_NOINLINE struct ou_bytes *bytes_block(struct ou_vm *vm, size_t n)
{
    return n <= OU_STR_MAX ? ou_gc_alloc(&vm->heap, sizeof(struct ou_bytes) + n, OU_GC_RAW) : NULL;
}

ou_val ou_bytes_new(struct ou_vm *vm, const void *data, size_t n)
{
    if (n == 0)
        return OU_ROM(&empty);
    struct ou_bytes *b = bytes_block(vm, n);
    if (!b)
        return ou_raise_memory(vm, sizeof *b + n);
    b->type = OU_ROM(&ou_type_bytes);
    b->size = (uint32_t)n;
#if OU_WORD_BITS == 64
    b->hash = 0;
#endif
    if (data)
        memcpy(b->data, data, n);
    else
        memset(b->data, 0, n);
    return ou_from_ptr(b);
}

const uint8_t *ou_bytes_data(ou_val v, size_t *n)
{
    const struct ou_bytes *b = ou_ptr(v);
    ou_assert_api(ou_is(v, &ou_type_bytes));
    *n = b->size;
    return b->data;
}

uint8_t *ou_bytes_writable(ou_val fresh_bytes) { return ((struct ou_bytes *)fresh_bytes)->data; }
