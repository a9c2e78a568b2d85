/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Taking blocks and giving them back: the open hole, searching runs.  Who asks, and what is done when nothing fits,
 * is in policy/.
 *
 * Small blocks bump through the hole.  When it is too small the next free run becomes the hole; a cursor
 * walks the areas upward and wraps once, so a pass over the bitmaps serves many allocations.  Large
 * blocks have a cursor of their own and leave the hole alone.  Long-lived blocks take the lowest run that
 * holds them, whatever the others have reached: their cursor starts at the low end after every collection.
 *
 * `largest` bounds every run but the hole, so a request beyond it fails without a search; a search that
 * fails lowers it.
 *
 * While a sweep in increments is under way, the hole opens below its frontier only, and what is allocated above it
 * is marked (sweep.c).
 *
 * Invariants: no bit is set in the hole; hole_counted <= bump; used + (bump - hole_counted) is the sum of
 * all blocks' granules.  ou_gc_verify checks them.
 */
#include "gc/internal.h"

/* ---- the hole ---- */

void ou_hole_count(struct ou_heap *heap)
{
    if (!heap->hole_area)
        return;
    size_t granules = (size_t)(heap->bump - heap->hole_counted) / OU_GRANULE;
    heap->hole_counted = heap->bump;
    heap->hole_area->used += granules;
    heap->used += granules;
    heap->allocated_since_gc += granules;
    if (heap->used > heap->peak)
        heap->peak = heap->used;
}

void ou_hole_limit(struct ou_heap *heap)
{
    heap->limit = heap->bump;
    if (!heap->hole_area || heap->locked || heap->collecting || heap->observer)
        return;
    if (OU_DEBUG >= 3 || OU_STRESS(heap, collect_always) || OU_STRESS(heap, increments) ||
        OU_STRESS(heap, fail_nth))
        return;
    ou_hole_count(heap);
    size_t room = (size_t)(heap->hole_end - heap->bump) / OU_GRANULE;
    if (heap->enabled)
        room = OU_MIN(room, heap->pace - OU_MIN(heap->pace, heap->allocated_since_gc));
    heap->limit = heap->bump + room * OU_GRANULE;
}

static void hole_open(struct ou_heap *heap, struct ou_area *area, size_t index, size_t granules)
{
    struct ou_group *group = ou_group_at(area, index);
    group->start &= ~ou_bit(index);
    group->pin &= ~ou_bit(index);
    heap->hole_area = area;
    heap->hole_data = area->low;
    heap->hole_groups = ou_area_groups(area);
    heap->bump = heap->hole_counted = ou_address_of(area, index);
    heap->hole_end = heap->bump + granules * OU_GRANULE;
    if (granules >= heap->largest)
        heap->largest_exact = false;
    ou_hole_limit(heap);
}

/* A free run of this length is there. */
static void note_run_added(struct ou_heap *heap, size_t length)
{
    if (length < heap->largest)
        return;
    heap->largest = length;
    heap->largest_exact = true;
}

/* A free run of this length is no more (it became part of the hole). */
static void note_run_removed(struct ou_heap *heap, size_t length)
{
    if (length && length >= heap->largest)
        heap->largest_exact = false;
}

void ou_hole_close(struct ou_heap *heap)
{
    struct ou_area *area = heap->hole_area;
    if (!area)
        return;
    ou_hole_count(heap);
    size_t index = ou_index_of(area, heap->bump);
    if (heap->bump < heap->hole_end) {
        ou_set_free(area, index);
        note_run_added(heap, (size_t)(heap->hole_end - heap->bump) / OU_GRANULE);
    }
    heap->small = (struct ou_cursor){area, index};
    heap->hole_area = NULL;
    heap->bump = heap->limit = heap->hole_end = heap->hole_counted = NULL;
}

/* ---- searching ---- */

void ou_cursors_reset(struct ou_heap *heap)
{
    heap->small = heap->large = heap->lowest = (struct ou_cursor){heap->areas, 0};
}

#define NONE SIZE_MAX

/* Where free runs begin; not where a block was that a compaction has just evacuated, whose new address it holds. */
static uintptr_t free_starts(const struct ou_group *group)
{
    return group->start & group->pin & ~group->mark & ~group->fin;
}

