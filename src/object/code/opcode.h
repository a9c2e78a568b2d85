/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The instruction numbers and sizes, made from the table in opcodes.h.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CODE_OPCODE_H
#define OURO_INCLUDED_SRC_OBJECT_CODE_OPCODE_H

#include <ouro/config.h>
#include <stdbool.h>
#include <stdint.h>

enum ou_opcode {
#define X(name, operands, kinds) OU_INS_##name,
#include "object/code/opcodes.h"
#undef X
    OU_INS_COUNT
};

/* Of these operands there are two bytes, of others one. */
#define OU_OPERAND_WIDE(c) ((c) == 'w' || (c) == 'k' || (c) == 'j')

/* What opcodes.h says of an instruction. */
struct ou_instruction {
    char operands[4]; /* `count` letters, with no 0 behind them */
#if OU_WITH_PRECOMPILED
    char kinds[4];
#endif
    uint8_t count;
};
extern const struct ou_instruction ou_instructions[OU_INS_COUNT];
/* The size of an instruction; 0: there is none of this number. */
unsigned ou_opcode_size(uint8_t op);
/* The jump is the last operand. */
static inline bool ou_opcode_jumps(uint8_t op)
{
    const struct ou_instruction *instruction = &ou_instructions[op];
    return instruction->count && instruction->operands[instruction->count - 1] == 'j';
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CODE_OPCODE_H */
