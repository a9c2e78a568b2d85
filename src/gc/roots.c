/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Roots: the C stack and the providers.  Ambiguous ones come first, because what they point into is
 * pinned, and pins must be known before anything may move.
 */
#include "gc/internal.h"

void ou_heap_add_roots(struct ou_heap *heap, struct ou_root_provider *provider)
{
    provider->next = heap->roots;
    heap->roots = provider;
}

/* Registers were spilled by ou_collect into a frame above this one. */
static OU_NOINLINE void scan_stack(struct ou_heap *heap)
{
    if (!heap->can_scan_stack || !heap->hooks->stack_base)
        return;
    const char *low = __builtin_frame_address(0), *high = heap->hooks->stack_base(heap->hooks->ctx);
    if (!high)
        return; /* a safepoint: no C code above holds a reference */
    if (low < high)
        ou_gc_visit_ambiguous(heap, low, high);
    else
        ou_gc_visit_ambiguous(heap, high, low); /* a stack that grows upwards */
}

static void visit_providers(struct ou_heap *heap, bool precise)
{
    for (struct ou_root_provider *provider = heap->roots; provider; provider = provider->next)
        if (provider->precise == precise)
            provider->visit(heap, provider->ctx);
}

/* Collecting, as compiling, leaves addresses of blocks in the C stack below its caller, where they would look like
 * references once other functions' frames, with words not yet set, cover them: so what lies there is cleared (Boehm's
 * GC_clear_stack).  The registers have addresses of the stack afterwards; GCC's -Os for Thumb makes room in a frame by
 * pushing them. */
#define DEAD_WORDS 128
OU_NOINLINE void ou_gc_wipe_stack(void)
{
    uintptr_t dead[DEAD_WORDS];
    memset(dead, 0, sizeof dead);
    __asm__ volatile("" : : "r"(dead) : "memory");
}

void ou_roots_ambiguous(struct ou_heap *heap)
{
    scan_stack(heap);
    if (heap->keep)
        ou_gc_visit_ambiguous(heap, &heap->keep, &heap->keep + 1);
    if (heap->pin_count)
        ou_gc_visit_ambiguous(heap, heap->pins, heap->pins + heap->pin_count);
    visit_providers(heap, false);
}

void ou_roots_precise(struct ou_heap *heap) { visit_providers(heap, true); }
