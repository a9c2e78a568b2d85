/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Compaction: an atomic kind of cycle of its own.  It follows a collection at once, so every block in the
 * heap is live, all marks are clear, and the mark bitmap and the mark queue are free for other use.
 *
 *     pin        what ambiguous roots and FOREIGN blocks point into, and what must not move by its flags
 *     evacuate   blocks that change their area, or make room for the longest run: copied into free runs, the
 *                new address in the old block's first word
 *     plan       where everything else will slide to
 *     update     every reference is rewritten; no block has moved yet, but for copies
 *     slide      blocks move and their bits with them
 *
 * Sliding.  All blocks slide to the low end of their area, so what is free becomes one run at its high end,
 * which is where an area grows.  Order is kept, so the older a block, the lower it lies, and the less often it
 * moves; and no block moves across its own new neighbours, so a memmove in that order is safe.  A pinned block
 * is stepped over; what does not fit below it goes behind it.
 *
 * The plan takes no memory of its own.  The mark bitmap says which granules belong to blocks that slide
 * (`cover`), and the mark queue holds one entry for each line of 2^line_shift granules: where the line's
 * first covered granule goes.  A block is then found by
 *
 *     entry + number of cover bits of its line below it
 *
 * (Kermany and Petrank, "The Compressor", 2006, use such an offset table.)  Where a pinned block parts the
 * blocks of a line, the entry is marked COMPLEX and says where the line's first block looks for room: the
 * placing of the line is then repeated up to the block in question.  Only lines near pins are like that.
 *
 * What the bits of a start say meanwhile:
 *
 *     pin  fin  mark
 *      0    f    0     pinned: stays
 *      0    f    1     slides
 *      1    0    0     free run
 *      1    1    0     evacuated: the first word is the new address
 *
 * Tried and dropped: two-finger evacuation alone, without sliding.  It leaves a free granule here and there
 * for which no block is small enough, so no bound on the largest run could be promised.
 */
#include "gc/internal.h"

#define COMPLEX ((size_t)1)
#define NONE SIZE_MAX

/* ---- bits ---- */

/* Clears all bits of granules [from, to). */
static void clear_range(struct ou_area *area, size_t from, size_t to)
{
    while (from < to) {
        struct ou_group *group = ou_group_at(area, from);
        size_t end = OU_MIN(ou_align_down(from, OU_WORD_BITS) + OU_WORD_BITS, to);
        uintptr_t keep = ~(~(uintptr_t)0 << (from % OU_WORD_BITS));
        if (end % OU_WORD_BITS)
            keep |= ~(uintptr_t)0 << (end % OU_WORD_BITS);
        group->start &= keep;
        group->values &= keep;
        group->mark &= keep;
        group->pin &= keep;
        group->fin &= keep;
        from = end;
    }
}

static uintptr_t pinned_starts(const struct ou_group *group)
{
    return group->start & ~group->pin & ~group->mark;
}
static uintptr_t sliding_starts(const struct ou_group *group) { return group->start & group->mark; }

/* The first pinned start in [from, to), or `to`.  The sentinel is none. */
static size_t next_pinned(const struct ou_area *area, size_t from, size_t to)
{
    if (from >= to)
        return to;
    const struct ou_group *group = ou_group_at(area, from), *last = ou_group_at(area, to - 1);
    uintptr_t word = pinned_starts(group) & (~(uintptr_t)0 << (from % OU_WORD_BITS));
    while (!word) {
        if (group == last)
            return to;
        word = pinned_starts(++group);
    }
    return OU_MIN((size_t)(group - ou_area_groups(area)) * OU_WORD_BITS + ou_ctz(word), to);
}

/* ---- pinning ---- */

void ou_compact_pin(struct ou_area *area, size_t index) { ou_group_at(area, index)->mark |= ou_bit(index); }

