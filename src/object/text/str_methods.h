/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files that implement the methods of str, bytes and bytearray share.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TEXT_STR_METHODS_H
#define OURO_INCLUDED_SRC_OBJECT_TEXT_STR_METHODS_H

#include "object/text/str.h"

/* str_case.c */
typedef OU_NATIVE_FUNCTION(ou_str_method);
ou_str_method ou_str_capitalize, ou_str_casefold, ou_str_isalnum, ou_str_isalpha, ou_str_isascii,
    ou_str_isdecimal, ou_str_isdigit, ou_str_isidentifier, ou_str_islower, ou_str_isnumeric,
    ou_str_isprintable, ou_str_isspace, ou_str_istitle, ou_str_isupper, ou_str_lower, ou_str_maketrans,
    ou_str_swapcase, ou_str_title, ou_str_translate, ou_str_upper;

#endif /* OURO_INCLUDED_SRC_OBJECT_TEXT_STR_METHODS_H */