/* The first free run in [from, end) with at least n granules. */
static size_t scan_up(const struct ou_area *area, size_t from, size_t end, size_t n)
{
    if (from >= end)
        return NONE;
    const struct ou_group *group = ou_group_at(area, from), *last = ou_group_at(area, end - 1);
    uintptr_t word = free_starts(group) & (~(uintptr_t)0 << (from % OU_WORD_BITS));
    for (;;) {
        while (word) {
            size_t index = (size_t)(group - ou_area_groups(area)) * OU_WORD_BITS + ou_ctz(word);
            if (index >= end)
                return NONE;
            if (n == 1 || ou_next_start(area, index + 1) - index >= n)
                return index;
            word &= word - 1;
        }
        if (group == last)
            return NONE;
        group++;
        word = free_starts(group);
    }
}

static bool may_hold(const struct ou_heap *heap, const struct ou_area *area, size_t n)
{
    return n <= heap->largest && area->granules - area->used >= n && !area->evacuating;
}

/* From the cursor to the end of all areas, then from the beginning to the cursor. */
static bool search_up(struct ou_heap *heap, struct ou_cursor *cursor, size_t n)
{
    bool hole = cursor == &heap->small, passed = true;
    struct ou_area *area = cursor->area;
    size_t from = cursor->index, index;
    for (int pass = 0; pass < 2; pass++) {
        for (; area; area = area->next, from = 0) {
            bool final = pass == 1 && area == cursor->area;
            size_t end = final ? OU_MIN(area->granules, cursor->index) : area->granules;
            if (OU_UNLIKELY(OU_WITH_INCREMENTS && hole && area->unswept)) {
                end = OU_MIN(end, ou_frontier(heap, area));
                passed = false;
            }
            index = may_hold(heap, area, n) ? scan_up(area, from, end, n) : NONE;
            if (index != NONE) {
                *cursor = (struct ou_cursor){area, index};
                return true;
            }
            if (final)
                break;
        }
        area = heap->areas;
        from = 0;
    }
    if (passed && heap->largest >= n) {
        heap->largest = n - 1;
        heap->largest_exact = false;
    }
    return false;
}

/* ---- taking ---- */

static char *take_hole(struct ou_heap *heap, size_t n)
{
    char *block = heap->bump;
    if ((size_t)(heap->hole_end - block) < n * OU_GRANULE)
        return NULL;
    size_t index = ou_index_of(heap->hole_area, block);
    ou_group_at(heap->hole_area, index)->start |= ou_bit(index);
    heap->bump = block + n * OU_GRANULE;
    ou_hole_limit(heap);
    return block;
}

/* Cuts n granules from the low end of a run. */
static char *carve(struct ou_heap *heap, struct ou_area *area, size_t index, size_t n)
{
    size_t length = ou_next_start(area, index + 1) - index;
    if (length >= heap->largest)
        heap->largest_exact = false;
    ou_group_at(area, index)->pin &= ~ou_bit(index);
    if (OU_UNLIKELY(index >= ou_frontier(heap, area)))
        ou_group_at(area, index)->mark |= ou_bit(index);
    if (length > n)
        ou_set_free(area, index + n);
    area->used += n;
    heap->used += n;
    heap->allocated_since_gc += n;
    if (heap->used > heap->peak)
        heap->peak = heap->used;
    return ou_address_of(area, index);
}

/* From the first run that is large enough, counted from the cursor. */
static char *take_run(struct ou_heap *heap, struct ou_cursor *cursor, size_t n)
{
    if (n > heap->largest || !search_up(heap, cursor, n))
        return NULL;
    char *block = carve(heap, cursor->area, cursor->index, n);
    cursor->index += n;
    return block;
}

char *ou_take(struct ou_heap *heap, size_t n, bool long_lived)
{
    char *block = long_lived ? take_run(heap, &heap->lowest, n) : NULL;
    if (!block)
        block = take_hole(heap, n);
    if (block || n > heap->largest)
        return block;
    if (n > OU_GC_SMALL)
        return take_run(heap, &heap->large, n);
    ou_hole_close(heap);
    if (!search_up(heap, &heap->small, n))
        return NULL;
    struct ou_area *area = heap->small.area;
    size_t index = heap->small.index;
    hole_open(heap, area, index, ou_next_start(area, index + 1) - index);
    return take_hole(heap, n);
}

