/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Requests for blocks: the fast path bumps through the open hole; what that does not meet asks the policy.
 */
#include "gc/policy/policy.h"

#if OU_DEBUG
/* The stress switch that fails the Nth allocation. */
static bool fails_now(struct ou_heap *heap)
{
    if (!heap->stress.fail_nth || --heap->stress.fail_nth)
        return false;
    ou_hole_limit(heap);
    return true;
}
#endif

/* A heap before init or after deinit is used: reported, and there is nothing to be had. */
static bool is_alive(const struct ou_heap *heap)
{
    if (heap->areas)
        return true;
    ou_port_report("heap: used before it was made or after it was given back");
    return false;
}

static OU_NOINLINE void *alloc_slow(struct ou_heap *heap, size_t size, unsigned flags, bool may_collect)
{
    ou_shadow_finish_bulk(heap);
    if (!is_alive(heap) || size == 0 || (flags & ~OU_GC_FLAGS_MASK) ||
        (flags & OU_GC_KIND_MASK) == OU_GC_KIND_MASK)
        return NULL;
    if (heap->locked || heap->collecting || size > SIZE_MAX / 4)
        return NULL;
#if OU_DEBUG
    if (fails_now(heap))
        return NULL;
#endif
    size_t n = ou_granules_for(size, flags);
    char *block = ou_policy_take(heap, n, flags, may_collect);
    if (!block)
        return NULL;
    ou_set_flags(heap, block, flags);
    if ((flags & OU_GC_KIND_MASK) != OU_GC_RAW)
        memset(block, 0, n * OU_GRANULE);
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    ou_shadow_fresh(heap, area, ou_index_of(area, block));
    if (heap->observer)
        heap->observer->allocated(heap->observer->ctx, block, n * OU_GRANULE, flags);
    return block;
}

void *ou_gc_alloc(struct ou_heap *heap, size_t size, unsigned flags)
{
    size_t bytes = (size + OU_GRANULE - 1) & ~(OU_GRANULE - 1);
    char *block = heap->bump;
    if (OU_UNLIKELY((size_t)(heap->limit - block) < bytes || flags > OU_GC_VALUES || bytes < size || !size))
        return alloc_slow(heap, size, flags, true);
    heap->bump = block + bytes;
    size_t index = (size_t)(block - heap->hole_data) / OU_GRANULE;
    struct ou_group *group = heap->hole_groups + index / OU_WORD_BITS;
    uintptr_t bit = ou_bit(index);
    group->start |= bit;
    if (flags == OU_GC_RAW)
        return block;
    group->values |= bit;
    if (bytes > 16 * OU_GRANULE)
        return memset(block, 0, bytes);
    for (ou_val *w = (ou_val *)(void *)block, *end = (ou_val *)(void *)(block + bytes); w != end; w += 2)
        w[0] = w[1] = OU_ABSENT;
    return block;
}

void *ou_gc_alloc_nogc(struct ou_heap *heap, size_t size, unsigned flags)
{
    return alloc_slow(heap, size, flags, false);
}

/* -- realloc -- */

static void notify_resized(struct ou_heap *heap, void *block, size_t have, size_t want)
{
    if (heap->observer)
        heap->observer->resized(heap->observer->ctx, block, have * OU_GRANULE, want * OU_GRANULE);
}

static void *move_block(struct ou_heap *heap, char *block, size_t have, size_t size, unsigned flags)
{
    const void *keep = heap->keep;
    heap->keep = block;
    char *moved = alloc_slow(heap, size, flags & ~OU_GC_FINALISE, true);
    heap->keep = keep;
    if (!moved)
        return NULL;
    memcpy(moved, block, have * OU_GRANULE);
    if (flags & OU_GC_FINALISE)
        ou_gc_set_finalise(heap, moved, true);
    ou_gc_free(heap, block);
    return moved;
}

void *ou_gc_realloc(struct ou_heap *heap, void *block, size_t size, bool may_move)
{
    ou_shadow_finish_bulk(heap);
    struct ou_area *area = block ? ou_area_of_block(heap, block) : NULL;
    if (!area || size == 0 || size > SIZE_MAX / 4 || heap->locked || heap->collecting)
        return NULL;
    size_t index = ou_index_of(area, block), have = ou_block_granules(heap, area, index);
    unsigned flags = ou_block_flags(area, index, have);
    size_t want = ou_granules_for(size, flags);
    if (want < have) {
        ou_give_back(heap, area, index + want, index + have);
        notify_resized(heap, block, have, want);
        return block;
    }
    if (want == have)
        return block;
#if OU_DEBUG
    if (!may_move && fails_now(heap))
        return NULL;
#endif
    if (!ou_grow_in_place(heap, area, index, have, want))
        return may_move ? move_block(heap, block, have, size, flags) : NULL;
    notify_resized(heap, block, have, want);
    char *fresh = (char *)block + have * OU_GRANULE;
    if ((flags & OU_GC_KIND_MASK) != OU_GC_RAW)
        memset(fresh, 0, (want - have) * OU_GRANULE);
#if OU_DEBUG >= 3
    if (area->shadow)
        memset((char *)area->shadow + (fresh - area->low), 0, (want - have) * OU_GRANULE);
#endif
    return block;
}
