/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The instruction numbers and sizes, made from the table in opcodes.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_OPCODE_H
#define OURO_INCLUDED_SRC_OBJECT_OPCODE_H

#include <ouro/config.h>
#include <stdint.h>

enum ou_opcode {
#define X(name, operands, cache, kinds) OU_INS_##name,
#include "object/opcodes.h"
#undef X
    OU_INS_COUNT
};

#if OU_INLINE_CACHE
#define OU_CACHE_SIZE(bytes) (bytes)
#else
#define OU_CACHE_SIZE(bytes) 0
#endif

/* Bytes that an operand string takes: one for each letter, one more for the 16-bit ones. */
#define OU_OPERAND_WIDE(c) ((c) == 'w' || (c) == 'k' || (c) == 'j')

#endif /* OURO_INCLUDED_SRC_OBJECT_OPCODE_H */
