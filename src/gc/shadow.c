/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Finding stores that bypass the barrier (OU_DEBUG 3).  Each area has a shadow of its granules, written by
 * ou_store and compared with the blocks by the verifier.  A block allocated since the last verification is
 * fresh: it is copied then, not compared.  A block announced by ou_store_bulk is copied at the next call
 * into the heap.
 *
 * Shadows come from pools with OU_MEM_DEBUG, which serve nothing else and are in no figure; where the
 * port adds none, this check is off and everything else works.
 */
#include "gc/internal.h"

#if OU_DEBUG >= 3

void ou_shadow_create(struct ou_heap *heap, struct ou_area *area)
{
    size_t words = ou_group_count(area->granules);
    area->shadow = ou_outer_alloc(heap->outer, area->granules * OU_GRANULE, OU_MEM_DEBUG);
    area->fresh = ou_outer_alloc(heap->outer, words * sizeof *area->fresh, OU_MEM_DEBUG);
    if (!area->shadow || !area->fresh)
        ou_shadow_release(heap, area);
    else
        memset(area->fresh, 0, words * sizeof *area->fresh);
}

void ou_shadow_release(struct ou_heap *heap, struct ou_area *area)
{
    ou_outer_free(heap->outer, area->shadow);
    ou_outer_free(heap->outer, area->fresh);
    area->shadow = NULL;
    area->fresh = NULL;
}

void ou_shadow_fresh(struct ou_heap *heap, struct ou_area *area, size_t index)
{
    (void)heap;
    if (area->shadow)
        area->fresh[index / OU_WORD_BITS] |= ou_bit(index);
}

void ou_shadow_renew(struct ou_heap *heap, struct ou_area *area)
{
    (void)heap;
    for (size_t g = 0; area->shadow && g < ou_group_count(area->granules); g++) {
        const struct ou_group *group = ou_area_groups(area) + g;
        area->fresh[g] = group->start & ~(group->pin & ~group->mark);
    }
}

static void copy(struct ou_area *area, size_t index, size_t granules)
{
    char *block = ou_address_of(area, index);
    memcpy((char *)area->shadow + (block - area->low), block, granules * OU_GRANULE);
    area->fresh[index / OU_WORD_BITS] &= ~ou_bit(index);
}

void ou_shadow_finish_bulk(struct ou_heap *heap)
{
    void *block = heap->bulk;
    heap->bulk = NULL;
    struct ou_area *area = block ? ou_area_find(heap, (uintptr_t)block) : NULL;
    if (!area || !area->shadow || !ou_gc_is_block(heap, block))
        return;
    size_t index = ou_index_of(area, block);
    if (!(area->fresh[index / OU_WORD_BITS] & ou_bit(index)))
        copy(area, index, ou_block_granules(heap, area, index));
}

void ou_shadow_store(struct ou_heap *heap, void *block, ou_val *slot, ou_val v)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    ou_assert_audit(area && ou_gc_is_block(heap, block));
    size_t index = ou_index_of(area, block), n = ou_block_granules(heap, area, index);
    ou_assert_audit((char *)slot >= (char *)block && (char *)slot < (char *)block + n * OU_GRANULE);
    if (area->shadow)
        area->shadow[slot - (ou_val *)(void *)area->low] = v;
}

void ou_shadow_bulk(struct ou_heap *heap, void *block)
{
    ou_shadow_finish_bulk(heap);
    ou_assert_audit(ou_gc_is_block(heap, block));
    heap->bulk = block;
}

int ou_shadow_check(struct ou_heap *heap, struct ou_area *area, size_t index, size_t granules)
{
    char *block = ou_address_of(area, index);
    if (!area->shadow)
        return 0;
    if (block == heap->bulk)
        ou_shadow_finish_bulk(heap);
    if (area->fresh[index / OU_WORD_BITS] & ou_bit(index)) {
        copy(area, index, granules);
        return 0;
    }
    /* Only references need the barrier: a word that is none and was none may be stored plainly. */
    ou_val *now = (ou_val *)block, *known = (ou_val *)((char *)area->shadow + (block - area->low));
    for (size_t i = 0; i < granules * 2; i++) {
        if (now[i] == known[i])
            continue;
        if (ou_is_ptr(now[i]) || ou_is_ptr(known[i]) || ou_is_interned(now[i]) || ou_is_interned(known[i]))
            return -1;
        known[i] = now[i];
    }
    return 0;
}

#else

typedef int ou_shadow_is_empty_in_this_build;

#endif
