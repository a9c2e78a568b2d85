/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module socket, over the port's functions for sockets.
 *
 * No function of the port waits but ou_port_socket_wait.  What Python code sees as blocking is a loop here: try,
 * wait for a slice of time, look for Ctrl-C (which may run __del__), try again.  So after each slice nothing is
 * taken for granted: the handle and the address of a buffer are read anew.  A socket that is dropped is closed by
 * its finaliser, which needs no memory; when handles run out, garbage is collected for the sake of those it holds.
 */
#include "modules/socket.h"
#include <math.h>

enum { HANDLE = 1, FAMILY, TYPE, PROTOCOL, TIMEOUT, WORDS }; /* TIMEOUT: a float, or None for no limit */

#define SLICE_US 50000
#define AGAIN 11
#define BAD_HANDLE 9
#define CONNECTED 106
#define UNDER_WAY 114
#define IN_PROGRESS 115
#define SOCKET_LEVEL 1
#define PROTOCOL_TCP 6
#define DO_NOT_WAIT 0x40

static const struct ou_type socket_type;

static int get(ou_val s, size_t i) { return (int)ou_small_value(ou_field(s, i)); }
static void set(struct ou_vm *vm, ou_val s, size_t i, int n) { ou_field_set(vm, s, i, ou_small(n)); }
static int handle_of(ou_val s) { return get(s, HANDLE); }

/* A negative result of the port as an exception; OU_EXC. */
static ou_val raise(struct ou_vm *vm, long status) { return ou_raise_os_error(vm, (int)-status, OU_ABSENT); }
static ou_val done(struct ou_vm *vm, long status) { return status < 0 ? raise(vm, status) : OU_NONE; }

/* -- waiting -- */

struct deadline {
    bool waits, forever;
    uint64_t end;
};

static struct deadline deadline_of(ou_val s, int flags)
{
    ou_val timeout = ou_field(s, TIMEOUT);
    struct deadline p = {.waits = !(flags & DO_NOT_WAIT), .forever = timeout == OU_NONE};
    if (!p.forever) {
        ou_float us = OU_FM(ceil)(ou_float_value(timeout) * (ou_float)1e6);
        p.waits = p.waits && us > 0;
        p.end = ou_port_ticks_us() + (uint64_t)ou_float_to_i64(us);
    }
    return p;
}

/* How long the next slice is; 0: time is up. */
static uint64_t slice(const struct deadline *p)
{
    uint64_t now = ou_port_ticks_us();
    if (p->forever || p->end > now + SLICE_US)
        return SLICE_US;
    return p->end > now ? p->end - now : 0;
}

/* For one slice.  1: ready, 0: not yet, -1: raised. */
static int wait_for(struct ou_vm *vm, ou_val s, const struct deadline *p, int16_t events)
{
    uint64_t us = slice(p);
    if (!p->waits)
        return ou_fail(raise(vm, -AGAIN));
    if (!us)
        return ou_fail(ou_raise(vm, &ou_exc_TimeoutError, "timed out"));
    struct ou_port_ready ready = {handle_of(s), events, 0};
    int n = ou_port_socket_wait(&ready, 1, us);
    if (n < 0)
        return ou_fail(raise(vm, n));
    return ou_poll(vm) < 0 ? -1 : n;
}

/* -- making -- */

static ou_val new_socket(struct ou_vm *vm, int family, int type, int protocol)
{
    ou_val s = ou_object_new(vm, &socket_type, WORDS, true);
    if (s == OU_EXC)
        return s;
    set(vm, s, HANDLE, -1);
    set(vm, s, FAMILY, family);
    set(vm, s, TYPE, type);
    set(vm, s, PROTOCOL, protocol);
    ou_field_set(vm, s, TIMEOUT, OU_NONE);
    return s;
}

static void socket_finalise(struct ou_vm *vm, void *self)
{
    ou_val s = ou_from_ptr(self);
    if (handle_of(s) >= 0)
        ou_port_socket_close(handle_of(s));
    set(vm, s, HANDLE, -1);
}

/* There are no handles left: perhaps garbage has some. */
static bool made_room(struct ou_vm *vm, long status)
{
    if (status != -24 && status != -23)
        return false;
    ou_memory_collect(vm);
    return true;
}

