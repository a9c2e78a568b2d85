/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The parser of statements.
 *
 * With `lazy` set (a statement at top level, or in a class body that is read as a stream) the line end
 * that closes a simple statement is not followed by reading the next line: the statement runs first.
 */
#include "compiler/state.h"

static void expect_newline(struct ou_compiler *c, const struct ou_node *statement);
static struct ou_node *parse_compound(struct ou_compiler *c, bool streaming);

/* -- simple statements -- */

static bool is_text(struct ou_compiler *c, const struct ou_node *n, const char *text)
{
    return !c->failed && n->kind == OU_NODE_NAME && ou_str_is(c->vm, ou_literal(c, n->name), text);
}

/* The name with which the statement begins, for messages about soft keywords. */
static const struct ou_node *leftmost(const struct ou_node *n)
{
    while (n->kind == OU_NODE_CALL || n->kind == OU_NODE_SUBSCRIPT || n->kind == OU_NODE_BINARY ||
           n->kind == OU_NODE_ATTRIBUTE)
        n = n->a;
    return n;
}

static bool complain_match(struct ou_compiler *c, const struct ou_node *n)
{
    if (c->failed || n->in_parens || (!is_text(c, leftmost(n), "match") && !is_text(c, leftmost(n), "case")))
        return false;
    ou_limit_at_node(c, n, "'match' statements are not supported yet by Ouro");
    return true;
}

static struct ou_node *parse_annotated(struct ou_compiler *c, struct ou_node *target)
{
    struct ou_node *n = ou_node_around(c, OU_NODE_ANNOTATED, target);
    ou_advance(c);
    if (ou_at(c, OU_TOKEN_NEWLINE) && complain_match(c, target))
        return n;
    if (target->kind == OU_NODE_LIST || target->kind == OU_NODE_TUPLE)
        ou_error_at_node(c, target, "only single target (not %s) can be annotated",
                         ou_node_description(c, target));
    else if (ou_invalid_target(target, OU_TARGET_ASSIGN) || target->kind == OU_NODE_STAR)
        ou_error_at_node(c, target, "illegal target for annotation");
    struct ou_arena_mark mark = ou_arena_mark(c);
    ou_parse_expression(c);
    if (c->failed)
        return n;
    ou_arena_release(c, mark); /* annotations are not evaluated */
    if (ou_accept(c, OU_TOKEN_ASSIGN))
        n->b = ou_parse_expressions(c, true);
    return n;
}

static bool maybe_comparison(const struct ou_node *n)
{
    switch (n->kind) {
    case OU_NODE_CALL:
    case OU_NODE_LITERAL:
    case OU_NODE_BINARY:
    case OU_NODE_DICT:
    case OU_NODE_SET:
    case OU_NODE_FSTRING:
    case OU_NODE_NAMED: return true;
    case OU_NODE_CONST: return n->value != OU_NONE && !ou_is_bool(n->value);
    case OU_NODE_UNARY: return n->op != OU_INS_NOT;
    case OU_NODE_COMPREHENSION: return n->op != OU_NODE_YIELD;
    default: return false;
    }
}

/* n stands left of "=", at which the token is. */
static void check_assigned(struct ou_compiler *c, struct ou_node *n, bool is_first)
{
    if (c->failed)
        return;
    if (n->kind == OU_NODE_YIELD || n->kind == OU_NODE_YIELD_FROM) {
        ou_error_at_node(c, n, "assignment to yield expression not possible");
        return;
    }
    if (OU_WITH_SYNTAX_WORDS && is_first && maybe_comparison(n)) {
        ou_advance(c);
        ou_parse_bitwise_or(c);
        if (!ou_at(c, OU_TOKEN_ASSIGN) && !ou_at(c, OU_TOKEN_WALRUS))
            ou_error_at_node(c, n, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                             ou_node_description(c, n));
    }
    ou_check_target(c, n, OU_TARGET_ASSIGN);
}

