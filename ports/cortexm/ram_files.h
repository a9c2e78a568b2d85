/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files in RAM, in blocks of the outer heap: they count against its size, and outlive every VM.
 */
#ifndef OURO_INCLUDED_PORTS_CORTEXM_RAM_FILES_H
#define OURO_INCLUDED_PORTS_CORTEXM_RAM_FILES_H

#include <ouro/outer.h>

struct ram_file;
struct ram_files {
    struct ou_outer *outer;
    struct ram_file *first;
    size_t used; /* bytes of the outer heap that all of them take */
};

struct ram_file *ram_find(const struct ram_files *files, const char *path, size_t n);
bool ram_is_folder(const struct ram_files *files, const char *path, size_t n);
/* An empty file of this name, of which there is none; NULL: no memory. */
struct ram_file *ram_create(struct ram_files *files, const char *path, size_t n);
size_t ram_size(const struct ram_file *file);
/* Bytes that are there from `at` on, at most n. */
size_t ram_read(const struct ram_file *file, size_t at, void *to, size_t n);
/* Bytes written, fewer than n if memory is at its end; what lies between the end and `at` becomes zeros. */
size_t ram_write(struct ram_files *files, struct ram_file *file, size_t at, const void *data, size_t n);
void ram_truncate(struct ram_files *files, struct ram_file *file); /* to no bytes */
/* Takes its name away; its contents are there until ram_free. */
void ram_unlink(struct ram_files *files, struct ram_file *file);
bool ram_is_linked(const struct ram_files *files, const struct ram_file *file);
void ram_free(struct ram_files *files, struct ram_file *file); /* that has no name any more */
/* The same file, at another place, by a name that no other has; NULL: no memory, and nothing is changed. */
struct ram_file *ram_rename(struct ram_files *files, struct ram_file *file, const char *path, size_t n);
/* The next file after this one, or the first of all (NULL); NULL: there is none.  Its name has *n bytes. */
const struct ram_file *ram_next(const struct ram_files *files, const struct ram_file *file, const char **name,
                                size_t *n);

#endif /* OURO_INCLUDED_PORTS_CORTEXM_RAM_FILES_H */
