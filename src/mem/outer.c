/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The outer heap above its back ends: which pool serves a request, the reserve, and who owns how much.
 *
 * Invariant: `used` is the sum of the pools' `used`, and of `used_by` (OU_MEM_DEBUG pools are left out of
 * all three).  ou_outer_audit checks it.
 */
#include "base/base.h"
#include <ouro/pool.h>

void ou_outer_init(struct ou_outer *outer) { memset(outer, 0, sizeof *outer); }

void ou_outer_add(struct ou_outer *outer, struct ou_pool *pool)
{
    struct ou_pool **end = &outer->pools;
    while (*end)
        end = &(*end)->next;
    pool->next = NULL;
    *end = pool;
}

int ou_outer_add_pool(struct ou_outer *outer, void *memory, size_t size, unsigned attributes)
{
    struct ou_pool *pool = ou_tlsf_init(memory, size, attributes & OU_MEM_KINDS);
    if (!pool)
        return -1;
    ou_outer_add(outer, pool);
    return 0;
}

/* A pool serves a request if it has all it asks for, and debug memory only what asks for that. */
static bool serves(const struct ou_pool *pool, unsigned attributes)
{
    unsigned want = attributes & OU_MEM_KINDS;
    return (pool->attributes & want) == want && ((pool->attributes ^ want) & OU_MEM_DEBUG) == 0;
}

static bool counted(const struct ou_pool *pool) { return (pool->attributes & OU_MEM_DEBUG) == 0; }

static void account(struct ou_outer *outer, struct ou_pool *pool, enum ou_mem_owner owner, size_t taken,
                    size_t given)
{
    if (!counted(pool))
        return;
    outer->used += taken - given;
    outer->used_by[owner] += taken - given;
    if (outer->used > outer->peak)
        outer->peak = outer->used;
}

/* Whether the reserve is still there in one piece, in ordinary memory. */
static bool reserve_holds(struct ou_outer *outer)
{
    return outer->reserve == 0 || ou_outer_largest(outer, OU_MEM_ANY) >= outer->reserve;
}

void *ou_outer_alloc_aligned(struct ou_outer *outer, size_t size, size_t alignment, unsigned attributes)
{
    ou_assert_api((alignment & (alignment - 1)) == 0);
    if (alignment < 2 * sizeof(uintptr_t))
        alignment = 2 * sizeof(uintptr_t);
    if (size == 0 || size > SIZE_MAX / 4)
        return NULL;
    enum ou_mem_owner owner = OU_MEM_OWNER(attributes);
    for (struct ou_pool *pool = outer->pools; pool; pool = pool->next) {
        if (!serves(pool, attributes))
            continue;
        size_t peak = pool->peak;
        void *p = pool->ops->alloc(pool, size, alignment, owner);
        if (!p)
            continue;
        if ((attributes & OU_MEM_VM) && !reserve_holds(outer)) {
            pool->ops->free(pool, p);
            pool->peak = peak;
            continue;
        }
        account(outer, pool, owner, pool->ops->cost(pool, p), 0);
        return p;
    }
    return NULL;
}

void *ou_outer_alloc(struct ou_outer *outer, size_t size, unsigned attributes)
{
    return ou_outer_alloc_aligned(outer, size, 0, attributes);
}

/* The pool that p lies in; in debug builds only if p is a live block, otherwise it is reported. */
static struct ou_pool *pool_of(struct ou_outer *outer, const void *p)
{
    struct ou_pool *pool = outer->pools;
    while (pool && !pool->ops->owns(pool, p))
        pool = pool->next;
    if (OU_DEBUG) {
        const char *wrong = pool ? pool->ops->check(pool, p) : "outer heap: a pointer that lies in no pool";
        if (wrong) {
            ou_port_report(wrong);
            return NULL;
        }
    }
    return pool;
}

static void free_in(struct ou_outer *outer, struct ou_pool *pool, void *p)
{
    account(outer, pool, pool->ops->owner(pool, p), 0, pool->ops->cost(pool, p));
    pool->ops->free(pool, p);
}

void ou_outer_free(struct ou_outer *outer, void *p)
{
    struct ou_pool *pool = p ? pool_of(outer, p) : NULL;
    if (pool)
        free_in(outer, pool, p);
}

size_t ou_outer_size(struct ou_outer *outer, const void *p)
{
    struct ou_pool *pool = pool_of(outer, p);
    return pool ? pool->ops->size(pool, p) : 0;
}

