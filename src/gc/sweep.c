/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Sweeping, a word of granules at a time and without a loop over blocks.
 *
 * In one group: S the starts, L the starts of live (marked) blocks, N = ~S.  Adding carries a bit through
 * a run of ones, so with each L shifted to the granule behind it,
 *
 *     sum = ((L << 1) | carry) + N
 *
 * runs through the rest of every live block and stops at the start behind it.  Of that,
 * (sum ^ N) & N are the rest granules of live blocks, and sum & S the starts behind live blocks.  Hence
 *
 *     cover = L | ((sum ^ N) & N)     every granule of a live block
 *     runs  = sum & S & ~L            dead or free starts behind a live block: where free runs begin
 *
 * and all other dead or free starts vanish into the run below.  `carry` says whether the last start below
 * this group is live; at the bottom of an area it is set, so that a run may begin there.  The sentinel
 * counts as live.
 *
 * The new bits follow at once (heap_struct.h draws them).  Free runs are measured only where they may be
 * the longest: those that cross a group's border, and those inside a group while nothing longer is known.
 * The same sum over all blocks, dead ones included, says which granules were in use before.
 *
 * In increments.  A sweep may stop between two groups; the granule where it stopped is the area's frontier.  What
 * is below has been swept; above, live blocks are marked, dead ones are not, and free runs are what they were.
 * The program goes on meanwhile, and three rules keep that right:
 *
 *   - a block allocated at or above the frontier is marked at once (carve in alloc.c), and the hole, in which
 *     no bit is set, never opens there;
 *   - no free run crosses the frontier: where one would, a start is set there (pause_at, release_run);
 *   - whether a block or a free run lies just below the frontier is read from the bits when the sweep goes on.
 */
#include "gc/internal.h"

/* The longest run of ones in a word, if longer than at_least, which is returned otherwise. */
size_t ou_longest_run(uintptr_t word, size_t at_least)
{
    if (at_least >= OU_WORD_BITS)
        return at_least;
    /* Each bit that survives begins a run of at_least ones. */
    uintptr_t left = word;
    for (size_t i = 1; i < at_least && left; i++)
        left &= word >> i;
    if (!left)
        return at_least;
    size_t length = OU_MAX(at_least, 1);
    while ((left &= word >> length) != 0)
        length++;
    return length;
}

static void measure(struct ou_sweeper *s, uintptr_t cover)
{
    if (!cover) {
        s->current += OU_WORD_BITS;
        return;
    }
    s->current += ou_ctz(cover);
    if (s->current > s->longest)
        s->longest = s->current;
    s->current = ou_clz(cover);
    if (s->longest < OU_WORD_BITS && cover != ~(uintptr_t)0)
        s->longest = ou_longest_run(~cover, s->longest);
}

/* Every granule of the blocks that begin at `blocks`. */
static uintptr_t cover_of(uintptr_t blocks, uintptr_t rest, uintptr_t sum)
{
    return blocks | ((sum ^ rest) & rest);
}

/* The granules that became free. */
static size_t sweep_group(struct ou_sweeper *s, struct ou_group *group)
{
    uintptr_t starts = group->start, live = starts & group->mark, rest = ~starts;
    uintptr_t blocks = starts & ~(group->pin & ~group->mark);
    uintptr_t before = cover_of(blocks, rest, ((blocks << 1) | s->carry_block) + rest);
    uintptr_t sum = ((live << 1) | s->carry) + rest;
    uintptr_t cover = cover_of(live, rest, sum), runs = sum & starts & ~live;
    uintptr_t long_lived = group->pin & cover & ~live;
    group->start = live | runs;
    group->values &= cover;
    group->fin &= cover;
    group->pin = long_lived | runs;
    group->mark = 0;
    if (starts) {
        s->carry = (live >> ou_log2(starts)) & 1;
        s->carry_block = (blocks >> ou_log2(starts)) & 1;
    }
    measure(s, cover);
    return ou_popcount(before & ~cover);
}

static void enter_area(struct ou_sweeper *s, struct ou_area *area)
{
    while (area && !area->unswept)
        area = area->next;
    s->area = area;
    s->group = s->longest = 0;
}

static void leave_area(struct ou_heap *heap, struct ou_sweeper *s)
{
    struct ou_area *area = s->area;
    area->unswept = false;
    heap->longest_runs_total += s->longest;
    enter_area(s, area->next);
}

