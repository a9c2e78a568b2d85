/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Expressions.
 */
#include "compiler/emit.h"

#define RUN 32 /* items of a display that are put together in registers */

void ou_load_constant(struct ou_function_state *f, ou_val v, int to)
{
    if (v == OU_NONE)
        ou_emit(f, OU_INS_LOAD_NONE, to);
    else if (v == OU_TRUE)
        ou_emit(f, OU_INS_LOAD_TRUE, to);
    else if (v == OU_FALSE)
        ou_emit(f, OU_INS_LOAD_FALSE, to);
    else if (ou_is_small(v) && ou_small_value(v) >= -128 && ou_small_value(v) <= 127)
        ou_emit(f, OU_INS_LOAD_INT8, to, (int)ou_small_value(v));
    else if (ou_is_small(v) && ou_small_value(v) >= -0x8000 && ou_small_value(v) <= 0x7fff)
        ou_emit(f, OU_INS_LOAD_INT16, to, (int)ou_small_value(v));
    else
        ou_emit(f, OU_INS_LOAD_K, to, (int)ou_constant(f, v));
}

bool ou_small_operand(const struct ou_compiler *c, const struct ou_node *n, int *out)
{
    (void)c;
    if (n->kind != OU_NODE_CONST || !ou_is_small(n->value))
        return false;
    ou_int v = ou_small_value(n->value);
    *out = (int)v;
    return v >= -128 && v <= 127;
}

static bool is_temporary(const struct ou_function_state *f, int reg) { return reg >= f->first_temporary; }

/* A register for a result that several instructions work on. */
static int work_register(struct ou_function_state *f, int want)
{
    return want >= 0 && is_temporary(f, want) ? want : ou_reg(f);
}

/* The end of that: the result where it is wanted, and the temporaries from `top` on given back. */
static int finish_in(struct ou_function_state *f, int work, int top, int want)
{
    f->top = (uint16_t)(want < 0 ? work + 1 : top);
    if (want < 0)
        return work;
    ou_move(f, want, work);
    return want;
}

int ou_result(struct ou_function_state *f, int top, int want)
{
    f->top = (uint16_t)top;
    return want < 0 ? ou_reg(f) : want;
}

void ou_push(struct ou_function_state *f, struct ou_node *n)
{
    int r = ou_reg(f);
    ou_expression(f, n, r);
    f->top = (uint16_t)(r + 1);
}

int ou_copy(struct ou_function_state *f, int from)
{
    int to = ou_reg(f);
    ou_move(f, to, from);
    return to;
}

void ou_iterate(struct ou_function_state *f, struct ou_node *n, int iterator)
{
    int r = ou_any(f, n);
    f->line = n->line;
    ou_emit(f, OU_INS_GET_ITER, iterator, r);
}

int ou_operand(struct ou_function_state *f, struct ou_node *n, const struct ou_node *later)
{
    int r = ou_any(f, n);
    if (is_temporary(f, r) || !(f->scope->flags & OU_SCOPE_WALRUS) || !later ||
        later->kind == OU_NODE_CONST || later->kind == OU_NODE_LITERAL || later->kind == OU_NODE_NAME)
        return r;
    return ou_copy(f, r);
}

/* n in a local variable's own register, else in `want`. */
static int in_place_or(struct ou_function_state *f, struct ou_node *n, int want)
{
    return n->kind == OU_NODE_NAME && ou_local_register(f, n) >= 0 ? ou_any(f, n) : ou_expression(f, n, want);
}

/* -- operators -- */

static int immediate_form(unsigned op)
{
    switch (op) {
    case OU_INS_ADD: return OU_INS_ADD_I;
    case OU_INS_SUB: return OU_INS_SUB_I;
    case OU_INS_MUL: return OU_INS_MUL_I;
    case OU_INS_FLOORDIV: return OU_INS_FLOORDIV_I;
    case OU_INS_MOD: return OU_INS_MOD_I;
    case OU_INS_AND: return OU_INS_AND_I;
    case OU_INS_LSHIFT: return OU_INS_LSHIFT_I;
    case OU_INS_RSHIFT: return OU_INS_RSHIFT_I;
    default: return -1;
    }
}

