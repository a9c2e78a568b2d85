/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The parser of expressions: recursive descent, with precedence climbing for binary operators.
 */
#include "compiler/state.h"

static struct ou_node *parse_or(struct ou_compiler *c);
static struct ou_node *parse_unary(struct ou_compiler *c);

/* Private names: __x in class C is _C__x. */
static ou_val mangle(struct ou_compiler *c, ou_val name)
{
    size_t n, m;
    const char *text = ou_str_text(c->vm, name, &n);
    if (c->class_name == OU_UNBOUND || n < 3 || text[0] != '_' || text[1] != '_' ||
        (text[n - 1] == '_' && text[n - 2] == '_'))
        return name;
    const char *cls = ou_str_text(c->vm, c->class_name, &m);
    while (m && *cls == '_') {
        cls++;
        m--;
    }
    if (!m)
        return name;
    if (n + m + 1 > OU_INTERN_MAX) {
        ou_error_at_token(c, "name is too long (limit: %d bytes)", OU_INTERN_MAX);
        return name;
    }
    char buffer[OU_INTERN_MAX];
    buffer[0] = '_';
    memcpy(buffer + 1, cls, m);
    memcpy(buffer + 1 + m, text, n);
    ou_val v = ou_intern(c->vm, buffer, n + m + 1);
    if (v == OU_EXC) {
        ou_compile_fail_pending(c);
        return name;
    }
    return v;
}

uintptr_t ou_parse_name(struct ou_compiler *c, bool mangled)
{
    if (!ou_at(c, OU_TOKEN_NAME)) {
        ou_invalid_syntax(c);
        return 0;
    }
    ou_val v = c->token.value;
    if (mangled)
        v = mangle(c, v);
    uintptr_t index = ou_literal_add(c, v);
    ou_advance(c);
    return index;
}

struct ou_node *ou_parse_yield(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    ou_advance(c);
    struct ou_node *n;
    if (ou_accept(c, OU_TOKEN_FROM)) {
        n = ou_node_new(c, OU_NODE_YIELD_FROM, &t);
        n->a = ou_parse_expression(c);
        return n;
    }
    n = ou_node_new(c, OU_NODE_YIELD, &t);
    n->a = ou_starts_expression(c) || ou_at(c, OU_TOKEN_STAR) ? ou_parse_expressions(c, false) : NULL;
    return n;
}

static struct ou_node *parse_star(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_new(c, OU_NODE_STAR, &c->token);
    ou_advance(c);
    n->a = ou_parse_bitwise_or(c);
    return n;
}

static struct ou_node *parse_star_or_named(struct ou_compiler *c)
{
    return ou_at(c, OU_TOKEN_STAR) ? parse_star(c) : ou_parse_named(c);
}

/* -- comprehensions -- */

struct ou_node *ou_parse_target_list(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    struct ou_node *first = ou_at(c, OU_TOKEN_STAR) ? parse_star(c) : ou_parse_bitwise_or(c);
    if (ou_at(c, OU_TOKEN_COMMA)) {
        struct ou_node_list list;
        ou_list_start(&list);
        ou_list_add_node(c, &list, first);
        while (ou_accept(c, OU_TOKEN_COMMA) && (ou_starts_expression(c) || ou_at(c, OU_TOKEN_STAR)))
            ou_list_add_node(c, &list, ou_at(c, OU_TOKEN_STAR) ? parse_star(c) : ou_parse_bitwise_or(c));
        first = ou_node_new(c, OU_NODE_TUPLE, &t);
        first->a = list.first;
    }
    ou_check_target(c, first, OU_TARGET_FOR);
    return first;
}

struct ou_node *ou_parse_clauses(struct ou_compiler *c)
{
    struct ou_node_list clauses;
    ou_list_start(&clauses);
    while (ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC)) {
        struct ou_node *n = ou_node_new(c, OU_NODE_CLAUSE, &c->token);
        if (ou_at(c, OU_TOKEN_ASYNC)) {
            ou_invalid_syntax(c);
            break;
        }
        ou_advance(c);
        n->a = ou_parse_target_list(c);
        ou_expect(c, OU_TOKEN_IN, NULL);
        n->b = parse_or(c);
        struct ou_node_list conditions;
        ou_list_start(&conditions);
        while (ou_accept(c, OU_TOKEN_IF))
            ou_list_add_node(c, &conditions, parse_or(c));
        n->c = conditions.first;
        ou_list_add_node(c, &clauses, n);
    }
    return clauses.first;
}

