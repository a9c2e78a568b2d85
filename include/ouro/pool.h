/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What a back end of the outer heap provides: struct ou_pool, usually as the first member of its own
 * structure, and a constant table of operations.  outer.c keeps the sums over pools; a back end keeps
 * `used` and `peak` of its pool, and answers for one pool only.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_POOL_H
#define OURO_INCLUDED_INCLUDE_OURO_POOL_H

#include <ouro/outer.h>

struct ou_pool_ops {
    size_t overhead; /* by so much more than a block's size the largest request may shrink, at worst */
    /* At least size bytes (> 0), aligned to `alignment` (a power of two, at least two words). */
    void *(*alloc)(struct ou_pool *pool, size_t size, size_t alignment, enum ou_mem_owner owner);
    void (*free)(struct ou_pool *pool, void *p);
    /* In place; false: not done. */
    bool (*resize)(struct ou_pool *pool, void *p, size_t size);
    /* The block keeps `size` bytes, what begins at `tail` becomes a block of its own, and what lies between them is
     * free; false: not done.  May be NULL. */
    bool (*split)(struct ou_pool *pool, void *p, size_t size, void *tail);
    /* What the block can hold, what it costs with its overhead, who owns it. */
    size_t (*size)(struct ou_pool *pool, const void *p);
    size_t (*cost)(struct ou_pool *pool, const void *p);
    /* What the block can be made to hold in place; NULL: it cannot grow. */
    size_t (*room)(struct ou_pool *pool, const void *p);
    enum ou_mem_owner (*owner)(struct ou_pool *pool, const void *p);
    size_t (*largest)(struct ou_pool *pool);
    /* Bytes that blocks and their overhead can take yet; NULL: total - used. */
    size_t (*left)(struct ou_pool *pool);
    /* Whether p may be a block of this pool; asked in the order of the pools. */
    bool (*owns)(struct ou_pool *pool, const void *p);
    /* Why p is not a live block of this pool, or NULL if it is. */
    const char *(*check)(struct ou_pool *pool, const void *p);
    int (*audit)(struct ou_pool *pool);
};

struct ou_pool {
    const struct ou_pool_ops *ops;
    struct ou_pool *next;
    unsigned attributes;
    size_t total; /* bytes that blocks and their overhead can take */
    size_t used;
    size_t peak;
};

/* For back ends: so many bytes were taken, so many given back. */
static inline void ou_pool_account(struct ou_pool *pool, size_t taken, size_t given)
{
    pool->used += taken - given;
    if (pool->used > pool->peak)
        pool->peak = pool->used;
}

/* Appends a pool of any back end. */
void ou_outer_add(struct ou_outer *outer, struct ou_pool *pool);

/* The TLSF back end builds its pool at the start of memory; NULL if it is too small. */
struct ou_pool *ou_tlsf_init(void *memory, size_t size, unsigned attributes);
/* What a pool of `size` bytes spends on its control structure, alignment included at worst. */
size_t ou_tlsf_overhead(size_t size);

#endif /* OURO_INCLUDED_INCLUDE_OURO_POOL_H */
