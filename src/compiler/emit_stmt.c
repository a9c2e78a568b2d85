/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Statements, except for definitions and those about exceptions.
 */
#include "compiler/emit.h"

static void statement(struct ou_function_state *f, struct ou_node *n);

void ou_statements(struct ou_function_state *f, struct ou_node *list)
{
    for (; list && !f->c->failed && !f->flow.dead; list = list->next) {
        int top = f->top;
        statement(f, list);
        f->top = (uint16_t)top;
    }
}

/* -- assignment -- */

/* Targets that are local variables in neighbouring registers: the first, or -1. */
static int targets_in_row(struct ou_function_state *f, const struct ou_node *list)
{
    int first = -1, k = 0;
    for (const struct ou_node *i = list; i; i = i->next, k++) {
        int r = ou_local_register(f, i);
        if (r < 0 || (k && r != first + k))
            return -1;
        if (!k)
            first = r;
    }
    return first;
}

static void unpack(struct ou_function_state *f, struct ou_node *target, int reg)
{
    unsigned n = 0, before = 0;
    bool star = false;
    for (struct ou_node *i = target->a; i; i = i->next, n++) {
        if (i->kind == OU_NODE_STAR) {
            star = true;
            before = n;
        }
    }
    if (n > 240) {
        ou_limit_at_node(f->c, target, "too many targets in one assignment (limit: 240)");
        return;
    }
    int top = f->top, row = star ? -1 : targets_in_row(f, target->a);
    int first = row >= 0 && !(reg >= row && reg < row + (int)n) ? row : top;
    f->line = target->line;
    if (first == top)
        for (unsigned i = 0; i < n; i++)
            ou_reg(f);
    if (star)
        ou_emit(f, OU_INS_UNPACK_EX, first, reg, (int)before, (int)(n - before - 1));
    else
        ou_emit(f, OU_INS_UNPACK, first, reg, (int)n);
    int r = first;
    for (struct ou_node *i = target->a; i && !f->c->failed; i = i->next, r++)
        ou_store_target(f, i->kind == OU_NODE_STAR ? i->a : i, r);
    f->top = (uint16_t)top;
}

void ou_store_target(struct ou_function_state *f, struct ou_node *target, int reg)
{
    int top = f->top;
    if (ou_too_deep(f->c))
        return;
    switch (target->kind) {
    case OU_NODE_NAME: ou_store_name(f, target->name, reg); break;
    case OU_NODE_ATTRIBUTE: {
        int object = ou_any(f, target->a);
        f->line = target->line;
        ou_emit(f, OU_INS_SET_ATTR, object, (int)ou_name_constant(f, target->name2), reg);
        break;
    }
    case OU_NODE_SUBSCRIPT: {
        int object = ou_operand(f, target->a, target->b);
        int index = ou_subscript_index(f, target->b);
        f->line = target->line;
        ou_emit(f, OU_INS_SET_ITEM, object, index, reg);
        break;
    }
    default: unpack(f, target, reg); break;
    }
    f->top = (uint16_t)top;
}

static unsigned list_length(const struct ou_node *n)
{
    unsigned k = 0;
    for (; n; n = n->next)
        k += n->kind == OU_NODE_STAR ? 1000 : 1;
    return k;
}

#define PARALLEL 8

/* a, b = x, y without a tuple: all values first, each where it lies or in a temporary, then the stores
 * from left to right. */
