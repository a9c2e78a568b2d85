/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The methods that all streams share; see io_stream.h.
 */
#include "modules/io_stream.h"

/* clang-format off */
static const struct io_kind *const kinds[] = {
    &ou_io_stdio,
    OU_IF(FILES, &ou_io_text_file,)
    OU_IF(FILES, &ou_io_binary_file,)
    OU_IF(IO_MEMORY, &ou_io_string,)
    OU_IF(IO_MEMORY, &ou_io_bytes,)
};
/* clang-format on */

/* The kind of a stream, and the native stream itself in place of an instance of a subclass. */
static const struct io_kind *kind_of(struct ou_vm *vm, ou_val *self)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        ou_val native = ou_cast_native(*self, kinds[i]->type);
        if (native) {
            *self = native;
            return kinds[i];
        }
    }
    ou_raise(vm, &ou_exc_TypeError, "a stream is required, not '%T'", *self);
    return NULL;
}

ou_val ou_io_raise_closed(struct ou_vm *vm, ou_val self)
{
    /* the full stop is CPython's, as is its absence */
    return ou_raise_message(vm, OU_WITH_IO_MEMORY && ou_type_of(self) == &ou_type_string_io
                                    ? OU_MESSAGE(&ou_exc_ValueError, "I/O operation on closed file")
                                    : OU_MESSAGE(&ou_exc_ValueError, "I/O operation on closed file."));
}

ou_val ou_io_raise_unsupported(struct ou_vm *vm, const char *what)
{
    return (ou_raise)(vm, OU_WITH_FILES ? &ou_exc_UnsupportedOperation : &ou_exc_OSError, "%s", what);
}

/* An optional size: None, absent and negative mean no limit. */
static int size_arg(struct ou_vm *vm, unsigned n_args, const ou_val *args, ou_int *out)
{
    *out = -1;
    if (n_args < 2 || args[1] == OU_NONE)
        return 0;
    if (ou_to_int(vm, args[1], out) < 0)
        return -1;
    if (*out < 0)
        *out = -1;
    return 0;
}

#define SELF                                         \
    ou_val self = args[0];                           \
    const struct io_kind *kind = kind_of(vm, &self); \
    if (!kind)                                       \
    return OU_EXC

OU_NATIVE_STATIC(read_fn)
{
    SELF;
    ou_int n;
    return size_arg(vm, n_args, args, &n) < 0 ? OU_EXC : kind->read(vm, self, n);
}

OU_NATIVE_STATIC(readline_fn)
{
    SELF;
    ou_int n;
    return size_arg(vm, n_args, args, &n) < 0 ? OU_EXC : kind->readline(vm, self, n);
}

OU_NATIVE_STATIC(readlines_fn)
{
    SELF;
    ou_int hint, total = 0;
    ou_val list = size_arg(vm, n_args, args, &hint) < 0 ? OU_EXC : ou_list_new(vm, 0, NULL);
    while (list != OU_EXC) {
        ou_val line = ou_poll(vm) < 0 ? OU_EXC : kind->readline(vm, self, -1);
        ou_int n = line == OU_EXC ? -1 : ou_len(vm, line);
        if (n < 0)
            return OU_EXC;
        if (n == 0)
            break;
        if (ou_list_append(vm, list, line) < 0)
            return OU_EXC;
        total += n;
        if (hint > 0 && total >= hint)
            break;
    }
    return list;
}

OU_NATIVE_STATIC(readinto_fn)
{
    SELF;
    struct ou_buffer target, source;
    if (ou_get_buffer(vm, args[1], &target) < 0)
        return OU_EXC;
    if (target.read_only)
        return ou_raise(vm, &ou_exc_TypeError,
                        "readinto() argument must be read-write bytes-like object, not %T", args[1]);
    ou_val data = kind->read(vm, self, (ou_int)target.size);
    if (data == OU_EXC || ou_get_buffer(vm, data, &source) < 0 || ou_get_buffer(vm, args[1], &target) < 0)
        return OU_EXC;
    size_t n = source.size < target.size ? source.size : target.size;
    memcpy(target.data, source.data, n);
    return ou_int_new(vm, (ou_int)n);
}

OU_NATIVE_STATIC(write_fn)
{
    SELF;
    return kind->write(vm, self, args[1]);
}

OU_NATIVE_STATIC(writelines_fn)
{
    SELF;
    ou_val iterator = ou_iter(vm, args[1]), line;
    if (iterator == OU_EXC)
        return OU_EXC;
    while ((line = ou_next(vm, iterator)) != OU_STOP)
        if (line == OU_EXC || kind->write(vm, self, line) == OU_EXC)
            return OU_EXC;
    return OU_NONE;
}

