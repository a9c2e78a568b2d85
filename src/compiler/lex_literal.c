/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Number and string tokens.  A string's text goes raw onto the vector `strings` and is decoded there in
 * place (no escape is shorter than what it stands for); f-strings stay raw for the parser.
 */
#include "compiler/state.h"

static bool is_digit(int ch, unsigned base)
{
    if (base == 16)
        return (ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'f') || (ch >= 'A' && ch <= 'F');
    return ch >= '0' && ch < (int)('0' + base);
}

/* Digits with single underscores between them; false if malformed at an underscore. */
static bool take_digits(struct ou_compiler *c, unsigned base)
{
    for (;;) {
        while (is_digit(ou_lex_peek(c, 0), base) && !c->failed)
            ou_vector_add(c, &c->text, (uint8_t)ou_lex_take(c));
        if (ou_lex_peek(c, 0) != '_')
            return true;
        ou_lex_take(c);
        if (!is_digit(ou_lex_peek(c, 0), base))
            return false;
    }
}

/* A keyword may follow a number without a blank. */
static bool keyword_follows(struct ou_compiler *c)
{
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    for (unsigned k = 0; k < sizeof words / sizeof *words; k++) {
        unsigned i = 0;
        while (words[k][i] && ou_lex_peek(c, i) == words[k][i])
            i++;
        if (!words[k][i])
            return true;
    }
    return false;
}

static void end_number(struct ou_compiler *c, const char *kind)
{
    int ch = ou_lex_peek(c, 0);
    if (c->failed)
        return;
    if ((ch | 32) == 'j' && kind[0] == 'd') {
        ou_error_at_token(c, "complex literals are not supported yet by Ouro");
        return;
    }
    bool is_letter =
        ((ch | 32) >= 'a' && (ch | 32) <= 'z') || ch == '_' || ch >= 0x80 || (ch >= '0' && ch <= '9');
    if (is_letter && !keyword_follows(c))
        ou_syntax_error(c, c->token.line, c->lexer.column, "invalid %s literal", kind);
}

static void lex_based(struct ou_compiler *c, unsigned base, const char *kind)
{
    ou_lex_take(c);
    ou_lex_take(c);
    if (ou_lex_peek(c, 0) == '_')
        ou_lex_take(c);
    int ch = ou_lex_peek(c, 0);
    if (is_digit(ch, base)) {
        if (!take_digits(c, base)) {
            ou_syntax_error(c, c->token.line, c->lexer.column, "invalid %s literal", kind);
            return;
        }
        ch = ou_lex_peek(c, 0);
    } else if (!(ch >= '0' && ch <= '9')) {
        ou_syntax_error(c, c->token.line, c->lexer.column, "invalid %s literal", kind);
        return;
    }
    if (ch >= '0' && ch <= '9') {
        ou_syntax_error(c, c->token.line, c->lexer.column + 1, "invalid digit '%c' in %s literal", ch, kind);
        return;
    }
    end_number(c, kind);
    if (!c->failed)
        c->token.value = ou_int_parse(c->vm, (const char *)c->text.data, c->text.size, (int)base);
}

static bool starts_exponent(struct ou_compiler *c)
{
    if ((ou_lex_peek(c, 0) | 32) != 'e' || ou_lex_peek(c, 0) < 0)
        return false;
    int next = ou_lex_peek(c, 1);
    if (next == '+' || next == '-')
        next = ou_lex_peek(c, 2);
    return next >= '0' && next <= '9';
}

static void lex_decimal(struct ou_compiler *c)
{
    bool is_float = false, good = true;
    good = ou_lex_peek(c, 0) == '.' || take_digits(c, 10);
    if (good && ou_lex_peek(c, 0) == '.') {
        is_float = true;
        ou_vector_add(c, &c->text, (uint8_t)ou_lex_take(c));
        if (is_digit(ou_lex_peek(c, 0), 10))
            good = take_digits(c, 10);
    }
    if (good && starts_exponent(c)) {
        is_float = true;
        ou_vector_add(c, &c->text, (uint8_t)ou_lex_take(c));
        if (!is_digit(ou_lex_peek(c, 0), 10))
            ou_vector_add(c, &c->text, (uint8_t)ou_lex_take(c));
        good = take_digits(c, 10);
    }
    if (!good)
        ou_syntax_error(c, c->token.line, c->lexer.column, "invalid decimal literal");
    else
        end_number(c, "decimal");
    if (c->failed)
        return;
    const char *text = (const char *)c->text.data;
    size_t n = c->text.size;
    if (is_float) {
        double d;
        c->token.value = ou_float_parse(text, n, &d) ? ou_float_new(c->vm, d) : OU_UNBOUND;
        return;
    }
    size_t zeros = 0;
    while (zeros < n && text[zeros] == '0')
        zeros++;
    if (zeros && zeros < n) {
        ou_error_at_token(
            c, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
               "integers");
        return;
    }
    c->token.value = ou_int_parse(c->vm, text, n, 10);
}

