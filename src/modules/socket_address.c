/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module socket: addresses as text, as Python has them and as the port has them; getaddrinfo.
 *
 * Numeric addresses are read and written here.  Only what is none goes to the port's resolver.
 */
#include "modules/socket.h"

#define AI_PASSIVE 1
#define AI_NUMERICHOST 4

/* -- text of IP addresses -- */

static bool parse_inet(const char *p, size_t n, uint8_t out[4])
{
    const char *end = p + n;
    for (int i = 0; i < 4; i++) {
        unsigned value = 0, digits = 0;
        if (i && (p == end || *p++ != '.'))
            return false;
        for (; p < end && *p >= '0' && *p <= '9'; p++, digits++) {
            if (digits && value == 0) /* a leading zero would mean octal to some */
                return false;
            value = value * 10 + (unsigned)(*p - '0');
            if (value > 255)
                return false;
        }
        if (!digits)
            return false;
        out[i] = (uint8_t)value;
    }
    return p == end;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Groups of four hex digits; one `::` stands for as many zeros as are missing; the last four bytes may be an
 * IPv4 address. */
static bool parse_inet6(const char *p, size_t n, uint8_t out[16])
{
    const char *end = p + n;
    int at = 0, gap = -1;
    memset(out, 0, 16);
    if (n >= 2 && p[0] == ':' && p[1] == ':') {
        gap = 0;
        p += 2;
    }
    while (p < end) {
        unsigned value = 0, digits = 0;
        const char *start = p;
        for (; p < end && digits < 4 && hex_value(*p) >= 0; p++, digits++)
            value = value << 4 | (unsigned)hex_value(*p);
        if (p < end && *p == '.' && at <= 12) {
            if (!parse_inet(start, (size_t)(end - start), out + at))
                return false;
            at += 4;
            break;
        }
        if (!digits || at == 16)
            return false;
        out[at++] = (uint8_t)(value >> 8);
        out[at++] = (uint8_t)value;
        if (p == end)
            break;
        if (*p++ != ':' || p == end)
            return false;
        if (*p == ':') {
            if (gap >= 0)
                return false;
            gap = at;
            p++;
        }
    }
    if (gap < 0)
        return at == 16;
    if (at == 16)
        return false;
    memmove(out + 16 - (at - gap), out + gap, (size_t)(at - gap));
    memset(out + gap, 0, (size_t)(16 - at));
    return true;
}

static bool parse_numeric(int family, const char *p, size_t n, struct ou_port_address *out)
{
    out->family = (uint16_t)family;
    out->size = family == OU_PORT_INET ? 4 : 16;
    return family == OU_PORT_INET ? parse_inet(p, n, out->bytes) : parse_inet6(p, n, out->bytes);
}

static void add_number(struct ou_builder *b, unsigned value, unsigned base)
{
    char text[6];
    size_t at = sizeof text;
    do
        text[--at] = "0123456789abcdef"[value % base];
    while (value /= base);
    ou_builder_add(b, text + at, sizeof text - at);
}

static void add_inet(struct ou_builder *b, const uint8_t *bytes)
{
    for (int i = 0; i < 4; i++) {
        if (i)
            ou_builder_add_byte(b, '.');
        add_number(b, bytes[i], 10);
    }
}

/* The first of the longest runs of two or more zero groups becomes `::`. */
static void add_inet6(struct ou_builder *b, const uint8_t *bytes)
{
    unsigned groups[8];
    int start = -1, length = 1;
    for (int i = 0; i < 8; i++)
        groups[i] = (unsigned)bytes[2 * i] << 8 | bytes[2 * i + 1];
    for (int i = 0, run = 0; i < 8; i++) {
        run = groups[i] ? 0 : run + 1;
        if (run > length) {
            length = run;
            start = i - run + 1;
        }
    }
    bool mapped = start == 0 && (length == 6 || (length == 5 && groups[5] == 0xffff));
    for (int i = 0; i < 8; i++) {
        if (i == start) {
            ou_builder_add_c(b, i + length == 8 ? "::" : ":");
            i += length - 1;
            continue;
        }
        if (i)
            ou_builder_add_byte(b, ':');
        if (mapped && i == 6) {
            add_inet(b, bytes + 12);
            break;
        }
        add_number(b, groups[i], 16);
    }
}

static ou_val ip_text(struct ou_vm *vm, int family, const uint8_t *bytes)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    if (family == OU_PORT_INET)
        add_inet(&b, bytes);
    else
        add_inet6(&b, bytes);
    return ou_builder_str(&b);
}

