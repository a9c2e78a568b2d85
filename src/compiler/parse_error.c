/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the parser says when something is wrong, in CPython's words, and constant folding.
 */
#include "compiler/state.h"

bool ou_too_deep(struct ou_compiler *c)
{
    if (c->failed)
        return true;
    if (ou_stack_check(c->vm) == 0)
        return false;
    ou_compile_fail_pending(c);
    return true;
}

static char bracket_text(unsigned kind) { return "()[]{}"[kind - OU_TOKEN_LPAR]; }

static void never_closed(struct ou_compiler *c)
{
    c->incomplete = true;
    ou_syntax_error(c, &c->brackets->where, "'%c' was never closed", bracket_text(c->brackets->kind));
}

static bool closes_other(struct ou_compiler *c)
{
    const struct ou_bracket *b = c->brackets;
    unsigned kind = c->token.kind;
    if (!OU_WITH_SYNTAX_WORDS || !b ||
        (kind != OU_TOKEN_RPAR && kind != OU_TOKEN_RSQB && kind != OU_TOKEN_RBRACE) || kind == b->kind + 1u)
        return false;
    if (b->where.line != c->token.where.line)
        ou_error_at_token(c, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
                          bracket_text(kind), bracket_text(b->kind), (unsigned)b->where.line);
    else
        ou_error_at_token(c, "closing parenthesis '%c' does not match opening parenthesis '%c'",
                          bracket_text(kind), bracket_text(b->kind));
    return true;
}

/* As CPython does, an open bracket that the rest of the source does not close is the better message. */
static void check_rest(struct ou_compiler *c)
{
    if (!OU_WITH_SYNTAX_WORDS || !c->brackets || c->lexer.in_memory || c->failed)
        return;
    while (!ou_at(c, OU_TOKEN_EOF) && !c->failed && c->lexer.depth) {
        if (ou_at(c, OU_TOKEN_STRING))
            c->strings.size = c->token.start;
        ou_advance(c);
    }
    if (!c->failed && c->lexer.depth && ou_at(c, OU_TOKEN_EOF))
        never_closed(c);
}

void ou_invalid_syntax(struct ou_compiler *c)
{
    if (c->failed || closes_other(c))
        return;
    struct ou_where where = c->token.where;
    if (ou_at(c, OU_TOKEN_INDENT)) {
        ou_indentation_error(c, &where, "unexpected indent");
        return;
    }
    if (ou_at(c, OU_TOKEN_EOF))
        c->incomplete = true;
    check_rest(c);
    if (ou_at(c, OU_TOKEN_ASYNC) || ou_at(c, OU_TOKEN_AWAIT))
        ou_limit_at(c, &where, "'async' and 'await' are not supported yet by Ouro");
    ou_syntax_error(c, &where, "invalid syntax");
}

bool ou_starts_expression(const struct ou_compiler *c)
{
    switch (c->token.kind) {
    case OU_TOKEN_NAME:
    case OU_TOKEN_NUMBER:
    case OU_TOKEN_STRING:
    case OU_TOKEN_LPAR:
    case OU_TOKEN_LSQB:
    case OU_TOKEN_LBRACE:
    case OU_TOKEN_MINUS:
    case OU_TOKEN_PLUS:
    case OU_TOKEN_TILDE:
    case OU_TOKEN_NOT:
    case OU_TOKEN_LAMBDA:
    case OU_TOKEN_NONE:
    case OU_TOKEN_TRUE:
    case OU_TOKEN_FALSE:
    case OU_TOKEN_ELLIPSIS:
    case OU_TOKEN_AWAIT: return true;
    default: return false;
    }
}

bool ou_starts_operand(const struct ou_compiler *c)
{
    return ou_starts_expression(c) || ou_at(c, OU_TOKEN_STAR);
}

void ou_open_bracket(struct ou_compiler *c, struct ou_bracket *b)
{
    b->outer = c->brackets;
    b->where = c->token.where;
    b->kind = c->token.kind;
    ou_advance(c);
    c->brackets = b;
}

