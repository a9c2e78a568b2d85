/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the collected heap counts as it goes.  gc.stats() shows all of it.  The struct is copied as a whole on its way there,
 * so a new figure is a member here, a line where it is counted, and a line in src/modules/mod_gc.c.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_HEAP_COUNTS_H
#define OURO_INCLUDED_INCLUDE_OURO_HEAP_COUNTS_H

#include <stddef.h>
#include <stdint.h>

/* Kinds of collection. */
enum ou_gc_kind {
    OU_GC_FULL,        /* stopped the world, automatic or asked for */
    OU_GC_INCREMENTAL, /* in slices */
    OU_GC_FALLBACK,    /* begun in slices, finished at once because memory ran out */
    OU_GC_COMPACTION,
    OU_GC_KINDS
};

/* Pauses are counted by length: slot 0 those below 16 us, slot i those below 16 << i us, the last all others. */
#define OU_GC_PAUSE_SLOTS 14

struct ou_heap_counts {
    uint32_t collections; /* of all kinds but compactions */
    uint32_t kinds[OU_GC_KINDS];
    uint32_t pauses[OU_GC_PAUSE_SLOTS];
    uint32_t longest_pause_us;
    uint32_t longest_slice_us; /* longest pause that gc.pause was to bound: not those of fallbacks */
    uint64_t total_pause_us;
    uint64_t bytes_moved; /* by compactions */
    size_t pinned_last;   /* blocks pinned by ambiguous roots, as the C stack, in the last collection */
};

#endif /* OURO_INCLUDED_INCLUDE_OURO_HEAP_COUNTS_H */
