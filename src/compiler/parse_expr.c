/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The parser of expressions: recursive descent, with precedence climbing for binary operators.
 */
#include "compiler/state.h"

static struct ou_node *parse_or(struct ou_compiler *c);
static struct ou_node *parse_unary(struct ou_compiler *c);

static struct ou_node *node_of(struct ou_compiler *c, enum ou_node_kind kind, const struct ou_where *where,
                               struct ou_node *a)
{
    struct ou_node *n = ou_node_new(c, kind, where);
    n->a = a;
    return n;
}

/* Private names: __x in class C is _C__x. */
static ou_val mangle(struct ou_compiler *c, ou_val name)
{
    size_t n, m;
    const char *text = ou_str_text(c->vm, name, &n);
    if (c->class_name == OU_ABSENT || n < 3 || text[0] != '_' || text[1] != '_' ||
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
        ou_limit_at_token(c, "name is too long (limit: %d bytes)", OU_INTERN_MAX);
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
    struct ou_node *n = ou_node_take(c, OU_NODE_YIELD);
    if (ou_accept(c, OU_TOKEN_FROM)) {
        n->kind = OU_NODE_YIELD_FROM;
        n->a = ou_parse_expression(c);
    } else if (ou_starts_operand(c)) {
        n->a = ou_parse_expressions(c, false);
    }
    return n;
}

/* -- elements of lists with commas -- */

typedef struct ou_node *parser(struct ou_compiler *);

static struct ou_node *parse_star(struct ou_compiler *c)
{
    struct ou_node *n = ou_node_take(c, OU_NODE_STAR);
    n->a = ou_parse_bitwise_or(c);
    return n;
}

static struct ou_node *parse_star_or(struct ou_compiler *c, parser *other)
{
    return ou_at(c, OU_TOKEN_STAR) ? parse_star(c) : other(c);
}

static struct ou_node *parse_star_or_named(struct ou_compiler *c) { return parse_star_or(c, ou_parse_named); }

static struct ou_node *parse_star_or_test(struct ou_compiler *c)
{
    return parse_star_or(c, ou_parse_expression);
}

static struct ou_node *parse_star_or_target(struct ou_compiler *c)
{
    return parse_star_or(c, ou_parse_bitwise_or);
}

/* `first` and what follows it, with commas between, up to the bracket `end`; OU_TOKEN_EOF: without brackets, as long
 * as there is something. */
static struct ou_node *parse_more(struct ou_compiler *c, struct ou_node *first, enum ou_token_kind end,
                                  parser *element)
{
    struct ou_node_list list;
    ou_list_start(&list);
    ou_list_add_node(c, &list, first);
    while (ou_accept(c, OU_TOKEN_COMMA) && !c->failed &&
           (end == OU_TOKEN_EOF ? ou_starts_operand(c) : !ou_at(c, end)))
        ou_list_add_node(c, &list, element(c));
    return list.first;
}

/* -- comprehensions -- */

struct ou_node *ou_parse_target_list(struct ou_compiler *c)
{
    struct ou_where where = c->token.where;
    struct ou_node *n = parse_star_or_target(c);
    if (ou_at(c, OU_TOKEN_COMMA))
        n = node_of(c, OU_NODE_TUPLE, &where, parse_more(c, n, OU_TOKEN_EOF, parse_star_or_target));
    ou_check_target(c, n, OU_TARGET_FOR);
    return n;
}

static bool at_clause(const struct ou_compiler *c)
{
    return ou_at(c, OU_TOKEN_FOR) || ou_at(c, OU_TOKEN_ASYNC);
}

struct ou_node *ou_parse_clauses(struct ou_compiler *c)
{
    struct ou_node_list clauses;
    ou_list_start(&clauses);
    while (at_clause(c)) {
        if (ou_at(c, OU_TOKEN_ASYNC)) {
            ou_invalid_syntax(c);
            break;
        }
        struct ou_node *n = ou_node_take(c, OU_NODE_CLAUSE);
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
                                     const struct ou_bracket *open)
{
    if (element->kind == OU_NODE_STAR)
        ou_error_at_node(c, element, "iterable unpacking cannot be used in comprehension");
    struct ou_node *n = node_of(c, OU_NODE_COMPREHENSION, &open->where, element);
    n->op = (uint8_t)kind;
    n->b = ou_parse_clauses(c);
    return n;
}

/* -- displays -- */

/* What follows "(" (or `first`, an element already parsed after it), to ")". */
struct ou_node *ou_parse_after_paren(struct ou_compiler *c, struct ou_bracket *open, struct ou_node *first)
{
    struct ou_node *n = first;
    if (!first && ou_at(c, OU_TOKEN_YIELD)) {
        n = ou_parse_yield(c);
    } else if (!first && ou_at(c, OU_TOKEN_RPAR)) {
        n = node_of(c, OU_NODE_TUPLE, &open->where, NULL);
    } else {
        if (!first)
            n = parse_star_or_named(c);
        if (at_clause(c))
            n = comprehension(c, OU_NODE_YIELD, n, open);
        else if (ou_at(c, OU_TOKEN_COMMA))
            n = node_of(c, OU_NODE_TUPLE, &open->where, parse_more(c, n, OU_TOKEN_RPAR, parse_star_or_named));
        else if (n->kind == OU_NODE_STAR && ou_at(c, OU_TOKEN_RPAR))
            ou_error_at_node(c, n, "cannot use starred expression here");
    }
    n->in_parens = 1;
    ou_close_bracket(c, open);
    return n;
}

static struct ou_node *parse_list(struct ou_compiler *c)
{
    struct ou_bracket open;
    ou_open_bracket(c, &open);
    struct ou_node *n = NULL;
    if (!ou_at(c, OU_TOKEN_RSQB))
        n = parse_star_or_named(c);
    if (n && at_clause(c)) {
        n = comprehension(c, OU_NODE_LIST, n, &open);
    } else {
        if (n)
            n = parse_more(c, n, OU_TOKEN_RSQB, parse_star_or_named);
        n = node_of(c, OU_NODE_LIST, &open.where, n);
    }
    ou_close_bracket(c, &open);
    return n;
}

/* Behind a key, at the colon. */
static struct ou_node *parse_value(struct ou_compiler *c, struct ou_node *key)
{
    ou_advance(c);
    if (ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_COMMA))
        ou_error_at_token(c, "expression expected after dictionary key and ':'");
    if (ou_at(c, OU_TOKEN_STAR))
        ou_error_at_token(c, "cannot use a starred expression in a dictionary value");
    struct ou_node *n = ou_node_around(c, OU_NODE_PAIR, key);
    n->b = ou_parse_expression(c);
    return n;
}

static struct ou_node *parse_pair(struct ou_compiler *c)
{
    if (ou_at(c, OU_TOKEN_DOUBLE_STAR)) {
        struct ou_node *n = ou_node_take(c, OU_NODE_DOUBLE_STAR);
        n->a = ou_parse_bitwise_or(c);
        return n;
    }
    struct ou_node *key = ou_parse_expression(c);
    if (!ou_at(c, OU_TOKEN_COLON)) {
        if (ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_COMMA))
            ou_error_at_node(c, key, "':' expected after dictionary key");
        ou_invalid_syntax(c);
    }
    return parse_value(c, key);
}

