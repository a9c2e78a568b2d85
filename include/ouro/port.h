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
/* A monotonic clock. */
uint64_t ou_port_ticks_us(void);
/* Nanoseconds since 1970-01-01 UTC; 0 if the port does not know. */
uint64_t ou_port_epoch_ns(void);
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
int ou_port_file_open(const char *path, int flags);
int ou_port_file_close(int handle);
long ou_port_file_read(int handle, void *buffer, size_t n);
long ou_port_file_write(int handle, const void *data, size_t n);
/* whence: 0 start, 1 current, 2 end; the new offset or a negated errno. */
long ou_port_file_seek(int handle, long offset, int whence);
/* 0: absent, 1: file, 2: directory. */
int ou_port_file_kind(const char *path);

#endif /* OURO_INCLUDED_INCLUDE_OURO_PORT_H */
