/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of the collected heap share: reading and writing an area's bits, and the functions that
 * one file offers to the others.  Nobody outside src/gc includes it.  Positions in an area are granule
 * indices.
 */
#ifndef OURO_INCLUDED_SRC_GC_INTERNAL_H
#define OURO_INCLUDED_SRC_GC_INTERNAL_H

#include "base/base.h"
#include "gc/heap.h"

/* Blocks up to this many granules bump through the hole and give it up when it is too small for them;
 * larger ones look for a run elsewhere and leave the hole open. */
#define OU_GC_SMALL 16

static inline struct ou_group *ou_area_groups(const struct ou_area *area)
{
    return (struct ou_group *)(void *)area->high;
}

static inline struct ou_group *ou_group_at(const struct ou_area *area, size_t index)
{
    return ou_area_groups(area) + index / OU_WORD_BITS;
}

static inline uintptr_t ou_bit(size_t index) { return (uintptr_t)1 << (index % OU_WORD_BITS); }
static inline size_t ou_group_count(size_t granules) { return granules / OU_WORD_BITS + 1; }

static inline size_t ou_index_of(const struct ou_area *area, const void *p)
{
    return (size_t)((const char *)p - area->low) / OU_GRANULE;
}

static inline char *ou_address_of(const struct ou_area *area, size_t index)
{
    return area->low + index * OU_GRANULE;
}

/* The first start at or above index: thanks to the sentinel there is one. */
static inline size_t ou_next_start_in(const struct ou_group *groups, size_t index)
{
    const struct ou_group *group = groups + index / OU_WORD_BITS;
    uintptr_t word = group->start & (~(uintptr_t)0 << (index % OU_WORD_BITS));
    size_t base = ou_align_down(index, OU_WORD_BITS);
    while (!word) {
        word = (++group)->start;
        base += OU_WORD_BITS;
    }
    return base + ou_ctz(word);
}

static inline size_t ou_next_start(const struct ou_area *area, size_t index)
{
    return ou_next_start_in(ou_area_groups(area), index);
}

/* The last start at or below index; there must be one (granule 0 is one unless the hole is there). */
static inline size_t ou_previous_start(const struct ou_area *area, size_t index)
{
    const struct ou_group *group = ou_group_at(area, index);
    uintptr_t word = group->start & (~(uintptr_t)0 >> (OU_WORD_BITS - 1 - index % OU_WORD_BITS));
    size_t base = ou_align_down(index, OU_WORD_BITS);
    while (!word) {
        word = (--group)->start;
        base -= OU_WORD_BITS;
    }
    return base + ou_log2(word);
}

/* The run that begins at this start is free. */
static inline bool ou_is_free_start(const struct ou_area *area, size_t index)
{
    const struct ou_group *group = ou_group_at(area, index);
    return (group->start & group->pin & ~group->mark & ou_bit(index)) != 0;
}

/* A free run begins at index. */
static inline void ou_set_free(struct ou_area *area, size_t index)
{
    struct ou_group *group = ou_group_at(area, index);
    group->start |= ou_bit(index);
    group->pin |= ou_bit(index);
}

/* Granules of the block at index.  The open hole has no start bit, and must not be run through to find
 * the end of a block that lies below it. */
static inline size_t ou_block_granules(const struct ou_heap *heap, const struct ou_area *area, size_t index)
{
    size_t bump = area == heap->hole_area ? ou_index_of(area, heap->bump) : 0;
    if (bump <= index)
        return ou_next_start(area, index + 1) - index;
    const struct ou_group *group = ou_group_at(area, index + 1);
    uintptr_t word = group->start & (~(uintptr_t)0 << ((index + 1) % OU_WORD_BITS));
    size_t base = ou_align_down(index + 1, OU_WORD_BITS);
    while (!word) {
        base += OU_WORD_BITS;
        if (base >= bump)
            return bump - index;
        word = (++group)->start;
    }
    size_t end = base + ou_ctz(word);
    return OU_MIN(end, bump) - index;
}

/* Flags of the block at index, `granules` long. */
static inline unsigned ou_block_flags(const struct ou_area *area, size_t index, size_t granules)
{
    const struct ou_group *group = ou_group_at(area, index);
    uintptr_t bit = ou_bit(index);
    unsigned flags =
        (group->values & bit ? OU_GC_VALUES : OU_GC_RAW) | (group->fin & bit ? OU_GC_FINALISE : 0);
    if (granules < 2)
        return flags;
    group = ou_group_at(area, index + 1);
    bit = ou_bit(index + 1);
    return flags | (group->values & bit ? OU_GC_FOREIGN : 0) | (group->pin & bit ? OU_GC_LONG_LIVED : 0) |
           (group->fin & bit ? OU_GC_PINNED : 0);
}