static struct ou_node *comprehension(struct ou_compiler *c, unsigned kind, struct ou_node *element,
                                     const struct ou_token *t)
{
    struct ou_node *n = ou_node_new(c, OU_NODE_COMPREHENSION, t);
    if (element->kind == OU_NODE_STAR)
        ou_error_at_node(c, element, "iterable unpacking cannot be used in comprehension");
    n->op = (uint8_t)kind;
    n->a = element;
    n->b = ou_parse_clauses(c);
    return n;
}

/* -- displays -- */

/* What follows "(" (or `first`, an element already parsed after it), to ")". */
struct ou_node *ou_parse_after_paren(struct ou_compiler *c, const struct ou_token *open,
                                     struct ou_node *first)
{
    struct ou_bracket bracket;
    struct ou_node *n;
    if (first) {
        n = first;
    } else {
        if (ou_at(c, OU_TOKEN_YIELD)) {
            ou_open_bracket(c, &bracket, open, '(');
            n = ou_parse_yield(c);
            n->in_parens = 1;
            ou_close_bracket(c, &bracket, OU_TOKEN_RPAR);
            return n;
        }
        ou_open_bracket(c, &bracket, open, '(');
        if (ou_at(c, OU_TOKEN_RPAR)) {
            n = ou_node_new(c, OU_NODE_TUPLE, open);
            ou_close_bracket(c, &bracket, OU_TOKEN_RPAR);
            n->in_parens = 1;
            return n;
        }
        n = parse_star_or_named(c);
        c->brackets = bracket.outer;
    }
    ou_open_bracket(c, &bracket, open, '(');
    if (ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC)) {
        n = comprehension(c, OU_NODE_YIELD, n, open);
    } else if (ou_at(c, OU_TOKEN_COMMA)) {
        struct ou_node_list list;
        ou_list_start(&list);
        ou_list_add_node(c, &list, n);
        while (ou_accept(c, OU_TOKEN_COMMA) && !ou_at(c, OU_TOKEN_RPAR) && !c->failed)
            ou_list_add_node(c, &list, parse_star_or_named(c));
        n = ou_node_new(c, OU_NODE_TUPLE, open);
        n->a = list.first;
    } else if (n->kind == OU_NODE_STAR && ou_at(c, OU_TOKEN_RPAR)) {
        ou_error_at_node(c, n, "cannot use starred expression here");
    }
    n->in_parens = 1;
    ou_close_bracket(c, &bracket, OU_TOKEN_RPAR);
    return n;
}

static struct ou_node *parse_list(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    struct ou_bracket bracket;
    ou_advance(c);
    ou_open_bracket(c, &bracket, &t, '[');
    struct ou_node *n;
    struct ou_node_list list;
    ou_list_start(&list);
    if (!ou_at(c, OU_TOKEN_RSQB)) {
        n = parse_star_or_named(c);
        if (ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC)) {
            n = comprehension(c, OU_NODE_LIST, n, &t);
            ou_close_bracket(c, &bracket, OU_TOKEN_RSQB);
            return n;
        }
        ou_list_add_node(c, &list, n);
        while (ou_accept(c, OU_TOKEN_COMMA) && !ou_at(c, OU_TOKEN_RSQB) && !c->failed)
            ou_list_add_node(c, &list, parse_star_or_named(c));
    }
    n = ou_node_new(c, OU_NODE_LIST, &t);
    n->a = list.first;
    ou_close_bracket(c, &bracket, OU_TOKEN_RSQB);
    return n;
}

