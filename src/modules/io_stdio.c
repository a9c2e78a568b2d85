/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * sys.stdin, sys.stdout and sys.stderr: objects in ROM without a state of their own.  Output goes to the
 * port, which buffers if it likes; input is read a byte at a time, because there is nowhere to keep what
 * would be read ahead.
 */
#include "modules/io_stream.h"

#define BINARY 16

static int fd_of(ou_val f) { return (int)ou_small_value(((const struct ou_stdio *)ou_ptr(f))->fd); }

static bool is_closed(ou_val f)
{
    (void)f;
    return false;
}

static bool can(ou_val f, char what)
{
    int fd = fd_of(f) & ~BINARY;
    return what == 'r' ? fd == 0 : what == 'w' && fd != 0;
}

static ou_val finish(struct ou_vm *vm, ou_val f, struct ou_builder *b)
{
    if (b->failed || (fd_of(f) & BINARY))
        return ou_builder_bytes(b);
    return ou_str_from_utf8(vm, b->data, b->size);
}

/* Reads to the end, to a line's end, or to `limit` characters. */
static ou_val read_some(struct ou_vm *vm, ou_val f, ou_int limit, bool line)
{
    struct ou_builder b;
    bool binary = fd_of(f) & BINARY;
    if ((fd_of(f) & ~BINARY) != 0)
        return ou_io_raise_unsupported(vm, "not readable");
    ou_builder_init(vm, &b);
    size_t more = 0; /* bytes that the character still lacks */
    for (ou_int n = 0; limit < 0 || n < limit || more;) {
        uint8_t c;
        long got = ou_port_file_read(0, &c, 1);
        if (got < 0)
            return ou_poll(vm) < 0 ? OU_EXC : ou_raise_os_error(vm, (int)-got, OU_ABSENT);
        if (got == 0 || ou_builder_add_byte(&b, c) < 0)
            break;
        if (binary || (c & 0xc0) != 0x80) {
            n++;
            more = binary || c < 0xc0 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
        } else if (more) {
            more--;
        }
        if (line && c == '\n')
            break;
    }
    return finish(vm, f, &b);
}

static ou_val stdio_read(struct ou_vm *vm, ou_val f, ou_int n) { return read_some(vm, f, n, false); }
static ou_val stdio_readline(struct ou_vm *vm, ou_val f, ou_int limit)
{
    return read_some(vm, f, limit, true);
}

static ou_val stdio_write(struct ou_vm *vm, ou_val f, ou_val data)
{
    int fd = fd_of(f) & ~BINARY;
    if (fd == 0)
        return ou_io_raise_unsupported(vm, "not writable");
    if (fd_of(f) & BINARY) {
        struct ou_buffer buffer;
        if (ou_get_buffer(vm, data, &buffer) < 0)
            return OU_EXC;
        ou_port_write(fd, (const char *)buffer.data, buffer.size);
        return ou_small((ou_int)buffer.size);
    }
    ou_val text = ou_cast_native(data, &ou_type_str);
    if (!text)
        return ou_raise(vm, &ou_exc_TypeError, "write() argument must be str, not %T", data);
    size_t n;
    const char *p = ou_str_text(vm, text, &n);
    ou_port_write(fd, p, n);
    return ou_small(ou_str_length(vm, text));
}

static ou_int stdio_seek(struct ou_vm *vm, ou_val f, ou_int offset, int whence)
{
    (void)f, (void)offset, (void)whence;
    return ou_fail(ou_io_raise_unsupported(vm, "underlying stream is not seekable"));
}

static int nothing(struct ou_vm *vm, ou_val f)
{
    (void)vm, (void)f;
    return 0;
}

const struct io_kind ou_io_stdio = {
    &ou_type_stdio, stdio_read, stdio_readline, stdio_write, stdio_seek, nothing, nothing, is_closed, can,
};

