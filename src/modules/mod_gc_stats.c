/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module gc: all figures of the memory.
 */
#include "modules/mod_gc.h"

static int add(struct ou_vm *vm, ou_val dict, ou_val name, uint64_t n)
{
    ou_val v = ou_int_from_u64(vm, n);
    return v == OU_EXC ? -1 : ou_dict_set_name(vm, dict, name, v);
}

static int add_counts(struct ou_vm *vm, ou_val dict, const struct ou_memory_stats *s)
{
    static const ou_val names[] = {OU_S(full), OU_S(incremental), OU_S(fallback), OU_S(compaction)};
    ou_val kinds = ou_dict_new(vm, sizeof names / sizeof *names), owners, pauses;
    if (kinds == OU_EXC)
        return -1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (add(vm, kinds, names[i], s->kinds[i]) < 0)
            return -1;
    if (ou_dict_set_name(vm, dict, OU_S(kinds), kinds) < 0 || (owners = ou_dict_new(vm, 7)) == OU_EXC)
        return -1;
    for (size_t i = 0; i < OU_OWNER_COUNT; i++) {
        ou_val name = ou_intern(vm, ou_memory_owners[i], strlen(ou_memory_owners[i]));
        if (name == OU_EXC || add(vm, owners, name, s->outer_by[i]) < 0)
            return -1;
    }
    if (ou_dict_set_name(vm, dict, OU_S(outer), owners) < 0 || (pauses = ou_list_new(vm, 0, NULL)) == OU_EXC)
        return -1;
    for (unsigned i = 0; i < OU_GC_PAUSE_SLOTS; i++) {
        ou_val items[] = {i + 1 < OU_GC_PAUSE_SLOTS ? ou_small(16 << i) : OU_NONE,
                          ou_int_from_u64(vm, s->pauses[i])};
        ou_val pair = items[1] == OU_EXC ? OU_EXC : ou_tuple_new(vm, 2, items);
        if (pair == OU_EXC || ou_list_append(vm, pauses, pair) < 0)
            return -1;
    }
    return ou_dict_set_name(vm, dict, OU_S(pauses), pauses);
}

/* All figures, in bytes and microseconds, as of the call. */
OU_NATIVE_FUNCTION(ou_gc_native_stats)
{
    struct ou_memory_stats s;
    ou_memory_stats(vm, &s);
    ou_val dict = ou_dict_new(vm, 24);
    if (dict == OU_EXC)
        return OU_EXC;
    const struct {
        ou_val name;
        uint64_t n;
    } figures[] = {{OU_S(total), s.total},
                   {OU_S(used), s.used},
                   {OU_S(free), s.total - s.used},
                   {OU_S(peak), s.peak},
                   {OU_S(largest), s.largest},
                   {OU_S(growth), s.growth},
                   {OU_S(overhead), s.overhead},
                   {OU_S(areas), s.areas},
                   {OU_S(pinned), s.pinned_last},
                   {OU_S(outer_total), s.outer_total},
                   {OU_S(outer_used), s.outer_used},
                   {OU_S(outer_peak), s.outer_peak},
                   {OU_S(outer_largest), s.outer_largest},
                   {OU_S(outer_reserve), s.outer_reserve},
                   {OU_S(interned), s.interned},
                   {OU_S(interned_strings), s.intern_strings},
#define COUNTER(type, name, string) {string, s.name},
                   OU_HEAP_COUNTERS(COUNTER)};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (add(vm, dict, figures[i].name, figures[i].n) < 0)
            return OU_EXC;
    return add_counts(vm, dict, &s) < 0 ? OU_EXC : dict;
}
