/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Classes and cases of characters, and UTF-8.
 *
 * The tables (about 4 KB) are sorted ranges searched by bisection; ASCII never gets that far.  Upper
 * case is the table of lower case read backwards, plus a few exceptions.  Characters that map to more
 * than one: only those that are in use (German sharp s, ligatures, dotted I).
 */
#include "object/unicode/unicode.h"

#if OU_WITH_UNICODE

#include "object/unicode/unicode_tables.h"

#define IN(table, c) in_ranges(table, sizeof table / sizeof *table / 2, c)

static bool in_ranges(const uint16_t *ranges, size_t n, uint32_t c)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[2 * middle + 1])
            low = middle + 1;
        else if (c < ranges[2 * middle])
            high = middle;
        else
            return true;
    }
    return false;
}

bool ou_unicode_is_alpha(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_alpha((uint8_t)c);
    if (c < 0x10000)
        return IN(alpha_ranges, c);
    if (c < 0x20000)
        return IN(alpha_ranges_astral, c - 0x10000);
    return c <= 0x323af;
}

int ou_unicode_digit(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_digit((uint8_t)c) ? (int)c - '0' : -1;
    if (c >= 0x1d7ce && c <= 0x1d7ff)
        return (int)((c - 0x1d7ce) % 10);
    for (size_t i = 0; i < sizeof decimal_zeros / sizeof *decimal_zeros && c >= decimal_zeros[i]; i++)
        if (c - decimal_zeros[i] < 10)
            return (int)(c - decimal_zeros[i]);
    return -1;
}

bool ou_unicode_is_decimal(uint32_t c) { return ou_unicode_digit(c) >= 0; }
bool ou_unicode_is_digit(uint32_t c)
{
    return ou_unicode_is_decimal(c) || (c < 0x10000 && IN(digit_ranges, c));
}

bool ou_unicode_is_numeric(uint32_t c)
{
    static const uint16_t ideographs[] = {0x3007, 0x4e00, 0x4e03, 0x4e07, 0x4e09, 0x4e5d, 0x4e8c, 0x4e94,
                                          0x516b, 0x516d, 0x5341, 0x5343, 0x56db, 0x767e, 0x842c, 0x5104};
    if (c < 0x80)
        return ou_ascii_is_digit((uint8_t)c);
    if (ou_unicode_is_digit(c) || (c < 0x10000 && IN(number_ranges, c)))
        return true;
    for (size_t i = 0; i < sizeof ideographs / sizeof *ideographs; i++)
        if (c == ideographs[i])
            return true;
    return false;
}

bool ou_unicode_is_space(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_space((uint8_t)c) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool ou_unicode_is_line_break(uint32_t c)
{
    return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool ou_unicode_is_printable(uint32_t c)
{
    if (c < 0x7f)
        return c >= 0x20;
    if (c < 0x10000)
        return !(c >= 0xd800 && c <= 0xf8ff) && c < 0xfffe && !IN(hidden_ranges, c) && c != 0x7f;
    return !(c >= 0x323b0 && c <= 0xe00ff) && c <= 0xe01ef && !(c >= 0x1bca0 && c <= 0x1bca3) &&
           !(c >= 0x1d173 && c <= 0x1d17a);
}

/* -- case -- */

static uint32_t run_lower(const uint16_t *runs, size_t n, uint32_t c)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c >= runs[3 * middle])
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return c;
    const uint16_t *run = runs + 3 * (low - 1);
    uint32_t step = run[1] & 3, count = run[1] >> 2, distance = c - run[0];
    if (distance / step >= count || distance % step)
        return c;
    return (c + run[2]) & 0xffff;
}

static uint32_t run_upper(const uint16_t *runs, size_t n, uint32_t c)
{
    for (const uint16_t *run = runs; run != runs + 3 * n; run += 3) {
        uint32_t step = run[1] & 3, count = run[1] >> 2, distance = (c - run[0] - run[2]) & 0xffff;
        if (distance / step < count && distance % step == 0)
            return (uint32_t)run[0] + distance;
    }
    return c;
}

#define RUNS(table) table, sizeof table / sizeof *table / 3

uint32_t ou_unicode_lower(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_upper((uint8_t)c) ? c + 32 : c;
    if (c < 0x10000)
        return run_lower(RUNS(case_runs), c);
    return c < 0x20000 ? 0x10000 + run_lower(RUNS(case_runs_astral), c - 0x10000) : c;
}

uint32_t ou_unicode_upper(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_lower((uint8_t)c) ? c - 32 : c;
    if (c >= 0x10000)
        return c < 0x20000 ? 0x10000 + run_upper(RUNS(case_runs_astral), c - 0x10000) : c;
    for (size_t i = 0; i < sizeof upper_exceptions / sizeof *upper_exceptions; i += 2)
        if (c == upper_exceptions[i])
            return upper_exceptions[i + 1];
    return c == 0xdf ? c : run_upper(RUNS(case_runs), c);
}

