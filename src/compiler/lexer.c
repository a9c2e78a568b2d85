/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The lexer: characters to tokens.  Source is read through a small window; text of names, numbers and
 * strings is copied out while it is read, so the window never grows.  Line ends (LF, CR, CRLF) are made
 * LF when a block is read.
 */
#include "compiler/state.h"
#include "object/unicode/unicode.h"

#define WINDOW 256u /* bytes of source kept */

static const char *const keywords[] = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

/* Reads more behind what is left; false at the end. */
static bool fill(struct ou_compiler *c)
{
    struct ou_lexer *lx = &c->lexer;
    if (lx->at_end || lx->in_memory || c->failed)
        return false;
    memmove(lx->data, lx->data + lx->position, lx->end - lx->position);
    lx->end -= lx->position;
    lx->position = 0;
    int n = c->reader.read(c->vm, c->reader.ctx, (char *)lx->data + lx->end, lx->capacity - lx->end);
    if (n < 0)
        ou_compile_fail_pending(c);
    if (n <= 0) {
        lx->at_end = true;
        return false;
    }
    uint8_t *from = lx->data + lx->end, *to = from, *end = from + n;
    for (; from < end; from++) {
        if (*from == 0) {
            ou_syntax_error_in_line(c, lx->at.line, "source code cannot contain null bytes");
            lx->at_end = true;
            break;
        }
        if (*from == '\n' && lx->skip_lf) {
            lx->skip_lf = false;
            continue;
        }
        lx->skip_lf = *from == '\r';
        *to++ = *from == '\r' ? '\n' : *from;
    }
    lx->end = (uint32_t)(to - lx->data);
    return true;
}

int ou_lex_peek(struct ou_compiler *c, unsigned i)
{
    struct ou_lexer *lx = &c->lexer;
    while (lx->position + i >= lx->end)
        if (!fill(c))
            return -1;
    return lx->data[lx->position + i];
}

int ou_lex_take(struct ou_compiler *c)
{
    int ch = ou_lex_peek(c, 0);
    if (ch < 0)
        return ch;
    c->lexer.position++;
    if (ch == '\n') {
        c->lexer.at.line++;
        c->lexer.at.column = 0;
    } else if ((ch & 0xc0) != 0x80) {
        c->lexer.at.column++;
    }
    return ch;
}

void ou_lexer_open(struct ou_compiler *c)
{
    struct ou_lexer *lx = &c->lexer;
    lx->data = ou_scratch_alloc(c, NULL, WINDOW);
    lx->capacity = WINDOW;
    lx->at.line = 1;
    lx->at_line_start = true;
    if (!lx->data || !ou_vector_reserve(c, &c->strings, 16)) /* so that even empty text has an address */
        return;
    if (ou_lex_peek(c, 0) == 0xef && ou_lex_peek(c, 1) == 0xbb && ou_lex_peek(c, 2) == 0xbf)
        lx->position += 3;
    if (c->mode == OU_COMPILE_EVAL) {
        while (ou_lex_peek(c, 0) == ' ' || ou_lex_peek(c, 0) == '\t')
            ou_lex_take(c);
        lx->at_line_start = false;
    }
}

unsigned ou_utf8_check(const uint8_t *p, size_t n, uint32_t *code_point)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned length = p[0] < 0x80                   ? 1
                      : p[0] >= 0xc2 && p[0] < 0xe0 ? 2
                      : (p[0] & 0xf0) == 0xe0       ? 3
                      : (p[0] & 0xf8) == 0xf0       ? 4
                                                    : 0;
    if (length == 0 || length > n)
        return 0;
    uint32_t v = length == 1 ? p[0] : p[0] & (0xffu >> (length + 1));
    for (unsigned i = 1; i < length; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        v = v << 6 | (p[i] & 0x3f);
    }
    if (v < least[length] || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
        return 0;
    *code_point = v;
    return length;
}

