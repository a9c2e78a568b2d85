/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module socket share: addresses, and names turned into them.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_SOCKET_H
#define OURO_INCLUDED_SRC_MODULES_SOCKET_H

#include <ouro/ouro.h>

/* Numbers of <ouro/port.h>. */
#define OU_SOCKET_STREAM 1
#define OU_SOCKET_DATAGRAM 2
#define OU_SOCKET_RAW 3

extern const struct ou_type ou_exc_gaierror;

/* The address that Python code gives for a socket of a family, names of hosts looked up; caller is the name of
 * the function, for messages.  0 or -1. */
int ou_socket_address(struct ou_vm *vm, int family, ou_val v, const char *caller,
                      struct ou_port_address *out) OU_MUST_CHECK;
/* As Python shows it: a tuple, a path, or None. */
ou_val ou_socket_address_value(struct ou_vm *vm, const struct ou_port_address *a) OU_MUST_CHECK;
/* What getaddrinfo finds for a host (None: this machine) and a port, of one family or (0) of any.  The number of
 * addresses, at most `most`, or -1. */
int ou_socket_look_up(struct ou_vm *vm, ou_val host, ou_val port, int family, int flags,
                      struct ou_port_address *out, int most) OU_MUST_CHECK;

/* Functions of the module. */
extern const struct ou_native ou_socket_getaddrinfo, ou_socket_gethostbyname, ou_socket_inet_aton,
    ou_socket_inet_ntoa, ou_socket_inet_ntop, ou_socket_inet_pton;

#endif /* OURO_INCLUDED_SRC_MODULES_SOCKET_H */
