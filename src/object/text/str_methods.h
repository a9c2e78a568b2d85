/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files that implement the methods of str, bytes and bytearray share.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TEXT_STR_METHODS_H
#define OURO_INCLUDED_SRC_OBJECT_TEXT_STR_METHODS_H

#include "object/text/str.h"

struct text {
    const uint8_t *p;
    size_t n;
    bool ascii;
};
struct text ou_text_of(struct ou_vm *vm, ou_val str);

/* Optional arguments start and end (n of them in args) against a length, as slices have them; start may
 * be beyond end and length.  0 or -1. */
int ou_range_args(struct ou_vm *vm, unsigned n, const ou_val *args, size_t length, ou_int *start,
                  ou_int *end) OU_MUST_CHECK;
void ou_list_reverse_in_place(struct ou_vm *vm, ou_val list);
/* What join joins, as a list or a tuple, and the number of its items; OU_EXC. */
ou_val ou_join_source(struct ou_vm *vm, ou_val iterable, size_t *count) OU_MUST_CHECK;

/* str_case.c */
typedef ou_val ou_str_method(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args);
ou_str_method ou_str_capitalize, ou_str_casefold, ou_str_isalnum, ou_str_isalpha, ou_str_isascii,
    ou_str_isdecimal, ou_str_isdigit, ou_str_isidentifier, ou_str_islower, ou_str_isnumeric,
    ou_str_isprintable, ou_str_isspace, ou_str_istitle, ou_str_isupper, ou_str_lower, ou_str_maketrans,
    ou_str_swapcase, ou_str_title, ou_str_translate, ou_str_upper;

#endif /* OURO_INCLUDED_SRC_OBJECT_TEXT_STR_METHODS_H */
