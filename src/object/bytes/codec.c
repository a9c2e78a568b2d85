/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * str.encode and bytes.decode: UTF-8, ASCII and Latin-1, with the error handlers strict, ignore, replace,
 * backslashreplace and (encoding) xmlcharrefreplace.
 */
#include "object/bytes/codec.h"

enum codec { CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1 };
enum handler { STRICT, IGNORE, REPLACE, BACKSLASH, XML };

static const char *const codec_names[] = {"utf-8", "ascii", "latin-1"};

static int find_codec(struct ou_vm *vm, const char *name, size_t n, enum codec *out)
{
    static const struct {
        char name[11];
        uint8_t codec;
    } known[] = {{"utf-8", CODEC_UTF8},
                 {"utf8", CODEC_UTF8},
                 OU_IF(CODECS, {"u8", CODEC_UTF8}, ) OU_IF(CODECS, {"ascii", CODEC_ASCII}, ) OU_IF(
                     CODECS, {"us-ascii", CODEC_ASCII}, ) OU_IF(CODECS, {"latin-1", CODEC_LATIN1}, )
                     OU_IF(CODECS, {"latin1", CODEC_LATIN1}, ) OU_IF(CODECS, {"iso-8859-1", CODEC_LATIN1}, )
                         OU_IF(CODECS, {"iso8859-1", CODEC_LATIN1}, ) OU_IF(CODECS, {"l1", CODEC_LATIN1}, )};
    *out = CODEC_UTF8;
    if (!name)
        return 0;
    char key[11] = "";
    for (size_t i = 0; i < n && n < sizeof key; i++)
        key[i] = name[i] == '_' || name[i] == ' ' ? '-' : (char)ou_unicode_lower((uint8_t)name[i]);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].name, key) == 0) {
            *out = (enum codec)known[i].codec;
            return 0;
        }
    }
    ou_val text = ou_str_new(vm, name, n);
    return text == OU_EXC ? -1 : ou_fail(ou_raise(vm, &ou_exc_LookupError, "unknown encoding: %v", text));
}

/* Looked at only when there is an error to handle, as in CPython. */
static int find_handler(struct ou_vm *vm, ou_val errors, bool encoding, enum handler *out)
{
    static const char *const names[] = {"strict", "ignore", "replace", "backslashreplace",
                                        "xmlcharrefreplace"};
    *out = STRICT;
    if (!errors)
        return 0;
    for (int i = 0; i < (OU_WITH_CODECS ? 4 + encoding : 3); i++) {
        if (ou_str_is(vm, errors, names[i])) {
            *out = (enum handler)i;
            return 0;
        }
    }
    return ou_fail(ou_raise(vm, &ou_exc_LookupError, "unknown error handler name '%v'", errors));
}

/* -- encoding -- */

static ou_val raise_encode(struct ou_vm *vm, enum codec codec, uint32_t c, size_t start, size_t end)
{
    const char *reason = codec == CODEC_UTF8    ? "surrogates not allowed"
                         : codec == CODEC_ASCII ? "ordinal not in range(128)"
                                                : "ordinal not in range(256)";
    if (end - start > 1)
        return ou_raise(vm, &ou_exc_UnicodeEncodeError,
                        "'%s' codec can't encode characters in position %zu-%zu: %s", codec_names[codec],
                        start, end - 1, reason);
    ou_val one = ou_str_from_char(vm, c);
    one = one == OU_EXC ? one : ou_ascii(vm, one);
    if (one == OU_EXC)
        return OU_EXC;
    return ou_raise(vm, &ou_exc_UnicodeEncodeError,
                    "'%s' codec can't encode character %v in position %zu: %s", codec_names[codec], one,
                    start, reason);
}

static bool encodable(enum codec codec, uint32_t c)
{
    if (codec == CODEC_UTF8)
        return c < 0xd800 || c > 0xdfff;
    return c < (codec == CODEC_ASCII ? 0x80u : 0x100u);
}

static void encode_error(struct ou_builder *b, enum handler handler, uint32_t c)
{
    char text[16];
    size_t n = 0;
    if (handler == REPLACE) {
        text[n++] = '?';
    } else if (!OU_WITH_CODECS) {
        /* ignored */
    } else if (handler == BACKSLASH) {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        text[n++] = '\\';
        text[n++] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
        while (digits--)
            text[n++] = "0123456789abcdef"[c >> (4 * digits) & 15];
    } else if (handler == XML) {
        char digits[8];
        size_t k = 0;
        for (; c; c /= 10)
            digits[k++] = (char)('0' + c % 10);
        text[n++] = '&';
        text[n++] = '#';
        while (k)
            text[n++] = digits[--k];
        text[n++] = ';';
    }
    ou_builder_add(b, text, n);
}