/* FOREIGN and PINNED blocks, known by bits in their second granules; the former's words are ambiguous. */
static void pin_by_flags(struct ou_heap *heap, struct ou_area *area)
{
    for (size_t g = 0; g < ou_group_count(area->granules); g++) {
        const struct ou_group *group = ou_area_groups(area) + g;
        uintptr_t foreign = group->values & ~group->start, word = foreign | (group->fin & ~group->start);
        for (; word; word &= word - 1) {
            size_t second = g * OU_WORD_BITS + ou_ctz(word);
            ou_compact_pin(area, second - 1);
            if (foreign & ou_bit(second))
                ou_gc_visit_ambiguous(heap, ou_address_of(area, second - 1),
                                      ou_address_of(area, ou_next_start(area, second)));
        }
    }
}

static void pin(struct ou_heap *heap)
{
    heap->phase = OU_PHASE_PIN;
    ou_roots_ambiguous(heap);
    for (struct ou_area *area = heap->areas; area; area = area->next)
        pin_by_flags(heap, area);
}

bool ou_gc_is_pinned(struct ou_heap *heap, const void *block)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    return !area || (ou_group_at(area, ou_index_of(area, block))->mark & ou_bit(ou_index_of(area, block)));
}

/* ---- evacuating ---- */

/* Copies a block to a free run elsewhere.  False: there is none. */
static bool evacuate(struct ou_heap *heap, struct ou_area *area, size_t index, size_t n, unsigned flags)
{
    ou_val *old = (ou_val *)(void *)ou_address_of(area, index);
    char *copy = ou_take(heap, n, true);
    if (!copy)
        return false;
    memcpy(copy, old, n * OU_GRANULE);
    ou_set_flags(heap, copy, flags);
    struct ou_group *group = ou_group_at(area, index);
    heap->finalisable -= (group->fin & ou_bit(index)) != 0; /* the copy was counted */
    clear_range(area, index, OU_MIN(index + 2, index + n));
    group->start |= ou_bit(index);
    group->pin |= ou_bit(index);
    group->fin |= ou_bit(index);
    *old = ou_from_ptr(copy);
    area->used -= n;
    heap->used -= n;
    heap->allocated_since_gc -= n;
    heap->bytes_moved += n * OU_GRANULE;
    return true;
}

/* Whether nothing in the area is pinned. */
static bool is_unpinned(const struct ou_area *area)
{
    for (size_t g = 0; g < ou_group_count(area->granules); g++)
        if (ou_area_groups(area)[g].mark)
            return false;
    return true;
}

/* Moves every block of the area into others, as far as there is room. */
static void empty_area(struct ou_heap *heap, struct ou_area *area)
{
    for (size_t index = 0, next; index < area->granules; index = next) {
        next = ou_next_start(area, index + 1);
        if (ou_group_at(area, index)->pin & ou_bit(index))
            continue;
        if (!evacuate(heap, area, index, next - index, ou_block_flags(area, index, next - index)))
            return;
    }
}

/* Empties the areas that are not needed: in the order in which they came, areas are kept until all that is
 * live finds room in them.  Nothing is gained by emptying the embedder's own, and one with a pinned block
 * cannot be emptied. */
static void empty_areas(struct ou_heap *heap)
{
    size_t room = 0;
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        area->evacuating = room >= heap->used && area != heap->areas && area->memory && is_unpinned(area);
        room += area->evacuating ? 0 : area->granules;
    }
    for (struct ou_area *area = heap->areas; area; area = area->next)
        if (area->evacuating && area->used)
            empty_area(heap, area);
    for (struct ou_area *area = heap->areas; area; area = area->next)
        area->evacuating = false;
}

/* A free run, and the stretch between two pinned blocks that it lies in. */
struct gap {
    struct ou_area *area;
    size_t at, end, low, high;
};

static bool is_movable(const struct ou_area *area, size_t index)
{
    const struct ou_group *group = ou_group_at(area, index);
    return (group->start & ~group->pin & ~group->mark & ou_bit(index)) != 0;
}