OU_NATIVE_STATIC(seek_fn)
{
    SELF;
    ou_int offset, whence = 0;
    if (ou_to_int(vm, args[1], &offset) < 0 || (n_args > 2 && ou_to_int(vm, args[2], &whence) < 0))
        return OU_EXC;
    if (whence < 0 || whence > 2)
        return ou_raise(vm, &ou_exc_ValueError, "invalid whence (%zd, should be 0, 1 or 2)", whence);
    if (whence == 0 && offset < 0)
        return ou_raise_message(vm,
                                OU_WITH_IO_MEMORY && kind == &ou_io_bytes
                                    ? OU_MESSAGE(&ou_exc_ValueError, "negative seek value %zd")
                                : OU_WITH_IO_MEMORY && kind == &ou_io_string
                                    ? OU_MESSAGE(&ou_exc_ValueError, "Negative seek position %zd")
                                    : OU_MESSAGE(&ou_exc_ValueError, "negative seek position %zd"),
                                offset);
    ou_int at = kind->seek(vm, self, offset, (int)whence);
    return at < 0 ? OU_EXC : ou_int_new(vm, at);
}

OU_NATIVE_STATIC(tell_fn)
{
    SELF;
    ou_int at = kind->seek(vm, self, 0, 1);
    return at < 0 ? OU_EXC : ou_int_new(vm, at);
}

OU_NATIVE_STATIC(flush_fn)
{
    SELF;
    return kind->flush(vm, self) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(close_fn)
{
    SELF;
    return kind->close(vm, self) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(enter_fn)
{
    SELF;
    return kind->is_closed(self) ? ou_io_raise_closed(vm, self) : args[0];
}

static ou_val can(struct ou_vm *vm, const ou_val *args, char what)
{
    SELF;
    return kind->is_closed(self) ? ou_io_raise_closed(vm, self) : ou_bool(kind->can(self, what));
}

OU_NATIVE_STATIC(readable_fn) { return can(vm, args, 'r'); }
OU_NATIVE_STATIC(writable_fn) { return can(vm, args, 'w'); }
OU_NATIVE_STATIC(seekable_fn) { return can(vm, args, 's'); }

static ou_val get_closed(struct ou_vm *vm, ou_val self)
{
    const struct io_kind *kind = kind_of(vm, &self);
    return kind ? ou_bool(kind->is_closed(self)) : OU_EXC;
}

OU_ROM_ALIGN const struct ou_native_property ou_io_closed =
    OU_NATIVE_PROPERTY(OU_S(closed), get_closed, NULL);

ou_val ou_io_iter(struct ou_vm *vm, ou_val self)
{
    const struct io_kind *kind = kind_of(vm, &self);
    return kind ? kind->is_closed(self) ? ou_io_raise_closed(vm, self) : self : OU_EXC;
}

ou_val ou_io_next(struct ou_vm *vm, ou_val self)
{
    const struct io_kind *kind = kind_of(vm, &self);
    ou_val line = kind ? kind->readline(vm, self, -1) : OU_EXC;
    if (line == OU_EXC)
        return line;
    if (line == OU_S())
        return OU_STOP;
    size_t n = 1;
    if (ou_type_of(line) == &ou_type_bytes)
        ou_bytes_data(line, &n);
    return n ? line : OU_STOP;
}

#define EXPORT(f, string, min, max)                 \
    OU_ROM_ALIGN const struct ou_native ou_io_##f = \
        OU_NATIVE(&ou_type_native_method, f##_fn, string, NULL, min, max, 0);
#define exit_fn close_fn
EXPORT(close, OU_S(close), 1, 1)
EXPORT(enter, OU_S(__enter__), 1, 1)
EXPORT(exit, OU_S(__exit__), 1, 4)
EXPORT(flush, OU_S(flush), 1, 1)
EXPORT(read, OU_S(read), 1, 2)
EXPORT(readable, OU_S(readable), 1, 1)
EXPORT(readinto, OU_S(readinto), 2, 2)
EXPORT(readline, OU_S(readline), 1, 2)
EXPORT(readlines, OU_S(readlines), 1, 2)
EXPORT(seek, OU_S(seek), 2, 3)
EXPORT(seekable, OU_S(seekable), 1, 1)
EXPORT(tell, OU_S(tell), 1, 1)
EXPORT(writable, OU_S(writable), 1, 1)
EXPORT(write, OU_S(write), 2, 2)
EXPORT(writelines, OU_S(writelines), 2, 2)