/* -- lines and indentation -- */

static void skip_comment(struct ou_compiler *c)
{
    while (ou_lex_peek(c, 0) >= 0 && ou_lex_peek(c, 0) != '\n')
        ou_lex_take(c);
}

static void tab_error(struct ou_compiler *c)
{
    if (!c->failed)
        ou_error_in_line(c, &ou_exc_TabError, c->lexer.at.line,
                         "inconsistent use of tabs and spaces in indentation");
}

static void push_indent(struct ou_compiler *c, unsigned column, unsigned alternative)
{
    struct ou_lexer *lx = &c->lexer;
    if (lx->n_indents >= 100) {
        ou_error_in_line(c, &ou_exc_IndentationError, lx->at.line, "too many levels of indentation");
        return;
    }
    if (lx->n_indents == c->indents_capacity) {
        uint16_t(*grown)[2] = ou_scratch_alloc(c, c->indents, (c->indents_capacity + 8u) * sizeof *grown);
        if (!grown)
            return;
        c->indents = grown;
        c->indents_capacity += 8;
    }
    c->indents[lx->n_indents][0] = (uint16_t)column;
    c->indents[lx->n_indents++][1] = (uint16_t)alternative;
    lx->indent_pending = true;
}

/* At the start of a line with something on it. */
static void compare_indentation(struct ou_compiler *c, unsigned column, unsigned alternative)
{
    struct ou_lexer *lx = &c->lexer;
    unsigned top = lx->n_indents ? c->indents[lx->n_indents - 1][0] : 0;
    unsigned top_alternative = lx->n_indents ? c->indents[lx->n_indents - 1][1] : 0;
    if (column == top) {
        if (alternative != top_alternative)
            tab_error(c);
    } else if (column > top) {
        if (alternative <= top_alternative)
            tab_error(c);
        else
            push_indent(c, column, alternative);
    } else {
        while (lx->n_indents && column < c->indents[lx->n_indents - 1][0]) {
            lx->n_indents--;
            lx->dedents++;
        }
        top = lx->n_indents ? c->indents[lx->n_indents - 1][0] : 0;
        top_alternative = lx->n_indents ? c->indents[lx->n_indents - 1][1] : 0;
        if (column != top)
            ou_error_in_line(c, &ou_exc_IndentationError, lx->at.line,
                             "unindent does not match any outer indentation level");
        else if (alternative != top_alternative)
            tab_error(c);
    }
}

static void start_line(struct ou_compiler *c)
{
    struct ou_lexer *lx = &c->lexer;
    for (;;) {
        unsigned column = 0, alternative = 0;
        int ch;
        for (;; ou_lex_take(c)) {
            ch = ou_lex_peek(c, 0);
            if (ch == ' ') {
                column++;
                alternative++;
            } else if (ch == '\t') {
                column = (column / 8 + 1) * 8;
                alternative++;
            } else if (ch == '\f') {
                column = alternative = 0;
            } else {
                break;
            }
            if (column > 60000)
                column = alternative = 60000;
        }
        if (ch == '#')
            skip_comment(c);
        ch = ou_lex_peek(c, 0);
        if (ch == '\n') {
            ou_lex_take(c);
            continue;
        }
        lx->at_line_start = false;
        if (ch < 0) /* the end: blank */
            return;
        compare_indentation(c, column, alternative);
        return;
    }
}

/* -- names -- */

static bool is_name_byte(int ch)
{
    return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || ch == '_' || (ch >= '0' && ch <= '9') ||
           ch >= 0x80;
}

static void bad_encoding(struct ou_compiler *c, int byte)
{
    ou_val filename = ((struct ou_unit *)c->unit)->filename;
    ou_syntax_error_in_line(
        c, c->lexer.at.line,
        "Non-UTF-8 code starting with '\\x%x' in file %v on line %u, but no encoding declared; see "
        "https://peps.python.org/pep-0263/ for details",
        (unsigned)byte, filename, (unsigned)c->lexer.at.line);
}

