/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Figures.  All are exact, and all are counters except the longest run.  `largest` bounds the runs other
 * than the open hole, and is exact while largest_exact says so: the sweep finds it on its way, and a release
 * that makes a longer one updates it.  When a run of that length is cut, it is only a bound: then, unless
 * the hole is longer anyway, the next request for the figure looks at the free runs, a word of granules
 * at a time, and the answer holds until a run of that length is cut again.
 */
#include "gc/internal.h"

void ou_find_largest(struct ou_heap *heap)
{
    size_t longest = 0;
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        if (area->granules - area->used <= longest)
            continue;
        for (size_t g = 0; g < ou_group_count(area->granules); g++) {
            const struct ou_group *group = ou_area_groups(area) + g;
            for (uintptr_t word = group->start & group->pin & ~group->mark; word; word &= word - 1) {
                size_t index = g * OU_WORD_BITS + ou_ctz(word),
                       length = ou_next_start(area, index + 1) - index;
                longest = OU_MAX(longest, length);
            }
        }
    }
    heap->largest = longest;
    heap->largest_exact = true;
}

void ou_gc_stats(struct ou_heap *heap, struct ou_heap_stats *out)
{
    ou_hole_count(heap);
    size_t hole = (size_t)(heap->hole_end - heap->bump) / OU_GRANULE;
    if (!heap->largest_exact && heap->largest > hole)
        ou_find_largest(heap);
    *out = (struct ou_heap_stats){.total = heap->total * OU_GRANULE,
                                  .used = heap->used * OU_GRANULE,
                                  .peak = heap->peak * OU_GRANULE,
                                  .overhead = heap->area_bytes - heap->total * OU_GRANULE,
                                  .largest = OU_MAX(heap->largest, hole) * OU_GRANULE,
                                  .areas = heap->slot_count,
                                  .pinned_last = heap->pinned,
#define COUNTER(type, name, string) .name = heap->name,
                                  OU_HEAP_COUNTERS(COUNTER)};
    memcpy(out->kinds, heap->kinds, sizeof out->kinds);
    memcpy(out->pauses, heap->pauses, sizeof out->pauses);
}

size_t ou_gc_kept(const struct ou_heap *heap) { return heap->kept; }

bool ou_gc_wanted(const struct ou_heap *heap) { return heap->wants_collect; }

/* Granules in use in [from, to), by kind of block. */
struct cell {
    size_t raw, values, foreign, total;
};

static void tell_cell(struct ou_area *area, size_t from, size_t to, struct cell *cell)
{
    size_t index = ou_previous_start(area, from), next;
    for (; index < to; index = next) {
        next = ou_next_start(area, index + 1);
        size_t overlap = OU_MIN(next, to) - OU_MAX(index, from);
        cell->total += overlap;
        if (ou_is_free_start(area, index))
            continue;
        switch (ou_block_flags(area, index, next - index) & OU_GC_KIND_MASK) {
        case OU_GC_RAW: cell->raw += overlap; break;
        case OU_GC_VALUES: cell->values += overlap; break;
        default: cell->foreign += overlap; break;
        }
    }
}

static char draw_cell(const struct cell *cell)
{
    size_t used = cell->raw + cell->values + cell->foreign;
    if (!used)
        return '.';
    if (used * 2 < cell->total)
        return ':';
    if (cell->foreign >= cell->raw && cell->foreign >= cell->values)
        return 'F';
    return cell->raw > cell->values ? 'r' : 'v';
}

size_t ou_gc_map(struct ou_heap *heap, unsigned area_number, char *out, size_t cells)
{
    ou_finish_sweep(heap);
    ou_hole_close(heap);
    struct ou_area *area = heap->areas;
    while (area && area_number--)
        area = area->next;
    if (!area || !cells)
        return 0;
    cells = OU_MIN(cells, area->granules);
    for (size_t i = 0; i < cells; i++) {
        struct cell cell = {0};
        /* i * granules may not fit a word: divide first. */
        size_t whole = area->granules / cells, more = area->granules % cells;
        size_t from = i * whole + i * more / cells, to = (i + 1) * whole + (i + 1) * more / cells;
        tell_cell(area, from, to, &cell);
        out[i] = draw_cell(&cell);
    }
    return cells;
}
