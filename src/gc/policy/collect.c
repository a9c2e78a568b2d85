/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A collection, from above: this file reads as the algorithm.
 *
 *     begin       close the hole, so that bits say everything
 *     ambiguous   what C stack, registers and ambiguous roots point into is marked and pinned
 *     precise     what precise roots refer to is marked
 *     drain       ... and everything reachable from there; then what weak structures keep
 *     weak        the embedder clears weak references to what is not marked
 *     finalise    dead blocks with a finaliser: all still intact; those kept are marked
 *     forget      the embedder drops what is not marked
 *     sweep       unmarked blocks and free runs melt into free runs; marks are cleared
 *     release     areas without a live block go back
 *     end         pace, figures, the embedder's hook
 *
 * It allocates nothing, and its C stack is bounded: marking uses a queue of fixed size.  The same phases in
 * increments, the program going on in between: cycle.c.
 */
#include "gc/policy/policy.h"

static void mark(struct ou_heap *heap)
{
    ou_roots_ambiguous(heap);
    ou_roots_precise(heap);
    ou_mark_drain(heap);
    ou_mark_weak(heap);
    ou_check(heap, ou_verify_marked);
}

static void end(struct ou_heap *heap, uint64_t started)
{
    heap->allocated_since_gc = 0;
    heap->freed = false;
    heap->collecting = false;
    heap->collections++;
    ou_policy_pace(heap);
    heap->kinds[OU_GC_FULL]++;
    uint64_t took = ou_port_ticks_us() - started;
    heap->full_us = (uint32_t)OU_MIN(took, (uint64_t)UINT32_MAX);
    ou_note_pause(heap, took);
    ou_check(heap, ou_gc_verify);
    ou_collect_ended(heap);
}

/* The caller's registers are spilled into this frame, which lies above those that scan the stack. */
OU_NOINLINE void ou_collect(struct ou_heap *heap, enum ou_collect_why why)
{
    __builtin_unwind_init();
    ou_cycle_finish(heap, OU_GC_INCREMENTAL);
    uint64_t started = ou_port_ticks_us();
    ou_collect_enter(heap);
    ou_collect_begin(heap);
    if (why != OU_COLLECT_ALL)
        mark(heap);
    ou_collect_finalise(heap);
    ou_sweep(heap);
    ou_policy_release(heap, why != OU_COLLECT_AUTOMATIC);
    end(heap, started);
    if (OU_STRESS(heap, move) && why != OU_COLLECT_ALL)
        ou_compact(heap, 0);
    ou_gc_wipe_stack();
    __asm__ volatile("" ::: "memory"); /* no tail call: the frame must outlast the scan */
}

void ou_gc_collect(struct ou_heap *heap)
{
    if (!heap->areas || heap->collecting)
        return;
    ou_collect(heap, OU_COLLECT_ASKED);
    ou_policy_defragment(heap);
}

void ou_gc_compact(struct ou_heap *heap)
{
    if (!heap->areas || heap->collecting)
        return;
    ou_collect(heap, OU_COLLECT_ASKED);
    ou_compact(heap, OU_COMPACT_EMPTIES);
    ou_policy_release(heap, true);
}

void ou_gc_sweep_all(struct ou_heap *heap)
{
    if (!heap->areas || heap->collecting)
        return;
    if (ou_is_marking(heap)) {
        ou_cycle_finish(heap, OU_GC_INCREMENTAL);
        if (heap->kept) /* what was queued is done first, and we are called again */
            return;
    }
    ou_collect(heap, OU_COLLECT_ALL);
}