static struct ou_node *parse_pair(struct ou_compiler *c)
{
    struct ou_node *n;
    if (ou_at(c, OU_TOKEN_DOUBLE_STAR)) {
        n = ou_node_new(c, OU_NODE_DOUBLE_STAR, &c->token);
        ou_advance(c);
        n->a = ou_parse_bitwise_or(c);
        return n;
    }
    n = ou_node_new(c, OU_NODE_PAIR, &c->token);
    struct ou_node *key = ou_parse_expression(c);
    if (!ou_at(c, OU_TOKEN_COLON)) {
        if (ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_COMMA))
            ou_syntax_error(c, key->line, key->column, "':' expected after dictionary key");
        ou_invalid_syntax(c);
    }
    ou_advance(c);
    if (ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_COMMA))
        ou_error_at_token(c, "expression expected after dictionary key and ':'");
    if (ou_at(c, OU_TOKEN_STAR))
        ou_error_at_token(c, "cannot use a starred expression in a dictionary value");
    n->a = key;
    n->b = ou_parse_expression(c);
    return n;
}

static struct ou_node *parse_brace(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    struct ou_bracket bracket;
    ou_advance(c);
    ou_open_bracket(c, &bracket, &t, '{');
    struct ou_node *n = NULL;
    struct ou_node_list list;
    ou_list_start(&list);
    bool is_dict = ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_DOUBLE_STAR);
    if (!is_dict) {
        struct ou_token first = c->token;
        n = parse_star_or_named(c);
        if (ou_at(c, OU_TOKEN_COLON)) {
            is_dict = true;
            struct ou_node *pair = ou_node_new(c, OU_NODE_PAIR, &first);
            ou_advance(c);
            if (ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_COMMA))
                ou_error_at_token(c, "expression expected after dictionary key and ':'");
            if (ou_at(c, OU_TOKEN_STAR))
                ou_error_at_token(c, "cannot use a starred expression in a dictionary value");
            pair->a = n;
            pair->b = ou_parse_expression(c);
            n = pair;
        }
    } else if (!ou_at(c, OU_TOKEN_RBRACE)) {
        n = parse_pair(c);
    }
#if !OU_WITH_SET
    if (!is_dict)
        ou_error_at_token(c, "no sets in this build");
#endif
    if (n && (ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC))) {
        if (n->kind == OU_NODE_DOUBLE_STAR)
            ou_error_at_node(c, n, "dict unpacking cannot be used in dict comprehension");
        n = comprehension(c, is_dict ? OU_NODE_DICT : OU_NODE_SET, n, &t);
    } else {
        if (n)
            ou_list_add_node(c, &list, n);
        while (n && ou_accept(c, OU_TOKEN_COMMA) && !ou_at(c, OU_TOKEN_RBRACE) && !c->failed)
            ou_list_add_node(c, &list, is_dict ? parse_pair(c) : parse_star_or_named(c));
        n = ou_node_new(c, is_dict ? OU_NODE_DICT : OU_NODE_SET, &t);
        n->a = list.first;
    }
    ou_close_bracket(c, &bracket, OU_TOKEN_RBRACE);
    return n;
}

/* -- atoms and what follows them -- */

static struct ou_node *parse_atom(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    struct ou_node *n;
    if (c->pending_atom) {
        n = c->pending_atom;
        c->pending_atom = NULL;
        return n;
    }
    switch (t.kind) {
    case OU_TOKEN_NAME:
        n = ou_node_new(c, OU_NODE_NAME, &t);
        n->name = ou_parse_name(c, true);
        return n;
    case OU_TOKEN_NUMBER: n = ou_node_constant(c, t.value, t.line, t.column); break;
    case OU_TOKEN_STRING: return ou_parse_string(c);
    case OU_TOKEN_LPAR: ou_advance(c); return ou_parse_after_paren(c, &t, NULL);
    case OU_TOKEN_LSQB: return parse_list(c);
    case OU_TOKEN_LBRACE: return parse_brace(c);
    case OU_TOKEN_NONE: n = ou_node_constant(c, OU_NONE, t.line, t.column); break;
    case OU_TOKEN_TRUE: n = ou_node_constant(c, OU_TRUE, t.line, t.column); break;
    case OU_TOKEN_FALSE: n = ou_node_constant(c, OU_FALSE, t.line, t.column); break;
    case OU_TOKEN_ELLIPSIS: n = ou_node_constant(c, OU_ELLIPSIS, t.line, t.column); break;
    default: ou_invalid_syntax(c); return &c->dummy;
    }
    ou_advance(c);
    return n;
}

