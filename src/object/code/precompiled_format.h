/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Precompiled files: the numbers of the format (docs/precompiled.md describes it).
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CODE_PRECOMPILED_FORMAT_H
#define OURO_INCLUDED_SRC_OBJECT_CODE_PRECOMPILED_FORMAT_H

#include "object/code/opcode.h"

#define OU_PRECOMPILED_MAGIC "\x93OC\n"
#define OU_PRECOMPILED_FORMAT 2   /* of the file: to be counted up when it changes */
#define OU_PRECOMPILED_BYTECODE 1 /* of code blocks and instructions: the same */

/* Header: magic; format, bytecode, OU_INS_COUNT, 0 (a byte each); size of what follows, its checksum. */
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

#endif /* OURO_INCLUDED_SRC_OBJECT_CODE_PRECOMPILED_FORMAT_H */
