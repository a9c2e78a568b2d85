/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The table of instructions, for the compiler, the verifier and the disassembler.
 */
#include "object/code/opcode.h"

#if OU_WITH_PRECOMPILED
#define KINDS(kinds) kinds,
#else
#define KINDS(kinds)
#endif

const struct ou_instruction ou_instructions[OU_INS_COUNT] = {
#define X(name, operands, kinds) {operands, KINDS(kinds) sizeof operands - 1},
#include "object/code/opcodes.h"
#undef X
};

unsigned ou_opcode_size(uint8_t op)
{
    if (op >= OU_INS_COUNT)
        return 0;
    const struct ou_instruction *instruction = &ou_instructions[op];
    unsigned n = 1u + instruction->count;
    for (unsigned i = 0; i < instruction->count; i++)
        n += OU_OPERAND_WIDE(instruction->operands[i]);
    return n;
}
