/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * No collections in increments, where the build has not got them (cycle.c).
 */
#include "gc/policy/policy.h"

bool ou_cycle_wanted(struct ou_heap *heap) { return (void)heap, false; }
void ou_cycle_increment(struct ou_heap *heap) { (void)heap; }
void ou_cycle_finish(struct ou_heap *heap, enum ou_gc_kind kind) { (void)heap, (void)kind; }

char *ou_cycle_take(struct ou_heap *heap, size_t n, bool long_lived)
{
    return (void)heap, (void)n, (void)long_lived, NULL;
}

int ou_gc_set_pause(struct ou_heap *heap, uint32_t us) { return (void)heap, us ? -1 : 0; }
uint32_t ou_gc_pause(const struct ou_heap *heap) { return (void)heap, 0; }
