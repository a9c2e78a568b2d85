/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the streams of module io have in common: the methods that are made of others.
 *
 * A stream type gives a table of primitives; read, readline, write and their relatives are native methods
 * shared by all of them, which check that self is a stream at all.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_IO_STREAM_H
#define OURO_INCLUDED_SRC_MODULES_IO_STREAM_H

#include <ouro/ouro.h>

struct io_kind {
    const struct ou_type *type;
    /* All raise if the stream is closed.  n and limit: -1 for no limit. */
    ou_val (*read)(struct ou_vm *vm, ou_val self, ou_int n);
    ou_val (*readline)(struct ou_vm *vm, ou_val self, ou_int limit); /* empty at the end */
    ou_val (*write)(struct ou_vm *vm, ou_val self, ou_val data);
    ou_int (*seek)(struct ou_vm *vm, ou_val self, ou_int offset, int whence); /* the new position, -1 */
    int (*flush)(struct ou_vm *vm, ou_val self);
    int (*close)(struct ou_vm *vm, ou_val self);
    bool (*is_closed)(ou_val self);
    bool (*can)(ou_val self, char what); /* 'r', 'w', 's' */
};
extern const struct io_kind ou_io_text_file, ou_io_binary_file, ou_io_string, ou_io_bytes, ou_io_stdio;

extern const struct ou_type ou_type_text_file, ou_type_binary_file, ou_type_string_io, ou_type_bytes_io,
    ou_exc_UnsupportedOperation;

/* The shared methods. */
extern const struct ou_native ou_io_close, ou_io_enter, ou_io_exit, ou_io_flush, ou_io_read, ou_io_readable,
    ou_io_readinto, ou_io_readline, ou_io_readlines, ou_io_seek, ou_io_seekable, ou_io_tell, ou_io_writable,
    ou_io_write, ou_io_writelines;
extern const struct ou_native_property ou_io_closed;
/* For ops->iter and ops->next. */
ou_val ou_io_iter(struct ou_vm *vm, ou_val self);
ou_val ou_io_next(struct ou_vm *vm, ou_val self);
ou_val ou_io_raise_closed(struct ou_vm *vm, ou_val self);
ou_val ou_io_raise_unsupported(struct ou_vm *vm, const char *what);

#endif /* OURO_INCLUDED_SRC_MODULES_IO_STREAM_H */
