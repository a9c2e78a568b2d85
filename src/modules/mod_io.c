/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module io: open() and files, over the port's file functions.
 *
 * A file has one small buffer, which holds either what was read ahead or what waits to be written; going
 * from one to the other empties it.  A file that is dropped is flushed and closed by its finaliser, which
 * needs no memory.  Text is decoded line by line or block by block; the position is always that in bytes.
 */
#include "modules/io_stream.h"

#define BUFFER_SIZE (OU_WORD_BITS == 64 ? 4096 : 512)

enum { HANDLE = 1, FLAGS, NAME, MODE, BUFFER, START, END, ENCODING, ERRORS, WORDS };

#define READABLE 1
#define WRITABLE 2
#define APPEND 4
#define BINARY 8
#define TRANSLATE 16  /* \r and \r\n are read as \n */
#define WRITING 32    /* the buffer holds what waits to be written: [0, END) */
#define CRLF 64       /* \n is written as \r\n */
#define LINES 128     /* flushed at each line */
#define UNIVERSAL 256 /* lines end with \r and \r\n, too, but are not changed */
#define RECODE 512    /* not plain UTF-8: str.encode and bytes.decode do it */
#define DIRECT 1024   /* what is written goes around the buffer */

static ou_int get(ou_val f, size_t i) { return ou_small_value(ou_field(f, i)); }
static void set(struct ou_vm *vm, ou_val f, size_t i, ou_int n) { ou_field_set(vm, f, i, ou_small(n)); }
static bool is_closed(ou_val f) { return get(f, HANDLE) < 0; }
static uint8_t *buffer_of(ou_val f) { return ou_bytes_writable(ou_field(f, BUFFER)); }

static bool can(ou_val f, char what)
{
    return what == 's' || (get(f, FLAGS) & (what == 'r' ? READABLE : WRITABLE)) != 0;
}

/* Writes out what waits; 0 or a negative errno.  Allocates nothing. */
static int flush_quietly(struct ou_vm *vm, ou_val f)
{
    if (!(get(f, FLAGS) & WRITING))
        return 0;
    const uint8_t *p = buffer_of(f);
    size_t left = (size_t)get(f, END);
    set(vm, f, END, 0);
    set(vm, f, FLAGS, get(f, FLAGS) & ~WRITING);
    while (left) {
        long done = ou_port_file_write((int)get(f, HANDLE), p, left);
        if (done <= 0)
            return done ? (int)done : -5;
        p += done;
        left -= (size_t)done;
    }
    return 0;
}

static int file_flush(struct ou_vm *vm, ou_val f)
{
    if (is_closed(f))
        return ou_fail(ou_io_raise_closed(vm, f));
    int status = flush_quietly(vm, f);
    return status < 0 ? ou_fail(ou_raise_os_error(vm, -status, OU_ABSENT)) : 0;
}

static int file_close(struct ou_vm *vm, ou_val f)
{
    if (is_closed(f))
        return 0;
    int status = flush_quietly(vm, f), closed = ou_port_file_close((int)get(f, HANDLE));
    set(vm, f, HANDLE, -1);
    ou_field_set(vm, f, BUFFER, OU_ABSENT);
    if (status == 0)
        status = closed;
    return status < 0 ? ou_fail(ou_raise_os_error(vm, -status, OU_ABSENT)) : 0;
}

static void file_finalise(struct ou_vm *vm, void *self)
{
    ou_val f = ou_from_ptr(self);
    if (is_closed(f))
        return;
    flush_quietly(vm, f);
    ou_port_file_close((int)get(f, HANDLE));
    set(vm, f, HANDLE, -1);
}

static int need_buffer(struct ou_vm *vm, ou_val f)
{
    if (ou_field(f, BUFFER))
        return 0;
    ou_val buffer = ou_bytes_new(vm, NULL, BUFFER_SIZE);
    if (buffer == OU_EXC)
        return -1;
    ou_field_set(vm, f, BUFFER, buffer);
    return 0;
}

/* -- reading -- */

static int begin_read(struct ou_vm *vm, ou_val f)
{
    if (is_closed(f))
        return ou_fail(ou_io_raise_closed(vm, f));
    if (!(get(f, FLAGS) & READABLE))
        return ou_fail(ou_io_raise_unsupported(vm, get(f, FLAGS) & BINARY ? "read" : "not readable"));
    if (file_flush(vm, f) < 0)
        return -1;
    return need_buffer(vm, f);
}