static void check_name_characters(struct ou_compiler *c)
{
    const uint8_t *p = c->text.data, *end = p + c->text.size;
    struct ou_where where = c->token.where;
    while (p < end && !c->failed) {
        uint32_t v;
        unsigned n = ou_utf8_check(p, (size_t)(end - p), &v);
        if (n == 0) {
            bad_encoding(c, *p);
            return;
        }
        if (v >= 0x80 && !(p == c->text.data ? ou_unicode_is_name_start(v) : ou_unicode_is_name(v))) {
            char hex[8] = "";
            unsigned k = 0;
            for (int shift = 20; shift >= 0; shift -= 4)
                if (v >> shift || shift < 16)
                    hex[k++] = "0123456789ABCDEF"[v >> shift & 15];
            hex[k] = 0;
            if (!ou_unicode_is_printable(v)) {
                ou_syntax_error(c, &where, "invalid non-printable character U+%s", hex);
            } else {
                ou_val text = ou_str_from_char(c->vm, v);
                if (text == OU_EXC)
                    ou_compile_fail_pending(c);
                else
                    ou_syntax_error(c, &where, "invalid character '%v' (U+%s)", text, hex);
            }
        }
        p += n;
        where.column++;
    }
}

/* The keyword's token, or NAME. */
static enum ou_token_kind keyword(const uint8_t *text, size_t n)
{
    unsigned low = 0, high = sizeof keywords / sizeof *keywords;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        const char *k = keywords[middle];
        size_t length = strlen(k);
        int order = memcmp(text, k, n < length ? n : length);
        if (order == 0 && n == length)
            return OU_TOKEN_FALSE + middle;
        if (order < 0 || (order == 0 && n < length))
            high = middle;
        else
            low = middle + 1;
    }
    return OU_TOKEN_NAME;
}

/* 1 + the string flags, if text is a string prefix; else 0. */
static unsigned string_prefix(const uint8_t *text, size_t n)
{
    unsigned flags = 0, seen = 0;
    if (n > 2)
        return 0;
    for (size_t i = 0; i < n; i++) {
        unsigned bit = (text[i] | 32) == 'r'   ? OU_STRING_RAW
                       : (text[i] | 32) == 'b' ? OU_STRING_BYTES
                       : (text[i] | 32) == 'f' ? OU_STRING_F
                       : (text[i] | 32) == 'u' ? 8u
                                               : 0;
        if (!bit || (seen & bit))
            return 0;
        seen |= bit;
        flags |= bit & 7;
    }
    if ((seen & 8 && n > 1) || (seen & (OU_STRING_BYTES | OU_STRING_F)) == (OU_STRING_BYTES | OU_STRING_F))
        return 0;
    return 1 + flags;
}

static void lex_name(struct ou_compiler *c)
{
    struct ou_token *t = &c->token;
    bool ascii = true;
    c->text.size = 0;
    for (int ch; (ch = ou_lex_peek(c, 0)) >= 0 && is_name_byte(ch); ou_lex_take(c)) {
        ou_vector_add(c, &c->text, (uint8_t)ch);
        ascii &= ch < 0x80;
        if (c->failed)
            return;
    }
    int next = ou_lex_peek(c, 0);
    if (next == '"' || next == '\'') {
        unsigned prefix = string_prefix(c->text.data, c->text.size);
        if (prefix) {
            ou_lex_string(c, prefix - 1);
            return;
        }
    }
    t->kind = (uint8_t)keyword(c->text.data, c->text.size);
    if (t->kind != OU_TOKEN_NAME)
        return;
    if (!ascii)
        check_name_characters(c);
    if (c->text.size > OU_INTERN_MAX)
        ou_limit_at_token(c, "name is too long (limit: %d bytes)", OU_INTERN_MAX);
    if (c->failed)
        return;
    t->value = ou_intern(c->vm, (const char *)c->text.data, c->text.size);
    if (t->value == OU_EXC)
        ou_compile_fail_pending(c);
}