static struct ou_node *parse_expression_statement(struct ou_compiler *c)
{
    struct ou_node *first = ou_parse_expressions(c, true), *n;
    if (c->failed)
        return first;
    unsigned kind = c->token.kind;
    if (kind == OU_TOKEN_COLON)
        return parse_annotated(c, first);
    if (kind >= OU_TOKEN_AUG_PLUS && kind <= OU_TOKEN_AUG_CARET) {
        if (first->kind != OU_NODE_NAME && first->kind != OU_NODE_ATTRIBUTE &&
            first->kind != OU_NODE_SUBSCRIPT)
            ou_error_at_node(c, first, "'%s' is an illegal expression for augmented assignment",
                             ou_node_description(c, first));
        n = ou_node_around(c, OU_NODE_AUGMENTED, first);
        ou_advance(c);
        n->op = ou_binary_operators[kind - OU_TOKEN_AUG_PLUS].instruction;
        n->b = ou_parse_expressions(c, true);
        return n;
    }
    if (kind != OU_TOKEN_ASSIGN) {
        if (first->kind == OU_NODE_STAR)
            ou_error_at_node(c, first, "can't use starred expression here");
        return ou_node_around(c, OU_NODE_EXPRESSION, first);
    }
    n = ou_node_around(c, OU_NODE_ASSIGN, first);
    struct ou_node_list targets;
    ou_list_start(&targets);
    struct ou_node *value = first;
    while (ou_at(c, OU_TOKEN_ASSIGN) && !c->failed) {
        check_assigned(c, value, value == first);
        ou_list_add_node(c, &targets, value);
        ou_advance(c);
        value = ou_parse_expressions(c, true);
    }
    if (!c->failed && value->kind == OU_NODE_STAR)
        ou_error_at_node(c, value, "can't use starred expression here");
    n->a = targets.first;
    n->b = value;
    return n;
}

static struct ou_node *parse_delete(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_DELETE);
    if (ou_at(c, OU_TOKEN_STAR)) {
        struct ou_node *star = ou_node_take(c, OU_NODE_STAR);
        ou_parse_bitwise_or(c);
        ou_error_at_node(c, star, "cannot delete starred");
    }
    n->a = ou_parse_expressions(c, false);
    ou_check_target(c, n->a, OU_TARGET_DELETE);
    return n;
}

static struct ou_node *parse_raise(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_RAISE);
    if (!ou_at(c, OU_TOKEN_NEWLINE) && !ou_at(c, OU_TOKEN_SEMI)) {
        n->a = ou_parse_expression(c);
        if (ou_accept(c, OU_TOKEN_FROM))
            n->b = ou_parse_expression(c);
    }
    return n;
}

static struct ou_node *parse_names(struct ou_compiler *c, enum ou_node_kind kind)
{
    struct ou_node *n = ou_node_new(c, kind, &c->token.where);
    struct ou_node_list names;
    ou_list_start(&names);
    do {
        ou_advance(c);
        struct ou_node *name = ou_node_new(c, OU_NODE_NAME, &c->token.where);
        name->name = ou_parse_name(c, true);
        ou_list_add_node(c, &names, name);
    } while (ou_at(c, OU_TOKEN_COMMA));
    n->a = names.first;
    return n;
}