static ou_val adopt(struct ou_vm *vm, ou_val fileno)
{
    ou_int handle;
    int family, type, protocol;
    if (ou_to_int(vm, fileno, &handle) < 0)
        return OU_EXC;
    if (handle < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative file descriptor");
    ou_val s = new_socket(vm, 0, 0, 0);
    if (s == OU_EXC)
        return s;
    int status =
        handle > INT32_MAX ? -BAD_HANDLE : ou_port_socket_adopt((int)handle, &family, &type, &protocol);
    if (status < 0)
        return raise(vm, status);
    set(vm, s, FAMILY, family);
    set(vm, s, TYPE, type);
    set(vm, s, PROTOCOL, protocol);
    set(vm, s, HANDLE, (int)handle);
    return s;
}

/* Optional ints: out keeps what it has where an argument is missing. */
static int int_args(struct ou_vm *vm, unsigned n, const ou_val *args, ou_int *out)
{
    for (unsigned i = 0; i < n; i++)
        if (args[i] != OU_ABSENT && ou_to_int(vm, args[i], &out[i]) < 0)
            return -1;
    return 0;
}

static ou_val socket_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                               const ou_val *args)
{
    (void)type;
    ou_val a[4];
    ou_int kind[3] = {-1, -1, -1};
    if (ou_args_parse(vm, "socket", "|family type proto fileno", n_args, n_kw, args, a) < 0 ||
        int_args(vm, 3, a, kind) < 0)
        return OU_EXC;
    if (a[3] != OU_ABSENT && a[3] != OU_NONE)
        return adopt(vm, a[3]);
    int family = kind[0] == -1 ? OU_PORT_INET : (int)kind[0];
    int socket_kind = kind[1] == -1 ? OU_SOCKET_STREAM : (int)kind[1];
    int protocol = kind[2] == -1 ? 0 : (int)kind[2];
    ou_val s = new_socket(vm, family, socket_kind, protocol);
    if (s == OU_EXC)
        return s;
    int handle = ou_port_socket_open(family, socket_kind, protocol);
    if (made_room(vm, handle))
        handle = ou_port_socket_open(family, socket_kind, protocol);
    if (handle < 0)
        return raise(vm, handle);
    set(vm, s, HANDLE, handle);
    return s;
}

OU_NATIVE_STATIC(socketpair_fn)
{
    ou_val a[3], pair[2];
    ou_int kind[3] = {OU_PORT_LOCAL, OU_SOCKET_STREAM, 0};
    int handles[2];
    if (ou_args_parse(vm, "socketpair", "|family type proto", n_args, n_kw, args, a) < 0 ||
        int_args(vm, 3, a, kind) < 0)
        return OU_EXC;
    for (int i = 0; i < 2; i++)
        if ((pair[i] = new_socket(vm, (int)kind[0], (int)kind[1], (int)kind[2])) == OU_EXC)
            return OU_EXC;
    int status = ou_port_socket_pair((int)kind[0], (int)kind[1], (int)kind[2], handles);
    if (made_room(vm, status))
        status = ou_port_socket_pair((int)kind[0], (int)kind[1], (int)kind[2], handles);
    if (status < 0)
        return raise(vm, status);
    for (int i = 0; i < 2; i++)
        set(vm, pair[i], HANDLE, handles[i]);
    return ou_tuple_new(vm, 2, pair);
}

OU_NATIVE_STATIC(accept_fn)
{
    ou_val s = args[0];
    struct ou_port_address peer;
    struct deadline p = deadline_of(s, 0);
    ou_val pair[2] = {new_socket(vm, get(s, FAMILY), get(s, TYPE), get(s, PROTOCOL)), OU_NONE};
    if (pair[0] == OU_EXC)
        return OU_EXC;
    int handle;
    while ((handle = ou_port_socket_accept(handle_of(s), &peer)) == -AGAIN)
        if (wait_for(vm, s, &p, OU_PORT_READABLE) < 0)
            return OU_EXC;
    if (made_room(vm, handle))
        handle = ou_port_socket_accept(handle_of(s), &peer);
    if (handle < 0)
        return raise(vm, handle);
    set(vm, pair[0], HANDLE, handle);
    pair[1] = ou_socket_address_value(vm, &peer);
    return pair[1] == OU_EXC ? OU_EXC : ou_tuple_new(vm, 2, pair);
}

/* -- connecting -- */

/* 0, an errno, or -1: raised (TimeoutError among others). */
static int connect_to(struct ou_vm *vm, ou_val s, const struct ou_port_address *a)
{
    struct deadline p = deadline_of(s, 0);
    int status, ready;
    while ((status = ou_port_socket_connect(handle_of(s), a)) == -AGAIN && p.waits) {
        /* a local listener is busy; there is nothing to wait for but time */
        uint64_t us = slice(&p);
        if (!us)
            return ou_fail(ou_raise(vm, &ou_exc_TimeoutError, "timed out"));
        ou_port_sleep_us(us / 5 + 1);
        if (ou_poll(vm) < 0)
            return -1;
    }
    while ((status == -IN_PROGRESS || status == -UNDER_WAY) && p.waits) {
        while ((ready = wait_for(vm, s, &p, OU_PORT_WRITABLE)) == 0)
            ;
        if (ready < 0)
            return -1;
        status = ou_port_socket_connect(handle_of(s), a);
        if (status == -CONNECTED)
            status = 0;
    }
    return -status;
}

