/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A pool of the outer heap that takes its blocks from ESP-IDF's allocator, which the rest of the firmware uses, too.
 */
#ifndef OURO_INCLUDED_PORTS_ESP_IDF_HEAP_CAPS_H
#define OURO_INCLUDED_PORTS_ESP_IDF_HEAP_CAPS_H

#include <ouro/pool.h>

struct ou_caps_config {
    uint32_t caps;       /* MALLOC_CAP_... of the memory */
    unsigned attributes; /* of OU_MEM_KINDS, that it has */
    size_t budget;       /* bytes that may be in use at once; 0: what is free now but the reserve */
    /* A request is refused that would leave fewer free bytes with these caps, to whomever they belong, or, if it is for
     * a kilobyte or more, no free block of `block` bytes. */
    size_t reserve, block;
};

struct ou_caps_pool {
    struct ou_pool pool;
    struct ou_caps_config config;
    bool shrinks; /* heap_caps_realloc makes a block smaller where it is */
};

/* `pool` is the caller's memory.  0, or -1 if nothing is left for the pool. */
int ou_outer_add_caps(struct ou_outer *outer, struct ou_caps_pool *pool, const struct ou_caps_config *config);

#endif /* OURO_INCLUDED_PORTS_ESP_IDF_HEAP_CAPS_H */