/* A dotted name as one literal; *first is its first part, or the whole. */
static uintptr_t parse_dotted(struct ou_compiler *c, uintptr_t *first, bool *dotted)
{
    size_t start = c->strings.size, n;
    *first = 0;
    *dotted = false;
    for (bool more = true; more && !c->failed;) {
        ou_val v = ou_at(c, OU_TOKEN_NAME) ? c->token.value : OU_ABSENT;
        uintptr_t name = ou_parse_name(c, false);
        if (c->failed)
            break;
        if (!*dotted)
            *first = name;
        const char *text = ou_str_text(c->vm, v, &n);
        uint8_t *room = ou_vector_reserve(c, &c->strings, n + 1);
        if (!room)
            break;
        memcpy(room, text, n);
        c->strings.size += (uint32_t)n;
        more = ou_at(c, OU_TOKEN_DOT);
        if (more) {
            *dotted = true;
            ou_vector_add(c, &c->strings, '.');
            ou_advance(c);
        }
    }
    n = c->strings.size - start;
    c->strings.size = (uint32_t)start;
    if (c->failed || !*dotted)
        return *first;
    ou_val v = n > OU_INTERN_MAX ? ou_raise(c->vm, &ou_exc_SyntaxError, "module name is too long")
                                 : ou_intern(c->vm, (const char *)c->strings.data + start, n);
    if (v == OU_EXC) {
        ou_compile_fail_pending(c);
        return 0;
    }
    return ou_literal_add(c, v);
}

static struct ou_node *parse_import(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_new(c, OU_NODE_IMPORT, &c->token.where);
    struct ou_node_list list;
    ou_list_start(&list);
    do {
        ou_advance(c);
        struct ou_node *alias = ou_node_new(c, OU_NODE_ALIAS, &c->token.where);
        bool dotted;
        uintptr_t first;
        alias->name = parse_dotted(c, &first, &dotted);
        alias->name2 = first;
        if (ou_accept(c, OU_TOKEN_AS)) {
            alias->op = dotted;
            alias->name2 = ou_parse_name(c, true);
        }
        ou_list_add_node(c, &list, alias);
    } while (ou_at(c, OU_TOKEN_COMMA) && !c->failed);
    n->a = list.first;
    return n;
}

static struct ou_node *parse_imported(struct ou_compiler *c)
{
    struct ou_node *alias = ou_node_new(c, OU_NODE_ALIAS, &c->token.where);
    alias->name = ou_parse_name(c, false);
    alias->name2 = alias->name;
    if (ou_accept(c, OU_TOKEN_AS))
        alias->name2 = ou_parse_name(c, true);
    return alias;
}

static struct ou_node *parse_from(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_FROM);
    unsigned level = 0;
    for (; ou_at(c, OU_TOKEN_DOT) || ou_at(c, OU_TOKEN_ELLIPSIS); ou_advance(c))
        level += ou_at(c, OU_TOKEN_DOT) ? 1 : 3;
    n->op = level < 255 ? (uint8_t)level : 255;
    n->name2 = OU_NO_NAME;
    if (level == 0 || !ou_at(c, OU_TOKEN_IMPORT)) {
        bool dotted;
        uintptr_t first;
        uintptr_t name = parse_dotted(c, &first, &dotted);
        n->name2 = name;
    }
    ou_expect(c, OU_TOKEN_IMPORT, NULL);
    if (ou_accept(c, OU_TOKEN_STAR))
        return n;
    struct ou_bracket bracket;
    bool parens = ou_at(c, OU_TOKEN_LPAR);
    if (parens)
        ou_open_bracket(c, &bracket);
    struct ou_node_list list;
    ou_list_start(&list);
    ou_list_add_node(c, &list, parse_imported(c));
    while (ou_accept(c, OU_TOKEN_COMMA) && !(parens && ou_at(c, OU_TOKEN_RPAR)) && !c->failed) {
        if (!parens && ou_at(c, OU_TOKEN_NEWLINE)) {
            ou_error_at_token(c, "trailing comma not allowed without surrounding parentheses");
            break;
        }
        ou_list_add_node(c, &list, parse_imported(c));
    }
    if (parens)
        ou_close_bracket(c, &bracket);
    n->a = list.first;
    return n;
}

static struct ou_node *parse_assert(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_ASSERT);
    n->a = ou_parse_expression(c);
    if (ou_accept(c, OU_TOKEN_COMMA))
        n->b = ou_parse_expression(c);
    return n;
}

static struct ou_node *parse_return(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_RETURN);
    if (ou_starts_operand(c))
        n->a = ou_parse_expressions(c, false);
    return n;
}