static struct ou_node *parse_brace(struct ou_compiler *c)
{
    struct ou_bracket open;
    ou_open_bracket(c, &open);
    struct ou_node *n = NULL;
    bool is_dict = ou_at(c, OU_TOKEN_RBRACE) || ou_at(c, OU_TOKEN_DOUBLE_STAR);
    if (!is_dict) {
        n = parse_star_or_named(c);
        is_dict = ou_at(c, OU_TOKEN_COLON);
        if (is_dict)
            n = parse_value(c, n);
    } else if (!ou_at(c, OU_TOKEN_RBRACE)) {
        n = parse_pair(c);
    }
    if (!OU_WITH_SET && !is_dict)
        ou_limit_at_token(c, "no sets in this build");
    enum ou_node_kind kind = is_dict ? OU_NODE_DICT : OU_NODE_SET;
    if (n && at_clause(c)) {
        if (n->kind == OU_NODE_DOUBLE_STAR)
            ou_error_at_node(c, n, "dict unpacking cannot be used in dict comprehension");
        n = comprehension(c, kind, n, &open);
    } else {
        if (n)
            n = parse_more(c, n, OU_TOKEN_RBRACE, is_dict ? parse_pair : parse_star_or_named);
        n = node_of(c, kind, &open.where, n);
    }
    ou_close_bracket(c, &open);
    return n;
}

