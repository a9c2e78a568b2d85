/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Compiled code, as it lies in memory: what the compiler makes, the VM runs, and a frozen image holds
 * in ROM.
 *
 * A *code* is one RAW block without a single reference: it names constants and names by index into
 * the *pool* (a VALUES block) of the *unit* that its function belongs to.  A unit ties together what
 * all functions of a module share: globals, pool, file name.  So a function costs one small RAW block
 * and one function object, and code can lie in ROM.
 *
 * A top-level statement of a module is compiled against a pool of its own, which dies with it; the
 * functions that it defines are compiled against the module's pool (`defining_unit`).
 *
 * Layout of a code block (a byte here is a byte in every function, so what few functions need is left out
 * where it is not needed, and there is no type word: a code block is no Python object):
 *
 *     struct ou_code
 *     struct ou_code_extra                           with OU_CODE_EXTRA
 *     uint16_t names[]                               pool indices of the parameters' names: positional,
 *                                                    keyword-only, *args, **kwargs; parameter i is
 *                                                    register i, in this order
 *     uint16_t free[n_free]                          where MAKE_FUNCTION finds cell i: bit 8 set: the
 *                                                    making function's own free cell (low 8 bits);
 *                                                    clear: the cell in its register (low 8 bits)
 *     struct ou_code_checked checked[n_checked]      names of variables that may be unbound when used
 *     struct ou_code_handler handlers[n_handlers]    innermost first
 *     uint8_t lines[]                                see ou_code_line
 *     uint8_t code[code_size]                        at `start`
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CODE_CODE_H
#define OURO_INCLUDED_SRC_OBJECT_CODE_CODE_H

#include <ouro/config.h>
#include <ouro/value.h>

#define OU_CODE_VARARGS 1u /* has *args */
#define OU_CODE_VARKW 2u   /* has **kwargs */
#define OU_CODE_GENERATOR 4u
#define OU_CODE_NAMESPACE \
    8u /* class body, or exec with locals: register 0 is the namespace mapping,
                                   which its one positional parameter receives */
#define OU_CODE_SAME_UNIT \
    16u /* indexes the pool of the unit that makes the function, not of its defining unit */
#define OU_CODE_KW_DEFAULTS 32u /* the function holds n_kw_only defaults (OU_ABSENT: required) */
#define OU_CODE_KW_ONLY 64u     /* has keyword-only parameters */
#define OU_CODE_EXTRA 128u      /* a struct ou_code_extra follows */

#define OU_CODE_NO_NAME 0xffffu

struct ou_code {
    uint16_t name;      /* pool index of the function's name */
    uint16_t scope;     /* pool index of the enclosing scope's qualified name, or OU_CODE_NO_NAME */
    uint16_t code_size; /* bytes */
    uint16_t start;     /* offset of code[] in the block */
    uint8_t n_regs;     /* registers, parameters included; at most 255 */
    uint8_t n_pos;      /* positional parameters, positional-only ones included */
    uint8_t n_defaults; /* of positional parameters */
    uint8_t flags;
};

struct ou_code_extra {
    uint16_t n_handlers;
    uint16_t doc; /* pool index of the docstring, or OU_CODE_NO_NAME */
    uint8_t n_pos_only;
    uint8_t n_kw_only;
    uint8_t n_free;
    uint8_t n_checked;
};
extern const struct ou_code_extra ou_code_no_extra; /* what stands for one left out */

static inline const struct ou_code_extra *ou_code_extra(const struct ou_code *code)
{
    return code->flags & OU_CODE_EXTRA ? (const struct ou_code_extra *)(code + 1) : &ou_code_no_extra;
}

/* A variable that CHECK_LOCAL, DELETE_LOCAL or a cell instruction may find unbound. */
struct ou_code_checked {
    uint16_t name; /* pool index */
    uint8_t index; /* register, or index of the free cell */
    uint8_t free;  /* 0: local variable or cell in a register; 1: free cell */
};

/* While start <= pc < end (pc: offset in code[] of the instruction that raises):
 * CATCH: an exception is put into register `reg` and control goes to `target`.
 * HANDLED: register `reg` holds the exception being handled here (if it holds an exception at all):
 * what a bare `raise`, sys.exc_info() and the implicit __context__ refer to.  target is unused. */
enum ou_handler_kind { OU_HANDLER_CATCH, OU_HANDLER_HANDLED };

struct ou_code_handler {
    uint16_t start, end, target;
    uint8_t reg;
    uint8_t kind;
};

/* Entries of names[]. */
static inline unsigned ou_code_n_names(const struct ou_code *code)
{
    return (unsigned)code->n_pos + ou_code_extra(code)->n_kw_only + (code->flags & OU_CODE_VARARGS) +
           (code->flags & OU_CODE_VARKW) / OU_CODE_VARKW;
}
static inline const uint16_t *ou_code_names(const struct ou_code *code)
{
    return (const uint16_t *)(const void *)((const char *)(code + 1) +
                                            (code->flags & OU_CODE_EXTRA ? sizeof(struct ou_code_extra) : 0));
}
static inline const uint16_t *ou_code_free(const struct ou_code *code)
{
    return ou_code_names(code) + ou_code_n_names(code);
}
static inline const struct ou_code_checked *ou_code_checked(const struct ou_code *code)
{
    return (const struct ou_code_checked *)(ou_code_free(code) + ou_code_extra(code)->n_free);
}
static inline const struct ou_code_handler *ou_code_handlers(const struct ou_code *code)
{
    return (const struct ou_code_handler *)(ou_code_checked(code) + ou_code_extra(code)->n_checked);
}
static inline uint8_t *ou_code_bytes(const struct ou_code *code) { return (uint8_t *)code + code->start; }
static inline const uint8_t *ou_code_lines(const struct ou_code *code)
{
    return (const uint8_t *)(ou_code_handlers(code) + ou_code_extra(code)->n_handlers);
}
static inline size_t ou_code_total_size(const struct ou_code *code)
{
    return (size_t)code->start + code->code_size;
}

/* The source line of the instruction at offset pc.  The table starts with the first line as a base-128
 * varint (low group first, bit 7: more follow) and goes on with entries of one byte: bits 0-4 advance
 * the pc by 0..31, bits 5-7 advance the line by 0..6; 7 there: a zigzag varint follows with the line's
 * advance (it may be negative).  An entry says: from the new pc on, the new line.  A pc advance over 31
 * is spread over several entries with line advance 0.  The table ends where code[] begins. */
unsigned ou_code_line(const struct ou_code *code, unsigned pc);

#endif /* OURO_INCLUDED_SRC_OBJECT_CODE_CODE_H */