static struct ou_node *parse_small(struct ou_compiler *c)
{
    switch (c->token.kind) {
    case OU_TOKEN_PASS: return ou_node_take(c, OU_NODE_PASS);
    case OU_TOKEN_BREAK: return ou_node_take(c, OU_NODE_BREAK);
    case OU_TOKEN_CONTINUE: return ou_node_take(c, OU_NODE_CONTINUE);
    case OU_TOKEN_RETURN: return parse_return(c);
    case OU_TOKEN_DEL: return parse_delete(c);
    case OU_TOKEN_RAISE: return parse_raise(c);
    case OU_TOKEN_GLOBAL: return parse_names(c, OU_NODE_GLOBAL);
    case OU_TOKEN_NONLOCAL: return parse_names(c, OU_NODE_NONLOCAL);
    case OU_TOKEN_IMPORT: return parse_import(c);
    case OU_TOKEN_FROM: return parse_from(c);
    case OU_TOKEN_ASSERT: return parse_assert(c);
    default: return parse_expression_statement(c);
    }
}

static void expect_newline(struct ou_compiler *c, const struct ou_node *last)
{
    if (c->failed)
        return;
    if (!ou_at(c, OU_TOKEN_NEWLINE)) {
        if (ou_at(c, OU_TOKEN_WALRUS) && last->kind == OU_NODE_EXPRESSION && last->a->kind != OU_NODE_NAME)
            ou_error_at_node(c, last, "cannot use assignment expressions with %s",
                             ou_node_description(c, last->a));
        if (last->kind == OU_NODE_EXPRESSION && ou_starts_expression(c) && !complain_match(c, last->a)) {
            const char *old = is_text(c, last->a, "print")  ? "print"
                              : is_text(c, last->a, "exec") ? "exec"
                                                            : NULL;
            if (OU_WITH_SYNTAX_WORDS && old)
                ou_error_at_node(c, last, "Missing parentheses in call to '%s'. Did you mean %s(...)?", old,
                                 old);
        }
        ou_invalid_syntax(c);
        return;
    }
    if (c->lazy)
        c->need_token = true;
    else
        ou_advance(c);
}

static struct ou_node *parse_line(struct ou_compiler *c)
{
    struct ou_node_list list;
    struct ou_node *n;
    ou_list_start(&list);
    do {
        n = parse_small(c);
        ou_list_add_node(c, &list, n);
    } while (ou_accept(c, OU_TOKEN_SEMI) && !ou_at(c, OU_TOKEN_NEWLINE) && !c->failed);
    expect_newline(c, n);
    return list.first;
}

/* -- compound statements -- */

/* The colon has been consumed.  `what`: "'if' statement", "function definition" ...  last: nothing of the
 * same statement can follow. */
static struct ou_node *parse_block(struct ou_compiler *c, const char *what, uint32_t line, bool last)
{
    bool lazy = c->lazy;
    c->lazy = false;
    struct ou_node *first = NULL;
    if (ou_at(c, OU_TOKEN_NEWLINE)) {
        ou_expect_indent(c, what, line);
        ou_advance(c);
        struct ou_node_list list;
        ou_list_start(&list);
        while (!ou_at(c, OU_TOKEN_DEDENT) && !ou_at(c, OU_TOKEN_EOF) && !c->failed) {
            struct ou_node *n = ou_parse_statement(c, false);
            if (n) {
                *list.end = n;
                while (n->next && !c->failed)
                    n = n->next;
                list.end = &n->next;
            }
        }
        if (lazy && last)
            c->need_token = true;
        else
            ou_advance(c);
        first = list.first;
    } else {
        c->lazy = lazy && last;
        first = parse_line(c);
    }
    c->lazy = lazy;
    return first;
}

/* Behind a header that ends in an expression, only the line's end asks for the colon; else something is too many. */
static void end_header(struct ou_compiler *c)
{
    if (!c->failed && !ou_at(c, OU_TOKEN_COLON) && !ou_at(c, OU_TOKEN_NEWLINE) && !ou_at(c, OU_TOKEN_EOF))
        ou_invalid_syntax(c);
}