/* -- atoms and what follows them -- */

static struct ou_node *parse_atom(struct ou_compiler *c)
{
    struct ou_where where = c->token.where;
    struct ou_node *n = c->pending_atom;
    if (n) {
        c->pending_atom = NULL;
        return n;
    }
    ou_val v;
    switch (c->token.kind) {
    case OU_TOKEN_NAME:
        n = ou_node_new(c, OU_NODE_NAME, &where);
        n->name = ou_parse_name(c, true);
        return n;
    case OU_TOKEN_STRING: return ou_parse_string(c);
    case OU_TOKEN_LPAR: {
        struct ou_bracket open;
        ou_open_bracket(c, &open);
        return ou_parse_after_paren(c, &open, NULL);
    }
    case OU_TOKEN_LSQB: return parse_list(c);
    case OU_TOKEN_LBRACE: return parse_brace(c);
    case OU_TOKEN_NUMBER: v = c->token.value; break;
    case OU_TOKEN_NONE: v = OU_NONE; break;
    case OU_TOKEN_TRUE: v = OU_TRUE; break;
    case OU_TOKEN_FALSE: v = OU_FALSE; break;
    case OU_TOKEN_ELLIPSIS: v = OU_ELLIPSIS; break;
    default: ou_invalid_syntax(c); return &c->dummy;
    }
    n = ou_node_constant(c, v, &where);
    ou_advance(c);
    return n;
}