static bool assign_parallel(struct ou_function_state *f, struct ou_node *target, struct ou_node *value)
{
    struct ou_compiler *c = f->c;
    if ((target->kind != OU_NODE_TUPLE && target->kind != OU_NODE_LIST) ||
        (value->kind != OU_NODE_TUPLE && value->kind != OU_NODE_LIST))
        return false;
    unsigned n = list_length(target->a);
    if (n == 0 || n > PARALLEL || n != list_length(value->a))
        return false;
    int targets[PARALLEL], regs[PARALLEL];
    bool all_local = true;
    unsigned k = 0;
    for (struct ou_node *i = target->a; i; i = i->next, k++) {
        targets[k] = ou_local_register(f, i);
        all_local &= targets[k] >= 0;
    }
    k = 0;
    for (struct ou_node *v = value->a; v && !c->failed; v = v->next, k++) {
        if (ou_node_value(c, v) != OU_ABSENT) {
            regs[k] = -1; /* loaded when it is stored */
            continue;
        }
        bool clash = (f->scope->flags & OU_SCOPE_WALRUS) != 0;
        int local = ou_local_register(f, v);
        if (local >= 0) {
            for (unsigned j = 0; j < k; j++)
                clash |= targets[j] == local;
            regs[k] = ou_any(f, v);
            if (clash) {
                regs[k] = ou_copy(f, regs[k]);
            }
            continue;
        }
        bool direct = all_local && k == n - 1 && !clash;
        for (unsigned j = 0; direct && j < k; j++)
            direct = regs[j] != targets[k] && targets[j] != targets[k];
        if (direct) {
            int top = f->top;
            ou_expression(f, v, targets[k]);
            f->top = (uint16_t)top;
            regs[k] = targets[k];
        } else {
            regs[k] = ou_reg(f);
            ou_expression(f, v, regs[k]);
            f->top = (uint16_t)(regs[k] + 1);
        }
    }
    k = 0;
    struct ou_node *v = value->a;
    for (struct ou_node *i = target->a; i && !c->failed; i = i->next, v = v->next, k++) {
        int top = f->top;
        if (regs[k] < 0) {
            regs[k] = targets[k] >= 0 ? targets[k] : ou_reg(f);
            ou_load_constant(f, ou_node_value(c, v), regs[k]);
        }
        ou_store_target(f, i, regs[k]);
        f->top = (uint16_t)top;
    }
    return true;
}

static void assign(struct ou_function_state *f, struct ou_node *target, struct ou_node *value)
{
    if (!target->next) {
        int local = ou_local_register(f, target);
        if (local >= 0) {
            ou_expression(f, value, local);
            ou_store_name(f, target->name, local); /* marks it */
            return;
        }
        if (assign_parallel(f, target, value))
            return;
    }
    int r = target->next || (f->scope->flags & OU_SCOPE_WALRUS) ? ou_reg(f) : -1;
    if (r >= 0) {
        ou_expression(f, value, r);
        f->top = (uint16_t)(r + 1);
    } else {
        r = ou_any(f, value);
    }
    for (; target && !f->c->failed; target = target->next)
        ou_store_target(f, target, r);
}

/* -- augmented assignment -- */

static void in_place(struct ou_function_state *f, unsigned op, int to, int a, struct ou_node *value,
                     uint32_t line)
{
    int top = f->top, immediate;
    bool plus = op == OU_INS_ADD;
    if ((plus || op == OU_INS_SUB) && ou_small_operand(f->c, value, &immediate)) {
        f->line = line;
        ou_emit(f, plus ? OU_INS_IADD_I : OU_INS_ISUB_I, to, a, immediate);
        return;
    }
    if (a < f->first_temporary && (f->scope->flags & OU_SCOPE_WALRUS)) {
        a = ou_copy(f, a);
    }
    int b = ou_any(f, value);
    f->line = line;
    if (plus || op == OU_INS_SUB || op == OU_INS_MUL)
        ou_emit(f, plus ? OU_INS_IADD : op == OU_INS_SUB ? OU_INS_ISUB : OU_INS_IMUL, to, a, b);
    else
        ou_emit(f, OU_INS_INPLACE, (int)op - OU_INS_ADD + OU_OP_ADD, to, a, b);
    f->top = (uint16_t)top;
}

