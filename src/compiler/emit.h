/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The emitter: trees to register code.
 *
 * Registers: parameters, then local variables, then temporaries, which are a stack (`top`).  An
 * expression is compiled with a wanted register, or -1: then a local variable is used where it lies.
 * No partial result is ever put into a local variable: an instruction writes its destination last, and
 * what takes several instructions works in a temporary.
 *
 * Which variables are surely bound is followed along the way (`flow`): a variable that may become
 * unbound again never counts, so facts only grow, and loops need no second pass.
 *
 * Jumps to a place not yet known are chained through their own operand.
 */
#ifndef OURO_INCLUDED_SRC_COMPILER_EMIT_H
#define OURO_INCLUDED_SRC_COMPILER_EMIT_H

#include "compiler/state.h"

#define OU_MAX_REGISTERS 250 /* 255 as an operand means "none" */

struct ou_flow {
    uint32_t assigned[8]; /* a bit for each register */
    bool dead;            /* cannot be reached */
};

typedef uint32_t ou_jumps; /* offset of the last jump's operand; 0: none */

enum ou_block_kind {
    OU_BLOCK_LOOP,
    OU_BLOCK_TRY,     /* body of try-except */
    OU_BLOCK_FINALLY, /* body of try-finally */
    OU_BLOCK_WITH,
    OU_BLOCK_HANDLED, /* an exception is being handled */
    OU_BLOCK_CLEANUP  /* body of `except ... as name` */
};

#define OU_EXIT_RETURN 1u
#define OU_EXIT_BREAK 2u
#define OU_EXIT_CONTINUE 4u

/* What a jump out of a piece of code must undo, and the handler range that the piece has. */
struct ou_block {
    struct ou_block *outer;
    uint8_t kind;
    uint8_t exits;       /* FINALLY: OU_EXIT_* that were met */
    uint8_t reg;         /* of the handler range; FINALLY: the reason */
    uint8_t value;       /* FINALLY: value to be returned; WITH: __exit__ */
    uint32_t start;      /* of the open part of the range */
    uint32_t entries;    /* handlers that wait for their target: chain of index + 1 */
    uintptr_t name;      /* CLEANUP */
    ou_jumps breaks;     /* LOOP: to behind it; FINALLY: to its handler */
    uint32_t top;        /* LOOP: where the next iteration begins */
    struct ou_flow flow; /* LOOP: of all breaks */
};

struct ou_function_state {
    struct ou_function_state *outer;
    struct ou_compiler *c;
    struct ou_scope *scope;   /* of the function */
    struct ou_scope *current; /* the same, or a comprehension in it */
    struct ou_constants *pool;
    struct ou_block *blocks;
    uint32_t code_base, lines_base, handlers_base, checked_base;
    uint32_t line;      /* of what is being compiled */
    uint32_t last_line; /* in the line table, from last_pc on */
    uint32_t last_pc, first_line;
    struct ou_flow flow;
    uint16_t top, max, first_temporary;
    uint16_t prefix;    /* pool index of the qualified name for inner functions, or OU_CODE_NO_NAME */
    int16_t class_cell; /* register of the __class__ cell, or -1 */
    bool namespace;     /* R[0] is the namespace */
    ou_val slots;       /* class body: list of attribute names, or unbound */
};

enum ou_place_kind {
    OU_PLACE_LOCAL,
    OU_PLACE_CELL,
    OU_PLACE_FREE,
    OU_PLACE_GLOBAL,
    OU_PLACE_NAME,
    OU_PLACE_NAME_FREE
};
struct ou_place {
    uint8_t kind;
    uint8_t index; /* register, or number of the free cell */
    struct ou_symbol *symbol;
};

/* -- emit.c -- */
static inline uint32_t ou_here(const struct ou_function_state *f) { return f->c->code.size - f->code_base; }
/* An instruction; operands as the letters in opcodes.h want them, narrow ones as ints. */
void ou_emit(struct ou_function_state *f, enum ou_opcode op, ...);
/* A jump with up to two narrow operands, added to a chain. */
void ou_emit_jump(struct ou_function_state *f, enum ou_opcode op, int a, int b, ou_jumps *jumps);
void ou_emit_jump_back(struct ou_function_state *f, uint32_t target);
void ou_patch(struct ou_function_state *f, ou_jumps jumps); /* to here */
int ou_reg(struct ou_function_state *f);                    /* a new temporary */
void ou_move(struct ou_function_state *f, int to, int from);
void ou_flow_merge(struct ou_flow *into, const struct ou_flow *from);
static inline bool ou_is_sure(const struct ou_function_state *f, unsigned reg)
{
    return f->flow.assigned[reg >> 5 & 7] >> (reg & 31) & 1;
}
static inline void ou_set_sure(struct ou_function_state *f, unsigned reg, bool on)
{
    uint32_t bit = (uint32_t)1 << (reg & 31);
    f->flow.assigned[reg >> 5 & 7] =
        on ? f->flow.assigned[reg >> 5 & 7] | bit : f->flow.assigned[reg >> 5 & 7] & ~bit;
}
void ou_check_name(struct ou_function_state *f, uintptr_t name, unsigned index,
                   bool free); /* for the `checked` table */
void ou_emit_handler(struct ou_function_state *f, struct ou_block *b,
                     enum ou_handler_kind kind);                           /* closes its range */
