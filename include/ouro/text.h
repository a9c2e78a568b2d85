/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Texts and strings of bytes, and building them.
 *
 * A text is UTF-8.  A function that takes a str takes exactly a str, a debug build stops otherwise: what may be an instance
 * of a derived class goes through ou_cast_native(v, &ou_type_str) first.  The same holds of bytes and bytearray.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_TEXT_H
#define OURO_INCLUDED_INCLUDE_OURO_TEXT_H

#include <ouro/errors.h>
#include "ouro_names.h" /* generated: OU_S(name) */

/* -- str -- */
#define OU_STR_EMPTY OU_INTERNED(128)
/* A str with n bytes of text, which must be valid UTF-8; with a text that ends in NUL; with one character. */
ou_val ou_str_new(struct ou_vm *vm, const char *text, size_t n) OU_MUST_CHECK;
ou_val ou_str_from(struct ou_vm *vm, const char *text) OU_MUST_CHECK;
ou_val ou_str_from_char(struct ou_vm *vm, uint32_t code_point) OU_MUST_CHECK;
/* From bytes that may be no valid UTF-8: UnicodeDecodeError. */
ou_val ou_str_from_utf8(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;
/* Exactly str?  No collection. */
bool ou_is_str(ou_val v);
/* Its text, of *n bytes, without a NUL at the end.  It belongs to the str: it is valid while v is in a variable of the C
 * stack, or otherwise alive and no function is called that may collect.  No collection. */
const char *ou_str_text(struct ou_vm *vm, ou_val v, size_t *n);
/* Its length in characters.  No collection. */
ou_int ou_str_length(struct ou_vm *vm, ou_val v);
/* Same text?  No collection. */
bool ou_str_equal(struct ou_vm *vm, ou_val a, ou_val b);
bool ou_str_is(struct ou_vm *vm, ou_val v, const char *text);
/* a + b */
ou_val ou_str_concat(struct ou_vm *vm, ou_val a, ou_val b) OU_MUST_CHECK;

/* -- names: interned strings -- */
/* The interned str of this text: two of them are equal if they are the same word.  MemoryError; ValueError for more than 255
 * bytes. */
ou_val ou_intern(struct ou_vm *vm, const char *text, size_t n) OU_MUST_CHECK;
ou_val ou_intern_str(struct ou_vm *vm, ou_val str) OU_MUST_CHECK;
/* The interned form if there is one, else OU_ABSENT.  No collection. */
ou_val ou_intern_find(struct ou_vm *vm, ou_val str);

/* -- bytes and bytearray -- */
/* A copy of n bytes; data NULL: zeros. */
ou_val ou_bytes_new(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;
ou_val ou_bytearray_new(struct ou_vm *vm, const void *data, size_t n) OU_MUST_CHECK;
/* Their contents, *n bytes, as long as ou_str_text's; those of a bytearray until it is resized.  No collection. */
const uint8_t *ou_bytes_data(ou_val v, size_t *n);
uint8_t *ou_bytearray_data(ou_val v, size_t *n);
/* The contents of a bytes just made by ou_bytes_new, to be filled in.  No collection. */
uint8_t *ou_bytes_writable(ou_val fresh_bytes);
/* Sets the size of a bytearray; new bytes are zero.  BufferError while a memoryview or a pin exists.  0, -1. */
int ou_bytearray_resize(struct ou_vm *vm, ou_val v, size_t n) OU_MUST_CHECK;
/* Gives back the room that resizing step by step has left for more.  No collection. */
void ou_bytearray_trim(struct ou_vm *vm, ou_val v);
/* Exactly a bytearray?  As one, or OU_ABSENT?  Both are constants where there is no bytearray, so that what is for it is
 * left out.  No collection. */
static inline bool ou_is_bytearray(ou_val v)
{
    return OU_WITH_BYTEARRAY && ou_type_of(v) == &ou_type_bytearray;
}
static inline ou_val ou_as_bytearray(ou_val v)
{
    return OU_WITH_BYTEARRAY ? ou_cast_native(v, &ou_type_bytearray) : OU_ABSENT;
}

/* -- building -- */
/* A growing text or byte buffer in the collected heap, for building str and bytes.  It lies on the C stack and needs no
 * release.  After a failure all that follows fails, too, so only what ends it need be checked. */
struct ou_builder {
    struct ou_vm *vm;
    uint8_t *data; /* a RAW block, or inline_data */
    size_t size, capacity;
    bool failed;
    uint8_t tight; /* how often there was no room to spare: less is asked for then */
    uint8_t inline_data[64];
};
void ou_builder_init(struct ou_vm *vm, struct ou_builder *b);
/* Adds n bytes, a text that ends in NUL, a byte, a character (in UTF-8), a str, repr(v) (runs Python), a float (as
 * ou_float_print), the same byte n times.  0, -1. */
int ou_builder_add(struct ou_builder *b, const void *data, size_t n);
int ou_builder_add_c(struct ou_builder *b, const char *text);
int ou_builder_add_byte(struct ou_builder *b, uint8_t byte);
int ou_builder_add_char(struct ou_builder *b, uint32_t code_point);
int ou_builder_add_str(struct ou_builder *b, ou_val str);
int ou_builder_add_repr(struct ou_builder *b, ou_val v);
int ou_builder_add_float(struct ou_builder *b, ou_float d, char format, int precision, bool alternate);
int ou_builder_add_fill(struct ou_builder *b, uint8_t byte, size_t n);
int ou_builder_add_repeated(struct ou_builder *b, const void *data, size_t n, size_t times);
/* Room for n more bytes, which the caller writes and then adds to b->size; NULL: raised. */
uint8_t *ou_builder_reserve(struct ou_builder *b, size_t n);
/* What was built, as a str (valid UTF-8) or bytes: ends it. */
ou_val ou_builder_str(struct ou_builder *b) OU_MUST_CHECK;
ou_val ou_builder_bytes(struct ou_builder *b) OU_MUST_CHECK;
/* The text of a path, a str or bytes, with a NUL behind it, for functions of the port: lies in `storage`.  argument: the
 * function and the name of its argument as CPython tells them for a path of another type ("stat: path"), or NULL.
 * NULL: TypeError; ValueError for a path with a NUL in it; MemoryError. */
const char *ou_path_text(struct ou_vm *vm, ou_val path, const char *argument,
                         struct ou_builder *storage) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_INCLUDE_OURO_TEXT_H */
