/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Semihosting: a debugger or QEMU acts on a breakpoint instruction and does what register 0 asks for ("Semihosting
 * for AArch32 and AArch64", ARM).  Where nobody does, fault.c skips the instruction and the result is -1.
 *
 * A host that gives no command line but a name is not asked for anything else: the board is on its own, with its UART.
 */
#include <board.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"

enum operation {
    SYS_OPEN = 1,
    SYS_CLOSE = 2,
    SYS_WRITE = 5,
    SYS_READ = 6,
    SYS_SEEK = 10,
    SYS_FLEN = 12,
    SYS_REMOVE = 14,
    SYS_RENAME = 15,
    SYS_TIME = 17,
    SYS_ERRNO = 19,
    SYS_GET_CMDLINE = 21,
    SYS_EXIT_EXTENDED = 32
};
#define APPLICATION_EXIT 0x20026u

static bool answers, present;
static long console[3] = {-1, -1, -1}; /* handles of the standard streams; -1: not opened yet */

static long ask(enum operation what, const void *arguments)
{
    register uint32_t r0 __asm("r0") = what;
    register const void *r1 __asm("r1") = arguments;
    __asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return (long)r0;
}

bool host_present(void) { return present; }

size_t host_command_line(char *buffer, size_t size)
{
    uint32_t arguments[2] = {(uint32_t)buffer, size};
    buffer[0] = 0;
    if (ask(SYS_GET_CMDLINE, arguments) != 0)
        return 0;
    answers = true;
    present = strchr(buffer, ' ') != NULL;
    return present ? strlen(buffer) : 0;
}

static long open_as(const char *name, unsigned mode)
{
    uint32_t arguments[3] = {(uint32_t)name, mode, strlen(name)};
    return ask(SYS_OPEN, arguments);
}

static long stream(int fd)
{
    static const uint8_t modes[] = {0, 4, 8}; /* "r", "w", "a" */
    if (console[fd] < 0)
        console[fd] = open_as(":tt", modes[fd]);
    return console[fd];
}

void host_write(int fd, const char *text, size_t n)
{
    uint32_t arguments[3] = {(uint32_t)stream(fd), (uint32_t)text, n};
    if (n)
        ask(SYS_WRITE, arguments);
}

static long read_from(long handle, void *buffer, size_t n)
{
    uint32_t arguments[3] = {(uint32_t)handle, (uint32_t)buffer, n};
    long left = ask(SYS_READ, arguments);
    return left < 0 || (size_t)left > n ? -1 : (long)n - left;
}

long host_read(void *buffer, size_t n) { return read_from(stream(0), buffer, n); }

uint32_t host_time(void) { return present ? (uint32_t)ask(SYS_TIME, NULL) : 0; }

void host_exit(int status)
{
    uint32_t arguments[2] = {APPLICATION_EXIT, (uint32_t)status};
    if (answers) /* in a handler nobody would skip the instruction */
        ask(SYS_EXIT_EXTENDED, arguments);
}

/* -- files of the host -- */

#define BAD_HANDLE (-9) /* errno numbers of Linux, negated */
#define EXISTS (-17)
#define IS_DIRECTORY (-21)
#define INVALID (-22)
#define TOO_MANY_BOARD_FILES (-24)

/* The host can only seek to an offset from the start, so this knows where each file stands. */
static struct {
    long handle; /* of the host, and one more; 0: free */
    uint32_t at;
} files[BOARD_FILES];

static long failed(void)
{
    long number = ask(SYS_ERRNO, NULL);
    return number > 0 ? -number : -5;
}

static long close_host(long host_handle)
{
    uint32_t arguments[1] = {(uint32_t)host_handle};
    return ask(SYS_CLOSE, arguments);
}

static bool is_open(int handle)
{
    return handle >= 3 && handle < 3 + BOARD_FILES && files[handle - 3].handle;
}

int host_file_open(const char *path, int flags)
{
    unsigned i = 0, mode = 1; /* "rb" */
    while (i < BOARD_FILES && files[i].handle)
        i++;
    if (i == BOARD_FILES)
        return TOO_MANY_BOARD_FILES;
    if (flags & OU_PORT_EXCLUSIVE && host_file_kind(path))
        return EXISTS;
    if (flags & OU_PORT_APPEND)
        mode = 9;
    else if (flags & OU_PORT_TRUNCATE || flags & OU_PORT_EXCLUSIVE)
        mode = 5;
    else if (flags & OU_PORT_WRITE)
        mode = 3;
    if (flags & OU_PORT_READ && mode != 1)
        mode |= 2; /* with a "+" */
    long handle = open_as(path, mode);
    if (handle < 0)
        return (int)failed();
    files[i].handle = handle + 1;
    files[i].at = 0;
    return 3 + (int)i;
}

int host_file_close(int handle)
{
    if (!is_open(handle))
        return BAD_HANDLE;
    long host_handle = files[handle - 3].handle - 1;
    files[handle - 3].handle = 0;
    return close_host(host_handle) < 0 ? (int)failed() : 0;
}

long host_file_read(int handle, void *buffer, size_t n)
{
    if (!is_open(handle))
        return BAD_HANDLE;
    long got = read_from(files[handle - 3].handle - 1, buffer, n);
    if (got < 0)
        return failed();
    files[handle - 3].at += (uint32_t)got;
    return got;
}

static long length(long host_handle)
{
    uint32_t arguments[1] = {(uint32_t)host_handle};
    return ask(SYS_FLEN, arguments);
}

long host_file_write(int handle, const void *data, size_t n)
{
    if (!is_open(handle))
        return BAD_HANDLE;
    long host_handle = files[handle - 3].handle - 1;
    uint32_t arguments[3] = {(uint32_t)host_handle, (uint32_t)data, n};
    long left = ask(SYS_WRITE, arguments);
    if (left < 0 || (size_t)left > n)
        return failed();
    files[handle - 3].at += n - (uint32_t)left;
    return left && (size_t)left == n ? failed() : (long)n - left;
}

long host_file_seek(int handle, long offset, int whence)
{
    if (!is_open(handle))
        return BAD_HANDLE;
    long host_handle = files[handle - 3].handle - 1;
    long from = whence == 0 ? 0 : whence == 1 ? (long)files[handle - 3].at : length(host_handle);
    if (from < 0)
        return failed();
    if (from + offset < 0)
        return INVALID;
    uint32_t arguments[2] = {(uint32_t)host_handle, (uint32_t)(from + offset)};
    if (ask(SYS_SEEK, arguments) < 0)
        return failed();
    files[handle - 3].at = (uint32_t)(from + offset);
    return from + offset;
}

/* A directory can be opened for reading, but not for writing. */
int host_file_kind(const char *path)
{
    long handle = open_as(path, 1);
    if (handle < 0)
        return 0;
    close_host(handle);
    handle = open_as(path, 3);
    if (handle >= 0)
        close_host(handle);
    return handle < 0 && failed() == IS_DIRECTORY ? 2 : 1;
}

int host_file_remove(const char *path)
{
    uint32_t arguments[2] = {(uint32_t)path, strlen(path)};
    return ask(SYS_REMOVE, arguments) != 0 ? (int)failed() : 0;
}

int host_file_rename(const char *from, const char *to)
{
    uint32_t arguments[4] = {(uint32_t)from, strlen(from), (uint32_t)to, strlen(to)};
    return ask(SYS_RENAME, arguments) != 0 ? (int)failed() : 0;
}

int host_file_stat(const char *path, int64_t *mode, int64_t *size)
{
    long handle = open_as(path, 1);
    if (handle < 0)
        return (int)failed();
    bool is_folder = host_file_kind(path) == 2;
    *mode = is_folder ? STAT_FOLDER : STAT_FILE;
    *size = is_folder ? 0 : length(handle);
    close_host(handle);
    return 0;
}