/* -- operators -- */

static const char operators[][4] = {
    [OU_TOKEN_LPAR] = "(",          [OU_TOKEN_RPAR] = ")",         [OU_TOKEN_LSQB] = "[",
    [OU_TOKEN_RSQB] = "]",          [OU_TOKEN_LBRACE] = "{",       [OU_TOKEN_RBRACE] = "}",
    [OU_TOKEN_COMMA] = ",",         [OU_TOKEN_COLON] = ":",        [OU_TOKEN_SEMI] = ";",
    [OU_TOKEN_DOT] = ".",           [OU_TOKEN_ELLIPSIS] = "...",   [OU_TOKEN_ARROW] = "->",
    [OU_TOKEN_WALRUS] = ":=",       [OU_TOKEN_ASSIGN] = "=",       [OU_TOKEN_PLUS] = "+",
    [OU_TOKEN_MINUS] = "-",         [OU_TOKEN_STAR] = "*",         [OU_TOKEN_SLASH] = "/",
    [OU_TOKEN_DOUBLE_SLASH] = "//", [OU_TOKEN_PERCENT] = "%",      [OU_TOKEN_AT] = "@",
    [OU_TOKEN_DOUBLE_STAR] = "**",  [OU_TOKEN_LSHIFT] = "<<",      [OU_TOKEN_RSHIFT] = ">>",
    [OU_TOKEN_AMPER] = "&",         [OU_TOKEN_BAR] = "|",          [OU_TOKEN_CARET] = "^",
    [OU_TOKEN_TILDE] = "~",         [OU_TOKEN_LT] = "<",           [OU_TOKEN_LE] = "<=",
    [OU_TOKEN_EQ] = "==",           [OU_TOKEN_NE] = "!=",          [OU_TOKEN_GT] = ">",
    [OU_TOKEN_GE] = ">=",           [OU_TOKEN_AUG_PLUS] = "+=",    [OU_TOKEN_AUG_MINUS] = "-=",
    [OU_TOKEN_AUG_STAR] = "*=",     [OU_TOKEN_AUG_SLASH] = "/=",   [OU_TOKEN_AUG_DOUBLE_SLASH] = "//=",
    [OU_TOKEN_AUG_PERCENT] = "%=",  [OU_TOKEN_AUG_AT] = "@=",      [OU_TOKEN_AUG_DOUBLE_STAR] = "**=",
    [OU_TOKEN_AUG_LSHIFT] = "<<=",  [OU_TOKEN_AUG_RSHIFT] = ">>=", [OU_TOKEN_AUG_AMPER] = "&=",
    [OU_TOKEN_AUG_BAR] = "|=",      [OU_TOKEN_AUG_CARET] = "^="};

static void lex_operator(struct ou_compiler *c, int first)
{
    struct ou_lexer *lx = &c->lexer;
    unsigned best = 0;
    size_t best_length = 0;
    for (unsigned k = OU_TOKEN_LPAR; k < sizeof operators / sizeof *operators; k++) {
        const char *text = operators[k];
        size_t n = strlen(text);
        if (text[0] != first || n <= best_length)
            continue;
        size_t i = 1;
        while (i < n && ou_lex_peek(c, (unsigned)i) == text[i])
            i++;
        if (i == n) {
            best = k;
            best_length = n;
        }
    }
    if (!best) {
        if (first < 32 || first == 127)
            ou_error_at_token(c, "invalid non-printable character U+00%x%x", (unsigned)first >> 4,
                              (unsigned)first & 15);
        else
            ou_error_at_token(c, "invalid syntax");
        return;
    }
    for (size_t i = 0; i < best_length; i++)
        ou_lex_take(c);
    c->token.kind = (uint8_t)best;
    if (best == OU_TOKEN_LPAR || best == OU_TOKEN_LSQB || best == OU_TOKEN_LBRACE) {
        if (++lx->depth > 200)
            ou_error_at_token(c, "too many nested parentheses");
    } else if (best == OU_TOKEN_RPAR || best == OU_TOKEN_RSQB || best == OU_TOKEN_RBRACE) {
        if (lx->depth == 0 || (lx->in_memory && lx->depth == 1))
            ou_error_at_token(c, "unmatched '%s'", operators[best]);
        else
            lx->depth--;
    }
}

