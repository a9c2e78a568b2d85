/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files by ESP-IDF's virtual file system: whatever is mounted (littlefs, FAT, SPIFFS).  It is called by the functions
 * below stdio, as the interpreter has buffers of its own, and stdio's would come out of no budget.
 *
 * That system knows no current folder: a path that does not begin with a slash is one of CONFIG_OURO_ROOT.
 */
#include "port.h"
#include <errno.h>
#include <fcntl.h>
#include <ouro/port.h>
#include <sdkconfig.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH 256
#define NAME_TOO_LONG (-36) /* ENAMETOOLONG of Linux, negated */

/* Python code sees Linux's numbers; most are the same in newlib. */
static int failed(void)
{
    switch (errno) {
    case ENAMETOOLONG: return NAME_TOO_LONG;
    case ENOSYS: return -38;
    case ENOTEMPTY: return -39;
    case ELOOP: return -40;
    case EOVERFLOW: return -75;
    case ENOTSUP: return -95;
    default: return errno > 0 ? -errno : -5;
    }
}

/* The path in the virtual file system; NULL: too long. */
static const char *full(const char *path, char buffer[PATH])
{
    static const char root[] = CONFIG_OURO_ROOT;
    if (*path == '/')
        return path;
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    size_t n = strlen(path);
    if (sizeof root + n + 1 > PATH)
        return NULL;
    memcpy(buffer, root, sizeof root - 1);
    buffer[sizeof root - 1] = '/';
    memcpy(buffer + sizeof root, path, n + 1);
    return buffer;
}

int ou_port_file_open(const char *path, int flags)
{
    char buffer[PATH];
    int mode =
        flags & OU_PORT_READ ? (flags & (OU_PORT_WRITE | OU_PORT_APPEND) ? O_RDWR : O_RDONLY) : O_WRONLY;
    mode |= (flags & OU_PORT_CREATE ? O_CREAT : 0) | (flags & OU_PORT_TRUNCATE ? O_TRUNC : 0) |
            (flags & OU_PORT_APPEND ? O_APPEND : 0) | (flags & OU_PORT_EXCLUSIVE ? O_EXCL : 0);
    path = full(path, buffer);
    int fd = path ? open(path, mode, 0666) : -1;
    return fd >= 0 ? fd : path ? failed() : NAME_TOO_LONG;
}

int ou_port_file_close(int handle) { return close(handle) < 0 ? failed() : 0; }

long ou_port_file_read(int handle, void *buffer, size_t n)
{
    if (handle == 0)
        return port_console_read(buffer, n);
    long got = read(handle, buffer, n);
    return got < 0 ? failed() : got;
}

long ou_port_file_write(int handle, const void *data, size_t n)
{
    if (handle == 1 || handle == 2) {
        ou_port_write(handle, data, n);
        return (long)n;
    }
    long done = write(handle, data, n);
    return done < 0 ? failed() : done;
}

long ou_port_file_seek(int handle, long offset, int whence)
{
    static const int kinds[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    if (handle < 3)
        return -29; /* ESPIPE */
    long at = lseek(handle, offset, kinds[whence]);
    return at < 0 ? failed() : at;
}

int ou_port_file_kind(const char *path)
{
    char buffer[PATH];
    struct stat s;
    path = full(path, buffer);
    if (!path || stat(path, &s) < 0)
        return 0;
    return S_ISDIR(s.st_mode) ? 2 : 1;
}

const void *ou_port_file_map(int handle)
{
    (void)handle;
    return NULL;
}
