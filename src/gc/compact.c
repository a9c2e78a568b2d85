/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Compaction.
 */
#include "gc/internal.h"

void ou_gc_compact(struct ou_heap *heap) { ou_gc_collect(heap); }
void ou_gc_set_pause(struct ou_heap *heap, uint32_t us) { heap->pause_us = us; }
uint32_t ou_gc_pause(const struct ou_heap *heap) { return heap->pause_us; }
void ou_gc_idle(struct ou_heap *heap) { (void)heap; }
bool ou_gc_is_pinned(struct ou_heap *heap, const void *block) { return heap && block; }
ou_val ou_gc_forward(struct ou_heap *heap, ou_val v) { (void)heap; return v; }
void *ou_gc_forward_inside(struct ou_heap *heap, const void *p) { (void)heap; return (void *)(uintptr_t)p; }
