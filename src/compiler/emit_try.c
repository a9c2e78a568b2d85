/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * try, with, and the jumps that leave them.
 *
 * Nothing of this has state at run time but registers: the handler table says which code covers what.
 * `finally` bodies stand once.  A register says why one was entered: None (fell through), an exception,
 * or a small int: one of the OU_EXIT_* that were to be done and are done after it.  Where a jump leaves
 * a `with` or an `except ... as`, what they have to undo is emitted in place, and the ranges of the
 * handlers left have a hole there.
 *
 * except* keeps what is left to catch, what the clause at work caught, and a list of what clauses raised, in
 * registers.  No jump may leave its clauses.
 */
#include "compiler/emit.h"

static void push_block(struct ou_function_state *f, struct ou_block *b, enum ou_block_kind kind, int reg)
{
    memset(b, 0, sizeof *b);
    b->kind = (uint8_t)kind;
    b->reg = (uint8_t)reg;
    b->start = ou_here(f);
    b->outer = f->blocks;
    f->blocks = b;
}

static void close_range(struct ou_function_state *f, struct ou_block *b)
{
    if (b->kind == OU_BLOCK_LOOP || (b->kind == OU_BLOCK_CLEANUP && b->exits))
        return;
    ou_emit_handler(f, b, b->kind == OU_BLOCK_HANDLED ? OU_HANDLER_HANDLED : OU_HANDLER_CATCH);
}

static void pop_block(struct ou_function_state *f, struct ou_block *b)
{
    close_range(f, b);
    f->blocks = b->outer;
}

/* Calls __exit__ with three times None. */
static void exit_call(struct ou_function_state *f, int exit, uint32_t line)
{
    int top = f->top, t = ou_reg(f);
    ou_move(f, t, exit);
    for (int i = 0; i < 3; i++)
        ou_emit(f, OU_INS_LOAD_NONE, ou_reg(f));
    f->line = line;
    ou_emit(f, OU_INS_CALL, t, t, 3);
    f->top = (uint16_t)top;
}

/* Undoes what the blocks around this place have to undo, up to the first `finally` (or loop). */
static struct ou_block *unwind(struct ou_function_state *f, bool to_loop)
{
    uint32_t line = f->line;
    for (struct ou_block *b = f->blocks; b; b = b->outer) {
        if (b->kind == OU_BLOCK_LOOP && to_loop)
            return b;
        close_range(f, b);
        if (b->kind == OU_BLOCK_FINALLY)
            return b;
        if (b->kind == OU_BLOCK_WITH)
            exit_call(f, b->value, b->top);
        else if (b->kind == OU_BLOCK_CLEANUP)
            ou_unbind_name(f, b->name);
        f->line = line;
    }
    return NULL;
}

/* The ranges closed by unwind go on here. */
static void reopen(struct ou_function_state *f, const struct ou_block *last)
{
    for (struct ou_block *b = f->blocks; b; b = b->outer) {
        b->start = ou_here(f);
        if (b == last)
            break;
    }
}

static void leave_through(struct ou_function_state *f, struct ou_block *b, unsigned exit)
{
    ou_emit(f, OU_INS_LOAD_INT8, b->reg, (int)exit);
    ou_emit_jump(f, OU_INS_JUMP, 0, 0, &b->breaks);
    b->exits |= (uint8_t)exit;
}

void ou_emit_return(struct ou_function_state *f, int reg)
{
    int top = f->top;
    if (reg >= 0 && reg < f->first_temporary) {
        /* the variable of an `except ... as` will be unbound */
        for (struct ou_block *b = f->blocks; b; b = b->outer)
            if (b->kind == OU_BLOCK_CLEANUP && ou_find_place(f, b->name).index == reg) {
                int t = ou_reg(f);
                ou_move(f, t, reg);
                reg = t;
                break;
            }
    } else if (reg >= f->top) {
        f->top = (uint16_t)(reg + 1);
    }
    struct ou_block *b = unwind(f, false);
    if (b) {
        if (reg < 0)
            ou_emit(f, OU_INS_LOAD_NONE, b->value);
        else
            ou_move(f, b->value, reg);
        leave_through(f, b, OU_EXIT_RETURN);
    } else if (reg < 0) {
        ou_emit(f, OU_INS_RETURN_NONE);
    } else {
        ou_emit(f, OU_INS_RETURN, reg);
    }
    reopen(f, b);
    f->flow.dead = true;
    f->top = (uint16_t)top;
}