static bool is_title_digraph(uint32_t c) { return c == 0x1c5 || c == 0x1c8 || c == 0x1cb || c == 0x1f2; }

bool ou_unicode_is_title(uint32_t c)
{
    return is_title_digraph(c) || (c >= 0x1f88 && c <= 0x1ffc && ou_unicode_lower(c) != c &&
                                   ((c & 0xff) < 0xb0 ? (c & 8) != 0 : (c & 15) == 12));
}

bool ou_unicode_is_upper(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_upper((uint8_t)c);
    return (ou_unicode_lower(c) != c && !ou_unicode_is_title(c)) || (c < 0x10000 && IN(upper_ranges, c)) ||
           c == 0x130;
}

bool ou_unicode_is_lower(uint32_t c)
{
    if (c < 0x80)
        return ou_ascii_is_lower((uint8_t)c);
    if (ou_unicode_is_title(c))
        return false;
    return c == 0xdf || (c < 0x10000 && IN(lower_ranges, c)) || ou_unicode_upper(c) != c;
}

uint32_t ou_unicode_title(uint32_t c)
{
    if (c >= 0x1c4 && c <= 0x1cc)
        return (c - 0x1c4) / 3 * 3 + 0x1c5;
    if (c >= 0x1f1 && c <= 0x1f3)
        return 0x1f2;
    return c >= 0x10d0 && c <= 0x10ff ? c : ou_unicode_upper(c); /* Georgian has no title case */
}

unsigned ou_unicode_lower_full(uint32_t c, uint32_t out[3])
{
    if (c == 0x130) {
        out[0] = 'i';
        out[1] = 0x307;
        return 2;
    }
    out[0] = ou_unicode_lower(c);
    return 1;
}

/* Sharp s and the Latin ligatures, as small letters; 0: c is none. */
static unsigned expand(uint32_t c, uint32_t out[3])
{
    static const char ligatures[7][3] = {{'f', 'f'},      {'f', 'i'}, {'f', 'l'}, {'f', 'f', 'i'},
                                         {'f', 'f', 'l'}, {'s', 't'}, {'s', 't'}};
    if (c == 0xdf || c == 0x1e9e) {
        out[0] = out[1] = 's';
        return 2;
    }
    if (c == 0x149) {
        out[0] = 0x2bc;
        out[1] = 'n';
        return 2;
    }
    if (c < 0xfb00 || c > 0xfb06)
        return 0;
    unsigned n = 0;
    for (; n < 3 && ligatures[c - 0xfb00][n]; n++)
        out[n] = (uint8_t)ligatures[c - 0xfb00][n];
    return n;
}

unsigned ou_unicode_upper_full(uint32_t c, uint32_t out[3])
{
    unsigned n = c < 0x80 || c == 0x1e9e ? 0 : expand(c, out);
    for (unsigned i = 0; i < n; i++)
        out[i] = ou_unicode_upper(out[i]);
    if (n)
        return n;
    out[0] = ou_unicode_upper(c);
    return 1;
}

unsigned ou_unicode_title_full(uint32_t c, uint32_t out[3])
{
    unsigned n = c < 0x80 || c == 0x1e9e ? 0 : expand(c, out);
    if (n) {
        unsigned first = c == 0x149 ? 1 : 0;
        out[first] = ou_unicode_upper(out[first]);
        return n;
    }
    out[0] = ou_unicode_title(c);
    return 1;
}

unsigned ou_unicode_fold_full(uint32_t c, uint32_t out[3])
{
    unsigned n = c < 0x80 ? 0 : expand(c, out);
    if (n)
        return n;
    if (c == 0x130)
        return ou_unicode_lower_full(c, out);
    /* what shares its upper case with an ordinary letter folds to that letter: final sigma, micro sign */
    uint32_t upper = c >= 0x80 && c != 0x131 ? ou_unicode_upper(c) : c;
    bool cherokee = (upper >= 0x13a0 && upper <= 0x13f5); /* folds to upper case */
    out[0] = cherokee ? upper : ou_unicode_lower(upper);
    return 1;
}

bool ou_unicode_is_name_start(uint32_t c)
{
    return c == '_' || ou_unicode_is_alpha(c) || (c >= 0x2160 && c <= 0x2188);
}

bool ou_unicode_is_name(uint32_t c)
{
    return ou_unicode_is_name_start(c) || ou_unicode_is_decimal(c) ||
           (c >= 0x80 && c < 0x10000 && IN(mark_ranges, c)) || (c >= 0xe0100 && c <= 0xe01ef);
}

/* -- UTF-8 -- */

#else /* beyond ASCII: printable, and nothing else */