/* Two operands; the second an immediate if it may be (`form`). */
static int two_operands(struct ou_function_state *f, struct ou_node *n, unsigned op, int form, int want)
{
    int top = f->top, second;
    int first = ou_operand(f, n->a, n->b);
    if (form >= 0 && ou_small_operand(f->c, n->b, &second))
        op = (unsigned)form;
    else
        second = ou_subscript_index(f, n->b);
    want = ou_result(f, top, want);
    f->line = n->line;
    ou_emit(f, (enum ou_opcode)op, want, first, second);
    return want;
}

static int unary(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top;
    int a = ou_any(f, n->a);
    want = ou_result(f, top, want);
    f->line = n->line;
    ou_emit(f, (enum ou_opcode)n->op, want, a);
    return want;
}

static int if_else(struct ou_function_state *f, struct ou_node *n, int want)
{
    int result = want < 0 ? ou_reg(f) : want, top = f->top;
    ou_jumps otherwise = 0, end = 0;
    ou_condition(f, n->a, false, &otherwise);
    struct ou_flow flow = f->flow;
    flow.dead = false;
    ou_expression(f, n->b, result);
    f->top = (uint16_t)top;
    ou_emit_jump(f, OU_INS_JUMP, 0, 0, &end);
    ou_patch(f, otherwise);
    f->flow = flow;
    ou_expression(f, n->c, result);
    ou_patch(f, end);
    f->top = (uint16_t)top;
    f->flow = flow;
    return result;
}

/* -- displays -- */

/* Items one after the other in new temporaries; the first of them. */
static int items_in_row(struct ou_function_state *f, struct ou_node *list, unsigned count)
{
    int first = f->top;
    for (struct ou_node *i = list; i && count; i = i->next, count--) {
        ou_push(f, i);
    }
    return first;
}

static unsigned count_items(const struct ou_node *list, bool *star)
{
    unsigned n = 0;
    *star = false;
    for (; list; list = list->next, n++)
        *star |= list->kind == OU_NODE_STAR;
    return n;
}

static void add_item(struct ou_function_state *f, struct ou_node *n, bool is_set, int container)
{
    int top = f->top;
    bool star = n->kind == OU_NODE_STAR;
    int r = ou_any(f, star ? n->a : n);
    f->line = n->line;
    ou_emit(f,
            is_set ? (star ? OU_INS_SET_UPDATE : OU_INS_SET_ADD)
            : star ? OU_INS_LIST_EXTEND
                   : OU_INS_LIST_APPEND,
            container, r);
    f->top = (uint16_t)top;
}

int ou_display(struct ou_function_state *f, struct ou_node *list, enum ou_node_kind kind, int want)
{
    static const uint8_t build[] = {OU_INS_BUILD_LIST, OU_INS_BUILD_TUPLE, OU_INS_BUILD_SET};
    struct ou_compiler *c = f->c;
    bool star, is_set = OU_WITH_SET && kind == OU_NODE_SET;
    unsigned n = count_items(list, &star);
    int top = f->top;
    if (kind == OU_NODE_TUPLE || n >= 8) {
        ou_val v = ou_constant_tuple(c, list);
        if (v != OU_ABSENT && kind == OU_NODE_TUPLE) {
            want = ou_result(f, f->top, want);
            ou_load_constant(f, v, want);
            return want;
        }
        if (v != OU_ABSENT) {
            int work = work_register(f, want), t = ou_reg(f);
            ou_emit(f, is_set ? OU_INS_BUILD_SET : OU_INS_BUILD_LIST, work, 0, 0);
            ou_load_constant(f, v, t);
            ou_emit(f, is_set ? OU_INS_SET_UPDATE : OU_INS_LIST_EXTEND, work, t);
            return finish_in(f, work, top, want);
        }
    }
    unsigned index = kind == OU_NODE_LIST ? 0 : kind == OU_NODE_TUPLE ? 1 : 2;
    if (!star && n <= RUN && f->top + n < OU_MAX_REGISTERS - 20) {
        int first = items_in_row(f, list, n);
        want = ou_result(f, top, want);
        ou_emit(f, (enum ou_opcode)build[index], want, n ? first : 0, (int)n);
        return want;
    }
    int work = work_register(f, want), above = f->top;
    unsigned run = 0;
    struct ou_node *i = list;
    for (; i && i->kind != OU_NODE_STAR && run < RUN && f->top + run < OU_MAX_REGISTERS - 20; i = i->next)
        run++;
    int first = items_in_row(f, list, run);
    ou_emit(f, is_set ? OU_INS_BUILD_SET : OU_INS_BUILD_LIST, work, run ? first : 0, (int)run);
    f->top = (uint16_t)above;
    for (; i && !c->failed; i = i->next)
        add_item(f, i, is_set, work);
    if (kind == OU_NODE_TUPLE)
        ou_emit(f, OU_INS_LIST_TO_TUPLE, work, work);
    return finish_in(f, work, top, want);
}

