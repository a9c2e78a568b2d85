/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module gc: CPython's switches, MicroPython's figures, and a few more.
 */
#include "modules/mod_gc.h"

OU_NATIVE_STATIC(gc_collect) { return ou_int_from_u64(vm, ou_memory_collect(vm)); }

OU_NATIVE_STATIC(gc_enable)
{
    ou_memory_set_automatic(vm, true);
    return OU_NONE;
}

OU_NATIVE_STATIC(gc_disable)
{
    ou_memory_set_automatic(vm, false);
    return OU_NONE;
}

OU_NATIVE_STATIC(gc_isenabled) { return ou_bool(ou_memory_is_automatic(vm)); }

/* Free: in the areas, and what growth would add. */
OU_NATIVE_STATIC(gc_mem_free)
{
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, (uint64_t)(s.total - s.used) + s.growth);
}

OU_NATIVE_STATIC(gc_mem_alloc)
{
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, s.used);
}

OU_NATIVE_STATIC(gc_mem_largest)
{
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, s.largest_allocatable);
}

OU_NATIVE_STATIC(gc_threshold)
{
    if (n_args == 0) {
        struct ou_memory_stats s;
        ou_memory_stats(vm, &s);
        return s.threshold ? ou_int_from_u64(vm, s.threshold) : ou_small(-1);
    }
    ou_int bytes;
    if (ou_to_int(vm, args[0], &bytes) < 0)
        return OU_EXC;
    ou_memory_set_threshold(vm, bytes < 0 ? 0 : (size_t)bytes);
    return OU_NONE;
}

OU_NATIVE_STATIC(gc_pause)
{
    ou_int us;
    if (n_args == 0)
        return ou_int_from_u64(vm, ou_memory_pause(vm));
    if (ou_to_int(vm, args[0], &us) < 0)
        return OU_EXC;
    if (us < 0 || (uint64_t)us > UINT32_MAX)
        return ou_raise(vm, &ou_exc_ValueError, "pause must be 0 (no bound) or a number of microseconds");
    return ou_memory_set_pause(vm, (uint32_t)us) < 0 ? OU_EXC : OU_NONE;
}

OU_FUNCTION(pause_function, gc_pause, OU_S(max_pause), 0, 1, 0); /* gc.pause is another name of it */

OU_NATIVE_STATIC(gc_compact)
{
    ou_memory_compact(vm);
    return OU_NONE;
}

/* -- CPython's count and thresholds.  It counts objects, the heap counts bytes; 0 switches it off. -- */

#define BYTES_PER_OBJECT (16 * sizeof(ou_val)) /* with what belongs to it */
#define DEFAULT_THRESHOLD 700                  /* CPython's; here: as the heap sees fit */

OU_NATIVE_STATIC(gc_get_threshold)
{
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    size_t n = s.threshold == SIZE_MAX ? 0 : s.threshold ? s.threshold / BYTES_PER_OBJECT : DEFAULT_THRESHOLD;
    ou_val items[] = {ou_int_from_u64(vm, n), ou_small(10), ou_small(10)};
    return items[0] == OU_EXC ? OU_EXC : ou_tuple_new(vm, 3, items);
}

OU_NATIVE_STATIC(gc_set_threshold)
{
    ou_int n[3] = {0};
    for (unsigned i = 0; i < n_args; i++)
        if (ou_to_int(vm, args[i], &n[i]) < 0)
            return OU_EXC;
    size_t most = SIZE_MAX / BYTES_PER_OBJECT - 1, bytes;
    if (n[0] <= 0)
        bytes = SIZE_MAX;
    else if (n[0] == DEFAULT_THRESHOLD)
        bytes = 0;
    else
        bytes = ((size_t)n[0] < most ? (size_t)n[0] : most) * BYTES_PER_OBJECT;
    ou_memory_set_threshold(vm, bytes);
    return OU_NONE;
}

/* clang-format off */
OU_ROM_ALIGN static const union ou_member gc_members[] = {
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(gc)),
    OU_MEMBER_FUNCTION(OU_S(collect), gc_collect, 0, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(compact), gc_compact, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(disable), gc_disable, 0, 0, 0),
    OU_IF(HEAP_VIEW, OU_MEMBER_VALUE(OU_S(dump), OU_ROM(&ou_gc_native_dump)),)
    OU_MEMBER_FUNCTION(OU_S(enable), gc_enable, 0, 0, 0),
    OU_IF(HEAP_VIEW, OU_MEMBER_VALUE(OU_S(get_objects), OU_ROM(&ou_gc_native_get_objects)),)
    OU_IF(HEAP_VIEW, OU_MEMBER_VALUE(OU_S(get_referents), OU_ROM(&ou_gc_native_get_referents)),)
    OU_IF(HEAP_VIEW, OU_MEMBER_VALUE(OU_S(get_referrers), OU_ROM(&ou_gc_native_get_referrers)),)
    OU_IF(GC_TUNING, OU_MEMBER_FUNCTION(OU_S(get_threshold), gc_get_threshold, 0, 0, 0),)
    OU_IF(HEAP_VIEW, OU_MEMBER_VALUE(OU_S(is_finalized), OU_ROM(&ou_gc_native_is_finalized)),)
    OU_IF(HEAP_VIEW, OU_MEMBER_VALUE(OU_S(is_tracked), OU_ROM(&ou_gc_native_is_tracked)),)
    OU_MEMBER_FUNCTION(OU_S(isenabled), gc_isenabled, 0, 0, 0),
    OU_IF(INCREMENTS, OU_MEMBER_VALUE(OU_S(max_pause), OU_ROM(&pause_function)),)
    OU_MEMBER_FUNCTION(OU_S(mem_alloc), gc_mem_alloc, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(mem_free), gc_mem_free, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(mem_largest), gc_mem_largest, 0, 0, 0),
    OU_IF(INCREMENTS, OU_MEMBER_VALUE(OU_S(pause), OU_ROM(&pause_function)),)
    OU_IF(GC_TUNING, OU_MEMBER_VALUE(OU_S(pin), OU_ROM(&ou_gc_native_pin)),)
    OU_IF(GC_TUNING, OU_MEMBER_FUNCTION(OU_S(set_threshold), gc_set_threshold, 1, 3, OU_NATIVE_TAKES),)
    OU_IF(REPORT, OU_MEMBER_FUNCTION(OU_S(stats), ou_gc_native_stats, 0, 0, 0),)
    OU_IF(GC_TUNING, OU_MEMBER_FUNCTION(OU_S(threshold), gc_threshold, 0, 1, 0),)
};
/* clang-format on */
static OU_MEMBER_TABLE(gc_table, gc_members);
extern const struct ou_rom_module ou_module_gc;
OU_ROM_ALIGN const struct ou_rom_module ou_module_gc = {OU_ROM(&ou_type_rom_module), OU_S(gc), &gc_table,
                                                        NULL};