/* The run that can become the longest: at most all of its stretch. */
static struct gap widest_gap(struct ou_heap *heap)
{
    struct gap best = {0};
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        struct gap gap = {area, 0, 0, 0, 0}; /* the longest run of this stretch */
        for (size_t at = 0, next; at <= area->granules; at = next) {
            next = at < area->granules ? ou_next_start(area, at + 1) : at + 1;
            if (at == area->granules || !(is_movable(area, at) || ou_is_free_start(area, at))) {
                gap.high = at;
                if (gap.end > gap.at && gap.high - gap.low > best.high - best.low)
                    best = gap;
                gap.at = gap.end = 0;
                gap.low = next;
            } else if (ou_is_free_start(area, at) && next - at > gap.end - gap.at) {
                gap.at = at;
                gap.end = next;
            }
        }
    }
    return best;
}

static void mark_copy(struct ou_heap *heap, const struct ou_area *old_area, size_t old, bool on)
{
    const char *copy = ou_ptr(*(const ou_val *)(const void *)ou_address_of(old_area, old));
    struct ou_area *area = ou_area_find(heap, (uintptr_t)copy);
    size_t index = ou_index_of(area, copy);
    struct ou_group *group = ou_group_at(area, index);
    group->mark = on ? group->mark | ou_bit(index) : group->mark & ~ou_bit(index);
}

/* Moves every step-th block of [low, high), from the high end down, into free runs as far as there is room.  Copies
 * pose as pinned meanwhile, since a block moves once. */
static void scatter(struct ou_heap *heap, struct ou_area *area, size_t low, size_t high, unsigned step)
{
    for (size_t index = high; index > low;) {
        size_t end = index;
        index = ou_previous_start(area, index - 1);
        if (index % step == 0 && is_movable(area, index) &&
            evacuate(heap, area, index, end - index, ou_block_flags(area, index, end - index)))
            mark_copy(heap, area, index, true);
    }
    for (size_t index = low; index < high; index = ou_next_start(area, index + 1)) {
        const struct ou_group *group = ou_group_at(area, index);
        if (group->start & group->pin & group->fin & ou_bit(index))
            mark_copy(heap, area, index, false);
    }
}

/* Pins have kept the free space apart.  The run that can become the longest poses as pinned, and what lies in its
 * stretch is moved into other runs, wherever they are. */
static void regroup(struct ou_heap *heap)
{
    struct gap gap = widest_gap(heap);
    struct ou_area *area = gap.area;
    if (!area)
        return;
    size_t n = gap.end - gap.at;
    struct ou_group *group = ou_group_at(area, gap.at);
    group->pin &= ~ou_bit(gap.at);
    group->mark |= ou_bit(gap.at);
    area->used += n;
    heap->used += n;
    scatter(heap, area, gap.low, gap.high, 1);
    group->pin |= ou_bit(gap.at);
    group->mark &= ~ou_bit(gap.at);
    area->used -= n;
    heap->used -= n;
}

/* ---- placing ---- */

/* A place for n granules at or above `from`, as low as possible; nothing pinned begins below `from` and ends
 * above it. */
static size_t place(const struct ou_area *area, size_t from, size_t n)
{
    for (;;) {
        size_t at = next_pinned(area, from, from + n);
        if (at == from + n)
            return from;
        from = ou_next_start(area, at + 1);
    }
}

/* ---- planning ---- */

static size_t line_granules(const struct ou_heap *heap) { return (size_t)1 << heap->line_shift; }

static size_t lines_of(const struct ou_heap *heap, const struct ou_area *area)
{
    return (area->granules >> heap->line_shift) + 1;
}

/* Cover bits of [from, to). */
static size_t count_cover(const struct ou_area *area, size_t from, size_t to)
{
    size_t count = 0;
    for (; from < to; from = ou_align_down(from, OU_WORD_BITS) + OU_WORD_BITS) {
        uintptr_t word = ou_group_at(area, from)->mark & (~(uintptr_t)0 << (from % OU_WORD_BITS));
        if (to - ou_align_down(from, OU_WORD_BITS) < OU_WORD_BITS)
            word &= ~(~(uintptr_t)0 << (to % OU_WORD_BITS));
        count += ou_popcount(word);
    }
    return count;
}

