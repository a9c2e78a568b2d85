/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Reading a code block's line table.
 */
#include "object/code.h"

static const uint8_t *read_varint(const uint8_t *p, const uint8_t *end, uint32_t *out)
{
    uint32_t v = 0;
    unsigned shift = 0;
    while (p < end) {
        uint8_t byte = *p++;
        v |= (uint32_t)(byte & 127) << shift;
        shift += 7;
        if (byte < 128 || shift > 28)
            break;
    }
    *out = v;
    return p;
}

unsigned ou_code_line(const struct ou_code *code, unsigned pc)
{
    const uint8_t *p = ou_code_lines(code), *end = p + code->lines_size;
    uint32_t line, at = 0;
    p = read_varint(p, end, &line);
    while (p < end) {
        uint8_t entry = *p++;
        at += entry & 31u;
        uint32_t delta = entry >> 5;
        if (at > pc)
            break;
        if (delta == 7) {
            p = read_varint(p, end, &delta);
            delta = delta & 1 ? ~(delta >> 1) : delta >> 1;
        }
        line += delta;
    }
    return line;
}