/* -- tokens -- */

/* Skips blanks, comments and joined lines inside a line; the next character. */
static int skip_blanks(struct ou_compiler *c)
{
    for (;;) {
        int ch = ou_lex_peek(c, 0);
        if (ch == ' ' || ch == '\t' || ch == '\f' || (ch == '\n' && c->lexer.depth)) {
            ou_lex_take(c);
        } else if (ch == '#') {
            skip_comment(c);
        } else if (ch == '\\') {
            ou_lex_take(c);
            if (ou_lex_peek(c, 0) < 0) {
                c->incomplete = true;
                ou_syntax_error(c, &c->lexer.at, "unexpected EOF while parsing");
                return -1;
            }
            if (ou_lex_peek(c, 0) != '\n') {
                ou_lex_take(c);
                ou_syntax_error(c, &c->lexer.at, "unexpected character after line continuation character");
                return -1;
            }
            ou_lex_take(c);
            if (ou_lex_peek(c, 0) < 0 && !c->failed) {
                c->incomplete = true;
                ou_syntax_error(c, &c->lexer.at, "unexpected EOF while parsing");
            }
        } else {
            return ch;
        }
    }
}

static void lex_end(struct ou_compiler *c)
{
    struct ou_lexer *lx = &c->lexer;
    if (lx->line_has_token && !lx->in_memory) {
        lx->line_has_token = false;
        c->token.kind = OU_TOKEN_NEWLINE;
    } else if (lx->n_indents && !lx->in_memory) {
        lx->n_indents--;
        c->token.kind = OU_TOKEN_DEDENT;
    } else {
        c->token.kind = OU_TOKEN_EOF;
    }
}

void ou_advance(struct ou_compiler *c)
{
    struct ou_lexer *lx = &c->lexer;
    struct ou_token *t = &c->token;
    if (c->failed)
        return;
    c->previous_line = t->where.line;
    c->previous_kind = t->kind;
    if (lx->at_line_start && lx->depth == 0)
        start_line(c);
    int ch = lx->indent_pending || lx->dedents ? 0 : skip_blanks(c);
    if (c->failed)
        return;
    t->where.line = lx->at.line;
    t->where.column = lx->at.column < 0xffff ? (uint16_t)(lx->at.column + 1) : 0;
    if (lx->indent_pending) {
        lx->indent_pending = false;
        t->kind = OU_TOKEN_INDENT;
    } else if (lx->dedents) {
        lx->dedents--;
        t->kind = OU_TOKEN_DEDENT;
    } else if (ch < 0) {
        lex_end(c);
    } else if (ch == '\n') {
        ou_lex_take(c);
        lx->at_line_start = true;
        lx->line_has_token = false;
        t->kind = OU_TOKEN_NEWLINE;
    } else {
        lx->line_has_token = true;
        if (is_name_byte(ch) && !(ch >= '0' && ch <= '9'))
            lex_name(c);
        else if ((ch >= '0' && ch <= '9') ||
                 (ch == '.' && ou_lex_peek(c, 1) >= '0' && ou_lex_peek(c, 1) <= '9'))
            ou_lex_number(c);
        else if (ch == '"' || ch == '\'')
            ou_lex_string(c, 0);
        else
            lex_operator(c, ch);
    }
    if (c->failed)
        t->kind = OU_TOKEN_ERROR;
}
