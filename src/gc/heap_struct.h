/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The heap's state and the functions short enough to be inlined.  Included by gc/heap.h; embedders
 * embed struct ou_heap and touch none of its members.
 *
 * An area is: struct ou_area, its granules, its groups; in this order, so that it can grow and shrink in
 * place without a block moving.  A group holds one word of each bitmap, that is
 * the bits of OU_WORD_BITS granules, next to each other because they are used together.  What the bits
 * of a granule say:
 *
 *     start  values  mark  pin  fin
 *       1      v      0     0    f     first granule of a live block; v: VALUES, else RAW or FOREIGN; f: has
 *                                      a finaliser
 *       1      v      1     p    f     the same, marked: during a collection only.  p: pinned by an ambiguous
 *                                      root; in an incremental cycle: written to in bulk since it was scanned
 *       1      0      0     1    0     first granule of a free run
 *       0      x      0     l    n     second granule of a block: x FOREIGN, l LONG_LIVED, n PINNED
 *       0      0      0     0    0     any other granule
 *
 * so a block that is FOREIGN, LONG_LIVED or PINNED has at least two granules.  The granule behind the
 * last one has a start bit, as a sentinel: the size of a block or run is the distance to the next start.
 *
 * One free run, the hole, is open: allocation bumps through [bump, hole_end), and no bit of it is set,
 * not even a start.  Whatever looks at more than one block closes it first (ou_hole_close).
 */
#ifndef OURO_INCLUDED_SRC_GC_HEAP_STRUCT_H
#define OURO_INCLUDED_SRC_GC_HEAP_STRUCT_H

#include "gc/heap.h"

#define OU_GRANULE (2 * sizeof(ou_val))

struct ou_group {
    uintptr_t start, values, mark, pin, fin;
};

struct ou_area {
    char *low, *high; /* its granules */
    size_t granules;
    size_t used; /* granules in live blocks, those in the open hole not counted */
    union {
        struct {
            size_t rescan_low,
                rescan_high; /* marked blocks in this range were not queued; empty: low > high */
        };
        size_t first_line; /* during a compaction: its entries of the plan */
    };
    struct ou_area *next; /* oldest first; the first area is never given back */
    void *memory;         /* of the outer heap; NULL: the embedder's */
    bool evacuating;      /* being emptied: nothing is allocated here */
    bool unswept;         /* dead blocks may be in it: a sweep in increments has not passed it (sweep.c) */
#if OU_DEBUG >= 3
    ou_val *shadow;   /* what VALUES blocks contain as far as the barrier knows; may be NULL */
    uintptr_t *fresh; /* a bit per granule: block not yet in the shadow */
#endif
};

struct ou_area_ref { /* areas in order of address */
    uintptr_t low, size;
    struct ou_area *area;
};

enum ou_phase {
    OU_PHASE_IDLE,
    OU_PHASE_PIN,   /* compaction: ambiguous roots pin, and mark nothing */
    OU_PHASE_UPDATE /* compaction: references are rewritten */
};

struct ou_cursor {
    struct ou_area *area;
    size_t index;
};

#define OU_HEAP_INLINE_REFS 3

struct ou_heap {
    /* The hole.  limit <= hole_end: when it is reached, something is due (pace, stress, lock). */
    char *bump, *limit, *hole_end;
    char *hole_data;              /* the low end of its area ... */
    struct ou_group *hole_groups; /* ... and its groups */
    char *hole_counted;           /* allocations below this are in the counters */
    struct ou_area *hole_area;    /* NULL: no hole is open */

    struct ou_outer *outer;
    const struct ou_heap_hooks *hooks;
    struct ou_root_provider *roots;

    /* Areas. */
    struct ou_area *areas;
    uintptr_t low, span;            /* all areas lie in [low, low + span) */
    const struct ou_area_ref *last; /* the last answer of ou_area_find */
    struct ou_area_ref *slots;
    uint16_t
        *pages; /* by the low bits of a page: which slot its areas begin with, as a guess; NULL: few areas */
    uint32_t page_mask; /* these bits */
    uint16_t slot_count, slot_capacity;
    uint8_t page_shift;
    bool can_scan_stack;
    bool enabled;
    bool collecting;
    bool second_round;  /* of finalisers */
    uint8_t phase;      /* enum ou_phase */
    uint8_t line_shift; /* during a compaction: granules that an entry of its plan stands for, log2 */
    bool marking; /* a cycle in increments is between its first root and its last: stores tell the barrier */
    struct ou_area_ref inline_refs[OU_HEAP_INLINE_REFS + 1];

    /* Free space. */
    struct ou_cursor small, large, lowest; /* where the next search of each sort begins */
    size_t largest;                        /* no run but the hole is longer than this many granules ... */
    bool largest_exact;                    /* ... and one is as long, or this is 0 */
    bool wants_collect;                    /* a collection is due that could not be done */
    bool freed;       /* by hand since the last collection: dead blocks may refer to it */
    bool has_foreign; /* there may be FOREIGN blocks, which are written without a barrier */
    bool marks_with;  /* hooks.mark_with is called */
    uint16_t locked;

