/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The Unix port's sockets: the functions for them of ouro/port.h.
 *
 * Every socket is non-blocking and closed in child programs.  Numbers of options and flags are passed on as
 * they are, so this file is for systems that have those of Linux.
 */
#define _GNU_SOURCE /* accept4, ppoll */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <ouro/port.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

void port_flush(void);

_Static_assert(AF_UNIX == OU_PORT_LOCAL && AF_INET == OU_PORT_INET && AF_INET6 == OU_PORT_INET6 &&
                   SOCK_STREAM == 1 && SOCK_DGRAM == 2 && SOL_SOCKET == 1 && SO_REUSEADDR == 2 &&
                   SO_ERROR == 4 && SO_RCVBUF == 8 && TCP_NODELAY == 1 && IPV6_V6ONLY == 26 &&
                   MSG_PEEK == 2 && MSG_DONTWAIT == 64 && EAGAIN == 11 && EINPROGRESS == 115 &&
                   ECONNREFUSED == 111,
               "the numbers of Linux");
_Static_assert(POLLIN == OU_PORT_READABLE && POLLPRI == OU_PORT_URGENT && POLLOUT == OU_PORT_WRITABLE &&
                   POLLERR == OU_PORT_FAILED && POLLHUP == OU_PORT_HANGUP && POLLNVAL == OU_PORT_INVALID &&
                   sizeof(struct pollfd) == sizeof(struct ou_port_ready) &&
                   offsetof(struct pollfd, events) == offsetof(struct ou_port_ready, wanted) &&
                   offsetof(struct pollfd, revents) == offsetof(struct ou_port_ready, ready),
               "struct ou_port_ready is struct pollfd");
_Static_assert(sizeof((struct sockaddr_un *)0)->sun_path == sizeof((struct ou_port_address *)0)->bytes,
               "a path fits");

union address {
    struct sockaddr any;
    struct sockaddr_in in;
    struct sockaddr_in6 in6;
    struct sockaddr_un local;
};
#define LOCAL_HEAD offsetof(struct sockaddr_un, sun_path)

/* Its size, 0 if there is no such address. */
static socklen_t to_system(const struct ou_port_address *from, union address *to)
{
    memset(to, 0, sizeof *to);
    to->any.sa_family = from->family;
    switch (from->family) {
    case AF_INET:
        to->in.sin_port = htons(from->port);
        memcpy(&to->in.sin_addr, from->bytes, 4);
        return sizeof to->in;
    case AF_INET6:
        to->in6.sin6_port = htons(from->port);
        to->in6.sin6_flowinfo = htonl(from->flow);
        to->in6.sin6_scope_id = from->scope;
        memcpy(&to->in6.sin6_addr, from->bytes, 16);
        return sizeof to->in6;
    case AF_UNIX: {
        size_t n = from->size <= sizeof to->local.sun_path ? from->size : sizeof to->local.sun_path;
        size_t nul = n > 0 && n < sizeof to->local.sun_path && from->bytes[0]; /* behind a path */
        memcpy(to->local.sun_path, from->bytes, n);
        return (socklen_t)(LOCAL_HEAD + n + nul);
    }
    default: return 0;
    }
}

static void from_system(const union address *from, socklen_t size, struct ou_port_address *to)
{
    memset(to, 0, sizeof *to);
    if (size < sizeof from->any.sa_family)
        return;
    to->family = from->any.sa_family;
    switch (to->family) {
    case AF_INET:
        to->port = ntohs(from->in.sin_port);
        to->size = 4;
        memcpy(to->bytes, &from->in.sin_addr, 4);
        return;
    case AF_INET6:
        to->port = ntohs(from->in6.sin6_port);
        to->flow = ntohl(from->in6.sin6_flowinfo);
        to->scope = from->in6.sin6_scope_id;
        to->size = 16;
        memcpy(to->bytes, &from->in6.sin6_addr, 16);
        return;
    case AF_UNIX: {
        size_t n = size > LOCAL_HEAD ? size - LOCAL_HEAD : 0;
        n = n <= sizeof to->bytes ? n : sizeof to->bytes;
        if (n && from->local.sun_path[0]) /* else a name without a file, which may hold any bytes */
            n = strnlen(from->local.sun_path, n);
        to->size = (uint8_t)n;
        memcpy(to->bytes, from->local.sun_path, n);
        return;
    }
    default: to->family = 0;
    }
}

static int result(int status) { return status < 0 ? -errno : status; }

/* -- making and closing -- */

int ou_port_socket_open(int family, int type, int protocol)
{
    return result(socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol));
}