OU_ROM_ALIGN const struct ou_stdio ou_stdin = {OU_ROM(&ou_type_stdio), OU_SMALL_CONST(0)};
OU_ROM_ALIGN const struct ou_stdio ou_stdout = {OU_ROM(&ou_type_stdio), OU_SMALL_CONST(1)};
OU_ROM_ALIGN const struct ou_stdio ou_stderr = {OU_ROM(&ou_type_stdio), OU_SMALL_CONST(2)};
OU_ROM_ALIGN static const struct ou_stdio binary[3] = {
    {OU_ROM(&ou_type_stdio), OU_SMALL_CONST(BINARY)},
    {OU_ROM(&ou_type_stdio), OU_SMALL_CONST(1 + BINARY)},
    {OU_ROM(&ou_type_stdio), OU_SMALL_CONST(2 + BINARY)},
};

static ou_val get_name(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    int fd = fd_of(self) & ~BINARY;
    return fd == 0 ? OU_S(_lt_stdin_gt_) : fd == 1 ? OU_S(_lt_stdout_gt_) : OU_S(_lt_stderr_gt_);
}

static ou_val get_mode(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return fd_of(self) & ~BINARY ? OU_S(w) : OU_S(r);
}

static ou_val get_encoding(struct ou_vm *vm, ou_val self)
{
    (void)vm, (void)self;
    return OU_S(utf_dash_8);
}

static ou_val get_buffer(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return OU_ROM(&binary[fd_of(self) & ~BINARY]);
}

OU_NATIVE_STATIC(fileno_fn) { return ou_small(fd_of(args[0]) & ~BINARY); }

OU_NATIVE_STATIC(isatty_fn) { return OU_FALSE; /* the port does not say */ }

static ou_val stdio_repr(struct ou_vm *vm, ou_val self)
{
    return ou_str_format(vm, "<_io.TextIOWrapper name=%r mode=%r encoding='utf-8'>", get_name(vm, self),
                         get_mode(vm, self));
}

OU_PROPERTY(name_property, OU_S(name), get_name, NULL);
OU_PROPERTY(mode_property, OU_S(mode), get_mode, NULL);
OU_PROPERTY(encoding_property, OU_S(encoding), get_encoding, NULL);
OU_PROPERTY(buffer_property, OU_S(buffer), get_buffer, NULL);
OU_METHOD(fileno_method, fileno_fn, &ou_type_stdio, OU_S(fileno), 1, 1, 0);
OU_METHOD(isatty_method, isatty_fn, &ou_type_stdio, OU_S(isatty), 1, 1, 0);

static const struct ou_rom_entry entries[] = {
    {OU_S(buffer), OU_ROM(&buffer_property)},      {OU_S(close), OU_ROM(&ou_io_close)},
    {OU_S(closed), OU_ROM(&ou_io_closed)},         {OU_S(encoding), OU_ROM(&encoding_property)},
    {OU_S(fileno), OU_ROM(&fileno_method)},        {OU_S(flush), OU_ROM(&ou_io_flush)},
    {OU_S(isatty), OU_ROM(&isatty_method)},        {OU_S(mode), OU_ROM(&mode_property)},
    {OU_S(name), OU_ROM(&name_property)},          {OU_S(read), OU_ROM(&ou_io_read)},
    {OU_S(readable), OU_ROM(&ou_io_readable)},     {OU_S(readline), OU_ROM(&ou_io_readline)},
    {OU_S(readlines), OU_ROM(&ou_io_readlines)},   {OU_S(seekable), OU_ROM(&ou_io_seekable)},
    {OU_S(writable), OU_ROM(&ou_io_writable)},     {OU_S(write), OU_ROM(&ou_io_write)},
    {OU_S(writelines), OU_ROM(&ou_io_writelines)},
};
static OU_ROM_TABLE(table, entries);
static const struct ou_type_ops stdio_ops = {.repr = stdio_repr, .iter = ou_io_iter, .next = ou_io_next};
OU_ROM_ALIGN const struct ou_type ou_type_stdio = {.type = OU_ROM(&ou_type_type),
                                                   .ops = OU_ROM(&stdio_ops),
                                                   .name = OU_S(TextIOWrapper),
                                                   .bases = OU_ROM(&ou_type_object),
                                                   .dict = OU_ROM(&table),
                                                   .flags = OU_SMALL_CONST(OU_TYPE_FINAL | OU_TYPE_WEAKREF),
                                                   .version = OU_SMALL_CONST(0)};