void ou_emit_break(struct ou_function_state *f, bool is_continue)
{
    struct ou_block *b = unwind(f, true);
    if (!b)
        return;
    if (b->kind == OU_BLOCK_FINALLY) {
        leave_through(f, b, is_continue ? OU_EXIT_CONTINUE : OU_EXIT_BREAK);
    } else if (is_continue) {
        ou_emit_jump_back(f, b->top);
    } else {
        ou_emit_jump(f, OU_INS_JUMP, 0, 0, &b->breaks);
        ou_flow_merge(&b->flow, &f->flow);
    }
    reopen(f, b);
    f->flow.dead = true;
}

/* -- except -- */

static bool is_caught_here(const struct ou_function_state *f)
{
    for (const struct ou_block *b = f->blocks; b; b = b->outer)
        if (b->kind == OU_BLOCK_TRY || b->kind == OU_BLOCK_FINALLY || b->kind == OU_BLOCK_WITH)
            return true;
    return false;
}

/* The body of `except ... as name`; afterwards the name is unbound, however it is left. */
static void named_handler(struct ou_function_state *f, struct ou_node *h, int exception)
{
    struct ou_place p = ou_find_place(f, h->name2);
    struct ou_block block;
    ou_store_name(f, h->name2, exception);
    if ((p.kind == OU_PLACE_LOCAL || p.kind == OU_PLACE_CELL) && p.symbol &&
        !(p.symbol->flags & OU_SYMBOL_DELETED))
        ou_set_sure(f, p.index, true);
    /* If the exception leaves the function, nobody can see a plain local variable any more. */
    bool needed = p.kind != OU_PLACE_LOCAL || is_caught_here(f);
    int reg = needed ? ou_reg(f) : 0;
    push_block(f, &block, OU_BLOCK_CLEANUP, reg);
    block.name = h->name2;
    block.exits = !needed;
    ou_statements(f, h->c);
    pop_block(f, &block);
    struct ou_flow flow = f->flow;
    if (!flow.dead)
        ou_unbind_name(f, h->name2);
    if (p.kind == OU_PLACE_LOCAL || p.kind == OU_PLACE_CELL)
        ou_set_sure(f, p.index, false);
    if (!block.entries)
        return;
    flow = f->flow;
    ou_jumps end = 0;
    if (!flow.dead)
        ou_emit_jump(f, OU_INS_JUMP, 0, 0, &end);
    ou_resolve_handlers(f, &block);
    ou_unbind_name(f, h->name2);
    ou_emit(f, OU_INS_RERAISE, reg);
    ou_patch(f, end);
    f->flow = flow;
}

static void handlers(struct ou_function_state *f, struct ou_node *list, int exception,
                     const struct ou_flow *start, struct ou_flow *after, ou_jumps *end)
{
    struct ou_block handled;
    bool open = true; /* an exception may match none */
    push_block(f, &handled, OU_BLOCK_HANDLED, exception);
    for (struct ou_node *h = list; h && !f->c->failed; h = h->next) {
        ou_jumps next = 0;
        int top = f->top;
        f->flow = *start;
        if (h->a) {
            int r = ou_any(f, h->a);
            f->line = h->line;
            ou_emit_jump(f, OU_INS_N_EXC_MATCH, exception, r, &next);
            f->top = (uint16_t)top;
        } else {
            open = false;
        }
        if (h->name2 != OU_NO_NAME)
            named_handler(f, h, exception);
        else
            ou_statements(f, h->c);
        if (!f->flow.dead && h->a)
            ou_emit_jump(f, OU_INS_JUMP, 0, 0, end);
        ou_flow_merge(after, &f->flow);
        ou_patch(f, next);
        f->top = (uint16_t)top;
    }
    pop_block(f, &handled);
    handled.entries = 0;
    if (open)
        ou_emit(f, OU_INS_RERAISE, exception);
}

/* One clause of except*: `exception` holds what is left to catch, and the next register gets what this
 * clause catches.  What its body raises is added to a list; either way the next clause is then tried. */
