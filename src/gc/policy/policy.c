/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Policy: when to collect, when to grow and by how much, when to give an area back.  The mechanisms are
 * elsewhere; every number that could be argued about is here.
 *
 * The order for a request: what fits; a new area if the heap is nothing to the machine; a collection, unless one
 * was done a moment ago; compaction, if what is free suffices; an area that grows in place, or a new one; a
 * collection after all, and the same again; nothing.
 *
 * Areas and what is free.  Blocks slide to the low end of an area and areas grow at the high end, where the outer
 * heap keeps its largest block (mem/tlsf.c), so in a limited memory there is one area, and what is free in it and
 * behind it is one piece.  Only while the heap is a small part of what surrounds it (OUTER_HEADROOM) does it take areas one
 * by one, as that moves nothing.
 */
#include "gc/policy/policy.h"

/* HEADROOM: free memory wanted after an automatic collection, in percent of what is live.  More means
 * fewer collections; a small machine's memory is better left to the rest of the system.
 * PACE: granules to allocate until the next collection, if nobody set a threshold.  On a large machine a
 * heap that has grown is used again from its low end while that is in the cache; a small one is used up,
 * as a collection costs what is live, not what is free.
 * EAGER: granules that a heap with plenty of room around it may have before it collects at all; a program
 * that needs little never does.
 * AREA_MIN: a smaller area is not worth its header unless nothing else can be had.
 * OUTER_HEADROOM: the outer heap has got plenty if its largest block is so many times what the heap takes.  What is free
 * in areas taken then is lost to a request for nearly all of the memory: a part in so many.
 * FRAGMENTED: percent of the free memory that may lie outside each area's longest run before a compaction pays
 * when somebody asks for memory to be put in order. */
#define OUTER_HEADROOM 32
#define FRAGMENTED 4
/* MOVABLE: granules whose bits may be moved in an increment.
 * CLEARABLE: granules whose bits may be cleared in one, for a new area.
 * CYCLE_MIN: granules to allocate between two cycles in increments at least. */
#define MOVABLE ((size_t)1 << 16)
#define CLEARABLE ((size_t)1 << 19)
#define CYCLE_MIN ((size_t)64)
#if OU_WORD_BITS == 64
#define HEADROOM 80
#define EAGER ((size_t)1 << 16)
#define PACE(heap) OU_MAX(EAGER, (heap)->used / 100 * HEADROOM)
#define AREA_MIN ((size_t)4096)
#else
#define HEADROOM 50
#define EAGER ((size_t)1) /* never */
#define PACE(heap) ((void)(heap), SIZE_MAX / OU_GRANULE)
#define AREA_MIN ((size_t)512)
#endif

static bool can_collect(struct ou_heap *heap, bool may_collect)
{
    return may_collect && heap->enabled && heap->can_scan_stack;
}

void ou_policy_pace(struct ou_heap *heap)
{
    heap->pace = heap->threshold_bytes ? heap->threshold_bytes / OU_GRANULE : PACE(heap);
    if (ou_pause_us(heap) && !heap->threshold_bytes) /* the rest is for what is allocated during the cycle */
        heap->pace = OU_MIN(heap->pace, OU_MAX((heap->total - heap->used) / 8 * 5, CYCLE_MIN));
}

/* Bytes that the next area may have. */
static size_t growth_limit(struct ou_heap *heap)
{
    if (!heap->max_bytes)
        return SIZE_MAX / 4;
    return heap->max_bytes > heap->area_bytes ? heap->max_bytes - heap->area_bytes : 0;
}

static bool add_area(struct ou_heap *heap, size_t bytes)
{
    bytes = ou_area_bytes(ou_area_fit(bytes));
    void *memory = ou_outer_alloc(heap->outer, bytes, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_AREAS));
    if (!memory)
        return false;
    if (ou_area_add(heap, memory, bytes, true)) {
        ou_queue_resize(heap);
        return true;
    }
    ou_outer_free(heap->outer, memory);
    return false;
}

