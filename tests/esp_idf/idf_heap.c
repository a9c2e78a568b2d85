/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Stands for ESP-IDF's allocator.  As there, a block is aligned to one word: every other one lies a word behind that of
 * the pool.  Calls from several threads are serialised, as there.
 */
#include "idf_heap.h"
#include <ouro/bits.h>
#include <ouro/port.h>
#include <ouro/pool.h>
#include <pthread.h>

#define WORD sizeof(uintptr_t)
#define UNIT (2 * WORD)

static struct region {
    struct ou_pool *pool; /* or NULL */
    uint32_t caps;
} regions[2];
static unsigned fail_every, requests;
static bool shrinking_moves;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void lock(void) { pthread_mutex_lock(&mutex); }
static void unlock(void) { pthread_mutex_unlock(&mutex); }

void idf_heap_init(void *internal, size_t internal_size, void *spiram, size_t spiram_size)
{
    regions[0] =
        (struct region){internal_size ? ou_tlsf_init(internal, internal_size, 0) : NULL, IDF_INTERNAL};
    regions[1] = (struct region){spiram_size ? ou_tlsf_init(spiram, spiram_size, 0) : NULL, IDF_SPIRAM};
    fail_every = requests = 0;
    shrinking_moves = false;
}

void idf_heap_fail(unsigned every)
{
    fail_every = every;
    requests = 0;
}

void idf_heap_moves(bool moves) { shrinking_moves = moves; }

static bool has(const struct region *r, uint32_t caps) { return r->pool && (r->caps & caps) == caps; }

/* What the pool gave, of what was handed out. */
static char *block_of(void *p) { return (char *)p - ((uintptr_t)p & (UNIT - 1)); }

static struct region *region_of(void *p)
{
    for (int i = 0; i < 2; i++)
        if (regions[i].pool && regions[i].pool->ops->owns(regions[i].pool, p)) {
            const char *wrong = regions[i].pool->ops->check(regions[i].pool, block_of(p));
            if (wrong)
                ou_port_panic(__FILE__, __LINE__, wrong);
            return &regions[i];
        }
    ou_port_panic(__FILE__, __LINE__, "this is no block of the heap");
}

static void *take(size_t size, uint32_t caps)
{
    if (size == 0 || (fail_every && ++requests % fail_every == 0))
        return NULL;
    static unsigned turn;
    size_t gap = turn++ & 1 ? WORD : 0;
    for (int i = 0; i < 2; i++) {
        struct ou_pool *pool = regions[i].pool;
        char *p = has(&regions[i], caps) ? pool->ops->alloc(pool, size + gap, UNIT, OU_OWNER_OTHER) : NULL;
        if (p)
            return p + gap;
    }
    return NULL;
}

static void give(void *p)
{
    struct region *r = p ? region_of(p) : NULL;
    if (r)
        r->pool->ops->free(r->pool, block_of(p));
}

static size_t size_of(void *p)
{
    struct ou_pool *pool = region_of(p)->pool;
    return pool->ops->size(pool, block_of(p)) - (size_t)((char *)p - block_of(p));
}

static void *change(void *p, size_t size, uint32_t caps)
{
    struct ou_pool *pool = region_of(p)->pool;
    size_t have = size_of(p), gap = (size_t)((char *)p - block_of(p));
    if (!shrinking_moves && pool->ops->resize(pool, block_of(p), size + gap))
        return p;
    void *moved = take(size, caps);
    if (moved) {
        memcpy(moved, p, OU_MIN(have, size));
        give(p);
    }
    return moved;
}

void *heap_caps_malloc(size_t size, uint32_t caps)
{
    lock();
    void *p = take(size, caps);
    unlock();
    return p;
}

void heap_caps_free(void *p)
{
    lock();
    give(p);
    unlock();
}

void *heap_caps_realloc(void *p, size_t size, uint32_t caps)
{
    lock();
    p = p ? change(p, size, caps) : take(size, caps);
    unlock();
    return p;
}

size_t heap_caps_get_allocated_size(void *p)
{
    lock();
    size_t size = size_of(p);
    unlock();
    return size;
}

size_t heap_caps_get_free_size(uint32_t caps)
{
    size_t n = 0;
    lock();
    for (int i = 0; i < 2; i++)
        if (has(&regions[i], caps))
            n += regions[i].pool->total - regions[i].pool->used;
    unlock();
    return n;
}

size_t heap_caps_get_largest_free_block(uint32_t caps)
{
    size_t n = 0;
    lock();
    for (int i = 0; i < 2; i++)
        if (has(&regions[i], caps))
            n = OU_MAX(n, regions[i].pool->ops->largest(regions[i].pool));
    unlock();
    return n > WORD ? n - WORD : 0;
}

bool heap_caps_check_integrity(uint32_t caps, bool print_errors)
{
    bool good = true;
    (void)print_errors;
    lock();
    for (int i = 0; i < 2; i++)
        if (has(&regions[i], caps) && regions[i].pool->ops->audit(regions[i].pool) < 0)
            good = false;
    unlock();
    return good;
}
