/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The collected heap, as its embedder sees it.
 *
 * Block kinds (law 3): RAW is bytes, never scanned; VALUES has an ou_val in every word; FOREIGN is
 * scanned conservatively and never moves.  A block is identified by the address of its first byte,
 * which is aligned to a granule (two machine words).
 *
 * Unless a contract says otherwise, a function here does not collect.  "May collect" means that
 * every block not reachable from a root (the C stack and registers are roots) may be reclaimed, and
 * every block may move that is not pinned: not OU_GC_PINNED, not held by ou_gc_pin, and neither the C
 * stack nor registers nor a FOREIGN block point into it.  Values and precise roots are rewritten then;
 * whatever else remembers an address must be rewritten by hooks.update.
 */
#ifndef OURO_INCLUDED_SRC_GC_HEAP_H
#define OURO_INCLUDED_SRC_GC_HEAP_H

#include <ouro/figures.h>
#include <ouro/outer.h>
#include <ouro/config.h>
#include <ouro/value.h>

struct ou_heap; /* one per VM; its full definition is in gc/heap_struct.h, included at the end */

/* Flags of an allocation.  Exactly one kind; kept through every realloc. */
#define OU_GC_RAW 0u     /* contents are not initialised */
#define OU_GC_VALUES 1u  /* contents are zeroed (OU_ABSENT) */
#define OU_GC_FOREIGN 2u /* contents are zeroed */
#define OU_GC_KIND_MASK 3u
#define OU_GC_FINALISE 4u   /* hooks.finalise is called once, before the block is reused */
#define OU_GC_LONG_LIVED 8u /* as low in the heap as there is room */
#define OU_GC_PINNED 16u    /* never moves */
#define OU_GC_FLAGS_MASK 31u

enum ou_finalise_result {
    OU_FINALISE_DONE, /* the block may be reclaimed by this collection */
    OU_FINALISE_KEEP, /* the embedder queued it: it, and what it refers to, survive this collection;
                         its finalise mark is gone, so it is not called again */
    OU_FINALISE_LATER /* not before it is known what those kept refer to: asked again in the second round of
                         this collection if it is dead then (ou_gc_finalise_round) */
};

/* What the embedder provides.  None of these may allocate from this heap, nor run Python. */
struct ou_heap_hooks {
    void *ctx;
    /* Marking met the interned string v (an immediate), or on the C stack a word that looks like one: the
     * id may be any.  May be NULL. */
    void (*mark_interned)(void *ctx, ou_val v);
    /* Marking is at a fixed point; mark further things that weak structures keep (ou_gc_visit,
     * ou_gc_is_marked).  Called until it returns false ("nothing new").  May be NULL. */
    bool (*mark_weak)(void *ctx);
    /* From the first such call on: a VALUES block that marking reached is about to be scanned; mark what weak structures
     * keep with it.  Without this, a chain of n such things would take n calls of mark_weak.  May be NULL. */
    void (*mark_with)(void *ctx, void *block);
    /* Marking is at a fixed point and finalisers have not run: clear weak references to what is not marked
     * (ou_gc_is_marked), also to blocks that a finaliser will keep.  Called once more in the same
     * collection if finalisers kept something.  May be NULL. */
    void (*clear_weak)(void *ctx);
    /* Marking is over and finalisers have run: forget what is not marked.  May be NULL. */
    void (*clear_dead)(void *ctx);
    /* A dead block with OU_GC_FINALISE; all blocks of this collection are still intact. */
    enum ou_finalise_result (*finalise)(void *ctx, void *block);
    /* Blocks are about to move: ou_gc_is_pinned tells which will not.  The one thing it may do to the heap
     * is to shrink RAW blocks in place (ou_gc_realloc with may_move false).  May be NULL. */
    void (*before_move)(void *ctx);
    /* It is known where each block will be, and none has moved yet: rewrite addresses that stand neither in
     * VALUES blocks nor in precise roots, by ou_gc_forward and ou_gc_forward_inside.  May be called several
     * times in one compaction.  May be NULL. */
    void (*update)(void *ctx);
    /* A collection ended, and the heap may be used.  Called once per cycle.  May be NULL. */
    void (*after_collect)(void *ctx);
    /* A request is about to fail: free what can be made again (ou_gc_free).  False: there was nothing.  May be NULL. */
    bool (*give_back)(void *ctx);
    /* The outermost address of the C stack in use; the heap knows the innermost.  NULL as its result: no
     * C code holds a reference now.  NULL as the hook: this port cannot scan its C stack. */
    const void *(*stack_base)(void *ctx);
};

/* Roots.  A provider calls the visit functions below for what it holds.  A visit may rewrite the slot with an
 * address at which the block is not yet: what a provider reads in a block, it reads before it visits. */
struct ou_root_provider {
    void (*visit)(struct ou_heap *heap, void *ctx);
    void *ctx;
    bool precise; /* false: only ou_gc_visit_ambiguous is called by it; visited before precise ones */
    struct ou_root_provider *next;
};

/* Sees every allocation, for a profiler; while one is set no allocation is inlined.  Called after the fact;
 * none may use the heap. */
