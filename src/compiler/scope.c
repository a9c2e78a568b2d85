/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Scopes: one walk over the tree collects each scope's names, then the names that a scope does not bind
 * are looked for in the scopes around it.
 *
 * Comprehensions are scopes of their own, but no functions: their variables are registers of the scope
 * that holds them (its `owner`).  A variable becomes a cell only when a scope with another owner uses it.
 * In a class or module scope that is read as a stream, what one statement left is forgotten after it, which is
 * right because there names live in a namespace and only declarations matter (the caller keeps those).
 */
#include "compiler/state.h"

struct walker {
    struct ou_compiler *c;
    struct ou_scope *scope;
    unsigned loops;    /* around the current statement, in this scope */
    unsigned iterable; /* inside the iterable of a comprehension */
    bool star;         /* `loops` counts from an except* clause on, which no jump may leave */
};

static void walk(struct walker *w, struct ou_node *n);

struct ou_symbol *ou_scope_find(const struct ou_compiler *c, const struct ou_scope *scope, uintptr_t name)
{
    ou_val v = ou_literal(c, name);
    for (struct ou_symbol *s = scope->symbols; s; s = s->next)
        if (s->name == name || ou_literal(c, s->name) == v)
            return s;
    return NULL;
}

struct ou_scope *ou_scope_new(struct ou_compiler *c, struct ou_scope *parent, enum ou_scope_kind kind,
                              uint32_t name, uint32_t line)
{
    struct ou_scope *s = ou_arena_alloc(c, sizeof *s);
    if (!s) {
        s = &c->module_scope;
        return s;
    }
    s->parent = parent;
    s->symbols_end = &s->symbols;
    s->kind = (uint8_t)kind;
    s->name = name;
    s->first = (uint32_t)OU_NO_NAME;
    s->line = line;
    s->sibling = parent->children;
    parent->children = s;
    return s;
}

/* The symbol of a name, new if need be; never NULL. */
static struct ou_symbol *symbol(struct ou_compiler *c, struct ou_scope *scope, uintptr_t name)
{
    static const struct ou_symbol none;
    struct ou_symbol *s = c->failed ? NULL : ou_scope_find(c, scope, name);
    if (s)
        return s;
    s = ou_arena_alloc(c, sizeof *s);
    if (!s) { /* failed: written to, never read */
        s = (struct ou_symbol *)&c->dummy;
        *s = none;
        return s;
    }
    s->name = (uint32_t)name;
    *scope->symbols_end = s;
    scope->symbols_end = &s->next;
    return s;
}

static struct ou_scope *owner(struct ou_scope *s)
{
    while (s->kind == OU_SCOPE_COMPREHENSION)
        s = s->parent;
    return s;
}

static bool inside_class(const struct ou_scope *s)
{
    for (; s; s = s->parent)
        if (s->kind == OU_SCOPE_CLASS)
            return true;
    return false;
}

/* -- names met on the walk -- */

static void use_name(struct walker *w, uintptr_t name)
{
    struct ou_compiler *c = w->c;
    struct ou_scope *s = w->scope, *own = owner(s);
    if (c->failed || s->kind == OU_SCOPE_MODULE)
        return;
    struct ou_symbol *sym = symbol(c, s, name);
    if (s->kind == OU_SCOPE_COMPREHENSION && (sym->flags & OU_SYMBOL_BOUND) &&
        !(sym->flags & OU_SYMBOL_REACHED))
        sym->flags |= OU_SYMBOL_EARLY;
    sym->flags |= OU_SYMBOL_USED;
    ou_val v = ou_literal(c, name);
    if (v == OU_S(locals) || v == OU_S(vars) || v == OU_S(dir) || v == OU_S(eval) || v == OU_S(exec))
        own->flags |= OU_SCOPE_SEES_LOCALS;
    if (v == OU_S(super) && own->kind == OU_SCOPE_FUNCTION && inside_class(own)) {
        uint32_t index = ou_literal_add(c, OU_S(__class__));
        if (!c->failed)
            symbol(c, s, index)->flags |= OU_SYMBOL_USED;
    }
}

static void bind_name(struct walker *w, uintptr_t name, unsigned flags)
{
    if (w->c->failed || w->scope->kind == OU_SCOPE_MODULE)
        return;
    struct ou_symbol *sym = symbol(w->c, w->scope, name);
    sym->flags |= (uint16_t)(OU_SYMBOL_BOUND | flags);
}