static int bind_or_connect(struct ou_vm *vm, ou_val s, ou_val address, const char *caller, bool binds)
{
    struct ou_port_address a;
    if (ou_socket_address(vm, get(s, FAMILY), address, caller, &a) < 0)
        return -1;
    return binds ? -ou_port_socket_bind(handle_of(s), &a) : connect_to(vm, s, &a);
}

OU_NATIVE_STATIC(bind_fn)
{
    int error = bind_or_connect(vm, args[0], args[1], "bind", true);
    return error < 0 ? OU_EXC : done(vm, -error);
}

OU_NATIVE_STATIC(connect_fn)
{
    int error = bind_or_connect(vm, args[0], args[1], "connect", false);
    return error < 0 ? OU_EXC : done(vm, -error);
}

OU_NATIVE_STATIC(connect_ex_fn)
{
    int error = bind_or_connect(vm, args[0], args[1], "connect_ex", false);
    if (error >= 0)
        return ou_small(error);
    if (!ou_exc_matches(vm, &ou_exc_TimeoutError))
        return OU_EXC;
    ou_exc_take(vm);
    return ou_small(AGAIN);
}

OU_NATIVE_STATIC(listen_fn)
{
    ou_int backlog = 128;
    if (n_args > 1 && ou_to_int(vm, args[1], &backlog) < 0)
        return OU_EXC;
    return done(vm, ou_port_socket_listen(handle_of(args[0]), backlog < 0 ? 0 : (int)backlog));
}

/* -- receiving -- */

/* Receives at most n bytes to data, or to the buffer of target if that is bound.  How many, or -1. */
static long receive(struct ou_vm *vm, ou_val s, uint8_t *data, ou_val target, size_t n, int flags,
                    struct ou_port_address *from)
{
    struct deadline p = deadline_of(s, flags);
    if (n == 0 && !from) /* CPython does not even look */
        return 0;
    for (;;) {
        if (target != OU_ABSENT) { /* __del__ may have changed its size */
            struct ou_buffer buffer;
            if (ou_get_buffer(vm, target, &buffer) < 0)
                return -1;
            data = buffer.data;
            n = n < buffer.size ? n : buffer.size;
        }
        long got = ou_port_socket_receive(handle_of(s), data, n, flags, from);
        if (got >= 0)
            return got;
        if (got != -AGAIN)
            return ou_fail(raise(vm, got));
        if (wait_for(vm, s, &p, OU_PORT_READABLE) < 0)
            return -1;
    }
}