struct ou_heap_observer {
    void *ctx;
    void (*allocated)(void *ctx, void *block, size_t size, unsigned flags);
    void (*resized)(void *ctx, void *block, size_t old_size, size_t new_size); /* in place */
    void (*freed)(void *ctx, void *block, size_t size); /* by hand, not by a collection */
};
/* NULL: none.  The observer stays the caller's. */
void ou_gc_observe(struct ou_heap *heap, const struct ou_heap_observer *observer);

struct ou_heap_config {
    size_t first_area; /* bytes of the first area, side tables included; 0: the smallest */
    size_t max_bytes;  /* of all areas together; 0: no limit but the outer heap and its reserve */
    bool can_scan_stack;
};

/* Takes the first area (falling back to what is there if first_area cannot be had, and recording its
 * true size).  0, or negative and nothing is held.  `heap` is the caller's memory. */
int ou_heap_init(struct ou_heap *heap, struct ou_outer *outer, const struct ou_heap_hooks *hooks,
                 const struct ou_heap_config *config);
/* Gives everything back to the outer heap.  Finalisers do not run: ou_gc_sweep_all comes first. */
void ou_heap_deinit(struct ou_heap *heap);
void ou_heap_add_roots(struct ou_heap *heap, struct ou_root_provider *provider);
/* An area in the caller's memory, which stays the caller's.  0 or negative (too small). */
int ou_heap_add_area(struct ou_heap *heap, void *memory, size_t size);

/* A new block of at least `size` bytes.  NULL if size is 0, if the flags are invalid, if the heap is
 * locked, or if there is no memory after the whole order of exhaustion.  May collect. */
void *ou_gc_alloc(struct ou_heap *heap, size_t size, unsigned flags);
/* The same, never collecting (may still add an area). */
void *ou_gc_alloc_nogc(struct ou_heap *heap, size_t size, unsigned flags);
/* Resizes; keeps flags and the finaliser mark, zeroes what is new in VALUES and FOREIGN blocks.  With
 * may_move false, only in place.  NULL: not done, block unchanged.  block NULL is an error (flags
 * would be unknown); size 0 is an error.  May collect when it moves. */
void *ou_gc_realloc(struct ou_heap *heap, void *block, size_t size, bool may_move);
/* Explicit free: the finaliser does not run.  NULL is allowed.  Ignored while the heap is locked. */
void ou_gc_free(struct ou_heap *heap, void *block);
/* Bytes that the block can hold: its granules. */
size_t ou_gc_size(struct ou_heap *heap, const void *block);
/* Sets or clears the finaliser mark of a block, e.g. once construction is complete. */
void ou_gc_set_finalise(struct ou_heap *heap, void *block, bool on);
/* True if p is the start of a live block of this heap (ROM and foreign pointers: false). */
bool ou_gc_is_block(struct ou_heap *heap, const void *p);
unsigned ou_gc_flags(struct ou_heap *heap, const void *block);

/* The only way to store a reference into a heap block (law 4); slot lies in block.  No collection. */
static inline void ou_store(struct ou_heap *heap, void *block, ou_val *slot, ou_val v);
/* Announces that many words of a block are about to be written with plain stores, all before the
 * next call into the heap.  A block allocated since the last call that may collect needs neither. */
static inline void ou_store_bulk(struct ou_heap *heap, void *block);

void ou_gc_collect(struct ou_heap *heap);
/* Collects, then moves blocks so that the free space of each area is one run, pins aside, and areas that
 * can be emptied into others are given back. */
void ou_gc_compact(struct ou_heap *heap);
/* Collects and gives as much as it can back to the outer heap, which another part needs. */
void ou_gc_shrink(struct ou_heap *heap);
/* The block keeps its address, and lives, until ou_gc_unpin was called as often.  0, or negative: no memory. */
int ou_gc_pin(struct ou_heap *heap, void *block);
void ou_gc_unpin(struct ou_heap *heap, void *block);
/* The longest that an automatic collection is to stop the program at a time, in microseconds: it proceeds in
 * increments then.  0, the default: as long as it takes, which ends a collection under way.  0, or negative: no memory
 * for it, or a build without OU_WITH_INCREMENTS; nothing is changed.  May collect. */
int ou_gc_set_pause(struct ou_heap *heap, uint32_t us);
uint32_t ou_gc_pause(const struct ou_heap *heap);
/* The program has nothing to do, for so many microseconds or OU_GC_FOREVER: collects, and compacts, if that is worth it
 * and is expected to take no longer.  With a bound on pauses it is one increment of a collection, and nothing moves; true:
 * there is another to be done.  May collect. */
#define OU_GC_FOREVER UINT64_MAX
bool ou_gc_idle(struct ou_heap *heap, uint64_t us);
/* Collects with no roots: every finaliser runs, all areas but the first are released. */
void ou_gc_sweep_all(struct ou_heap *heap);
/* Calls fn for every live block, in address order within an area. fn must not allocate. */
void ou_gc_each_block(struct ou_heap *heap, void (*fn)(void *ctx, void *block, size_t size, unsigned flags),
                      void *ctx);

