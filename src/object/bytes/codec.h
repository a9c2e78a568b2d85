/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Encoding and decoding text.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_BYTES_CODEC_H
#define OURO_INCLUDED_SRC_OBJECT_BYTES_CODEC_H

#include "object/core/string.h"

/* Encoding and decoding; encoding NULL: UTF-8; errors NULL: strict. */
ou_val ou_str_encode(struct ou_vm *vm, ou_val str, const char *encoding, size_t encoding_n,
                     ou_val errors) OU_MUST_CHECK;
ou_val ou_str_decode(struct ou_vm *vm, const uint8_t *data, size_t n, const char *encoding, size_t encoding_n,
                     ou_val errors) OU_MUST_CHECK;

#endif /* OURO_INCLUDED_SRC_OBJECT_BYTES_CODEC_H */
