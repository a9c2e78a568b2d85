/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * format % args.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_BYTES_FORMAT_PERCENT_H
#define OURO_INCLUDED_SRC_OBJECT_BYTES_FORMAT_PERCENT_H

#include "object/core/object.h"

/* format % args, for str and for bytes (bytes: format is bytes or bytearray; the result too). */
ou_val ou_str_percent(struct ou_vm *vm, ou_val format, ou_val args) OU_MUST_CHECK;
ou_val ou_bytes_percent(struct ou_vm *vm, ou_val format, ou_val args) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_BYTES_FORMAT_PERCENT_H */