static void augmented(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_node *target = n->a;
    uint32_t line = n->line;
    if (target->kind == OU_NODE_NAME) {
        int r = ou_load_name(f, target->name, -1);
        in_place(f, n->op, r, r, n->b, line);
        ou_store_name(f, target->name, r);
    } else if (target->kind == OU_NODE_ATTRIBUTE) {
        int object = ou_operand(f, target->a, n->b), name = (int)ou_name_constant(f, target->name2),
            t = ou_reg(f);
        ou_emit(f, OU_INS_GET_ATTR, t, object, name);
        in_place(f, n->op, t, t, n->b, line);
        ou_emit(f, OU_INS_SET_ATTR, object, name, t);
    } else {
        int object = ou_operand(f, target->a, n->b);
        if (object < f->first_temporary && (f->scope->flags & OU_SCOPE_WALRUS)) {
            object = ou_copy(f, object);
        }
        int index = ou_subscript_index(f, target->b);
        if (index < f->first_temporary && (f->scope->flags & OU_SCOPE_WALRUS)) {
            index = ou_copy(f, index);
        }
        int t = ou_reg(f);
        f->line = line;
        ou_emit(f, OU_INS_GET_ITEM, t, object, index);
        in_place(f, n->op, t, t, n->b, line);
        ou_emit(f, OU_INS_SET_ITEM, object, index, t);
    }
}

static void delete_target(struct ou_function_state *f, struct ou_node *n)
{
    int top = f->top;
    f->line = n->line;
    switch (n->kind) {
    case OU_NODE_NAME: ou_delete_name(f, n->name); break;
    case OU_NODE_ATTRIBUTE: {
        int object = ou_any(f, n->a);
        f->line = n->line;
        ou_emit(f, OU_INS_DELETE_ATTR, object, (int)ou_name_constant(f, n->name2));
        break;
    }
    case OU_NODE_SUBSCRIPT: {
        int object = ou_operand(f, n->a, n->b);
        int index = ou_subscript_index(f, n->b);
        f->line = n->line;
        ou_emit(f, OU_INS_DELETE_ITEM, object, index);
        break;
    }
    default:
        for (struct ou_node *i = n->a; i && !f->c->failed; i = i->next)
            delete_target(f, i);
        break;
    }
    f->top = (uint16_t)top;
}

/* -- control -- */

static void if_statement(struct ou_function_state *f, struct ou_node *n)
{
    ou_jumps otherwise = 0, end = 0;
    if (ou_too_deep(f->c))
        return;
    ou_condition(f, n->a, false, &otherwise);
    struct ou_flow flow = f->flow;
    flow.dead = !otherwise;
    ou_statements(f, n->b);
    if (n->c && otherwise && !f->flow.dead)
        ou_emit_jump(f, OU_INS_JUMP, 0, 0, &end);
    struct ou_flow after = f->flow;
    ou_patch(f, otherwise);
    f->flow = flow;
    ou_statements(f, n->c);
    ou_patch(f, end);
    ou_flow_merge(&f->flow, &after);
}

static void open_loop(struct ou_function_state *f, struct ou_block *b)
{
    memset(b, 0, sizeof *b);
    b->kind = OU_BLOCK_LOOP;
    b->outer = f->blocks;
    b->top = ou_here(f);
    b->flow.dead = true;
    f->blocks = b;
}

/* After the body; `end`: jumps taken when the loop ran out, with that flow. */
static void close_loop(struct ou_function_state *f, struct ou_block *b, ou_jumps end,
                       const struct ou_flow *flow, struct ou_node *otherwise)
{
    if (!f->flow.dead)
        ou_emit_jump_back(f, b->top);
    f->blocks = b->outer;
    ou_patch(f, end);
    f->flow = *flow;
    f->flow.dead = !end;
    ou_statements(f, otherwise);
    ou_patch(f, b->breaks);
    ou_flow_merge(&f->flow, &b->flow);
}

static void while_statement(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_block block;
    ou_jumps end = 0;
    open_loop(f, &block);
    ou_condition(f, n->a, false, &end);
    struct ou_flow flow = f->flow;
    ou_statements(f, n->b);
    close_loop(f, &block, end, &flow, n->c);
}

