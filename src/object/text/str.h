/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What other files use of the type str beyond the public API; reading texts is in core/string.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TEXT_STR_H
#define OURO_INCLUDED_SRC_OBJECT_TEXT_STR_H

#include "object/core/string.h"

ou_val ou_str_repeat(struct ou_vm *vm, ou_val v, ou_int count) OU_MUST_CHECK;
/* Concatenates n str (f-strings). */
ou_val ou_str_concat_n(struct ou_vm *vm, size_t n, const ou_val *parts) OU_MUST_CHECK;
extern const struct ou_rom_table ou_str_table;
extern const struct ou_type ou_type_str_iterator;

#endif /* OURO_INCLUDED_SRC_OBJECT_TEXT_STR_H */