/* Whether the heap and so many bytes more are nothing to the outer heap. */
static bool outer_has_headroom(struct ou_heap *heap, size_t bytes)
{
    return bytes <= growth_limit(heap) &&
           heap->area_bytes + bytes <= ou_outer_largest(heap->outer, OU_MEM_VM) / OUTER_HEADROOM;
}

/* Granules by which the heap had better grow at least: half of what it has, as long as that does not take more
 * than half of the outer heap's largest block. */
static size_t growth_target(struct ou_heap *heap)
{
    size_t bytes = OU_MAX(heap->total * OU_GRANULE / 2, AREA_MIN), limit = growth_limit(heap);
    size_t half = OU_MAX(ou_outer_largest(heap->outer, OU_MEM_VM) / 2, AREA_MIN);
    return ou_area_fit(OU_MIN(OU_MIN(bytes, limit), half));
}

/* Makes an area at least `need` granules longer. */
static bool extend(struct ou_heap *heap, struct ou_area *area, size_t need, size_t wish)
{
    size_t have = area->granules, limit = growth_limit(heap);
    for (size_t more = OU_MAX(wish, need);; more = OU_MAX(more / 2, need)) {
        if (ou_area_bytes(have + more) - ou_area_bytes(have) <= limit &&
            ou_area_resize(heap, area, have + more))
            return true;
        if (more == need)
            return false;
    }
}

/* Granules of the free run at the high end of an area, or of the open hole if it lies there. */
static size_t top_run(const struct ou_heap *heap, const struct ou_area *area)
{
    if (area == heap->hole_area && heap->hole_end == area->high)
        return (size_t)(heap->hole_end - heap->bump) / OU_GRANULE;
    size_t last = ou_previous_start(area, area->granules - 1);
    return ou_is_free_start(area, last) ? area->granules - last : 0;
}

/* Extends an area so that the free run at its end holds a block of n granules. */
static bool extend_any(struct ou_heap *heap, size_t n, size_t wish)
{
    ou_hole_close(heap);
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        size_t free = area->memory ? top_run(heap, area) : 0;
        if (!area->memory || !extend(heap, area, n > free ? n - free : 1, wish))
            continue;
        ou_queue_resize(heap);
        return true;
    }
    return false;
}

/* Room for a block of n granules: where the outer heap has plenty, in a new area; otherwise in one that grows,
 * as what is free then stays in one piece; or in a new one, down to exactly n. */
static bool grow(struct ou_heap *heap, size_t n)
{
    size_t need = ou_area_bytes(n), limit = growth_limit(heap);
    if (!outer_has_headroom(heap, need) && extend_any(heap, n, growth_target(heap)))
        return true;
    size_t largest = ou_outer_largest(heap->outer, OU_MEM_VM);
    if (need > limit || need > largest)
        return false;
    for (size_t wish = OU_MIN(ou_area_bytes(growth_target(heap)), largest); wish > need; wish /= 2)
        if (add_area(heap, wish))
            return true;
    return add_area(heap, need);
}

/* Granules by which the area could grow in place now. */
static size_t room_behind(struct ou_heap *heap, const struct ou_area *area)
{
    size_t have = ou_area_bytes(area->granules),
           room = area->memory ? ou_outer_room(heap->outer, area->memory) : 0;
    size_t limit = growth_limit(heap);
    return room > have ? ou_area_fit(OU_MIN(room, have + limit)) - area->granules : 0;
}

static size_t new_area(struct ou_heap *heap)
{
    return ou_area_fit(OU_MIN(growth_limit(heap), ou_outer_largest(heap->outer, OU_MEM_VM)));
}

size_t ou_gc_growth(struct ou_heap *heap)
{
    size_t most = new_area(heap);
    for (const struct ou_area *area = heap->areas; area; area = area->next)
        most = OU_MAX(most, room_behind(heap, area));
    return most * OU_GRANULE;
}

size_t ou_gc_largest(struct ou_heap *heap)
{
    struct ou_heap_stats stats;
    ou_gc_stats(heap, &stats);
    size_t most = OU_MAX(stats.largest / OU_GRANULE, new_area(heap));
    for (const struct ou_area *area = heap->areas; area; area = area->next) {
        size_t room = room_behind(heap, area);
        if (room)
            most = OU_MAX(most, room + top_run(heap, area));
    }
    return most * OU_GRANULE;
}