/* -- gaierror: made and shown as OSError is -- */

static const struct ou_type_ops *os_error_ops(void) { return (const struct ou_type_ops *)ou_exc_OSError.ops; }
static ou_val gaierror_construct(struct ou_vm *vm, ou_val type, unsigned n_args, unsigned n_kw,
                                 const ou_val *args)
{
    return os_error_ops()->construct(vm, type, n_args, n_kw, args);
}
static ou_val gaierror_repr(struct ou_vm *vm, ou_val self) { return os_error_ops()->repr(vm, self); }
static ou_val gaierror_str(struct ou_vm *vm, ou_val self) { return os_error_ops()->str(vm, self); }

static const struct ou_type_ops gaierror_ops = {
    .construct = gaierror_construct, .repr = gaierror_repr, .str = gaierror_str};
OU_ROM_ALIGN const struct ou_type ou_exc_gaierror = {.type = OU_ROM(&ou_type_type),
                                                     .ops = OU_ROM(&gaierror_ops),
                                                     .name = OU_S(gaierror),
                                                     .bases = OU_ROM(&ou_exc_OSError),
                                                     .flags = OU_SMALL_CONST(OU_TYPE_EXCEPTION),
                                                     .version = OU_SMALL_CONST(0)};

enum { NONAME = -2, FAMILY = -6, SOCKTYPE = -7, SERVICE = -8, ADDRFAMILY = -9 };

static int fail_gaierror(struct ou_vm *vm, int code)
{
    static const char *const texts[] = {"Bad value for ai_flags",
                                        "Name or service not known",
                                        "Temporary failure in name resolution",
                                        "Non-recoverable failure in name resolution",
                                        "No address associated with hostname",
                                        "ai_family not supported",
                                        "ai_socktype not supported",
                                        "Servname not supported for ai_socktype",
                                        "Address family for hostname not supported",
                                        "Memory allocation failure",
                                        "System error"};
    unsigned i = (unsigned)-code - 1;
    ou_val args[2] = {ou_small(code),
                      ou_str_from(vm, i < sizeof texts / sizeof *texts ? texts[i] : "Unknown error")};
    ou_val e = args[1] == OU_EXC ? OU_EXC : ou_call(vm, OU_ROM(&ou_exc_gaierror), 2, 0, args);
    return e == OU_EXC ? -1 : ou_fail(ou_raise_value(vm, e));
}

/* -- hosts -- */

struct text {
    const char *data;
    size_t size;
};

/* The text of a str or bytes-like object; false: is neither, or (raised) it has no buffer. */
static bool text_of(struct ou_vm *vm, ou_val v, struct text *out)
{
    ou_val str = ou_cast_native(v, &ou_type_str);
    struct ou_buffer buffer;
    if (str != OU_ABSENT) {
        out->data = ou_str_text(vm, str, &out->size);
        return true;
    }
    if (ou_cast_native(v, &ou_type_bytes) == OU_ABSENT &&
        !(OU_WITH_BYTEARRAY && ou_cast_native(v, &ou_type_bytearray) != OU_ABSENT))
        return false;
    if (ou_get_buffer(vm, v, &buffer) < 0)
        return false;
    *out = (struct text){(const char *)buffer.data, buffer.size};
    return true;
}

/* Asks the port.  The number of addresses; at least 1, or -1. */
static int resolve(struct ou_vm *vm, struct text host, int family, struct ou_port_address *out, int most)
{
    char name[256];
    if (host.size >= sizeof name || host.size == 0)
        return fail_gaierror(vm, NONAME);
    memcpy(name, host.data, host.size);
    name[host.size] = 0;
    int n = ou_port_resolve(name, family, out, (size_t)most);
    return n > 0 ? n : fail_gaierror(vm, n ? n : NONAME);
}

/* The address of a host given to bind, connect and their relatives. */
static int host_address(struct ou_vm *vm, int family, ou_val v, struct ou_port_address *out)
{
    struct text host;
    if (!text_of(vm, v, &host))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "str, bytes or bytearray expected, not %T", v));
    if (memchr(host.data, 0, host.size))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "host name must not contain null character"));
    if (host.size == 0) { /* any */
        memset(out->bytes, 0, sizeof out->bytes);
        out->size = family == OU_PORT_INET ? 4 : 16;
        out->family = (uint16_t)family;
        return 0;
    }
    if (family == OU_PORT_INET && host.size == 11 && memcmp(host.data, "<broadcast>", 11) == 0)
        host = (struct text){"255.255.255.255", 15};
    if (parse_numeric(family, host.data, host.size, out))
        return 0;
    return resolve(vm, host, family, out, 1) < 0 ? -1 : 0;
}

