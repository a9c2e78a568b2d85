/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Messages: the type of an exception and the format of its text (OU_MESSAGE).  Where texts are packed
 * (OU_PACKED_TEXTS) a message is a number, and tools/packtexts.py has made the tables.
 *
 * A text is a row of symbols, each a character or two other symbols; symbol 0 is the end.  Symbols are numbered by
 * how frequent they are: a code is its class in 2 bits and the number within it, in as many bits as the class has
 * (ou_packed_widths).  In front of a text is the number of the exception's type; a number beyond the last one says
 * that the text is that of another message, whose number follows.  Where a text starts is known for each GROUP of
 * them only.
 */
#include "object/errors/message.h"

#if OU_PACKED_TEXTS

/* The first of the two links that an image needs has no tables. */
extern const uint8_t ou_packed_texts[] __attribute__((weak));
extern const uint8_t ou_packed_symbols[] __attribute__((weak));
extern const uint8_t ou_packed_widths[] __attribute__((weak));
extern const uint16_t ou_packed_starts[] __attribute__((weak));
extern const struct ou_type *const ou_packed_types[] __attribute__((weak)); /* the last one is NULL */

/* packtexts.py has the same, */
#define GROUP 4
#define TYPE_BITS 5
#define NUMBER_BITS 12
#define SYMBOL_BITS 10
#define TEXT_MAX 192 /* and refuses what is longer, */
#define DEPTH_MAX 24 /* and pairs nested more deeply */

static unsigned bits_at(const uint8_t *p, size_t at, unsigned n)
{
    p += at / 8;
    return ((unsigned)p[0] | (unsigned)p[1] << 8 | (unsigned)p[2] << 16) >> (at % 8) & ((1u << n) - 1);
}

static unsigned take(size_t *at, unsigned n)
{
    *at += n;
    return bits_at(ou_packed_texts, *at - n, n);
}

static unsigned take_symbol(size_t *at)
{
    unsigned class = take(at, 2), first = 0;
    for (unsigned i = 0; i < class; i++)
        first += 1u << ou_packed_widths[i];
    return first + take(at, ou_packed_widths[class]);
}

/* The type of message `number`, behind which *at is the text. */
static const struct ou_type *find_text(unsigned number, size_t *at)
{
    *at = 8 * (size_t)ou_packed_starts[number / GROUP];
    for (number %= GROUP;; number--) {
        const struct ou_type *type = ou_packed_types[take(at, TYPE_BITS)];
        unsigned other = type ? 0 : take(at, NUMBER_BITS);
        if (number == 0)
            return type ? type : find_text(other, at);
        while (type && take_symbol(at) != 0)
            ;
    }
}

static const struct ou_type *unpack(const struct ou_message *message, char *out)
{
    size_t at;
    const struct ou_type *type = find_text((unsigned)((uintptr_t)message / OU_MESSAGE_SLOT), &at);
    uint16_t open[DEPTH_MAX];
    unsigned n_open = 0, symbol;
    while ((symbol = n_open ? open[--n_open] : take_symbol(&at)) != 0) {
        unsigned right;
        for (;;) {
            size_t entry = symbol * 2 * SYMBOL_BITS;
            symbol = bits_at(ou_packed_symbols, entry, SYMBOL_BITS);
            right = bits_at(ou_packed_symbols, entry + SYMBOL_BITS, SYMBOL_BITS);
            if (right == 0)
                break;
            open[n_open++] = (uint16_t)right;
        }
        *out++ = (char)symbol;
    }
    *out = 0;
    return type;
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