static struct ou_node *block_after(struct ou_compiler *c, const char *what, uint32_t line)
{
    ou_expect(c, OU_TOKEN_COLON, ":");
    return parse_block(c, what, line, false);
}

static struct ou_node *parse_else(struct ou_compiler *c)
{
    uint32_t line = c->token.where.line;
    if (!ou_accept(c, OU_TOKEN_ELSE))
        return NULL;
    return block_after(c, "'else' statement", line);
}

static struct ou_node *parse_if(struct ou_compiler *c)
{
    struct ou_node *first = NULL, **link = &first;
    do {
        bool is_elif = first != NULL;
        struct ou_node *n = ou_node_take(c, OU_NODE_IF);
        n->a = ou_parse_named(c);
        end_header(c);
        n->b = block_after(c, is_elif ? "'elif' statement" : "'if' statement", n->line);
        if (c->failed)
            return n;
        *link = n;
        link = &n->c;
    } while (ou_at(c, OU_TOKEN_ELIF));
    *link = parse_else(c);
    return first;
}

static struct ou_node *parse_while(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_WHILE);
    n->a = ou_parse_named(c);
    end_header(c);
    n->b = block_after(c, "'while' statement", n->line);
    n->c = parse_else(c);
    return n;
}

static struct ou_node *parse_for(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_FOR);
    n->a = ou_parse_target_list(c);
    ou_expect(c, OU_TOKEN_IN, NULL);
    n->b = ou_parse_expressions(c, false);
    end_header(c);
    n->c = block_after(c, "'for' statement", n->line);
    n->d = parse_else(c);
    return n;
}

static struct ou_node *parse_handlers(struct ou_compiler *c, bool *star)
{
    struct ou_node_list handlers;
    ou_list_start(&handlers);
    struct ou_node *bare = NULL;
    while (ou_at(c, OU_TOKEN_EXCEPT)) {
        struct ou_node *n = ou_node_take(c, OU_NODE_HANDLER);
        n->name2 = OU_NO_NAME;
        bool starred = ou_accept(c, OU_TOKEN_STAR), mixed = handlers.first && starred != *star;
        *star = starred;
        if (starred && !OU_WITH_GROUPS)
            ou_limit_at_node(c, n, "this build has no 'except*'");
        if (bare && !mixed)
            ou_error_at_node(c, bare, "default 'except:' must be last");
        if (starred && (ou_at(c, OU_TOKEN_COLON) || ou_at(c, OU_TOKEN_NEWLINE)))
            ou_error_at_token(c, "expected one or more exception types");
        if (!ou_at(c, OU_TOKEN_COLON)) {
            n->a = ou_parse_expression(c);
            if (ou_at(c, OU_TOKEN_COMMA))
                ou_error_at_node(c, n->a, "multiple exception types must be parenthesized");
            if (ou_accept(c, OU_TOKEN_AS))
                n->name2 = ou_parse_name(c, true);
        } else {
            bare = n;
        }
        end_header(c);
        ou_expect(c, OU_TOKEN_COLON, ":");
        if (mixed)
            ou_error_at_node(c, n, "cannot have both 'except' and 'except*' on the same 'try'");
        n->c = parse_block(c, starred ? "'except*' statement" : "'except' statement", n->line, false);
        ou_list_add_node(c, &handlers, n);
    }
    return handlers.first;
}

static struct ou_node *parse_try(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_TRY);
    n->a = block_after(c, "'try' statement", n->line);
    bool star = false;
    n->b = parse_handlers(c, &star);
    n->op = star;
    if (n->b)
        n->c = parse_else(c);
    uint32_t line = c->token.where.line;
    if (ou_accept(c, OU_TOKEN_FINALLY)) {
        n->d = block_after(c, "'finally' statement", line);
    } else if (!n->b && !c->failed) {
        if (ou_at(c, OU_TOKEN_EOF))
            c->incomplete = true;
        ou_error_at_token(c, "expected 'except' or 'finally' block");
    }
    return n;
}

