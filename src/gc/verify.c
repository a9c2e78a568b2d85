/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The verifier: every invariant of the heap, block by block.  It reports the first that does not hold,
 * with the address of the block.  Compiled into every build, because a port may want to call it; nothing
 * calls it in builds without OU_DEBUG.
 */
#include "gc/internal.h"

/* What is wrong, and where. */
static int broken(const char *text, const void *block)
{
    char line[160];
    size_t n = strlen(text);
    n = OU_MIN(n, sizeof line - 32);
    memcpy(line, "heap: ", 6);
    memcpy(line + 6, text, n);
    char *out = line + 6 + n;
    memcpy(out, " at 0x", 6);
    out += 6;
    for (int shift = OU_WORD_BITS - 4; shift >= 0; shift -= 4)
        *out++ = "0123456789abcdef"[((uintptr_t)block >> shift) & 15];
    *out = 0;
    ou_port_report(line);
    return -1;
}

/* Bits that granules [from, to) have in any of the bitmaps, start aside. */
static bool has_bits(const struct ou_area *area, size_t from, size_t to)
{
    for (; from < to; from++) {
        const struct ou_group *g = ou_group_at(area, from);
        if ((g->values | g->mark | g->pin | g->fin) & ou_bit(from))
            return true;
    }
    return false;
}

static int verify_words(struct ou_heap *heap, const ou_val *word, const ou_val *end, const void *block)
{
    for (; word < end; word++) {
        if (!ou_is_ptr(*word))
            continue;
        struct ou_area *area = ou_area_find(heap, *word);
        if (area && !ou_gc_is_block(heap, ou_ptr(*word)))
            return broken("a VALUES block refers to what is no live block,", block);
    }
    return 0;
}

static int verify_block(struct ou_heap *heap, struct ou_area *area, size_t index, size_t n)
{
    const char *block = ou_address_of(area, index);
    const struct ou_group *g = ou_group_at(area, index);
    unsigned flags = ou_block_flags(area, index, n), kind = flags & OU_GC_KIND_MASK;
    bool unswept = index >= ou_frontier(heap, area), marked = (g->mark & ou_bit(index)) != 0;
    if (marked && !unswept && !heap->marking)
        return broken("a mark outlived its collection,", block);
    if ((g->pin & ou_bit(index)) && !marked)
        return broken("a pin outlived its collection,", block);
    if (kind == OU_GC_KIND_MASK)
        return broken("a block has two kinds,", block);
    if (n > 1 && (ou_group_at(area, index + 1)->mark & ou_bit(index + 1)))
        return broken("a mark inside a block,", block);
    if (n > 2 && has_bits(area, index + 2, index + n))
        return broken("bits inside a block,", block);
    if (kind != OU_GC_VALUES || (unswept && !marked))
        return 0;
    const ou_val *words = (const ou_val *)(const void *)block;
    bool freed = heap->freed || (ou_cycle_phase(heap) && heap->cycle->freed);
    if (!freed && verify_words(heap, words, words + 2 * n, block) < 0)
        return -1;
    if (ou_shadow_check(heap, area, index, n) < 0)
        return broken("a store bypassed the barrier,", block);
    return 0;
}

static int verify_free(struct ou_heap *heap, struct ou_area *area, size_t index, size_t n)
{
    const struct ou_group *g = ou_group_at(area, index);
    if ((g->values | g->mark | g->fin) & ou_bit(index))
        return broken("bits at the start of a free run,", ou_address_of(area, index));
    if (has_bits(area, index + 1, index + n))
        return broken("bits inside a free run,", ou_address_of(area, index));
    if (index + n < area->granules && index + n != ou_frontier(heap, area) &&
        ou_is_free_start(area, index + n))
        return broken("two free runs touch,", ou_address_of(area, index));
    return 0;
}

struct sums {
    size_t used, longest, finalisable, total, granules_in_use;
};

static int verify_area(struct ou_heap *heap, struct ou_area *area, struct sums *sums)
{
    size_t granules = area->granules, used = 0, frontier = ou_frontier(heap, area);
    struct ou_group *last = ou_group_at(area, granules);
    if (!(ou_area_groups(area)->start & 1))
        return broken("an area does not begin with a block or a run,", area);
    if ((last->start >> (granules % OU_WORD_BITS)) != 1)
        return broken("an area's sentinel is overwritten,", area);
    for (size_t index = 0, next; index < granules; index = next) {
        next = ou_next_start(area, index + 1);
        if (ou_is_free_start(area, index)) {
            sums->longest = OU_MAX(sums->longest, next - index);
            if (index < frontier && frontier < next)
                return broken("a free run crosses the frontier of the sweep,", ou_address_of(area, index));
            if (verify_free(heap, area, index, next - index) < 0)
                return -1;
            continue;
        }
        used += next - index;
        sums->finalisable += (ou_group_at(area, index)->fin & ou_bit(index)) != 0;
        if (verify_block(heap, area, index, next - index) < 0)
            return -1;
    }
    if (used != area->used)
        return broken("the count of used granules of an area is wrong,", area);
    const struct ou_area_ref *slot = ou_area_ref_lookup(heap, (uintptr_t)area->low);
    if (!slot || slot->area != area || ou_area_ref_groups(slot) != ou_area_groups(area) ||
        ou_area_ref_lookup(heap, (uintptr_t)area->high - 1) != slot)
        return broken("an area is not found by its addresses,", area);
    sums->used += used;
    sums->total += granules;
    return 0;
}

int ou_gc_verify(struct ou_heap *heap)
{
    struct sums sums = {0};
    if (heap->collecting)
        return broken("verify is called during a collection,", heap);
    ou_hole_close(heap);
    for (struct ou_area *area = heap->areas; area; area = area->next)
        if (area->unswept && ou_cycle_phase(heap) != OU_CYCLE_SWEEP)
            return broken("an area was never swept,", area);
    for (struct ou_area *area = heap->areas; area; area = area->next)
        if (verify_area(heap, area, &sums) < 0)
            return -1;
    if (sums.used != heap->used || sums.total != heap->total)
        return broken("the heap's counters are wrong,", heap);
    if (sums.finalisable != heap->finalisable)
        return broken("the count of finalisers is wrong,", heap);
    if (sums.longest > heap->largest || (heap->largest_exact && sums.longest != heap->largest))
        return broken("the longest free run is wrong,", heap);
    return 0;
}

static int verify_marked_words(struct ou_heap *heap, const ou_val *word, const ou_val *end, const void *block)
{
    for (; word < end; word++)
        if (ou_is_ptr(*word) && !ou_gc_is_marked(heap, *word) &&
            (!heap->freed || ou_gc_is_block(heap, ou_ptr(*word))))
            return broken("a marked block refers to one that is not,", block);
    return 0;
}

/* Between marking and sweeping: marks are closed under reference. */
int ou_verify_marked(struct ou_heap *heap)
{
    for (struct ou_area *area = heap->areas; area; area = area->next)
        for (size_t index = 0, next; index < area->granules; index = next) {
            next = ou_next_start(area, index + 1);
            const struct ou_group *g = ou_group_at(area, index);
            const ou_val *words = (const ou_val *)(void *)ou_address_of(area, index);
            if ((g->mark & g->values & ou_bit(index)) &&
                verify_marked_words(heap, words, words + 2 * (next - index), words) < 0)
                return -1;
        }
    return 0;
}
