/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A pool of the outer heap that takes its blocks from the C library, for tools and tests (sanitizers
 * see every block), and for shadow copies in debug builds.  Compiled by ports that have a malloc.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_OUTER_LIBC_H
#define OURO_INCLUDED_INCLUDE_OURO_OUTER_LIBC_H

#include <ouro/pool.h>

struct ou_libc_pool {
    struct ou_pool pool;
};

/* `pool` is the caller's memory.  cap: bytes that may be in use at once, 0 for no limit. */
void ou_outer_add_libc(struct ou_outer *outer, struct ou_libc_pool *pool, size_t cap, unsigned attributes);

#endif /* OURO_INCLUDED_INCLUDE_OURO_OUTER_LIBC_H */
