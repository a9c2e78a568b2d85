/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Number and string tokens.  A string's text goes raw onto the vector `strings` and is decoded there in
 * place (no escape is shorter than what it stands for); f-strings stay raw for the parser.
 */
#include "compiler/state.h"
#include "object/unicode/unicode_names.h"

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
        ou_limit_at_token(c, "complex literals are not supported yet by Ouro");
        return;
    }
    bool is_letter =
        ((ch | 32) >= 'a' && (ch | 32) <= 'z') || ch == '_' || ch >= 0x80 || (ch >= '0' && ch <= '9');
    if (is_letter && !keyword_follows(c))
        ou_syntax_error(c, &c->lexer.at, "invalid %s literal", kind);
}

static void lex_based(struct ou_compiler *c, unsigned base, const char *kind)
{
    ou_lex_take(c);
    ou_lex_take(c);
    if (ou_lex_peek(c, 0) == '_')
        ou_lex_take(c);
    int ch = ou_lex_peek(c, 0);
    if (is_digit(ch, base) ? !take_digits(c, base) : !(ch >= '0' && ch <= '9')) {
        ou_syntax_error(c, &c->lexer.at, "invalid %s literal", kind);
        return;
    }
    ch = ou_lex_peek(c, 0);
    if (ch >= '0' && ch <= '9') {
        ou_lex_take(c);
        ou_syntax_error(c, &c->lexer.at, "invalid digit '%c' in %s literal", ch, kind);
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
        ou_syntax_error(c, &c->lexer.at, "invalid decimal literal");
    else
        end_number(c, "decimal");
    if (c->failed)
        return;
    const char *text = (const char *)c->text.data;
    size_t n = c->text.size;
    if (is_float && !OU_WITH_FLOAT) {
        ou_limit_at_token(c, "no floats in this build");
        return;
    }
    if (OU_WITH_FLOAT && is_float) {
        ou_float d;
        c->token.value = ou_float_parse(text, n, &d) ? ou_float_new(c->vm, d) : OU_ABSENT;
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
    if (!OU_WITH_BIG_INT && c->token.value == OU_EXC && ou_exc_matches(c->vm, &ou_exc_OverflowError)) {
        ou_exc_take(c->vm); /* said with its place instead */
        ou_limit_at_token(c, "int too large: no big ints in this build");
    } else if (c->token.value == OU_EXC)
        ou_compile_fail_pending(c);
    else if (c->token.value == OU_ABSENT)
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
    ou_error_at_token(c, "unterminated %sstring literal (detected at line %u)",
                      triple ? "triple-quoted " : "",
                      (unsigned)c->lexer.at.line -
                          (triple && c->lexer.at.column == 0 && c->lexer.at.line > c->token.where.line));
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
            ou_syntax_error_in_line(
                c, c->token.where.line,
                "Non-UTF-8 code starting with '\\x%x' in file %v on line %u, but no encoding declared; see "
                "https://peps.python.org/pep-0263/ for details",
                (unsigned)*p, filename, (unsigned)c->token.where.line);
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
    if (!(flags & OU_STRING_F) && !ou_decode_escapes(c, t->start, flags, &t->where))
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

/* Decodes in place, from p on. */
struct decoder {
    struct ou_compiler *c;
    const uint8_t *begin, *p, *end;
    uint32_t
        wider; /* by so much CPython's positions exceed ours: it counts \U000000e9 for an e with accent */
    unsigned flags;
    const struct ou_where *where;
};

static uint32_t wider_by(uint8_t ch) { return ch >= 0xc0 ? 9 : ch >= 0x80 ? (uint32_t)-1 : 0; }
static uint32_t position(const struct decoder *d) { return (uint32_t)(d->p - d->begin) + d->wider; }

/* What is wrong with the bytes from position `start` up to here. */
static bool escape_error(struct decoder *d, uint32_t start, const char *what)
{
    ou_syntax_error(d->c, d->where,
                    "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s",
                    (unsigned)start, (unsigned)position(d) - 1, what);
    return false;
}

/* \x, \u and \U, of which `digits` are to follow. */
static bool decode_hex(struct decoder *d, unsigned digits, uint32_t *out)
{
    uint32_t start = position(d) - 2, v = 0;
    unsigned n = 0;
    for (; n < digits && d->p < d->end && hex_digit(*d->p) >= 0; n++, d->p++)
        v = v << 4 | (uint32_t)hex_digit(*d->p);
    *out = v;
    if (n < digits && d->flags & OU_STRING_BYTES) {
        ou_syntax_error(d->c, d->where, "(value error) invalid \\x escape at position %u", (unsigned)start);
        return false;
    }
    if (n < digits)
        return escape_error(d, start,
                            digits == 2   ? "truncated \\xXX escape"
                            : digits == 4 ? "truncated \\uXXXX escape"
                                          : "truncated \\UXXXXXXXX escape");
    return v <= 0x10ffff || escape_error(d, start, "illegal Unicode character");
}

/* \N, which is to be followed by {NAME}. */
static bool decode_name(struct decoder *d, uint32_t *out)
{
#if OU_UNICODE_NAMES
    uint32_t start = position(d) - 2;
    if (d->p == d->end || *d->p != '{')
        return escape_error(d, start, "malformed \\N character escape");
    const uint8_t *name = ++d->p;
    while (d->p < d->end && *d->p != '}')
        d->wider += wider_by(*d->p++);
    size_t n = (size_t)(d->p - name);
    if (n == 0 || d->p == d->end)
        return escape_error(d, start, "malformed \\N character escape");
    d->p++;
    return ou_unicode_from_name(name, n, out) || escape_error(d, start, "unknown Unicode character name");
#else
    *out = 0;
    ou_limit_at(d->c, d->where,
                "\\N{...} needs the names of characters, which this build of Ouro leaves out");
    return false;
#endif
}

bool ou_decode_escapes(struct ou_compiler *c, size_t start, unsigned flags, const struct ou_where *where)
{
    static const char letters[] = "abfnrtv\\'\"", meanings[] = "\a\b\f\n\r\t\v\\'\"";
    if (c->failed)
        return false;
    if (flags & OU_STRING_RAW || c->strings.size == start)
        return true;
    uint8_t *to = c->strings.data + start;
    struct decoder d = {.c = c,
                        .begin = to,
                        .p = to,
                        .end = c->strings.data + c->strings.size,
                        .flags = flags,
                        .where = where};
    while (d.p < d.end) {
        if (*d.p != '\\' || d.p + 1 == d.end) {
            d.wider += wider_by(*d.p);
            *to++ = *d.p++;
            continue;
        }
        uint8_t ch = d.p[1];
        const char *letter = memchr(letters, ch, sizeof letters - 1);
        d.p += 2;
        uint32_t v;
        if (ch == '\n') {
            continue;
        } else if (letter) {
            *to++ = (uint8_t)meanings[letter - letters];
            continue;
        } else if (ch >= '0' && ch <= '7') {
            v = ch - '0';
            for (unsigned i = 0; i < 2 && d.p < d.end && *d.p >= '0' && *d.p <= '7'; i++)
                v = v * 8 + (*d.p++ - '0');
        } else if (ch == 'x' || (!(flags & OU_STRING_BYTES) && (ch == 'u' || ch == 'U'))) {
            if (!decode_hex(&d, ch == 'x' ? 2 : ch == 'u' ? 4 : 8, &v))
                return false;
        } else if (ch == 'N' && !(flags & OU_STRING_BYTES)) {
            if (!decode_name(&d, &v))
                return false;
        } else {
            d.wider += ch >= 0x80 ? wider_by(ch) + 5 : 0; /* \u005c counts for the backslash, then */
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
