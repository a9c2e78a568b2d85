/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Reading a code block's line table.
 */
#include "object/code/code.h"

static const uint8_t *read_varint(const uint8_t *p, uint32_t *out)
{
    uint32_t v = 0;
    unsigned shift = 0;
    for (;;) {
        uint8_t byte = *p++;
        v |= (uint32_t)(byte & 127) << shift;
        shift += 7;
        if (byte < 128 || shift > 28)
            break;
    }
    *out = v;
    return p;
}

const struct ou_code_extra ou_code_no_extra = {.doc = OU_CODE_NO_NAME};

unsigned ou_code_line(const struct ou_code *code, unsigned pc)
{
    uint32_t line, at = 0;
    const uint8_t *p = read_varint(ou_code_lines(code), &line);
    for (const uint8_t *end = ou_code_bytes(code); p < end;) {
        uint8_t entry = *p++;
        uint32_t delta = entry >> 5;
        at += entry & 31u;
        if (at > pc)
            break;
        if (delta == 7) {
            p = read_varint(p, &delta);
            delta = delta & 1 ? ~(delta >> 1) : delta >> 1;
        }
        line += delta;
    }
    return line;
}
