/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Searching in bytes, for str and bytes alike: UTF-8 may be searched as bytes.
 *
 * memchr for the first byte, then the last byte, then all: quick on text; on hostile input the product of
 * both lengths, which is bounded by what fits in memory.
 */
#include "object/bytes/search.h"

size_t ou_mem_find(const uint8_t *p, size_t n, const uint8_t *what, size_t m)
{
    if (m == 0)
        return 0;
    if (m > n)
        return (size_t)-1;
    const uint8_t *at = p, *last = p + (n - m); /* the last place where it may begin */
    while (at <= last) {
        at = memchr(at, what[0], (size_t)(last - at) + 1);
        if (!at)
            break;
        if (at[m - 1] == what[m - 1] && memcmp(at, what, m) == 0)
            return (size_t)(at - p);
        at++;
    }
    return (size_t)-1;
}

size_t ou_mem_rfind(const uint8_t *p, size_t n, const uint8_t *what, size_t m)
{
    if (m > n)
        return (size_t)-1;
    if (m == 0)
        return n;
    for (size_t i = n - m + 1; i-- > 0;)
        if (p[i] == what[0] && p[i + m - 1] == what[m - 1] && memcmp(p + i, what, m) == 0)
            return i;
    return (size_t)-1;
}

size_t ou_mem_count(const uint8_t *p, size_t n, const uint8_t *what, size_t m)
{
    size_t count = 0;
    for (;;) {
        size_t i = ou_mem_find(p, n, what, m);
        if (i == (size_t)-1)
            return count;
        count++;
        p += i + m;
        n -= i + m;
    }
}
