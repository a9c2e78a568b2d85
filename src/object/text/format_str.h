/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * str.format.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TEXT_FORMAT_STR_H
#define OURO_INCLUDED_SRC_OBJECT_TEXT_FORMAT_STR_H

#include "object/core/object.h"

/* format.format(*args, **kw): args as a native method gets them, without self; mapping: for format_map,
 * else OU_ABSENT. */
ou_val ou_str_format_method(struct ou_vm *vm, ou_val format, unsigned n_args, unsigned n_kw,
                            const ou_val *args, ou_val mapping) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_TEXT_FORMAT_STR_H */
