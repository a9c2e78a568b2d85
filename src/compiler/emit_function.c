/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Functions, lambdas, generator expressions, classes.
 */
#include "compiler/emit.h"

/* Registers for the variables of a function; captured ones begin as cells. */
static void declare_variables(struct ou_function_state *f)
{
    struct ou_scope *scope = f->scope;
    if (scope->flags & OU_SCOPE_GENEXP)
        ou_reg(f); /* the iterator */
    for (struct ou_symbol *s = scope->symbols; s && !f->c->failed; s = s->next) {
        if (!(s->flags & OU_SYMBOL_BOUND) || (s->flags & (OU_SYMBOL_GLOBAL | OU_SYMBOL_NONLOCAL)))
            continue;
        s->reg = (uint8_t)ou_reg(f);
        if ((s->flags & OU_SYMBOL_PARAMETER) && !(s->flags & (OU_SYMBOL_DELETED | OU_SYMBOL_EXCEPT)))
            ou_set_sure(f, s->reg, true);
    }
    f->first_temporary = f->top;
    for (struct ou_symbol *s = scope->symbols; s && !f->c->failed; s = s->next) {
        bool local = (s->flags & OU_SYMBOL_BOUND) && !(s->flags & (OU_SYMBOL_GLOBAL | OU_SYMBOL_NONLOCAL));
        if (local && (s->flags & OU_SYMBOL_CELL))
            ou_emit(f, OU_INS_MAKE_CELL, s->reg);
        if (!(scope->flags & OU_SCOPE_SEES_LOCALS) && !f->c->vm->keep_names)
            continue;
        if (local)
            ou_check_name(f, s->name, s->reg, false);
        else if (s->flags & OU_SYMBOL_FREE)
            ou_check_name(f, s->name, s->index, true);
    }
}

/* Captured variables that are bound now can never be found unbound. */
static void mark_sure_captures(struct ou_function_state *f, struct ou_scope *inner)
{
    struct ou_compiler *c = f->c;
    for (struct ou_symbol *s = inner->symbols; s && !c->failed; s = s->next) {
        if (!(s->flags & OU_SYMBOL_FREE))
            continue;
        for (struct ou_scope *scope = f->current;; scope = scope->parent) {
            struct ou_symbol *m = ou_scope_find(c, scope, s->name);
            if (m && (m->flags & (OU_SYMBOL_CELL | OU_SYMBOL_FREE))) {
                bool sure =
                    m->flags & OU_SYMBOL_CELL
                        ? ou_is_sure(f, m->reg) && !(m->flags & (OU_SYMBOL_DELETED | OU_SYMBOL_EXCEPT))
                        : (m->flags & OU_SYMBOL_SURE) != 0;
                if (sure)
                    s->flags |= OU_SYMBOL_SURE;
                break;
            }
            if (scope == f->scope)
                break;
        }
    }
}

/* The body and its code; a generator expression if n is a COMPREHENSION. */
static ou_val compile_function(struct ou_function_state *f, struct ou_node *n, struct ou_code_head *head)
{
    struct ou_compiler *c = f->c;
    struct ou_function_state inner;
    if (ou_too_deep(c) || !n->scope)
        return OU_EXC;
    mark_sure_captures(f, n->scope);
    ou_function_open(&inner, c, n->scope, &c->module_pool);
    declare_variables(&inner);
    if (n->kind == OU_NODE_DEF) {
        head->doc = ou_docstring(&inner, n->b);
        ou_statements(&inner, n->b);
    } else if (n->kind == OU_NODE_LAMBDA) {
        int r = ou_any(&inner, n->b);
        if (inner.scope->flags & OU_SCOPE_GENERATOR)
            ou_emit(&inner, OU_INS_RETURN, r);
        else
            ou_emit_return(&inner, r);
        inner.flow.dead = true;
    } else {
        ou_comprehension(&inner, n, -1);
    }
    if (!inner.flow.dead)
        ou_emit(&inner, OU_INS_RETURN_NONE);
    head->name = c->failed ? OU_NONE : ou_literal(c, n->scope->name);
    head->flags |= n->scope->flags & OU_SCOPE_GENERATOR ? OU_CODE_GENERATOR : 0;
    ou_val code = ou_function_close(&inner, head, true);
    f->line = n->line;
    return code;
}

int ou_function_value(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top, base = f->top;
    struct ou_code_head head = {.parameters = n->a};
    bool kw_defaults = false;
    for (struct ou_node *p = n->a; p && !f->c->failed; p = p->next) {
        kw_defaults |= p->b && p->op == OU_PARAMETER_KW_ONLY;
        if (!p->b || p->op > OU_PARAMETER_POS)
            continue;
        ou_push(f, p->b);
        head.n_defaults++;
    }
    for (struct ou_node *p = n->a; p && kw_defaults && !f->c->failed; p = p->next) {
        if (p->op != OU_PARAMETER_KW_ONLY)
            continue;
        int r = ou_reg(f);
        if (p->b)
            ou_expression(f, p->b, r);
        else
            ou_emit(f, OU_INS_LOAD_UNBOUND, r);
        f->top = (uint16_t)(r + 1);
    }
    head.flags = kw_defaults ? OU_CODE_KW_DEFAULTS : 0;
    ou_val code = compile_function(f, n, &head);
    want = ou_result(f, top, want);
    if (code != OU_EXC)
        ou_emit(f, OU_INS_MAKE_FUNCTION, want, (int)ou_constant_new(f, code), base);
    return want;
}