void *ou_outer_realloc(struct ou_outer *outer, void *p, size_t size, bool may_move)
{
    struct ou_pool *pool = p ? pool_of(outer, p) : NULL;
    if (!pool || size == 0 || size > SIZE_MAX / 4)
        return NULL;
    const struct ou_pool_ops *ops = pool->ops;
    enum ou_mem_owner owner = ops->owner(pool, p);
    bool for_vm = owner != OU_OWNER_OTHER && owner != OU_OWNER_BUFFERS;
    size_t old_size = ops->size(pool, p), old_cost = ops->cost(pool, p), peak = pool->peak;
    if (ops->resize(pool, p, size)) {
        if (size > old_size && for_vm && !reserve_holds(outer)) {
            (void)ops->resize(pool, p, old_size);
            pool->peak = peak;
        } else {
            account(outer, pool, owner, ops->cost(pool, p), old_cost);
            return p;
        }
    }
    if (!may_move)
        return NULL;
    unsigned attributes = pool->attributes | OU_MEM_FOR(owner) | (for_vm ? OU_MEM_VM : 0);
    void *moved = ou_outer_alloc(outer, size, attributes);
    if (!moved)
        return NULL;
    memcpy(moved, p, OU_MIN(size, old_size));
    free_in(outer, pool, p);
    return moved;
}

bool ou_outer_split(struct ou_outer *outer, void *p, size_t size, void *tail)
{
    struct ou_pool *pool = pool_of(outer, p);
    if (!pool || !pool->ops->split)
        return false;
    size_t before = pool->used;
    if (!pool->ops->split(pool, p, size, tail))
        return false;
    account(outer, pool, pool->ops->owner(pool, p), 0, before - pool->used);
    return true;
}

size_t ou_outer_room(struct ou_outer *outer, const void *p)
{
    struct ou_pool *pool = pool_of(outer, p);
    size_t size = pool ? pool->ops->size(pool, p) : 0;
    size_t room = pool && pool->ops->room ? pool->ops->room(pool, p) : size;
    return outer->reserve ? OU_MIN(room, size + ou_outer_largest(outer, OU_MEM_VM)) : room;
}

size_t ou_outer_largest(struct ou_outer *outer, unsigned attributes)
{
    size_t largest = 0, second = 0, overhead = 0;
    for (struct ou_pool *pool = outer->pools; pool; pool = pool->next) {
        size_t here = serves(pool, attributes) ? pool->ops->largest(pool) : 0;
        if (here > largest) {
            second = largest;
            largest = here;
            overhead = pool->ops->overhead;
        } else if (here > second) {
            second = here;
        }
    }
    if (!(attributes & OU_MEM_VM) || outer->reserve == 0 || second >= outer->reserve)
        return largest;
    /* The reserve must remain behind the block, with the block's own overhead at worst. */
    size_t keep = outer->reserve + overhead;
    return largest > keep ? ou_align_down(largest - keep, 2 * sizeof(uintptr_t)) : 0;
}

size_t ou_outer_free_total(struct ou_outer *outer, unsigned attributes)
{
    size_t total = 0;
    for (struct ou_pool *pool = outer->pools; pool; pool = pool->next)
        if (serves(pool, attributes))
            total += pool->ops->left ? pool->ops->left(pool) : pool->total - pool->used;
    if (attributes & OU_MEM_VM)
        total = total > outer->reserve ? total - outer->reserve : 0;
    return total;
}

size_t ou_outer_total(struct ou_outer *outer, unsigned attributes)
{
    size_t total = 0;
    for (struct ou_pool *pool = outer->pools; pool; pool = pool->next)
        if (serves(pool, attributes))
            total += pool->total;
    return total;
}

size_t ou_outer_used(const struct ou_outer *outer) { return outer->used; }

size_t ou_outer_peak(const struct ou_outer *outer) { return outer->peak; }

size_t ou_outer_used_by(const struct ou_outer *outer, enum ou_mem_owner owner)
{
    return outer->used_by[owner];
}

void ou_outer_set_reserve(struct ou_outer *outer, size_t bytes) { outer->reserve = bytes; }

#if OU_OUTER_AUDIT
int ou_outer_audit(struct ou_outer *outer)
{
    size_t used = 0, owned = 0;
    for (struct ou_pool *pool = outer->pools; pool; pool = pool->next) {
        if (pool->ops->audit(pool) < 0)
            return -1;
        if (counted(pool))
            used += pool->used;
    }
    for (int i = 0; i < OU_OWNER_COUNT; i++)
        owned += outer->used_by[i];
    if (used == outer->used && owned == outer->used)
        return 0;
    ou_port_report("outer heap: the sums over pools or owners differ from what is used");
    return -1;
}
#endif
