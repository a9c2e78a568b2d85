/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Precompiled files: the numbers of the format (docs/precompiled.md describes it).
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CODE_PRECOMPILED_FORMAT_H
#define OURO_INCLUDED_SRC_OBJECT_CODE_PRECOMPILED_FORMAT_H

#include "object/code/opcode.h"
#include <stddef.h>

#define OU_PRECOMPILED_MAGIC "\x93OC\n"
#define OU_PRECOMPILED_FORMAT 2   /* of the file: to be counted up when it changes */
#define OU_PRECOMPILED_BYTECODE 1 /* of code blocks and instructions: the same */
#define OU_PRECOMPILED_CACHES 1u  /* flag: instructions have room for inline caches */

/* Header: magic; format, bytecode, OU_INS_COUNT, flags (a byte each); size of what follows, its checksum. */
#define OU_PRECOMPILED_HEADER 16

/* Code blocks begin at a multiple of this in the file, so that they can be run where they lie. */
#define OU_PRECOMPILED_ALIGN 8

enum ou_precompiled_tag {
    OU_TAG_NAME = 'N',  /* interned str: size, text */
    OU_TAG_STR = 'S',   /* size, text */
    OU_TAG_BYTES = 'B', /* size, bytes */
    OU_TAG_INT = 'I',   /* 1 if negative, else 0; number of digits; digits of 32 bits */
    OU_TAG_FLOAT = 'F', /* IEEE double */
    OU_TAG_TUPLE = 'T', /* size, items */
    OU_TAG_SET = 'R',   /* frozenset: size, items */
    OU_TAG_CODE = 'C',  /* size, zeros up to OU_PRECOMPILED_ALIGN, code block */
    OU_TAG_NONE = 'n',
    OU_TAG_TRUE = 't',
    OU_TAG_FALSE = 'f',
    OU_TAG_ELLIPSIS = 'e',
    OU_TAG_STATEMENT = 'X', /* pool, then size, zeros and code block */
    OU_TAG_END = 'Z'
};

/* CRC-32, a few bits at a time; begins with 0. */
static inline uint32_t ou_precompiled_checksum(uint32_t sum, const uint8_t *p, size_t n)
{
    static const uint32_t table[16] = {0x00000000u, 0x1db71064u, 0x3b6e20c8u, 0x26d930acu,
                                       0x76dc4190u, 0x6b6b51f4u, 0x4db26158u, 0x5005713cu,
                                       0xedb88320u, 0xf00f9344u, 0xd6d6a3e8u, 0xcb61b38cu,
                                       0x9b64c2b0u, 0x86d3d2d4u, 0xa00ae278u, 0xbdbdf21cu};
    sum = ~sum;
    for (; n > 0; n--, p++) {
        sum ^= *p;
        sum = sum >> 4 ^ table[sum & 15];
        sum = sum >> 4 ^ table[sum & 15];
    }
    return ~sum;
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CODE_PRECOMPILED_FORMAT_H */
