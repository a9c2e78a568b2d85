/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Texts and strings of bytes, and building them.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_TEXT_H
#define OURO_INCLUDED_INCLUDE_OURO_TEXT_H

#include <ouro/errors.h>
#include "ouro_names.h" /* generated: OU_S(name) */

#define OU_STR_EMPTY OU_INTERNED(128)
ou_val ou_str_new(struct ou_vm *vm, const char *text, size_t n) OU_MUST_CHECK; /* valid UTF-8 */
ou_val ou_str_from(struct ou_vm *vm, const char *text) OU_MUST_CHECK;          /* NUL-terminated */
ou_val ou_str_from_char(struct ou_vm *vm, uint32_t code_point) OU_MUST_CHECK;
bool ou_is_str(ou_val v); /* exactly str */
/* Text of a str (UTF-8, not NUL-terminated): valid while v is on the C stack or otherwise alive.  No
 * collection. */
const char *ou_str_text(struct ou_vm *vm, ou_val v, size_t *n);
ou_int ou_str_length(struct ou_vm *vm, ou_val v); /* in code points */
bool ou_str_equal(struct ou_vm *vm, ou_val a, ou_val b);
bool ou_str_is(struct ou_vm *vm, ou_val v, const char *text);
ou_val ou_str_concat(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_intern(struct ou_vm *vm, const char *text, size_t n) OU_MUST_CHECK; /* the interned str */
ou_val ou_intern_str(struct ou_vm *vm, ou_val str) OU_MUST_CHECK;
/* The interned form if there is one, else OU_UNBOUND; no collection. */
ou_val ou_intern_find(struct ou_vm *vm, ou_val str);
ou_val ou_bytes_new(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK; /* data NULL: zeros */
const uint8_t *ou_bytes_data(ou_val v, size_t *n); /* exactly bytes; no collection */
uint8_t *ou_bytes_writable(ou_val fresh_bytes);    /* of a bytes just made by ou_bytes_new */
ou_val ou_bytearray_new(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;
uint8_t *ou_bytearray_data(ou_val v, size_t *n); /* exactly bytearray; no collection */
/* Sets the size; BufferError while it is exported.  New bytes are zero.  0 or -1. */
int ou_bytearray_resize(struct ou_vm *vm, ou_val v, size_t n) OU_MUST_CHECK;

/* Both are constants where there is no bytearray, so that what is for it is left out. */
static inline bool ou_is_bytearray(ou_val v)
{
    return OU_WITH_BYTEARRAY && ou_type_of(v) == &ou_type_bytearray;
}
static inline ou_val ou_as_bytearray(ou_val v)
{
    return OU_WITH_BYTEARRAY ? ou_as(v, &ou_type_bytearray) : OU_UNBOUND;
}

/* From bytes that may be no valid UTF-8: UnicodeDecodeError. */
ou_val ou_str_from_utf8(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;

/* A growing text or byte buffer in the collected heap, for building str and bytes.  It lies on the C
 * stack; after a failure of an add, finish fails too, so only finish need be checked. */
struct ou_builder {
    struct ou_vm *vm;
    uint8_t *data; /* a RAW block, or inline_data */
    size_t size, capacity;
    bool failed;
    uint8_t inline_data[64];
};
void ou_builder_init(struct ou_vm *vm, struct ou_builder *b);
int ou_builder_add(struct ou_builder *b, const void *data, size_t n); /* 0, -1 */
int ou_builder_add_c(struct ou_builder *b, const char *text);
int ou_builder_add_byte(struct ou_builder *b, uint8_t byte);
int ou_builder_add_char(struct ou_builder *b, uint32_t code_point); /* UTF-8 */
int ou_builder_add_str(struct ou_builder *b, ou_val str);
int ou_builder_add_repr(struct ou_builder *b, ou_val v);
int ou_builder_add_float(struct ou_builder *b, ou_float d, char format, int precision,
                         bool alternate); /* as ou_float_print */
int ou_builder_add_fill(struct ou_builder *b, uint8_t byte, size_t n);
uint8_t *ou_builder_reserve(struct ou_builder *b, size_t n); /* room for n more; caller adds to size; NULL */
ou_val ou_builder_str(struct ou_builder *b) OU_MUST_CHECK;
ou_val ou_builder_bytes(struct ou_builder *b) OU_MUST_CHECK;
/* The text of a path, a str or bytes, with a NUL behind it, for functions of the port: lies in `storage`.  argument: the
 * function and the name of its argument as CPython tells them for a path of another type ("stat: path"), or NULL.
 * NULL: TypeError; ValueError for a path with a NUL in it; MemoryError. */
const char *ou_path_text(struct ou_vm *vm, ou_val path, const char *argument,
                         struct ou_builder *storage) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_TEXT_H */
