/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What module os asks of the Unix port.
 */
#define _FILE_OFFSET_BITS 64 /* else stat fails with large inodes on 32-bit machines */
#include <dirent.h>
#include <errno.h>
#include <ouro/config.h>
#include <ouro/port.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

static int result(int status) { return status < 0 ? -errno : 0; }

int ou_port_file_remove(const char *path) { return result(unlink(path)); }
int ou_port_file_rename(const char *from, const char *to) { return result(rename(from, to)); }
int ou_port_folder_make(const char *path, unsigned mode) { return result(mkdir(path, mode)); }
int ou_port_folder_remove(const char *path) { return result(rmdir(path)); }
int ou_port_folder_enter(const char *path) { return result(chdir(path)); }
int ou_port_folder_current(char *buffer, size_t n) { return getcwd(buffer, n) ? 0 : -errno; }

int ou_port_file_stat(const char *path, int64_t out[OU_PORT_STAT])
{
    struct stat s;
    if (stat(path, &s) < 0)
        return -errno;
    const int64_t all[OU_PORT_STAT] = {s.st_mode,  (int64_t)s.st_ino, (int64_t)s.st_dev, (int64_t)s.st_nlink,
                                       s.st_uid,   s.st_gid,          s.st_size,         s.st_atime,
                                       s.st_mtime, s.st_ctime};
    memcpy(out, all, sizeof all);
    return 0;
}

int ou_port_folder_list(const char *path, int (*each)(void *ctx, const char *name, size_t n), void *ctx)
{
    DIR *folder = opendir(path);
    if (!folder)
        return -errno;
    int status = 0;
    while (!status) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry) {
            status = -errno;
            break;
        }
        const char *name = entry->d_name;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            status = each(ctx, name, strlen(name));
    }
    closedir(folder);
    return status;
}

const char *ou_port_system_name(int which)
{
    static struct utsname names;
    const char *all[] = {names.sysname, names.nodename, names.release, names.version, names.machine};
    (void)uname(&names);
    return all[which];
}
