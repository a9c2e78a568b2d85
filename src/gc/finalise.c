/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Finalisers.  They run between marking and sweeping, when every dead block is still intact.  Each
 * block's mark of having one is taken before it is called, so it is called once whatever it does.  Those
 * the embedder keeps are marked at once but scanned only when all have been called: two that refer to
 * each other are both finalised in the same collection.
 *
 * Those that say OU_FINALISE_LATER (a file, say, that an object with __del__ may want to write to) keep
 * their mark and are called in a second round, unless what was kept refers to them.
 *
 * In a cycle of increments what is kept may be half of the heap.  So the first round comes early (ou_finalise_first), what
 * it kept is marked in increments, and then all of this again, for what has died meanwhile: whatever that reaches was
 * allocated meanwhile, too, or is marked.
 */
#include "gc/internal.h"

/* Whether one of the area said OU_FINALISE_LATER. */
static bool finalise_area(struct ou_heap *heap, struct ou_area *area)
{
    bool later = false;
    for (size_t g = 0; g < ou_group_count(area->granules); g++) {
        struct ou_group *group = ou_area_groups(area) + g;
        uintptr_t called = 0, word;
        /* Read again each time: a finaliser may free another block, which clears that one's mark. */
        while ((word = group->start & ~group->mark & group->fin & ~called) != 0) {
            uintptr_t bit = word & (~word + 1);
            size_t index = g * OU_WORD_BITS + ou_ctz(bit);
            called |= bit;
            group->fin &= ~bit;
            heap->finalisable--;
            enum ou_finalise_result result =
                heap->hooks->finalise(heap->hooks->ctx, ou_address_of(area, index));
            if (result == OU_FINALISE_KEEP) {
                heap->kept++;
                ou_mark_block(heap, area, index);
            } else if (result == OU_FINALISE_LATER && !heap->second_round) {
                group->fin |= bit;
                heap->finalisable++;
                later = true;
            }
        }
    }
    return later;
}

static bool finalise_areas(struct ou_heap *heap)
{
    bool later = false;
    for (struct ou_area *area = heap->areas; area; area = area->next)
        later |= finalise_area(heap, area);
    return later;
}

/* Whether a dead block has a finaliser. */
static bool is_any_dead(const struct ou_heap *heap)
{
    for (const struct ou_area *area = heap->finalisable ? heap->areas : NULL; area; area = area->next)
        for (size_t g = 0; g < ou_group_count(area->granules); g++) {
            const struct ou_group *group = ou_area_groups(area) + g;
            if (group->start & ~group->mark & group->fin)
                return true;
        }
    return false;
}

bool ou_finalise_first(struct ou_heap *heap)
{
    if (!is_any_dead(heap))
        return false;
    size_t before = heap->kept;
    if (heap->hooks->clear_weak)
        heap->hooks->clear_weak(heap->hooks->ctx);
    heap->second_round = false;
    finalise_areas(heap);
    return heap->kept > before;
}

void ou_finalise_dead(struct ou_heap *heap)
{
    heap->second_round = false;
    if (!finalise_areas(heap))
        return;
    if (heap->kept) {
        ou_mark_drain(heap);
        ou_mark_weak(heap);
    }
    heap->second_round = true;
    finalise_areas(heap);
}

unsigned ou_gc_finalise_round(const struct ou_heap *heap) { return 1u + heap->second_round; }
