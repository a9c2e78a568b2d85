/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Bytecode as text.
 */
#ifndef OURO_INCLUDED_SRC_COMPILER_DISASSEMBLE_H
#define OURO_INCLUDED_SRC_COMPILER_DISASSEMBLE_H

#include "object/code/code.h"
#include "object/core/vm.h"

/* Appends the text of a code block; pool: that of its unit, or unbound (then indices are shown). */
void ou_code_disassemble(struct ou_builder *b, const struct ou_code *code, ou_val pool);
/* Bytes of the instruction at p. */
unsigned ou_instruction_size(const uint8_t *p);

#endif /* OURO_INCLUDED_SRC_COMPILER_DISASSEMBLE_H */