/* Bytes in the buffer, after reading more if there were none; 0 at the end, -1 raised. */
static ou_int fill(struct ou_vm *vm, ou_val f)
{
    ou_int have = get(f, END) - get(f, START);
    if (have > 0)
        return have;
    long n = ou_port_file_read((int)get(f, HANDLE), buffer_of(f), BUFFER_SIZE);
    if (n < 0)
        return ou_fail(ou_raise_os_error(vm, (int)-n, OU_ABSENT));
    set(vm, f, START, 0);
    set(vm, f, END, n);
    return n;
}

static void skip(struct ou_vm *vm, ou_val f, ou_int n) { set(vm, f, START, get(f, START) + n); }

/* Behind a \r: takes a \n that follows, and adds it to b unless that is NULL. */
static int take_newline(struct ou_vm *vm, ou_val f, struct ou_builder *b)
{
    ou_int n = fill(vm, f);
    if (n > 0 && buffer_of(f)[get(f, START)] == '\n') {
        skip(vm, f, 1);
        return b ? ou_builder_add_byte(b, '\n') : 0;
    }
    return n < 0 ? -1 : 0;
}

static ou_val finish(struct ou_vm *vm, ou_val f, struct ou_builder *b)
{
    if (get(f, FLAGS) & BINARY)
        return ou_builder_bytes(b);
    if (!(get(f, FLAGS) & RECODE)) {
        for (size_t i = 0; i < b->size; i++)
            if (b->data[i] >= 0x80)
                return b->failed ? OU_EXC : ou_str_from_utf8(vm, b->data, b->size);
        return ou_builder_str(b);
    }
    ou_val args[2] = {ou_field(f, ENCODING) ? ou_field(f, ENCODING) : OU_S(utf_dash_8), ou_field(f, ERRORS)};
    ou_val bytes = ou_builder_bytes(b);
    return bytes == OU_EXC ? bytes : ou_call_method(vm, bytes, OU_S(decode), args[1] ? 2 : 1, args);
}

/* The next part of the text that needs no look at its neighbours: up to a line's end, `limit` bytes or
 * characters at most (SIZE_MAX: none).  Adds it to b; *ended: it ends a line.  Its size in the unit of
 * limit, 0 at the end, -1. */
static ou_int add_part(struct ou_vm *vm, ou_val f, struct ou_builder *b, size_t limit, bool *ended)
{
    ou_int flags = get(f, FLAGS), have = fill(vm, f);
    *ended = false;
    if (have <= 0)
        return have;
    const uint8_t *p = buffer_of(f) + get(f, START), *end = p + have, *q = memchr(p, '\n', (size_t)have);
    const uint8_t *stop = q ? q + 1 : end;
    if (flags & (TRANSLATE | UNIVERSAL)) {
        const uint8_t *r = memchr(p, '\r', (size_t)(stop - p));
        if (r)
            stop = r + 1;
    }
    size_t units = (size_t)(stop - p);
    if (flags & BINARY) {
        if (units > limit) {
            stop = p + limit;
            units = limit;
        }
    } else if (limit != SIZE_MAX) { /* count characters: a character that goes on belongs to this part */
        const uint8_t *s = p;
        for (units = 0; s < stop; s++) {
            if ((*s & 0xc0) != 0x80 && units++ == limit) {
                units--;
                break;
            }
        }
        stop = s;
        units = units ? units : 1;
    }
    ou_int n = (ou_int)(stop - p);
    bool cr = (flags & (TRANSLATE | UNIVERSAL)) && n && stop[-1] == '\r', change = cr && (flags & TRANSLATE);
    *ended = n && (stop[-1] == '\n' || cr);
    if (ou_builder_add(b, p, (size_t)n - change) < 0 || (change && ou_builder_add_byte(b, '\n') < 0))
        return -1;
    skip(vm, f, n);
    if (cr && take_newline(vm, f, change ? NULL : b) < 0)
        return -1;
    return (ou_int)units;
}

/* Is the byte that comes next the rest of a character? */
static int inside_character(struct ou_vm *vm, ou_val f)
{
    if (get(f, FLAGS) & BINARY)
        return 0;
    ou_int n = fill(vm, f);
    return n <= 0 ? (int)n : (buffer_of(f)[get(f, START)] & 0xc0) == 0x80;
}