void ou_lex_number(struct ou_compiler *c)
{
    int next = ou_lex_peek(c, 0) == '0' ? ou_lex_peek(c, 1) | 32 : 0;
    c->text.size = 0;
    c->token.kind = OU_TOKEN_NUMBER;
    if (next == 'x')
        lex_based(c, 16, "hexadecimal");
    else if (next == 'o')
        lex_based(c, 8, "octal");
    else if (next == 'b')
        lex_based(c, 2, "binary");
    else
        lex_decimal(c);
    if (c->failed)
        return;
    if (c->token.value == OU_EXC)
        ou_compile_fail_pending(c);
    else if (c->token.value == OU_UNBOUND)
        ou_error_at_token(c, "invalid decimal literal");
}

/* -- strings -- */

static void unterminated(struct ou_compiler *c, bool triple)
{
    if (c->failed)
        return;
    if (c->lexer.in_memory) {
        ou_error_at_token(c, "unterminated string");
        return;
    }
    c->incomplete = triple;
    ou_error_at_token(
        c, "unterminated %sstring literal (detected at line %u)", triple ? "triple-quoted " : "",
        (unsigned)c->lexer.line - (triple && c->lexer.column == 0 && c->lexer.line > c->token.line));
}

static bool check_text(struct ou_compiler *c, size_t start, unsigned flags)
{
    const uint8_t *p = c->strings.data + start, *end = c->strings.data + c->strings.size;
    while (p < end) {
        uint32_t v;
        unsigned n = ou_utf8_check(p, (size_t)(end - p), &v);
        if (flags & OU_STRING_BYTES && *p >= 0x80) {
            ou_error_at_token(c, "bytes can only contain ASCII literal characters");
            return false;
        }
        if (n == 0) {
            ou_val filename = ((struct ou_unit *)c->unit)->filename;
            ou_syntax_error(
                c, c->token.line, 0,
                "Non-UTF-8 code starting with '\\x%x' in file %v on line %u, but no encoding declared; see "
                "https://peps.python.org/pep-0263/ for details",
                (unsigned)*p, filename, (unsigned)c->token.line);
            return false;
        }
        p += n;
    }
    return true;
}

void ou_lex_string(struct ou_compiler *c, unsigned flags)
{
    struct ou_token *t = &c->token;
    int quote = ou_lex_take(c);
    bool triple = ou_lex_peek(c, 0) == quote && ou_lex_peek(c, 1) == quote;
    t->kind = OU_TOKEN_STRING;
    t->string_flags = (uint8_t)flags;
    t->start = t->end = c->strings.size;
    if (triple) {
        ou_lex_take(c);
        ou_lex_take(c);
    }
    bool high = false;
    while (!c->failed) {
        int ch = ou_lex_peek(c, 0);
        if (ch < 0 || (ch == '\n' && !triple)) {
            unterminated(c, triple);
            return;
        }
        ou_lex_take(c);
        if (ch == quote && (!triple || (ou_lex_peek(c, 0) == quote && ou_lex_peek(c, 1) == quote))) {
            if (triple) {
                ou_lex_take(c);
                ou_lex_take(c);
            }
            break;
        }
        high |= ch >= 0x80;
        ou_vector_add(c, &c->strings, (uint8_t)ch);
        if (ch == '\\') {
            ch = ou_lex_peek(c, 0);
            if (ch < 0)
                continue;
            high |= ch >= 0x80;
            ou_vector_add(c, &c->strings, (uint8_t)ou_lex_take(c));
        }
    }
    if (high && !c->failed && !check_text(c, t->start, flags))
        return;
    if (!(flags & OU_STRING_F) && !ou_decode_escapes(c, t->start, flags, t->line, t->column))
        return;
    t->end = c->strings.size;
}

