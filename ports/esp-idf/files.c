/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files by ESP-IDF's virtual file system: whatever is mounted (littlefs, FAT, SPIFFS).  It is called by the functions
 * below stdio, as the interpreter has buffers of its own, and stdio's would come out of no budget.
 *
 * That system knows no current folder: a path that does not begin with a slash is one of CONFIG_OURO_ROOT.
 */
#include "port.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ouro/config.h>
#include <ouro/port.h>
#include <sdkconfig.h>
#include <string.h>
#include <sys/stat.h>
#include <stdio.h>
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
    while (path[0] == '.' && (path[1] == '/' || !path[1]))
        path += path[1] ? 2 : 1;
    size_t n = strlen(path);
    if (sizeof root + n + 1 > PATH)
        return NULL;
    memcpy(buffer, root, sizeof root);
    if (n) {
        buffer[sizeof root - 1] = '/';
        memcpy(buffer + sizeof root, path, n + 1);
    }
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

/* -- module os -- */

#if OU_WITH_OS

static int done(const char *path, int status) { return !path ? NAME_TOO_LONG : status < 0 ? failed() : 0; }

int ou_port_file_remove(const char *path)
{
    char buffer[PATH];
    path = full(path, buffer);
    return done(path, path ? unlink(path) : 0);
}

int ou_port_file_rename(const char *from, const char *to)
{
    char buffer[PATH], other[PATH];
    from = full(from, buffer);
    to = full(to, other);
    return done(from && to ? from : NULL, from && to ? rename(from, to) : 0);
}

int ou_port_file_stat(const char *path, int64_t out[OU_PORT_STAT])
{
    char buffer[PATH];
    struct stat s = {0};
    path = full(path, buffer);
    int status = done(path, path ? stat(path, &s) : 0);
    const int64_t all[OU_PORT_STAT] = {s.st_mode,  (int64_t)s.st_ino, (int64_t)s.st_dev, (int64_t)s.st_nlink,
                                       s.st_uid,   s.st_gid,          s.st_size,         s.st_atime,
                                       s.st_mtime, s.st_ctime};
    memcpy(out, all, sizeof all);
    return status;
}

int ou_port_folder_make(const char *path, unsigned mode)
{
    char buffer[PATH];
    path = full(path, buffer);
    return done(path, path ? mkdir(path, mode) : 0);
}

int ou_port_folder_remove(const char *path)
{
    char buffer[PATH];
    path = full(path, buffer);
    return done(path, path ? rmdir(path) : 0);
}

/* The current folder is CONFIG_OURO_ROOT for good. */
int ou_port_folder_enter(const char *path)
{
    char buffer[PATH];
    struct stat s;
    path = full(path, buffer);
    int status = done(path, path ? stat(path, &s) : 0);
    if (status < 0)
        return status;
    return !S_ISDIR(s.st_mode) ? -20 : strcmp(path, CONFIG_OURO_ROOT) != 0 ? -1 : 0; /* ENOTDIR, EPERM */
}

int ou_port_folder_current(char *buffer, size_t n)
{
    if (sizeof CONFIG_OURO_ROOT > n)
        return -34; /* ERANGE */
    memcpy(buffer, CONFIG_OURO_ROOT, sizeof CONFIG_OURO_ROOT);
    return 0;
}

int ou_port_folder_list(const char *path, int (*each)(void *ctx, const char *name, size_t n), void *ctx)
{
    char buffer[PATH];
    path = full(path, buffer);
    DIR *folder = path ? opendir(path) : NULL;
    int status = done(path, folder ? 0 : -1);
    while (!status) {
        const struct dirent *entry = readdir(folder);
        if (!entry)
            break;
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            status = each(ctx, entry->d_name, strlen(entry->d_name));
    }
    if (folder)
        closedir(folder);
    return status;
}

const char *ou_port_system_name(int which)
{
    static const char *const names[] = {"Ouro", "", "", "", CONFIG_IDF_TARGET};
    return names[which];
}

#endif /* OU_WITH_OS */
