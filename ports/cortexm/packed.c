/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Files in flash.
 *
 * packed_mount checks everything that the other functions rely on but the contents of the files, with the checksum
 * and without trusting it; contents are checked when a file is opened.
 */
#include "packed.h"
#include <ouro/checksum.h>
#include <string.h>

#define MAGIC "\x93OF\n"
#define VERSION 1

struct packed_header {
    char magic[4];
    uint32_t version, size, count, names_size, checksum;
};

static const char *check_entries(const struct packed *files, uint32_t size, uint32_t names_size)
{
    for (uint32_t i = 0; i < files->count; i++) {
        const struct packed_entry *e = &files->entries[i];
        if (e->name >= names_size || e->data % 8 || e->data > size || e->size > size - e->data)
            return "an entry is wrong";
        if (i && strcmp(files->names + e[-1].name, files->names + e->name) >= 0)
            return "the names are in no order";
    }
    return NULL;
}

const char *packed_mount(struct packed *files, const void *image, size_t size)
{
    const struct packed_header *h = image;
    memset(files, 0, sizeof *files);
    if (size < sizeof *h || memcmp(h->magic, MAGIC, sizeof h->magic) != 0)
        return NULL;
    if (h->version != VERSION)
        return "made for another version";
    if (h->size < sizeof *h || h->size > size)
        return "they do not fit into it";
    size_t rest = h->size - sizeof *h;
    if (h->count > rest / sizeof(struct packed_entry) ||
        h->names_size > rest - h->count * sizeof(struct packed_entry))
        return "the header is damaged";
    const uint8_t *entries = (const uint8_t *)(h + 1);
    size_t index_size = h->count * sizeof(struct packed_entry) + h->names_size;
    uint32_t sum = ou_crc32(0, image, offsetof(struct packed_header, checksum));
    if (ou_crc32(sum, entries, index_size) != h->checksum)
        return "the list of them is damaged";
    struct packed found = {.image = image,
                           .entries = (const struct packed_entry *)(const void *)entries,
                           .names = (const char *)entries + h->count * sizeof(struct packed_entry),
                           .count = h->count};
    if (h->count && (h->names_size == 0 || found.names[h->names_size - 1]))
        return "the names have no end";
    const char *wrong = check_entries(&found, h->size, h->names_size);
    if (!wrong)
        *files = found;
    return wrong;
}

/* The number of names that come before path and what follows it: `end`, a character. */
static uint32_t lower_bound(const struct packed *files, const char *path, size_t n, char end)
{
    uint32_t low = 0, high = files->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *name = files->names + files->entries[middle].name;
        int order = strncmp(name, path, n);
        if (order < 0 || (order == 0 && (unsigned char)name[n] < (unsigned char)end))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct packed_entry *find(const struct packed *files, const char *path, size_t n, char end)
{
    uint32_t i = n ? lower_bound(files, path, n, end) : files->count;
    if (i == files->count)
        return NULL;
    const char *name = files->names + files->entries[i].name;
    return strncmp(name, path, n) == 0 && name[n] == end ? &files->entries[i] : NULL;
}

const struct packed_entry *packed_find(const struct packed *files, const char *path, size_t n)
{
    return memchr(path, 0, n) ? NULL : find(files, path, n, 0);
}

bool packed_is_folder(const struct packed *files, const char *path, size_t n)
{
    return !memchr(path, 0, n) && find(files, path, n, '/');
}

bool packed_is_intact(const struct packed *files, const struct packed_entry *entry)
{
    return ou_crc32(0, packed_data(files, entry), entry->size) == entry->checksum;
}