static void walk_list(struct walker *w, struct ou_node *n)
{
    for (; n && !w->c->failed; n = n->next)
        walk(w, n);
}

/* self.name = ... in a method. */
static void note_slot(struct walker *w, const struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    struct ou_scope *s = w->scope;
    if (s->kind != OU_SCOPE_FUNCTION || s->first == (uint32_t)OU_NO_NAME || n->a->kind != OU_NODE_NAME ||
        c->failed || !ou_same_name(c, s->first, n->a->name))
        return;
    struct ou_slot_name **end = &s->parent->slots;
    for (; *end; end = &(*end)->next)
        if (ou_same_name(c, (*end)->name, n->name2))
            return;
    struct ou_slot_name *slot = ou_arena_alloc(c, sizeof *slot);
    if (!slot)
        return;
    slot->name = (uint32_t)n->name2;
    *end = slot;
}

static void walk_target(struct walker *w, struct ou_node *n)
{
    switch (n->kind) {
    case OU_NODE_NAME: bind_name(w, n->name, 0); break;
    case OU_NODE_ATTRIBUTE:
        note_slot(w, n);
        walk(w, n->a);
        break;
    case OU_NODE_LIST:
    case OU_NODE_TUPLE:
        for (struct ou_node *i = n->a; i && !w->c->failed; i = i->next)
            walk_target(w, i);
        break;
    case OU_NODE_STAR: walk_target(w, n->a); break;
    default: walk(w, n); break;
    }
}

static void walk_delete(struct walker *w, struct ou_node *n)
{
    if (n->kind == OU_NODE_NAME) {
        bind_name(w, n->name, OU_SYMBOL_DELETED);
    } else if (n->kind == OU_NODE_LIST || n->kind == OU_NODE_TUPLE) {
        for (struct ou_node *i = n->a; i && !w->c->failed; i = i->next)
            walk_delete(w, i);
    } else {
        walk(w, n);
    }
}

/* -- inner scopes -- */

static struct walker enter(struct walker *w, enum ou_scope_kind kind, uintptr_t name, uint32_t line)
{
    return (struct walker){w->c, ou_scope_new(w->c, w->scope, kind, (uint32_t)name, line), 0, 0, false};
}

static void declare_parameters(struct walker *w, const struct ou_node *parameters)
{
    static const uint8_t order[] = {OU_PARAMETER_POS_ONLY, OU_PARAMETER_POS, OU_PARAMETER_KW_ONLY,
                                    OU_PARAMETER_VARARGS, OU_PARAMETER_VARKW};
    for (unsigned k = 0; k < sizeof order; k++)
        for (const struct ou_node *p = parameters; p; p = p->next)
            if (p->op == order[k])
                bind_name(w, p->name, OU_SYMBOL_PARAMETER);
}

static bool is_static(struct ou_compiler *c, const struct ou_node *decorators)
{
    for (const struct ou_node *d = decorators; d && !c->failed; d = d->next)
        if (d->kind == OU_NODE_NAME &&
            (ou_literal(c, d->name) == OU_S(staticmethod) || ou_literal(c, d->name) == OU_S(classmethod)))
            return true;
    return false;
}

static void walk_function(struct walker *w, struct ou_node *n)
{
    bool is_lambda = n->kind == OU_NODE_LAMBDA;
    struct ou_compiler *c = w->c;
    if (!is_lambda)
        walk_list(w, n->e);
    for (struct ou_node *p = n->a; p && !c->failed; p = p->next)
        if (p->b)
            walk(w, p->b);
    uintptr_t name = is_lambda ? ou_literal_add(c, OU_S(_lt_lambda_gt_)) : n->name3;
    if (!is_lambda)
        bind_name(w, name, 0);
    struct walker inner = enter(w, OU_SCOPE_FUNCTION, name, n->line);
    if (c->failed)
        return;
    n->scope = inner.scope;
    declare_parameters(&inner, n->a);
    if (is_lambda) {
        inner.scope->flags |= OU_SCOPE_LAMBDA;
        walk(&inner, n->b);
        return;
    }
    if (w->scope->kind == OU_SCOPE_CLASS && n->a && n->a->op <= OU_PARAMETER_POS && !is_static(c, n->e))
        inner.scope->first = (uint32_t)n->a->name;
    walk_list(&inner, n->b);
}