static void star_handler(struct ou_function_state *f, struct ou_node *h, int list, int exception)
{
    struct ou_block body;
    ou_jumps next = 0, over = 0;
    int top = f->top, raised = ou_reg(f), r = ou_any(f, h->a);
    f->line = h->line;
    ou_emit_jump(f, OU_INS_N_GROUP_MATCH, exception, r, &next);
    f->top = (uint16_t)(raised + 1);
    bool local = false;
    struct ou_place p = {0};
    if (h->name2 != OU_NO_NAME) {
        p = ou_find_place(f, h->name2);
        local = p.kind == OU_PLACE_LOCAL || p.kind == OU_PLACE_CELL;
        ou_store_name(f, h->name2, exception + 1);
        if (local && p.symbol && !(p.symbol->flags & OU_SYMBOL_DELETED))
            ou_set_sure(f, p.index, true);
    }
    push_block(f, &body, OU_BLOCK_TRY, raised);
    ou_statements(f, h->c);
    pop_block(f, &body);
    if (!f->flow.dead) {
        if (h->name2 != OU_NO_NAME)
            ou_unbind_name(f, h->name2);
        ou_emit_jump(f, OU_INS_JUMP, 0, 0, &over);
    }
    if (body.entries) {
        ou_resolve_handlers(f, &body);
        if (local)
            ou_set_sure(f, p.index, false);
        if (h->name2 != OU_NO_NAME)
            ou_unbind_name(f, h->name2);
        ou_emit(f, OU_INS_LIST_APPEND, list, raised);
    }
    ou_patch(f, over);
    ou_patch(f, next);
    f->top = (uint16_t)top;
}

/* All of them are tried in turn; what was left and what they raised is raised together in the end. */
static void star_handlers(struct ou_function_state *f, struct ou_node *handlers, int caught,
                          const struct ou_flow *start, struct ou_flow *after, ou_jumps *end)
{
    struct ou_block handled;
    int list = ou_reg(f), left = ou_reg(f), match = ou_reg(f);
    ou_move(f, left, caught);
    ou_move(f, match, caught);
    push_block(f, &handled, OU_BLOCK_HANDLED, match);
    ou_emit(f, OU_INS_BUILD_LIST, list, list, 0);
    for (struct ou_node *h = handlers; h && !f->c->failed; h = h->next) {
        f->flow = *start;
        star_handler(f, h, list, left);
    }
    f->flow = *start;
    ou_emit(f, OU_INS_LIST_APPEND, list, left);
    ou_emit(f, OU_INS_GROUP_RAISED, caught, caught, list);
    pop_block(f, &handled);
    handled.entries = 0;
    ou_emit_jump(f, OU_INS_J_NONE, caught, 0, end);
    ou_emit(f, OU_INS_RERAISE, caught);
    ou_flow_merge(after, start);
}

static void try_except(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_block block;
    struct ou_flow start = f->flow;
    int top = f->top, exception = ou_reg(f);
    ou_jumps end = 0;
    push_block(f, &block, OU_BLOCK_TRY, exception);
    ou_statements(f, n->a);
    pop_block(f, &block);
    ou_statements(f, n->c);
    if (block.entries) {
        struct ou_flow after = f->flow;
        if (!after.dead)
            ou_emit_jump(f, OU_INS_JUMP, 0, 0, &end);
        ou_resolve_handlers(f, &block);
        if (n->op)
            star_handlers(f, n->b, exception, &start, &after, &end);
        else
            handlers(f, n->b, exception, &start, &after, &end);
        ou_patch(f, end);
        f->flow = after;
    }
    f->top = (uint16_t)top;
}

/* -- finally -- */

/* What was interrupted by a `finally` that has been run. */
static void resume_exits(struct ou_function_state *f, const struct ou_block *b)
{
    struct ou_flow flow = f->flow;
    for (unsigned exit = OU_EXIT_RETURN; exit <= OU_EXIT_CONTINUE; exit <<= 1) {
        if (!(b->exits & exit))
            continue;
        ou_jumps next = 0;
        int top = f->top, t = ou_reg(f);
        ou_emit(f, OU_INS_LOAD_INT8, t, (int)exit);
        ou_emit_jump(f, OU_INS_N_IS, b->reg, t, &next);
        f->top = (uint16_t)top;
        if (exit == OU_EXIT_RETURN) {
            ou_emit(f, OU_INS_CHECK_LOCAL,
                    b->value); /* it is bound; this is for the verifier, which cannot know */
            ou_emit_return(f, b->value);
        } else
            ou_emit_break(f, exit == OU_EXIT_CONTINUE);
        ou_patch(f, next);
        f->flow = flow;
    }
}