void ou_resolve_handlers(struct ou_function_state *f, struct ou_block *b); /* their target is here */
/* The code block made of what has been emitted since f was opened, which is taken off the buffers. */
struct ou_code_head {
    ou_val name;
    const struct ou_node *parameters;
    unsigned flags, n_defaults, n_pos;
    ou_val doc; /* docstring, or OU_ABSENT */
};
void ou_function_open(struct ou_function_state *f, struct ou_compiler *c, struct ou_scope *scope,
                      struct ou_constants *pool);
ou_val ou_function_close(struct ou_function_state *f, const struct ou_code_head *head, bool long_lived);

/* -- constants.c -- */
unsigned ou_constant(struct ou_function_state *f, ou_val v); /* index in the pool */
unsigned ou_constant_new(struct ou_function_state *f, ou_val v);
static inline unsigned ou_name_constant(struct ou_function_state *f, uintptr_t name)
{
    return f->c->failed ? 0 : ou_constant(f, ou_literal(f->c, name));
}
void ou_constants_clear(struct ou_compiler *c, struct ou_constants *p);
void ou_constants_trim(struct ou_compiler *c, struct ou_constants *p);
/* The value of an expression made of constants only, tuples included; OU_ABSENT if it is none. */
ou_val ou_constant_value(struct ou_compiler *c, const struct ou_node *n);
ou_val ou_constant_tuple(struct ou_compiler *c, const struct ou_node *list);

/* -- emit_name.c -- */
struct ou_place ou_find_place(struct ou_function_state *f, uintptr_t name);
int ou_load_name(struct ou_function_state *f, uintptr_t name, int want);
void ou_store_name(struct ou_function_state *f, uintptr_t name, int reg);
void ou_delete_name(struct ou_function_state *f, uintptr_t name);
void ou_unbind_name(struct ou_function_state *f, uintptr_t name); /* deletes, bound or not */
int ou_local_register(struct ou_function_state *f,
                      const struct ou_node *target); /* of a plain local, or -1 */

/* -- emit_expr.c -- */
int ou_expression(struct ou_function_state *f, struct ou_node *n, int want);
static inline int ou_any(struct ou_function_state *f, struct ou_node *n) { return ou_expression(f, n, -1); }
/* Gives back the temporaries from `top` on; a register for the result: `want`, or if that is -1 a new one. */
int ou_result(struct ou_function_state *f, int top, int want);
void ou_push(struct ou_function_state *f, struct ou_node *n);                  /* into a new temporary */
int ou_copy(struct ou_function_state *f, int from);                            /* the same of a register */
void ou_iterate(struct ou_function_state *f, struct ou_node *n, int iterator); /* iter(n) into a register */
/* An operand that stays as it is while `later` is evaluated. */
int ou_operand(struct ou_function_state *f, struct ou_node *n, const struct ou_node *later);
void ou_load_constant(struct ou_function_state *f, ou_val v, int to);
bool ou_small_operand(const struct ou_compiler *c, const struct ou_node *n, int *out); /* an int8 constant */
int ou_comprehension(struct ou_function_state *f, struct ou_node *n, int want);
int ou_call_expression(struct ou_function_state *f, struct ou_node *n, int want);
/* Arguments as a list (any_iterable: of *x alone, x itself) and a dict, or None, in two new temporaries. */
void ou_arguments_ex(struct ou_function_state *f, struct ou_node *arguments, bool any_iterable);
/* Positional arguments in a row, then the values of keywords, whose names become a constant tuple: its index in
 * *names, or OU_CODE_NO_NAME.  The number of the former. */
unsigned ou_arguments_in_row(struct ou_function_state *f, struct ou_node *arguments, unsigned *names);
int ou_display(struct ou_function_state *f, struct ou_node *list, enum ou_node_kind kind, int want);
int ou_dict_display(struct ou_function_state *f, struct ou_node *list, int want);
void ou_dict_items(struct ou_function_state *f, struct ou_node *list, int dict, bool is_call);
int ou_subscript_index(struct ou_function_state *f, struct ou_node *n);

/* -- emit_condition.c -- */
/* Jumps if the truth of n is `jump_if`, else goes on. */
void ou_condition(struct ou_function_state *f, struct ou_node *n, bool jump_if, ou_jumps *jumps);
int ou_comparison(struct ou_function_state *f, struct ou_node *n, int want);
int ou_bool_value(struct ou_function_state *f, struct ou_node *n, int want);

/* -- emit_stmt.c, emit_try.c -- */
/* The docstring of a body: its first statement, if that is a str; or OU_ABSENT. */
ou_val ou_docstring(struct ou_function_state *f, const struct ou_node *list);
void ou_statements(struct ou_function_state *f, struct ou_node *list);
void ou_store_target(struct ou_function_state *f, struct ou_node *target, int reg);
void ou_try_statement(struct ou_function_state *f, struct ou_node *n);
void ou_with_statement(struct ou_function_state *f, struct ou_node *n);
void ou_emit_return(struct ou_function_state *f, int reg); /* -1: None */
void ou_emit_break(struct ou_function_state *f, bool is_continue);

/* -- emit_function.c -- */
int ou_function_value(struct ou_function_state *f, struct ou_node *n,
                      int want); /* LAMBDA or DEF without decorators */
int ou_generator_expression(struct ou_function_state *f, struct ou_node *n, int want);
void ou_definition(struct ou_function_state *f, struct ou_node *n); /* DEF or CLASS */

#endif /* OURO_INCLUDED_SRC_COMPILER_EMIT_H */