static ou_val read_some(struct ou_vm *vm, ou_val f, ou_int limit, bool line)
{
    struct ou_builder b;
    if (begin_read(vm, f) < 0)
        return OU_EXC;
    ou_builder_init(vm, &b);
    size_t left = limit < 0 ? SIZE_MAX : (size_t)limit;
    bool ended = false;
    while (left && !(line && ended)) {
        ou_int n = add_part(vm, f, &b, left, &ended);
        if (n < 0)
            return OU_EXC;
        if (n == 0)
            break;
        if (left == SIZE_MAX)
            continue;
        left -= (size_t)n < left ? (size_t)n : left;
        int more; /* a character that was split by the end of the buffer */
        while (!ended && (more = inside_character(vm, f)) != 0) {
            if (more < 0)
                return OU_EXC;
            ou_builder_add_byte(&b, buffer_of(f)[get(f, START)]);
            skip(vm, f, 1);
        }
    }
    return finish(vm, f, &b);
}

/* Large binary reads go around the buffer. */
static ou_val read_direct(struct ou_vm *vm, ou_val f, ou_int limit)
{
    struct ou_builder b;
    if (begin_read(vm, f) < 0)
        return OU_EXC;
    ou_builder_init(vm, &b);
    ou_int have = get(f, END) - get(f, START);
    if (limit >= 0 && have > limit)
        have = limit;
    ou_builder_add(&b, buffer_of(f) + get(f, START), (size_t)have);
    skip(vm, f, have);
    while (limit < 0 || (ou_int)b.size < limit) {
        size_t want = limit < 0 ? BUFFER_SIZE : (size_t)limit - b.size;
        want = want > 65536 ? 65536 : want;
        uint8_t *out = ou_builder_reserve(&b, want);
        if (!out)
            return OU_EXC;
        long n = ou_port_file_read((int)get(f, HANDLE), out, want);
        if (n < 0)
            return ou_raise_os_error(vm, (int)-n, OU_ABSENT);
        if (n == 0)
            break;
        b.size += (size_t)n;
    }
    return ou_builder_bytes(&b);
}

static ou_val file_read(struct ou_vm *vm, ou_val f, ou_int n)
{
    return get(f, FLAGS) & BINARY ? read_direct(vm, f, n) : read_some(vm, f, n, false);
}

static ou_val file_readline(struct ou_vm *vm, ou_val f, ou_int limit)
{
    return read_some(vm, f, limit, true);
}

/* -- writing -- */

/* Forgets what was read ahead: the port's position becomes ours. */
static int drop_read_ahead(struct ou_vm *vm, ou_val f)
{
    ou_int ahead = get(f, FLAGS) & WRITING ? 0 : get(f, END) - get(f, START);
    if (!(get(f, FLAGS) & WRITING)) {
        set(vm, f, START, 0);
        set(vm, f, END, 0);
    }
    long at = ahead ? ou_port_file_seek((int)get(f, HANDLE), -ahead, 1) : 0;
    return at < 0 ? ou_fail(ou_raise_os_error(vm, (int)-at, OU_ABSENT)) : 0;
}

static int write_bytes(struct ou_vm *vm, ou_val f, const uint8_t *p, size_t n)
{
    if (drop_read_ahead(vm, f) < 0 || need_buffer(vm, f) < 0)
        return -1;
    while (n) {
        size_t fill = (size_t)get(f, END), room = BUFFER_SIZE - fill;
        size_t part = n < room ? n : room;
        memcpy(buffer_of(f) + fill, p, part);
        set(vm, f, FLAGS, get(f, FLAGS) | WRITING);
        set(vm, f, END, (ou_int)(fill + part));
        p += part;
        n -= part;
        if (part == room && file_flush(vm, f) < 0)
            return -1;
    }
    return 0;
}

static int write_text(struct ou_vm *vm, ou_val f, const uint8_t *p, size_t n)
{
    while ((get(f, FLAGS) & CRLF) && n) {
        const uint8_t *q = memchr(p, '\n', n);
        size_t part = q ? (size_t)(q - p) : n;
        if (write_bytes(vm, f, p, part) < 0 || (q && write_bytes(vm, f, (const uint8_t *)"\r\n", 2) < 0))
            return -1;
        part += q != NULL;
        p += part;
        n -= part;
    }
    return write_bytes(vm, f, p, n);
}

