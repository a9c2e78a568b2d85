/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A code block as text, for debugging and tests: one line per instruction, with the source line, the
 * operands as their letters say, jumps as absolute offsets and pool entries with their repr.
 */
#include "compiler/disassemble.h"
#include "object/code/opcode.h"

static const char *const names[] = {
#define X(name, operands, kinds) #name,
#include "object/code/opcodes.h"
#undef X
};
static void add_number(struct ou_builder *b, long v)
{
    char text[24];
    unsigned i = sizeof text;
    unsigned long u = v < 0 ? 0ul - (unsigned long)v : (unsigned long)v;
    do
        text[--i] = (char)('0' + u % 10);
    while (u /= 10);
    if (v < 0)
        text[--i] = '-';
    ou_builder_add(b, text + i, sizeof text - i);
}

unsigned ou_instruction_size(const uint8_t *p) { return *p < OU_INS_COUNT ? ou_opcode_size(*p) : 1; }

static void add_operands(struct ou_builder *b, const uint8_t *p, unsigned pc, ou_val pool)
{
    unsigned end = pc + ou_instruction_size(p);
    const uint8_t *q = p + 1;
    for (unsigned i = 0; i < ou_instructions[*p].count; i++) {
        char letter = ou_instructions[*p].operands[i];
        int v = *q++;
        if (OU_OPERAND_WIDE(letter))
            v |= *q++ << 8;
        ou_builder_add_c(b, " ");
        switch (letter) {
        case 'd':
        case 'r':
        case 'b':
            ou_builder_add_c(b, "r");
            add_number(b, v);
            break;
        case 'i': add_number(b, (int8_t)v); break;
        case 'w': add_number(b, (int16_t)v); break;
        case 'j':
            ou_builder_add_c(b, "->");
            add_number(b, (long)end + (int16_t)v);
            break;
        case 'k': {
            ou_val entry = pool == OU_ABSENT ? OU_ABSENT : ((const ou_val *)pool)[v];
            if (entry == OU_ABSENT || *p == OU_INS_MAKE_FUNCTION)
                add_number(b, v);
            else
                ou_builder_add_repr(b, entry);
            break;
        }
        default: add_number(b, v); break;
        }
    }
}

void ou_code_disassemble(struct ou_builder *b, const struct ou_code *code, ou_val pool)
{
    const uint8_t *bytes = ou_code_bytes(code);
    unsigned last = 0;
    for (unsigned pc = 0; pc < code->code_size; pc += ou_instruction_size(bytes + pc)) {
        unsigned line = ou_code_line(code, pc);
        if (line != last)
            add_number(b, (long)line);
        last = line;
        ou_builder_add_c(b, "\t");
        add_number(b, (long)pc);
        ou_builder_add_c(b, "\t");
        if (bytes[pc] >= OU_INS_COUNT) {
            ou_builder_add_c(b, "?\n");
            continue;
        }
        ou_builder_add_c(b, names[bytes[pc]]);
        add_operands(b, bytes + pc, pc, pool);
        ou_builder_add_c(b, "\n");
    }
    for (unsigned i = 0; i < ou_code_extra(code)->n_handlers; i++) {
        const struct ou_code_handler *h = &ou_code_handlers(code)[i];
        ou_builder_add_c(b, h->kind == OU_HANDLER_CATCH ? "\tcatch r" : "\thandled r");
        add_number(b, h->reg);
        ou_builder_add_c(b, " ");
        add_number(b, h->start);
        ou_builder_add_c(b, "..");
        add_number(b, h->end);
        if (h->kind == OU_HANDLER_CATCH) {
            ou_builder_add_c(b, " ->");
            add_number(b, h->target);
        }
        ou_builder_add_c(b, "\n");
    }
}