/* What is just below the frontier: the rest of a live block, or free. */
static void resume_at(struct ou_sweeper *s, size_t frontier)
{
    s->carry = s->carry_block = 1; /* at the bottom of an area a run may begin */
    s->current = 0;
    if (!OU_WITH_INCREMENTS || !frontier)
        return;
    size_t below = ou_previous_start(s->area, frontier - 1);
    if (!ou_is_free_start(s->area, below))
        return;
    s->carry = s->carry_block = 0;
    s->current = frontier - below;
}

/* Stops at a frontier with free space below it.  If that goes on above, to the next start, it is a run of its
 * own there, and if a dead block's, no longer in use.  The granules freed so. */
static size_t pause_at(struct ou_heap *heap, struct ou_sweeper *s, size_t frontier)
{
    struct ou_group *group = ou_group_at(s->area, frontier);
    uintptr_t bit = ou_bit(frontier);
    heap->largest = OU_MAX(heap->largest, s->longest);
    heap->largest = OU_MAX(heap->largest, s->current);
    s->longest = OU_MAX(s->longest, s->current);
    if (s->carry || (group->start & bit))
        return 0;
    size_t end = ou_next_start(s->area, frontier + 1), n = end - frontier;
    group->values &= ~bit;
    group->fin &= ~bit; /* flags of a dead block whose second granule this is */
    ou_set_free(s->area, frontier);
    if (end < s->area->granules && ou_is_free_start(s->area, end)) { /* one run with that behind it */
        ou_group_at(s->area, end)->start &= ~ou_bit(end);
        ou_group_at(s->area, end)->pin &= ~ou_bit(end);
        end = ou_next_start(s->area, end + 1);
    }
    heap->largest = OU_MAX(heap->largest, end - frontier);
    return s->carry_block ? n : 0;
}

/* Sweeps up to *groups groups of the area, and counts them down. */
static void sweep_area(struct ou_heap *heap, struct ou_sweeper *s, size_t *groups)
{
    struct ou_area *area = s->area;
    size_t count = ou_group_count(area->granules), freed = 0;
    resume_at(s, s->group * OU_WORD_BITS);
    for (; *groups && s->group < count; ++s->group, --*groups) {
        if (s->group == count - 1) /* the sentinel counts as live */
            ou_group_at(area, area->granules)->mark |= ou_bit(area->granules);
        freed += sweep_group(s, ou_area_groups(area) + s->group);
    }
    bool done = s->group == count;
    if (OU_WITH_INCREMENTS && !done)
        freed += pause_at(heap, s, s->group * OU_WORD_BITS);
    area->used -= freed;
    heap->used -= freed;
    if (done) {
        heap->largest = OU_MAX(heap->largest, s->longest);
        leave_area(heap, s);
    }
}

static void poison_dead(struct ou_area *area)
{
    for (size_t index = 0, next; index < area->granules; index = next) {
        next = ou_next_start(area, index + 1);
        if (!(ou_group_at(area, index)->mark & ou_bit(index)))
            memset(ou_address_of(area, index), 0xa5, (next - index) * OU_GRANULE);
    }
}

void ou_sweep_begin(struct ou_heap *heap, struct ou_sweeper *s)
{
    heap->longest_runs_total = 0;
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        area->unswept = true;
        if (OU_STRESS(heap, poison))
            poison_dead(area);
    }
    enter_area(s, heap->areas);
}

bool ou_sweep_some(struct ou_heap *heap, struct ou_sweeper *s, size_t groups)
{
    ou_hole_close(heap);
    heap->largest_exact = false;
    while (s->area && groups)
        sweep_area(heap, s, &groups);
    return s->area != NULL;
}

void ou_sweep(struct ou_heap *heap)
{
    struct ou_sweeper s;
    heap->largest = 0;
    ou_sweep_begin(heap, &s);
    (void)ou_sweep_some(heap, &s, SIZE_MAX);
    heap->largest_exact = true;
}

void ou_finish_sweep(struct ou_heap *heap)
{
    if (ou_cycle_phase(heap) == OU_CYCLE_SWEEP)
        (void)ou_sweep_some(heap, &heap->cycle->sweep, SIZE_MAX);
}