/* Whether the bits of an area may be moved, as they are when it grows: with pauses bounded only if they are few. */
static bool is_movable(const struct ou_heap *heap) { return !ou_pause_us(heap) || heap->total < MOVABLE; }

/* An automatic collection yielded little: grow now rather than collect again soon.  Only while the outer
 * heap has plenty, as this is for speed. */
static void grow_early(struct ou_heap *heap)
{
    size_t wanted = heap->used + heap->used / 100 * HEADROOM + heap->used % 100 * HEADROOM / 100;
    if (ou_pause_us(heap) &&
        outer_has_headroom(heap,
                           2 * EAGER * OU_GRANULE)) /* three eighths are left when the next cycle begins */
        wanted = OU_MAX(wanted, heap->used + 2 * EAGER);
    if (wanted <= heap->total)
        return;
    size_t bytes = ou_area_bytes(OU_MAX(wanted - heap->total, heap->total / 4));
    bytes = OU_MIN(bytes, growth_limit(heap));
    if (ou_pause_us(heap)) /* the next cycle's end adds more */
        bytes = OU_MIN(bytes, ou_area_bytes(CLEARABLE));
    if (bytes < AREA_MIN || bytes > ou_outer_largest(heap->outer, OU_MEM_VM) / 2)
        return;
    if (outer_has_headroom(heap, bytes) || !is_movable(heap) || !extend_any(heap, ou_area_fit(bytes), 0))
        (void)add_area(heap, bytes);
}

/* The same in the middle of a cycle, for a block of n granules.  A small heap had better be one area, and finishing
 * the cycle at once takes it no time. */
static bool grow_in_cycle(struct ou_heap *heap, size_t n)
{
    size_t more = OU_MAX(n, OU_MIN(heap->total / 8, CLEARABLE)), bytes = ou_area_bytes(more);
    if (bytes > growth_limit(heap) || bytes > ou_outer_largest(heap->outer, OU_MEM_VM) / 2)
        return false;
    return !outer_has_headroom(heap, bytes) && is_movable(heap) ? extend_any(heap, more, 0)
                                                                : add_area(heap, bytes);
}

/* The heap is exhausted, but is small for a machine like this: more memory instead of a collection. */
static bool grow_eagerly(struct ou_heap *heap, size_t n)
{
    if (heap->total >= EAGER || n > EAGER)
        return false;
    size_t bytes = OU_MAX(ou_area_bytes(n), EAGER / 4 * OU_GRANULE);
    return outer_has_headroom(heap, bytes) && add_area(heap, bytes);
}

/* Gives back areas in which nothing lives.  After an automatic collection one that would be missed soon
 * is kept; when somebody asked, or at the end, none is. */
void ou_policy_release(struct ou_heap *heap, bool all)
{
    struct ou_area *next, *area = heap->areas ? heap->areas->next : NULL;
    for (; area; area = next) {
        next = area->next;
        if (area->used || !area->memory)
            continue;
        size_t left = heap->total - area->granules;
        if (!all && left - heap->used < heap->used / 100 * HEADROOM)
            continue;
        if (!all && left < EAGER && outer_has_headroom(heap, EAGER * OU_GRANULE))
            continue;
        ou_area_release(heap, area);
    }
    ou_cursors_reset(heap);
    ou_queue_resize(heap);
}

static void collect(struct ou_heap *heap)
{
    ou_collect(heap, OU_COLLECT_AUTOMATIC);
    grow_early(heap);
}

void ou_policy_cycle_ended(struct ou_heap *heap)
{
    grow_early(heap);
    ou_policy_pace(heap);
    if (OU_STRESS(heap, move))
        ou_compact(heap, 0);
}

static void compact(struct ou_heap *heap)
{
    ou_compact(heap, OU_COMPACT_EMPTIES);
    ou_policy_release(heap, true);
}

/* The longest free run of an area; its length. */
static size_t longest_in(const struct ou_area *area, size_t *at)
{
    size_t longest = 0;
    for (size_t index = 0, next; index < area->granules; index = next) {
        next = ou_next_start(area, index + 1);
        if (ou_is_free_start(area, index) && next - index > longest) {
            longest = next - index;
            *at = index;
        }
    }
    return longest;
}

