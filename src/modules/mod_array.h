/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module array share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_MOD_ARRAY_H
#define OURO_INCLUDED_SRC_MODULES_MOD_ARRAY_H

#include <ouro/ouro.h>

/* V: array, 16: typecode is a small int, storage a bytearray */
enum { ARRAY_TYPECODE = 1, ARRAY_STORAGE, ARRAY_WORDS };

union ou_array_item {
    int8_t b;
    uint8_t B;
    int16_t h;
    uint16_t H;
    int32_t i;
    uint32_t I;
    long l;
    unsigned long L;
    int64_t q;
    uint64_t Q;
    float f;
};

/* array_items.c */
char ou_array_typecode_of(ou_val a);
size_t ou_array_code_size(char code);
size_t ou_array_size_of(ou_val a);
uint8_t *ou_array_items_of(ou_val a, size_t *n);
size_t ou_array_length_of(ou_val a);
int ou_array_resize(struct ou_vm *vm, ou_val a, size_t n);
/* As ou_bytearray_trim. */
void ou_array_trim(struct ou_vm *vm, ou_val a);
ou_val ou_array_new(struct ou_vm *vm, char code, const void *items, size_t n);
ou_val ou_array_item_load(struct ou_vm *vm, char code, const uint8_t *p);
int ou_array_item_convert(struct ou_vm *vm, char code, ou_val v, union ou_array_item *out);
int ou_array_open_gap(struct ou_vm *vm, ou_val a, size_t at, ou_int count);
int ou_array_insert_at(struct ou_vm *vm, ou_val a, size_t at, const union ou_array_item *x);
int ou_array_append(struct ou_vm *vm, ou_val a, ou_val v);
int ou_array_append_bytes(struct ou_vm *vm, ou_val a, ou_val source);
int ou_array_extend(struct ou_vm *vm, ou_val a, ou_val source);

#endif /* OURO_INCLUDED_SRC_MODULES_MOD_ARRAY_H */