/* area.c */
size_t ou_area_bytes(size_t granules); /* exactly what an area of so many granules takes */
size_t ou_area_fit(size_t bytes);      /* granules that an area of so many bytes holds; 0: none */
struct ou_area *ou_area_add(struct ou_heap *heap, void *memory, size_t bytes, bool owned);
/* Grows or shrinks an area of the outer heap in place to so many granules; those it loses must be free, with
 * no hole open.  False: not done. */
bool ou_area_resize(struct ou_heap *heap, struct ou_area *area, size_t granules);
/* Makes two areas of one: its first `keep` granules, and those from `from` on, a multiple of OU_WORD_BITS.  What lies
 * between them is free, and goes back to the outer heap.  False: not done. */
bool ou_area_split(struct ou_heap *heap, struct ou_area *area, size_t keep, size_t from);
void ou_area_release(struct ou_heap *heap, struct ou_area *area);
/* The slot of the area in which an address lies; NULL: it is in none.  The second function wants an address between
 * the first area and the last. */
const struct ou_area_ref *ou_area_ref_lookup(struct ou_heap *heap, uintptr_t address);
const struct ou_area_ref *ou_area_ref_guess(struct ou_heap *heap, uintptr_t address);

static inline const struct ou_area_ref *ou_area_ref_find(struct ou_heap *heap, uintptr_t address)
{
    if (OU_LIKELY(address - heap->last->low < heap->last->size))
        return heap->last;
    return ou_area_ref_lookup(heap, address);
}

static inline struct ou_area *ou_area_find(struct ou_heap *heap, uintptr_t address)
{
    const struct ou_area_ref *slot = ou_area_ref_find(heap, address);
    return slot ? slot->area : NULL;
}

/* Without a look at the area: the headers of areas of one size are far apart by just that, and so in each other's way
 * in a cache, which the slots are not. */
static inline struct ou_group *ou_area_ref_groups(const struct ou_area_ref *slot)
{
    return (struct ou_group *)(slot->low + slot->size);
}

/* alloc.c */
void ou_hole_count(struct ou_heap *heap); /* brings the counters up to date */
void ou_hole_close(struct ou_heap *heap);
void ou_hole_limit(struct ou_heap *heap); /* sets where the next look at the policy is due */
/* n granules with their start bit set and counted, other bits clear, or NULL. */
char *ou_take(struct ou_heap *heap, size_t n, bool long_lived);
void ou_cursors_reset(struct ou_heap *heap);
void ou_set_flags(struct ou_heap *heap, char *block, unsigned flags); /* of a block just taken */
size_t ou_granules_for(size_t size, unsigned flags);                  /* of a block */
/* The area of a live block; anything else is reported in debug builds and gives NULL. */
struct ou_area *ou_area_of_block(struct ou_heap *heap, const void *block);
/* Granules [from, to) at the end of a block become free. */
void ou_give_back(struct ou_heap *heap, struct ou_area *area, size_t from, size_t to);
/* Grows a block in place if what is behind it is free, or the hole. */
bool ou_grow_in_place(struct ou_heap *heap, struct ou_area *area, size_t index, size_t have, size_t want);

/* phases.c: what collections share. The heap is not the program's (until heap->collecting is cleared); nothing is queued
 * or kept; what follows marking, up to the sweep; the embedder's hook. */
void ou_collect_enter(struct ou_heap *heap);
void ou_collect_begin(struct ou_heap *heap);
void ou_collect_finalise(struct ou_heap *heap);
void ou_collect_ended(struct ou_heap *heap);
/* In stress builds: panics if it fails. */
/* A stress switch; 0 where there are none.  The whole heap is verified after a phase if a switch says so. */
#if OU_DEBUG
#define OU_STRESS(heap, field) ((heap)->stress.field)
#define OU_NOGC(heap) ((heap)->nogc)
#else
#define OU_STRESS(heap, field) ((void)(heap), 0)
#define OU_NOGC(heap) ((void)(heap), 0)
#endif
static inline void ou_check(struct ou_heap *heap, int (*verify)(struct ou_heap *))
{
    if (OU_STRESS(heap, verify_phases) && verify(heap) < 0)
        ou_port_panic(__FILE__, __LINE__, "the heap is broken");
}
void ou_note_pause(struct ou_heap *heap, uint64_t us);

/* compact.c: between cycles; best right after a collection, as dead blocks are moved like live ones. */
#define OU_COMPACT_EMPTIES 1u /* areas that are not needed are emptied into others */
#define OU_COMPACT_REGROUP \
    2u /* one free run is made as long as can be, others are filled with what was beside it */
void ou_compact(struct ou_heap *heap, unsigned how);
void ou_compact_pin(struct ou_area *area, size_t index);

/* policy/cycle.c: incremental collections. */
enum ou_cycle_phase {
    OU_CYCLE_IDLE, /* no cycle is under way */
    OU_CYCLE_MARK, /* heap->marking; marks say what was reached so far */
    OU_CYCLE_SWEEP /* some area may be unswept */
};