static uint8_t *put_utf8(uint8_t *to, uint32_t v)
{
    if (v < 0x80) {
        *to++ = (uint8_t)v;
    } else if (v < 0x800) {
        *to++ = (uint8_t)(0xc0 | v >> 6);
        *to++ = (uint8_t)(0x80 | (v & 63));
    } else if (v < 0x10000) {
        *to++ = (uint8_t)(0xe0 | v >> 12);
        *to++ = (uint8_t)(0x80 | (v >> 6 & 63));
        *to++ = (uint8_t)(0x80 | (v & 63));
    } else {
        *to++ = (uint8_t)(0xf0 | v >> 18);
        *to++ = (uint8_t)(0x80 | (v >> 12 & 63));
        *to++ = (uint8_t)(0x80 | (v >> 6 & 63));
        *to++ = (uint8_t)(0x80 | (v & 63));
    }
    return to;
}

static int hex_digit(uint8_t ch)
{
    return is_digit(ch, 10) ? ch - '0' : is_digit(ch, 16) ? (ch | 32) - 'a' + 10 : -1;
}

/* \x, \u and \U at p (after the letter); the number of digits wanted is `digits`. */
static const uint8_t *decode_hex(struct ou_compiler *c, const uint8_t *begin, const uint8_t *p,
                                 const uint8_t *end, unsigned digits, unsigned flags, uint32_t line,
                                 unsigned column, uint32_t *out)
{
    unsigned start = (unsigned)(p - 2 - begin), n = 0;
    uint32_t v = 0;
    for (; n < digits && p < end && hex_digit(*p) >= 0; n++, p++)
        v = v << 4 | (uint32_t)hex_digit(*p);
    if (n < digits && flags & OU_STRING_BYTES) {
        ou_syntax_error(c, line, column, "(value error) invalid \\x escape at position %u", start);
        return NULL;
    }
    if (n < digits) {
        ou_syntax_error(c, line, column,
                        "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: "
                        "truncated %s escape",
                        start, start + 1 + n,
                        digits == 2   ? "\\xXX"
                        : digits == 4 ? "\\uXXXX"
                                      : "\\UXXXXXXXX");
        return NULL;
    }
    if (v > 0x10ffff) {
        ou_syntax_error(c, line, column,
                        "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: "
                        "illegal Unicode character",
                        start, start + 9);
        return NULL;
    }
    *out = v;
    return p;
}

bool ou_decode_escapes(struct ou_compiler *c, size_t start, unsigned flags, uint32_t line, unsigned column)
{
    static const char letters[] = "abfnrtv\\'\"", meanings[] = "\a\b\f\n\r\t\v\\'\"";
    if (c->failed)
        return false;
    if (flags & OU_STRING_RAW || c->strings.size == start)
        return true;
    uint8_t *to = c->strings.data + start;
    const uint8_t *begin = to, *p = to, *end = c->strings.data + c->strings.size;
    while (p < end) {
        if (*p != '\\' || p + 1 == end) {
            *to++ = *p++;
            continue;
        }
        uint8_t ch = p[1];
        const char *letter = memchr(letters, ch, sizeof letters - 1);
        p += 2;
        uint32_t v;
        if (ch == '\n') {
            continue;
        } else if (letter) {
            *to++ = (uint8_t)meanings[letter - letters];
            continue;
        } else if (ch >= '0' && ch <= '7') {
            v = ch - '0';
            for (unsigned i = 0; i < 2 && p < end && *p >= '0' && *p <= '7'; i++)
                v = v * 8 + (*p++ - '0');
        } else if (ch == 'x' || (!(flags & OU_STRING_BYTES) && (ch == 'u' || ch == 'U'))) {
            p = decode_hex(c, begin, p, end, ch == 'x' ? 2 : ch == 'u' ? 4 : 8, flags, line, column, &v);
            if (!p)
                return false;
        } else if (ch == 'N' && !(flags & OU_STRING_BYTES)) {
            ou_syntax_error(c, line, column, "\\N{...} escapes are not supported yet by Ouro");
            return false;
        } else {
            *to++ = '\\';
            *to++ = ch;
            continue;
        }
        if (flags & OU_STRING_BYTES)
            *to++ = (uint8_t)v;
        else
            to = put_utf8(to, v);
    }
    c->strings.size = (uint32_t)(to - c->strings.data);
    return true;
}
