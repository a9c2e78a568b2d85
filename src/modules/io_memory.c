/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * StringIO and BytesIO: a block of bytes that doubles.  Text is UTF-8; its position is kept in bytes and
 * shown in characters.
 *
 * The size is a small int.  The position is an int of any size: that of a BytesIO may lie as far behind the end as a
 * machine word goes.
 */
#include "modules/io_stream.h"

enum { BUFFER = 1, SIZE, POSITION, CLOSED, WORDS };

static ou_int get(ou_val f, size_t i) { return ou_small_value(ou_field(f, i)); }
static void set(struct ou_vm *vm, ou_val f, size_t i, ou_int n) { ou_field_set(vm, f, i, ou_small(n)); }
static ou_int position(struct ou_vm *vm, ou_val f)
{
    ou_int at = 0;
    (void)!ou_to_int(vm, ou_field(f, POSITION), &at); /* it was a machine word when it was set */
    return at;
}

static int set_position(struct ou_vm *vm, ou_val f, ou_int at)
{
    ou_val v = ou_int_new(vm, at);
    if (v == OU_EXC)
        return -1;
    ou_field_set(vm, f, POSITION, v);
    return 0;
}

static bool is_closed(ou_val f) { return get(f, CLOSED) != 0; }
static bool is_text(ou_val f) { return *(const ou_val *)ou_ptr(f) == OU_ROM(&ou_type_string_io); }

static uint8_t *data_of(ou_val f)
{
    static const uint8_t nothing[1];
    return ou_field(f, BUFFER) ? ou_bytes_writable(ou_field(f, BUFFER)) : (uint8_t *)(uintptr_t)nothing;
}

static bool can(ou_val f, char what)
{
    (void)f, (void)what;
    return true;
}

/* Byte offset behind `n` characters (or bytes) from offset `at`. */
static ou_int advance(ou_val f, ou_int at, ou_int n)
{
    ou_int size = get(f, SIZE);
    const uint8_t *p = data_of(f);
    if (!is_text(f))
        return n > size - at ? size : at + n;
    for (; at < size; at++)
        if ((p[at] & 0xc0) != 0x80 && n-- == 0)
            break;
    return at;
}

static ou_int count(ou_val f, ou_int from, ou_int to)
{
    const uint8_t *p = data_of(f);
    ou_int n = 0;
    if (!is_text(f))
        return to - from;
    for (; from < to; from++)
        n += (p[from] & 0xc0) != 0x80;
    return n;
}

static ou_val take(struct ou_vm *vm, ou_val f, ou_int to)
{
    ou_int from = position(vm, f);
    if (from >= to)
        return is_text(f) ? OU_S() : ou_bytes_new(vm, NULL, 0);
    set(vm, f, POSITION, to); /* not behind the end */
    const uint8_t *p = data_of(f) + from;
    return is_text(f) ? ou_str_new(vm, (const char *)p, (size_t)(to - from))
                      : ou_bytes_new(vm, p, (size_t)(to - from));
}

static ou_val memory_read(struct ou_vm *vm, ou_val f, ou_int n)
{
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    return take(vm, f, n < 0 ? get(f, SIZE) : advance(f, position(vm, f), n));
}

static ou_val memory_readline(struct ou_vm *vm, ou_val f, ou_int limit)
{
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    ou_int from = position(vm, f), size = get(f, SIZE);
    if (from >= size)
        return take(vm, f, from);
    const uint8_t *p = data_of(f), *end = memchr(p + from, '\n', (size_t)(size - from));
    ou_int to = end ? end + 1 - p : size;
    if (limit >= 0) {
        ou_int most = advance(f, from, limit);
        to = most < to ? most : to;
    }
    return take(vm, f, to);
}

static int reserve(struct ou_vm *vm, ou_val f, size_t wanted)
{
    size_t capacity = 0, size = (size_t)get(f, SIZE);
    if (ou_field(f, BUFFER))
        ou_bytes_data(ou_field(f, BUFFER), &capacity);
    if (wanted <= capacity)
        return 0;
    ou_val grown = ou_bytes_new(vm, NULL, wanted + wanted / 2 + 32);
    if (grown == OU_EXC)
        return -1;
    memcpy(ou_bytes_writable(grown), data_of(f), size);
    ou_field_set(vm, f, BUFFER, grown);
    return 0;
}