/* One call of the port: what it took, perhaps not all. */
static ou_val write_directly(struct ou_vm *vm, ou_val f, const struct ou_buffer *buffer)
{
    if (drop_read_ahead(vm, f) < 0)
        return OU_EXC;
    long done = ou_port_file_write((int)get(f, HANDLE), buffer->data, buffer->size);
    return done < 0 ? ou_raise_os_error(vm, (int)-done, OU_ABSENT) : ou_small((ou_int)done);
}

static ou_val file_write(struct ou_vm *vm, ou_val f, ou_val data)
{
    ou_int flags = get(f, FLAGS);
    if (is_closed(f))
        return ou_io_raise_closed(vm, f);
    if (!(flags & WRITABLE))
        return ou_io_raise_unsupported(vm, flags & BINARY ? "write" : "not writable");
    if (flags & BINARY) {
        struct ou_buffer buffer;
        if (ou_get_buffer(vm, data, &buffer) < 0)
            return OU_EXC;
        if (flags & DIRECT)
            return write_directly(vm, f, &buffer);
        if (write_bytes(vm, f, buffer.data, buffer.size) < 0)
            return OU_EXC;
        return ou_small((ou_int)buffer.size);
    }
    ou_val text = ou_cast_native(data, &ou_type_str);
    size_t n;
    if (!text)
        return ou_raise(vm, &ou_exc_TypeError, "write() argument must be str, not %T", data);
    const char *p;
    ou_val bytes = OU_ABSENT;
    if (flags & RECODE) {
        ou_val args[2] = {ou_field(f, ENCODING) ? ou_field(f, ENCODING) : OU_S(utf_dash_8),
                          ou_field(f, ERRORS)};
        bytes = ou_call_method(vm, text, OU_S(encode), args[1] ? 2 : 1, args);
        if (bytes == OU_EXC)
            return OU_EXC;
        p = (const char *)ou_bytes_data(bytes, &n);
    } else {
        p = ou_str_text(vm, text, &n);
    }
    if (write_text(vm, f, (const uint8_t *)p, n) < 0)
        return OU_EXC;
    if ((flags & LINES) && memchr(p, '\n', n) && file_flush(vm, f) < 0)
        return OU_EXC;
    return ou_small(ou_str_length(vm, text));
}

static ou_int file_seek(struct ou_vm *vm, ou_val f, ou_int offset, int whence)
{
    if (is_closed(f))
        return ou_fail(ou_io_raise_closed(vm, f));
    if (!(get(f, FLAGS) & BINARY) && whence && offset)
        return ou_fail(ou_io_raise_unsupported(vm, whence == 1 ? "can't do nonzero cur-relative seeks"
                                                               : "can't do nonzero end-relative seeks"));
    if (whence == 1 && offset == 0) { /* tell */
        long at = ou_port_file_seek((int)get(f, HANDLE), 0, 1);
        if (at < 0)
            return ou_fail(ou_raise_os_error(vm, (int)-at, OU_ABSENT));
        return get(f, FLAGS) & WRITING ? at + get(f, END) : at - (get(f, END) - get(f, START));
    }
    if (file_flush(vm, f) < 0 || drop_read_ahead(vm, f) < 0)
        return -1;
    long at = ou_port_file_seek((int)get(f, HANDLE), (long)offset, whence);
    return at < 0 ? ou_fail(ou_raise_os_error(vm, (int)-at, OU_ABSENT)) : (ou_int)at;
}

const struct io_kind ou_io_text_file = {
    &ou_type_text_file, file_read,  file_readline, file_write, file_seek,
    file_flush,         file_close, is_closed,     can,
};
const struct io_kind ou_io_binary_file = {
    &ou_type_binary_file, file_read,  file_readline, file_write, file_seek,
    file_flush,           file_close, is_closed,     can,
};

/* -- open -- */