/* A pinned block keeps an area from being cut: what is free below it goes back, if it is most of what is free. */
static void split(struct ou_heap *heap, struct ou_area *area, size_t slack)
{
    size_t at = 0, length = longest_in(area, &at), keep = OU_MAX(at + slack, 64);
    size_t from = ou_align_down(at + length, OU_WORD_BITS);
    bool most = length >= (area->granules - area->used) / 2 && at + length < area->granules;
    if (most && from > keep && from - keep >= OU_MAX(area->granules / 64, 64))
        (void)ou_area_split(heap, area, keep, from);
}

/* Everything that is not needed goes back to the outer heap, but for `slack` granules.  Splitting is for others: a
 * block of this heap's is better served by one area. */
static void trim(struct ou_heap *heap, size_t slack, bool splits)
{
    compact(heap);
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        if (splits && area->memory)
            split(heap, area, slack);
        size_t last = ou_previous_start(area, area->granules - 1);
        if (!area->memory || !(ou_group_at(area, last)->pin & ou_bit(last)))
            continue;
        size_t keep = OU_MAX(last + slack, 64);
        if (keep < area->granules && ou_area_resize(heap, area, keep))
            slack = 0;
    }
    ou_queue_resize(heap);
}

void ou_gc_shrink(struct ou_heap *heap)
{
    if (!heap->areas || heap->collecting)
        return;
    ou_collect(heap, OU_COLLECT_ASKED);
    trim(heap, 0, true);
}

/* Joins what is free; n granules of it, or NULL. */
static char *take_compacted(struct ou_heap *heap, size_t n, bool long_lived)
{
    compact(heap);
    char *block = ou_take(heap, n, long_lived);
    if (block || heap->total - heap->used < n)
        return block;
    ou_compact(heap, OU_COMPACT_REGROUP); /* pins part what is free */
    return ou_take(heap, n, long_lived);
}

/* The last resort, where pins or blocks of the outer heap part what is free: takes all memory there is, if that is
 * enough, and moves live blocks to one side. */
static char *take_regrouped(struct ou_heap *heap, size_t n, bool long_lived)
{
    size_t free = heap->total - heap->used;
    if (free >= n || n - free > ou_gc_growth(heap) / OU_GRANULE)
        return NULL;
    while (heap->total - heap->used < n && extend_any(heap, 1, n)) {}
    if (heap->total - heap->used < n && !add_area(heap, ou_outer_largest(heap->outer, OU_MEM_VM)))
        return NULL;
    ou_compact(heap, OU_COMPACT_REGROUP);
    return ou_take(heap, n, long_lived);
}

/* What remains to be tried for n granules.  Where the outer heap has plenty, growing is cheaper than moving. */
static char *allocate_last_resort(struct ou_heap *heap, size_t n, bool long_lived, bool moves)
{
    char *block = ou_take(heap, n, long_lived);
    moves = moves && !outer_has_headroom(heap, ou_area_bytes(n));
    if (!block && moves && heap->total - heap->used >= n)
        block = take_compacted(heap, n, long_lived);
    if (!block && grow(heap, n))
        block = ou_take(heap, n, long_lived);
    if (block || !moves)
        return block;
    trim(heap, 0, false); /* what is free lies in too many places */
    return grow(heap, n) ? ou_take(heap, n, long_lived) : take_regrouped(heap, n, long_lived);
}

/* Free memory that a compaction would join. */
static bool is_fragmented(const struct ou_heap *heap)
{
    size_t free = heap->total - heap->used;
    return free > heap->longest_runs_total && (free - heap->longest_runs_total) * 100 > free * FRAGMENTED;
}

void ou_policy_defragment(struct ou_heap *heap)
{
    if (heap->used < heap->total / 4 && heap->total * OU_GRANULE > 4 * AREA_MIN &&
        (heap->total >= EAGER || !outer_has_headroom(heap, 0)))
        trim(heap, heap->used + AREA_MIN / OU_GRANULE, false);
    else if (is_fragmented(heap))
        compact(heap);
    heap->defragmented_at = heap->collections;
}

