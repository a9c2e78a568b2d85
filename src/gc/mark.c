/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Marking.  A block is marked when it is met, and queued if it can refer to others.  The queue is a stack
 * of fixed size whose entries are tagged in the low bits that addresses of granules do not use:
 *
 *     block | 0          scan all of a VALUES block
 *     block | FOREIGN    scan all of a FOREIGN block, conservatively
 *     from, end | RANGE  two entries: the rest of a large VALUES block, scanned in increments so that a
 *                        list of a million does not fill the queue
 *
 * When it is full, the block is marked all the same and its area remembers the range in which blocks were
 * marked but not queued.  Once the queue is empty, every marked block in that range is scanned again,
 * until no range is left.  That is slow and rare; it ends because marks only grow.
 *
 * Marking may stop anywhere between two blocks, or two increments of a large one, and the program go on (cycle.c).
 * It must not hide a white (unmarked) block behind a black one (marked and scanned), so while heap->marking
 * stores go through the barrier of Dijkstra, Lamport and others ("On-the-fly Garbage Collection", 1978): what
 * is stored into a marked block is marked.  A marked block that is written in bulk is queued again, once, which
 * its pin bit remembers until it is scanned.  Roots have no barrier; they are visited again at the end.  A block
 * may be freed or shrunk while it is queued: entries are checked when they are taken, and a stale range only
 * ever reads memory of an area, where at worst an old word keeps a block for one cycle more.
 */
#include "gc/internal.h"

#define FOREIGN ((uintptr_t)2)
#define RANGE ((uintptr_t)1)
#define TAGS ((uintptr_t)7)
#define SLICE 64 /* words */

void ou_queue_resize(struct ou_heap *heap)
{
    /* One entry for each 64 granules, within bounds; growing must be a small part of what is free. */
    size_t capacity = OU_MIN(OU_MAX(heap->total / 64, 16), 4096), old = heap->queue_capacity;
    size_t bytes = capacity * sizeof *heap->queue;
    ou_val *queue = NULL;
    if (capacity < old &&
        !heap->queue_count) { /* in place, as this happens during a collection, which allocates nothing */
        if (capacity * 2 <= old || !heap->areas->next)
            queue = ou_outer_realloc(heap->outer, heap->queue, bytes, false);
    } else if (capacity > old && (!old || ou_outer_free_total(heap->outer, OU_MEM_VM) / 16 > bytes)) {
        queue = ou_outer_alloc(heap->outer, bytes, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM));
        if (queue) {
            if (heap->queue_count) /* a cycle is under way */
                memcpy(queue, heap->queue, heap->queue_count * sizeof *queue);
            ou_outer_free(heap->outer, heap->queue);
        }
    }
    if (!queue)
        return;
    heap->queue = queue;
    heap->queue_capacity = capacity;
}

static void overflow(struct ou_heap *heap, struct ou_area *area, size_t index)
{
    area->rescan_low = OU_MIN(area->rescan_low, index);
    area->rescan_high = OU_MAX(area->rescan_high, index);
    heap->rescan = area;
}

static inline void push(struct ou_heap *heap, struct ou_area *area, uintptr_t block, uintptr_t tag)
{
    if (OU_LIKELY(heap->queue_count < heap->queue_capacity))
        heap->queue[heap->queue_count++] = block | tag;
    else
        overflow(heap, area, ou_index_of(area, (void *)block));
}

/* Whether the block at index, whose values bit is clear, is FOREIGN. */
static inline bool is_foreign(const struct ou_group *groups, size_t index)
{
    const struct ou_group *second = groups + (index + 1) / OU_WORD_BITS;
    return second->values & ~second->start & ou_bit(index + 1);
}

void ou_mark_block(struct ou_heap *heap, struct ou_area *area, size_t index)
{
    struct ou_group *group = ou_group_at(area, index);
    uintptr_t block = (uintptr_t)ou_address_of(area, index);
    group->mark |= ou_bit(index);
    if (group->values & ou_bit(index))
        push(heap, area, block, 0);
    else if (is_foreign(ou_area_groups(area), index))
        push(heap, area, block, FOREIGN);
}