static int parse_mode(struct ou_vm *vm, ou_val mode, ou_int *flags, int *port)
{
    size_t n;
    const char *p = ou_str_text(vm, mode, &n);
    unsigned seen = 0, kinds = 0;
    static const char letters[] = "rwaxbt+";
    for (size_t i = 0; i < n; i++) {
        const char *at = p[i] ? strchr(letters, p[i]) : NULL;
        unsigned bit = at ? 1u << (at - letters) : 0;
        if (!bit || (seen & bit))
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "invalid mode: %r", mode));
        seen |= bit;
        kinds += bit <= 8;
    }
    if ((seen & 16) && (seen & 32))
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "can't have text and binary mode at once"));
    if (kinds != 1)
        return ou_fail(ou_raise_message(
            vm, kinds
                    ? OU_MESSAGE(&ou_exc_ValueError, "must have exactly one of create/read/write/append mode")
                    : OU_MESSAGE(&ou_exc_ValueError, "Must have exactly one of create/read/write/append mode "
                                                     "and at most one plus")));
    *flags = (seen & 1 || seen & 64 ? READABLE : 0) | (seen & 14 || seen & 64 ? WRITABLE : 0) |
             (seen & 4 ? APPEND : 0) | (seen & 16 ? BINARY : 0);
    *port = (*flags & READABLE ? OU_PORT_READ : 0) | (*flags & WRITABLE ? OU_PORT_WRITE : 0);
    if (seen & 2)
        *port |= OU_PORT_CREATE | OU_PORT_TRUNCATE;
    if (seen & 4)
        *port |= OU_PORT_CREATE | OU_PORT_APPEND;
    if (seen & 8)
        *port |= OU_PORT_CREATE | OU_PORT_EXCLUSIVE;
    return 0;
}

static int text_options(struct ou_vm *vm, ou_val f, const ou_val *a, ou_int flags)
{
    ou_val encoding = a[3] && a[3] != OU_NONE ? ou_cast_native(a[3], &ou_type_str) : OU_ABSENT;
    ou_val errors = a[4] && a[4] != OU_NONE ? ou_cast_native(a[4], &ou_type_str) : OU_ABSENT;
    ou_val newline = a[5] && a[5] != OU_NONE ? ou_cast_native(a[5], &ou_type_str) : OU_ABSENT;
    if (flags & BINARY) {
        const char *option = encoding ? "an encoding" : errors ? "an errors" : newline ? "a newline" : NULL;
        return option
                   ? ou_fail(ou_raise(vm, &ou_exc_ValueError, "binary mode doesn't take %s argument", option))
                   : 0;
    }
    if (encoding) {
        /* an unknown one is found out now; UTF-8 is the fast way */
        ou_val probe = ou_call_method(vm, OU_S(), OU_S(encode), 1, &encoding);
        if (probe == OU_EXC)
            return -1;
        ou_field_set(vm, f, ENCODING, encoding);
        if (!ou_str_is(vm, encoding, "utf-8") && !ou_str_is(vm, encoding, "utf8") &&
            !ou_str_is(vm, encoding, "UTF-8"))
            flags |= RECODE;
    }
    if (errors && !ou_str_is(vm, errors, "strict")) {
        ou_field_set(vm, f, ERRORS, errors);
        flags |= RECODE;
    }
    if (newline && newline != OU_S() && !ou_str_is(vm, newline, "\n") && !ou_str_is(vm, newline, "\r\n"))
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "illegal newline value: %r", newline));
    if (!newline)
        flags |= TRANSLATE;
    else if (newline == OU_S())
        flags |= UNIVERSAL;
    else if (ou_str_is(vm, newline, "\r\n"))
        flags |= CRLF;
    set(vm, f, FLAGS, flags);
    return 0;
}

