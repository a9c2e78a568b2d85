/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Characters by name.
 *
 * Names that follow a rule are taken apart; the other 33,000 lie sorted and packed, in 195 KB of constants
 * (tools/makeunicodenames.py describes the format).  A search bisects the first names of the blocks, then
 * unpacks names of one block until they are past what is sought, and compares whole names, so nothing is
 * accepted that is no name.  A hash table over the same names would add 60 KB to save microseconds of
 * compiling.
 */
#include "object/unicode/unicode_names.h"
#include "object/unicode/unicode.h"

#if OU_UNICODE_NAMES
#include "ouro_unicode_names.h"
#include <string.h>

/* What name_symbols says of a symbol that is no pair, in the first byte. */
enum { SYMBOL_LITERAL, SYMBOL_END };

struct reader {
    const uint8_t *p;
    uint32_t code;
    unsigned size; /* of text; after a name, what the next one keeps of it is `kept` */
    unsigned kept;
    uint8_t text[NAME_MAX_SIZE];
};

static void start_block(struct reader *r, unsigned block)
{
    r->p = name_data + name_blocks[block];
    r->code = 0;
    r->kept = 0;
}

static void read_code(struct reader *r)
{
    uint32_t v = 0;
    unsigned shift = 0;
    do {
        v |= (uint32_t)(*r->p & 127) << shift;
        shift += 7;
    } while (*r->p++ & 128);
    r->code += v & 1 ? ~(v >> 1) : v >> 1;
}

static void read_name(struct reader *r)
{
    uint8_t waiting[NAME_PAIR_DEPTH];
    unsigned depth = 0;
    read_code(r);
    r->size = r->kept;
    for (;;) {
        uint8_t symbol = depth ? waiting[--depth] : *r->p++;
        while (name_symbols[symbol][0] > SYMBOL_END) {
            waiting[depth++] = name_symbols[symbol][1];
            symbol = name_symbols[symbol][0];
        }
        uint8_t value = name_symbols[symbol][1];
        if (name_symbols[symbol][0] == SYMBOL_END) {
            r->kept = value;
            return;
        }
        r->text[r->size++] = value;
    }
}

static int compare(const uint8_t *name, size_t n, const struct reader *r)
{
    int order = memcmp(name, r->text, n < r->size ? n : r->size);
    return order ? order : (n > r->size) - (n < r->size);
}

static bool find_packed(const uint8_t *name, size_t n, uint32_t *code)
{
    struct reader r;
    unsigned low = 0, high = NAME_BLOCK_COUNT; /* the block is in low..high-1, if in any */
    while (high - low > 1) {
        unsigned middle = (low + high) / 2;
        start_block(&r, middle);
        read_name(&r);
        if (compare(name, n, &r) < 0)
            high = middle;
        else
            low = middle;
    }
    unsigned left = NAME_COUNT - low * NAMES_IN_BLOCK;
    start_block(&r, low);
    for (unsigned i = 0; i < NAMES_IN_BLOCK && i < left; i++) {
        read_name(&r);
        int order = compare(name, n, &r);
        if (order == 0)
            *code = r.code;
        if (order <= 0)
            return order == 0;
    }
    return false;
}

/* Four to six capital hexadecimal digits. */
static bool read_hex(const uint8_t *p, size_t n, uint32_t *out)
{
    uint32_t v = 0;
    if (n < 4 || n > 6)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (ou_ascii_is_digit(p[i]))
            v = v << 4 | (uint32_t)(p[i] - '0');
        else if (p[i] >= 'A' && p[i] <= 'F')
            v = v << 4 | (uint32_t)(p[i] - 'A' + 10);
        else
            return false;
    }
    *out = v;
    return true;
}

/* `padded`: five digits may begin with a zero. */
static bool in_range(const struct name_range *ranges, size_t count, bool padded, const uint8_t *name,
                     size_t n, uint32_t *code)
{
    for (const struct name_range *r = ranges; r < ranges + count; r++) {
        size_t prefix = strlen(r->prefix);
        uint32_t v;
        if (n <= prefix || memcmp(name, r->prefix, prefix) != 0)
            continue;
        if (padded ? n - prefix > 5 : name[prefix] == '0')
            return false;
        if (read_hex(name + prefix, n - prefix, &v) && v >= r->first && v <= r->last) {
            *code = v;
            return true;
        }
    }
    return false;
}

/* The longest of the jamo that stands at p; "" is one of the leading and of the trailing ones. */
static int take_jamo(const char (*jamo)[4], int count, const uint8_t **p, const uint8_t *end)
{
    int found = -1;
    size_t longest = 0;
    for (int i = 0; i < count; i++) {
        size_t n = strlen(jamo[i]);
        if (n <= (size_t)(end - *p) && memcmp(*p, jamo[i], n) == 0 && (found < 0 || n > longest)) {
            found = i;
            longest = n;
        }
    }
    *p += longest;
    return found;
}

static bool find_hangul(const uint8_t *p, const uint8_t *end, uint32_t *code)
{
    static const char leading[19][4] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                        "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
    static const char vowel[21][4] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                      "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
    static const char trailing[28][4] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                         "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                         "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
    int l = take_jamo(leading, 19, &p, end), v = take_jamo(vowel, 21, &p, end);
    int t = take_jamo(trailing, 28, &p, end);
    if (l < 0 || v < 0 || t < 0 || p != end)
        return false;
    *code = 0xac00 + (uint32_t)((l * 21 + v) * 28 + t);
    return true;
}

bool ou_unicode_from_name(const uint8_t *name, size_t n, uint32_t *code)
{
    static const char hangul[] = "HANGUL SYLLABLE ", unified[] = "CJK UNIFIED IDEOGRAPH-";
    uint8_t upper[NAME_MAX_SIZE];
    if (n > sizeof upper)
        return false;
    if (n >= sizeof hangul - 1 && memcmp(name, hangul, sizeof hangul - 1) == 0)
        return find_hangul(name + sizeof hangul - 1, name + n, code);
    if (n >= sizeof unified - 1 && memcmp(name, unified, sizeof unified - 1) == 0)
        return in_range(name_unified, sizeof name_unified / sizeof *name_unified, true, name, n, code);
    for (size_t i = 0; i < n; i++)
        upper[i] = ou_ascii_is_lower(name[i]) ? (uint8_t)(name[i] - 32) : name[i];
    return in_range(name_ranges, sizeof name_ranges / sizeof *name_ranges, false, upper, n, code) ||
           find_packed(upper, n, code);
}
#endif
