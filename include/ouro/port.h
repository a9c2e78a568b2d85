/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What a port provides.  All of these are called from the thread that runs the VM.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_PORT_H
#define OURO_INCLUDED_INCLUDE_OURO_PORT_H

#include <stddef.h>
#include <stdint.h>

/* Writes n bytes of Python's standard output (fd 1) or error output (fd 2); does not fail. */
void ou_port_write(int fd, const char *text, size_t n);
/* A monotonic clock, in microseconds. */
uint64_t ou_port_ticks_us(void);
/* Processor time that the program has used, in microseconds; the same clock where nothing else runs. */
uint64_t ou_port_processor_us(void);
/* Nanoseconds since 1970-01-01 UTC; 0 if the port does not know. */
uint64_t ou_port_epoch_ns(void);
/* Waits so long; a signal or interrupt may end it early. */
void ou_port_sleep_us(uint64_t us);
/* 32 random bits for seeding; a port without entropy uses its clock. */
uint32_t ou_port_entropy(void);
/* A broken invariant was found: report it (no formatting needed: text is complete) and return;
 * the caller decides whether to go on. */
void ou_port_report(const char *text);
/* An assertion failed: report and stop (abort, or reset the board). */
_Noreturn void ou_port_panic(const char *file, int line, const char *text);

/* The console of the interactive prompt.  get: the next byte typed, or -1 at the end of input.  raw: bytes
 * come as they are typed, without echo; Ctrl-C is byte 3. */
int ou_port_console_get(void);
void ou_port_console_raw(int on);

/* Files.  Handles are small non-negative ints; results below 0 are negated errno numbers. */
#define OU_PORT_READ 1
#define OU_PORT_WRITE 2
#define OU_PORT_CREATE 4
#define OU_PORT_TRUNCATE 8
#define OU_PORT_APPEND 16
#define OU_PORT_EXCLUSIVE 32
/* A handle; -2 (ENOENT) where there are no files. */
int ou_port_file_open(const char *path, int flags);
/* 0.  The handle is free afterwards, also when an error is returned. */
int ou_port_file_close(int handle);
/* Bytes read (0: the end of the file) or written, which may be fewer than n. */
long ou_port_file_read(int handle, void *buffer, size_t n);
long ou_port_file_write(int handle, const void *data, size_t n);
/* whence: 0 start, 1 current, 2 end; the new offset or a negated errno. */
long ou_port_file_seek(int handle, long offset, int whence);
/* 0: absent, 1: file, 2: directory. */
int ou_port_file_kind(const char *path);
/* Where the contents of an open file lie in memory, aligned to 8 bytes and never changed while a VM lives, or NULL: then
 * precompiled code runs from there.  What is read from the file is what lies there. */
const void *ou_port_file_map(int handle);

/* Module `os`: only for a port that gives it to its VMs (ouro/embed.h).  0 or a negated errno number of Linux; what a
 * port cannot do is -95 (EOPNOTSUPP), or -1 (EPERM) for folders in a file system that has none of their own. */
int ou_port_file_remove(const char *path);
/* `to` is replaced, if it is a file. */
int ou_port_file_rename(const char *from, const char *to);
/* What Python's os.stat_result has: mode (with Linux's bits), inode, device, links, user, group, size, and when it was
 * read, written and changed, in seconds since 1970. */
#define OU_PORT_STAT 10
int ou_port_file_stat(const char *path, int64_t out[OU_PORT_STAT]);
/* mkdir, rmdir, chdir, getcwd (with a NUL; -34 (ERANGE): it is longer than n). */
int ou_port_folder_make(const char *path, unsigned mode);
int ou_port_folder_remove(const char *path);
int ou_port_folder_enter(const char *path);
int ou_port_folder_current(char *buffer, size_t n);
/* Calls `each` with the name of all that the folder holds, but "." and "..", until that returns another number than
 * 0, which is then the result. */