OU_NATIVE_STATIC(open_fn)
{
    ou_val a[8];
    ou_int flags;
    int port;
    if (ou_args_parse(vm, "open", "file|mode buffering encoding errors newline closefd opener", n_args, n_kw,
                      args, a) < 0)
        return OU_EXC;
    ou_val mode = a[1] ? ou_cast_native(a[1], &ou_type_str) : OU_INTERNED('r');
    if (!mode)
        return ou_raise(vm, &ou_exc_TypeError, "open() argument 'mode' must be str, not %A", a[1]);
    if (parse_mode(vm, mode, &flags, &port) < 0)
        return OU_EXC;
    ou_int buffering = -1;
    if (a[2] && ou_to_int(vm, a[2], &buffering) < 0)
        return OU_EXC;
    if (buffering == 0 && !(flags & BINARY))
        return ou_raise(vm, &ou_exc_ValueError, "can't have unbuffered text I/O");
    if (buffering == 1)
        flags |= LINES;
    if (buffering == 0)
        flags |= DIRECT;
    ou_val f = ou_object_new(vm, flags & BINARY ? &ou_type_binary_file : &ou_type_text_file, WORDS, true);
    if (f == OU_EXC)
        return f;
    set(vm, f, HANDLE, -1);
    set(vm, f, FLAGS, flags);
    ou_field_set(vm, f, NAME, a[0]);
    ou_field_set(vm, f, MODE, mode);
    set(vm, f, START, 0);
    set(vm, f, END, 0);
    if (text_options(vm, f, a, flags) < 0)
        return OU_EXC;
    struct ou_builder b;
    const char *path = ou_path_text(vm, a[0], NULL, &b);
    if (!path)
        return OU_EXC;
    int handle = ou_port_file_kind(path) == 2 ? -21 : ou_port_file_open(path, port);
    if (handle < 0)
        return ou_raise_os_error(vm, -handle, a[0]);
    set(vm, f, HANDLE, handle);
    if (flags & APPEND)
        (void)ou_port_file_seek(handle, 0, 2); /* for tell(); a pipe cannot */
    return f;
}

OU_ROM_ALIGN const struct ou_native ou_native_open =
    OU_NATIVE(&ou_type_native_function, open_fn, OU_S(open), NULL, 0, 8, OU_NATIVE_KW);

/* -- the types -- */

static ou_val get_name(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_field(self, NAME);
}
static ou_val get_mode(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_field(self, MODE);
}

static ou_val get_encoding(struct ou_vm *vm, ou_val self)
{
    (void)vm;
    return ou_field(self, ENCODING) ? ou_field(self, ENCODING) : OU_S(UTF_dash_8);
}

OU_NATIVE_STATIC(fileno_fn)
{
    return is_closed(args[0]) ? ou_io_raise_closed(vm, args[0]) : ou_field(args[0], HANDLE);
}

OU_PROPERTY(name_property, OU_S(name), get_name, NULL);
OU_PROPERTY(mode_property, OU_S(mode), get_mode, NULL);
OU_PROPERTY(encoding_property, OU_S(encoding), get_encoding, NULL);
OU_METHOD(text_fileno, fileno_fn, &ou_type_text_file, OU_S(fileno), 1, 1, 0);
OU_METHOD(binary_fileno, fileno_fn, &ou_type_binary_file, OU_S(fileno), 1, 1, 0);

static ou_val file_repr(struct ou_vm *vm, ou_val self)
{
    if (get(self, FLAGS) & BINARY)
        return ou_str_format(vm, "<_io.%T name=%r>", self, ou_field(self, NAME));
    return ou_str_format(vm, "<_io.TextIOWrapper name=%r mode=%r encoding=%r>", ou_field(self, NAME),
                         ou_field(self, MODE), get_encoding(vm, self));
}

#define COMMON_1                                                                    \
    {OU_S(__enter__), OU_ROM(&ou_io_enter)}, {OU_S(__exit__), OU_ROM(&ou_io_exit)}, \
        {OU_S(close), OU_ROM(&ou_io_close)},                                        \
    {                                                                               \
        OU_S(closed), OU_ROM(&ou_io_closed)                                         \
    }
#define COMMON_2                                                                 \
    {OU_S(flush), OU_ROM(&ou_io_flush)}, {OU_S(mode), OU_ROM(&mode_property)},   \
        {OU_S(name), OU_ROM(&name_property)}, {OU_S(read), OU_ROM(&ou_io_read)}, \
    {                                                                            \
        OU_S(readable), OU_ROM(&ou_io_readable)                                  \
    }
#define COMMON_3                                                                            \
    {OU_S(readline), OU_ROM(&ou_io_readline)}, {OU_S(readlines), OU_ROM(&ou_io_readlines)}, \
        {OU_S(seek), OU_ROM(&ou_io_seek)}, {OU_S(seekable), OU_ROM(&ou_io_seekable)},       \
        {OU_S(tell), OU_ROM(&ou_io_tell)}, {OU_S(writable), OU_ROM(&ou_io_writable)},       \
        {OU_S(write), OU_ROM(&ou_io_write)},                                                \
    {                                                                                       \
        OU_S(writelines), OU_ROM(&ou_io_writelines)                                         \
    }