void ou_close_bracket(struct ou_compiler *c, struct ou_bracket *b)
{
    if (c->token.kind != b->kind + 1 && !c->failed) {
        struct ou_where where = c->token.where;
        if (where.line != c->previous_line)
            where = (struct ou_where){c->previous_line, 0};
        bool two = ou_starts_expression(c) &&
                   !(c->previous_kind == OU_TOKEN_NAME && ou_at(c, OU_TOKEN_STRING)) &&
                   c->previous_kind != OU_TOKEN_COMMA;
        if (!closes_other(c)) {
            check_rest(c);
            if (OU_WITH_SYNTAX_WORDS && two)
                ou_syntax_error(c, &where, "invalid syntax. Perhaps you forgot a comma?");
            ou_invalid_syntax(c);
        }
    }
    c->brackets = b->outer; /* before the next token, which is outside */
    ou_advance(c);
}

void ou_expect(struct ou_compiler *c, enum ou_token_kind kind, const char *what)
{
    if (ou_at(c, kind)) {
        ou_advance(c);
        return;
    }
    if (c->failed)
        return;
    if (!what || ou_at(c, OU_TOKEN_INDENT)) {
        ou_invalid_syntax(c);
        return;
    }
    if (ou_at(c, OU_TOKEN_EOF))
        c->incomplete = true;
    if (c->brackets)
        check_rest(c);
    ou_error_at_token(c, "expected '%s'", what);
}

void ou_expect_indent(struct ou_compiler *c, const char *what, uint32_t line)
{
    ou_advance(c);
    if (ou_at(c, OU_TOKEN_INDENT) || c->failed)
        return;
    struct ou_where where = c->token.where;
    c->incomplete = ou_at(c, OU_TOKEN_EOF);
    if (c->incomplete)
        where.line = c->previous_line;
    ou_indentation_error(c, &where, "expected an indented block after %s on line %u", what, (unsigned)line);
}

const char *ou_node_description(struct ou_compiler *c, const struct ou_node *n)
{
    switch (n->kind) {
    case OU_NODE_CONST:
        return n->value == OU_NONE       ? "None"
               : n->value == OU_TRUE     ? "True"
               : n->value == OU_FALSE    ? "False"
               : n->value == OU_ELLIPSIS ? "ellipsis"
                                         : "literal";
    case OU_NODE_LITERAL: (void)c; return "literal";
    case OU_NODE_NAME: return "name";
    case OU_NODE_ATTRIBUTE: return "attribute";
    case OU_NODE_SUBSCRIPT: return "subscript";
    case OU_NODE_STAR: return "starred";
    case OU_NODE_CALL: return "function call";
    case OU_NODE_COMPARE: return "comparison";
    case OU_NODE_IF_ELSE: return "conditional expression";
    case OU_NODE_LAMBDA: return "lambda";
    case OU_NODE_LIST: return "list";
    case OU_NODE_TUPLE: return "tuple";
    case OU_NODE_SET: return "set display";
    case OU_NODE_DICT: return "dict literal";
    case OU_NODE_COMPREHENSION:
        return n->op == OU_NODE_LIST   ? "list comprehension"
               : n->op == OU_NODE_SET  ? "set comprehension"
               : n->op == OU_NODE_DICT ? "dict comprehension"
                                       : "generator expression";
    case OU_NODE_YIELD:
    case OU_NODE_YIELD_FROM: return "yield expression";
    case OU_NODE_NAMED: return "named expression";
    case OU_NODE_FSTRING: return "f-string expression";
    default: return "expression";
    }
}

const struct ou_node *ou_invalid_target(const struct ou_node *n, enum ou_target what)
{
    switch (n->kind) {
    case OU_NODE_NAME:
    case OU_NODE_ATTRIBUTE:
    case OU_NODE_SUBSCRIPT: return NULL;
    case OU_NODE_STAR: return what == OU_TARGET_DELETE ? n : ou_invalid_target(n->a, what);
    case OU_NODE_LIST:
    case OU_NODE_TUPLE:
        for (const struct ou_node *i = n->a; i; i = i->next) {
            const struct ou_node *bad = ou_invalid_target(i, what);
            if (bad)
                return bad;
        }
        return NULL;
    case OU_NODE_COMPARE:
        if (what == OU_TARGET_FOR && n->b->op == OU_INS_IN)
            return ou_invalid_target(n->a, what);
        return n;
    default: return n;
    }
}

static void check_stars(struct ou_compiler *c, const struct ou_node *n, bool inside)
{
    if (n->kind == OU_NODE_STAR) {
        if (!inside)
            ou_error_at_node(c, n, "starred assignment target must be in a list or tuple");
        if (n->a->kind == OU_NODE_STAR)
            ou_invalid_syntax(c);
        check_stars(c, n->a, false);
    } else if (n->kind == OU_NODE_LIST || n->kind == OU_NODE_TUPLE) {
        unsigned stars = 0;
        for (const struct ou_node *i = n->a; i; i = i->next) {
            stars += i->kind == OU_NODE_STAR;
            check_stars(c, i, true);
        }
        if (stars > 1)
            ou_error_at_node(c, n, "multiple starred expressions in assignment");
    }
}

