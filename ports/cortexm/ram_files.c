/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files in RAM.
 *
 * The contents lie in chunks, each full but the last one, and each as large as all before it, within limits: small files
 * take little, and none needs a large piece of memory.
 */
#include "ram_files.h"
#include <ouro/bits.h>

#define CHUNK_MIN 48
#define CHUNK_MAX 1000
#define ATTRIBUTES (OU_MEM_VM | OU_MEM_FOR(OU_OWNER_BUFFERS))

struct chunk {
    struct chunk *next;
    uint16_t capacity;
    uint8_t bytes[];
};

struct ram_file {
    struct ram_file *next;
    struct chunk *chunks;
    size_t size, capacity; /* capacity: of all chunks */
    size_t n_name;
    char name[];
};

static void *take(struct ram_files *files, size_t size)
{
    size_t before = ou_outer_used(files->outer);
    void *p = ou_outer_alloc(files->outer, size, ATTRIBUTES);
    files->used += ou_outer_used(files->outer) - before;
    return p;
}

static void give(struct ram_files *files, void *p)
{
    size_t before = ou_outer_used(files->outer);
    ou_outer_free(files->outer, p);
    files->used -= before - ou_outer_used(files->outer);
}

struct ram_file *ram_find(const struct ram_files *files, const char *path, size_t n)
{
    struct ram_file *f = files->first;
    while (f && (f->n_name != n || memcmp(f->name, path, n) != 0))
        f = f->next;
    return f;
}

bool ram_is_folder(const struct ram_files *files, const char *path, size_t n)
{
    for (const struct ram_file *f = files->first; f; f = f->next)
        if (f->n_name > n && memcmp(f->name, path, n) == 0 && f->name[n] == '/')
            return true;
    return false;
}

struct ram_file *ram_create(struct ram_files *files, const char *path, size_t n)
{
    struct ram_file *f = take(files, sizeof *f + n);
    if (!f)
        return NULL;
    *f = (struct ram_file){.next = files->first, .n_name = n};
    memcpy(f->name, path, n);
    files->first = f;
    return f;
}

size_t ram_size(const struct ram_file *file) { return file->size; }

/* Copies between the file, up to its capacity, and `data` (NULL: zeros); n bytes from `at` on. */
static void copy(const struct ram_file *file, size_t at, uint8_t *to, const uint8_t *from, size_t n)
{
    for (struct chunk *c = file->chunks; n > 0; c = c->next) {
        if (at >= c->capacity) {
            at -= c->capacity;
            continue;
        }
        size_t part = OU_MIN(n, c->capacity - at);
        if (to) {
            memcpy(to, c->bytes + at, part);
            to += part;
        } else if (from) {
            memcpy(c->bytes + at, from, part);
            from += part;
        } else
            memset(c->bytes + at, 0, part);
        n -= part;
        at = 0;
    }
}

size_t ram_read(const struct ram_file *file, size_t at, void *to, size_t n)
{
    if (at >= file->size)
        return 0;
    n = OU_MIN(n, file->size - at);
    copy(file, at, to, NULL, n);
    return n;
}

/* Adds chunks until the file can hold `size` bytes, or memory is at its end. */
static void make_room(struct ram_files *files, struct ram_file *file, size_t size)
{
    struct chunk **end = &file->chunks;
    while (*end)
        end = &(*end)->next;
    while (file->capacity < size) {
        size_t wanted = OU_MIN(OU_MAX(file->capacity, CHUNK_MIN), CHUNK_MAX);
        struct chunk *c = take(files, sizeof *c + wanted);
        if (!c && wanted > CHUNK_MIN)
            c = take(files, sizeof *c + (wanted = CHUNK_MIN));
        if (!c)
            return;
        c->next = NULL;
        c->capacity = (uint16_t)wanted;
        *end = c;
        end = &c->next;
        file->capacity += wanted;
    }
}

size_t ram_write(struct ram_files *files, struct ram_file *file, size_t at, const void *data, size_t n)
{
    if (n == 0 || n > SIZE_MAX / 4 || at > SIZE_MAX / 4)
        return 0;
    make_room(files, file, at + n);
    if (at >= file->capacity)
        return 0;
    if (at > file->size)
        copy(file, file->size, NULL, NULL, at - file->size);
    n = OU_MIN(n, file->capacity - at);
    copy(file, at, NULL, data, n);
    file->size = OU_MAX(file->size, at + n);
    return n;
}

void ram_truncate(struct ram_files *files, struct ram_file *file)
{
    while (file->chunks) {
        struct chunk *c = file->chunks;
        file->chunks = c->next;
        give(files, c);
    }
    file->size = file->capacity = 0;
}

void ram_unlink(struct ram_files *files, struct ram_file *file)
{
    struct ram_file **p = &files->first;
    while (*p != file)
        p = &(*p)->next;
    *p = file->next;
}

bool ram_is_linked(const struct ram_files *files, const struct ram_file *file)
{
    const struct ram_file *f = files->first;
    while (f && f != file)
        f = f->next;
    return f != NULL;
}

void ram_free(struct ram_files *files, struct ram_file *file)
{
    ram_truncate(files, file);
    give(files, file);
}

struct ram_file *ram_rename(struct ram_files *files, struct ram_file *file, const char *path, size_t n)
{
    struct ram_file *f = ram_create(files, path, n);
    if (!f)
        return NULL;
    f->chunks = file->chunks;
    f->size = file->size;
    f->capacity = file->capacity;
    ram_unlink(files, file);
    give(files, file);
    return f;
}

const struct ram_file *ram_next(const struct ram_files *files, const struct ram_file *file, const char **name,
                                size_t *n)
{
    const struct ram_file *f = file ? file->next : files->first;
    if (f) {
        *name = f->name;
        *n = f->n_name;
    }
    return f;
}