int ou_generator_expression(struct ou_function_state *f, struct ou_node *n, int want)
{
    int top = f->top, base = ou_reg(f), iterator = ou_reg(f);
    struct ou_code_head head = {.n_pos = 1};
    ou_val code = compile_function(f, n, &head);
    if (code != OU_EXC)
        ou_emit(f, OU_INS_MAKE_FUNCTION, base, (int)ou_constant_new(f, code), base);
    ou_iterate(f, n->b->b, iterator);
    want = ou_result(f, top, want);
    f->line = n->line;
    ou_emit(f, OU_INS_CALL, want, base, 1);
    return want;
}

/* -- classes -- */

/* Takes over the attribute names that the methods compiled last assign. */
static void collect_slots(struct ou_function_state *f)
{
    struct ou_compiler *c = f->c;
    for (struct ou_slot_name *s = f->scope->slots; s && !c->failed; s = s->next) {
        ou_val name = ou_literal(c, s->name);
        if (f->slots == OU_ABSENT) {
            ou_val list = ou_list_new(c->vm, 0, NULL);
            if (list == OU_EXC) {
                ou_compile_fail_pending(c);
                return;
            }
            f->slots = list;
        }
        size_t n = ou_list_len(f->slots), i = 0;
        while (i < n && ou_list_get(f->slots, i) != name)
            i++;
        if (i == n && n < 32 && ou_list_append(c->vm, f->slots, name) < 0)
            ou_compile_fail_pending(c);
    }
    f->scope->slots = NULL;
}

static void make_class_cell(struct ou_function_state *f, int reg)
{
    if (f->class_cell >= 0 || !(f->scope->flags & OU_SCOPE_CLASS_CELL))
        return;
    ou_emit(f, OU_INS_MAKE_CELL, reg);
    f->class_cell = (int16_t)reg;
}

static void restart_symbols(struct ou_scope *scope, struct ou_symbol **end)
{
    *end = NULL;
    scope->symbols_end = end;
}

static void set_in_body(struct ou_function_state *f, ou_val name, int reg)
{
    ou_emit(f, OU_INS_SET_NAME, reg, (int)ou_constant(f, name));
}

static void set_class_doc(struct ou_function_state *f, const struct ou_node *list)
{
    ou_val doc = ou_docstring(f, list);
    if (doc == OU_ABSENT)
        return;
    int r = ou_reg(f);
    ou_load_constant(f, doc, r);
    set_in_body(f, OU_S(__doc__), r);
    f->top = (uint16_t)r;
}

/* The body of a class that the parser left to us, statement by statement. */
static void stream_body(struct ou_function_state *f, struct ou_node *n, int cell)
{
    struct ou_compiler *c = f->c;
    bool lazy = c->lazy, first = true;
    ou_val outer_name = c->class_name;
    ou_expect_indent(c, "class definition", n->line);
    c->lazy = true;
    c->need_token = true;
    c->class_name = c->failed ? OU_ABSENT : ou_literal(c, n->name3);
    while (!c->failed) {
        if (c->need_token) {
            c->need_token = false;
            ou_advance(c);
        }
        if (ou_at(c, OU_TOKEN_DEDENT) || ou_at(c, OU_TOKEN_EOF) || c->failed)
            break;
        struct ou_arena_mark mark = ou_arena_mark(c);
        struct ou_symbol **end = f->scope->symbols_end;
        struct ou_node *list = ou_parse_statement(c, true);
        if (!list)
            break;
        ou_scope_analyse(c, f->scope, list);
        make_class_cell(f, cell);
        if (first)
            set_class_doc(f, list);
        first = false;
        bool declares = false;
        for (struct ou_node *i = list; i && !c->failed; i = i->next)
            declares |= i->kind == OU_NODE_GLOBAL;
        ou_statements(f, list);
        f->flow.dead = false;
        collect_slots(f);
        if (!declares) { /* declarations hold for the rest of the body */
            restart_symbols(f->scope, end);
            ou_arena_release(c, mark);
        }
    }
    c->class_name = outer_name;
    c->lazy = lazy;
    c->need_token = lazy;
    if (!lazy)
        ou_advance(c);
}