/* A value says that a block begins at this offset of the slot's area. */
static inline void mark_at(struct ou_heap *heap, const struct ou_area_ref *slot, size_t offset)
{
    size_t index = offset / OU_GRANULE;
    struct ou_group *group = ou_area_ref_groups(slot) + index / OU_WORD_BITS;
    uintptr_t bit = ou_bit(index);
    /* Met before; or, in what only an ambiguous root keeps, a reference to what was freed. */
    if (!(group->start & ~group->mark & ~group->pin & bit))
        return;
    group->mark |= bit;
    if (group->values & bit)
        push(heap, slot->area, slot->low + offset, 0);
    else if (heap->has_foreign && is_foreign(ou_area_ref_groups(slot), index))
        push(heap, slot->area, slot->low + offset, FOREIGN);
}

static inline void mark_interned(struct ou_heap *heap, ou_val v)
{
    if (ou_is_interned(v) && heap->hooks->mark_interned)
        heap->hooks->mark_interned(heap->hooks->ctx, v);
}

static inline void mark_value(struct ou_heap *heap, ou_val v)
{
    const struct ou_area_ref *slot = ou_is_ptr(v) ? ou_area_ref_find(heap, v) : NULL;
    if (slot)
        mark_at(heap, slot, v - slot->low);
    else if (!ou_is_ptr(v)) /* else it is in ROM */
        mark_interned(heap, v);
}

/* ---- the barrier ---- */

/* The group of a marked block; NULL: it is not marked, or in ROM. */
static struct ou_group *marked_group(struct ou_heap *heap, const void *block, uintptr_t *bit)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    if (!area)
        return NULL;
    size_t index = ou_index_of(area, block);
    struct ou_group *group = ou_group_at(area, index);
    *bit = ou_bit(index);
    return group->mark & *bit ? group : NULL;
}

void ou_barrier_store(struct ou_heap *heap, const void *block, ou_val v)
{
    uintptr_t bit;
    if (marked_group(heap, block, &bit))
        mark_value(heap, v);
}

void ou_barrier_bulk(struct ou_heap *heap, const void *block)
{
    uintptr_t bit;
    struct ou_group *group = block ? marked_group(heap, block, &bit) : NULL;
    if (!group || !(group->values & ~group->pin & bit))
        return;
    group->pin |= bit;
    push(heap, ou_area_find(heap, (uintptr_t)block), (uintptr_t)block, 0);
}

/* ---- scanning ---- */

/* What a block costs besides its words, in words. */
#define BLOCK_COST 4

/* Words of a block in the area `own`, where most of what they refer to lies, too. */
static size_t scan_values(struct ou_heap *heap, const struct ou_area_ref *own, const ou_val *from,
                          const ou_val *end)
{
    if (end - from > SLICE && heap->queue_count + 2 <= heap->queue_capacity) {
        heap->queue[heap->queue_count++] = (uintptr_t)(from + SLICE);
        heap->queue[heap->queue_count++] = (uintptr_t)end | RANGE;
        end = from + SLICE;
    }
    size_t words = (size_t)(end - from) + BLOCK_COST;
    for (; from < end; from++) {
        ou_val v = *from;
        if (!ou_is_ptr(v)) {
            mark_interned(heap, v);
            continue;
        }
        const struct ou_area_ref *slot = own;
        size_t offset = v - slot->low;
        if (OU_UNLIKELY(offset >= slot->size)) {
            if (v - heap->low >= heap->span || (slot = ou_area_ref_guess(heap, v)) == NULL)
                continue; /* in ROM */
            offset = v - slot->low;
        }
        mark_at(heap, slot, offset);
    }
    return words;
}

/* The words scanned. */
static size_t scan_block(struct ou_heap *heap, const struct ou_area_ref *slot, size_t index, bool foreign)
{
    if (ou_is_marking(heap)) {
        struct ou_group *group = ou_area_ref_groups(slot) + index / OU_WORD_BITS;
        if (!(group->start & group->mark & ou_bit(index)))
            return BLOCK_COST; /* freed since it was queued */
        group->pin &= ~ou_bit(index);
        foreign =
            !(group->values & ou_bit(index)); /* freed, and another now: conservatively is never wrong */
    }
    const ou_val *from = (const ou_val *)(slot->low + index * OU_GRANULE);
    const ou_val *end =
        (const ou_val *)(slot->low + ou_next_start_in(ou_area_ref_groups(slot), index + 1) * OU_GRANULE);
    if (!foreign) {
        if (OU_UNLIKELY(heap->marks_with))
            heap->hooks->mark_with(heap->hooks->ctx, ou_ptr((ou_val)from));
        return scan_values(heap, slot, from, end);
    }
    ou_gc_visit_ambiguous(heap, from, end);
    return (size_t)(end - from) + BLOCK_COST;
}