static struct ou_node *parse_argument(struct ou_compiler *c)
{
    struct ou_node *n;
    if (ou_at(c, OU_TOKEN_STAR) || ou_at(c, OU_TOKEN_DOUBLE_STAR)) {
        n = ou_node_new(c, ou_at(c, OU_TOKEN_STAR) ? OU_NODE_STAR : OU_NODE_DOUBLE_STAR, &c->token);
        ou_advance(c);
        n->a = ou_parse_expression(c);
        return n;
    }
    ou_val raw_name = ou_at(c, OU_TOKEN_NAME) ? c->token.value : OU_UNBOUND;
    struct ou_token t = c->token;
    struct ou_node *e = ou_parse_expression(c);
    if (c->failed)
        return e;
    if (ou_at(c, OU_TOKEN_ASSIGN)) {
        if (e->kind == OU_NODE_CONST && (e->value == OU_NONE || ou_is_bool(e->value)))
            ou_error_at_node(c, e, "cannot assign to %s", ou_node_description(c, e));
        if (e->kind != OU_NODE_NAME || e->in_parens)
            ou_error_at_node(c, e, "expression cannot contain assignment, perhaps you meant \"==\"?");
        n = ou_node_new(c, OU_NODE_KEYWORD, &t);
        n->name2 = ou_literal_add(c, raw_name);
        ou_advance(c);
        if (ou_at(c, OU_TOKEN_COMMA) || ou_at(c, OU_TOKEN_RPAR))
            ou_error_at_token(c, "expected argument value expression");
        n->a = ou_parse_expression(c);
        return n;
    }
    if (ou_at(c, OU_TOKEN_WALRUS)) {
        c->pending_atom = e;
        return ou_parse_named(c);
    }
    return e;
}

static void check_argument(struct ou_compiler *c, struct ou_node *n, struct ou_node *before, bool *keyword,
                           bool *mapping)
{
    if (c->failed)
        return;
    if (n->kind == OU_NODE_KEYWORD) {
        for (struct ou_node *i = before; i; i = i->next)
            if (i->kind == OU_NODE_KEYWORD && ou_same_name(c, i->name2, n->name2))
                ou_error_at_node(c, n, "keyword argument repeated: %v", ou_literal(c, n->name2));
        *keyword = true;
    } else if (n->kind == OU_NODE_DOUBLE_STAR) {
        *mapping = true;
    } else if (n->kind == OU_NODE_STAR) {
        if (*mapping)
            ou_error_at_node(c, n, "iterable argument unpacking follows keyword argument unpacking");
    } else if (*mapping) {
        ou_error_at_node(c, n, "positional argument follows keyword argument unpacking");
    } else if (*keyword) {
        ou_error_at_node(c, n, "positional argument follows keyword argument");
    }
}

/* After "(", to ")". */
struct ou_node *ou_parse_arguments(struct ou_compiler *c, const struct ou_token *open)
{
    struct ou_bracket bracket;
    struct ou_node_list list;
    ou_open_bracket(c, &bracket, open, '(');
    ou_list_start(&list);
    bool keyword = false, mapping = false;
    struct ou_node *generator = NULL;
    while (!ou_at(c, OU_TOKEN_RPAR) && !c->failed) {
        struct ou_node *n = parse_argument(c);
        if ((ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC)) && !c->failed) {
            if (n->kind == OU_NODE_KEYWORD || n->kind == OU_NODE_DOUBLE_STAR)
                ou_error_at_node(c, n, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            struct ou_token t = *open;
            n = comprehension(c, OU_NODE_YIELD, n, &t);
            generator = n;
        }
        check_argument(c, n, list.first, &keyword, &mapping);
        ou_list_add_node(c, &list, n);
        if (generator && (list.first != generator || (ou_at(c, OU_TOKEN_COMMA) && generator == n))) {
            /* f(x for x in y,) is allowed nowhere but in a class or with nothing after it */
            if (list.first != generator)
                ou_error_at_node(c, generator, "Generator expression must be parenthesized");
        }
        if (!ou_accept(c, OU_TOKEN_COMMA))
            break;
        if (generator)
            ou_error_at_node(c, generator, "Generator expression must be parenthesized");
    }
    ou_close_bracket(c, &bracket, OU_TOKEN_RPAR);
    return list.first;
}