static struct ou_node *parse_argument(struct ou_compiler *c)
{
    struct ou_node *n;
    if (ou_at(c, OU_TOKEN_STAR) || ou_at(c, OU_TOKEN_DOUBLE_STAR)) {
        n = ou_node_take(c, ou_at(c, OU_TOKEN_STAR) ? OU_NODE_STAR : OU_NODE_DOUBLE_STAR);
        n->a = ou_parse_expression(c);
        return n;
    }
    ou_val raw_name = ou_at(c, OU_TOKEN_NAME) ? c->token.value : OU_ABSENT;
    struct ou_node *e = ou_parse_expression(c);
    if (c->failed)
        return e;
    if (ou_at(c, OU_TOKEN_ASSIGN)) {
        if (e->kind == OU_NODE_CONST && (e->value == OU_NONE || ou_is_bool(e->value)))
            ou_error_at_node(c, e, "cannot assign to %s", ou_node_description(c, e));
        if (e->kind != OU_NODE_NAME || e->in_parens)
            ou_error_at_node(c, e, "expression cannot contain assignment, perhaps you meant \"==\"?");
        n = ou_node_around(c, OU_NODE_KEYWORD, e);
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

/* From "(" to ")". */
struct ou_node *ou_parse_arguments(struct ou_compiler *c)
{
    struct ou_bracket open;
    struct ou_node_list list;
    ou_open_bracket(c, &open);
    ou_list_start(&list);
    bool keyword = false, mapping = false;
    struct ou_node *generator = NULL;
    while (!ou_at(c, OU_TOKEN_RPAR) && !c->failed) {
        struct ou_node *n = parse_argument(c);
        if (at_clause(c) && !c->failed) {
            if (n->kind == OU_NODE_KEYWORD || n->kind == OU_NODE_DOUBLE_STAR)
                ou_error_at_node(c, n, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            n = generator = comprehension(c, OU_NODE_YIELD, n, &open);
        }
        check_argument(c, n, list.first, &keyword, &mapping);
        ou_list_add_node(c, &list, n);
        if (generator && list.first != generator)
            ou_error_at_node(c, generator, "Generator expression must be parenthesized");
        if (!ou_accept(c, OU_TOKEN_COMMA))
            break;
        if (generator)
            ou_error_at_node(c, generator, "Generator expression must be parenthesized");
    }
    ou_close_bracket(c, &open);
    return list.first;
}

static struct ou_node *parse_slice(struct ou_compiler *c)
{
    struct ou_where where = c->token.where;
    if (ou_at(c, OU_TOKEN_STAR))
        return parse_star(c);
    struct ou_node *first = ou_at(c, OU_TOKEN_COLON) ? NULL : ou_parse_named(c);
    if (!ou_accept(c, OU_TOKEN_COLON))
        return first;
    struct ou_node *n = node_of(c, OU_NODE_SLICE, &where, first);
    if (ou_starts_expression(c))
        n->b = ou_parse_expression(c);
    if (ou_accept(c, OU_TOKEN_COLON) && ou_starts_expression(c))
        n->c = ou_parse_expression(c);
    return n;
}

static struct ou_node *parse_subscript(struct ou_compiler *c, struct ou_node *object)
{
    struct ou_bracket open;
    ou_open_bracket(c, &open);
    struct ou_where where = c->token.where;
    struct ou_node *index = parse_slice(c);
    if (ou_at(c, OU_TOKEN_COMMA) || (!c->failed && index->kind == OU_NODE_STAR))
        index = node_of(c, OU_NODE_TUPLE, &where, parse_more(c, index, OU_TOKEN_RSQB, parse_slice));
    ou_close_bracket(c, &open);
    struct ou_node *n = ou_node_around(c, OU_NODE_SUBSCRIPT, object);
    n->b = index;
    return n;
}

static struct ou_node *parse_primary(struct ou_compiler *c)
{
    struct ou_node *n = parse_atom(c), *outer;
    while (!c->failed) {
        if (ou_accept(c, OU_TOKEN_DOT)) {
            outer = ou_node_around(c, OU_NODE_ATTRIBUTE, n);
            outer->line = c->token.where.line & 0xffffff;
            outer->name2 = ou_parse_name(c, true);
        } else if (ou_at(c, OU_TOKEN_LPAR)) {
            outer = ou_node_around(c, OU_NODE_CALL, n);
            outer->b = ou_parse_arguments(c);
        } else if (ou_at(c, OU_TOKEN_LSQB)) {
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
    struct ou_where where = c->token.where;
    unsigned op = ou_at(c, OU_TOKEN_MINUS)   ? OU_INS_NEG
                  : ou_at(c, OU_TOKEN_PLUS)  ? OU_INS_POS
                  : ou_at(c, OU_TOKEN_TILDE) ? OU_INS_INVERT
                                             : 0;
    if (c->pending_atom || !op)
        return parse_power(c);
    if (ou_too_deep(c))
        return &c->dummy;
    ou_advance(c);
    return ou_fold_unary(c, op, parse_unary(c), &where);
}

/* -- binary operators -- */

const struct ou_binary_operator ou_binary_operators[] = {
    {OU_INS_ADD, 5}, {OU_INS_SUB, 5},    {OU_INS_MUL, 6}, {OU_INS_TRUEDIV, 6}, {OU_INS_FLOORDIV, 6},
    {OU_INS_MOD, 6}, {OU_INS_MATMUL, 6}, {OU_INS_POW, 0}, {OU_INS_LSHIFT, 4},  {OU_INS_RSHIFT, 4},
    {OU_INS_AND, 3}, {OU_INS_OR, 1},     {OU_INS_XOR, 2}};

static struct ou_node *parse_binary(struct ou_compiler *c, unsigned least)
{
    struct ou_node *n = parse_unary(c);
    for (;;) {
        unsigned kind = c->token.kind - OU_TOKEN_PLUS;
        if (kind > OU_TOKEN_CARET - OU_TOKEN_PLUS || ou_binary_operators[kind].level < least || c->failed)
            return n;
        ou_advance(c);
        struct ou_node *right = parse_binary(c, ou_binary_operators[kind].level + 1u);
        n = ou_fold_binary(c, ou_binary_operators[kind].instruction, n, right);
    }
}

struct ou_node *ou_parse_bitwise_or(struct ou_compiler *c) { return parse_binary(c, 1); }

/* The instruction for the comparison operator at the current token (of two words, the first), or 0. */
static unsigned comparison(const struct ou_compiler *c)
{
    unsigned kind = c->token.kind;
    if (kind >= OU_TOKEN_LT && kind <= OU_TOKEN_GE)
        return kind - OU_TOKEN_LT + OU_INS_LT;
    return kind == OU_TOKEN_IN    ? OU_INS_IN
           : kind == OU_TOKEN_IS  ? OU_INS_IS
           : kind == OU_TOKEN_NOT ? OU_INS_NOT_IN
                                  : 0;
}

static struct ou_node *parse_comparison(struct ou_compiler *c)
{
    struct ou_node *left = ou_parse_bitwise_or(c), *n = left;
    struct ou_node_list terms;
    unsigned op;
    ou_list_start(&terms);
    while (!c->failed && (op = comparison(c)) != 0) {
        struct ou_node *term = ou_node_take(c, OU_NODE_TERM);
        if (op == OU_INS_NOT_IN)
            ou_expect(c, OU_TOKEN_IN, NULL);
        else if (op == OU_INS_IS && ou_accept(c, OU_TOKEN_NOT))
            op = OU_INS_IS_NOT;
        term->op = (uint8_t)op;
        term->a = ou_parse_bitwise_or(c);
        if (!terms.first)
            n = ou_node_around(c, OU_NODE_COMPARE, left);
        ou_list_add_node(c, &terms, term);
        n->b = terms.first;
    }
    return n;
}

static struct ou_node *parse_not(struct ou_compiler *c)
{
    if (!ou_at(c, OU_TOKEN_NOT) || c->pending_atom)
        return parse_comparison(c);
    struct ou_where where = c->token.where;
    if (ou_too_deep(c))
        return &c->dummy;
    ou_advance(c);
    return ou_fold_unary(c, OU_INS_NOT, parse_not(c), &where);
}

static struct ou_node *parse_chain(struct ou_compiler *c, enum ou_token_kind operator, parser * operand)
{
    struct ou_node *first = operand(c);
    if (!ou_at(c, operator))
        return first;
    struct ou_node *n = ou_node_around(c, OU_NODE_BOOL, first);
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
    struct ou_node *n = ou_node_take(c, OU_NODE_LAMBDA);
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
    struct ou_node *n = ou_node_around(c, OU_NODE_IF_ELSE, value);
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
        struct ou_node *named = ou_node_around(c, OU_NODE_NAMED, n);
        ou_advance(c);
        named->b = ou_parse_expression(c);
        return named;
    }
    if (OU_WITH_SYNTAX_WORDS && ou_at(c, OU_TOKEN_ASSIGN) && !c->lexer.in_memory) {
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
    struct ou_where where = c->token.where;
    bool star = ou_at(c, OU_TOKEN_STAR) && !c->pending_atom;
    struct ou_node *n = star ? parse_star(c) : ou_parse_expression(c);
    if (ou_at(c, OU_TOKEN_COMMA))
        return node_of(c, OU_NODE_TUPLE, &where, parse_more(c, n, OU_TOKEN_EOF, parse_star_or_test));
    if (star && !ou_at(c, OU_TOKEN_ASSIGN) && !c->failed)
        ou_error_at_node(c, n, "%s use starred expression here", c->lexer.in_memory ? "cannot" : "can't");
    return n;
}