static void walk_class(struct walker *w, struct ou_node *n)
{
    walk_list(w, n->e);
    walk_list(w, n->a);
    bind_name(w, n->name3, 0);
    struct walker inner = enter(w, OU_SCOPE_CLASS, n->name3, n->line);
    if (w->c->failed)
        return;
    n->scope = inner.scope;
    if (n->op == 0)
        walk_list(&inner, n->b);
}

static void bind_targets(struct walker *w, const struct ou_node *n)
{
    if (n->kind == OU_NODE_NAME)
        bind_name(w, n->name, 0);
    else if (n->kind == OU_NODE_STAR)
        bind_targets(w, n->a);
    else if (n->kind == OU_NODE_LIST || n->kind == OU_NODE_TUPLE)
        for (const struct ou_node *i = n->a; i && !w->c->failed; i = i->next)
            bind_targets(w, i);
}

/* The variables of one clause are bound from here on. */
static void reach_targets(struct walker *w, struct ou_node *n)
{
    if (n->kind == OU_NODE_NAME)
        symbol(w->c, w->scope, n->name)->flags |= OU_SYMBOL_REACHED;
    else if (n->kind == OU_NODE_STAR)
        reach_targets(w, n->a);
    else if (n->kind == OU_NODE_LIST || n->kind == OU_NODE_TUPLE)
        for (struct ou_node *i = n->a; i && !w->c->failed; i = i->next)
            reach_targets(w, i);
    else
        walk_target(w, n);
}

static void walk_iterable(struct walker *w, struct ou_node *n)
{
    w->iterable++;
    walk(w, n);
    w->iterable--;
}

static void walk_comprehension(struct walker *w, struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    bool generator = n->op == OU_NODE_YIELD;
    walk_iterable(w, n->b->b);
    uintptr_t name = generator ? ou_literal_add(c, OU_S(_lt_genexpr_gt_)) : n->op;
    struct walker inner = enter(w, generator ? OU_SCOPE_FUNCTION : OU_SCOPE_COMPREHENSION, name, n->line);
    if (c->failed)
        return;
    n->scope = inner.scope;
    if (generator)
        inner.scope->flags |= OU_SCOPE_GENEXP | OU_SCOPE_GENERATOR;
    for (struct ou_node *clause = n->b; clause && !c->failed; clause = clause->next)
        bind_targets(&inner, clause->a);
    for (struct ou_node *clause = n->b; clause && !c->failed; clause = clause->next) {
        if (clause != n->b)
            walk_iterable(&inner, clause->b);
        reach_targets(&inner, clause->a);
        walk_list(&inner, clause->c);
    }
    walk(&inner, n->a);
}

