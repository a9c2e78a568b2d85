/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The C library's malloc as a pool.  A block has a header before it, which makes sizes and owners
 * readable and its own corruption visible.  The only file of the core that calls malloc; nothing here is
 * linked unless a port calls ou_outer_add_libc.
 *
 * A pool recognises its blocks by that header, which it reads: add pools of memory ranges first.
 */
#include <ouro/outer_libc.h>
#include "base/base.h"
#include <stdlib.h>

#define ALIVE ((uintptr_t)0x4f75726f)

struct header {
    size_t size; /* of the payload */
    size_t gap;  /* from what malloc gave to this header */
    uintptr_t owner;
    uintptr_t mark; /* mark_of while the block is in use */
};

static struct header *header_of(const void *p) { return (struct header *)(uintptr_t)p - 1; }
static uintptr_t mark_of(const struct ou_pool *pool, const struct header *h)
{
    return ALIVE ^ (uintptr_t)h ^ (uintptr_t)pool << 1;
}

static size_t cost_of(size_t size) { return size + sizeof(struct header); }

static void *libc_alloc(struct ou_pool *pool, size_t size, size_t alignment, enum ou_mem_owner owner)
{
    if (pool->total - pool->used < cost_of(size))
        return NULL;
    size_t slack = alignment > 2 * sizeof(uintptr_t) ? alignment : 0;
    char *raw = malloc(cost_of(size) + slack);
    if (!raw)
        return NULL;
    uintptr_t at = (uintptr_t)raw + sizeof(struct header);
    char *p = raw + sizeof(struct header) + (slack ? ou_align_up(at, alignment) - at : 0);
    struct header *h = header_of(p);
    h->size = size;
    h->gap = (size_t)((char *)h - raw);
    h->owner = (uintptr_t)owner;
    h->mark = mark_of(pool, h);
    ou_pool_account(pool, cost_of(size), 0);
    return p;
}

static void libc_free(struct ou_pool *pool, void *p)
{
    struct header *h = header_of(p);
    ou_pool_account(pool, 0, cost_of(h->size));
    h->mark = 0;
    free((char *)h - h->gap);
}

static bool libc_resize(struct ou_pool *pool, void *p, size_t size)
{
    /* malloc has no resizing in place; shrinking pretends, so that the figures are those of a port. */
    struct header *h = header_of(p);
    if (size > h->size)
        return false;
    ou_pool_account(pool, cost_of(size), cost_of(h->size));
    h->size = size;
    return true;
}

static size_t libc_size(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return header_of(p)->size;
}

static size_t libc_cost(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return cost_of(header_of(p)->size);
}

static enum ou_mem_owner libc_owner(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return (enum ou_mem_owner)header_of(p)->owner;
}

static size_t libc_largest(struct ou_pool *pool)
{
    size_t left = pool->total - pool->used;
    return left > sizeof(struct header) ? left - sizeof(struct header) : 0;
}

static bool libc_owns(struct ou_pool *pool, const void *p)
{
    return ou_is_aligned(p, 2 * sizeof(uintptr_t)) && header_of(p)->mark == mark_of(pool, header_of(p));
}

static const char *libc_check(struct ou_pool *pool, const void *p)
{
    return libc_owns(pool, p) ? NULL : "outer heap: a block is freed twice, or a pointer to no block";
}

static int libc_audit(struct ou_pool *pool)
{
    if (pool->used <= pool->total)
        return 0;
    ou_port_report("outer heap: a pool of the C library is beyond its cap");
    return -1;
}

static const struct ou_pool_ops libc_ops = {
    .overhead = sizeof(struct header),
    .alloc = libc_alloc,
    .free = libc_free,
    .resize = libc_resize,
    .size = libc_size,
    .cost = libc_cost,
    .owner = libc_owner,
    .largest = libc_largest,
    .owns = libc_owns,
    .check = libc_check,
    .audit = libc_audit,
};

void ou_outer_add_libc(struct ou_outer *outer, struct ou_libc_pool *pool, size_t cap, unsigned attributes)
{
    memset(pool, 0, sizeof *pool);
    pool->pool.ops = &libc_ops;
    pool->pool.attributes = attributes;
    pool->pool.total = cap ? cap : SIZE_MAX / 4;
    ou_outer_add(outer, &pool->pool);
}