static struct ou_node *parse_slice(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    if (ou_at(c, OU_TOKEN_STAR))
        return parse_star(c);
    struct ou_node *first = ou_at(c, OU_TOKEN_COLON) ? NULL : ou_parse_named(c);
    if (!ou_at(c, OU_TOKEN_COLON))
        return first;
    struct ou_node *n = ou_node_new(c, OU_NODE_SLICE, &t);
    ou_advance(c);
    n->a = first;
    if (ou_starts_expression(c))
        n->b = ou_parse_expression(c);
    if (ou_accept(c, OU_TOKEN_COLON) && ou_starts_expression(c))
        n->c = ou_parse_expression(c);
    return n;
}

static struct ou_node *parse_subscript(struct ou_compiler *c, struct ou_node *object)
{
    struct ou_token t = c->token;
    struct ou_bracket bracket;
    ou_advance(c);
    ou_open_bracket(c, &bracket, &t, '[');
    struct ou_token first = c->token;
    struct ou_node *index = parse_slice(c);
    if (ou_at(c, OU_TOKEN_COMMA) || (!c->failed && index->kind == OU_NODE_STAR)) {
        struct ou_node_list list;
        ou_list_start(&list);
        ou_list_add_node(c, &list, index);
        while (ou_accept(c, OU_TOKEN_COMMA) && !ou_at(c, OU_TOKEN_RSQB) && !c->failed)
            ou_list_add_node(c, &list, parse_slice(c));
        index = ou_node_new(c, OU_NODE_TUPLE, &first);
        index->a = list.first;
    }
    ou_close_bracket(c, &bracket, OU_TOKEN_RSQB);
    struct ou_node *n = ou_node_at(c, OU_NODE_SUBSCRIPT, object->line, object->column);
    n->a = object;
    n->b = index;
    return n;
}

static struct ou_node *parse_primary(struct ou_compiler *c)
{
    struct ou_node *n = parse_atom(c), *outer;
    while (!c->failed) {
        struct ou_token t = c->token;
        if (t.kind == OU_TOKEN_DOT) {
            ou_advance(c);
            outer = ou_node_at(c, OU_NODE_ATTRIBUTE, c->token.line, n->column);
            outer->a = n;
            outer->name2 = ou_parse_name(c, true);
        } else if (t.kind == OU_TOKEN_LPAR) {
            ou_advance(c);
            outer = ou_node_at(c, OU_NODE_CALL, n->line, n->column);
            outer->a = n;
            outer->b = ou_parse_arguments(c, &t);
        } else if (t.kind == OU_TOKEN_LSQB) {
            outer = parse_subscript(c, n);
        } else {
            break;
        }
        n = outer;
    }
    return n;
}

static struct ou_node *parse_power(struct ou_compiler *c)
{
    if (ou_at(c, OU_TOKEN_AWAIT) && !c->pending_atom)
        ou_invalid_syntax(c);
    struct ou_node *n = parse_primary(c);
    if (ou_at(c, OU_TOKEN_DOUBLE_STAR) && ou_too_deep(c))
        return &c->dummy;
    if (ou_accept(c, OU_TOKEN_DOUBLE_STAR))
        n = ou_fold_binary(c, OU_INS_POW, n, parse_unary(c));
    return n;
}

static struct ou_node *parse_unary(struct ou_compiler *c)
{
    struct ou_token t = c->token;
    if (c->pending_atom || (t.kind != OU_TOKEN_MINUS && t.kind != OU_TOKEN_PLUS && t.kind != OU_TOKEN_TILDE))
        return parse_power(c);
    if (ou_too_deep(c))
        return &c->dummy;
    ou_advance(c);
    struct ou_node *n = parse_unary(c);
    return ou_fold_unary(c,
                         t.kind == OU_TOKEN_MINUS  ? OU_INS_NEG
                         : t.kind == OU_TOKEN_PLUS ? OU_INS_POS
                                                   : OU_INS_INVERT,
                         n, &t);
}

/* -- binary operators -- */

static unsigned precedence(unsigned kind)
{
    switch (kind) {
    case OU_TOKEN_BAR: return 1;
    case OU_TOKEN_CARET: return 2;
    case OU_TOKEN_AMPER: return 3;
    case OU_TOKEN_LSHIFT:
    case OU_TOKEN_RSHIFT: return 4;
    case OU_TOKEN_PLUS:
    case OU_TOKEN_MINUS: return 5;
    case OU_TOKEN_STAR:
    case OU_TOKEN_SLASH:
    case OU_TOKEN_DOUBLE_SLASH:
    case OU_TOKEN_PERCENT:
    case OU_TOKEN_AT: return 6;
    default: return 0;
    }
}

