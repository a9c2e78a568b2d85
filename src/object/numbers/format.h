/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * format(v, spec) of the built-in types, for their ops->format; spec is a str.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_NUMBERS_FORMAT_H
#define OURO_INCLUDED_SRC_OBJECT_NUMBERS_FORMAT_H

#include "object/core/object.h"

ou_val ou_format_str(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK;
ou_val ou_format_int(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK; /* int or bool */
ou_val ou_format_float(struct ou_vm *vm, ou_val v, ou_val spec) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_NUMBERS_FORMAT_H */