static ou_val receive_bytes(struct ou_vm *vm, unsigned n_args, const ou_val *args, const char *caller,
                            struct ou_port_address *from)
{
    ou_int a[2] = {0, 0}; /* size, flags */
    if (int_args(vm, n_args - 1, args + 1, a) < 0)
        return OU_EXC;
    if (a[0] < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative buffersize in %s", caller);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    uint8_t *data = ou_builder_reserve(&b, (size_t)a[0]);
    long got = data ? receive(vm, args[0], data, OU_ABSENT, (size_t)a[0], (int)a[1], from) : -1;
    if (got < 0)
        return OU_EXC;
    b.size = (size_t)got;
    return ou_builder_bytes(&b);
}

OU_NATIVE_STATIC(recv_fn) { return receive_bytes(vm, n_args, args, "recv", NULL); }

static ou_val with_address(struct ou_vm *vm, ou_val v, const struct ou_port_address *from)
{
    ou_val pair[2] = {v, v == OU_EXC ? OU_EXC : ou_socket_address_value(vm, from)};
    return pair[1] == OU_EXC ? OU_EXC : ou_tuple_new(vm, 2, pair);
}

OU_NATIVE_STATIC(recvfrom_fn)
{
    struct ou_port_address from;
    return with_address(vm, receive_bytes(vm, n_args, args, "recvfrom", &from), &from);
}

static ou_val receive_into(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args,
                           const char *caller, struct ou_port_address *from)
{
    ou_val a[3];
    ou_int options[2] = {0, 0}; /* nbytes, flags */
    struct ou_buffer buffer;
    if (ou_args_parse(vm, caller, "buffer|nbytes flags", n_args - 1, n_kw, args + 1, a) < 0 ||
        int_args(vm, 2, a + 1, options) < 0)
        return OU_EXC;
    bool has_buffer = ou_has_buffer(a[0]);
    if (has_buffer && ou_get_buffer(vm, a[0], &buffer) < 0)
        return OU_EXC;
    if (!has_buffer || buffer.read_only)
        return ou_raise(vm, &ou_exc_TypeError, "%s() argument 1 must be read-write bytes-like object, not %A",
                        caller, a[0]);
    if (options[0] < 0)
        return ou_raise(vm, &ou_exc_ValueError, "negative buffersize in %s", caller);
    if ((size_t)options[0] > buffer.size)
        return ou_raise_message(
            vm, from ? OU_MESSAGE(&ou_exc_ValueError, "nbytes is greater than the length of the buffer")
                     : OU_MESSAGE(&ou_exc_ValueError, "buffer too small for requested bytes"));
    size_t n = options[0] ? (size_t)options[0] : buffer.size;
    long got = receive(vm, args[0], NULL, a[0], n, (int)options[1], from);
    return got < 0 ? OU_EXC : ou_small(got);
}

OU_NATIVE_STATIC(recv_into_fn) { return receive_into(vm, n_args, n_kw, args, "recv_into", NULL); }

OU_NATIVE_STATIC(recvfrom_into_fn)
{
    struct ou_port_address from;
    return with_address(vm, receive_into(vm, n_args, n_kw, args, "recvfrom_into", &from), &from);
}

/* -- sending -- */

/* Sends data from `skip` on.  How many bytes went, or -1. */
static long send(struct ou_vm *vm, ou_val s, ou_val data, size_t skip, int flags,
                 const struct ou_port_address *to, const struct deadline *p)
{
    for (;;) {
        struct ou_buffer buffer;
        if (ou_get_buffer(vm, data, &buffer) < 0)
            return -1;
        skip = skip < buffer.size ? skip : buffer.size; /* __del__ may have changed it */
        long sent = ou_port_socket_send(handle_of(s), buffer.data + skip, buffer.size - skip, flags, to);
        if (sent >= 0)
            return sent;
        if (sent != -AGAIN)
            return ou_fail(raise(vm, sent));
        if (wait_for(vm, s, p, OU_PORT_WRITABLE) < 0)
            return -1;
    }
}

OU_NATIVE_STATIC(send_fn)
{
    ou_int flags = 0;
    if (int_args(vm, n_args - 2, args + 2, &flags) < 0)
        return OU_EXC;
    struct deadline p = deadline_of(args[0], (int)flags);
    long sent = send(vm, args[0], args[1], 0, (int)flags, NULL, &p);
    return sent < 0 ? OU_EXC : ou_small(sent);
}

OU_NATIVE_STATIC(sendall_fn)
{
    ou_int flags = 0;
    struct ou_buffer buffer;
    if (int_args(vm, n_args - 2, args + 2, &flags) < 0)
        return OU_EXC;
    struct deadline p = deadline_of(args[0], (int)flags);
    size_t at = 0;
    do { /* once at least: a closed socket says so */
        long sent = send(vm, args[0], args[1], at, (int)flags, NULL, &p);
        if (sent < 0 || ou_get_buffer(vm, args[1], &buffer) < 0)
            return OU_EXC;
        at += (size_t)sent;
    } while (at < buffer.size);
    return OU_NONE;
}

OU_NATIVE_STATIC(sendto_fn)
{
    ou_int flags = 0;
    struct ou_port_address to;
    if (n_args < 3 || n_args > 4)
        return ou_raise(vm, &ou_exc_TypeError, "sendto() takes 2 or 3 arguments (%u given)", n_args - 1);
    if ((n_args == 4 && ou_to_int(vm, args[2], &flags) < 0) ||
        ou_socket_address(vm, get(args[0], FAMILY), args[n_args - 1], "sendto", &to) < 0)
        return OU_EXC;
    struct deadline p = deadline_of(args[0], (int)flags);
    long sent = send(vm, args[0], args[1], 0, (int)flags, &to, &p);
    return sent < 0 ? OU_EXC : ou_small(sent);
}

/* -- options -- */

static int set_timeout(struct ou_vm *vm, ou_val s, ou_val v)
{
    ou_float seconds = 0;
    if (handle_of(s) < 0)
        return ou_fail(raise(vm, -BAD_HANDLE));
    if (v != OU_NONE) {
        ou_val number = ou_cast_native(v, &ou_type_float);
        bool is_float = number != OU_ABSENT;
        number = is_float ? number : ou_index(vm, v);
        if (number == OU_EXC || ou_to_float(vm, number, &seconds) < 0)
            return -1;
        if (isnan(seconds))
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Invalid value NaN (not a number)"));
        if (OU_FM(fabs)(seconds) > (ou_float)9e9)
            return ou_fail(ou_raise_message(
                vm, is_float ? OU_MESSAGE(&ou_exc_OverflowError, "timestamp out of range for platform time_t")
                             : OU_MESSAGE(&ou_exc_OverflowError,
                                          "timestamp too large to convert to C _PyTime_t")));
        if (seconds < 0)
            return ou_fail(ou_raise(vm, &ou_exc_ValueError, "Timeout value out of range"));
        v = ou_float_new(vm, seconds);
        if (v == OU_EXC)
            return -1;
    }
    ou_field_set(vm, s, TIMEOUT, v);
    return 0;
}

OU_NATIVE_STATIC(settimeout_fn) { return set_timeout(vm, args[0], args[1]) < 0 ? OU_EXC : OU_NONE; }

OU_NATIVE_STATIC(setblocking_fn)
{
    ou_int on;
    if (ou_to_int(vm, args[1], &on) < 0)
        return OU_EXC;
    return set_timeout(vm, args[0], on ? OU_NONE : ou_small(0)) < 0 ? OU_EXC : OU_NONE;
}

OU_NATIVE_STATIC(gettimeout_fn) { return ou_field(args[0], TIMEOUT); }

OU_NATIVE_STATIC(getblocking_fn)
{
    ou_val timeout = ou_field(args[0], TIMEOUT);
    return ou_bool(timeout == OU_NONE || ou_float_value(timeout) != 0);
}

OU_NATIVE_STATIC(setsockopt_fn)
{
    ou_int a[3] = {0, 0, 0}; /* level, option, value */
    if (n_args != 4)
        return ou_raise(vm, &ou_exc_TypeError, "setsockopt() takes exactly 3 arguments (%u given)",
                        n_args - 1);
    bool is_int = ou_is_a(args[3], &ou_type_int);
    if (int_args(vm, is_int ? 3 : 2, args + 1, a) < 0)
        return OU_EXC;
    int value = (int)a[2];
    struct ou_buffer buffer = {(uint8_t *)&value, sizeof value, 'B', true};
    if (!is_int && ou_get_buffer(vm, args[3], &buffer) < 0)
        return OU_EXC;
    return done(
        vm, ou_port_socket_set_option(handle_of(args[0]), (int)a[0], (int)a[1], buffer.data, buffer.size));
}

OU_NATIVE_STATIC(getsockopt_fn)
{
    ou_int a[3] = {0, 0, 0}; /* level, option, size */
    union {
        int number;
        uint8_t bytes[1024];
    } value;
    if (int_args(vm, n_args - 1, args + 1, a) < 0)
        return OU_EXC;
    if (a[2] < 0 || a[2] > (ou_int)sizeof value)
        return ou_raise(vm, &ou_exc_OSError, "getsockopt buflen out of range");
    size_t size = a[2] ? (size_t)a[2] : sizeof value.number;
    value.number = 0;
    int n = ou_port_socket_get_option(handle_of(args[0]), (int)a[0], (int)a[1], &value, size);
    if (n < 0)
        return raise(vm, n);
    return a[2] ? ou_bytes_new(vm, value.bytes, (size_t)n) : ou_int_new(vm, value.number);
}

static ou_val name_of(struct ou_vm *vm, ou_val s, int peer)
{
    struct ou_port_address a;
    int status = ou_port_socket_name(handle_of(s), peer, &a);
    return status < 0 ? raise(vm, status) : ou_socket_address_value(vm, &a);
}

OU_NATIVE_STATIC(getsockname_fn) { return name_of(vm, args[0], 0); }

OU_NATIVE_STATIC(getpeername_fn) { return name_of(vm, args[0], 1); }

OU_NATIVE_STATIC(shutdown_fn)
{
    ou_int how;
    if (ou_to_int(vm, args[1], &how) < 0)
        return OU_EXC;
    return done(vm, ou_port_socket_shutdown(handle_of(args[0]), (int)how));
}

/* -- closing -- */

OU_NATIVE_STATIC(close_fn)
{
    int handle = handle_of(args[0]);
    if (handle < 0)
        return OU_NONE;
    set(vm, args[0], HANDLE, -1);
    return done(vm, ou_port_socket_close(handle));
}

OU_NATIVE_STATIC(detach_fn)
{
    ou_val handle = ou_field(args[0], HANDLE);
    set(vm, args[0], HANDLE, -1);
    return handle;
}

OU_NATIVE_STATIC(fileno_fn) { return ou_field(args[0], HANDLE); }

/* As `with` gets it: an instance of a derived class stays one. */
OU_NATIVE_STATIC(enter_fn) { return args[0]; }

/* -- the type -- */

static ou_val get_family(struct ou_vm *vm, ou_val s)
{
    (void)vm;
    return ou_field(s, FAMILY);
}
static ou_val get_type(struct ou_vm *vm, ou_val s)
{
    (void)vm;
    return ou_field(s, TYPE);
}
static ou_val get_protocol(struct ou_vm *vm, ou_val s)
{
    (void)vm;
    return ou_field(s, PROTOCOL);
}
static ou_val get_timeout(struct ou_vm *vm, ou_val s)
{
    (void)vm;
    return ou_field(s, TIMEOUT);
}

static int add_name(struct ou_vm *vm, struct ou_builder *b, ou_val s, int peer)
{
    struct ou_port_address a;
    if (ou_port_socket_name(handle_of(s), peer, &a) < 0 || !a.family ||
        (a.family == OU_PORT_LOCAL && !a.size))
        return 0;
    ou_val name = ou_socket_address_value(vm, &a);
    ou_val text = name == OU_EXC ? OU_EXC : ou_str(vm, name);
    if (text == OU_EXC)
        return -1;
    ou_builder_add_c(b, peer ? ", raddr=" : ", laddr=");
    return ou_builder_add_str(b, text);
}

static ou_val socket_repr(struct ou_vm *vm, ou_val s)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_val head = ou_str_format(vm, "<socket.socket%s fd=%d, family=%d, type=%d, proto=%d",
                                handle_of(s) < 0 ? " [closed]" : "", handle_of(s), get(s, FAMILY),
                                get(s, TYPE), get(s, PROTOCOL));
    if (head == OU_EXC)
        return OU_EXC;
    ou_builder_add_str(&b, head);
    if (handle_of(s) >= 0 && (add_name(vm, &b, s, 0) < 0 || add_name(vm, &b, s, 1) < 0))
        return OU_EXC;
    ou_builder_add_byte(&b, '>');
    return ou_builder_str(&b);
}

