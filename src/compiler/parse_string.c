/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * String atoms: adjacent literals joined, and f-strings.
 *
 * Literal text grows on the vector `strings` from `piece` on; at each replacement field what has come
 * together becomes a LITERAL node.  The expression of a field is parsed by the same parser with a lexer
 * that reads from memory.
 */
#include "compiler/state.h"

struct fstring {
    struct ou_compiler *c;
    const uint8_t *text;
    size_t n;
    struct ou_where where;
    uint8_t flags;  /* OU_STRING_* */
    bool in_memory; /* the token itself stands in an f-string */
};

#define fstring_error(f, ...)                              \
    do {                                                   \
        bool saved_ = (f)->c->lexer.in_memory;             \
        (f)->c->lexer.in_memory = true;                    \
        ou_syntax_error((f)->c, &(f)->where, __VA_ARGS__); \
        (f)->c->lexer.in_memory = saved_;                  \
    } while (0)

/* What has come together since `start`: none before the vector has any memory. */
static const uint8_t *text_since(const struct ou_compiler *c, size_t start)
{
    static const uint8_t none[1];
    return c->strings.size == start ? none : (const uint8_t *)c->strings.data + start;
}

/* A str constant: short texts that look like names are interned, as attribute and dict keys are. */
static ou_val make_text(struct ou_compiler *c, size_t start)
{
    const char *text = (const char *)text_since(c, start);
    size_t n = c->strings.size - start;
    bool name_like = n <= 20;
    for (size_t i = 0; name_like && i < n; i++)
        name_like = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z') ||
                    text[i] == '_' || (text[i] >= '0' && text[i] <= '9');
    ou_val v = n == 0 ? OU_S() : name_like ? ou_intern(c->vm, text, n) : ou_str_new(c->vm, text, n);
    if (v == OU_EXC)
        ou_compile_fail_pending(c);
    return v;
}

/* Makes the text from `piece` on a node of parts, if there is any. */
static void flush(struct ou_compiler *c, struct ou_node_list *parts, size_t piece,
                  const struct ou_where *where)
{
    if (c->failed || c->strings.size == piece)
        return;
    ou_val v = make_text(c, piece);
    c->strings.size = (uint32_t)piece;
    ou_list_add_node(c, parts, ou_node_constant(c, v, where));
}

static size_t parse_pieces(struct fstring *f, size_t i, struct ou_node_list *parts, size_t piece,
                           unsigned level);

/* The end of the expression that starts at i: the position of `=`, `!`, `:` or `}`. */
static size_t find_end(struct fstring *f, size_t i)
{
    const uint8_t *s = f->text;
    uint8_t quote = 0, open[100] = {0};
    bool triple = false;
    unsigned depth = 0;
    for (; i < f->n; i++) {
        uint8_t ch = s[i], next = i + 1 < f->n ? s[i + 1] : 0;
        bool three = i + 2 < f->n && s[i + 1] == ch && s[i + 2] == ch;
        if (ch == '\\') {
            if (!f->c->failed)
                ou_syntax_error(f->c, &f->where, "f-string expression part cannot include a backslash");
            return i;
        }
        if (quote) {
            if (ch == quote && (!triple || three)) {
                quote = 0;
                i += triple ? 2 : 0;
            }
        } else if (ch == '\'' || ch == '"') {
            quote = ch;
            triple = three;
            i += triple ? 2 : 0;
        } else if (ch == '(' || ch == '[' || ch == '{') {
            if (depth == sizeof open) {
                fstring_error(f, "too many nested parenthesis");
                return i;
            }
            open[depth++] = ch;
        } else if (ch == '#') {
            if (!f->c->failed)
                ou_syntax_error(f->c, &f->where, "f-string expression part cannot include '#'");
            return i;
        } else if (depth == 0 &&
                   (ch == '=' || ch == '!' || ch == ':' || ch == '}' || ch == '<' || ch == '>')) {
            if (next == '=' && (ch == '!' || ch == '=' || ch == '<' || ch == '>'))
                i++;
            else if (ch != '<' && ch != '>')
                return i;
        } else if (ch == ')' || ch == ']' || ch == '}') {
            uint8_t want = depth ? open[depth - 1] : 0;
            if (depth == 0)
                fstring_error(f, "unmatched '%c'", ch);
            else if (want != (ch == ')' ? '(' : ch == ']' ? '[' : '{'))
                fstring_error(f, "closing parenthesis '%c' does not match opening parenthesis '%c'", ch,
                              want);
            if (f->c->failed)
                return i;
            depth--;
        }
    }
    if (quote)
        fstring_error(f, "unterminated string");
    else if (depth)
        fstring_error(f, "unmatched '%c'", open[depth - 1]);
    return i;
}