/* Adds pairs and mappings to a dict. */
void ou_dict_items(struct ou_function_state *f, struct ou_node *list, int dict, bool is_call)
{
    for (struct ou_node *i = list; i && !f->c->failed; i = i->next) {
        int top = f->top;
        if (i->kind == OU_NODE_DOUBLE_STAR) {
            int r = ou_any(f, i->a);
            f->line = i->line;
            ou_emit(f, is_call ? OU_INS_DICT_MERGE : OU_INS_DICT_UPDATE, dict, r);
        } else {
            int k = ou_operand(f, i->a, i->b);
            int v = ou_any(f, i->b);
            f->line = i->line;
            ou_emit(f, OU_INS_DICT_SET, dict, k, v);
        }
        f->top = (uint16_t)top;
    }
}

int ou_dict_display(struct ou_function_state *f, struct ou_node *list, int want)
{
    int top = f->top;
    unsigned run = 0;
    struct ou_node *i = list;
    for (; i && i->kind == OU_NODE_PAIR && run < RUN / 2 && f->top + 2 * run < OU_MAX_REGISTERS - 24;
         i = i->next)
        run++;
    int work = i ? work_register(f, want) : -1, first = f->top;
    struct ou_node *p = list;
    for (unsigned k = 0; k < run; k++, p = p->next) {
        ou_push(f, p->a);
        ou_push(f, p->b);
    }
    if (!i) {
        want = ou_result(f, top, want);
        ou_emit(f, OU_INS_BUILD_DICT, want, run ? first : 0, (int)run);
        return want;
    }
    f->top = (uint16_t)first;
    ou_emit(f, OU_INS_BUILD_DICT, work, run ? first : 0, (int)run);
    ou_dict_items(f, i, work, false);
    return finish_in(f, work, top, want);
}

/* -- f-strings -- */

static void format_field(struct ou_function_state *f, struct ou_node *n, int to)
{
    int top = f->top, spec = 255;
    int v = ou_operand(f, n->a, n->b);
    if (n->b && n->b->a)
        spec = ou_any(f, n->b);
    f->line = n->line;
    ou_emit(f, OU_INS_FORMAT, to, v, n->op, spec);
    f->top = (uint16_t)top;
}

static int fstring(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top, first = top;
    unsigned count = 0;
    if (n->a && !n->a->next && n->a->kind == OU_NODE_FIELD) {
        want = ou_result(f, f->top, want);
        format_field(f, n->a, want);
        return want;
    }
    if (!n->a || (!n->a->next && n->a->kind != OU_NODE_FIELD)) {
        want = ou_result(f, f->top, want);
        ou_load_constant(f, n->a ? ou_node_value(f->c, n->a) : OU_S(), want);
        return want;
    }
    for (struct ou_node *i = n->a; i && !f->c->failed; i = i->next) {
        if (count == RUN) { /* what there is becomes one part */
            ou_emit(f, OU_INS_BUILD_STRING, first, first, (int)count);
            f->top = (uint16_t)(first + 1);
            count = 1;
        }
        int r = ou_reg(f);
        if (i->kind == OU_NODE_FIELD)
            format_field(f, i, r);
        else
            ou_load_constant(f, ou_node_value(f->c, i), r);
        count++;
    }
    want = ou_result(f, top, want);
    ou_emit(f, OU_INS_BUILD_STRING, want, first, (int)count);
    return want;
}