/* ---- blocks ---- */

size_t ou_granules_for(size_t size, unsigned flags)
{
    size_t n = size / OU_GRANULE + (size % OU_GRANULE != 0);
    bool wide = (flags & (OU_GC_FOREIGN | OU_GC_LONG_LIVED | OU_GC_PINNED)) != 0;
    return wide && n < 2 ? 2 : n;
}

void ou_set_flags(struct ou_heap *heap, char *block, unsigned flags)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    size_t index = ou_index_of(area, block);
    struct ou_group *group = ou_group_at(area, index);
    if ((flags & OU_GC_KIND_MASK) == OU_GC_VALUES)
        group->values |= ou_bit(index);
    if (flags & OU_GC_FINALISE) {
        group->fin |= ou_bit(index);
        heap->finalisable++;
    }
    heap->has_foreign |= (flags & OU_GC_FOREIGN) != 0;
    if (!(flags & (OU_GC_FOREIGN | OU_GC_LONG_LIVED | OU_GC_PINNED)))
        return;
    group = ou_group_at(area, index + 1);
    group->values |= flags & OU_GC_FOREIGN ? ou_bit(index + 1) : 0;
    group->pin |= flags & OU_GC_LONG_LIVED ? ou_bit(index + 1) : 0;
    group->fin |= flags & OU_GC_PINNED ? ou_bit(index + 1) : 0;
}

/* ---- free ---- */

/* Clears every bit of a block of n granules. */
static void clear_bits(struct ou_heap *heap, struct ou_area *area, size_t index, size_t n)
{
    struct ou_group *group = ou_group_at(area, index);
    uintptr_t keep = ~ou_bit(index);
    heap->finalisable -= (group->fin & ~keep) != 0;
    group->start &= keep;
    group->values &= keep;
    group->mark &= keep; /* during a cycle; so the pin */
    group->pin &= keep;
    group->fin &= keep;
    if (n < 2)
        return;
    group = ou_group_at(area, index + 1);
    keep = ~ou_bit(index + 1);
    group->values &= keep;
    group->pin &= keep;
    group->fin &= keep;
}

/* Takes the start away from a free run that begins at index, if there is one; where the run ends. */
static size_t absorb_above(struct ou_area *area, size_t index)
{
    if (index >= area->granules || !ou_is_free_start(area, index))
        return index;
    ou_group_at(area, index)->start &= ~ou_bit(index);
    ou_group_at(area, index)->pin &= ~ou_bit(index);
    return ou_next_start(area, index + 1);
}

/* The same for a free run that ends at index; where it begins. */
static size_t absorb_below(struct ou_area *area, size_t index)
{
    if (index == 0)
        return index;
    size_t below = ou_previous_start(area, index - 1);
    if (!ou_is_free_start(area, below))
        return index;
    ou_group_at(area, below)->start &= ~ou_bit(below);
    ou_group_at(area, below)->pin &= ~ou_bit(below);
    return below;
}

/* Granules [index, end), whose bits are clear and which are no longer counted, become free. */
static void release_run(struct ou_heap *heap, struct ou_area *area, size_t index, size_t end)
{
    bool hole = area == heap->hole_area;
    if (hole && ou_index_of(area, heap->bump) == end) {
        size_t below = absorb_below(area, index);
        note_run_removed(heap, index - below);
        index = below;
        heap->bump = heap->hole_counted = ou_address_of(area, index);
    } else if (hole && heap->hole_end == ou_address_of(area, index)) {
        size_t above = absorb_above(area, end);
        note_run_removed(heap, above - end);
        end = above;
        index = ou_index_of(area, heap->bump);
        heap->hole_end = ou_address_of(area, end);
    } else {
        hole = false;
        end = absorb_above(area, end);
        index = absorb_below(area, index);
        ou_set_free(area, index);
    }
    size_t frontier = ou_frontier(heap, area);
    if (OU_UNLIKELY(index < frontier && frontier < end)) { /* no run crosses it */
        ou_set_free(area, frontier);
        if (hole)
            heap->hole_end = ou_address_of(area, frontier);
    }
    if (hole)
        ou_hole_limit(heap);
    else
        note_run_added(heap, end - index);
}

static void uncount(struct ou_heap *heap, struct ou_area *area, size_t n)
{
    ou_hole_count(heap);
    area->used -= n;
    heap->used -= n;
    heap->freed = true;
}