static struct ou_node *parse_with_target(struct ou_compiler *c, struct ou_node *item)
{
    if (!ou_accept(c, OU_TOKEN_AS))
        return NULL;
    struct ou_node *target = ou_at(c, OU_TOKEN_STAR) ? (ou_invalid_syntax(c), item) : ou_parse_bitwise_or(c);
    ou_check_target(c, target, OU_TARGET_ASSIGN);
    return target;
}

static struct ou_node *with_item(struct ou_compiler *c, struct ou_node *e)
{
    struct ou_node *n = ou_node_around(c, OU_NODE_ITEM, e);
    n->b = parse_with_target(c, n);
    return n;
}

/* "(" after `with`: items in parentheses, or the beginning of an expression.  Fills list with the items
 * and returns true, or leaves the parenthesised operand in pending_atom. */
static bool with_paren(struct ou_compiler *c, struct ou_node_list *list)
{
    struct ou_bracket bracket;
    ou_open_bracket(c, &bracket);
    if (ou_at(c, OU_TOKEN_YIELD) || ou_at(c, OU_TOKEN_STAR) || ou_at(c, OU_TOKEN_RPAR)) {
        c->pending_atom = ou_parse_after_paren(c, &bracket, NULL);
        return false;
    }
    bool has_targets = false, comma = false;
    struct ou_node *first = ou_parse_named(c);
    if (ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC)) {
        c->pending_atom = ou_parse_after_paren(c, &bracket, first);
        return false;
    }
    struct ou_node *e = first;
    for (;;) {
        struct ou_node *item = with_item(c, e);
        has_targets |= item->b != NULL;
        ou_list_add_node(c, list, item);
        if (!ou_accept(c, OU_TOKEN_COMMA))
            break;
        comma = true;
        if (ou_at(c, OU_TOKEN_RPAR) || c->failed)
            break;
        e = ou_at(c, OU_TOKEN_STAR) ? ou_parse_expressions(c, false) : ou_parse_named(c);
    }
    ou_close_bracket(c, &bracket);
    if (c->failed || ou_at(c, OU_TOKEN_COLON))
        return true;
    if (has_targets) {
        ou_invalid_syntax(c);
        return true;
    }
    if (comma) { /* a tuple after all */
        struct ou_node *tuple = ou_node_new(c, OU_NODE_TUPLE, &bracket.where);
        struct ou_node_list elements;
        ou_list_start(&elements);
        for (struct ou_node *i = list->first; i; i = i->next)
            ou_list_add_node(c, &elements, i->a);
        tuple->a = elements.first;
        first = tuple;
    }
    first->in_parens = 1;
    ou_list_start(list);
    c->pending_atom = first;
    return false;
}

static struct ou_node *parse_with(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_new(c, OU_NODE_WITH, &c->token.where);
    struct ou_node_list list;
    ou_list_start(&list);
    ou_advance(c);
    if (!ou_at(c, OU_TOKEN_LPAR) || !with_paren(c, &list)) {
        do {
            ou_list_add_node(c, &list, with_item(c, ou_parse_expression(c)));
        } while (ou_accept(c, OU_TOKEN_COMMA) && !c->failed);
    }
    n->a = list.first;
    end_header(c);
    ou_expect(c, OU_TOKEN_COLON, ":");
    n->b = parse_block(c, "'with' statement", n->line, true);
    return n;
}

/* -- functions and classes -- */

struct parameters {
    struct ou_node_list list;
    bool slash, star, bare_star, varkw, has_default, annotations;
};

static void skip_annotation(struct ou_compiler *c, bool star)
{
    struct ou_arena_mark mark = ou_arena_mark(c);
    if (star && ou_at(c, OU_TOKEN_STAR))
        ou_advance(c);
    ou_parse_expression(c);
    if (!c->failed)
        ou_arena_release(c, mark);
}