/* -- subscripts and attributes -- */

static void slice_part(struct ou_function_state *f, struct ou_node *n)
{
    int r = ou_reg(f);
    if (n)
        ou_expression(f, n, r);
    else
        ou_emit(f, OU_INS_LOAD_NONE, r);
    f->top = (uint16_t)(r + 1);
}

int ou_subscript_index(struct ou_function_state *f, struct ou_node *n)
{
    if (n->kind != OU_NODE_SLICE)
        return ou_any(f, n);
    int r = f->top;
    slice_part(f, n->a);
    slice_part(f, n->b);
    slice_part(f, n->c);
    ou_emit(f, OU_INS_BUILD_SLICE, r, r);
    f->top = (uint16_t)(r + 1);
    return r;
}

static int attribute(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top;
    int object = ou_any(f, n->a);
    want = ou_result(f, top, want);
    f->line = n->line;
    ou_emit(f, OU_INS_GET_ATTR, want, object, (int)ou_name_constant(f, n->name2));
    return want;
}

/* -- calls -- */

/* super() becomes super(__class__, first parameter). */
static bool is_bare_super(struct ou_function_state *f, const struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    if (n->b || n->a->kind != OU_NODE_NAME || ou_literal(c, n->a->name) != OU_S(super) ||
        f->scope->kind != OU_SCOPE_FUNCTION || ou_find_place(f, n->a->name).kind != OU_PLACE_GLOBAL)
        return false;
    const struct ou_symbol *first = f->scope->symbols;
    if (!first || !(first->flags & OU_SYMBOL_PARAMETER))
        return false;
    for (const struct ou_symbol *s = first; s; s = s->next)
        if ((s->flags & OU_SYMBOL_FREE) && ou_literal(c, s->name) == OU_S(__class__))
            return true;
    return false;
}

static int bare_super(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top, base = ou_reg(f), r = ou_reg(f);
    ou_expression(f, n->a, base);
    ou_load_name(f, ou_literal_add(f->c, OU_S(__class__)), r);
    r = ou_reg(f);
    ou_load_name(f, f->scope->symbols->name, r);
    want = ou_result(f, top, want);
    f->line = n->line;
    ou_emit(f, OU_INS_CALL, want, base, 2);
    return want;
}

/* Takes a list of arguments apart; keywords become pairs with their names. */
static void split_arguments(struct ou_compiler *c, struct ou_node *arguments, struct ou_node_list *positional,
                            struct ou_node_list *keywords)
{
    ou_list_start(positional);
    ou_list_start(keywords);
    for (struct ou_node *i = arguments, *next; i; i = next) {
        next = i->next;
        i->next = NULL;
        if (i->kind == OU_NODE_KEYWORD) {
            struct ou_where where = {i->line, i->column};
            struct ou_node *pair =
                ou_node_around(c, OU_NODE_PAIR, ou_node_constant(c, ou_literal(c, i->name2), &where));
            pair->b = i->a;
            i = pair;
        }
        ou_list_add_node(c, i->kind == OU_NODE_PAIR || i->kind == OU_NODE_DOUBLE_STAR ? keywords : positional,
                         i);
    }
}

void ou_arguments_ex(struct ou_function_state *f, struct ou_node *arguments, bool any_iterable)
{
    struct ou_node_list positional, keywords;
    struct ou_compiler *c = f->c;
    split_arguments(c, arguments, &positional, &keywords);
    if (c->failed)
        return;
    int list = ou_reg(f);
    if (any_iterable && positional.first && positional.first->kind == OU_NODE_STAR &&
        !positional.first->next) {
        ou_expression(f, positional.first->a, list); /* f(*x): the call itself goes through x */
        f->top = (uint16_t)(list + 1);
    } else {
        ou_display(f, positional.first, OU_NODE_LIST, list);
    }
    int dict = ou_reg(f);
    if (!keywords.first) {
        ou_emit(f, OU_INS_LOAD_NONE, dict);
        return;
    }
    /* Each run of plain keywords is a dict; runs and mappings are merged, which finds duplicates. */
    bool first = true;
    for (struct ou_node *i = keywords.first, *next; i && !c->failed; i = next) {
        struct ou_node *last = i;
        while (i->kind == OU_NODE_PAIR && last->next && last->next->kind == OU_NODE_PAIR)
            last = last->next;
        next = last->next;
        last->next = NULL;
        if (first && i->kind == OU_NODE_DOUBLE_STAR)
            ou_emit(f, OU_INS_BUILD_DICT, dict, 0, 0);
        if (i->kind == OU_NODE_DOUBLE_STAR) {
            ou_dict_items(f, i, dict, true);
        } else {
            int top = f->top, d = first ? dict : ou_reg(f);
            ou_dict_display(f, i, d);
            if (!first)
                ou_emit(f, OU_INS_DICT_MERGE, dict, d);
            f->top = (uint16_t)top;
        }
        first = false;
    }
}