/* Whether idle time has something to gain.  Who is idle for a moment will be again: it had better wait until half of
 * what was free is used up. */
static bool is_idle_worth(const struct ou_heap *heap, bool briefly)
{
    if (heap->allocated_since_gc >= OU_MAX(heap->total / 16, heap->used / 4))
        return !briefly || heap->allocated_since_gc >= heap->total - heap->used;
    return !ou_pause_us(heap) && heap->collections != heap->defragmented_at && is_fragmented(heap);
}

/* Microseconds that a collection and a compaction may take: the latter takes up to three times as long. */
static uint64_t expected_us(const struct ou_heap *heap)
{
    return heap->full_us ? (uint64_t)heap->full_us * 4 : heap->used;
}

static bool idle_increment(struct ou_heap *heap)
{
    if (!ou_cycle_wanted(heap))
        return false;
    heap->cycle->debt = SIZE_MAX / 2; /* it may take all of its time */
    ou_cycle_increment(heap);
    heap->cycle->debt = 0;
    return heap->cycle->phase != OU_CYCLE_IDLE;
}

bool ou_gc_idle(struct ou_heap *heap, uint64_t us)
{
    if (!heap->areas || heap->collecting || heap->locked || !can_collect(heap, true))
        return false;
    ou_hole_count(heap);
    bool begun = ou_pause_us(heap) && ou_cycle_phase(heap) != OU_CYCLE_IDLE;
    bool worth = begun || is_idle_worth(heap, us != OU_GC_FOREVER);
    if (!worth || us < (ou_pause_us(heap) ? ou_pause_us(heap) : expected_us(heap)))
        return false;
    if (ou_pause_us(heap))
        return idle_increment(heap);
    ou_collect(heap, OU_COLLECT_ASKED);
    ou_policy_defragment(heap);
    return false;
}

/* The heap is exhausted in the middle of a cycle: sweep on; grow; or finish it at once. */
static char *take_in_cycle(struct ou_heap *heap, size_t n, bool long_lived, bool can, bool *collected)
{
    char *block = ou_cycle_take(heap, n, long_lived);
    if (block)
        return block;
    if (grow_in_cycle(heap, n))
        return ou_take(heap, n, long_lived);
    if (!can)
        return NULL;
    ou_cycle_finish(heap, OU_GC_FALLBACK);
    grow_early(heap);
    *collected = true;
    return ou_take(heap, n, long_lived);
}

char *ou_policy_take(struct ou_heap *heap, size_t n, unsigned flags, bool may_collect)
{
    bool long_lived = (flags & OU_GC_LONG_LIVED) != 0, collected = false;
    bool can = can_collect(heap, may_collect);
    ou_hole_count(heap);
    bool due = heap->allocated_since_gc >= heap->pace;
    due |= OU_STRESS(heap, collect_always) || OU_STRESS(heap, increments);
    if (due && can && ou_cycle_wanted(heap)) {
        ou_cycle_increment(heap);
    } else if (due && can) {
        collect(heap);
        collected = true;
    } else if (due && heap->enabled) {
        heap->wants_collect = true;
    }
    char *block = ou_take(heap, n, long_lived);
    if (!block && ou_cycle_phase(heap) != OU_CYCLE_IDLE)
        block = take_in_cycle(heap, n, long_lived, can, &collected);
    if (!block && !collected && grow_eagerly(heap, n))
        block = ou_take(heap, n, long_lived);
    if (!block && can && !collected && heap->allocated_since_gc >= heap->total / 8) {
        collect(heap);
        collected = true;
        block = ou_take(heap, n, long_lived);
    }
    if (!block)
        block = allocate_last_resort(heap, n, long_lived, collected);
    if (!block && can && !collected) {
        collect(heap);
        block = allocate_last_resort(heap, n, long_lived, true);
    }
    if (!block && heap->hooks->give_back && heap->hooks->give_back(heap->hooks->ctx))
        block = allocate_last_resort(heap, n, long_lived, can);
    if (!block && heap->enabled && !can)
        heap->wants_collect = true;
    return block;
}
