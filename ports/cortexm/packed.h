/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files in flash: an image that tools/packfiles.py makes of a folder, read where it lies.
 *
 * All numbers have 32 bits, the low byte first.
 *
 *     header   "\x93OF\n", version of the format (1), size of the image, number of files, size of the names, CRC-32 of
 *              header (without this), entries and names
 *     entry    offset of the name among the names, offset and size of the contents, their CRC-32      for each file
 *     names    each ends with a NUL; paths without a slash at the start, in ascending order of bytes, as the entries are
 *     contents each at a multiple of 8 in the image
 *
 * Folders are what stands before a slash in a name.
 */
#ifndef OURO_INCLUDED_PORTS_CORTEXM_PACKED_H
#define OURO_INCLUDED_PORTS_CORTEXM_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct packed_entry {
    uint32_t name, data, size, checksum;
};

struct packed {
    const uint8_t *image; /* NULL: no files */
    const struct packed_entry *entries;
    const char *names;
    uint32_t count;
};

/* Looks at what lies at `image` (aligned to 8), in `size` bytes.  NULL: it is well, or there is nothing of this kind;
 * otherwise what is wrong, and there are no files.  The image stays the caller's and must not change. */
const char *packed_mount(struct packed *files, const void *image, size_t size);
/* path need not end with a NUL. */
const struct packed_entry *packed_find(const struct packed *files, const char *path, size_t n);
bool packed_is_folder(const struct packed *files, const char *path, size_t n);
/* Whether the contents are what they were. */
bool packed_is_intact(const struct packed *files, const struct packed_entry *entry);
static inline const uint8_t *packed_data(const struct packed *files, const struct packed_entry *entry)
{
    return files->image + entry->data;
}

#endif /* OURO_INCLUDED_PORTS_CORTEXM_PACKED_H */
