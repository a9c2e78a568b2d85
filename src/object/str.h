/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Text, for the files of the object layer and for the VM.
 *
 * A str is an interned string (an immediate) or a struct ou_str.  A given text may exist in both forms:
 * equality of an interned and a heap str compares texts, equality of two interned ones is identity.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_STR_H
#define OURO_INCLUDED_SRC_OBJECT_STR_H

#include "object/object.h"
#include "object/unicode.h"

#define OU_STR_MAX 0x7fffff00u /* bytes of a str or bytes */

/* The text of an interned string, no collection.  Valid while the string is alive and, for an old
 * pointer, while it is on the C stack. */
static inline const uint8_t *ou_intern_text(struct ou_vm *vm, ou_val v, size_t *n)
{
    uint32_t id = ou_interned_id(v);
    if (id < OU_NAMES_COUNT)
        return ou_rom_text(id, n);
    const uint8_t *text = vm->intern.texts[id - OU_NAMES_COUNT];
    *n = text[0];
    return text + 1;
}

/* The text of a str. */
static inline const uint8_t *ou_str_data(struct ou_vm *vm, ou_val v, size_t *n)
{
    if (ou_is_interned(v))
        return ou_intern_text(vm, v, n);
    ou_assert_api(ou_is(v, &ou_type_str));
    const struct ou_str *s = (const struct ou_str *)v;
    *n = ou_str_size(s);
    return s->data;
}

static inline bool ou_str_is_ascii(struct ou_vm *vm, ou_val v)
{
    if (!ou_is_interned(v))
        return (((const struct ou_str *)v)->size_ascii & OU_STR_ASCII) != 0;
    if (ou_interned_id(v) < OU_NAMES_COUNT)
        return true;
    size_t n;
    const uint8_t *p = ou_intern_text(vm, v, &n);
    return ou_utf8_is_ascii(p, n);
}

/* v as exactly a str (an instance of a subclass: what it wraps), or OU_UNBOUND. */
static inline ou_val ou_str_exact(ou_val v)
{
    return ou_is_interned(v) || ou_is(v, &ou_type_str) ? v : ou_as(v, &ou_type_str);
}

/* A str of a part of valid text; ascii: known to be all ASCII (false: not known). */
ou_val ou_str_part(struct ou_vm *vm, const uint8_t *data, size_t n, bool ascii) OU_MUST_CHECK;
/* A block for n >= 2 bytes of text that the caller fills in at once; NULL: raised.  The caller sets ascii
 * only if it is all ASCII, and must if it is. */
struct ou_str *ou_str_block(struct ou_vm *vm, size_t n, bool ascii) OU_MUST_CHECK;
uint32_t ou_str_hash(struct ou_vm *vm, ou_val v);              /* no collection */
int ou_str_compare_text(struct ou_vm *vm, ou_val a, ou_val b); /* <0, 0, >0; no collection */
ou_val ou_str_repeat(struct ou_vm *vm, ou_val v, ou_int count) OU_MUST_CHECK;
/* Concatenates n str (f-strings). */
ou_val ou_str_concat_n(struct ou_vm *vm, size_t n, const ou_val *parts) OU_MUST_CHECK;
int ou_str_add_repr(struct ou_vm *vm, struct ou_builder *b, ou_val str, bool ascii_only);
ou_val ou_str_vformat(struct ou_vm *vm, const char *format, va_list arguments) OU_MUST_CHECK;
/* The text of a message, and the type of the exception. */
ou_val ou_message_format(struct ou_vm *vm, const struct ou_message *message, const struct ou_type **type,
                         va_list arguments) OU_MUST_CHECK;
/* separator.join(iterable) */
ou_val ou_str_join(struct ou_vm *vm, ou_val separator, ou_val iterable) OU_MUST_CHECK;

/* Encoding and decoding; encoding NULL: UTF-8; errors NULL: strict. */
ou_val ou_str_encode(struct ou_vm *vm, ou_val str, const char *encoding, size_t encoding_n,
                     ou_val errors) OU_MUST_CHECK;
ou_val ou_str_decode(struct ou_vm *vm, const uint8_t *data, size_t n, const char *encoding, size_t encoding_n,
                     ou_val errors) OU_MUST_CHECK;

/* format(v, spec) of the built-in types, for their ops->format; spec is a str. */
ou_val ou_format_str(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK;
ou_val ou_format_int(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK; /* int or bool */
ou_val ou_format_float(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK;
/* format % args, for str and for bytes (bytes: format is bytes or bytearray; the result too). */
ou_val ou_str_percent(struct ou_vm *vm, ou_val format, ou_val args) OU_MUST_CHECK;
ou_val ou_bytes_percent(struct ou_vm *vm, ou_val format, ou_val args) OU_MUST_CHECK;
/* format.format(*args, **kw): args as a native method gets them, without self; mapping: for format_map,
 * else OU_UNBOUND. */
ou_val ou_str_format_method(struct ou_vm *vm, ou_val format, unsigned n_args, unsigned n_kw,
                            const ou_val *args, ou_val mapping) OU_MUST_CHECK;

/* -- bytes -- */
bool ou_is_bytes_like(ou_val v); /* has a buffer */
ou_val ou_bytes_part(struct ou_vm *vm, bool bytearray, const void *data, size_t n) OU_MUST_CHECK;
uint32_t ou_bytes_hash(ou_val v);
/* In a bytearray's repr ' is always escaped, as in CPython. */
int ou_bytes_add_repr(struct ou_builder *b, const uint8_t *p, size_t n, bool bytearray);
/* Both are constants where there is no bytearray, so that what is for it is left out. */
static inline bool ou_is_bytearray(ou_val v) { return OU_WITH_BYTEARRAY && ou_is(v, &ou_type_bytearray); }
static inline ou_val ou_as_bytearray(ou_val v)
{
    return OU_WITH_BYTEARRAY ? ou_as(v, &ou_type_bytearray) : OU_UNBOUND;
}
/* The bytearray's storage; no collection. */
uint8_t *ou_bytearray_data(ou_val v, size_t *n);
/* Sets the size; BufferError while it is exported.  New bytes are zero.  0 or -1. */
int ou_bytearray_resize(struct ou_vm *vm, ou_val v, size_t n) OU_MUST_CHECK;
/* Contents for bytes(x) and bytearray(x): 0 or -1. */
int ou_bytes_collect(struct ou_vm *vm, struct ou_builder *b, ou_val x, const char *what) OU_MUST_CHECK;
ou_val ou_bytes_iter(struct ou_vm *vm,
                     ou_val sequence) OU_MUST_CHECK; /* iterator over bytes, bytearray, memoryview */
extern const struct ou_rom_table ou_bytes_table, ou_bytearray_table, ou_str_table;
extern const struct ou_type ou_type_bytes_iterator, ou_type_bytearray_iterator, ou_type_memory_iterator,
    ou_type_str_iterator;

/* -- searching in bytes: the offset, or (size_t)-1; m may be 0 -- */
size_t ou_mem_find(const uint8_t *p, size_t n, const uint8_t *what, size_t m);
size_t ou_mem_rfind(const uint8_t *p, size_t n, const uint8_t *what, size_t m);
size_t ou_mem_count(const uint8_t *p, size_t n, const uint8_t *what, size_t m); /* m > 0; not overlapping */

#endif /* OURO_INCLUDED_SRC_OBJECT_STR_H */