bool ou_unicode_is_alpha(uint32_t c) { return c < 128 && ou_ascii_is_alpha((uint8_t)c); }
bool ou_unicode_is_decimal(uint32_t c) { return ou_unicode_digit(c) >= 0; }
int ou_unicode_digit(uint32_t c) { return c < 128 && ou_ascii_is_digit((uint8_t)c) ? (int)c - '0' : -1; }
bool ou_unicode_is_digit(uint32_t c) { return ou_unicode_digit(c) >= 0; }
bool ou_unicode_is_numeric(uint32_t c) { return ou_unicode_digit(c) >= 0; }
bool ou_unicode_is_space(uint32_t c) { return (c >= 9 && c <= 13) || (c >= 28 && c <= 32); }
bool ou_unicode_is_line_break(uint32_t c) { return (c >= 10 && c <= 13) || (c >= 28 && c <= 30); }
bool ou_unicode_is_printable(uint32_t c) { return c >= 32 && (c < 127 || c > 160); }
bool ou_unicode_is_lower(uint32_t c) { return c < 128 && ou_ascii_is_lower((uint8_t)c); }
bool ou_unicode_is_upper(uint32_t c) { return c < 128 && ou_ascii_is_upper((uint8_t)c); }
bool ou_unicode_is_title(uint32_t c)
{
    (void)c;
    return false;
}
bool ou_unicode_is_name_start(uint32_t c) { return c == '_' || ou_unicode_is_alpha(c); }
bool ou_unicode_is_name(uint32_t c) { return ou_unicode_is_name_start(c) || ou_unicode_is_digit(c); }
uint32_t ou_unicode_lower(uint32_t c) { return ou_unicode_is_upper(c) ? c + 32 : c; }
uint32_t ou_unicode_upper(uint32_t c) { return ou_unicode_is_lower(c) ? c - 32 : c; }
uint32_t ou_unicode_title(uint32_t c) { return ou_unicode_upper(c); }

unsigned ou_unicode_lower_full(uint32_t c, uint32_t out[3])
{
    out[0] = ou_unicode_lower(c);
    return 1;
}

unsigned ou_unicode_upper_full(uint32_t c, uint32_t out[3])
{
    out[0] = ou_unicode_upper(c);
    return 1;
}

unsigned ou_unicode_title_full(uint32_t c, uint32_t out[3]) { return ou_unicode_upper_full(c, out); }
unsigned ou_unicode_fold_full(uint32_t c, uint32_t out[3]) { return ou_unicode_lower_full(c, out); }

#endif /* OU_WITH_UNICODE */

bool ou_utf8_is_ascii(const uint8_t *p, size_t n)
{
    const uint8_t *end = p + n;
    while ((size_t)(end - p) >= sizeof(ou_val)) {
        ou_val w;
        memcpy(&w, p, sizeof w);
        if (w & ((ou_val)-1 / 0xff * 0x80))
            return false;
        p += sizeof w;
    }
    uint8_t all = 0;
    while (p < end)
        all |= *p++;
    return all < 0x80;
}

size_t ou_utf8_count(const uint8_t *p, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (p[i] & 0xc0) != 0x80;
    return count;
}

size_t ou_utf8_offset(const uint8_t *p, size_t n, size_t index)
{
    size_t i = 0;
    while (index >= 64 && n - i >= 64) { /* at most 64 characters in 64 bytes */
        size_t here = ou_utf8_count(p + i, 64);
        index -= here;
        i += 64;
    }
    for (; i < n; i++)
        if ((p[i] & 0xc0) != 0x80 && index-- == 0)
            return i;
    return n;
}

size_t ou_utf8_find_bad(const uint8_t *p, size_t n, size_t *bad, const char **reason)
{
    size_t i = 0;
    while (i < n) {
        uint8_t c = p[i];
        if (c < 0x80) {
            i++;
            continue;
        }
        *bad = 1;
        if (c < 0xc2 || c > 0xf4) {
            *reason = "invalid start byte";
            return i;
        }
        size_t need = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3, k = 1;
        for (; k <= need; k++) {
            if (i + k == n) {
                *bad = k;
                *reason = "unexpected end of data";
                return i;
            }
            uint8_t low = 0x80, high = 0xbf;
            if (k == 1) { /* no overlong forms, no surrogates, nothing beyond 0x10ffff */
                low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
                high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
            }
            if (p[i + k] < low || p[i + k] > high) {
                *bad = k;
                *reason = "invalid continuation byte";
                return i;
            }
        }
        i += need + 1;
    }
    return n;
}

size_t ou_utf8_put(uint8_t out[4], uint32_t c)
{
    if (c < 0x80) {
        out[0] = (uint8_t)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (uint8_t)(0xc0 | c >> 6);
        out[1] = (uint8_t)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (uint8_t)(0xe0 | c >> 12);
        out[1] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        out[2] = (uint8_t)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (uint8_t)(0xf0 | c >> 18);
    out[1] = (uint8_t)(0x80 | (c >> 12 & 0x3f));
    out[2] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
    out[3] = (uint8_t)(0x80 | (c & 0x3f));
    return 4;
}
