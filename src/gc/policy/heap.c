/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The heap's life: init and deinit, areas of the embedder, and the switches (automatic collection, the
 * lock, the threshold).
 */
#include "gc/policy/policy.h"

/* The smallest first area: 64 granules and what describes them. */
#define FIRST_GRANULES 64

static struct ou_area *first_area(struct ou_heap *heap, size_t bytes)
{
    size_t smallest = ou_area_bytes(FIRST_GRANULES);
    size_t largest = ou_outer_largest(heap->outer, OU_MEM_VM);
    if (heap->max_bytes && bytes > heap->max_bytes)
        bytes = heap->max_bytes;
    if (bytes < smallest)
        bytes = smallest;
    /* Not to be had: a quarter of what is there, so that something is left for the rest. */
    if (bytes > largest)
        bytes = OU_MAX(largest / 4, smallest);
    bytes = ou_area_bytes(ou_area_fit(bytes));
    void *memory = ou_outer_alloc(heap->outer, bytes, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_AREAS));
    return memory ? ou_area_add(heap, memory, bytes, true) : NULL;
}

int ou_heap_init(struct ou_heap *heap, struct ou_outer *outer, const struct ou_heap_hooks *hooks,
                 const struct ou_heap_config *config)
{
    memset(heap, 0, sizeof *heap);
    heap->outer = outer;
    heap->hooks = hooks;
    heap->slots = heap->inline_refs;
    heap->last = heap->slots;
    heap->slot_capacity = OU_HEAP_INLINE_REFS;
    heap->max_bytes = config->max_bytes;
    heap->can_scan_stack = config->can_scan_stack && hooks->stack_base;
    heap->enabled = true;
#if OU_DEBUG >= 3
    heap->stress.verify_phases = true;
#endif
    if (!first_area(heap, config->first_area))
        return -1;
    ou_queue_resize(heap);
    if (!heap->queue) {
        ou_area_release(heap, heap->areas);
        return -1;
    }
    ou_cursors_reset(heap);
    ou_policy_pace(heap);
    return 0;
}

void ou_heap_deinit(struct ou_heap *heap)
{
    ou_assert_api(!heap->collecting);
    ou_hole_close(heap);
    while (heap->areas)
        ou_area_release(heap, heap->areas);
    ou_outer_free(heap->outer, heap->queue);
    ou_outer_free(heap->outer, heap->pins);
    ou_outer_free(heap->outer, heap->cycle);
    memset(heap, 0, sizeof *heap); /* locked-up: limit is NULL, no area can be had without an outer heap */
    heap->locked = 1;
}

int ou_heap_add_area(struct ou_heap *heap, void *memory, size_t size)
{
    ou_assert_api(!heap->collecting);
    return ou_area_add(heap, memory, size, false) ? 0 : -1;
}

void ou_gc_observe(struct ou_heap *heap, const struct ou_heap_observer *observer)
{
    heap->observer = observer;
    ou_hole_limit(heap);
}

int ou_gc_pin(struct ou_heap *heap, void *block)
{
    if (heap->pin_count == heap->pin_capacity) {
        uint16_t capacity = (uint16_t)(heap->pin_capacity + heap->pin_capacity / 2 + 4);
        ou_val *pins = NULL;
        if (capacity > heap->pin_capacity)
            pins = ou_outer_alloc(heap->outer, capacity * sizeof *pins, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM));
        if (!pins)
            return -1;
        if (heap->pin_count)
            memcpy(pins, heap->pins, heap->pin_count * sizeof *pins);
        ou_outer_free(heap->outer, heap->pins);
        heap->pins = pins;
        heap->pin_capacity = capacity;
    }
    heap->pins[heap->pin_count++] = ou_from_ptr(block);
    return 0;
}

void ou_gc_unpin(struct ou_heap *heap, void *block)
{
    unsigned i = heap->pin_count;
    while (i && heap->pins[i - 1] != ou_from_ptr(block))
        i--;
    ou_assert_api(i > 0);
    if (!i)
        return;
    heap->pins[i - 1] = heap->pins[--heap->pin_count];
    if (heap->pin_count)
        return;
    ou_outer_free(heap->outer, heap->pins);
    heap->pins = NULL;
    heap->pin_capacity = 0;
}

void ou_gc_set_enabled(struct ou_heap *heap, bool on)
{
    heap->enabled = on;
    ou_hole_limit(heap);
}

bool ou_gc_enabled(const struct ou_heap *heap) { return heap->enabled; }

void ou_gc_lock(struct ou_heap *heap)
{
    ou_assert_api(heap->locked < UINT16_MAX);
    heap->locked++;
    ou_hole_limit(heap);
}

int ou_gc_unlock(struct ou_heap *heap)
{
    ou_assert_api(heap->locked > 0);
    if (heap->locked)
        heap->locked--;
    ou_hole_limit(heap);
    return heap->locked;
}

int ou_gc_lock_depth(const struct ou_heap *heap) { return heap->locked; }

void ou_gc_set_threshold(struct ou_heap *heap, size_t bytes)
{
    heap->threshold_bytes = bytes;
    ou_policy_pace(heap);
    ou_hole_limit(heap);
}

size_t ou_gc_threshold(const struct ou_heap *heap) { return heap->threshold_bytes; }

#if OU_DEBUG
struct ou_gc_stress *ou_gc_stress(struct ou_heap *heap)
{
    heap->limit = heap->bump; /* the next allocation looks at the switches */
    return &heap->stress;
}
#endif