unsigned ou_arguments_in_row(struct ou_function_state *f, struct ou_node *arguments, unsigned *names)
{
    struct ou_compiler *c = f->c;
    unsigned positional = 0, keywords = 0;
    for (struct ou_node *i = arguments; i && !c->failed; i = i->next) {
        ou_push(f, i->kind == OU_NODE_KEYWORD ? i->a : i);
        if (i->kind == OU_NODE_KEYWORD)
            keywords++;
        else
            positional++;
    }
    *names = OU_CODE_NO_NAME;
    if (!keywords || c->failed)
        return positional;
    ou_val tuple = ou_tuple_new(c->vm, keywords, NULL);
    if (tuple == OU_EXC) {
        ou_compile_fail_pending(c);
        return positional;
    }
    unsigned k = 0;
    for (struct ou_node *i = arguments; i; i = i->next)
        if (i->kind == OU_NODE_KEYWORD)
            OU_STORE(c->vm, (void *)tuple, ou_tuple_items(tuple) + k++, ou_literal(c, i->name2));
    *names = ou_constant(f, tuple);
    return positional;
}

int ou_call_expression(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top;
    unsigned count = 0;
    bool ex = false, method = n->a->kind == OU_NODE_ATTRIBUTE;
    uint32_t line = method ? n->a->line : n->line;
    for (struct ou_node *i = n->b; i; i = i->next, count++)
        ex |= i->kind == OU_NODE_STAR || i->kind == OU_NODE_DOUBLE_STAR;
    if (is_bare_super(f, n))
        return bare_super(f, n, want);
    ex |= count > 100 || f->top + count > OU_MAX_REGISTERS - 30;
    int base = ou_reg(f);
    if (ex) {
        ou_expression(f, n->a, base);
        f->top = (uint16_t)(base + 1);
        ou_arguments_ex(f, n->b, true);
        want = ou_result(f, top, want);
        f->line = line;
        ou_emit(f, OU_INS_CALL_EX, want, base);
        return want;
    }
    if (method) {
        ou_reg(f);
        int object = in_place_or(f, n->a->a, base);
        f->line = line;
        ou_emit(f, OU_INS_GET_METHOD, base, object, (int)ou_name_constant(f, n->a->name2));
        f->top = (uint16_t)(base + 2);
    } else {
        ou_expression(f, n->a, base);
        f->top = (uint16_t)(base + 1);
    }
    unsigned names, positional = ou_arguments_in_row(f, n->b, &names);
    want = ou_result(f, top, want);
    f->line = line;
    if (names == OU_CODE_NO_NAME)
        ou_emit(f, method ? OU_INS_CALL_METHOD : OU_INS_CALL, want, base, (int)positional);
    else
        ou_emit(f, method ? OU_INS_CALL_METHOD_KW : OU_INS_CALL_KW, want, base, (int)positional, (int)names);
    return want;
}

/* -- comprehensions -- */

/* Registers for the variables of a comprehension; each time it starts, captured ones get new cells. */
static void declare_variables(struct ou_function_state *f, struct ou_scope *scope)
{
    for (struct ou_symbol *s = scope->symbols; s; s = s->next) {
        if (!(s->flags & OU_SYMBOL_BOUND))
            continue;
        s->reg = (uint8_t)ou_reg(f);
        ou_set_sure(f, s->reg, false);
        if (s->flags & (OU_SYMBOL_CELL | OU_SYMBOL_EARLY))
            ou_emit(f, OU_INS_LOAD_UNBOUND, s->reg);
        if (s->flags & OU_SYMBOL_CELL)
            ou_emit(f, OU_INS_MAKE_CELL, s->reg);
    }
}

