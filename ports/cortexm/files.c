/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files: the host's where a host has given a program to run, otherwise the board's own, which are one tree of those in
 * flash (packed.h) and those in RAM (ram_files.h).
 *
 * What is in flash cannot be written (EROFS); any other name can be created, in RAM.  There is no current folder: a path
 * means the same with and without a slash, or "./", at its start.  Files in RAM are there until the board is reset: a
 * soft reset leaves them, as it leaves the file system of MicroPython.
 */
#include <board.h>
#include <ouro/config.h>
#include <ouro/port.h>
#include <string.h>

#include "machine.h"
#include "packed.h"
#include "ram_files.h"

enum error { /* of Linux, negated */
             NOT_PERMITTED = -1,
             NO_SUCH_FILE = -2,
             IO_ERROR = -5,
             BAD_HANDLE = -9,
             NO_MEMORY = -12,
             EXISTS = -17,
             NOT_A_FOLDER = -20,
             IS_A_FOLDER = -21,
             INVALID = -22,
             NO_SPACE = -28,
             NO_SEEK = -29,
             READ_ONLY = -30,
             NOT_EMPTY = -39
};

struct open_file {
    struct open_file *next;
    const struct packed_entry *packed; /* or NULL: in RAM */
    struct ram_file *ram;
    size_t at;
    int handle;
    uint8_t flags;
};

static struct packed flash;
static struct ram_files ram;
static struct open_file *opened;

void files_init(struct ou_outer *outer)
{
    ram.outer = outer;
    uintptr_t low = (uintptr_t)files_low, high = (uintptr_t)files_high;
    const char *wrong = high > low ? packed_mount(&flash, files_low, high - low) : NULL;
    if (!wrong)
        return;
    const char *const parts[] = {"ouro: there are no files in flash: ", wrong, "\n"};
    for (int i = 0; i < 3; i++)
        ou_port_write(2, parts[i], strlen(parts[i]));
}

size_t files_used(void) { return ram.used; }

/* -- names -- */

static const char *plain(const char *path, size_t *n)
{
    while (*path == '/' || (path[0] == '.' && (path[1] == '/' || !path[1])))
        path++;
    size_t length = strlen(path);
    while (length && path[length - 1] == '/')
        length--;
    *n = length;
    return path;
}

/* A build without open() has none. */
static struct ram_file *find_in_ram(const char *path, size_t n)
{
    return OU_WITH_FILES ? ram_find(&ram, path, n) : NULL;
}

/* 0: nothing, 1: file, 2: folder; the root is one. */
static int kind_of(const char *path, size_t n)
{
    if (packed_find(&flash, path, n) || find_in_ram(path, n))
        return 1;
    bool folder =
        n == 0 || packed_is_folder(&flash, path, n) || (OU_WITH_FILES && ram_is_folder(&ram, path, n));
    return folder ? 2 : 0;
}

int ou_port_file_kind(const char *path)
{
    size_t n;
    if (host_present())
        return host_file_kind(path);
    path = plain(path, &n);
    return kind_of(path, n);
}

/* Whether a part of the path before its last slash is a file. */
static bool leads_through_a_file(const char *path, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (path[i] == '/' && kind_of(path, i) == 1)
            return true;
    return false;
}

/* -- opening and closing -- */

static struct open_file *file_of(int handle)
{
    struct open_file *f = opened;
    while (f && f->handle != handle)
        f = f->next;
    return f;
}

/* Fills in what is opened: 0, or an error. */
static int find(struct open_file *f, const char *path, size_t n, int flags)
{
    bool writes = flags & (OU_PORT_WRITE | OU_PORT_APPEND | OU_PORT_TRUNCATE);
    int kind = kind_of(path, n);
    if (kind == 2)
        return IS_A_FOLDER;
    if (kind && flags & OU_PORT_EXCLUSIVE)
        return EXISTS;
    f->packed = packed_find(&flash, path, n);
    if (f->packed)
        return writes ? READ_ONLY : packed_is_intact(&flash, f->packed) ? 0 : IO_ERROR;
    if (!kind && (leads_through_a_file(path, n) || !(flags & OU_PORT_CREATE)))
        return leads_through_a_file(path, n) ? NOT_A_FOLDER : NO_SUCH_FILE;
    f->ram = kind || !OU_WITH_FILES ? find_in_ram(path, n) : ram_create(&ram, path, n);
    if (!f->ram)
        return NO_SPACE;
    if (OU_WITH_FILES && flags & OU_PORT_TRUNCATE)
        ram_truncate(&ram, f->ram);
    return 0;
}

int ou_port_file_open(const char *path, int flags)
{
    size_t n;
    if (host_present())
        return host_file_open(path, flags);
    path = plain(path, &n);
    struct open_file *f = ou_outer_alloc(ram.outer, sizeof *f, OU_MEM_FOR(OU_OWNER_BUFFERS));
    if (!f)
        return NO_MEMORY;
    *f = (struct open_file){.handle = 3, .flags = (uint8_t)flags};
    int status = find(f, path, n, flags);
    if (status < 0) {
        ou_outer_free(ram.outer, f);
        return status;
    }
    while (file_of(f->handle))
        f->handle++;
    f->next = opened;
    opened = f;
    return f->handle;
}