int ou_port_socket_pair(int family, int type, int protocol, int handles[2])
{
    return result(socketpair(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol, handles));
}

int ou_port_socket_adopt(int handle, int *family, int *type, int *protocol)
{
    int *const out[3] = {family, type, protocol};
    static const int options[3] = {SO_DOMAIN, SO_TYPE, SO_PROTOCOL};
    for (int i = 0; i < 3; i++) {
        socklen_t n = sizeof(int);
        if (getsockopt(handle, SOL_SOCKET, options[i], out[i], &n) < 0)
            return -errno;
    }
    int flags = fcntl(handle, F_GETFL);
    return flags < 0 || fcntl(handle, F_SETFL, flags | O_NONBLOCK) < 0 ? -errno : handle;
}

/* After EINTR the descriptor is closed all the same. */
int ou_port_socket_close(int handle) { return close(handle) < 0 && errno != EINTR ? -errno : 0; }

int ou_port_socket_bind(int handle, const struct ou_port_address *address)
{
    union address to;
    socklen_t n = to_system(address, &to);
    return result(bind(handle, &to.any, n));
}

int ou_port_socket_listen(int handle, int backlog) { return result(listen(handle, backlog)); }

int ou_port_socket_accept(int handle, struct ou_port_address *peer)
{
    union address from;
    socklen_t n;
    int got;
    do {
        n = sizeof from;
        got = accept4(handle, &from.any, &n, SOCK_NONBLOCK | SOCK_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return -errno;
    from_system(&from, n, peer);
    return got;
}

int ou_port_socket_connect(int handle, const struct ou_port_address *address)
{
    union address to;
    socklen_t n = to_system(address, &to);
    int status = connect(handle, &to.any, n);
    return status < 0 ? errno == EINTR ? -EINPROGRESS : -errno : 0;
}

/* -- data -- */

long ou_port_socket_receive(int handle, void *buffer, size_t n, int flags, struct ou_port_address *from)
{
    union address address;
    socklen_t size;
    ssize_t got;
    do {
        size = from ? sizeof address : 0;
        got = recvfrom(handle, buffer, n, flags, from ? &address.any : NULL, from ? &size : NULL);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return -errno;
    if (from)
        from_system(&address, size, from);
    return (long)got;
}

long ou_port_socket_send(int handle, const void *data, size_t n, int flags, const struct ou_port_address *to)
{
    union address address;
    socklen_t size = to ? to_system(to, &address) : 0;
    ssize_t done;
    do
        done = sendto(handle, data, n, flags | MSG_NOSIGNAL, to ? &address.any : NULL, size);
    while (done < 0 && errno == EINTR);
    return done < 0 ? -errno : (long)done;
}

/* -- questions and options -- */

int ou_port_socket_name(int handle, int peer, struct ou_port_address *out)
{
    union address address;
    socklen_t n = sizeof address;
    if ((peer ? getpeername(handle, &address.any, &n) : getsockname(handle, &address.any, &n)) < 0)
        return -errno;
    from_system(&address, n, out);
    return 0;
}

int ou_port_socket_shutdown(int handle, int how) { return result(shutdown(handle, how)); }

int ou_port_socket_set_option(int handle, int level, int option, const void *value, size_t n)
{
    return result(setsockopt(handle, level, option, value, (socklen_t)n));
}

int ou_port_socket_get_option(int handle, int level, int option, void *value, size_t n)
{
    socklen_t size = (socklen_t)n;
    return getsockopt(handle, level, option, value, &size) < 0 ? -errno : (int)size;
}

int ou_port_socket_wait(struct ou_port_ready *sockets, size_t n, uint64_t us)
{
    struct timespec t = {(time_t)(us / 1000000), (long)(us % 1000000) * 1000};
    if (us)
        port_flush();
    int ready = ppoll((struct pollfd *)sockets, n, &t, NULL);
    return ready < 0 ? errno == EINTR ? 0 : -errno : ready;
}

int ou_port_resolve(const char *name, int family, struct ou_port_address *out, size_t most)
{
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM}, *list;
    port_flush();
    int status = getaddrinfo(name, NULL, &hints, &list);
    if (status)
        return status < 0 ? status : -status;
    size_t n = 0;
    for (struct addrinfo *a = list; a && n < most; a = a->ai_next) {
        union address address;
        if (a->ai_addrlen > sizeof address)
            continue;
        memcpy(&address, a->ai_addr, a->ai_addrlen);
        from_system(&address, a->ai_addrlen, &out[n++]);
    }
    freeaddrinfo(list);
    return (int)n;
}