void ou_check_target(struct ou_compiler *c, struct ou_node *n, enum ou_target what)
{
    if (c->failed)
        return;
    const struct ou_node *bad = ou_invalid_target(n, what);
    if (n->kind == OU_NODE_NAME && ou_literal(c, n->name) == OU_S(__debug__))
        ou_error_at_node(c, n, "cannot %s __debug__", what == OU_TARGET_DELETE ? "delete" : "assign to");
    else if (bad)
        ou_error_at_node(c, bad, "cannot %s %s", what == OU_TARGET_DELETE ? "delete" : "assign to",
                         ou_node_description(c, bad));
    else
        check_stars(c, n, false);
}

/* -- constant folding -- */

static bool is_number(ou_val v) { return ou_is_float(v) || (ou_is_int(v) && !ou_is_bool(v)); }

static bool is_zero(ou_val v)
{
    return v == ou_small(0) || (OU_WITH_FLOAT && ou_is_float(v) && ou_float_value(v) == 0);
}

static bool worth_folding(struct ou_compiler *c, unsigned op, ou_val a, ou_val b)
{
    size_t n, m;
    if (is_number(a) && is_number(b)) {
        switch (op) {
        case OU_INS_ADD:
        case OU_INS_SUB:
        case OU_INS_MUL: return true;
        case OU_INS_TRUEDIV:
        case OU_INS_FLOORDIV:
        case OU_INS_MOD: return !is_zero(b);
        case OU_INS_POW:
            return ou_is_small(a) && ou_is_small(b) && ou_small_value(b) >= 0 && ou_small_value(b) <= 64 &&
                   ou_small_value(a) > -256 && ou_small_value(a) < 256;
        case OU_INS_LSHIFT:
        case OU_INS_RSHIFT:
            return ou_is_int(a) && ou_is_small(b) && ou_small_value(b) >= 0 && ou_small_value(b) <= 128;
        case OU_INS_AND:
        case OU_INS_OR:
        case OU_INS_XOR: return ou_is_int(a) && ou_is_int(b);
        default: return false;
        }
    }
    if (!ou_is_str(a))
        return false;
    ou_str_text(c->vm, a, &n);
    if (op == OU_INS_ADD && ou_is_str(b)) {
        ou_str_text(c->vm, b, &m);
        return n + m <= 256;
    }
    return op == OU_INS_MUL && ou_is_small(b) && ou_small_value(b) >= 0 && ou_small_value(b) <= 64 &&
           n * (size_t)ou_small_value(b) <= 64;
}

struct ou_node *ou_fold_binary(struct ou_compiler *c, unsigned op, struct ou_node *a, struct ou_node *b)
{
    ou_val x = ou_node_value(c, a), y = ou_node_value(c, b);
    if (OU_WITH_FOLDING && x != OU_ABSENT && y != OU_ABSENT && worth_folding(c, op, x, y)) {
        ou_val v = ou_binary(c->vm, (enum ou_binary_op)(op - OU_INS_ADD), x, y);
        if (v != OU_EXC && v != OU_NOT_IMPLEMENTED)
            return ou_node_constant(c, v, &(struct ou_where){a->line, a->column});
        if (v == OU_EXC)
            ou_exc_take(c->vm);
    }
    struct ou_node *n = ou_node_around(c, OU_NODE_BINARY, a);
    n->op = (uint8_t)op;
    n->b = b;
    return n;
}

struct ou_node *ou_fold_unary(struct ou_compiler *c, unsigned op, struct ou_node *a,
                              const struct ou_where *where)
{
    ou_val x = ou_node_value(c, a);
    if (x != OU_ABSENT && op != OU_INS_NOT && is_number(x) && (op != OU_INS_INVERT || ou_is_int(x))) {
        ou_val v = ou_unary(c->vm, (enum ou_unary_op)(op - OU_INS_NEG), x);
        if (v != OU_EXC)
            return ou_node_constant(c, v, where);
        ou_exc_take(c->vm);
    }
    struct ou_node *n = ou_node_new(c, OU_NODE_UNARY, where);
    n->op = (uint8_t)op;
    n->a = a;
    return n;
}