/* A file that was removed is there until it is closed. */
static void free_unless_open(struct ram_file *file)
{
    for (const struct open_file *f = opened; f; f = f->next)
        if (f->ram == file)
            return;
    ram_free(&ram, file);
}

int ou_port_file_close(int handle)
{
    if (host_present())
        return host_file_close(handle);
    struct open_file **p = &opened;
    while (*p && (*p)->handle != handle)
        p = &(*p)->next;
    struct open_file *f = *p;
    if (!f)
        return BAD_HANDLE;
    *p = f->next;
    struct ram_file *file = f->ram;
    ou_outer_free(ram.outer, f);
    if (OU_WITH_OS && file && !ram_is_linked(&ram, file))
        free_unless_open(file);
    return 0;
}

/* -- contents -- */

static size_t size_of(const struct open_file *f) { return f->packed ? f->packed->size : ram_size(f->ram); }

long ou_port_file_read(int handle, void *buffer, size_t n)
{
    if (handle == 0)
        return host_present() ? host_read(buffer, n) : console_read(buffer, n);
    if (host_present())
        return host_file_read(handle, buffer, n);
    struct open_file *f = file_of(handle);
    if (!f || !(f->flags & OU_PORT_READ))
        return BAD_HANDLE;
    if (f->packed) {
        size_t rest = f->at < f->packed->size ? f->packed->size - f->at : 0;
        n = n < rest ? n : rest;
        memcpy(buffer, packed_data(&flash, f->packed) + f->at, n);
    } else if (OU_WITH_FILES)
        n = ram_read(f->ram, f->at, buffer, n);
    f->at += n;
    return (long)n;
}

long ou_port_file_write(int handle, const void *data, size_t n)
{
    if (handle == 1 || handle == 2) {
        ou_port_write(handle, data, n);
        return (long)n;
    }
    if (host_present())
        return host_file_write(handle, data, n);
    struct open_file *f = file_of(handle);
    if (!f || !f->ram || !(f->flags & (OU_PORT_WRITE | OU_PORT_APPEND)))
        return BAD_HANDLE;
    if (f->flags & OU_PORT_APPEND)
        f->at = ram_size(f->ram);
    size_t done = ram_write(&ram, f->ram, f->at, data, n);
    f->at += done;
    return n && !done ? NO_SPACE : (long)done;
}

long ou_port_file_seek(int handle, long offset, int whence)
{
    if (host_present())
        return host_file_seek(handle, offset, whence);
    struct open_file *f = file_of(handle);
    if (!f)
        return handle < 3 ? NO_SEEK : BAD_HANDLE;
    long from = whence == 0 ? 0 : whence == 1 ? (long)f->at : (long)size_of(f), at;
    if (__builtin_add_overflow(from, offset, &at) || at < 0)
        return INVALID;
    f->at = (size_t)at;
    return at;
}

const void *ou_port_file_map(int handle)
{
    const struct open_file *f = host_present() ? NULL : file_of(handle);
    return f && f->packed ? packed_data(&flash, f->packed) : NULL;
}

/* -- module os -- */

#if OU_WITH_OS

/* 0, if path names a file in RAM that may go; then *out is that. */
static int find_to_change(const char *path, size_t n, struct ram_file **out)
{
    int kind = kind_of(path, n);
    *out = find_in_ram(path, n);
    if (kind == 0)
        return leads_through_a_file(path, n) ? NOT_A_FOLDER : NO_SUCH_FILE;
    return kind == 2 ? IS_A_FOLDER : *out ? 0 : READ_ONLY;
}

int ou_port_file_remove(const char *path)
{
    size_t n;
    struct ram_file *file;
    if (host_present())
        return host_file_remove(path);
    path = plain(path, &n);
    int status = find_to_change(path, n, &file);
    if (status < 0)
        return status;
    ram_unlink(&ram, file);
    free_unless_open(file);
    return 0;
}

int ou_port_file_rename(const char *from, const char *to)
{
    size_t n, n_to;
    struct ram_file *file, *old, *new;
    if (host_present())
        return host_file_rename(from, to);
    from = plain(from, &n);
    to = plain(to, &n_to);
    int status = find_to_change(from, n, &file);
    if (status == IS_A_FOLDER)
        return NOT_PERMITTED;
    if (status < 0)
        return status;
    status = find_to_change(to, n_to, &old);
    if (status < 0 && status != NO_SUCH_FILE)
        return status;
    if (old == file)
        return 0;
    new = ram_rename(&ram, file, to, n_to);
    if (!new)
        return NO_SPACE;
    for (struct open_file *f = opened; f; f = f->next)
        if (f->ram == file)
            f->ram = new;
    if (old) {
        ram_unlink(&ram, old);
        free_unless_open(old);
    }
    return 0;
}

