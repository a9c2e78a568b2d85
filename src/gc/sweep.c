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

struct sweeper {
    size_t used, longest, current, long_lived;
    uintptr_t carry;
};

static void measure(struct sweeper *s, uintptr_t cover)
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

static void sweep_group(struct sweeper *s, struct ou_group *group, size_t base)
{
    uintptr_t starts = group->start, live = starts & group->mark, rest = ~starts;
    uintptr_t sum = ((live << 1) | s->carry) + rest;
    uintptr_t cover = live | ((sum ^ rest) & rest);
    uintptr_t runs = sum & starts & ~live;
    uintptr_t long_lived = group->pin & cover & ~live;
    group->start = live | runs;
    group->values &= cover;
    group->fin &= cover;
    group->pin = long_lived | runs;
    group->mark = 0;
    s->used += ou_popcount(cover);
    if (starts)
        s->carry = (live >> ou_log2(starts)) & 1;
    if (long_lived && s->long_lived == SIZE_MAX)
        s->long_lived = base + ou_ctz(long_lived) - 1;
    measure(s, cover);
}

static void sweep_area(struct ou_heap *heap, struct ou_area *area)
{
    struct sweeper s = {.carry = 1, .long_lived = SIZE_MAX};
    size_t granules = area->granules, groups = ou_group_count(granules);
    ou_group_at(area, granules)->mark |= ou_bit(granules);
    for (size_t g = 0; g < groups; g++)
        sweep_group(&s, ou_area_groups(area) + g, g * OU_WORD_BITS);
    /* The sentinel covers what is behind it in the last word. */
    area->used = s.used - (groups * OU_WORD_BITS - granules);
    area->long_lived = s.long_lived == SIZE_MAX ? granules : s.long_lived;
    heap->used += area->used;
    heap->whole += s.longest;
    heap->largest = OU_MAX(heap->largest, s.longest);
}

#if OU_DEBUG
static void poison_dead(struct ou_area *area)
{
    for (size_t index = 0, next; index < area->granules; index = next) {
        next = ou_next_start(area, index + 1);
        if (!(ou_group_at(area, index)->mark & ou_bit(index)))
            memset(ou_address_of(area, index), 0xa5, (next - index) * OU_GRANULE);
    }
}
#endif

void ou_sweep(struct ou_heap *heap)
{
    heap->used = heap->largest = heap->whole = 0;
    heap->largest_exact = true;
    for (struct ou_area *area = heap->areas; area; area = area->next) {
#if OU_DEBUG
        if (heap->stress.poison)
            poison_dead(area);
#endif
        sweep_area(heap, area);
    }
}