/* Turns the marks of pinned starts into the cover of all blocks that slide. */
static void cover_area(struct ou_area *area)
{
    uintptr_t carry = 0;
    for (size_t g = 0; g < ou_group_count(area->granules); g++) {
        struct ou_group *group = ou_area_groups(area) + g;
        uintptr_t starts = group->start, rest = ~starts, slides = starts & ~group->pin & ~group->mark;
        if (g == area->granules / OU_WORD_BITS)
            slides &= ~ou_bit(area->granules);          /* the sentinel */
        uintptr_t sum = ((slides << 1) | carry) + rest; /* as in sweep.c */
        group->mark = slides | ((sum ^ rest) & rest);
        if (starts)
            carry = (slides >> ou_log2(starts)) & 1;
    }
}

/* The first start of a block that slides in [from, to), or `to`. */
static size_t next_sliding(const struct ou_area *area, size_t from, size_t to)
{
    while (from < to) {
        uintptr_t word = sliding_starts(ou_group_at(area, from)) & (~(uintptr_t)0 << (from % OU_WORD_BITS));
        if (word)
            return OU_MIN(ou_align_down(from, OU_WORD_BITS) + ou_ctz(word), to);
        from = ou_align_down(from, OU_WORD_BITS) + OU_WORD_BITS;
    }
    return to;
}

/* The last one in [from, to), or NONE. */
static size_t previous_sliding(const struct ou_area *area, size_t from, size_t to)
{
    while (to > from) {
        size_t base = ou_align_down(to - 1, OU_WORD_BITS);
        uintptr_t word = sliding_starts(ou_group_at(area, base)) &
                         (~(uintptr_t)0 >> (OU_WORD_BITS - 1 - (to - 1) % OU_WORD_BITS));
        if (word) {
            size_t at = base + ou_log2(word);
            return at >= from ? at : NONE;
        }
        to = base;
    }
    return NONE;
}

/* Plans the line [from, to); `cursor` is where its first may go.  The new cursor. */
static size_t plan_line(struct ou_area *area, size_t from, size_t to, size_t cursor, ou_val *entry)
{
    size_t first = next_sliding(area, from, to), begin = cursor;
    if (first == to)
        return cursor;
    size_t last = previous_sliding(area, first, to), end = ou_next_start(area, last + 1);
    size_t tail = count_cover(area, from, first), n = count_cover(area, first, end);
    size_t at = next_pinned(area, cursor, cursor + n);
    if (at == cursor + n) {
        *entry = (cursor - tail) << 1;
        return cursor + n;
    }
    for (size_t index = first; index < to; index = next_sliding(area, index + 1, to)) {
        n = ou_next_start(area, index + 1) - index;
        cursor = place(area, cursor, n) + n;
    }
    *entry = begin << 1 | COMPLEX;
    return cursor;
}

static void plan_area(struct ou_heap *heap, struct ou_area *area)
{
    ou_val *entries = heap->queue + area->first_line, line = line_granules(heap), cursor = 0;
    size_t lines = lines_of(heap, area);
    cover_area(area);
    for (size_t i = 0; i < lines; i++)
        cursor = plan_line(area, i * line, OU_MIN((i + 1) * line, area->granules), cursor, &entries[i]);
}

/* Where the block at index goes, by placing its line again from where that looked for room. */
static size_t replay(const struct ou_heap *heap, const struct ou_area *area, size_t index, size_t cursor)
{
    size_t line = line_granules(heap), from = ou_align_down(index, line);
    size_t to = OU_MIN(from + line, area->granules);
    for (size_t i = next_sliding(area, from, to);; i = next_sliding(area, i + 1, to)) {
        size_t n = ou_next_start(area, i + 1) - i, at = place(area, cursor, n);
        if (i == index)
            return at;
        cursor = at + n;
    }
}

/* Lines are as short as the queue allows, at least 64 granules.  False: too many areas for it. */
static bool plan(struct ou_heap *heap)
{
    heap->line_shift = 6;
    for (;; heap->line_shift++) {
        size_t lines = 0;
        for (struct ou_area *area = heap->areas; area; area = area->next)
            lines += lines_of(heap, area);
        if (lines <= heap->queue_capacity)
            break;
        if (heap->slot_count > heap->queue_capacity)
            return false;
    }
    size_t lines = 0;
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        area->first_line = lines;
        lines += lines_of(heap, area);
        plan_area(heap, area);
    }
    return true;
}

