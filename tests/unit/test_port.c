/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A port on a C library, for unit tests.
 */
#include <errno.h>
#include <fcntl.h>
#include <ouro/port.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

unsigned test_reports;
char test_report_text[256];
uint64_t (*test_clock)(void); /* if set: what the time is */

void ou_port_write(int fd, const char *text, size_t n)
{
    FILE *file = fd == 2 ? stderr : stdout;
    fwrite(text, 1, n, file);
    fflush(file);
}

uint64_t ou_port_ticks_us(void)
{
    if (test_clock)
        return test_clock();
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

uint64_t ou_port_epoch_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void ou_port_sleep_us(uint64_t us)
{
    struct timespec time = {(time_t)(us / 1000000u), (long)(us % 1000000u) * 1000};
    nanosleep(&time, NULL);
}

uint64_t ou_port_processor_us(void) { return ou_port_ticks_us(); }
uint32_t ou_port_entropy(void) { return (uint32_t)ou_port_ticks_us() * 2654435761u; }

void ou_port_report(const char *text)
{
    test_reports++;
    snprintf(test_report_text, sizeof test_report_text, "%s", text);
    fprintf(stderr, "report: %s\n", text);
}

_Noreturn void ou_port_panic(const char *file, int line, const char *text)
{
    fprintf(stderr, "%s:%d: panic: %s\n", file, line, text);
    abort();
}

int ou_port_file_open(const char *path, int flags)
{
    bool write = (flags & (OU_PORT_WRITE | OU_PORT_APPEND)) != 0;
    int mode = write ? (flags & OU_PORT_READ ? O_RDWR : O_WRONLY) : O_RDONLY;
    mode |= (flags & OU_PORT_CREATE ? O_CREAT : 0) | (flags & OU_PORT_TRUNCATE ? O_TRUNC : 0) |
            (flags & OU_PORT_APPEND ? O_APPEND : 0) | (flags & OU_PORT_EXCLUSIVE ? O_EXCL : 0);
    int handle = open(path, mode | O_CLOEXEC, 0666);
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
    if (stat(path, &info) < 0)
        return 0;
    return S_ISDIR(info.st_mode) ? 2 : 1;
}

const void *ou_port_file_map(int handle)
{
    (void)handle;
    return NULL;
}