static const struct ou_rom_entry text_entries[] = {
    COMMON_1, {OU_S(encoding), OU_ROM(&encoding_property)}, {OU_S(fileno), OU_ROM(&text_fileno)}, COMMON_2,
    COMMON_3,
};
static const struct ou_rom_entry binary_entries[] = {
    COMMON_1, {OU_S(fileno), OU_ROM(&binary_fileno)}, COMMON_2, {OU_S(readinto), OU_ROM(&ou_io_readinto)},
    COMMON_3,
};
static OU_ROM_TABLE(text_table, text_entries);
static OU_ROM_TABLE(binary_table, binary_entries);

static const struct ou_type_ops file_ops = {
    .repr = file_repr,
    .iter = ou_io_iter,
    .next = ou_io_next,
    .finalise = file_finalise,
};
OU_ROM_ALIGN const struct ou_type ou_type_text_file = {.type = OU_ROM(&ou_type_type),
                                                       .ops = OU_ROM(&file_ops),
                                                       .name = OU_S(TextIOWrapper),
                                                       .bases = OU_ROM(&ou_type_object),
                                                       .dict = OU_ROM(&text_table),
                                                       .flags =
                                                           OU_SMALL_CONST(OU_TYPE_FINAL | OU_TYPE_WEAKREF),
                                                       .version = OU_SMALL_CONST(0)};
OU_ROM_ALIGN const struct ou_type ou_type_binary_file = {.type = OU_ROM(&ou_type_type),
                                                         .ops = OU_ROM(&file_ops),
                                                         .name = OU_S(BufferedReader),
                                                         .bases = OU_ROM(&ou_type_object),
                                                         .dict = OU_ROM(&binary_table),
                                                         .flags =
                                                             OU_SMALL_CONST(OU_TYPE_FINAL | OU_TYPE_WEAKREF),
                                                         .version = OU_SMALL_CONST(0)};

/* -- the exception: made and shown as OSError is -- */

static const struct ou_type_ops *os_error_ops(void) { return (const struct ou_type_ops *)ou_exc_OSError.ops; }

static ou_val unsupported_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                    const ou_val *args)
{
    return os_error_ops()->construct(vm, type, n_args, n_kw, args);
}

static ou_val unsupported_repr(struct ou_vm *vm, ou_val self) { return os_error_ops()->repr(vm, self); }
static ou_val unsupported_str(struct ou_vm *vm, ou_val self) { return os_error_ops()->str(vm, self); }

static const struct ou_type_ops unsupported_ops = {
    .construct = unsupported_construct,
    .repr = unsupported_repr,
    .str = unsupported_str,
};
OU_ROM_ALIGN const struct ou_type ou_exc_UnsupportedOperation = {.type = OU_ROM(&ou_type_type),
                                                                 .ops = OU_ROM(&unsupported_ops),
                                                                 .name = OU_S(UnsupportedOperation),
                                                                 .bases = OU_ROM(&ou_exc_OSError),
                                                                 .flags = OU_SMALL_CONST(OU_TYPE_EXCEPTION),
                                                                 .version = OU_SMALL_CONST(0)};

/* -- the module -- */

/* clang-format off */
static const struct ou_rom_entry module_entries[] = {
    {OU_S(BufferedReader), OU_ROM(&ou_type_binary_file)},
    OU_IF(IO_MEMORY, {OU_S(BytesIO), OU_ROM(&ou_type_bytes_io)},)
    {OU_S(SEEK_CUR), OU_SMALL_CONST(1)},
    {OU_S(SEEK_END), OU_SMALL_CONST(2)},
    {OU_S(SEEK_SET), OU_SMALL_CONST(0)},
    OU_IF(IO_MEMORY, {OU_S(StringIO), OU_ROM(&ou_type_string_io)},)
    {OU_S(TextIOWrapper), OU_ROM(&ou_type_text_file)},
    {OU_S(UnsupportedOperation), OU_ROM(&ou_exc_UnsupportedOperation)},
    {OU_S(open), OU_ROM(&ou_native_open)},
};
/* clang-format on */
static OU_ROM_TABLE(module_table, module_entries);
OU_ROM_ALIGN const struct ou_rom_module ou_module_io = {OU_ROM(&ou_type_rom_module), OU_S(io), &module_table,
                                                        NULL};