/* ---- updating ---- */

void *ou_gc_contents(struct ou_heap *heap, const void *block)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    if (area && heap->phase == OU_PHASE_UPDATE) {
        size_t index = ou_index_of(area, block);
        const struct ou_group *group = ou_group_at(area, index);
        if (group->start & group->pin & group->fin & ou_bit(index))
            return ou_ptr(*(const ou_val *)block);
    }
    return (void *)(uintptr_t)block;
}

ou_val ou_gc_forward(struct ou_heap *heap, ou_val v)
{
    struct ou_area *area = ou_is_ptr(v) ? ou_area_find(heap, v) : NULL;
    if (!area || heap->phase != OU_PHASE_UPDATE)
        return v;
    size_t index = ou_index_of(area, ou_ptr(v));
    const struct ou_group *group = ou_group_at(area, index);
    uintptr_t bit = ou_bit(index);
    if (OU_UNLIKELY(group->start & group->pin & group->fin & bit)) {
        v = *(const ou_val *)ou_ptr(v);
        area = ou_area_find(heap, v);
        index = ou_index_of(area, ou_ptr(v));
        group = ou_group_at(area, index);
        bit = ou_bit(index);
    }
    if (!(group->start & group->mark & bit))
        return v;
    ou_val entry = heap->queue[area->first_line + (index >> heap->line_shift)];
    if (OU_UNLIKELY(entry & COMPLEX))
        return ou_from_ptr(ou_address_of(area, replay(heap, area, index, entry >> 1)));
    size_t line = ou_align_down(index, line_granules(heap)),
           at = (entry >> 1) + ou_popcount(group->mark & (bit - 1));
    for (const struct ou_group *g = ou_group_at(area, line); g < group; g++)
        at += ou_popcount(g->mark);
    return ou_from_ptr(ou_address_of(area, at));
}

void *ou_gc_forward_inside(struct ou_heap *heap, const void *p)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)p);
    if (!area)
        return (void *)(uintptr_t)p;
    const char *block = ou_address_of(area, ou_previous_start(area, ou_index_of(area, p)));
    return (char *)ou_ptr(ou_gc_forward(heap, ou_from_ptr(block))) + ((const char *)p - block);
}

static void update_area(struct ou_heap *heap, struct ou_area *area)
{
    for (size_t g = 0; g < ou_group_count(area->granules); g++) {
        const struct ou_group *group = ou_area_groups(area) + g;
        for (uintptr_t word = group->start & group->values & ~group->pin; word; word &= word - 1) {
            size_t index = g * OU_WORD_BITS + ou_ctz(word);
            ou_gc_visit_range(heap, (ou_val *)(void *)ou_address_of(area, index),
                              2 * (ou_next_start(area, index + 1) - index));
        }
    }
}

static void update(struct ou_heap *heap)
{
    heap->phase = OU_PHASE_UPDATE;
    ou_roots_precise(heap);
    for (struct ou_area *area = heap->areas; area; area = area->next)
        update_area(heap, area);
    if (heap->hooks->update)
        heap->hooks->update(heap->hooks->ctx);
}

/* ---- sliding ---- */

/* Granules [from, to) become free, but for pinned blocks. */
static void finish(struct ou_area *area, size_t from, size_t to)
{
    while (from < to) {
        size_t at = next_pinned(area, from, to), next = at < to ? ou_next_start(area, at + 1) : to;
        if (from < at) {
            clear_range(area, from, at);
            ou_set_free(area, from);
        }
        from = next;
    }
}

