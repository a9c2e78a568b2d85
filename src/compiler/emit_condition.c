/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Truth: conditions as jumps, and comparisons, `and` and `or` as values.
 */
#include "compiler/emit.h"

/* The truth of a constant: 1, 0, or -1 if n is no constant. */
static int constant_truth(struct ou_compiler *c, const struct ou_node *n)
{
    ou_val v = ou_node_value(c, n);
    if (v == OU_ABSENT)
        return -1;
    return ou_truth(c->vm, v);
}

/* Instructions of the jumps, by comparison: jump if true, jump if not. */
static bool jump_forms(unsigned op, bool jump_if, bool immediate, enum ou_opcode *out)
{
    static const uint8_t order[] = {OU_INS_LT, OU_INS_LE, OU_INS_EQ, OU_INS_NE, OU_INS_GT, OU_INS_GE};
    for (unsigned i = 0; i < 6; i++)
        if (order[i] == op) {
            *out = (enum ou_opcode)((immediate ? (jump_if ? OU_INS_J_LT_I : OU_INS_N_LT_I)
                                     : jump_if ? OU_INS_J_LT
                                               : OU_INS_N_LT) +
                                    i);
            return true;
        }
    if (immediate)
        return false;
    switch (op) {
    case OU_INS_IS: *out = jump_if ? OU_INS_J_IS : OU_INS_N_IS; return true;
    case OU_INS_IS_NOT: *out = jump_if ? OU_INS_N_IS : OU_INS_J_IS; return true;
    case OU_INS_IN: *out = jump_if ? OU_INS_J_IN : OU_INS_N_IN; return true;
    case OU_INS_NOT_IN: *out = jump_if ? OU_INS_N_IN : OU_INS_J_IN; return true;
    default: return false;
    }
}

static unsigned swapped(unsigned op)
{
    switch (op) {
    case OU_INS_LT: return OU_INS_GT;
    case OU_INS_LE: return OU_INS_GE;
    case OU_INS_GT: return OU_INS_LT;
    case OU_INS_GE: return OU_INS_LE;
    default: return op;
    }
}

/* The right operand of `in`: constant lists and sets need not be built each time. */
static int container_operand(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    if (n->kind != OU_NODE_LIST && n->kind != OU_NODE_SET)
        return ou_any(f, n);
    ou_val v = n->a ? ou_constant_tuple(c, n->a) : OU_ABSENT;
    if (v == OU_ABSENT)
        return ou_any(f, n);
    if (OU_WITH_SET && n->kind == OU_NODE_SET) {
        ou_val set = ou_set_new(c->vm, &ou_type_frozenset);
        for (size_t i = 0; set != OU_EXC && i < ou_tuple_len(v); i++)
            if (ou_set_add(c->vm, set, ou_tuple_items(v)[i]) < 0)
                set = OU_EXC;
        if (set == OU_EXC) {
            ou_compile_fail_pending(c);
            return 0;
        }
        v = set;
    }
    int r = ou_reg(f);
    ou_load_constant(f, v, r);
    return r;
}

static bool is_none(const struct ou_node *n) { return n->kind == OU_NODE_CONST && n->value == OU_NONE; }

/* One comparison as a jump; a: register of the left operand, or -1: to be evaluated.  The register of the
 * right operand is returned if it is needed further (keep). */
static int compare_jump(struct ou_function_state *f, struct ou_node *left, int a, struct ou_node *term,
                        bool keep, bool jump_if, ou_jumps *jumps, uint32_t line)
{
    enum ou_opcode op = OU_INS_J_NONE;
    int immediate;
    struct ou_node *right = term->a;
    if ((term->op == OU_INS_IS || term->op == OU_INS_IS_NOT) && is_none(right) && !keep) {
        if (a < 0)
            a = ou_any(f, left);
        f->line = line;
        ou_emit_jump(f, jump_if == (term->op == OU_INS_IS) ? OU_INS_J_NONE : OU_INS_N_NONE, a, 0, jumps);
        return 0;
    }
    if (!keep && ou_small_operand(f->c, right, &immediate) && jump_forms(term->op, jump_if, true, &op)) {
        if (a < 0)
            a = ou_any(f, left);
        f->line = line;
        ou_emit_jump(f, op, a, immediate, jumps);
        return 0;
    }
    if (!keep && a < 0 && ou_small_operand(f->c, left, &immediate) &&
        jump_forms(swapped(term->op), jump_if, true, &op)) {
        a = ou_any(f, right);
        f->line = line;
        ou_emit_jump(f, op, a, immediate, jumps);
        return 0;
    }
    if (a < 0)
        a = ou_operand(f, left, right);
    int b = term->op == OU_INS_IN || term->op == OU_INS_NOT_IN ? container_operand(f, right)
            : keep                                             ? ou_operand(f, right, term->next->a)
                                                               : ou_any(f, right);
    jump_forms(term->op, jump_if, false, &op);
    f->line = line;
    ou_emit_jump(f, op, a, b, jumps);
    return b;
}