    /* Figures, in granules unless they say otherwise. */
    size_t total, used, peak;
    size_t allocated_since_gc; /* allocated since the last collection */
    size_t pace;               /* collect when `allocated_since_gc` reaches this */
    size_t finalisable;        /* blocks with a finaliser */
    size_t kept;               /* blocks whose finaliser said OU_FINALISE_KEEP last time */
    size_t threshold_bytes, max_bytes, area_bytes;
    size_t longest_runs_total; /* the longest free run of each area together, as of the last sweep */
    OU_HEAP_COUNTERS(OU_COUNTER_FIELD)
    uint32_t defragmented_at; /* collections, when what is free was last put in order */
    uint32_t full_us;         /* what the last collection at once took */
    uint32_t kinds[OU_GC_KINDS], pauses[OU_GC_PAUSE_SLOTS];
    size_t pinned;

    /* Marking. */
    ou_val *queue;
    size_t queue_count, queue_capacity;
    struct ou_area *rescan;                  /* an area with a range to rescan; NULL: none has */
    const struct ou_heap_observer *observer; /* or NULL */
    ou_val *pins;                            /* of ou_gc_pin: a block once for each call */
    uint16_t pin_count, pin_capacity;
    uint32_t pause_us;
    struct ou_cycle *cycle; /* collections in increments (cycle.c); NULL while gc.pause is 0 */
    const void *keep;       /* a block that the heap itself holds on to during an allocation */
#if OU_DEBUG
    struct ou_gc_stress stress;
    unsigned nogc; /* depth of ou_gc_nogc_begin: a collection now is a bug */
#endif
#if OU_DEBUG >= 3
    void *bulk; /* announced by ou_store_bulk, not yet in the shadow */
#endif
};

#if OU_DEBUG >= 3
void ou_shadow_store(struct ou_heap *heap, void *block, ou_val *slot, ou_val v);
void ou_shadow_bulk(struct ou_heap *heap, void *block);
#endif

/* What the inline functions do while a cycle is marking. */
void ou_barrier_store(struct ou_heap *heap, const void *block, ou_val v);
void ou_barrier_bulk(struct ou_heap *heap, const void *block);

static inline bool ou_is_marking(const struct ou_heap *heap) { return OU_WITH_INCREMENTS && heap->marking; }

static inline void ou_store(struct ou_heap *heap, void *block, ou_val *slot, ou_val v)
{
    *slot = v;
    if (__builtin_expect(ou_is_marking(heap), 0))
        ou_barrier_store(heap, block, v);
#if OU_DEBUG >= 3
    ou_shadow_store(heap, block, slot, v);
#endif
}

static inline void ou_store_bulk(struct ou_heap *heap, void *block)
{
    if (__builtin_expect(ou_is_marking(heap), 0))
        ou_barrier_bulk(heap, block);
#if OU_DEBUG >= 3
    if (block) /* the items of an empty list are announced, too */
        ou_shadow_bulk(heap, block);
#else
    (void)block;
#endif
}

/* Brackets code that holds references where no root provider sees them: debug builds stop at a
 * collection in between.  Nests. */
static inline void ou_gc_nogc_begin(struct ou_heap *heap)
{
#if OU_DEBUG
    heap->nogc++;
#else
    (void)heap;
#endif
}

static inline void ou_gc_nogc_end(struct ou_heap *heap)
{
#if OU_DEBUG
    heap->nogc--;
#else
    (void)heap;
#endif
}

/* ou_gc_alloc for hot places with a small constant size and a plain kind (RAW or VALUES): bumps inline,
 * and calls ou_gc_alloc when that does not do.  May collect. */
static inline void *ou_gc_alloc_fast(struct ou_heap *heap, size_t size, unsigned kind)
{
    size_t bytes = (size + OU_GRANULE - 1) & ~(OU_GRANULE - 1);
    char *block = heap->bump;
    if (__builtin_expect((size_t)(heap->limit - block) < bytes, 0))
        return ou_gc_alloc(heap, size, kind);
    heap->bump = block + bytes;
    size_t index = (size_t)(block - heap->hole_data) / OU_GRANULE;
    struct ou_group *group = heap->hole_groups + index / OU_WORD_BITS;
    uintptr_t bit = (uintptr_t)1 << (index % OU_WORD_BITS);
    group->start |= bit;
    if (kind == OU_GC_VALUES) {
        group->values |= bit;
        for (ou_val *w = (ou_val *)block, *end = (ou_val *)(block + bytes); w != end; w += 2)
            w[0] = w[1] = OU_ABSENT;
    }
    return block;
}

#endif /* OURO_INCLUDED_SRC_GC_HEAP_STRUCT_H */