ou_val ou_str_encode(struct ou_vm *vm, ou_val str, const char *encoding, size_t encoding_n, ou_val errors)
{
    enum codec codec;
    if (find_codec(vm, encoding, encoding_n, &codec) < 0)
        return OU_EXC;
    if (!OU_WITH_CODECS) /* as the compiler does not know */
        codec = CODEC_UTF8;
    size_t n;
    const uint8_t *p = ou_str_data(vm, str, &n), *end = p + n;
    if (ou_str_is_ascii(vm, str) || (codec == CODEC_UTF8 && !memchr(p, 0xed, n)))
        return ou_bytes_new(vm, p, n);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (size_t position = 0; p < end; position++) {
        const uint8_t *from = p;
        uint32_t c = ou_utf8_next(&p);
        if (encodable(codec, c)) {
            if (codec == CODEC_UTF8)
                ou_builder_add(&b, from, (size_t)(p - from));
            else
                ou_builder_add_byte(&b, (uint8_t)c);
            continue;
        }
        enum handler handler;
        if (find_handler(vm, errors, true, &handler) < 0)
            return OU_EXC;
        if (handler == STRICT) {
            size_t stop = position + 1;
            while (p < end && !encodable(codec, ou_utf8_next(&p)))
                stop++;
            return raise_encode(vm, codec, c, position, stop);
        }
        encode_error(&b, handler, c);
    }
    return ou_builder_bytes(&b);
}

/* -- decoding -- */

static ou_val raise_decode(struct ou_vm *vm, enum codec codec, uint8_t byte, size_t start, size_t n,
                           const char *reason)
{
    if (n > 1)
        return ou_raise(vm, &ou_exc_UnicodeDecodeError,
                        "'%s' codec can't decode bytes in position %zu-%zu: %s", codec_names[codec], start,
                        start + n - 1, reason);
    char hex[3] = {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15], 0};
    return ou_raise(vm, &ou_exc_UnicodeDecodeError, "'%s' codec can't decode byte 0x%s in position %zu: %s",
                    codec_names[codec], hex, start, reason);
}

ou_val ou_str_decode(struct ou_vm *vm, const uint8_t *data, size_t n, const char *encoding, size_t encoding_n,
                     ou_val errors)
{
    enum codec codec;
    if (find_codec(vm, encoding, encoding_n, &codec) < 0)
        return OU_EXC;
    if (!OU_WITH_CODECS) /* as the compiler does not know */
        codec = CODEC_UTF8;
    if (ou_utf8_is_ascii(data, n))
        return ou_str_part(vm, data, n, true);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (codec == CODEC_LATIN1) {
        for (size_t i = 0; i < n; i++)
            ou_builder_add_char(&b, data[i]);
        return ou_builder_str(&b);
    }
    for (size_t i = 0; i < n;) {
        size_t bad = 1, good;
        const char *reason = "ordinal not in range(128)";
        if (codec == CODEC_UTF8)
            good = ou_utf8_find_bad(data + i, n - i, &bad, &reason);
        else
            for (good = 0; i + good < n && data[i + good] < 0x80;)
                good++;
        if (good == n)
            return ou_str_part(vm, data, n, false);
        ou_builder_add(&b, data + i, good);
        i += good;
        if (i == n)
            break;
        enum handler handler;
        if (find_handler(vm, errors, false, &handler) < 0)
            return OU_EXC;
        if (handler == STRICT)
            return raise_decode(vm, codec, data[i], i, bad, reason);
        if (handler == REPLACE)
            ou_builder_add_char(&b, 0xfffd);
        else if (OU_WITH_CODECS && handler == BACKSLASH)
            for (size_t k = 0; k < bad; k++)
                encode_error(&b, BACKSLASH, data[i + k]);
        i += bad;
    }
    return ou_builder_str(&b);
}

ou_val ou_str_from_utf8(struct ou_vm *vm, const void *data, size_t n)
{
    return ou_str_decode(vm, data, n, NULL, 0, OU_ABSENT);
}