/* Automatic collection (gc.enable) and the lock (micropython.heap_lock), which nests. */
void ou_gc_set_enabled(struct ou_heap *heap, bool on);
bool ou_gc_enabled(const struct ou_heap *heap);
void ou_gc_lock(struct ou_heap *heap);
int ou_gc_unlock(struct ou_heap *heap); /* the new depth */
int ou_gc_lock_depth(const struct ou_heap *heap);
/* Collect after so many allocated bytes; 0: the default pacing. */
void ou_gc_set_threshold(struct ou_heap *heap, size_t bytes);
size_t ou_gc_threshold(const struct ou_heap *heap);

/* For root providers and hooks, during marking only. */
void ou_gc_visit(struct ou_heap *heap, ou_val *slot);
void ou_gc_visit_range(struct ou_heap *heap, ou_val *first, size_t count);
/* Every word of [low, high) may be a pointer to anywhere in a block, which is kept and pinned. */
void ou_gc_visit_ambiguous(struct ou_heap *heap, const void *low, const void *high);
/* Clears what the caller's callees left below its frame on the C stack, and in the registers that they may use: where
 * later frames have words that they never set, such words would pin blocks for as long as the frames stand.  To be called
 * between much work on blocks and code that may run for long. */
void ou_gc_wipe_stack(void);
bool ou_gc_is_marked(struct ou_heap *heap, ou_val v); /* immediates and ROM: true */
/* For hooks.clear_dead: whether something ambiguous points into the RAW block (in a collection in increments: did, since it
 * began), so that C code may be reading it. */
bool ou_gc_is_held(struct ou_heap *heap, const void *block);

/* For hooks.before_move: whether the block keeps its place in this compaction. */
bool ou_gc_is_pinned(struct ou_heap *heap, const void *block);
/* For hooks.update: what v will be; v itself if it is no pointer, in ROM, or not about to move. */
ou_val ou_gc_forward(struct ou_heap *heap, ou_val v);
/* The same for an address anywhere inside a block. */
void *ou_gc_forward_inside(struct ou_heap *heap, const void *p);
/* Where the contents of a block, given by its old address, are to be read and written meanwhile. */
void *ou_gc_contents(struct ou_heap *heap, const void *block);

struct ou_heap_stats {
    size_t total;    /* bytes of granules in all areas */
    size_t used;     /* bytes of live blocks, whole granules */
    size_t peak;     /* highest `used` */
    size_t overhead; /* side tables and area headers */
    size_t largest;  /* largest free run in bytes */
    unsigned areas;
    size_t pinned_last; /* blocks pinned by ambiguous roots in the last collection */
    uint32_t kinds[OU_GC_KINDS];
    uint32_t pauses[OU_GC_PAUSE_SLOTS];
    OU_HEAP_COUNTERS(OU_COUNTER_FIELD)
};
void ou_gc_stats(struct ou_heap *heap, struct ou_heap_stats *out);
/* Bytes by which the heap can grow in one piece: in a new area, or by one that grows in place. */
size_t ou_gc_growth(struct ou_heap *heap);
/* The largest block, in bytes, that can be had without moving anything: in a free run, in one at the end of an area
 * that grows, or in a new area.  A request beyond it needs a collection or a compaction, or fails. */
size_t ou_gc_largest(struct ou_heap *heap);
/* Blocks whose finaliser said OU_FINALISE_KEEP in the last collection.  A soft reset runs what was queued
 * and calls ou_gc_sweep_all again until this is 0. */
size_t ou_gc_kept(const struct ou_heap *heap);
/* For hooks.finalise: 1, or 2 for those that said OU_FINALISE_LATER, which they may not say again. */
unsigned ou_gc_finalise_round(const struct ou_heap *heap);
/* A collection is due that could not be done where it was noticed (no stack scan, or nogc): the embedder
 * calls ou_gc_collect at its next safepoint. */
bool ou_gc_wanted(const struct ou_heap *heap);
/* Draws an area (0: the first) in at most `cells` characters: '.' free, ':' less than half in use, else
 * what most of it is: 'v' values, 'r' raw, 'F' foreign.  No terminator.  Characters written; 0: no such area. */
size_t ou_gc_map(struct ou_heap *heap, unsigned area, char *out, size_t cells);
/* Audits every invariant.  0, or negative after reporting through ou_port_report. */
int ou_gc_verify(struct ou_heap *heap);

#if OU_DEBUG
/* Stress switches, at run time. */
struct ou_gc_stress {
    bool collect_always; /* collect at every allocation that may */
    bool increments; /* collections proceed by one unit (a block, a group of the sweep) at every allocation */
    bool move;       /* every collection moves everything that is not pinned */
    bool poison;     /* fill what is freed */
    bool verify_phases; /* audit after every phase */
    uint32_t fail_nth;  /* 0: off; otherwise counts down, and the allocation that reaches 0 fails */
};
struct ou_gc_stress *ou_gc_stress(struct ou_heap *heap);
#endif

#include "gc/heap_struct.h" /* struct ou_heap and the inline functions */

#endif /* OURO_INCLUDED_SRC_GC_HEAP_H */