static ou_val class_qualname(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    if (c->failed || f->scope->kind == OU_SCOPE_MODULE)
        return c->failed ? OU_NONE : ou_literal(c, n->name3);
    struct ou_builder b;
    struct ou_function_state *chain[32];
    unsigned k = 0;
    for (struct ou_function_state *s = f; s && s->scope->kind != OU_SCOPE_MODULE && k < 32; s = s->outer)
        chain[k++] = s;
    ou_builder_init(c->vm, &b);
    while (k-- > 0) {
        ou_builder_add_str(&b, ou_literal(c, chain[k]->scope->name));
        ou_builder_add_c(&b, chain[k]->scope->kind == OU_SCOPE_FUNCTION ? ".<locals>." : ".");
    }
    ou_builder_add_str(&b, ou_literal(c, n->name3));
    ou_val v = ou_builder_str(&b);
    if (v == OU_EXC)
        ou_compile_fail_pending(c);
    return v;
}

static ou_val compile_class(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    struct ou_function_state inner;
    if (ou_too_deep(c) || !n->scope)
        return OU_EXC;
    ou_val qualname = class_qualname(f, n);
    mark_sure_captures(f, n->scope);
    ou_function_open(&inner, c, n->scope, f->pool);
    inner.namespace = true;
    ou_reg(&inner);
    int cell = ou_reg(&inner), t = inner.top;
    inner.first_temporary = inner.top;
    ou_reg(&inner);
    ou_emit(&inner, OU_INS_GET_GLOBAL, t, (int)ou_constant(&inner, OU_S(__name__)));
    set_in_body(&inner, OU_S(__module__), t);
    ou_load_constant(&inner, qualname, t);
    set_in_body(&inner, OU_S(__qualname__), t);
    inner.top = (uint16_t)t;
    make_class_cell(&inner, cell);
    if (n->op) {
        stream_body(&inner, n, cell);
    } else {
        set_class_doc(&inner, n->b);
        ou_statements(&inner, n->b);
        inner.flow.dead = false;
        collect_slots(&inner);
    }
    if (inner.slots != OU_ABSENT && !c->failed) {
        ou_val tuple = ou_list_to_tuple(c->vm, inner.slots);
        if (tuple == OU_EXC)
            ou_compile_fail_pending(c);
        ou_load_constant(&inner, tuple, t);
        set_in_body(&inner, OU_S(__ouro_slots__), t);
    }
    struct ou_code_head head = {.n_pos = 1, .flags = OU_CODE_NAMESPACE | OU_CODE_SAME_UNIT};
    if (inner.class_cell >= 0)
        ou_emit(&inner, OU_INS_RETURN, inner.class_cell);
    else
        ou_emit(&inner, OU_INS_RETURN_NONE);
    head.name = c->failed ? OU_NONE : ou_literal(c, n->name3);
    ou_val code = ou_function_close(&inner, &head, f->pool == &c->module_pool);
    f->line = n->line;
    return code;
}

/* Bases and keywords of a class statement, after the body function and the name in R[base], R[base+1]. */
static void build_class(struct ou_function_state *f, struct ou_node *n, int base)
{
    bool ex = false;
    unsigned names = 0, positional = 0;
    for (struct ou_node *i = n->a; i; i = i->next)
        ex |= i->kind == OU_NODE_STAR || i->kind == OU_NODE_DOUBLE_STAR;
    if (ex)
        ou_arguments_ex(f, n->a, false);
    else
        positional = ou_arguments_in_row(f, n->a, &names);
    f->line = n->line;
    if (ex)
        ou_emit(f, OU_INS_BUILD_CLASS_EX, base, base);
    else if (names == OU_CODE_NO_NAME)
        ou_emit(f, OU_INS_BUILD_CLASS, base, base, (int)positional);
    else
        ou_emit(f, OU_INS_BUILD_CLASS_KW, base, base, (int)positional, (int)names);
}

void ou_definition(struct ou_function_state *f, struct ou_node *n)
{
    struct ou_compiler *c = f->c;
    unsigned decorators = 0;
    int first = f->top;
    for (struct ou_node *d = n->e; d && !c->failed; d = d->next, decorators++) {
        ou_push(f, d);
    }
    struct ou_node name = {.kind = OU_NODE_NAME, .name = n->name3};
    int local = decorators || c->failed ? -1 : ou_local_register(f, &name), r;
    f->line = n->line;
    if (n->kind == OU_NODE_DEF) {
        r = local >= 0 ? local : ou_reg(f);
        ou_function_value(f, n, r);
    } else {
        r = ou_reg(f);
        int text = ou_reg(f);
        ou_val code = compile_class(f, n);
        if (code != OU_EXC)
            ou_emit(f, OU_INS_MAKE_FUNCTION, r, (int)ou_constant_new(f, code), r);
        if (!c->failed)
            ou_load_constant(f, ou_literal(c, n->name3), text);
        build_class(f, n, r);
    }
    while (decorators-- && !c->failed) {
        int callee = first + (int)decorators;
        f->line = n->line;
        ou_emit(f, OU_INS_CALL, callee, callee, 1);
        r = callee;
    }
    if (!c->failed)
        ou_store_name(f, n->name3, r);
}
