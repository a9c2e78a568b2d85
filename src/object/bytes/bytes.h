/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What bytes, bytearray and memoryview share.
 *
 * A span is a range of bytes seen for a moment: it is good until Python code may run, which may resize a
 * bytearray; so arguments are converted first and spans are taken last.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_BYTES_BYTES_H
#define OURO_INCLUDED_SRC_OBJECT_BYTES_BYTES_H

#include "object/core/string.h"

struct ou_span {
    const uint8_t *p;
    size_t n;
};

/* Of a bytes or bytearray (exactly). No collection. */
static inline struct ou_span ou_span_of(ou_val v)
{
    struct ou_span s;
    if (!OU_WITH_BYTEARRAY || ou_is(v, &ou_type_bytes)) {
        const struct ou_bytes *b = ou_ptr(v);
        s.p = b->data;
        s.n = b->size;
    } else {
        s.p = ou_bytearray_data(v, &s.n);
    }
    return s;
}
bool ou_is_bytes_like(ou_val v); /* has a buffer */
ou_val ou_bytes_part(struct ou_vm *vm, bool bytearray, const void *data, size_t n) OU_MUST_CHECK;
uint32_t ou_bytes_hash(ou_val v);
/* In a bytearray's repr ' is always escaped, as in CPython. */
int ou_bytes_add_repr(struct ou_builder *b, const uint8_t *p, size_t n, bool bytearray);
/* Contents for bytes(x) and bytearray(x): 0 or -1. */
int ou_bytes_collect(struct ou_vm *vm, struct ou_builder *b, ou_val x, const char *what) OU_MUST_CHECK;
/* An iterator over bytes, bytearray, memoryview. */
ou_val ou_bytes_iter(struct ou_vm *vm, ou_val sequence) OU_MUST_CHECK;
extern const struct ou_rom_table ou_bytes_table, ou_bytearray_table;
extern const struct ou_type ou_type_bytes_iterator, ou_type_bytearray_iterator, ou_type_memory_iterator;
/* Of any object with a contiguous buffer; TypeError "a bytes-like object is required, not 'T'". */
int ou_span_get(struct ou_vm *vm, ou_val v, struct ou_span *out) OU_MUST_CHECK;
/* v as exactly a bytes or bytearray, or OU_ABSENT. */
static inline ou_val ou_bytes_exact(ou_val v)
{
    if (ou_is(v, &ou_type_bytes) || ou_is_bytearray(v))
        return v;
    ou_val as = ou_cast_native(v, &ou_type_bytes);
    return as ? as : ou_as_bytearray(v);
}
/* An item for a bytearray: an int in range(0, 256); ValueError with the given text. */
int ou_byte_arg(struct ou_vm *vm, ou_val v, const char *range_text, uint8_t *out) OU_MUST_CHECK;
/* An index of an item; `what` is "bytearray" or NULL for bytes, which phrases it differently. */
int ou_byte_index(struct ou_vm *vm, ou_val key, ou_val sequence, const char *what, size_t *out) OU_MUST_CHECK;
/* The operations that bytes and bytearray have in common. */
ou_val ou_bytes_make_contents(struct ou_vm *vm, bool bytearray, unsigned n_args, unsigned n_kw,
                              const ou_val *args) OU_MUST_CHECK; /* bytes or bytearray */
ou_val ou_bytes_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b) OU_MUST_CHECK;
ou_val ou_bytes_binary(struct ou_vm *vm, enum ou_binary_op op, ou_val a, ou_val b) OU_MUST_CHECK;
int ou_bytes_contains(struct ou_vm *vm, ou_val self, ou_val item) OU_MUST_CHECK;
ou_val ou_bytes_get_slice(struct ou_vm *vm, ou_val self, ou_val slice) OU_MUST_CHECK;
/* Appends the contents of a memoryview, contiguous or not. */
int ou_memoryview_add(struct ou_vm *vm, struct ou_builder *b, ou_val view) OU_MUST_CHECK;

/* Methods defined in one file and listed in another. */
typedef OU_NATIVE_FUNCTION(ou_bytearray_method);
ou_bytearray_method ou_bytearray_append, ou_bytearray_clear, ou_bytearray_copy, ou_bytearray_extend,
    ou_bytearray_insert, ou_bytearray_pop, ou_bytearray_remove, ou_bytearray_reverse;
extern const struct ou_native ou_memoryview_hex;

#endif /* OURO_INCLUDED_SRC_OBJECT_BYTES_BYTES_H */
