/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * gcbench.c over Ouro's collected heap, embedded as a C library without the rest of the interpreter.
 * Modes: "stack", the C stack is scanned as bdwgc does it; "precise", local variables are announced on a
 * shadow stack, the C stack is not looked at, and blocks may move; "pause", as "stack" with pauses of at
 * most 500 us.
 */
#include "memory.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define OUTER ((size_t)OU_WORD_BITS << 21) /* of address space; what is used of it counts */

struct shadow shadow;
struct ou_heap heap;

static struct ou_outer outer;
static const void *base;

static const void *stack_base(void *ctx)
{
    (void)ctx;
    return base;
}

static void visit(struct ou_heap *h, void *ctx)
{
    (void)ctx;
    for (unsigned i = 0; i < shadow.depth; i++)
        ou_gc_visit(h, shadow.slots[i]);
}

const char *memory_init(const char *mode, const void *frame)
{
    static const struct ou_heap_hooks hooks = {.stack_base = stack_base};
    static struct ou_root_provider roots = {.visit = visit, .precise = true};
    void *memory =
        mmap(NULL, OUTER, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    struct ou_heap_config config = {.first_area = 64 * 1024, .can_scan_stack = true};
    ou_outer_init(&outer);
    if (memory == MAP_FAILED || ou_outer_add_pool(&outer, memory, OUTER, OU_MEM_ANY) < 0 ||
        ou_heap_init(&heap, &outer, &hooks, &config) < 0)
        return NULL;
    ou_heap_add_roots(&heap, &roots);
    if (!strcmp(mode, "precise")) {
        shadow.on = true;
        return "Ouro, precise";
    }
    base = frame;
    if (!strcmp(mode, "pause")) {
        ou_gc_set_pause(&heap, 500);
        return "Ouro, 500 us";
    }
    return strcmp(mode, "stack") ? NULL : "Ouro";
}

size_t memory_peak(void) { return ou_outer_peak(&outer) + sizeof heap + sizeof outer; }

unsigned memory_collections(void)
{
    struct ou_heap_stats stats;
    ou_gc_stats(&heap, &stats);
    if (getenv("GCBENCH_STATS"))
        fprintf(
            stderr,
            "areas %u total %zu peak %zu longest pause %u us, slice %u us, all pauses %llu us, moved %llu\n",
            stats.areas, stats.total, stats.peak, stats.longest_pause_us, stats.longest_slice_us,
            (unsigned long long)stats.total_pause_us, (unsigned long long)stats.bytes_moved);
    return stats.collections;
}