static int overwrite(struct ou_vm *vm, ou_val f, const uint8_t *p, size_t n, ou_int replaced_end)
{
    size_t at = (size_t)position(vm, f), size = (size_t)get(f, SIZE), wanted;
    size_t tail = (size_t)replaced_end < size ? size - (size_t)replaced_end : 0;
    if (n == 0)
        return 0;
    if (n > PTRDIFF_MAX - at)
        return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "new buffer size too large"));
    if (__builtin_add_overflow(at + n, tail, &wanted) || wanted > (size_t)OU_SMALL_MAX / 2)
        return ou_fail(ou_raise_memory(vm, at + n));
    if (reserve(vm, f, wanted) < 0)
        return -1;
    uint8_t *data = data_of(f);
    if (at > size)
        memset(data + size, 0, at - size);
    memmove(data + at + n, data + replaced_end, tail);
    memcpy(data + at, p, n);
    set(vm, f, POSITION, (ou_int)(at + n));
    set(vm, f, SIZE, (ou_int)(at + n + tail));
    return 0;
}

static ou_val string_write(struct ou_vm *vm, ou_val f, ou_val data)
{
    ou_val text = ou_cast_native(data, &ou_type_str);
    size_t n;
    if (!text)
        return ou_raise(vm, &ou_exc_TypeError, "string argument expected, got '%T'", data);
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    const char *p = ou_str_text(vm, text, &n);
    ou_int length = ou_str_length(vm, text), at = position(vm, f);
    /* characters replace characters, which may have other sizes */
    ou_int end = at < get(f, SIZE) ? advance(f, at, length) : at;
    if (overwrite(vm, f, (const uint8_t *)p, n, end) < 0)
        return OU_EXC;
    return ou_int_new(vm, length);
}

static ou_val bytes_write(struct ou_vm *vm, ou_val f, ou_val data)
{
    struct ou_buffer buffer;
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    if (ou_get_buffer(vm, data, &buffer) < 0)
        return OU_EXC;
    size_t end = (size_t)position(vm, f) + buffer.size; /* of what is replaced: cannot wrap around */
    if (overwrite(vm, f, buffer.data, buffer.size, (ou_int)(end < PTRDIFF_MAX ? end : PTRDIFF_MAX)) < 0)
        return OU_EXC;
    return ou_int_new(vm, (ou_int)buffer.size);
}

static ou_int memory_seek(struct ou_vm *vm, ou_val f, ou_int offset, int whence)
{
    if (is_closed(f))
        return ou_fail(ou_io_raise_closed(vm, f));
    ou_int size = get(f, SIZE), at = position(vm, f);
    if (is_text(f)) {
        if (whence && offset)
            return ou_fail(ou_raise(vm, &ou_exc_OSError, "Can't do nonzero cur-relative seeks"));
        at = whence == 1 ? at : whence == 2 ? size : advance(f, 0, offset);
    } else {
        ou_int from = whence == 0 ? 0 : whence == 1 ? at : size;
        if (offset > PTRDIFF_MAX - from)
            return ou_fail(ou_raise(vm, &ou_exc_OverflowError, "new position too large"));
        at = from + offset < 0 ? 0 : from + offset;
    }
    if (set_position(vm, f, at) < 0)
        return -1;
    return at > size ? count(f, 0, size) + (at - size) : count(f, 0, at); /* a gap is of a byte each */
}

static int memory_flush(struct ou_vm *vm, ou_val f)
{
    return is_closed(f) ? ou_fail(ou_io_raise_closed(vm, f)) : 0;
}

static int memory_close(struct ou_vm *vm, ou_val f)
{
    ou_field_set(vm, f, BUFFER, OU_ABSENT);
    set(vm, f, SIZE, 0);
    set(vm, f, POSITION, 0);
    set(vm, f, CLOSED, 1);
    return 0;
}

const struct io_kind ou_io_string = {
    &ou_type_string_io, memory_read,  memory_readline, string_write, memory_seek,
    memory_flush,       memory_close, is_closed,       can,
};
const struct io_kind ou_io_bytes = {
    &ou_type_bytes_io, memory_read,  memory_readline, bytes_write, memory_seek,
    memory_flush,      memory_close, is_closed,       can,
};

/* -- making -- */

static ou_val memory_new(struct ou_vm *vm, const struct ou_type *type, ou_val initial)
{
    ou_val f = ou_object_new(vm, type, WORDS, false);
    if (f == OU_EXC)
        return f;
    for (size_t i = SIZE; i < WORDS; i++)
        set(vm, f, i, 0);
    if (initial && initial != OU_NONE) {
        ou_val written =
            type == &ou_type_string_io ? string_write(vm, f, initial) : bytes_write(vm, f, initial);
        if (written == OU_EXC)
            return OU_EXC;
        set(vm, f, POSITION, 0);
    }
    return f;
}

static ou_val string_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type;
    ou_val a[2];
    if (ou_args_parse(vm, "StringIO", "|initial_value newline", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    if (a[0] && a[0] != OU_NONE && !ou_cast_native(a[0], &ou_type_str))
        return ou_raise(vm, &ou_exc_TypeError, "initial_value must be str or None, not %T", a[0]);
    return memory_new(vm, &ou_type_string_io, a[0]);
}

static ou_val bytes_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                              const ou_val *args)
{
    (void)type;
    ou_val a;
    if (ou_args_parse(vm, "BytesIO", "|initial_bytes", n_args, n_kw, args, &a) < 0)
        return OU_EXC;
    return memory_new(vm, &ou_type_bytes_io, a);
}