static void for_statement(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_block block;
    ou_jumps end = 0;
    int iterator = ou_reg(f);
    ou_iterate(f, n->b, iterator);
    f->top = (uint16_t)(iterator + 1);
    open_loop(f, &block);
    struct ou_flow flow = f->flow;
    int target = ou_local_register(f, n->a), top = f->top;
    int t = target >= 0 ? target : ou_reg(f);
    f->line = n->line;
    ou_emit_jump(f, OU_INS_FOR_ITER, t, iterator, &end);
    ou_store_target(f, n->a, t);
    f->top = (uint16_t)top;
    ou_statements(f, n->c);
    close_loop(f, &block, end, &flow, n->d);
}

static void raise_statement(struct ou_function_state *f, struct ou_node *n)
{
    if (!n->a) {
        ou_emit(f, OU_INS_RAISE_AGAIN);
    } else {
        int exc = ou_operand(f, n->a, n->b);
        int cause = n->b ? ou_any(f, n->b) : 0;
        f->line = n->line;
        if (n->b)
            ou_emit(f, OU_INS_RAISE_FROM, exc, cause);
        else
            ou_emit(f, OU_INS_RAISE, exc);
    }
    f->flow.dead = true;
}

static void assert_statement(struct ou_function_state *f, struct ou_node *n)
{
    ou_jumps good = 0;
    ou_condition(f, n->a, true, &good);
    struct ou_flow flow = f->flow;
    if (!flow.dead) {
        int base = ou_reg(f);
        f->line = n->line;
        ou_emit(f, OU_INS_GET_GLOBAL, base, (int)ou_constant(f, OU_S(AssertionError)));
        if (n->b) {
            ou_expression(f, n->b, ou_reg(f));
            ou_emit(f, OU_INS_CALL, base, base, 1);
        }
        f->line = n->line;
        ou_emit(f, OU_INS_RAISE, base);
    }
    ou_patch(f, good);
    f->flow = flow;
    f->flow.dead = !good;
}

/* -- import -- */

/* The last part of a dotted name: attributes of the package one after the other. */
static void import_leaf(struct ou_function_state *f, ou_val dotted, int reg)
{
    struct ou_compiler *c = f->c;
    size_t n;
    const char *text = ou_str_text(c->vm, dotted, &n);
    size_t i = 0;
    while (i < n && text[i] != '.')
        i++;
    while (i < n && !c->failed) {
        size_t start = ++i;
        while (i < n && text[i] != '.')
            i++;
        char part[OU_INTERN_MAX]; /* interning may move the text */
        memcpy(part, text + start, i - start);
        ou_val name = ou_intern(c->vm, part, i - start);
        if (name == OU_EXC) {
            ou_compile_fail_pending(c);
            return;
        }
        ou_emit(f, OU_INS_IMPORT_FROM, reg, reg, (int)ou_constant(f, name));
        text = ou_str_text(c->vm, dotted, &n);
    }
}

static void import_statement(struct ou_function_state *f, struct ou_node *n)
{
    int module = ou_reg(f), names = ou_reg(f);
    for (struct ou_node *i = n->a; i && !f->c->failed; i = i->next) {
        ou_emit(f, OU_INS_LOAD_NONE, names);
        ou_emit(f, OU_INS_IMPORT, module, (int)ou_name_constant(f, i->name), names, 0);
        if (i->op)
            import_leaf(f, ou_literal(f->c, i->name), module);
        ou_store_name(f, i->name2, module);
    }
}

/* The compiler knows these; nothing is to be imported. */
static void future_statement(struct ou_function_state *f, struct ou_node *n)
{
    static const char *const known[] = {"annotations",    "division",         "absolute_import",
                                        "print_function", "unicode_literals", "generator_stop",
                                        "generators",     "nested_scopes",    "with_statement"};
    struct ou_compiler *c = f->c;
    for (struct ou_node *i = n->a; i && !c->failed; i = i->next) {
        bool found = false;
        for (unsigned k = 0; k < sizeof known / sizeof *known; k++)
            found |= ou_str_is(c->vm, ou_literal(c, i->name), known[k]);
        if (!found)
            ou_error_at_node(c, n, "future feature %v is not defined", ou_literal(c, i->name));
    }
}