/* In the order of the tokens PLUS .. CARET. */
static const uint8_t binary_instructions[] = {
    OU_INS_ADD, OU_INS_SUB,    OU_INS_MUL,    OU_INS_TRUEDIV, OU_INS_FLOORDIV, OU_INS_MOD, OU_INS_MATMUL,
    OU_INS_POW, OU_INS_LSHIFT, OU_INS_RSHIFT, OU_INS_AND,     OU_INS_OR,       OU_INS_XOR};

static struct ou_node *parse_binary(struct ou_compiler *c, unsigned least)
{
    struct ou_node *n = parse_unary(c);
    for (;;) {
        unsigned kind = c->token.kind, level = precedence(kind);
        if (level == 0 || level < least || c->failed)
            return n;
        ou_advance(c);
        struct ou_node *right = parse_binary(c, level + 1);
        n = ou_fold_binary(c, binary_instructions[kind - OU_TOKEN_PLUS], n, right);
    }
}

struct ou_node *ou_parse_bitwise_or(struct ou_compiler *c) { return parse_binary(c, 1); }

/* The comparison operator at the current token, which is consumed; 0 if there is none. */
static unsigned take_comparison(struct ou_compiler *c)
{
    unsigned op = 0;
    switch (c->token.kind) {
    case OU_TOKEN_LT: op = OU_INS_LT; break;
    case OU_TOKEN_LE: op = OU_INS_LE; break;
    case OU_TOKEN_EQ: op = OU_INS_EQ; break;
    case OU_TOKEN_NE: op = OU_INS_NE; break;
    case OU_TOKEN_GT: op = OU_INS_GT; break;
    case OU_TOKEN_GE: op = OU_INS_GE; break;
    case OU_TOKEN_IN: op = OU_INS_IN; break;
    case OU_TOKEN_IS: ou_advance(c); return ou_accept(c, OU_TOKEN_NOT) ? OU_INS_IS_NOT : OU_INS_IS;
    case OU_TOKEN_NOT:
        ou_advance(c);
        ou_expect(c, OU_TOKEN_IN, NULL);
        return OU_INS_NOT_IN;
    default: return 0;
    }
    ou_advance(c);
    return op;
}

static struct ou_node *parse_comparison(struct ou_compiler *c)
{
    struct ou_node *left = ou_parse_bitwise_or(c), *n = left;
    struct ou_node_list terms;
    ou_list_start(&terms);
    while (!c->failed) {
        struct ou_token t = c->token;
        unsigned op = take_comparison(c);
        if (!op)
            break;
        struct ou_node *term = ou_node_new(c, OU_NODE_TERM, &t);
        term->op = (uint8_t)op;
        term->a = ou_parse_bitwise_or(c);
        if (!terms.first) {
            n = ou_node_at(c, OU_NODE_COMPARE, left->line, left->column);
            n->a = left;
        }
        ou_list_add_node(c, &terms, term);
        n->b = terms.first;
    }
    return n;
}

static struct ou_node *parse_not(struct ou_compiler *c)
{
    if (!ou_at(c, OU_TOKEN_NOT) || c->pending_atom)
        return parse_comparison(c);
    struct ou_token t = c->token;
    if (ou_too_deep(c))
        return &c->dummy;
    ou_advance(c);
    struct ou_node *n = parse_not(c);
    return ou_fold_unary(c, OU_INS_NOT, n, &t);
}

static struct ou_node *parse_chain(struct ou_compiler *c, enum ou_token_kind operator,
                                   struct ou_node * (*operand)(struct ou_compiler *))
{
    struct ou_node *first = operand(c);
    if (!ou_at(c, operator))
        return first;
    struct ou_node *n = ou_node_at(c, OU_NODE_BOOL, first->line, first->column);
    struct ou_node_list list;
    ou_list_start(&list);
    ou_list_add_node(c, &list, first);
    while (ou_accept(c, operator))
        ou_list_add_node(c, &list, operand(c));
    n->op = operator== OU_TOKEN_AND;
    n->a = list.first;
    return n;
}