static size_t scan_entry(struct ou_heap *heap, uintptr_t entry)
{
    const struct ou_area_ref *slot = ou_area_ref_find(heap, entry);
    return scan_block(heap, slot, (entry - slot->low) / OU_GRANULE, entry & FOREIGN);
}

/* A block met in its area. */
static size_t scan_in(struct ou_heap *heap, struct ou_area *area, size_t index)
{
    bool foreign = !(ou_group_at(area, index)->values & ou_bit(index));
    return scan_block(heap, ou_area_ref_find(heap, (uintptr_t)area->low), index, foreign);
}

/* Blocks wait here between leaving the queue and being scanned, so that they are in the cache by then:
 * marking is bound by that.  A machine without a cache needs no waiting room. */
#if OU_MARK_PREFETCH
#define WAITING 8
#else
#define WAITING 1
#endif

/* Scans about *words words, and counts them down; with those spent, blocks that wait are scanned all the same. */
static void scan_queue(struct ou_heap *heap, size_t *words)
{
    uintptr_t waiting[WAITING] = {0};
    unsigned first = 0, count = 0;
    size_t left = *words;
    while ((heap->queue_count && left) || count) {
        size_t cost;
        if (heap->queue_count && left && count < WAITING) {
            uintptr_t entry = heap->queue[--heap->queue_count];
            if (entry & RANGE) {
                const ou_val *from = (const ou_val *)heap->queue[--heap->queue_count];
                cost = scan_values(heap, ou_area_ref_find(heap, (uintptr_t)from), from,
                                   (const ou_val *)(entry & ~TAGS));
            } else if (WAITING == 1) {
                cost = scan_entry(heap, entry);
            } else {
                __builtin_prefetch((void *)entry);
                waiting[(first + count++) % WAITING] = entry;
                continue;
            }
        } else {
            uintptr_t entry = waiting[first];
            first = (first + 1) % WAITING;
            count--;
            cost = scan_entry(heap, entry);
        }
        left -= OU_MIN(left, cost);
    }
    *words = left;
}

/* ---- what the queue had no room for ---- */

/* The first marked block in the area's range that can refer to others, or SIZE_MAX; the range then begins
 * behind it.  The next overflow may widen it again. */
static size_t next_rescan(struct ou_area *area, size_t *words)
{
    for (size_t index = area->rescan_low; index <= area->rescan_high;) {
        const struct ou_group *group = ou_group_at(area, index);
        uintptr_t word = group->start & group->mark & (~(uintptr_t)0 << (index % OU_WORD_BITS));
        size_t base = ou_align_down(index, OU_WORD_BITS);
        *words -= OU_MIN(*words, 1);
        for (; word; word &= word - 1) {
            index = base + ou_ctz(word);
            const struct ou_group *second = ou_group_at(area, index + 1);
            if (index > area->rescan_high)
                break;
            if (!(group->values & ou_bit(index)) && !(second->values & ~second->start & ou_bit(index + 1)))
                continue;
            area->rescan_low = index + 1;
            return index;
        }
        index = base + OU_WORD_BITS;
    }
    area->rescan_low = SIZE_MAX;
    area->rescan_high = 0;
    return SIZE_MAX;
}

/* An area with a range to rescan, or NULL. */
static struct ou_area *area_to_rescan(struct ou_heap *heap)
{
    struct ou_area *area = heap->areas;
    while (area && area->rescan_low > area->rescan_high)
        area = area->next;
    return area;
}

/* Scans such blocks until one refers to something new, or *words are spent.  False: there is none left. */
static bool rescan(struct ou_heap *heap, size_t *words)
{
    while (heap->rescan && !heap->queue_count && *words) {
        struct ou_area *area = heap->rescan;
        size_t index = area->rescan_low <= area->rescan_high ? next_rescan(area, words) : SIZE_MAX;
        if (index == SIZE_MAX) {
            heap->rescan = area_to_rescan(heap);
            continue;
        }
        size_t cost = scan_in(heap, area, index);
        *words -= OU_MIN(*words, cost);
    }
    return heap->rescan != NULL;
}

bool ou_mark_some(struct ou_heap *heap, size_t words)
{
    do
        scan_queue(heap, &words);
    while (words && !heap->queue_count && rescan(heap, &words));
    return !heap->queue_count && !heap->rescan;
}

void ou_mark_drain(struct ou_heap *heap)
{
    while (!ou_mark_some(heap, SIZE_MAX))
        ;
}

