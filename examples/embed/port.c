/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A small port: the functions of ouro/port.h that the core needs, on a C library with POSIX.  A firmware has its own.
 */
#include <errno.h>
#include <fcntl.h>
#include <ouro/port.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void ou_port_write(int fd, const char *text, size_t n)
{
    FILE *file = fd == 2 ? stderr : stdout;
    fwrite(text, 1, n, file);
    fflush(file);
}

/* -- time -- */

static uint64_t nanoseconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t ou_port_ticks_us(void) { return nanoseconds(CLOCK_MONOTONIC) / 1000; }
uint64_t ou_port_processor_us(void) { return nanoseconds(CLOCK_PROCESS_CPUTIME_ID) / 1000; }
uint64_t ou_port_epoch_ns(void) { return nanoseconds(CLOCK_REALTIME); }

void ou_port_sleep_us(uint64_t us)
{
    struct timespec time = {(time_t)(us / 1000000u), (long)(us % 1000000u) * 1000};
    nanosleep(&time, NULL);
}

/* No secret: good for games, not for keys. */
uint32_t ou_port_entropy(void) { return (uint32_t)nanoseconds(CLOCK_MONOTONIC) * 2654435761u; }

/* -- what must not happen -- */

void ou_port_report(const char *text) { fprintf(stderr, "ouro: %s\n", text); }

_Noreturn void ou_port_panic(const char *file, int line, const char *text)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, text);
    abort();
}

/* -- the console: for input() and the prompt -- */

int ou_port_console_get(void) { return getchar(); }
void ou_port_console_raw(int on) { (void)on; }

/* -- files -- */

int ou_port_file_open(const char *path, int flags)
{
    int writes = flags & (OU_PORT_WRITE | OU_PORT_APPEND);
    int mode = !writes ? O_RDONLY : flags & OU_PORT_READ ? O_RDWR : O_WRONLY;
    mode |= flags & OU_PORT_CREATE ? O_CREAT : 0;
    mode |= flags & OU_PORT_TRUNCATE ? O_TRUNC : 0;
    mode |= flags & OU_PORT_APPEND ? O_APPEND : 0;
    mode |= flags & OU_PORT_EXCLUSIVE ? O_EXCL : 0;
    int handle = open(path, mode, 0666);
    return handle < 0 ? -errno : handle;
}

int ou_port_file_close(int handle) { return close(handle) < 0 ? -errno : 0; }

long ou_port_file_read(int handle, void *buffer, size_t n)
{
    ssize_t got = read(handle, buffer, n);
    return got < 0 ? -errno : (long)got;
}

long ou_port_file_write(int handle, const void *data, size_t n)
{
    ssize_t put = write(handle, data, n);
    return put < 0 ? -errno : (long)put;
}

long ou_port_file_seek(int handle, long offset, int whence)
{
    off_t at = lseek(handle, offset, whence == 0 ? SEEK_SET : whence == 1 ? SEEK_CUR : SEEK_END);
    return at < 0 ? -errno : (long)at;
}

int ou_port_file_kind(const char *path)
{
    struct stat info;
    return stat(path, &info) < 0 ? 0 : S_ISDIR(info.st_mode) ? 2 : 1;
}

const void *ou_port_file_map(int handle)
{
    (void)handle;
    return NULL; /* the contents of a file lie nowhere in memory */
}