/* -- addresses in Python -- */

static int local_address(struct ou_vm *vm, ou_val v, struct ou_port_address *out)
{
    struct ou_buffer buffer;
    struct text path;
    if (!text_of(vm, v, &path)) {
        if (ou_get_buffer(vm, v, &buffer) < 0)
            return -1;
        path = (struct text){(const char *)buffer.data, buffer.size};
    }
    /* a path needs a NUL behind it; a name that begins with one is none */
    size_t most = sizeof out->bytes - (path.size && path.data[0]);
    if (path.size > most)
        return ou_fail(ou_raise(vm, &ou_exc_OSError, "AF_UNIX path too long"));
    out->size = (uint8_t)path.size;
    memcpy(out->bytes, path.data, path.size);
    return 0;
}

static int range(struct ou_vm *vm, ou_val v, const char *caller, const char *what, ou_int high, ou_int *out)
{
    if (ou_to_int(vm, v, out) < 0) {
        if (!ou_exc_matches(vm, &ou_exc_OverflowError))
            return -1;
        ou_exc_take(vm);
        *out = -1;
    }
    return *out >= 0 && *out <= high
               ? 0
               : ou_fail(ou_raise(vm, &ou_exc_OverflowError, "%s(): %s must be 0-%zd.", caller, what, high));
}

int ou_socket_address(struct ou_vm *vm, int family, ou_val v, const char *caller, struct ou_port_address *out)
{
    bool six = family == OU_PORT_INET6;
    memset(out, 0, sizeof *out);
    out->family = (uint16_t)family;
    if (family == OU_PORT_LOCAL)
        return local_address(vm, v, out);
    if (family != OU_PORT_INET && !six)
        return ou_fail(ou_raise(vm, &ou_exc_OSError, "%s(): unsupported address family", caller));
    ou_val tuple = ou_cast_native(v, &ou_type_tuple);
    if (tuple == OU_ABSENT)
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "%s(): %s address must be tuple, not %T", caller,
                                six ? "AF_INET6" : "AF_INET", v));
    size_t n = ou_tuple_len(tuple);
    if (n < 2 || n > (six ? 4 : 2))
        return ou_fail(ou_raise_message(
            vm, six ? OU_MESSAGE(&ou_exc_TypeError,
                                 "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
                    : OU_MESSAGE(&ou_exc_TypeError, "AF_INET address must be a pair (host, port)")));
    ou_int port, flow = 0;
    int64_t scope = 0;
    if (range(vm, ou_tuple_items(tuple)[1], caller, "port", 65535, &port) < 0 ||
        (n > 2 && range(vm, ou_tuple_items(tuple)[2], caller, "flowinfo", 0xfffff, &flow) < 0) ||
        (n > 3 && ou_to_i64(vm, ou_tuple_items(tuple)[3], &scope) < 0) ||
        host_address(vm, family, ou_tuple_items(tuple)[0], out) < 0)
        return -1;
    out->port = (uint16_t)port;
    out->flow = (uint32_t)flow;
    if (n > 3)
        out->scope = (uint32_t)scope;
    return 0;
}

ou_val ou_socket_address_value(struct ou_vm *vm, const struct ou_port_address *a)
{
    switch (a->family) {
    case OU_PORT_LOCAL: {
        bool is_path = !a->size || a->bytes[0];
        ou_val path = is_path ? ou_str_from_utf8(vm, a->bytes, a->size) : OU_ABSENT;
        if (path == OU_EXC && ou_exc_matches(vm, &ou_exc_UnicodeDecodeError)) { /* a peer may have any */
            ou_exc_take(vm);
            is_path = false;
        }
        return is_path ? path : ou_bytes_new(vm, a->bytes, a->size);
    }
    case OU_PORT_INET:
    case OU_PORT_INET6: {
        ou_val items[4] = {ip_text(vm, a->family, a->bytes), ou_small(a->port)};
        if (items[0] == OU_EXC)
            return OU_EXC;
        if (a->family == OU_PORT_INET)
            return ou_tuple_new(vm, 2, items);
        items[2] = ou_int_from_u64(vm, a->flow);
        items[3] = items[2] == OU_EXC ? OU_EXC : ou_int_from_u64(vm, a->scope);
        return items[3] == OU_EXC ? OU_EXC : ou_tuple_new(vm, 4, items);
    }
    default: return OU_NONE;
    }
}