/* Parses text[from..to) as an expression in parentheses. */
static struct ou_node *parse_inner(struct fstring *f, size_t from, size_t to)
{
    struct ou_compiler *c = f->c;
    struct ou_lexer lexer = c->lexer;
    struct ou_token token = c->token;
    struct ou_bracket bracket = {NULL, f->where, OU_TOKEN_LPAR}, *brackets = c->brackets;
    c->lexer = (struct ou_lexer){.data = (uint8_t *)(uintptr_t)f->text + from,
                                 .end = (uint32_t)(to - from),
                                 .at = f->where,
                                 .depth = 1,
                                 .in_memory = true};
    c->brackets = &bracket;
    ou_advance(c);
    struct ou_where first = c->token.where;
    struct ou_node *n;
    if (ou_at(c, OU_TOKEN_YIELD)) {
        n = ou_parse_yield(c);
    } else if (ou_at(c, OU_TOKEN_STAR)) {
        n = ou_parse_expressions(c, false);
        if (!c->failed && n->kind == OU_NODE_STAR)
            ou_syntax_error(c, &first, "cannot use starred expression here");
    } else {
        n = ou_parse_named(c);
        if (ou_at(c, OU_TOKEN_COMMA)) {
            c->pending_atom = n;
            n = ou_parse_expressions(c, false);
        }
    }
    if (!ou_at(c, OU_TOKEN_EOF) && !c->failed)
        ou_syntax_error(c, &first, "invalid syntax%s",
                        ou_starts_expression(c) ? ". Perhaps you forgot a comma?" : "");
    c->brackets = brackets;
    c->lexer = lexer;
    if (!c->failed)
        c->token = token;
    return n;
}

