/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The counters of a collected heap, in one table.  A row is a field of struct ou_heap, which counts it, of the structures
 * that report it, and an entry of gc.stats().
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_FIGURES_H
#define OURO_INCLUDED_INCLUDE_OURO_FIGURES_H

#include <stdint.h>

/* clang-format off */
#define OU_HEAP_COUNTERS(X) /* X(type, name, its interned string) */ \
    X(uint32_t, collections, OU_S(collections))           /* of all kinds */ \
    X(uint32_t, longest_pause_us, OU_S(longest_pause_us)) /* of any collection or compaction */ \
    X(uint32_t, longest_slice_us, OU_S(longest_slice_us)) /* of the pauses that gc.pause bounds: not of fallbacks */ \
    X(uint64_t, total_pause_us, OU_S(total_pause_us)) \
    X(uint64_t, bytes_moved, OU_S(bytes_moved))           /* by compactions */
/* clang-format on */
#define OU_COUNTER_FIELD(type, name, string) type name;

/* Kinds of collection. */
enum ou_gc_kind {
    OU_GC_FULL,        /* stopped the world, automatic or asked for */
    OU_GC_INCREMENTAL, /* in increments */
    OU_GC_FALLBACK,    /* begun in increments, finished at once because memory ran out */
    OU_GC_COMPACTION,
    OU_GC_KINDS
};

/* Pauses are counted by length: slot 0 those below 16 us, slot i those below 16 << i us, the last all others. */
#define OU_GC_PAUSE_SLOTS 14

#endif /* OURO_INCLUDED_INCLUDE_OURO_FIGURES_H */