/* -- getaddrinfo -- */

/* A port: an int, the text of one, or None. */
static int service(struct ou_vm *vm, ou_val v, uint16_t *out)
{
    struct text text;
    ou_int number = 0;
    if (ou_is_a(v, &ou_type_int)) {
        if (ou_to_int(vm, v, &number) < 0)
            return -1;
        *out = (uint16_t)number;
        return number < 0 ? fail_gaierror(vm, SERVICE) : 0;
    }
    if (v != OU_NONE) {
        if (!text_of(vm, v, &text))
            return ou_fail(ou_raise(vm, &ou_exc_OSError, "Int or String expected"));
        for (size_t i = 0; i < text.size; i++) {
            if (text.data[i] < '0' || text.data[i] > '9' || i == 9)
                return fail_gaierror(vm, SERVICE);
            number = number * 10 + (text.data[i] - '0');
        }
    }
    *out = (uint16_t)number;
    return 0;
}

/* Without a host: what to bind to, or this machine. */
static int nowhere(int family, bool passive, struct ou_port_address *out, int most)
{
    int n = 0;
    for (int i = 0; i < 2 && n < most; i++) {
        int f = (i == 0) == passive ? OU_PORT_INET : OU_PORT_INET6;
        if (family && f != family)
            continue;
        const char *text = f == OU_PORT_INET ? (passive ? "0.0.0.0" : "127.0.0.1") : (passive ? "::" : "::1");
        n += parse_numeric(f, text, strlen(text), &out[n]);
    }
    return n;
}

int ou_socket_look_up(struct ou_vm *vm, ou_val host, ou_val port, int family, int flags,
                      struct ou_port_address *out, int most)
{
    struct text text = {NULL, 0};
    uint16_t number = 0;
    int n = 0;
    memset(out, 0, (size_t)most * sizeof *out);
    if (host != OU_NONE && !text_of(vm, host, &text))
        return ou_fail(ou_raise(vm, &ou_exc_TypeError, "getaddrinfo() argument 1 must be string or None"));
    if (service(vm, port, &number) < 0)
        return -1;
    if (family && family != OU_PORT_INET && family != OU_PORT_INET6)
        return fail_gaierror(vm, FAMILY);
    if (host == OU_NONE) {
        n = port == OU_NONE ? fail_gaierror(vm, NONAME) : nowhere(family, flags & AI_PASSIVE, out, most);
    } else if (memchr(text.data, 0, text.size)) {
        return ou_fail(ou_raise(vm, &ou_exc_ValueError, "embedded null character"));
    } else if (parse_numeric(OU_PORT_INET, text.data, text.size, out) ||
               parse_numeric(OU_PORT_INET6, text.data, text.size, out)) {
        n = family && family != out->family ? fail_gaierror(vm, ADDRFAMILY) : 1;
    } else {
        n = flags & AI_NUMERICHOST ? fail_gaierror(vm, NONAME) : resolve(vm, text, family, out, most);
    }
    for (int i = 0; i < n; i++)
        out[i].port = number;
    return n;
}

static const struct {
    uint8_t type, protocol;
} kinds[] = {{OU_SOCKET_STREAM, 6}, {OU_SOCKET_DATAGRAM, 17}, {OU_SOCKET_RAW, 0}};

static int add_info(struct ou_vm *vm, ou_val list, const struct ou_port_address *a, ou_int type,
                    ou_int protocol)
{
    ou_val items[5] = {ou_small(a->family), ou_small(type), ou_small(protocol), OU_STR_EMPTY,
                       ou_socket_address_value(vm, a)};
    ou_val tuple = items[4] == OU_EXC ? OU_EXC : ou_tuple_new(vm, 5, items);
    return tuple == OU_EXC ? -1 : ou_list_append(vm, list, tuple);
}