void ou_try_statement(struct ou_function_state *f, struct ou_node *n)
{
    if (ou_too_deep(f->c))
        return;
    if (!n->d) {
        try_except(f, n);
        return;
    }
    struct ou_block block, handled;
    struct ou_flow start = f->flow;
    int reason = ou_reg(f), value = f->scope->kind == OU_SCOPE_FUNCTION ? ou_reg(f) : reason;
    push_block(f, &block, OU_BLOCK_FINALLY, reason);
    block.value = (uint8_t)value;
    if (n->b)
        try_except(f, n);
    else
        ou_statements(f, n->a);
    struct ou_flow normal = f->flow;
    pop_block(f, &block);
    if (!normal.dead)
        ou_emit(f, OU_INS_LOAD_NONE, reason);
    ou_resolve_handlers(f, &block);
    ou_patch(f, block.breaks);
    f->flow = start;
    push_block(f, &handled, OU_BLOCK_HANDLED, reason);
    ou_statements(f, n->d);
    pop_block(f, &handled);
    if (f->flow.dead)
        return;
    ou_jumps end = 0;
    if (!normal.dead)
        ou_emit_jump(f, OU_INS_J_NONE, reason, 0, &end);
    resume_exits(f, &block);
    ou_emit(f, OU_INS_RERAISE, reason);
    ou_patch(f, end);
    /* Falling through, both the body and the finally body have been run to their ends. */
    for (unsigned i = 0; i < 8; i++)
        f->flow.assigned[i] |= normal.assigned[i];
    f->flow.dead = normal.dead;
}

/* -- with -- */

static void with_item(struct ou_function_state *f, struct ou_node *n, struct ou_node *item)
{
    struct ou_compiler *c = f->c;
    if (ou_too_deep(c))
        return;
    int exception = ou_reg(f), exit = ou_reg(f), enter = ou_reg(f);
    int r = ou_any(f, item->a);
    f->line = item->a->line;
    ou_emit(f, OU_INS_GET_SPECIAL, enter, r, (int)ou_constant(f, OU_S(__enter__)));
    ou_emit(f, OU_INS_GET_SPECIAL, exit, r, (int)ou_constant(f, OU_S(__exit__)));
    int target = item->b ? ou_local_register(f, item->b) : -1;
    f->top = (uint16_t)(enter + 1);
    ou_emit(f, OU_INS_CALL, target >= 0 ? target : enter, enter, 0);
    struct ou_block block, handled;
    if (target >= 0)
        ou_store_target(f, item->b, target);
    struct ou_flow start = f->flow;
    push_block(f, &block, OU_BLOCK_WITH, exception);
    block.value = (uint8_t)exit;
    block.top = item->a->line;
    if (item->b && target < 0)
        ou_store_target(f, item->b, enter);
    f->top = (uint16_t)(exit + 1);
    if (item->next)
        with_item(f, n, item->next);
    else
        ou_statements(f, n->b);
    pop_block(f, &block);
    ou_jumps end = 0;
    f->top = (uint16_t)(exit + 1);
    f->line = item->a->line;
    if (!f->flow.dead) {
        for (int i = 0; i < 3; i++)
            ou_emit(f, OU_INS_LOAD_NONE, ou_reg(f));
        ou_emit(f, OU_INS_CALL, exit, exit, 3);
        if (block.entries)
            ou_emit_jump(f, OU_INS_JUMP, 0, 0, &end);
    }
    if (!block.entries)
        return;
    f->top = (uint16_t)(exit + 1);
    ou_resolve_handlers(f, &block);
    push_block(f, &handled, OU_BLOCK_HANDLED, exception);
    int info = ou_reg(f);
    ou_reg(f);
    ou_reg(f);
    ou_emit(f, OU_INS_EXC_INFO, info, exception);
    ou_emit(f, OU_INS_CALL, exit, exit, 3);
    ou_emit_jump(f, OU_INS_J_TRUE, exit, 0, &end);
    pop_block(f, &handled);
    ou_emit(f, OU_INS_RERAISE, exception);
    ou_patch(f, end);
    f->flow = start; /* the exception may have been swallowed */
}

void ou_with_statement(struct ou_function_state *f, struct ou_node *n) { with_item(f, n, n->a); }
