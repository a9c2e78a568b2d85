/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Messages: the type of an exception and the format of its text (OU_MESSAGE).  Where texts are packed
 * (OU_PACKED_TEXTS) a message is a number, and tools/packtexts.py has made the tables: a stream of codes of 9 bits,
 * below 128 a character, from 128 on a pair of two codes.  The first code of a message is the number of its type,
 * the last is 0.
 */
#include "base/base.h"
#include "object/str.h"
#include "object/types.h"

#if OU_PACKED_TEXTS

/* The first of the two links that an image needs has no tables. */
extern const uint8_t ou_packed_texts[] __attribute__((weak));
extern const uint8_t ou_packed_pairs[] __attribute__((weak));
extern const uint16_t ou_packed_starts[] __attribute__((weak));
extern const struct ou_type *const ou_packed_types[] __attribute__((weak));

#define CODE_BITS 9
#define TEXT_MAX 192 /* packtexts.py refuses what is longer, */
#define DEPTH_MAX 24 /* and pairs nested more deeply */

static unsigned code_at(const uint8_t *p, unsigned i)
{
    unsigned bit = i * CODE_BITS;
    p += bit / 8;
    return (unsigned)(p[0] | p[1] << 8) >> (bit % 8) & ((1u << CODE_BITS) - 1);
}

static const struct ou_type *unpack(const struct ou_message *message, char *out)
{
    const uint8_t *p = ou_packed_texts + ou_packed_starts[(uintptr_t)message / OU_MESSAGE_SLOT];
    uint16_t open[DEPTH_MAX];
    unsigned n_open = 0, code;
    for (unsigned i = 1; (code = code_at(p, i)) != 0; i++)
        for (;;) {
            while (code >= 128) {
                open[n_open++] = (uint16_t)code_at(ou_packed_pairs, 2 * (code - 128) + 1);
                code = code_at(ou_packed_pairs, 2 * (code - 128));
            }
            *out++ = (char)code;
            if (!n_open)
                break;
            code = open[--n_open];
        }
    *out = 0;
    return ou_packed_types[code_at(p, 0)];
}

ou_val ou_message_format(struct ou_vm *vm, const struct ou_message *message, const struct ou_type **type,
                         va_list arguments)
{
    char format[TEXT_MAX];
    *type = unpack(message, format);
    return ou_str_vformat(vm, format, arguments);
}

#else

ou_val ou_message_format(struct ou_vm *vm, const struct ou_message *message, const struct ou_type **type,
                         va_list arguments)
{
    *type = message->type;
    return ou_str_vformat(vm, message->format, arguments);
}

#endif /* OU_PACKED_TEXTS */