OU_NATIVE_STATIC(getaddrinfo_fn)
{
    ou_val a[6];
    ou_int options[4] = {0, 0, 0, 0}; /* family, type, proto, flags */
    struct ou_port_address found[8];
    if (ou_args_parse(vm, "getaddrinfo", "host port|family type proto flags", n_args, n_kw, args, a) < 0)
        return OU_EXC;
    for (int i = 0; i < 4; i++)
        if (a[i + 2] != OU_ABSENT && ou_to_int(vm, a[i + 2], &options[i]) < 0)
            return OU_EXC;
    int n = ou_socket_look_up(vm, a[0], a[1], (int)options[0], (int)options[3], found, 8);
    ou_val list = n < 0 ? OU_EXC : ou_list_new(vm, 0, NULL);
    if (list == OU_EXC)
        return OU_EXC;
    for (int i = 0; i < n; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            bool raw = kinds[k].type == OU_SOCKET_RAW;
            if ((options[1] && options[1] != kinds[k].type) ||
                (options[2] && options[2] != kinds[k].protocol && !(raw && options[1])))
                continue;
            if (add_info(vm, list, &found[i], kinds[k].type, raw ? options[2] : kinds[k].protocol) < 0)
                return OU_EXC;
        }
    return ou_list_len(list) ? list : (fail_gaierror(vm, SOCKTYPE), OU_EXC);
}

OU_NATIVE_STATIC(gethostbyname_fn)
{
    struct ou_port_address a;
    return host_address(vm, OU_PORT_INET, args[0], &a) < 0 ? OU_EXC : ip_text(vm, OU_PORT_INET, a.bytes);
}

/* -- inet_* -- */

static ou_val packed(struct ou_vm *vm, const char *caller, int argument, int family, ou_val v)
{
    struct ou_port_address a;
    struct text text;
    if (ou_cast_native(v, &ou_type_str) == OU_ABSENT || !text_of(vm, v, &text))
        return ou_raise(vm, &ou_exc_TypeError, "%s() argument %d must be str, not %A", caller, argument, v);
    if (!parse_numeric(family, text.data, text.size, &a))
        return ou_raise(vm, &ou_exc_OSError, "illegal IP address string passed to %s", caller);
    return ou_bytes_new(vm, a.bytes, a.size);
}

OU_NATIVE_STATIC(inet_aton_fn) { return packed(vm, "inet_aton", 1, OU_PORT_INET, args[0]); }

OU_NATIVE_STATIC(inet_pton_fn)
{
    ou_int family;
    if (ou_to_int(vm, args[0], &family) < 0)
        return OU_EXC;
    if (family != OU_PORT_INET && family != OU_PORT_INET6)
        return ou_raise_os_error(vm, 97, OU_ABSENT);
    return packed(vm, "inet_pton", 2, (int)family, args[1]);
}

OU_NATIVE_STATIC(inet_ntoa_fn)
{
    struct ou_buffer buffer;
    if (ou_get_buffer(vm, args[0], &buffer) < 0)
        return OU_EXC;
    return buffer.size == 4 ? ip_text(vm, OU_PORT_INET, buffer.data)
                            : ou_raise(vm, &ou_exc_OSError, "packed IP wrong length for inet_ntoa");
}

OU_NATIVE_STATIC(inet_ntop_fn)
{
    ou_int family;
    struct ou_buffer buffer;
    if (ou_to_int(vm, args[0], &family) < 0 || ou_get_buffer(vm, args[1], &buffer) < 0)
        return OU_EXC;
    if (family != OU_PORT_INET && family != OU_PORT_INET6)
        return ou_raise(vm, &ou_exc_ValueError, "unknown address family %zd", family);
    if (buffer.size != (family == OU_PORT_INET ? 4 : 16))
        return ou_raise(vm, &ou_exc_ValueError, "invalid length of packed IP address string");
    return ip_text(vm, (int)family, buffer.data);
}

#define EXPORT(f, name, min, max, flags)                \
    OU_ROM_ALIGN const struct ou_native ou_socket_##f = \
        OU_NATIVE(&ou_type_native_function, f##_fn, name, NULL, min, max, flags);
EXPORT(getaddrinfo, OU_S(getaddrinfo), 0, 6, OU_NATIVE_KW)
EXPORT(gethostbyname, OU_S(gethostbyname), 1, 1, 0)
EXPORT(inet_aton, OU_S(inet_aton), 1, 1, 0)
EXPORT(inet_ntoa, OU_S(inet_ntoa), 1, 1, 0)
EXPORT(inet_ntop, OU_S(inet_ntop), 2, 2, 0)
EXPORT(inet_pton, OU_S(inet_pton), 2, 2, 0)