/* x := value binds in the nearest scope that is no comprehension. */
static void walk_named(struct walker *w, struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    uintptr_t name = n->a->name;
    struct ou_scope *s = w->scope;
    walk(w, n->b);
    if (c->failed)
        return;
    if (w->iterable) {
        ou_error_at_node(c, n, "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    for (; s->kind == OU_SCOPE_COMPREHENSION || (s->flags & OU_SCOPE_GENEXP); s = s->parent) {
        struct ou_symbol *sym = ou_scope_find(c, s, name);
        if (sym && (sym->flags & OU_SYMBOL_BOUND) && !(sym->flags & OU_SYMBOL_NONLOCAL)) {
            ou_error_at_node(c, n,
                             "assignment expression cannot rebind comprehension iteration variable '%v'",
                             ou_literal(c, name));
            return;
        }
    }
    if (s->kind == OU_SCOPE_CLASS && s != w->scope) {
        ou_error_at_node(c, n, "assignment expression within a comprehension cannot be used in a class body");
        return;
    }
    struct ou_symbol *target = s->kind == OU_SCOPE_MODULE ? NULL : symbol(c, s, name);
    if (target)
        target->flags |= OU_SYMBOL_BOUND;
    bool global = !target || (target->flags & OU_SYMBOL_GLOBAL);
    for (struct ou_scope *p = w->scope; p != s; p = p->parent) {
        p->flags |= OU_SCOPE_WALRUS;
        if (p->kind == OU_SCOPE_FUNCTION)
            symbol(c, p, name)->flags |= global ? OU_SYMBOL_GLOBAL : OU_SYMBOL_NONLOCAL;
    }
    s->flags |= OU_SCOPE_WALRUS;
}

/* -- statements with rules of their own -- */

static void walk_yield(struct walker *w, struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    struct ou_scope *s = w->scope;
    if (s->kind == OU_SCOPE_COMPREHENSION || (s->flags & OU_SCOPE_GENEXP)) {
        ou_error_at_node(c, n, "'yield' inside %s",
                         s->flags & OU_SCOPE_GENEXP ? "generator expression"
                         : s->name == OU_NODE_LIST  ? "list comprehension"
                         : s->name == OU_NODE_SET   ? "set comprehension"
                                                    : "dict comprehension");
    } else if (s->kind != OU_SCOPE_FUNCTION) {
        ou_error_at_node(c, n, "'yield' outside function");
    }
    s->flags |= OU_SCOPE_GENERATOR;
    if (n->a)
        walk(w, n->a);
}

static void walk_declaration(struct walker *w, struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    bool global = n->kind == OU_NODE_GLOBAL;
    const char *word = global ? "global" : "nonlocal";
    if (!global && w->scope->kind == OU_SCOPE_MODULE) {
        ou_error_at_node(c, n, "nonlocal declaration not allowed at module level");
        return;
    }
    for (struct ou_node *i = n->a; i && !c->failed; i = i->next) {
        struct ou_symbol *s = symbol(c, w->scope, i->name);
        if (c->failed)
            return;
        ou_val name = ou_literal(c, i->name);
        if (s->flags & OU_SYMBOL_PARAMETER)
            ou_error_at_node(c, n, "name '%v' is parameter and %s", name, word);
        else if (s->flags & OU_SYMBOL_USED)
            ou_error_at_node(c, n, "name '%v' is used prior to %s declaration", name, word);
        else if (s->flags & OU_SYMBOL_BOUND)
            ou_error_at_node(c, n, "name '%v' is assigned to before %s declaration", name, word);
        else if (s->flags & (global ? OU_SYMBOL_NONLOCAL : OU_SYMBOL_GLOBAL))
            ou_error_at_node(c, n, "name '%v' is nonlocal and global", name);
        s->flags |= global ? OU_SYMBOL_GLOBAL : OU_SYMBOL_NONLOCAL;
        if (!global && !w->scope->declared)
            w->scope->declared = n->line;
    }
}

static void walk_handler(struct walker *w, struct ou_node *body, bool star)
{
    unsigned loops = w->loops;
    bool outer = w->star;
    if (star) {
        w->loops = 0;
        w->star = true;
    }
    walk_list(w, body);
    w->loops = loops;
    w->star = outer;
}

static bool leaves_star(struct walker *w, const struct ou_node *n)
{
    if (w->star)
        ou_error_at_node(w->c, n, "'break', 'continue' and 'return' cannot appear in an except* block");
    return w->star;
}

static void walk_try(struct walker *w, struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    walk_list(w, n->a);
    for (struct ou_node *h = n->b; h && !c->failed; h = h->next) {
        if (h->a)
            walk(w, h->a);
        struct ou_symbol *s = NULL;
        if (h->name2 != OU_NO_NAME && !c->failed) {
            bind_name(w, h->name2, OU_SYMBOL_EXCEPT);
            if (w->scope->kind != OU_SCOPE_MODULE)
                s = symbol(c, w->scope, h->name2);
        }
        bool nested = s && (s->flags & OU_SYMBOL_HANDLING);
        if (s)
            s->flags |= nested ? OU_SYMBOL_DELETED : OU_SYMBOL_HANDLING;
        walk_handler(w, h->c, n->op);
        if (s && !nested)
            s->flags &= (uint16_t)~OU_SYMBOL_HANDLING;
    }
    walk_list(w, n->c);
    walk_list(w, n->d);
}

static void walk_loop(struct walker *w, struct ou_node *body, struct ou_node *otherwise)
{
    w->loops++;
    walk_list(w, body);
    w->loops--;
    walk_list(w, otherwise);
}

static void walk_statement(struct walker *w, struct ou_node *n)
{
    struct ou_compiler *c = w->c;
    switch (n->kind) {
    case OU_NODE_ASSIGN:
        walk(w, n->b);
        for (struct ou_node *t = n->a; t && !c->failed; t = t->next)
            walk_target(w, t);
        break;
    case OU_NODE_AUGMENTED:
        if (n->a->kind == OU_NODE_NAME) {
            use_name(w, n->a->name);
            walk(w, n->b);
        } else {
            walk(w, n->b);
        }
        walk_target(w, n->a);
        break;
    case OU_NODE_ANNOTATED:
        if (n->b)
            walk(w, n->b);
        if (n->b || (n->a->kind == OU_NODE_NAME && !n->a->in_parens))
            walk_target(w, n->a);
        break;
    case OU_NODE_DELETE: walk_delete(w, n->a); break;
    case OU_NODE_BREAK:
        if (!w->loops && !leaves_star(w, n))
            ou_error_at_node(c, n, "'break' outside loop");
        break;
    case OU_NODE_CONTINUE:
        if (!w->loops && !leaves_star(w, n))
            ou_error_at_node(c, n, "'continue' not properly in loop");
        break;
    case OU_NODE_RETURN:
        if (w->scope->kind != OU_SCOPE_FUNCTION)
            ou_error_at_node(c, n, "'return' outside function");
        leaves_star(w, n);
        if (n->a)
            walk(w, n->a);
        break;
    case OU_NODE_IMPORT:
        for (struct ou_node *i = n->a; i && !c->failed; i = i->next)
            bind_name(w, i->name2, 0);
        break;
    case OU_NODE_FROM:
        if (!n->a && w->scope->kind != OU_SCOPE_MODULE)
            ou_error_at_node(c, n, "import * only allowed at module level");
        for (struct ou_node *i = n->a; i && !c->failed; i = i->next)
            bind_name(w, i->name2, 0);
        break;
    case OU_NODE_WHILE:
        walk(w, n->a);
        walk_loop(w, n->b, n->c);
        break;
    case OU_NODE_FOR:
        walk(w, n->b);
        walk_target(w, n->a);
        walk_loop(w, n->c, n->d);
        break;
    case OU_NODE_WITH:
        for (struct ou_node *i = n->a; i && !c->failed; i = i->next) {
            walk(w, i->a);
            if (i->b)
                walk_target(w, i->b);
        }
        walk_list(w, n->b);
        break;
    default: break;
    }
}

static void walk(struct walker *w, struct ou_node *n)
{
    if (ou_too_deep(w->c))
        return;
    switch (n->kind) {
    case OU_NODE_CONST:
    case OU_NODE_LITERAL:
    case OU_NODE_PASS: break;
    case OU_NODE_NAME: use_name(w, n->name); break;
    case OU_NODE_ATTRIBUTE:
    case OU_NODE_KEYWORD:
    case OU_NODE_STAR:
    case OU_NODE_DOUBLE_STAR:
    case OU_NODE_UNARY:
    case OU_NODE_TERM:
    case OU_NODE_EXPRESSION: walk(w, n->a); break;
    case OU_NODE_SUBSCRIPT:
    case OU_NODE_BINARY:
    case OU_NODE_PAIR:
        walk(w, n->a);
        walk(w, n->b);
        break;
    case OU_NODE_FIELD:
    case OU_NODE_RAISE:
    case OU_NODE_ASSERT:
        if (n->a)
            walk(w, n->a);
        if (n->b)
            walk(w, n->b);
        break;
    case OU_NODE_SLICE:
    case OU_NODE_IF_ELSE:
        if (n->a)
            walk(w, n->a);
        if (n->b)
            walk(w, n->b);
        if (n->c)
            walk(w, n->c);
        break;
    case OU_NODE_CALL:
    case OU_NODE_COMPARE:
        walk(w, n->a);
        walk_list(w, n->b);
        break;
    case OU_NODE_BOOL:
    case OU_NODE_LIST:
    case OU_NODE_TUPLE:
    case OU_NODE_SET:
    case OU_NODE_DICT:
    case OU_NODE_FSTRING: walk_list(w, n->a); break;
    case OU_NODE_LAMBDA:
    case OU_NODE_DEF: walk_function(w, n); break;
    case OU_NODE_CLASS: walk_class(w, n); break;
    case OU_NODE_COMPREHENSION: walk_comprehension(w, n); break;
    case OU_NODE_YIELD:
    case OU_NODE_YIELD_FROM: walk_yield(w, n); break;
    case OU_NODE_NAMED: walk_named(w, n); break;
    case OU_NODE_GLOBAL:
    case OU_NODE_NONLOCAL: walk_declaration(w, n); break;
    case OU_NODE_IF:
        walk(w, n->a);
        walk_list(w, n->b);
        walk_list(w, n->c);
        break;
    case OU_NODE_TRY: walk_try(w, n); break;
    default: walk_statement(w, n); break;
    }
}

/* -- resolution -- */

static void add_free(struct ou_compiler *c, struct ou_scope *s, uintptr_t name)
{
    struct ou_symbol *sym = symbol(c, s, name);
    if (sym->flags & OU_SYMBOL_FREE)
        return;
    if (s->n_free >= 255) {
        ou_error_in_line(c, &ou_exc_SyntaxError, s->line,
                         "too many free variables in one function (limit: 255)");
        return;
    }
    sym->flags |= OU_SYMBOL_FREE;
    sym->index = (uint8_t)s->n_free++;
}

/* Finds what a name that `s` does not bind refers to, and makes it a captured variable if it lives in
 * another function.  False: it is global. */
static bool look_up(struct ou_compiler *c, struct ou_scope *s, struct ou_symbol *sym)
{
    bool is_class_cell = ou_literal(c, sym->name) == OU_S(__class__);
    for (struct ou_scope *p = s->parent; p->kind != OU_SCOPE_MODULE; p = p->parent) {
        struct ou_symbol *found = NULL;
        if (p->kind == OU_SCOPE_CLASS) {
            if (!is_class_cell)
                continue;
            p->flags |= OU_SCOPE_CLASS_CELL;
        } else {
            found = ou_scope_find(c, p, sym->name);
            if (!found || (found->flags & (OU_SYMBOL_BOUND | OU_SYMBOL_GLOBAL)) == 0)
                continue;
            if (found->flags & OU_SYMBOL_GLOBAL)
                return false;
            if (found->flags & OU_SYMBOL_NONLOCAL)
                continue;
            if (owner(s) != owner(p))
                found->flags |= OU_SYMBOL_CELL;
            if ((sym->flags & OU_SYMBOL_NONLOCAL) && (sym->flags & (OU_SYMBOL_DELETED | OU_SYMBOL_EXCEPT)))
                found->flags |= OU_SYMBOL_DELETED;
        }
        for (struct ou_scope *q = owner(s); q != owner(p) && !c->failed; q = owner(q->parent))
            add_free(c, q, sym->name);
        return true;
    }
    return false;
}

static void resolve(struct ou_compiler *c, struct ou_scope *s)
{
    if (ou_too_deep(c))
        return;
    for (struct ou_symbol *sym = s->symbols; sym && !c->failed; sym = sym->next) {
        unsigned flags = sym->flags;
        bool local = (flags & OU_SYMBOL_BOUND) && !(flags & OU_SYMBOL_NONLOCAL);
        if (local || (flags & OU_SYMBOL_GLOBAL) || !(flags & (OU_SYMBOL_USED | OU_SYMBOL_NONLOCAL)))
            continue;
        bool found = look_up(c, s, sym);
        if (!found && (flags & OU_SYMBOL_NONLOCAL) && !c->failed)
            ou_syntax_error_in_line(c, s->declared ? s->declared : s->line,
                                    "no binding for nonlocal '%v' found", ou_literal(c, sym->name));
    }
    for (struct ou_scope *child = s->children; child && !c->failed; child = child->sibling)
        resolve(c, child);
}

void ou_scope_analyse(struct ou_compiler *c, struct ou_scope *scope, struct ou_node *statements)
{
    struct walker w = {c, scope, 0, 0, false};
    scope->children = NULL;
    walk_list(&w, statements);
    if (c->failed)
        return;
    if (scope->kind == OU_SCOPE_CLASS) {
        for (struct ou_symbol *s = scope->symbols; s; s = s->next)
            if (s->flags & OU_SYMBOL_NONLOCAL)
                ou_error_at_node(c, statements, "no binding for nonlocal '%v' found", ou_literal(c, s->name));
    }
    for (struct ou_scope *child = scope->children; child && !c->failed; child = child->sibling)
        resolve(c, child);
    scope->children = NULL;
}