struct ou_sweeper {       /* sweep.c */
    struct ou_area *area; /* being swept; NULL: all are */
    size_t group;         /* of it; the groups below are swept */
    size_t longest, current;
    uintptr_t carry, carry_block; /* whether the last start below is that of a live block; of any block */
};

struct ou_cycle {
    uint8_t phase;           /* enum ou_cycle_phase */
    uint8_t finish_attempts; /* to end marking */
    bool finalised;          /* the first round of finalisers has been, and what they keep is being marked */
    bool freed;              /* heap->freed when the cycle began */
    size_t step;             /* granules that the program may allocate between two increments */
    size_t work;             /* words to mark for each granule that it allocates */
    size_t debt_counted_at;  /* heap->allocated_since_gc when the debt was last counted */
    size_t debt;             /* words that are to be marked for what the program has allocated */
    struct ou_sweeper sweep;
};

static inline unsigned ou_cycle_phase(const struct ou_heap *heap)
{
    return OU_WITH_INCREMENTS && heap->cycle ? heap->cycle->phase : OU_CYCLE_IDLE;
}

/* The granule from which on an area is unswept; SIZE_MAX: none is. */
static inline size_t ou_frontier(const struct ou_heap *heap, const struct ou_area *area)
{
    if (!OU_WITH_INCREMENTS || OU_LIKELY(!area->unswept))
        return SIZE_MAX;
    const struct ou_sweeper *s = &heap->cycle->sweep;
    return s->area == area ? s->group * OU_WORD_BITS : 0;
}

static inline uint32_t ou_pause_us(const struct ou_heap *heap)
{
    return OU_WITH_INCREMENTS ? heap->pause_us : 0;
}

/* roots.c, mark.c, finalise.c, sweep.c */
void ou_roots_ambiguous(struct ou_heap *heap);
void ou_roots_precise(struct ou_heap *heap);
void ou_mark_drain(struct ou_heap *heap);
bool ou_mark_some(struct ou_heap *heap, size_t words); /* about so many; true: nothing is left to scan */
void ou_mark_foreign(struct ou_heap *heap); /* scans marked FOREIGN blocks again: they have no barrier */
void ou_mark_weak(struct ou_heap *heap);
void ou_mark_block(struct ou_heap *heap, struct ou_area *area, size_t index);
void ou_queue_resize(struct ou_heap *heap);
/* In a cycle, everything reachable being marked: weak references are cleared and the first round of finalisers called.
 * False: none kept anything, so nothing new is to be scanned, and ou_finalise_dead may follow at once. */
bool ou_finalise_first(struct ou_heap *heap);
void ou_finalise_dead(struct ou_heap *heap);
void ou_sweep(struct ou_heap *heap);
void ou_sweep_begin(struct ou_heap *heap, struct ou_sweeper *s);
bool ou_sweep_some(struct ou_heap *heap, struct ou_sweeper *s, size_t groups); /* false: all is swept */
void ou_finish_sweep(struct ou_heap *heap); /* sweeps what is unswept: no dead block is left */
size_t ou_longest_run(uintptr_t word, size_t at_least);
void ou_find_largest(struct ou_heap *heap);

/* verify.c, shadow.c */
int ou_verify_marked(struct ou_heap *heap);
#if OU_DEBUG >= 3
void ou_shadow_create(struct ou_heap *heap, struct ou_area *area);
void ou_shadow_release(struct ou_heap *heap, struct ou_area *area);
void ou_shadow_fresh(struct ou_heap *heap, struct ou_area *area, size_t index);
void ou_shadow_finish_bulk(struct ou_heap *heap);
int ou_shadow_check(struct ou_heap *heap, struct ou_area *area, size_t index, size_t granules);
void ou_shadow_renew(struct ou_heap *heap, struct ou_area *area); /* all its blocks are fresh */
#else
static inline void ou_shadow_create(struct ou_heap *heap, struct ou_area *area) { (void)heap, (void)area; }
static inline void ou_shadow_release(struct ou_heap *heap, struct ou_area *area) { (void)heap, (void)area; }
static inline void ou_shadow_fresh(struct ou_heap *heap, struct ou_area *area, size_t index)
{
    (void)heap, (void)area, (void)index;
}
static inline void ou_shadow_finish_bulk(struct ou_heap *heap) { (void)heap; }
static inline void ou_shadow_renew(struct ou_heap *heap, struct ou_area *area) { (void)heap, (void)area; }
static inline int ou_shadow_check(struct ou_heap *heap, struct ou_area *area, size_t index, size_t granules)
{
    (void)heap, (void)area, (void)index, (void)granules;
    return 0;
}
#endif

#endif /* OURO_INCLUDED_SRC_GC_INTERNAL_H */