static void add_element(struct ou_function_state *f, struct ou_node *n, int container)
{
    struct ou_node *e = n->a;
    int top = f->top;
    switch (n->op) {
    case OU_NODE_DICT: {
        int k = ou_operand(f, e->a, e->b);
        int v = ou_any(f, e->b);
        f->line = e->line;
        ou_emit(f, OU_INS_DICT_SET, container, k, v);
        break;
    }
    case OU_NODE_YIELD: {
        int v = ou_any(f, e);
        ou_emit(f, OU_INS_YIELD, ou_reg(f), v);
        break;
    }
    default: {
        int v = ou_any(f, e);
        ou_emit(f, n->op == OU_NODE_SET ? OU_INS_SET_ADD : OU_INS_LIST_APPEND, container, v);
        break;
    }
    }
    f->top = (uint16_t)top;
}

/* The loop of one clause, and those inside it.  iterator: register, or -1: to be evaluated here. */
static void comprehension_loop(struct ou_function_state *f, struct ou_node *n, struct ou_node *clause,
                               int iterator, int container)
{
    int top = f->top;
    if (ou_too_deep(f->c))
        return;
    if (iterator < 0) {
        iterator = ou_reg(f);
        ou_iterate(f, clause->b, iterator);
        f->top = (uint16_t)(iterator + 1);
    }
    uint32_t start = ou_here(f);
    ou_jumps end = 0, next = 0;
    int target = ou_local_register(f, clause->a), inner = f->top;
    f->line = clause->b->line;
    if (target >= 0) {
        ou_emit_jump(f, OU_INS_FOR_ITER, target, iterator, &end);
        ou_store_name(f, clause->a->name, target);
    } else {
        int t = ou_reg(f);
        ou_emit_jump(f, OU_INS_FOR_ITER, t, iterator, &end);
        ou_store_target(f, clause->a, t);
    }
    f->top = (uint16_t)inner;
    for (struct ou_node *i = clause->c; i && !f->c->failed; i = i->next) {
        ou_condition(f, i, false, &next);
        f->top = (uint16_t)inner;
    }
    if (clause->next)
        comprehension_loop(f, n, clause->next, -1, container);
    else
        add_element(f, n, container);
    ou_patch(f, next);
    ou_emit_jump_back(f, start);
    ou_patch(f, end);
    f->top = (uint16_t)top;
}

int ou_comprehension(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top;
    if (n->op == OU_NODE_YIELD && f->scope == n->scope) { /* the body of a generator expression */
        struct ou_flow flow = f->flow;
        comprehension_loop(f, n, n->b, 0, -1);
        f->flow = flow;
        return 0;
    }
    if (n->op == OU_NODE_YIELD)
        return ou_generator_expression(f, n, want);
    int work = work_register(f, want), iterator = ou_reg(f);
    ou_iterate(f, n->b->b, iterator);
    f->top = (uint16_t)(iterator + 1);
    ou_emit(f,
            n->op == OU_NODE_LIST  ? OU_INS_BUILD_LIST
            : n->op == OU_NODE_SET ? OU_INS_BUILD_SET
                                   : OU_INS_BUILD_DICT,
            work, 0, 0);
    struct ou_scope *outer = f->current;
    struct ou_flow flow = f->flow;
    f->current = n->scope;
    declare_variables(f, n->scope);
    comprehension_loop(f, n, n->b, iterator, work);
    f->current = outer;
    f->flow = flow;
    return finish_in(f, work, top, want);
}

/* -- everything else -- */

static int named(struct ou_function_state *f, struct ou_node *n, int want)
{
    int local = ou_local_register(f, n->a);
    if (local >= 0) {
        int top = f->top;
        ou_expression(f, n->b, local);
        f->top = (uint16_t)top;
        ou_store_name(f, n->a->name, local);
        if (want < 0)
            return local;
        ou_move(f, want, local);
        return want;
    }
    int top = f->top;
    int r = ou_expression(f, n->b, want);
    ou_store_name(f, n->a->name, r);
    f->top = (uint16_t)(r >= top ? r + 1 : top);
    return r;
}

