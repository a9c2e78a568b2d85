/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Finalisers.  They run between marking and sweeping, when every dead block is still intact.  Each
 * block's mark of having one is taken before it is called, so it is called once whatever it does.  Those
 * the embedder keeps are marked at once but scanned only when all have been called: two that refer to
 * each other are both finalised in the same collection.
 */
#include "gc/internal.h"

static void finalise_area(struct ou_heap *heap, struct ou_area *area)
{
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
            if (heap->hooks->finalise(heap->hooks->ctx, ou_address_of(area, index)) == OU_FINALISE_KEEP) {
                heap->kept++;
                ou_mark_block(heap, area, index);
            }
        }
    }
}

void ou_finalise_dead(struct ou_heap *heap)
{
    for (struct ou_area *area = heap->areas; area; area = area->next)
        finalise_area(heap, area);
}