int ou_port_file_stat(const char *path, int64_t out[OU_PORT_STAT])
{
    enum { MODE = 0, SIZE = 6 };
    size_t n;
    if (host_present())
        return host_file_stat(path, &out[MODE], &out[SIZE]);
    path = plain(path, &n);
    int kind = kind_of(path, n);
    if (kind == 0)
        return leads_through_a_file(path, n) ? NOT_A_FOLDER : NO_SUCH_FILE;
    const struct packed_entry *packed = packed_find(&flash, path, n);
    out[MODE] = kind == 2 ? STAT_FOLDER : packed ? STAT_FILE & ~0222 : STAT_FILE;
    if (kind == 1)
        out[SIZE] = (int64_t)(packed ? packed->size : ram_size(find_in_ram(path, n)));
    return 0;
}

/* A folder is there as long as a file in it is: none can be made, or removed. */
int ou_port_folder_make(const char *path, unsigned mode)
{
    size_t n;
    (void)mode;
    if (host_present())
        return NOT_ON_THE_HOST;
    path = plain(path, &n);
    return kind_of(path, n) ? EXISTS : leads_through_a_file(path, n) ? NOT_A_FOLDER : NOT_PERMITTED;
}

/* 0: it is one, or an error. */
static int must_be_folder(const char *path, size_t n)
{
    int kind = kind_of(path, n);
    return kind == 2 ? 0 : kind || leads_through_a_file(path, n) ? NOT_A_FOLDER : NO_SUCH_FILE;
}

int ou_port_folder_remove(const char *path)
{
    size_t n;
    if (host_present())
        return NOT_ON_THE_HOST;
    path = plain(path, &n);
    int status = must_be_folder(path, n);
    return status < 0 ? status : NOT_EMPTY;
}

int ou_port_folder_enter(const char *path)
{
    size_t n;
    if (host_present())
        return NOT_ON_THE_HOST;
    path = plain(path, &n);
    int status = must_be_folder(path, n);
    return status < 0 || n == 0 ? status : NOT_PERMITTED;
}

int ou_port_folder_current(char *buffer, size_t n)
{
    if (host_present())
        return NOT_ON_THE_HOST;
    memcpy(buffer, "/", n < 2 ? n : 2);
    return 0;
}

/* Of a file's name, what stands in the folder `path` for it: its size, or 0; *is_folder: there may be others. */
static size_t part_in(const char *path, size_t n, const char *name, size_t n_name, const char **part,
                      bool *is_folder)
{
    size_t skip = n ? n + 1 : 0;
    if (n_name <= skip || (n && (memcmp(name, path, n) != 0 || name[n] != '/')))
        return 0;
    *part = name + skip;
    const char *slash = memchr(*part, '/', n_name - skip);
    *is_folder = slash != NULL;
    return slash ? (size_t)(slash - *part) : n_name - skip;
}

static bool same_part(const char *a, size_t n_a, const char *b, size_t n_b)
{
    return n_a == n_b && memcmp(a, b, n_a) == 0;
}

/* Whether a file in RAM before this one lies in the same folder `part` of the folder path. */
static bool was_listed(const struct ram_file *file, const char *path, size_t n, const char *part, size_t size)
{
    const char *name, *other;
    size_t n_name;
    bool is_folder;
    for (const struct ram_file *f = NULL; (f = ram_next(&ram, f, &name, &n_name)) != file;) {
        size_t n_other = part_in(path, n, name, n_name, &other, &is_folder);
        if (n_other && is_folder && same_part(part, size, other, n_other))
            return true;
    }
    return false;
}

int ou_port_folder_list(const char *path, int (*each)(void *ctx, const char *name, size_t n), void *ctx)
{
    size_t n, n_name, size, n_last = 0;
    const char *name, *part, *last = NULL;
    bool is_folder;
    if (host_present())
        return NOT_ON_THE_HOST;
    path = plain(path, &n);
    int status = must_be_folder(path, n);
    for (uint32_t i = 0; i < flash.count && !status; i++) {
        name = flash.names + flash.entries[i].name;
        size = part_in(path, n, name, strlen(name), &part, &is_folder);
        /* the files of a folder stand together */
        if (size && !(is_folder && last && same_part(part, size, last, n_last)))
            status = each(ctx, part, size);
        last = size && is_folder ? part : NULL;
        n_last = size;
    }
    for (const struct ram_file *f = NULL; !status && (f = ram_next(&ram, f, &name, &n_name)) != NULL;) {
        size = part_in(path, n, name, n_name, &part, &is_folder);
        if (size && !(is_folder && (packed_is_folder(&flash, name, (size_t)(part - name) + size) ||
                                    was_listed(f, path, n, part, size))))
            status = each(ctx, part, size);
    }
    return status;
}

const char *ou_port_system_name(int which)
{
    static const char *const names[] = {"Ouro", "", "", "", BOARD_NAME};
    return names[which];
}

#endif /* OU_WITH_OS */