void ou_mark_foreign(struct ou_heap *heap)
{
    bool found = false;
    for (struct ou_area *area = heap->areas; heap->has_foreign && area; area = area->next)
        for (size_t g = 0; g < ou_group_count(area->granules); g++) {
            const struct ou_group *group = ou_area_groups(area) + g;
            for (uintptr_t word = group->values & ~group->start; word; word &= word - 1) {
                found = true;
                (void)scan_in(heap, area, g * OU_WORD_BITS + ou_ctz(word) - 1);
            }
        }
    heap->has_foreign = found;
}

void ou_mark_weak(struct ou_heap *heap)
{
    if (!heap->hooks->mark_weak)
        return;
    heap->marks_with = heap->hooks->mark_with != NULL;
    while (heap->hooks->mark_weak(heap->hooks->ctx))
        ou_mark_drain(heap);
    ou_mark_drain(heap);
    heap->marks_with = false;
}

void ou_gc_visit(struct ou_heap *heap, ou_val *slot) { ou_gc_visit_range(heap, slot, 1); }

void ou_gc_visit_range(struct ou_heap *heap, ou_val *first, size_t count)
{
    bool update = heap->phase == OU_PHASE_UPDATE;
    for (size_t i = 0; i < count; i++)
        if (!update)
            mark_value(heap, first[i]);
        else if (ou_is_ptr(first[i]))
            first[i] = ou_gc_forward(heap, first[i]);
}

/* A word that points into an area, perhaps into the middle of a block.  The start of the run it is in. */
static uintptr_t mark_ambiguous(struct ou_heap *heap, struct ou_area *area, uintptr_t v)
{
    size_t index = ou_previous_start(area, (v - (uintptr_t)area->low) / OU_GRANULE);
    struct ou_group *group = ou_group_at(area, index);
    uintptr_t bit = ou_bit(index);
    if (heap->phase == OU_PHASE_PIN) {
        if (!(group->pin & bit))
            ou_compact_pin(area, index);
    } else if (ou_is_marking(heap)) { /* the pin bit of a VALUES block has another meaning in a cycle */
        if (group->start & ~group->mark & ~group->pin & bit)
            ou_mark_block(heap, area, index);
        if (group->mark & ~group->values & bit)
            group->pin |= bit; /* for ou_gc_is_held */
    } else if (group->mark & bit) {
        heap->pinned += (group->pin & bit) == 0;
        group->pin |= bit;
    } else if (!(group->pin & bit)) { /* not a free run */
        heap->pinned++;
        group->pin |= bit;
        ou_mark_block(heap, area, index);
    }
    return (uintptr_t)ou_address_of(area, index);
}

/* The last long run met is remembered: a large block that refers to itself a lot would else be walked back
 * through for each word.  A stack holds dead words and, under a sanitizer, red zones. */
__attribute__((no_sanitize("address"))) void ou_gc_visit_ambiguous(struct ou_heap *heap, const void *low,
                                                                   const void *high)
{
    const uintptr_t *word = (const uintptr_t *)ou_align_up((uintptr_t)low, sizeof *word);
    uintptr_t first = heap->low, span = heap->span, run = 0, run_size = 0;
    for (; word + 1 <= (const uintptr_t *)high; word++) {
        uintptr_t v = *word;
        if (v - first >= span || v - run < run_size) {
            /* an interned string that only C code holds; the hook does not mind words that are none */
            if (ou_is_interned(v) && heap->hooks->mark_interned && heap->phase != OU_PHASE_PIN)
                heap->hooks->mark_interned(heap->hooks->ctx, v);
            continue;
        }
        struct ou_area *area = ou_area_find(heap, v);
        if (!area)
            continue;
        uintptr_t start = mark_ambiguous(heap, area, v);
        if (v - start > OU_WORD_BITS * OU_GRANULE) { /* worth remembering */
            run_size = start == run ? OU_MAX(run_size, v - start + 1) : v - start + 1;
            run = start;
        }
    }
}

bool ou_gc_is_marked(struct ou_heap *heap, ou_val v)
{
    struct ou_area *area = ou_is_ptr(v) ? ou_area_find(heap, v) : NULL;
    if (!area)
        return true;
    size_t index = ou_index_of(area, ou_ptr(v));
    return (ou_group_at(area, index)->mark & ou_bit(index)) != 0;
}

bool ou_gc_is_held(struct ou_heap *heap, const void *block)
{
    struct ou_area *area = ou_area_find(heap, (uintptr_t)block);
    size_t index = area ? ou_index_of(area, block) : 0;
    return !area || (ou_group_at(area, index)->pin & ou_bit(index)) != 0;
}
