/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Classes and cases of characters, and UTF-8.  No state, no collection.
 *
 * A str may hold lone surrogates (as CPython's may), written like any other code point in three bytes;
 * only encoding rejects them.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_H
#define OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_H

#include "base/base.h"

bool ou_unicode_is_alpha(uint32_t c);
bool ou_unicode_is_decimal(uint32_t c);
int ou_unicode_digit(uint32_t c); /* value of a decimal digit, or -1 */
bool ou_unicode_is_digit(uint32_t c);
bool ou_unicode_is_numeric(uint32_t c);
bool ou_unicode_is_space(uint32_t c);
bool ou_unicode_is_line_break(uint32_t c);
bool ou_unicode_is_printable(uint32_t c);
bool ou_unicode_is_lower(uint32_t c);
bool ou_unicode_is_upper(uint32_t c);
bool ou_unicode_is_title(uint32_t c);
bool ou_unicode_is_name_start(uint32_t c); /* of an identifier */
bool ou_unicode_is_name(uint32_t c);
uint32_t ou_unicode_lower(uint32_t c); /* the simple mappings, one to one */
uint32_t ou_unicode_upper(uint32_t c);
uint32_t ou_unicode_title(uint32_t c);
/* The full mappings: the number of code points written to out, 1 to 3. */
unsigned ou_unicode_lower_full(uint32_t c, uint32_t out[3]);
unsigned ou_unicode_upper_full(uint32_t c, uint32_t out[3]);
unsigned ou_unicode_title_full(uint32_t c, uint32_t out[3]);
unsigned ou_unicode_fold_full(uint32_t c, uint32_t out[3]);

static inline bool ou_ascii_is_space(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }
static inline bool ou_ascii_is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }
static inline bool ou_ascii_is_lower(uint8_t c) { return (uint8_t)(c - 'a') < 26; }
static inline bool ou_ascii_is_upper(uint8_t c) { return (uint8_t)(c - 'A') < 26; }
static inline bool ou_ascii_is_alpha(uint8_t c) { return (uint8_t)((c | 32) - 'a') < 26; }

/* -- UTF-8 -- */
bool ou_utf8_is_ascii(const uint8_t *p, size_t n);
size_t ou_utf8_count(const uint8_t *p, size_t n); /* code points of valid text */
/* Byte offset of code point `index` of valid text; n if there are not so many. */
size_t ou_utf8_offset(const uint8_t *p, size_t n, size_t index);
/* The first byte that begins no valid sequence, or n.  Surrogates are invalid.  *bad: how many bytes of it
 * are to be skipped; *reason: as CPython puts it. */
size_t ou_utf8_find_bad(const uint8_t *p, size_t n, size_t *bad, const char **reason);
/* The code point at *p of valid text; advances *p. */
static inline uint32_t ou_utf8_next(const uint8_t **p)
{
    const uint8_t *s = *p;
    uint32_t c = s[0];
    if (c < 0x80) {
        *p = s + 1;
        return c;
    }
    if (c < 0xe0) {
        *p = s + 2;
        return (c & 0x1f) << 6 | (s[1] & 0x3f);
    }
    if (c < 0xf0) {
        *p = s + 3;
        return (c & 0x0f) << 12 | (uint32_t)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
    }
    *p = s + 4;
    return (c & 7) << 18 | (uint32_t)(s[1] & 0x3f) << 12 | (uint32_t)(s[2] & 0x3f) << 6 | (s[3] & 0x3f);
}
/* The code point that ends at *p; moves *p back. */
static inline uint32_t ou_utf8_previous(const uint8_t **p)
{
    const uint8_t *s = *p;
    do
        s--;
    while ((*s & 0xc0) == 0x80);
    *p = s;
    const uint8_t *t = s;
    return ou_utf8_next(&t);
}
static inline size_t ou_utf8_length_of(uint8_t first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
/* Writes 1 to 4 bytes; the number of bytes. */
size_t ou_utf8_put(uint8_t out[4], uint32_t c);

#endif /* OURO_INCLUDED_SRC_OBJECT_UNICODE_UNICODE_H */