static void from_statement(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    if (n->name2 != OU_NO_NAME && n->op == 0 && ou_literal(c, n->name2) == OU_S(__future__)) {
        future_statement(f, n);
        return;
    }
    int module = ou_reg(f), names = ou_reg(f);
    unsigned count = n->a ? list_length(n->a) : 1;
    ou_val tuple = ou_tuple_new(c->vm, count, NULL);
    if (tuple == OU_EXC) {
        ou_compile_fail_pending(c);
        return;
    }
    unsigned k = 0;
    if (!n->a)
        OU_STORE(c->vm, (void *)tuple, ou_tuple_items(tuple), OU_INTERNED('*'));
    for (struct ou_node *i = n->a; i; i = i->next)
        OU_STORE(c->vm, (void *)tuple, ou_tuple_items(tuple) + k++, ou_literal(c, i->name));
    ou_load_constant(f, tuple, names);
    unsigned name = n->name2 == OU_NO_NAME ? ou_constant(f, OU_S()) : ou_name_constant(f, n->name2);
    ou_emit(f, OU_INS_IMPORT, module, (int)name, names, n->op);
    if (!n->a)
        ou_emit(f, OU_INS_IMPORT_STAR, module);
    for (struct ou_node *i = n->a; i && !c->failed; i = i->next) {
        int local = ou_local_register(f, &(struct ou_node){.kind = OU_NODE_NAME, .name = i->name2});
        int r = local >= 0 ? local : names;
        f->line = i->line;
        ou_emit(f, OU_INS_IMPORT_FROM, r, module, (int)ou_name_constant(f, i->name));
        ou_store_name(f, i->name2, r);
    }
}

ou_val ou_docstring(struct ou_function_state *f, const struct ou_node *list)
{
    if (!list || list->kind != OU_NODE_EXPRESSION || list->a->kind != OU_NODE_LITERAL || f->c->failed)
        return OU_ABSENT;
    ou_val v = ou_constant_value(f->c, list->a);
    return v != OU_ABSENT && ou_is_str(v) ? v : OU_ABSENT;
}

static void expression_statement(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    bool print = c->mode == OU_COMPILE_SINGLE && f->scope->kind == OU_SCOPE_MODULE;
    if (!print && (n->kind == OU_NODE_CONST || n->kind == OU_NODE_LITERAL))
        return;
    int r = ou_any(f, n);
    f->line = n->line;
    if (print)
        ou_emit(f, OU_INS_PRINT_EXPR, r);
}

static void statement(struct ou_function_state *f, struct ou_node *n)
{
    f->line = n->line;
    switch (n->kind) {
    case OU_NODE_EXPRESSION: expression_statement(f, n->a); break;
    case OU_NODE_ASSIGN: assign(f, n->a, n->b); break;
    case OU_NODE_AUGMENTED: augmented(f, n); break;
    case OU_NODE_ANNOTATED:
        if (n->b)
            assign(f, n->a, n->b);
        break;
    case OU_NODE_DELETE: delete_target(f, n->a); break;
    case OU_NODE_BREAK: ou_emit_break(f, false); break;
    case OU_NODE_CONTINUE: ou_emit_break(f, true); break;
    case OU_NODE_RETURN:
        if (!n->a || (n->a->kind == OU_NODE_CONST && n->a->value == OU_NONE))
            ou_emit_return(f, -1);
        else
            ou_emit_return(f, ou_any(f, n->a));
        break;
    case OU_NODE_RAISE: raise_statement(f, n); break;
    case OU_NODE_IMPORT: import_statement(f, n); break;
    case OU_NODE_FROM: from_statement(f, n); break;
    case OU_NODE_ASSERT: assert_statement(f, n); break;
    case OU_NODE_IF: if_statement(f, n); break;
    case OU_NODE_WHILE: while_statement(f, n); break;
    case OU_NODE_FOR: for_statement(f, n); break;
    case OU_NODE_TRY: ou_try_statement(f, n); break;
    case OU_NODE_WITH: ou_with_statement(f, n); break;
    case OU_NODE_DEF:
    case OU_NODE_CLASS: ou_definition(f, n); break;
    default: break; /* PASS, GLOBAL, NONLOCAL */
    }
}