OU_NATIVE_STATIC(getvalue_fn)
{
    ou_val f = args[0];
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    size_t n = (size_t)get(f, SIZE);
    return is_text(f) ? ou_str_new(vm, (const char *)data_of(f), n)
                      : ou_bytes_new(vm, n ? data_of(f) : NULL, n);
}

OU_NATIVE_STATIC(truncate_fn)
{
    ou_val f = args[0];
    ou_int at = position(vm, f), n = is_text(f) ? count(f, 0, at) : at;
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    if (n_args > 1 && args[1] != OU_NONE && ou_to_int(vm, args[1], &n) < 0)
        return OU_EXC;
    if (n < 0)
        return ou_raise(vm, &ou_exc_ValueError, "%s size value %zd", is_text(f) ? "Negative" : "negative", n);
    at = advance(f, 0, n);
    if (at < get(f, SIZE)) {
        ou_int behind = position(vm, f) - at; /* which is in bytes, and a gap in characters, of a byte each */
        if (is_text(f) && behind > 0)
            set(vm, f, POSITION, at + count(f, at, at + behind));
        set(vm, f, SIZE, at);
    }
    return ou_int_new(vm, n);
}

OU_METHOD(string_getvalue, getvalue_fn, &ou_type_string_io, OU_S(getvalue), 1, 1, 0);
OU_METHOD(string_truncate, truncate_fn, &ou_type_string_io, OU_S(truncate), 1, 2, 0);
OU_METHOD(bytes_getvalue, getvalue_fn, &ou_type_bytes_io, OU_S(getvalue), 1, 1, 0);
OU_METHOD(bytes_truncate, truncate_fn, &ou_type_bytes_io, OU_S(truncate), 1, 2, 0);

#define ENTRIES(get_value, cut)                                                               \
    {OU_S(__enter__), OU_ROM(&ou_io_enter)}, {OU_S(__exit__), OU_ROM(&ou_io_exit)},           \
        {OU_S(close), OU_ROM(&ou_io_close)}, {OU_S(closed), OU_ROM(&ou_io_closed)},           \
        {OU_S(flush), OU_ROM(&ou_io_flush)}, {OU_S(getvalue), OU_ROM(&get_value)},            \
        {OU_S(read), OU_ROM(&ou_io_read)}, {OU_S(readable), OU_ROM(&ou_io_readable)},         \
        {OU_S(readinto), OU_ROM(&ou_io_readinto)}, {OU_S(readline), OU_ROM(&ou_io_readline)}, \
        {OU_S(readlines), OU_ROM(&ou_io_readlines)}, {OU_S(seek), OU_ROM(&ou_io_seek)},       \
        {OU_S(seekable), OU_ROM(&ou_io_seekable)}, {OU_S(tell), OU_ROM(&ou_io_tell)},         \
        {OU_S(truncate), OU_ROM(&cut)}, {OU_S(writable), OU_ROM(&ou_io_writable)},            \
        {OU_S(write), OU_ROM(&ou_io_write)}, {OU_S(writelines), OU_ROM(&ou_io_writelines)},
static const struct ou_rom_entry string_entries[] = {ENTRIES(string_getvalue, string_truncate)};
static const struct ou_rom_entry bytes_entries[] = {ENTRIES(bytes_getvalue, bytes_truncate)};
static OU_ROM_TABLE(string_table, string_entries);
static OU_ROM_TABLE(bytes_table, bytes_entries);

static const struct ou_type_ops string_ops = {
    .construct = string_construct, .iter = ou_io_iter, .next = ou_io_next};
static const struct ou_type_ops bytes_ops = {
    .construct = bytes_construct, .iter = ou_io_iter, .next = ou_io_next};
OU_ROM_ALIGN const struct ou_type ou_type_string_io = {.type = OU_ROM(&ou_type_type),
                                                       .ops = OU_ROM(&string_ops),
                                                       .name = OU_S(StringIO),
                                                       .bases = OU_ROM(&ou_type_object),
                                                       .dict = OU_ROM(&string_table),
                                                       .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                       .version = OU_SMALL_CONST(0)};
OU_ROM_ALIGN const struct ou_type ou_type_bytes_io = {.type = OU_ROM(&ou_type_type),
                                                      .ops = OU_ROM(&bytes_ops),
                                                      .name = OU_S(BytesIO),
                                                      .bases = OU_ROM(&ou_type_object),
                                                      .dict = OU_ROM(&bytes_table),
                                                      .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                      .version = OU_SMALL_CONST(0)};
