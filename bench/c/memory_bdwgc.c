/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * gcbench.c over bdwgc (Boehm, Demers, Weiser).  Modes: "stack", as it comes; "incremental".
 */
#include "memory.h"
#include <string.h>

static size_t peak;

static void resized(GC_word size)
{
    if (size > peak)
        peak = size;
}

const char *memory_init(const char *mode, const void *frame)
{
    (void)frame;
    GC_INIT();
    peak = GC_get_heap_size();
    GC_set_on_heap_resize(resized);
    if (!strcmp(mode, "incremental")) {
        GC_enable_incremental();
        return "bdwgc, incremental";
    }
    return strcmp(mode, "stack") ? NULL : "bdwgc";
}

size_t memory_peak(void) { return peak; }
unsigned memory_collections(void) { return (unsigned)GC_get_gc_no(); }