static void parse_parameter(struct ou_compiler *c, struct parameters *p, enum ou_parameter_kind kind)
{
    if (ou_at(c, OU_TOKEN_LPAR))
        ou_error_at_token(c, "%s parameters cannot be parenthesized",
                          p->annotations ? "Function" : "Lambda expression");
    struct ou_node *n = ou_node_new(c, OU_NODE_PARAMETER, &c->token.where);
    n->op = (uint8_t)kind;
    n->name = ou_parse_name(c, true);
    if (c->failed)
        return;
    for (struct ou_node *i = p->list.first; i; i = i->next)
        if (ou_same_name(c, i->name, n->name))
            ou_error_at_node(c, n, "duplicate argument '%v' in function definition", ou_literal(c, n->name));
    if (p->annotations && ou_accept(c, OU_TOKEN_COLON))
        skip_annotation(c, kind == OU_PARAMETER_VARARGS);
    if (ou_at(c, OU_TOKEN_ASSIGN)) {
        if (kind == OU_PARAMETER_VARARGS)
            ou_error_at_token(c, "var-positional argument cannot have default value");
        if (kind == OU_PARAMETER_VARKW)
            ou_error_at_token(c, "var-keyword argument cannot have default value");
        ou_advance(c);
        n->b = ou_parse_expression(c);
        p->has_default |= kind == OU_PARAMETER_POS;
    } else if (kind == OU_PARAMETER_POS && p->has_default) {
        ou_error_at_node(c, n, "non-default argument follows default argument");
    }
    ou_list_add_node(c, &p->list, n);
}

static void parse_special_parameter(struct ou_compiler *c, struct parameters *p, enum ou_token_kind end)
{
    unsigned kind = c->token.kind;
    struct ou_where where = c->token.where;
    ou_advance(c);
    if (kind == OU_TOKEN_SLASH) {
        if (p->star || p->bare_star)
            ou_syntax_error(c, &where, "/ must be ahead of *");
        if (p->slash)
            ou_syntax_error(c, &where, "/ may appear only once");
        if (!p->list.first)
            ou_syntax_error(c, &where, "invalid syntax");
        p->slash = true;
        for (struct ou_node *i = p->list.first; i; i = i->next)
            i->op = OU_PARAMETER_POS_ONLY;
        return;
    }
    if (kind == OU_TOKEN_DOUBLE_STAR) {
        p->varkw = true;
        parse_parameter(c, p, OU_PARAMETER_VARKW);
        return;
    }
    if (p->star || p->bare_star)
        ou_syntax_error(c, &where, "* argument may appear only once");
    p->bare_star = ou_at(c, OU_TOKEN_COMMA) || ou_at(c, end);
    if (ou_at(c, end))
        ou_syntax_error(c, &where, "named arguments must follow bare *");
    if (p->bare_star)
        return;
    p->star = true;
    parse_parameter(c, p, OU_PARAMETER_VARARGS);
}

/* To the token `end`, which is not consumed. */
struct ou_node *ou_parse_parameters(struct ou_compiler *c, enum ou_token_kind end, bool annotations)
{
    struct parameters p = {.annotations = annotations};
    ou_list_start(&p.list);
    bool named_due = false;
    while (!ou_at(c, end) && !c->failed) {
        unsigned kind = c->token.kind;
        if (p.varkw) {
            ou_error_at_token(c, "arguments cannot follow var-keyword argument");
            break;
        }
        if (named_due && !ou_at(c, OU_TOKEN_NAME))
            ou_error_at_token(c, "named arguments must follow bare *");
        bool bare = p.bare_star;
        if (kind == OU_TOKEN_SLASH || kind == OU_TOKEN_STAR || kind == OU_TOKEN_DOUBLE_STAR)
            parse_special_parameter(c, &p, end);
        else
            parse_parameter(c, &p, p.star || p.bare_star ? OU_PARAMETER_KW_ONLY : OU_PARAMETER_POS);
        named_due = p.bare_star && !bare;
        if (!ou_accept(c, OU_TOKEN_COMMA))
            break;
        if (named_due && ou_at(c, end))
            ou_error_at_token(c, "named arguments must follow bare *");
    }
    return p.list.first;
}