/* Moves a block of n granules and its bits. */
static void slide(struct ou_heap *heap, struct ou_area *area, size_t from, size_t to, size_t n)
{
    unsigned flags = ou_block_flags(area, from, n);
    /* pin of the second granule, and no free run begins at the first: ou_block_flags holds */
    memmove(ou_address_of(area, to), ou_address_of(area, from), n * OU_GRANULE);
    clear_range(area, to, to + n);
    struct ou_group *group = ou_group_at(area, to);
    group->start |= ou_bit(to);
    group->values |= (flags & OU_GC_KIND_MASK) == OU_GC_VALUES ? ou_bit(to) : 0;
    group->fin |= flags & OU_GC_FINALISE ? ou_bit(to) : 0;
    if (flags & OU_GC_LONG_LIVED)
        ou_group_at(area, to + 1)->pin |= ou_bit(to + 1);
    heap->bytes_moved += n * OU_GRANULE;
}

/* The granules below the cursor have their new bits; those between it and the block in hand keep their old
 * ones until the cursor has passed, as pins are read from them. */
static void slide_area(struct ou_heap *heap, struct ou_area *area)
{
    size_t cursor = 0, end = area->granules;
    for (size_t index = next_sliding(area, 0, end), next; index < end; index = next) {
        size_t n = ou_next_start(area, index + 1) - index, to = place(area, cursor, n);
        next = next_sliding(area, index + n, end);
        finish(area, cursor, to);
        if (to != index)
            slide(heap, area, index, to, n);
        cursor = to + n;
    }
    finish(area, cursor, end);
    for (size_t g = 0; g < ou_group_count(end); g++)
        ou_area_groups(area)[g].mark = 0;
    for (size_t index = 0, next; OU_STRESS(heap, poison) && index < area->granules; index = next) {
        next = ou_next_start(area, index + 1);
        if (ou_is_free_start(area, index))
            memset(ou_address_of(area, index), 0xa5, (next - index) * OU_GRANULE);
    }
}

/* ---- the whole ---- */

/* Where nothing slides, what was evacuated becomes free: every other block keeps its place. */
static void free_evacuated(struct ou_area *area) { finish(area, 0, area->granules); }

static void clear_marks(struct ou_heap *heap)
{
    for (struct ou_area *area = heap->areas; area; area = area->next)
        for (size_t g = 0; g < ou_group_count(area->granules); g++)
            ou_area_groups(area)[g].mark = 0;
}

OU_NOINLINE void ou_compact(struct ou_heap *heap, unsigned how)
{
    __builtin_unwind_init();
    uint64_t started = ou_port_ticks_us();
    ou_assert_api(!heap->collecting && heap->phase == OU_PHASE_IDLE);
    ou_hole_close(heap);
    pin(heap);
    if (heap->hooks->before_move)
        heap->hooks->before_move(heap->hooks->ctx);
    heap->collecting = true;
    ou_cursors_reset(heap);
    if (how & OU_COMPACT_EMPTIES)
        empty_areas(heap);
    if (how & OU_COMPACT_REGROUP)
        regroup(heap);
    if (!how && OU_STRESS(heap, move)) { /* sliding alone leaves dense blocks where they are */
        struct ou_area *area = heap->areas;
        for (unsigned i = heap->kinds[OU_GC_COMPACTION] % heap->slot_count; i; i--)
            area = area->next;
        scatter(heap, area, 0, area->granules, 2);
    }
    ou_hole_close(heap); /* it was opened for copies */
    bool planned = plan(heap);
    if (!planned)
        clear_marks(heap);
    update(heap);
    heap->phase = OU_PHASE_IDLE;
    for (struct ou_area *area = heap->areas; area; area = area->next) {
        if (planned)
            slide_area(heap, area);
        else
            free_evacuated(area);
        area->rescan_low = SIZE_MAX;
        area->rescan_high = 0;
        ou_shadow_renew(heap, area);
    }
    heap->collecting = false;
    heap->kinds[OU_GC_COMPACTION]++;
    ou_find_largest(heap);
    ou_cursors_reset(heap);
    ou_check(heap, ou_gc_verify);
    ou_note_pause(heap, ou_port_ticks_us() - started);
    ou_gc_wipe_stack();
    __asm__ volatile("" ::: "memory"); /* no tail call: the frame must outlast the scan */
}