void ou_give_back(struct ou_heap *heap, struct ou_area *area, size_t from, size_t to)
{
    uncount(heap, area, to - from);
    release_run(heap, area, from, to);
}

struct ou_area *ou_area_of_block(struct ou_heap *heap, const void *block)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    if (OU_DEBUG && (!area || !ou_gc_is_block(heap, block))) {
        ou_port_report("heap: not a live block (freed twice, or not of this heap)");
        return NULL;
    }
    return area;
}

void ou_gc_free(struct ou_heap *heap, void *block)
{
    ou_shadow_finish_bulk(heap);
    struct ou_area *area = block && !heap->locked ? ou_area_of_block(heap, block) : NULL;
    if (!area)
        return;
    size_t index = ou_index_of(area, block), n = ou_block_granules(heap, area, index);
    if (heap->collecting) { /* the sweep takes it, now or next time; its finaliser must not run */
        ou_gc_set_finalise(heap, block, false);
        return;
    }
    if (heap->observer)
        heap->observer->freed(heap->observer->ctx, block, n * OU_GRANULE);
    uncount(heap, area, n);
    clear_bits(heap, area, index, n);
    if (OU_STRESS(heap, poison))
        memset(block, 0xa5, n * OU_GRANULE);
    release_run(heap, area, index, index + n);
}

bool ou_grow_in_place(struct ou_heap *heap, struct ou_area *area, size_t index, size_t have, size_t want)
{
    size_t end = index + have, more = want - have;
    if (area == heap->hole_area && ou_index_of(area, heap->bump) == end) {
        if ((size_t)(heap->hole_end - heap->bump) < more * OU_GRANULE)
            return false;
        heap->bump += more * OU_GRANULE;
        ou_hole_limit(heap);
        return true;
    }
    if (end >= area->granules || !ou_is_free_start(area, end))
        return false;
    size_t length = ou_next_start(area, end + 1) - end;
    if (length < more)
        return false;
    (void)carve(heap, area, end, more);
    ou_group_at(area, end)->start &= ~ou_bit(end);
    ou_group_at(area, end)->mark &= ~ou_bit(end);
    if (heap->used > heap->peak)
        heap->peak = heap->used;
    return true;
}

/* ---- asking ---- */

bool ou_gc_is_block(struct ou_heap *heap, const void *p)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)p);
    if (!area || !ou_is_aligned(p, OU_GRANULE))
        return false;
    size_t index = ou_index_of(area, p);
    return (ou_group_at(area, index)->start & ou_bit(index)) && !ou_is_free_start(area, index);
}

size_t ou_gc_size(struct ou_heap *heap, const void *block)
{
    struct ou_area *area = ou_area_of_block(heap, block);
    return area ? ou_block_granules(heap, area, ou_index_of(area, block)) * OU_GRANULE : 0;
}

unsigned ou_gc_flags(struct ou_heap *heap, const void *block)
{
    struct ou_area *area = ou_area_of_block(heap, block);
    if (!area)
        return 0;
    size_t index = ou_index_of(area, block);
    return ou_block_flags(area, index, ou_block_granules(heap, area, index));
}

void ou_gc_set_finalise(struct ou_heap *heap, void *block, bool on)
{
    struct ou_area *area = ou_area_of_block(heap, block);
    if (!area)
        return;
    size_t index = ou_index_of(area, block);
    struct ou_group *group = ou_group_at(area, index);
    bool was = (group->fin & ou_bit(index)) != 0;
    if (on == was)
        return;
    group->fin ^= ou_bit(index);
    heap->finalisable += on ? 1 : (size_t)-1;
}

void ou_gc_each_block(struct ou_heap *heap, void (*fn)(void *ctx, void *block, size_t size, unsigned flags),
                      void *ctx)
{
    ou_finish_sweep(heap);
    ou_hole_close(heap);
    for (struct ou_area *area = heap->areas; area; area = area->next)
        for (size_t index = 0, next; index < area->granules; index = next) {
            next = ou_next_start(area, index + 1);
            if (!ou_is_free_start(area, index))
                fn(ctx, ou_address_of(area, index), (next - index) * OU_GRANULE,
                   ou_block_flags(area, index, next - index));
        }
}