int ou_port_folder_list(const char *path, int (*each)(void *ctx, const char *name, size_t n), void *ctx);
/* Of os.uname(): 0 system, 1 node, 2 release, 3 version, 4 machine. */
const char *ou_port_system_name(int which);

/* Sockets: only for a port that gives its VMs the modules `socket` and `select` (ouro/embed.h).
 *
 * Handles and results are as with files.  Families, types, protocols, levels, options and flags are the numbers
 * of Linux, which Python code sees; so are errno numbers.  Only wait and resolve take time.  The other functions
 * return -11 (EAGAIN) instead of waiting, connect -115 (EINPROGRESS) once it is under way: it is called again when
 * the socket is writable, and says then how it ended (0, -106 EISCONN, or why it failed), or -114 (EALREADY) if it
 * has not.  A signal does not end them.
 * Buffers and addresses are read or written during the call only.  What is sent to a peer that is gone fails with
 * -32 (EPIPE) and raises no signal. */
#define OU_PORT_LOCAL 1
#define OU_PORT_INET 2
#define OU_PORT_INET6 10
struct ou_port_address {
    uint16_t family;      /* one of these, or 0: no address */
    uint16_t port;        /* of both INETs; port, flow and scope in the machine's byte order */
    uint32_t flow, scope; /* of INET6 */
    uint8_t size;         /* of bytes: 4, 16, or that of a LOCAL name */
    uint8_t bytes[108];   /* the first byte of an IP address first; a path without a NUL behind it */
};
/* A new socket.  adopt: takes over one that the system has open, and says what it is. */
int ou_port_socket_open(int family, int type, int protocol);
int ou_port_socket_adopt(int handle, int *family, int *type, int *protocol);
int ou_port_socket_pair(int family, int type, int protocol, int handles[2]);
/* As functions of POSIX of these names.  accept: the handle of the connection.  close never waits. */
int ou_port_socket_close(int handle);
int ou_port_socket_bind(int handle, const struct ou_port_address *address);
int ou_port_socket_listen(int handle, int backlog);
int ou_port_socket_accept(int handle, struct ou_port_address *peer);
int ou_port_socket_connect(int handle, const struct ou_port_address *address);
/* Bytes received (a stream: 0 at the end) or sent.  from and to may be NULL. */
long ou_port_socket_receive(int handle, void *buffer, size_t n, int flags, struct ou_port_address *from);
long ou_port_socket_send(int handle, const void *data, size_t n, int flags, const struct ou_port_address *to);
/* The address of this end, or of the peer. */
int ou_port_socket_name(int handle, int peer, struct ou_port_address *out);
/* how: 0: receiving, 1: sending, 2: both. */
int ou_port_socket_shutdown(int handle, int how);
/* 0. */
int ou_port_socket_set_option(int handle, int level, int option, const void *value, size_t n);
/* The size of the value, at most n. */
int ou_port_socket_get_option(int handle, int level, int option, void *value, size_t n);

#define OU_PORT_READABLE 1 /* or a connection to accept, or the end */
#define OU_PORT_URGENT 2
#define OU_PORT_WRITABLE 4
#define OU_PORT_FAILED 8 /* this and the next two are told unasked */
#define OU_PORT_HANGUP 16
#define OU_PORT_INVALID 32
struct ou_port_ready {
    int handle; /* below 0: passed over */
    int16_t wanted, ready;
};
/* Waits until something is ready, or for `us` microseconds; 0 only looks.  A signal may end it early.  The number
 * of sockets that are ready. */
int ou_port_socket_wait(struct ou_port_ready *sockets, size_t n, uint64_t us);
/* The addresses of a host by its name, the best first; family 0: any.  How many, at most `most`, or a negated
 * number of getaddrinfo: -2 unknown, -3 try again, -4 failed.  Cannot be interrupted. */
int ou_port_resolve(const char *name, int family, struct ou_port_address *out, size_t most);

#endif /* OURO_INCLUDED_INCLUDE_OURO_PORT_H */
