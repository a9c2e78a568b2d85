/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module gc: CPython's switches, MicroPython's figures, and a few more.
 */
#include <ouro/ouro.h>

#define NATIVE(name) static ou_val name(struct ou_vm *vm, unsigned n_args, unsigned n_kw, const ou_val *args)
#define UNUSED (void)n_args, (void)n_kw, (void)args

NATIVE(gc_collect)
{
    UNUSED;
    return ou_int_from_u64(vm, ou_memory_collect(vm));
}

NATIVE(gc_enable)
{
    UNUSED;
    ou_memory_set_automatic(vm, true);
    return OU_NONE;
}

NATIVE(gc_disable)
{
    UNUSED;
    ou_memory_set_automatic(vm, false);
    return OU_NONE;
}

NATIVE(gc_isenabled)
{
    UNUSED;
    return ou_bool(ou_memory_is_automatic(vm));
}

/* Free: in the areas, and what one more area would add. */
NATIVE(gc_mem_free)
{
    UNUSED;
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, (uint64_t)(s.total - s.used) + s.growth);
}

NATIVE(gc_mem_alloc)
{
    UNUSED;
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, s.used);
}

NATIVE(gc_mem_largest)
{
    UNUSED;
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    return ou_int_from_u64(vm, s.growth > s.largest ? s.growth : s.largest);
}

NATIVE(gc_threshold)
{
    (void)n_kw;
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

static int add(struct ou_vm *vm, ou_val dict, ou_val name, uint64_t n)
{
    ou_val v = ou_int_from_u64(vm, n);
    return v == OU_EXC ? -1 : ou_dict_set_name(vm, dict, name, v);
}

/* All figures, in bytes and microseconds, as of the call. */
NATIVE(gc_stats)
{
    UNUSED;
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    ou_val dict = ou_dict_new(vm, 18);
    if (dict == OU_EXC)
        return OU_EXC;
    const struct {
        ou_val name;
        uint64_t n;
    } figures[] = {
        {OU_S(total), s.total},
        {OU_S(used), s.used},
        {OU_S(free), s.total - s.used},
        {OU_S(peak), s.peak},
        {OU_S(largest), s.largest},
        {OU_S(growth), s.growth},
        {OU_S(overhead), s.overhead},
        {OU_S(areas), s.areas},
        {OU_S(collections), s.collections},
        {OU_S(longest_pause_us), s.longest_pause_us},
        {OU_S(total_pause_us), s.total_pause_us},
        {OU_S(pinned), s.pinned_last},
        {OU_S(outer_total), s.outer_total},
        {OU_S(outer_used), s.outer_used},
        {OU_S(outer_peak), s.outer_peak},
        {OU_S(outer_largest), s.outer_largest},
        {OU_S(outer_reserve), s.outer_reserve},
        {OU_S(interned), s.interned},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (add(vm, dict, figures[i].name, figures[i].n) < 0)
            return OU_EXC;
    return dict;
}

OU_FUNCTION(collect_function, gc_collect, OU_S(collect), 0, 1, 0);
OU_FUNCTION(disable_function, gc_disable, OU_S(disable), 0, 0, 0);
OU_FUNCTION(enable_function, gc_enable, OU_S(enable), 0, 0, 0);
OU_FUNCTION(isenabled_function, gc_isenabled, OU_S(isenabled), 0, 0, 0);
OU_FUNCTION(mem_alloc_function, gc_mem_alloc, OU_S(mem_alloc), 0, 0, 0);
OU_FUNCTION(mem_free_function, gc_mem_free, OU_S(mem_free), 0, 0, 0);
OU_FUNCTION(mem_largest_function, gc_mem_largest, OU_S(mem_largest), 0, 0, 0);
OU_FUNCTION(stats_function, gc_stats, OU_S(stats), 0, 0, 0);
OU_FUNCTION(threshold_function, gc_threshold, OU_S(threshold), 0, 1, 0);

static const struct ou_rom_entry gc_entries[] = {
    {OU_S(__name__), OU_S(gc)},
    {OU_S(collect), OU_ROM(&collect_function)},
    {OU_S(disable), OU_ROM(&disable_function)},
    {OU_S(enable), OU_ROM(&enable_function)},
    {OU_S(isenabled), OU_ROM(&isenabled_function)},
    {OU_S(mem_alloc), OU_ROM(&mem_alloc_function)},
    {OU_S(mem_free), OU_ROM(&mem_free_function)},
    {OU_S(mem_largest), OU_ROM(&mem_largest_function)},
    {OU_S(stats), OU_ROM(&stats_function)},
    {OU_S(threshold), OU_ROM(&threshold_function)},
};
static OU_ROM_TABLE(gc_table, gc_entries);
extern const struct ou_rom_module ou_module_gc;
OU_ROM_ALIGN const struct ou_rom_module ou_module_gc = {OU_ROM(&ou_type_rom_module), OU_S(gc), &gc_table,
                                                        NULL};
