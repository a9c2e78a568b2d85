/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A toy embedder of the collected heap: a fixed table of precise roots, an ambiguous one, hooks that
 * count, and the outer heap over a static piece of memory.
 *
 * The C stack is scanned only while toy.base is set (by TOY_SCAN_STACK in the function whose frame is to
 * be seen), as otherwise stale words of it would keep what a test expects to be gone.
 */
#ifndef OURO_INCLUDED_TESTS_UNIT_TOY_H
#define OURO_INCLUDED_TESTS_UNIT_TOY_H

#include "gc/heap.h"
#include <ouro/outer_libc.h>
#include "unit.h"

#define TOY_ROOTS 4096
#define TOY_MEMORY (64u << 20)

struct toy {
    struct ou_outer outer;
    struct ou_libc_pool debug;
    struct ou_heap heap;
    struct ou_heap_hooks hooks;
    struct ou_root_provider precise, ambiguous;
    ou_val roots[TOY_ROOTS];
    uintptr_t words[16]; /* the ambiguous roots */
    const void *base;
    char *memory;
    unsigned finalised;
    void *last_finalised;
    enum ou_finalise_result (*finaliser)(struct toy *toy, void *block);
};

#define TOY_SCAN_STACK(toy) ((toy)->base = __builtin_frame_address(0))

static inline void toy_visit_precise(struct ou_heap *heap, void *ctx)
{
    struct toy *toy = ctx;
    ou_gc_visit_range(heap, toy->roots, TOY_ROOTS);
}

static inline void toy_visit_ambiguous(struct ou_heap *heap, void *ctx)
{
    struct toy *toy = ctx;
    ou_gc_visit_ambiguous(heap, toy->words, toy->words + 16);
}

static inline enum ou_finalise_result toy_finalise(void *ctx, void *block)
{
    struct toy *toy = ctx;
    toy->finalised++;
    toy->last_finalised = block;
    return toy->finaliser ? toy->finaliser(toy, block) : OU_FINALISE_DONE;
}

static inline const void *toy_stack_base(void *ctx)
{
    struct toy *toy = ctx;
    return toy->base;
}

/* A heap of its own in `outer`. */
static inline int toy_heap(struct toy *toy, struct ou_outer *outer, size_t first, size_t max)
{
    toy->hooks = (struct ou_heap_hooks){.ctx = toy, .finalise = toy_finalise, .stack_base = toy_stack_base};
    struct ou_heap_config config = {.first_area = first, .max_bytes = max, .can_scan_stack = true};
    if (ou_heap_init(&toy->heap, outer, &toy->hooks, &config) < 0)
        return -1;
    toy->precise = (struct ou_root_provider){.visit = toy_visit_precise, .ctx = toy, .precise = true};
    toy->ambiguous = (struct ou_root_provider){.visit = toy_visit_ambiguous, .ctx = toy};
    ou_heap_add_roots(&toy->heap, &toy->precise);
    ou_heap_add_roots(&toy->heap, &toy->ambiguous);
    return 0;
}

static inline void toy_outer(struct toy *toy, size_t capacity)
{
    static char *memory;
    if (!memory)
        memory = malloc(TOY_MEMORY);
    memset(toy, 0, sizeof *toy);
    toy->memory = memory;
    ou_outer_init(&toy->outer);
    assert_int_equal(ou_outer_add_pool(&toy->outer, memory, capacity, OU_MEM_ANY), 0);
    ou_outer_add_libc(&toy->outer, &toy->debug, 0, OU_MEM_DEBUG);
}

/* Everything: `capacity` bytes of outer heap, a heap whose first area has `first` bytes. */
static inline struct toy *toy_new(size_t capacity, size_t first)
{
    static struct toy toy;
    toy_outer(&toy, capacity);
    assert_int_equal(toy_heap(&toy, &toy.outer, first, 0), 0);
    return &toy;
}

static inline void toy_check(struct toy *toy)
{
    assert_int_equal(ou_gc_verify(&toy->heap), 0);
    assert_int_equal(ou_outer_audit(&toy->outer), 0);
}

static inline void toy_end(struct toy *toy)
{
    toy_check(toy);
    ou_heap_deinit(&toy->heap);
    assert_int_equal(ou_outer_used(&toy->outer), 0);
}

static inline struct ou_heap_stats toy_stats(struct toy *toy)
{
    struct ou_heap_stats stats;
    ou_gc_stats(&toy->heap, &stats);
    return stats;
}

/* A VALUES block of n words whose first refers to `next`, which does not move meanwhile. */
static inline ou_val *toy_node(struct toy *toy, size_t words, ou_val next)
{
    if (ou_is_ptr(next) && ou_gc_pin(&toy->heap, ou_ptr(next)) < 0)
        return NULL;
    ou_val *node = ou_gc_alloc(&toy->heap, words * sizeof(ou_val), OU_GC_VALUES);
    if (node)
        ou_store(&toy->heap, node, &node[0], next);
    if (ou_is_ptr(next))
        ou_gc_unpin(&toy->heap, ou_ptr(next));
    return node;
}

/* Puts one before the chain that begins at roots[i].  False: no memory. */
static inline bool toy_push(struct toy *toy, size_t words, unsigned i)
{
    ou_val *node = ou_gc_alloc(&toy->heap, words * sizeof(ou_val), OU_GC_VALUES);
    if (!node)
        return false;
    ou_store(&toy->heap, node, &node[0], toy->roots[i]);
    toy->roots[i] = (ou_val)node;
    return true;
}

#endif /* OURO_INCLUDED_TESTS_UNIT_TOY_H */