static struct ou_node *parse_def(struct ou_compiler *c, struct ou_node *decorators)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_DEF);
    struct ou_bracket bracket;
    n->e = decorators;
    n->name3 = ou_parse_name(c, true);
    if (!ou_at(c, OU_TOKEN_LPAR)) {
        ou_expect(c, OU_TOKEN_LPAR, "(");
        return n;
    }
    ou_open_bracket(c, &bracket);
    n->a = ou_parse_parameters(c, OU_TOKEN_RPAR, true);
    ou_close_bracket(c, &bracket);
    if (ou_accept(c, OU_TOKEN_ARROW))
        skip_annotation(c, false);
    ou_expect(c, OU_TOKEN_COLON, ":");
    n->b = parse_block(c, "function definition", n->line, true);
    return n;
}

static struct ou_node *parse_class(struct ou_compiler *c, struct ou_node *decorators, bool streaming)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_CLASS);
    n->e = decorators;
    ou_val raw_name = ou_at(c, OU_TOKEN_NAME) ? c->token.value : OU_ABSENT, outer = c->class_name;
    n->name3 = ou_parse_name(c, true);
    if (ou_at(c, OU_TOKEN_LPAR))
        n->a = ou_parse_arguments(c);
    for (struct ou_node *i = n->a; i && !c->failed; i = i->next)
        if (i->kind == OU_NODE_COMPREHENSION && !i->in_parens && i->op == OU_NODE_YIELD)
            ou_error_at_node(c, i, "invalid syntax");
    end_header(c);
    if (c->failed)
        return n;
    ou_expect(c, OU_TOKEN_COLON, ":");
    if (streaming && ou_at(c, OU_TOKEN_NEWLINE)) {
        n->op = 1;
        return n;
    }
    c->class_name = raw_name;
    n->b = parse_block(c, "class definition", n->line, true);
    c->class_name = outer;
    return n;
}

static struct ou_node *parse_decorated(struct ou_compiler *c, bool streaming)
{
    struct ou_node_list list;
    ou_list_start(&list);
    bool lazy = c->lazy;
    c->lazy = false;
    while (ou_accept(c, OU_TOKEN_AT)) {
        struct ou_node *n = ou_parse_named(c);
        ou_list_add_node(c, &list, n);
        if (!ou_at(c, OU_TOKEN_NEWLINE))
            ou_invalid_syntax(c);
        ou_advance(c);
    }
    c->lazy = lazy;
    if (ou_at(c, OU_TOKEN_DEF))
        return parse_def(c, list.first);
    if (ou_at(c, OU_TOKEN_CLASS))
        return parse_class(c, list.first, streaming);
    ou_invalid_syntax(c);
    return &c->dummy;
}

static struct ou_node *parse_compound(struct ou_compiler *c, bool streaming)
{
    switch (c->token.kind) {
    case OU_TOKEN_IF: return parse_if(c);
    case OU_TOKEN_WHILE: return parse_while(c);
    case OU_TOKEN_FOR: return parse_for(c);
    case OU_TOKEN_TRY: return parse_try(c);
    case OU_TOKEN_WITH: return parse_with(c);
    case OU_TOKEN_DEF: return parse_def(c, NULL);
    case OU_TOKEN_CLASS: return parse_class(c, NULL, streaming);
    case OU_TOKEN_AT: return parse_decorated(c, streaming);
    default: return NULL;
    }
}

struct ou_node *ou_parse_statement(struct ou_compiler *c, bool streaming)
{
    if (ou_too_deep(c))
        return NULL;
    struct ou_node *n = parse_compound(c, streaming);
    if (!n)
        n = parse_line(c);
    return c->failed ? NULL : n;
}
