/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What whole collections, incremental cycles and compactions share: entering and leaving, what follows marking, and
 * the figures of a pause.
 */
#include "gc/internal.h"

void ou_collect_enter(struct ou_heap *heap)
{
    ou_assert_api(OU_NOGC(heap) == 0);
    ou_assert_api(!heap->collecting);
    ou_shadow_finish_bulk(heap);
    ou_check(heap, ou_gc_verify);
    ou_hole_close(heap);
    heap->collecting = true;
}

void ou_collect_begin(struct ou_heap *heap)
{
    heap->wants_collect = false;
    heap->pinned = heap->kept = 0;
    heap->queue_count = 0;
}

void ou_collect_ended(struct ou_heap *heap)
{
    if (heap->hooks->after_collect)
        heap->hooks->after_collect(heap->hooks->ctx);
}

static void clear_weak(struct ou_heap *heap)
{
    if (heap->hooks->clear_weak)
        heap->hooks->clear_weak(heap->hooks->ctx);
}

static void finalise(struct ou_heap *heap)
{
    clear_weak(heap);
    if (!heap->finalisable)
        return;
    ou_finalise_dead(heap);
    if (heap->kept) {
        ou_mark_drain(heap);
        ou_mark_weak(heap);
        clear_weak(heap);
    }
}

static void drop_dead(struct ou_heap *heap)
{
    if (heap->hooks->clear_dead)
        heap->hooks->clear_dead(heap->hooks->ctx);
}

void ou_collect_finalise(struct ou_heap *heap)
{
    finalise(heap);
    drop_dead(heap);
}

void ou_note_pause(struct ou_heap *heap, uint64_t us)
{
    unsigned slot = us < 16 ? 0 : ou_log2((uintptr_t)OU_MIN(us, (uint64_t)1 << 30)) - 3;
    heap->pauses[OU_MIN(slot, OU_GC_PAUSE_SLOTS - 1)]++;
    heap->total_pause_us += us;
    if (us > heap->longest_pause_us)
        heap->longest_pause_us = us < UINT32_MAX ? (uint32_t)us : UINT32_MAX;
}