static int yield(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top, r;
    if (n->a) {
        r = ou_any(f, n->a);
    } else {
        r = ou_reg(f);
        ou_emit(f, OU_INS_LOAD_NONE, r);
    }
    f->line = n->line;
    if (n->kind == OU_NODE_YIELD_FROM) {
        int t = is_temporary(f, r) ? r : ou_reg(f);
        ou_emit(f, OU_INS_GET_ITER, t, r);
        r = t;
    }
    want = ou_result(f, top, want);
    ou_emit(f, n->kind == OU_NODE_YIELD ? OU_INS_YIELD : OU_INS_YIELD_FROM, want, r);
    return want;
}

static int expression(struct ou_function_state *f, struct ou_node *n, int want)
{
    struct ou_compiler *c = f->c;
    switch (n->kind) {
    case OU_NODE_CONST:
    case OU_NODE_LITERAL:
        want = ou_result(f, f->top, want);
        ou_load_constant(f, ou_node_value(c, n), want);
        return want;
    case OU_NODE_NAME: return ou_load_name(f, n->name, want);
    case OU_NODE_ATTRIBUTE: return attribute(f, n, want);
    case OU_NODE_SUBSCRIPT: return two_operands(f, n, OU_INS_GET_ITEM, OU_INS_GET_ITEM_I, want);
    case OU_NODE_SLICE: {
        int r = ou_subscript_index(f, n);
        if (want >= 0)
            ou_move(f, want, r);
        return want < 0 ? r : want;
    }
    case OU_NODE_CALL: return ou_call_expression(f, n, want);
    case OU_NODE_UNARY: return unary(f, n, want);
    case OU_NODE_BINARY: return two_operands(f, n, n->op, immediate_form(n->op), want);
    case OU_NODE_BOOL: return ou_bool_value(f, n, want);
    case OU_NODE_COMPARE: return ou_comparison(f, n, want);
    case OU_NODE_IF_ELSE: return if_else(f, n, want);
    case OU_NODE_LAMBDA: return ou_function_value(f, n, want);
    case OU_NODE_LIST:
    case OU_NODE_TUPLE:
    case OU_NODE_SET: return ou_display(f, n->a, n->kind, want);
    case OU_NODE_DICT: return ou_dict_display(f, n->a, want);
    case OU_NODE_COMPREHENSION: return ou_comprehension(f, n, want);
    case OU_NODE_YIELD:
    case OU_NODE_YIELD_FROM: return yield(f, n, want);
    case OU_NODE_NAMED: return named(f, n, want);
    case OU_NODE_FSTRING: return fstring(f, n, want);
    case OU_NODE_STAR: ou_error_at_node(c, n, "can't use starred expression here"); break;
    default: ou_error_at_node(c, n, "invalid syntax"); break;
    }
    return want < 0 ? 0 : want;
}

/* Operands are evaluated before the result is there. */
static bool has_operands(const struct ou_node *n)
{
    switch (n->kind) {
    case OU_NODE_CALL:
    case OU_NODE_UNARY:
    case OU_NODE_BINARY:
    case OU_NODE_ATTRIBUTE:
    case OU_NODE_SUBSCRIPT:
    case OU_NODE_LIST:
    case OU_NODE_TUPLE:
    case OU_NODE_SET: return true;
    default: return false;
    }
}

int ou_expression(struct ou_function_state *f, struct ou_node *n, int want)
{
    if (ou_too_deep(f->c))
        return want < 0 ? 0 : want;
    f->line = n->line;
    if (want < f->first_temporary || want != f->top - 1 || !has_operands(n))
        return expression(f, n, want);
    /* The highest temporary waits for the result: the first operand goes there, too.  So fewer are needed, and
     * none keeps what it held before, and what the program may have let go of, while the operands are evaluated. */
    f->top = (uint16_t)want;
    ou_move(f, want, expression(f, n, -1));
    f->top = (uint16_t)(want + 1);
    return want;
}