OU_ROM_ALIGN static const union ou_member method_members[] = {
    OU_MEMBER_METHOD(OU_S(__enter__), enter_fn, NULL, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(__exit__), close_fn, &socket_type, 1, 4, 0),
    OU_MEMBER_METHOD(OU_S(accept), accept_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(bind), bind_fn, &socket_type, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(close), close_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(connect), connect_fn, &socket_type, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(connect_ex), connect_ex_fn, &socket_type, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(detach), detach_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_PROPERTY(OU_S(family), get_family, NULL),
    OU_MEMBER_METHOD(OU_S(fileno), fileno_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(getblocking), getblocking_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(getpeername), getpeername_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(getsockname), getsockname_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(getsockopt), getsockopt_fn, &socket_type, 3, 4, OU_NATIVE_TAKES),
    OU_MEMBER_METHOD(OU_S(gettimeout), gettimeout_fn, &socket_type, 1, 1, 0),
    OU_MEMBER_METHOD(OU_S(listen), listen_fn, &socket_type, 1, 2, OU_NATIVE_TAKES),
    OU_MEMBER_PROPERTY(OU_S(proto), get_protocol, NULL),
    OU_MEMBER_METHOD(OU_S(recv), recv_fn, &socket_type, 2, 3, OU_NATIVE_TAKES),
    OU_MEMBER_METHOD(OU_S(recv_into), recv_into_fn, &socket_type, 1, 4, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(recvfrom), recvfrom_fn, &socket_type, 2, 3, OU_NATIVE_TAKES),
    OU_MEMBER_METHOD(OU_S(recvfrom_into), recvfrom_into_fn, &socket_type, 1, 4, OU_NATIVE_KW),
    OU_MEMBER_METHOD(OU_S(send), send_fn, &socket_type, 2, 3, OU_NATIVE_TAKES),
    OU_MEMBER_METHOD(OU_S(sendall), sendall_fn, &socket_type, 2, 3, OU_NATIVE_TAKES),
    OU_MEMBER_METHOD(OU_S(sendto), sendto_fn, &socket_type, 1, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_METHOD(OU_S(setblocking), setblocking_fn, &socket_type, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(setsockopt), setsockopt_fn, &socket_type, 1, OU_NATIVE_VARARGS, 0),
    OU_MEMBER_METHOD(OU_S(settimeout), settimeout_fn, &socket_type, 2, 2, 0),
    OU_MEMBER_METHOD(OU_S(shutdown), shutdown_fn, &socket_type, 2, 2, 0),
    OU_MEMBER_PROPERTY(OU_S(timeout), get_timeout, NULL),
    OU_MEMBER_PROPERTY(OU_S(type), get_type, NULL),
};
static OU_MEMBER_TABLE(method_table, method_members);

static const struct ou_type_ops socket_ops = {
    .construct = socket_construct, .repr = socket_repr, .finalise = socket_finalise};
OU_ROM_ALIGN static const struct ou_type socket_type = {.type = OU_ROM(&ou_type_type),
                                                        .ops = OU_ROM(&socket_ops),
                                                        .name = OU_S(socket),
                                                        .bases = OU_ROM(&ou_type_object),
                                                        .dict = OU_ROM(&method_table),
                                                        .flags = OU_SMALL_CONST(OU_TYPE_WEAKREF),
                                                        .version = OU_SMALL_CONST(0)};

/* -- functions of the module -- */

/* Tries one address; a connected socket, or OU_EXC. */
static ou_val connect_one(struct ou_vm *vm, const struct ou_port_address *to, ou_val timeout, ou_val source)
{
    ou_val args[3] = {ou_small(to->family), ou_small(OU_SOCKET_STREAM), ou_small(PROTOCOL_TCP)};
    ou_val s = socket_construct(vm, OU_ROM(&socket_type), 3, 0, args);
    if (s == OU_EXC || (timeout != OU_ABSENT && set_timeout(vm, s, timeout) < 0))
        return OU_EXC;
    int error = source == OU_ABSENT || source == OU_NONE ? 0 : bind_or_connect(vm, s, source, "bind", true);
    if (error == 0)
        error = connect_to(vm, s, to);
    if (error == 0)
        return s;
    socket_finalise(vm, ou_ptr(s)); /* closes it now */
    return error < 0 ? OU_EXC : raise(vm, -error);
}

OU_NATIVE_STATIC(create_connection_fn)
{
    ou_val a[3], first = OU_ABSENT;
    struct ou_port_address found[8];
    if (ou_args_parse(vm, "create_connection", "address|timeout source_address", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    ou_val address = ou_tuple_from_iter(vm, a[0]);
    if (address == OU_EXC)
        return OU_EXC;
    if (ou_tuple_len(address) != 2)
        return ou_raise(vm, &ou_exc_ValueError, "address must be a pair (host, port)");
    int n = ou_socket_look_up(vm, ou_tuple_items(address)[0], ou_tuple_items(address)[1], 0, 0, found, 8);
    if (n < 0)
        return OU_EXC;
    for (int i = 0; i < n; i++) {
        ou_val s = connect_one(vm, &found[i], a[1], a[2]);
        if (s != OU_EXC || !ou_exc_matches(vm, &ou_exc_OSError))
            return s;
        ou_val exc = ou_exc_take(vm);
        first = i ? first : exc;
    }
    ou_exc_restore(vm, first);
    return OU_EXC;
}

static bool is_little_endian(void)
{
    const uint16_t probe = 1;
    return *(const uint8_t *)&probe;
}

static ou_val swap_short(struct ou_vm *vm, ou_val v, const char *caller)
{
    int64_t n;
    if (ou_to_i64(vm, v, &n) < 0)
        return OU_EXC;
    if (n != (int32_t)n)
        return ou_raise_message(
            vm, n < 0 ? OU_MESSAGE(&ou_exc_OverflowError, "signed integer is less than minimum")
                      : OU_MESSAGE(&ou_exc_OverflowError, "signed integer is greater than maximum"));
    if (n < 0)
        return ou_raise(vm, &ou_exc_OverflowError,
                        "%s: can't convert negative Python int to C 16-bit unsigned integer", caller);
    if (n > 0xffff)
        return ou_raise(vm, &ou_exc_OverflowError,
                        "%s: Python int too large to convert to C 16-bit unsigned integer", caller);
    return ou_small(is_little_endian() ? __builtin_bswap16((uint16_t)n) : (ou_int)n);
}

OU_NATIVE_STATIC(htons_fn) { return swap_short(vm, args[0], "htons"); }

OU_NATIVE_STATIC(ntohs_fn) { return swap_short(vm, args[0], "ntohs"); }

OU_NATIVE_STATIC(htonl_fn)
{
    int64_t n;
    if (!ou_is_a(args[0], &ou_type_int))
        return ou_raise(vm, &ou_exc_TypeError, "expected int, %T found", args[0]);
    if (ou_to_i64(vm, args[0], &n) < 0)
        return OU_EXC;
    if (n < 0)
        return ou_raise(vm, &ou_exc_OverflowError, "can't convert negative value to unsigned int");
    if (n > 0xffffffff)
        return ou_raise(vm, &ou_exc_OverflowError, "int larger than 32 bits");
    return ou_int_from_u64(vm, is_little_endian() ? __builtin_bswap32((uint32_t)n) : (uint32_t)n);
}

OU_FUNCTION(create_connection_function, create_connection_fn, OU_S(create_connection), 0, 3, OU_NATIVE_KW);
OU_FUNCTION(htonl_function, htonl_fn, OU_S(htonl), 1, 1, 0);
OU_FUNCTION(htons_function, htons_fn, OU_S(htons), 1, 1, 0);
OU_FUNCTION(ntohl_function, htonl_fn, OU_S(ntohl), 1, 1, 0);
OU_FUNCTION(ntohs_function, ntohs_fn, OU_S(ntohs), 1, 1, 0);
OU_FUNCTION(socketpair_function, socketpair_fn, OU_S(socketpair), 0, 3, OU_NATIVE_KW);

static const struct ou_rom_entry module_entries[] = {
    {OU_S(AF_INET), OU_SMALL_CONST(OU_PORT_INET)},
    {OU_S(AF_INET6), OU_SMALL_CONST(OU_PORT_INET6)},
    {OU_S(AF_UNIX), OU_SMALL_CONST(OU_PORT_LOCAL)},
    {OU_S(AF_UNSPEC), OU_SMALL_CONST(0)},
    {OU_S(AI_NUMERICHOST), OU_SMALL_CONST(4)},
    {OU_S(AI_PASSIVE), OU_SMALL_CONST(1)},
    {OU_S(EAI_AGAIN), OU_SMALL_CONST((ou_val)-3)},
    {OU_S(EAI_NONAME), OU_SMALL_CONST((ou_val)-2)},
    {OU_S(IPPROTO_IP), OU_SMALL_CONST(0)},
    {OU_S(IPPROTO_IPV6), OU_SMALL_CONST(41)},
    {OU_S(IPPROTO_TCP), OU_SMALL_CONST(PROTOCOL_TCP)},
    {OU_S(IPPROTO_UDP), OU_SMALL_CONST(17)},
    {OU_S(IPV6_V6ONLY), OU_SMALL_CONST(26)},
    {OU_S(IP_ADD_MEMBERSHIP), OU_SMALL_CONST(35)},
    {OU_S(IP_MULTICAST_LOOP), OU_SMALL_CONST(34)},
    {OU_S(IP_MULTICAST_TTL), OU_SMALL_CONST(33)},
    {OU_S(MSG_DONTWAIT), OU_SMALL_CONST(DO_NOT_WAIT)},
    {OU_S(MSG_PEEK), OU_SMALL_CONST(2)},
    {OU_S(SHUT_RD), OU_SMALL_CONST(0)},
    {OU_S(SHUT_RDWR), OU_SMALL_CONST(2)},
    {OU_S(SHUT_WR), OU_SMALL_CONST(1)},
    {OU_S(SOCK_DGRAM), OU_SMALL_CONST(OU_SOCKET_DATAGRAM)},
    {OU_S(SOCK_RAW), OU_SMALL_CONST(OU_SOCKET_RAW)},
    {OU_S(SOCK_STREAM), OU_SMALL_CONST(OU_SOCKET_STREAM)},
    {OU_S(SOL_SOCKET), OU_SMALL_CONST(SOCKET_LEVEL)},
    {OU_S(SOMAXCONN), OU_SMALL_CONST(4096)},
    {OU_S(SO_BROADCAST), OU_SMALL_CONST(6)},
    {OU_S(SO_ERROR), OU_SMALL_CONST(4)},
    {OU_S(SO_KEEPALIVE), OU_SMALL_CONST(9)},
    {OU_S(SO_LINGER), OU_SMALL_CONST(13)},
    {OU_S(SO_RCVBUF), OU_SMALL_CONST(8)},
    {OU_S(SO_REUSEADDR), OU_SMALL_CONST(2)},
    {OU_S(SO_REUSEPORT), OU_SMALL_CONST(15)},
    {OU_S(SO_SNDBUF), OU_SMALL_CONST(7)},
    {OU_S(SO_TYPE), OU_SMALL_CONST(3)},
    {OU_S(SocketType), OU_ROM(&socket_type)},
    {OU_S(TCP_KEEPCNT), OU_SMALL_CONST(6)},
    {OU_S(TCP_KEEPIDLE), OU_SMALL_CONST(4)},
    {OU_S(TCP_KEEPINTVL), OU_SMALL_CONST(5)},
    {OU_S(TCP_NODELAY), OU_SMALL_CONST(1)},
    {OU_S(__name__), OU_S(socket)},
    {OU_S(create_connection), OU_ROM(&create_connection_function)},
    {OU_S(error), OU_ROM(&ou_exc_OSError)},
    {OU_S(gaierror), OU_ROM(&ou_exc_gaierror)},
    {OU_S(getaddrinfo), OU_ROM(&ou_socket_getaddrinfo)},
    {OU_S(gethostbyname), OU_ROM(&ou_socket_gethostbyname)},
    {OU_S(has_ipv6), OU_TRUE},
    {OU_S(htonl), OU_ROM(&htonl_function)},
    {OU_S(htons), OU_ROM(&htons_function)},
    {OU_S(inet_aton), OU_ROM(&ou_socket_inet_aton)},
    {OU_S(inet_ntoa), OU_ROM(&ou_socket_inet_ntoa)},
    {OU_S(inet_ntop), OU_ROM(&ou_socket_inet_ntop)},
    {OU_S(inet_pton), OU_ROM(&ou_socket_inet_pton)},
    {OU_S(ntohl), OU_ROM(&ntohl_function)},
    {OU_S(ntohs), OU_ROM(&ntohs_function)},
    {OU_S(socket), OU_ROM(&socket_type)},
    {OU_S(socketpair), OU_ROM(&socketpair_function)},
    {OU_S(timeout), OU_ROM(&ou_exc_TimeoutError)},
};
static OU_ROM_TABLE(module_table, module_entries);
extern const struct ou_rom_module ou_module_socket;
OU_ROM_ALIGN const struct ou_rom_module ou_module_socket = {OU_ROM(&ou_type_rom_module), OU_S(socket),
                                                            &module_table, NULL};