/* After "{"; returns the position after "}". */
static size_t parse_field(struct fstring *f, size_t i, struct ou_node_list *parts, size_t piece,
                          unsigned level)
{
    struct ou_compiler *c = f->c;
    const uint8_t *s = f->text;
    if (level >= 2) {
        fstring_error(f, "expressions nested too deeply");
        return i;
    }
    size_t start = i, blank = start;
    i = find_end(f, i);
    if (c->failed)
        return i;
    size_t end = i;
    while (blank < end && (s[blank] == ' ' || s[blank] == '\t' || s[blank] == '\n' || s[blank] == '\f'))
        blank++;
    if (blank == end && (i < f->n || start < f->n)) {
        fstring_error(f, "empty expression not allowed");
        return i;
    }
    bool shown = i < f->n && s[i] == '=';
    if (shown) {
        i++;
        while (i < f->n && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' || s[i] == '\f'))
            i++;
        uint8_t *room = ou_vector_reserve(c, &c->strings, i - start);
        if (room) {
            memcpy(room, s + start, i - start);
            c->strings.size += (uint32_t)(i - start);
        }
    }
    flush(c, parts, piece, &f->where);
    struct ou_node *field = ou_node_new(c, OU_NODE_FIELD, &f->where);
    field->a = parse_inner(f, start, end);
    if (c->failed)
        return i;
    if (i < f->n && s[i] == '!') {
        i++;
        if (i >= f->n || (s[i] != 's' && s[i] != 'r' && s[i] != 'a')) {
            fstring_error(f, "invalid conversion character: expected 's', 'r', or 'a'");
            return i;
        }
        field->op = s[i++];
    }
    if (i < f->n && s[i] == ':') {
        struct ou_node_list inner;
        ou_list_start(&inner);
        size_t spec = c->strings.size;
        i = parse_pieces(f, i + 1, &inner, spec, level + 1);
        flush(c, &inner, spec, &f->where);
        struct ou_node *n = ou_node_new(c, OU_NODE_FSTRING, &f->where);
        n->a = inner.first;
        field->b = n;
    }
    if (i >= f->n || s[i] != '}') {
        fstring_error(f, "expecting '}'");
        return i;
    }
    if (shown && !field->op && !field->b)
        field->op = 'r';
    ou_list_add_node(c, parts, field);
    return i + 1;
}

/* The literal text from i up to a brace, or the end, goes raw onto `strings`; returns where it ends. */
static size_t take_literal(struct fstring *f, size_t i)
{
    struct ou_compiler *c = f->c;
    const uint8_t *s = f->text;
    bool raw = f->flags & OU_STRING_RAW;
    while (i < f->n && s[i] != '{' && s[i] != '}' && !c->failed) {
        bool escape = s[i] == '\\' && !raw && i + 1 < f->n && s[i + 1] != '{' && s[i + 1] != '}';
        bool named = escape && s[i + 1] == 'N';
        if (escape)
            ou_vector_add(c, &c->strings, s[i++]);
        ou_vector_add(c, &c->strings, s[i++]);
        if (named && i < f->n) { /* the braces of \N{NAME} are none of ours; and only \N{ is valid */
            bool braced = s[i] == '{';
            ou_vector_add(c, &c->strings, s[i++]);
            while (braced && i < f->n && !c->failed) {
                braced = s[i] != '}';
                ou_vector_add(c, &c->strings, s[i++]);
            }
        }
    }
    return i;
}

/* Text and fields from i to the end, or (level > 0) to the "}" that ends the format spec. */
static size_t parse_pieces(struct fstring *f, size_t i, struct ou_node_list *parts, size_t piece,
                           unsigned level)
{
    struct ou_compiler *c = f->c;
    const uint8_t *s = f->text;
    while (i < f->n && !c->failed) {
        size_t start = c->strings.size;
        i = take_literal(f, i);
        bool is_double = level == 0 && i + 1 < f->n && s[i + 1] == s[i];
        if (level == 0 && i < f->n && s[i] == '}' && !is_double)
            fstring_error(f, "single '}' is not allowed");
        if (!ou_decode_escapes(c, start, f->flags, &f->where) || i >= f->n)
            break;
        if (is_double) {
            ou_vector_add(c, &c->strings, s[i]);
            i += 2;
        } else if (s[i] == '}') {
            break;
        } else {
            i = parse_field(f, i + 1, parts, piece, level);
        }
    }
    return i;
}

static void parse_fstring(struct ou_compiler *c, struct ou_node_list *parts, size_t piece)
{
    struct fstring f = {.c = c,
                        .where = c->token.where,
                        .flags = c->token.string_flags,
                        .n = c->token.end - c->token.start,
                        .in_memory = c->lexer.in_memory};
    if (ou_too_deep(c))
        return;
    uint8_t *copy = ou_arena_alloc(c, f.n + 1);
    if (!copy)
        return;
    memcpy(copy, c->strings.data + c->token.start, f.n);
    c->strings.size = c->token.start;
    f.text = copy;
    parse_pieces(&f, 0, parts, piece, 0);
}

struct ou_node *ou_parse_string(struct ou_compiler *c)
{
    struct ou_where where = c->token.where;
    size_t piece = c->token.start;
    bool bytes = c->token.string_flags & OU_STRING_BYTES, formatted = false;
    struct ou_node_list parts;
    ou_list_start(&parts);
    while (ou_at(c, OU_TOKEN_STRING) && !c->failed) {
        if (!(c->token.string_flags & OU_STRING_BYTES) == bytes)
            ou_syntax_error(c, &where, "cannot mix bytes and nonbytes literals");
        if (c->token.string_flags & OU_STRING_F) {
            formatted = true;
            parse_fstring(c, &parts, piece);
        }
        ou_advance(c);
    }
    if (c->failed)
        return &c->dummy;
    if (bytes) {
        ou_val v = ou_bytes_new(c->vm, text_since(c, piece), c->strings.size - piece);
        if (v == OU_EXC)
            ou_compile_fail_pending(c);
        c->strings.size = (uint32_t)piece;
        return ou_node_constant(c, v, &where);
    }
    if (!formatted || !parts.first) {
        ou_val v = make_text(c, piece);
        c->strings.size = (uint32_t)piece;
        struct ou_node *n = ou_node_constant(c, v, &where);
        if (formatted && !c->failed) { /* still no literal: "cannot assign to f-string expression" */
            struct ou_node *outer = ou_node_new(c, OU_NODE_FSTRING, &where);
            outer->a = n;
            return outer;
        }
        return n;
    }
    flush(c, &parts, piece, &where);
    struct ou_node *n = ou_node_new(c, OU_NODE_FSTRING, &where);
    n->a = parts.first;
    return n;
}