static void comparison_condition(struct ou_function_state *f, struct ou_node *n, bool jump_if,
                                 ou_jumps *jumps)
{
    ou_jumps skip = 0;
    int a = -1;
    struct ou_node *left = n->a;
    struct ou_flow flow = f->flow;
    bool chain = n->b->next != NULL;
    for (struct ou_node *term = n->b; term && !f->c->failed; term = term->next) {
        bool last = !term->next;
        a = last ? (compare_jump(f, left, a, term, false, jump_if, jumps, n->line), -1)
                 : compare_jump(f, left, a, term, true, false, jump_if ? &skip : jumps, n->line);
        if (term == n->b)
            flow = f->flow;
        left = term->a;
    }
    ou_patch(f, skip);
    if (chain)
        f->flow = flow;
}

void ou_condition(struct ou_function_state *f, struct ou_node *n, bool jump_if, ou_jumps *jumps)
{
    struct ou_compiler *c = f->c;
    int top = f->top, truth = constant_truth(c, n);
    if (ou_too_deep(c))
        return;
    f->line = n->line;
    if (truth >= 0) {
        if (truth == jump_if) {
            ou_emit_jump(f, OU_INS_JUMP, 0, 0, jumps);
            f->flow.dead = true;
        }
    } else if (n->kind == OU_NODE_UNARY && n->op == OU_INS_NOT) {
        ou_condition(f, n->a, !jump_if, jumps);
    } else if (n->kind == OU_NODE_COMPARE) {
        comparison_condition(f, n, jump_if, jumps);
    } else if (n->kind == OU_NODE_BOOL) {
        bool stop_at = !n->op; /* the truth that decides: `and` stops at false, `or` at true */
        ou_jumps skip = 0;
        struct ou_flow flow = f->flow;
        bool dead = false;
        for (struct ou_node *i = n->a; i && !c->failed; i = i->next) {
            if (i->next)
                ou_condition(f, i, stop_at, stop_at == jump_if ? jumps : &skip);
            else
                ou_condition(f, i, jump_if, jumps);
            if (i == n->a)
                flow = f->flow;
            dead = f->flow.dead;
            if (dead)
                break;
        }
        ou_patch(f, skip);
        f->flow = flow;
        f->flow.dead = dead && !skip;
    } else {
        int r = ou_any(f, n);
        f->line = n->line;
        ou_emit_jump(f, jump_if ? OU_INS_J_TRUE : OU_INS_J_FALSE, r, 0, jumps);
    }
    f->top = (uint16_t)top;
}

/* -- values -- */

int ou_comparison(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top;
    struct ou_node *term = n->b;
    bool chain = term->next != NULL;
    bool temporary = want >= f->first_temporary;
    int result = chain && !temporary ? ou_reg(f) : want;
    ou_jumps end = 0;
    int above = f->top;
    int a = ou_operand(f, n->a, term->a);
    struct ou_flow flow = f->flow;
    for (; term && !f->c->failed; term = term->next) {
        int b = term->op == OU_INS_IN || term->op == OU_INS_NOT_IN ? container_operand(f, term->a)
                : term->next                                       ? ou_operand(f, term->a, term->next->a)
                                                                   : ou_any(f, term->a);
        if (term == n->b)
            flow = f->flow;
        if (!chain) {
            f->top = (uint16_t)above;
            if (result < 0)
                result = ou_reg(f);
        }
        f->line = n->line;
        ou_emit(f, (enum ou_opcode)term->op, result, a, b);
        if (term->next)
            ou_emit_jump(f, OU_INS_J_FALSE, result, 0, &end);
        a = b;
    }
    ou_patch(f, end);
    if (!chain)
        return result;
    f->flow = flow;
    want = ou_result(f, top, want);
    ou_move(f, want, result);
    return want;
}

/* Can n's evaluation neither fail nor look at register r? */
static bool is_harmless(const struct ou_node *n)
{
    return n->kind == OU_NODE_CONST || n->kind == OU_NODE_LITERAL;
}

int ou_bool_value(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top;
    struct ou_node *first = n->a, *second = first->next;
    bool direct = want >= f->first_temporary;
    if (want >= 0 && !direct && !second->next)
        direct = is_harmless(second) || (first->kind == OU_NODE_NAME && ou_local_register(f, first) == want);
    int work = direct ? want : ou_reg(f), above = f->top;
    ou_jumps end = 0;
    struct ou_flow flow = f->flow;
    for (struct ou_node *i = first; i && !f->c->failed; i = i->next) {
        ou_expression(f, i, work);
        f->top = (uint16_t)above;
        if (i == first)
            flow = f->flow;
        f->line = i->line;
        if (i->next)
            ou_emit_jump(f, n->op ? OU_INS_J_FALSE : OU_INS_J_TRUE, work, 0, &end);
    }
    ou_patch(f, end);
    f->flow = flow;
    if (want < 0 || direct)
        return work;
    ou_move(f, want, work);
    f->top = (uint16_t)top;
    return want;
}
