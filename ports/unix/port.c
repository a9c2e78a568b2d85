/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The Unix port's part of ouro/port.h: POSIX files, clocks and output.
 */
#include <errno.h>
#include <fcntl.h>
#include <ouro/port.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* Output is collected here and written when the program reads, sleeps, ends, writes an error, or fills
 * it; to a terminal, at each end of a line. */
static char pending[8192];
static size_t n_pending;
static int is_terminal = -1;

void port_flush(void);
void port_idle(void); /* main.c */

static void write_all(int fd, const char *text, size_t n)
{
    while (n) {
        ssize_t done = write(fd, text, n);
        if (done < 0 && errno != EINTR)
            return;
        if (done > 0) {
            text += done;
            n -= (size_t)done;
        }
    }
}

void port_flush(void)
{
    size_t n = n_pending;
    n_pending = 0;
    write_all(1, pending, n);
}

void ou_port_write(int fd, const char *text, size_t n)
{
    if (fd != 1) {
        port_flush();
        write_all(fd, text, n);
        return;
    }
    if (is_terminal < 0)
        is_terminal = isatty(1);
    if (n > sizeof pending - n_pending)
        port_flush();
    if (n > sizeof pending) {
        write_all(1, text, n);
        return;
    }
    memcpy(pending + n_pending, text, n);
    n_pending += n;
    if (is_terminal && memchr(text, '\n', n))
        port_flush();
}

static uint64_t clock_ns(clockid_t id)
{
    struct timespec t;
    clock_gettime(id, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

uint64_t ou_port_ticks_us(void) { return clock_ns(CLOCK_MONOTONIC) / 1000; }

uint64_t ou_port_processor_us(void) { return clock_ns(CLOCK_PROCESS_CPUTIME_ID) / 1000; }

uint64_t ou_port_epoch_ns(void) { return clock_ns(CLOCK_REALTIME); }

void ou_port_sleep_us(uint64_t us)
{
    port_flush();
    struct timespec t = {(time_t)(us / 1000000), (long)(us % 1000000) * 1000};
    nanosleep(&t, NULL); /* a signal ends it early, so that Ctrl-C is seen */
}

uint32_t ou_port_entropy(void)
{
    uint32_t v;
    if (getrandom(&v, sizeof v, 0) != sizeof v)
        v = (uint32_t)clock_ns(CLOCK_MONOTONIC);
    return v;
}

void ou_port_report(const char *text)
{
    port_flush();
    fprintf(stderr, "ouro: %s\n", text);
}

_Noreturn void ou_port_panic(const char *file, int line, const char *text)
{
    port_flush();
    fprintf(stderr, "ouro: %s:%d: assertion failed: %s\n", file, line, text);
    abort();
}

int ou_port_file_open(const char *path, int flags)
{
    int mode =
        flags & OU_PORT_READ ? (flags & (OU_PORT_WRITE | OU_PORT_APPEND) ? O_RDWR : O_RDONLY) : O_WRONLY;
    mode |= (flags & OU_PORT_CREATE ? O_CREAT : 0) | (flags & OU_PORT_TRUNCATE ? O_TRUNC : 0) |
            (flags & OU_PORT_APPEND ? O_APPEND : 0) | (flags & OU_PORT_EXCLUSIVE ? O_EXCL : 0);
    int fd = open(path, mode | O_CLOEXEC, 0666);
    return fd < 0 ? -errno : fd;
}

int ou_port_file_close(int handle) { return close(handle) < 0 ? -errno : 0; }

long ou_port_file_read(int handle, void *buffer, size_t n)
{
    if (handle == 0)
        port_flush();
    long got = read(handle, buffer, n);
    return got < 0 ? -errno : got;
}

long ou_port_file_write(int handle, const void *data, size_t n)
{
    long done = write(handle, data, n);
    return done < 0 ? -errno : done;
}

long ou_port_file_seek(int handle, long offset, int whence)
{
    static const int kinds[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    long at = lseek(handle, offset, kinds[whence]);
    return at < 0 ? -errno : at;
}

int ou_port_file_kind(const char *path)
{
    struct stat s;
    if (stat(path, &s) < 0)
        return 0;
    return S_ISDIR(s.st_mode) ? 2 : 1;
}

const void *ou_port_file_map(int handle)
{
    (void)handle;
    return NULL;
}

/* -- console -- */

int ou_port_console_get(void)
{
    unsigned char c;
    port_flush();
    port_idle();
    for (;;) {
        ssize_t n = read(0, &c, 1);
        if (n == 1)
            return c;
        if (n == 0 || errno != EINTR)
            return -1;
    }
}

void ou_port_console_raw(int on)
{
    static struct termios before;
    static int saved;
    if (on && !saved && tcgetattr(0, &before) == 0) {
        struct termios raw = before;
        raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ISIG);
        raw.c_iflag &= (tcflag_t)~ICRNL;
        tcsetattr(0, TCSADRAIN, &raw);
        saved = 1;
    } else if (!on && saved) {
        tcsetattr(0, TCSADRAIN, &before);
        saved = 0;
    }
}