static struct ou_node *parse_and(struct ou_compiler *c) { return parse_chain(c, OU_TOKEN_AND, parse_not); }

static struct ou_node *parse_or(struct ou_compiler *c) { return parse_chain(c, OU_TOKEN_OR, parse_and); }

/* -- whole expressions -- */

static struct ou_node *parse_lambda(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_new(c, OU_NODE_LAMBDA, &c->token);
    ou_advance(c);
    n->a = ou_parse_parameters(c, OU_TOKEN_COLON, false);
    ou_expect(c, OU_TOKEN_COLON, NULL);
    n->b = ou_parse_expression(c);
    return n;
}

struct ou_node *ou_parse_expression(struct ou_compiler *c)
{
    if (ou_too_deep(c))
        return &c->dummy;
    if (ou_at(c, OU_TOKEN_LAMBDA) && !c->pending_atom)
        return parse_lambda(c);
    struct ou_node *value = parse_or(c);
    if (!ou_at(c, OU_TOKEN_IF))
        return value;
    struct ou_node *n = ou_node_at(c, OU_NODE_IF_ELSE, value->line, value->column);
    ou_advance(c);
    n->b = value;
    n->a = parse_or(c);
    if (!ou_at(c, OU_TOKEN_ELSE)) {
        if (!ou_at(c, OU_TOKEN_COLON))
            ou_error_at_node(c, value, "expected 'else' after 'if' expression");
        ou_invalid_syntax(c);
        return &c->dummy;
    }
    ou_advance(c);
    n->c = ou_parse_expression(c);
    return n;
}

struct ou_node *ou_parse_named(struct ou_compiler *c)
{
    struct ou_node *n = ou_parse_expression(c);
    if (c->failed)
        return n;
    if (ou_at(c, OU_TOKEN_WALRUS)) {
        if (n->kind != OU_NODE_NAME || n->in_parens) {
            ou_error_at_node(c, n, "cannot use assignment expressions with %s", ou_node_description(c, n));
            return n;
        }
        struct ou_node *named = ou_node_at(c, OU_NODE_NAMED, n->line, n->column);
        ou_advance(c);
        named->a = n;
        named->b = ou_parse_expression(c);
        return named;
    }
    if (ou_at(c, OU_TOKEN_ASSIGN) && !c->lexer.in_memory) {
        if (n->kind == OU_NODE_NAME)
            ou_error_at_node(c, n, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        else if (n->kind == OU_NODE_ATTRIBUTE || n->kind == OU_NODE_SUBSCRIPT || n->kind == OU_NODE_CALL ||
                 n->kind == OU_NODE_LITERAL || (n->kind == OU_NODE_CONST && ou_is_small(n->value)))
            ou_error_at_node(c, n, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                             ou_node_description(c, n));
    }
    return n;
}

struct ou_node *ou_parse_expressions(struct ou_compiler *c, bool yield_allowed)
{
    if (yield_allowed && ou_at(c, OU_TOKEN_YIELD) && !c->pending_atom)
        return ou_parse_yield(c);
    struct ou_token t = c->token;
    bool star = ou_at(c, OU_TOKEN_STAR) && !c->pending_atom;
    struct ou_node *n = star ? parse_star(c) : ou_parse_expression(c);
    if (!ou_at(c, OU_TOKEN_COMMA)) {
        if (star && !ou_at(c, OU_TOKEN_ASSIGN) && !c->failed)
            ou_error_of_node(c, n,
                             c->lexer.in_memory
                                 ? OU_MESSAGE(&ou_exc_SyntaxError, "cannot use starred expression here")
                                 : OU_MESSAGE(&ou_exc_SyntaxError, "can't use starred expression here"));
        return n;
    }
    struct ou_node_list list;
    ou_list_start(&list);
    ou_list_add_node(c, &list, n);
    while (ou_accept(c, OU_TOKEN_COMMA) && (ou_starts_expression(c) || ou_at(c, OU_TOKEN_STAR)) && !c->failed)
        ou_list_add_node(c, &list, ou_at(c, OU_TOKEN_STAR) ? parse_star(c) : ou_parse_expression(c));
    n = ou_node_new(c, OU_NODE_TUPLE, &t);
    n->a = list.first;
    return n;
}
