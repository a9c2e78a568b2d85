/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * ESP-IDF's allocator as a pool.
 *
 * Its blocks are aligned to one word and cannot grow where they are.  So each of ours has a header of two words before
 * it and at most one word of slack below that: what the system gave, who owns it, and a mark by which a pool
 * recognises its blocks (add pools of memory ranges first).
 *
 * A block shrinks by heap_caps_realloc if that leaves it where it is.  Nothing promises that, and with comprehensive
 * poisoning it does not; so it is tried once, on a block that nobody uses, when the pool is made.  Otherwise blocks
 * keep their size, and can be made larger again up to it.
 *
 * The reserve is compared with what is free before each allocation (a counter of the system's).  For its largest block
 * the system walks through its heap, so that is looked at behind large allocations only, which are given back if they
 * left too little; ou_outer_largest says what is certain to leave enough.
 *
 * Invariants: `used` is the sum of what the blocks cost; that is the size that the system gives for each and its own
 * header.
 */
#include "heap_caps.h"
#include <ouro/bits.h>
#include <ouro/port.h>
#include <esp_heap_caps.h>

#define WORD sizeof(uintptr_t)
#define UNIT (2 * WORD)
#define SYSTEM_HEADER WORD
#define ROUNDING (4 * WORD) /* a request is rounded up by at most so much: what is over is no block */
#define SLACK (UNIT - WORD)
#define LARGE 1024
#define ALIVE ((uintptr_t)0x4f75726f)
#define OWNERS 8u /* a power of two, more than OU_OWNER_COUNT */

_Static_assert(OU_OWNER_COUNT <= OWNERS, "an owner fits");

struct header {
    void *raw;
    uintptr_t mark; /* of pool and place, the low bits are the owner; 0 once it is freed */
};

static struct header *header_of(const void *p) { return (struct header *)(uintptr_t)p - 1; }

static uintptr_t mark_of(const struct ou_pool *pool, const void *p)
{
    return (ALIVE ^ ((uintptr_t)p << 3) ^ ((uintptr_t)pool << 5)) & ~(uintptr_t)(OWNERS - 1);
}

static size_t given(const void *p) { return heap_caps_get_allocated_size(header_of(p)->raw); }

static size_t caps_cost(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return given(p) + SYSTEM_HEADER;
}

static size_t caps_size(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return given(p) - (size_t)((const char *)p - (const char *)header_of(p)->raw);
}

static const struct ou_caps_config *config_of(const struct ou_pool *pool)
{
    return &((const struct ou_caps_pool *)pool)->config;
}

/* What may be taken yet, blocks' cost included: of the budget, and of what is free but the reserve. */
static size_t caps_left(struct ou_pool *pool)
{
    const struct ou_caps_config *c = config_of(pool);
    size_t free = heap_caps_get_free_size(c->caps), budget = pool->total - pool->used;
    free = free > c->reserve ? free - c->reserve : 0;
    return OU_MIN(free, budget);
}

static size_t wanted(size_t size) { return ou_align_up(size, WORD) + sizeof(struct header) + SLACK; }

static void *caps_alloc(struct ou_pool *pool, size_t size, size_t alignment, enum ou_mem_owner owner)
{
    const struct ou_caps_config *c = config_of(pool);
    size_t n = wanted(size) + (alignment > UNIT ? alignment : 0);
    if (n + SYSTEM_HEADER + ROUNDING > caps_left(pool))
        return NULL;
    char *raw = heap_caps_malloc(n, c->caps);
    if (!raw)
        return NULL;
    if (c->block && n >= LARGE && heap_caps_get_largest_free_block(c->caps) < c->block) {
        heap_caps_free(raw);
        return NULL;
    }
    uintptr_t at = (uintptr_t)raw + sizeof(struct header);
    char *p = raw + sizeof(struct header) + (ou_align_up(at, alignment) - at);
    *header_of(p) = (struct header){raw, mark_of(pool, p) | (uintptr_t)owner};
    ou_pool_account(pool, caps_cost(pool, p), 0);
    return p;
}

static void caps_free(struct ou_pool *pool, void *p)
{
    ou_pool_account(pool, 0, caps_cost(pool, p));
    header_of(p)->mark = 0;
    heap_caps_free(header_of(p)->raw);
}

static bool caps_resize(struct ou_pool *pool, void *p, size_t size)
{
    struct ou_caps_pool *c = (struct ou_caps_pool *)pool;
    size_t have = caps_size(pool, p), cost = caps_cost(pool, p);
    if (size > have)
        return false;
    size_t n = (size_t)((char *)p - (char *)header_of(p)->raw) + ou_align_up(size, WORD);
    if (c->shrinks && have - size >= 2 * UNIT) {
        void *raw = heap_caps_realloc(header_of(p)->raw, n, c->config.caps);
        if (raw && raw != header_of(p)->raw) /* NULL: refused, and it is as it was */
            ou_port_panic(__FILE__, __LINE__, "heap_caps_realloc moved a block that was made smaller");
        ou_pool_account(pool, caps_cost(pool, p), cost);
    }
    return true;
}

static enum ou_mem_owner caps_owner(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return (enum ou_mem_owner)(header_of(p)->mark & (OWNERS - 1));
}

static size_t caps_largest(struct ou_pool *pool)
{
    const struct ou_caps_config *c = config_of(pool);
    size_t block = heap_caps_get_largest_free_block(c->caps), left = caps_left(pool);
    size_t keep = c->block ? c->block + SYSTEM_HEADER + ROUNDING : 0;
    block = block > keep ? block - keep : 0;
    left = left > SYSTEM_HEADER + ROUNDING ? left - SYSTEM_HEADER - ROUNDING : 0;
    size_t n = ou_align_down(OU_MIN(block, left), WORD), overhead = wanted(0);
    return n > overhead ? n - overhead : 0;
}

static bool caps_owns(struct ou_pool *pool, const void *p)
{
    return ou_is_aligned(p, UNIT) && (header_of(p)->mark & ~(uintptr_t)(OWNERS - 1)) == mark_of(pool, p);
}

static const char *caps_check(struct ou_pool *pool, const void *p)
{
    return caps_owns(pool, p) ? NULL : "outer heap: a block is freed twice, or a pointer to no block";
}

static int caps_audit(struct ou_pool *pool)
{
    const char *wrong = NULL;
    if (!heap_caps_check_integrity(config_of(pool)->caps, true))
        wrong = "outer heap: the system says that its heap is damaged";
    else if (pool->used > pool->total)
        wrong = "outer heap: a pool of the system's heap is beyond its budget";
    if (!wrong)
        return 0;
    ou_port_report(wrong);
    return -1;
}

static const struct ou_pool_ops caps_ops = {
    .overhead = sizeof(struct header) + SLACK + SYSTEM_HEADER + ROUNDING,
    .alloc = caps_alloc,
    .free = caps_free,
    .resize = caps_resize,
    .size = caps_size,
    .cost = caps_cost,
    .owner = caps_owner,
    .largest = caps_largest,
    .left = caps_left,
    .owns = caps_owns,
    .check = caps_check,
    .audit = caps_audit,
};

/* Whether a block that is made smaller stays where it is and costs less. */
static bool try_to_shrink(uint32_t caps)
{
    void *p = heap_caps_malloc(1024, caps);
    void *q = p ? heap_caps_realloc(p, 256, caps) : NULL;
    bool good = q && q == p && heap_caps_get_allocated_size(q) < 512;
    heap_caps_free(q ? q : p);
    return good;
}

int ou_outer_add_caps(struct ou_outer *outer, struct ou_caps_pool *pool, const struct ou_caps_config *config)
{
    size_t free = heap_caps_get_free_size(config->caps);
    free = free > config->reserve ? free - config->reserve : 0;
    memset(pool, 0, sizeof *pool);
    pool->config = *config;
    pool->pool.ops = &caps_ops;
    pool->pool.attributes = config->attributes & OU_MEM_KINDS;
    pool->pool.total = config->budget && config->budget < free ? config->budget : free;
    if (pool->pool.total == 0 || caps_largest(&pool->pool) == 0)
        return -1;
    pool->shrinks = try_to_shrink(config->caps);
    ou_outer_add(outer, &pool->pool);
    return 0;
}
