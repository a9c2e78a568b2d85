/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The lookup cache: its size, and which builtins are hidden.  lookup.h says what it is.
 */
#include "object/core/lookup.h"
#include "base/base.h"
#include "object/core/table.h"
#include "object/types/type.h"

/* Misses between two looks at the size; so many more after the table was given back. */
#define MISSES 256u
#define MISSES_SHORT 65536u
#define ROOMY 32768u  /* bytes of heap from which on the least size is taken */
#define CODE_SHARE 10 /* of the bytes of code one in so many */
/* Entries of both tables. */
#if OU_WORD_BITS == 64
#define LEAST 384u
#define MOST 3072u
#else
#define LEAST 0u
#define MOST 512u
#endif

/* Stands for the table while there is none. */
OU_ROM_ALIGN static const ou_val none[1];

void ou_lookup_init(struct ou_vm *vm)
{
    vm->roots.lookup_cache = OU_ROM(none); /* which is not written to */
    vm->lookup_mask = vm->lookup_second = 0;
    vm->lookup_due = MISSES;
}

static size_t entries(const struct ou_vm *vm)
{
    return vm->lookup_mask ? vm->lookup_mask + 1 + vm->lookup_second : 0;
}

size_t ou_lookup_bytes(const struct ou_vm *vm) { return entries(vm) * sizeof(ou_val); }

void ou_lookup_clear(struct ou_vm *vm)
{
    if (vm->lookup_mask)
        memset((void *)vm->roots.lookup_cache, 0, ou_lookup_bytes(vm));
}

bool ou_lookup_give_back(struct ou_vm *vm)
{
    void *block = (void *)vm->roots.lookup_cache;
    if (!vm->lookup_mask)
        return false;
    ou_lookup_init(vm);
    vm->lookup_due = MISSES_SHORT;
    ou_gc_free(&vm->heap, block);
    return true;
}

size_t ou_lookup_code_bytes(struct ou_vm *vm)
{
    struct ou_intern_stats names;
    ou_intern_stats(vm, &names);
    return vm->code_bytes + names.total_bytes;
}

static size_t power_of_two(size_t n)
{
    while (n & (n - 1))
        n &= n - 1;
    return n;
}

void ou_lookup_drop(struct ou_vm *vm)
{
    if (ou_lookup_give_back(vm))
        vm->lookup_due = MISSES;
}

void ou_lookup_code_added(struct ou_vm *vm, ou_val unit, size_t bytes)
{
    struct ou_unit *u = (struct ou_unit *)unit;
    if (u->code_bytes == OU_ABSENT) {
        ou_gc_set_finalise(&vm->heap, u, true);
        OU_STORE(vm, u, &u->code_bytes, ou_small(0));
    }
    OU_STORE(vm, u, &u->code_bytes, ou_small(ou_small_value(u->code_bytes) + (ou_int)bytes));
    vm->code_bytes += bytes;
}

void ou_lookup_code_dropped(struct ou_vm *vm, const struct ou_unit *unit)
{
    vm->code_bytes -= (size_t)ou_small_value(unit->code_bytes);
}

static size_t entries_wanted(struct ou_vm *vm)
{
    size_t least = vm->heap.total * OU_GRANULE >= ROOMY ? LEAST : 0;
    return OU_MIN(OU_MAX(ou_lookup_code_bytes(vm) / CODE_SHARE / sizeof(ou_val), least), MOST);
}

void ou_lookup_after_collect(struct ou_vm *vm)
{
    if (entries(vm) > entries_wanted(vm))
        ou_lookup_drop(vm);
}

/* Two thirds for the first table, as far as powers of two can be. */
static void resize(struct ou_vm *vm)
{
    size_t most = entries_wanted(vm);
    size_t first = OU_MAX(power_of_two(most * 2 / 3), OU_LOOKUP_ENTRIES_MIN);
    vm->lookup_due = MISSES;
    if (most < first || ou_gc_lock_depth(&vm->heap))
        return;
    size_t second = power_of_two(most - first);
    second = second < OU_LOOKUP_ENTRIES_MIN ? 0 : OU_MIN(second, first);
    if (first + second <= entries(vm))
        return;
    size_t bytes = (first + second) * sizeof(ou_val);
    void *block = ou_gc_alloc_nogc(&vm->heap, bytes, OU_GC_RAW | OU_GC_LONG_LIVED);
    if (!block)
        return;
    if (vm->lookup_mask)
        ou_gc_free(&vm->heap, (void *)vm->roots.lookup_cache);
    memset(block, 0, bytes);
    vm->roots.lookup_cache = ou_from_ptr(block);
    vm->lookup_mask = (uint32_t)first - 1;
    vm->lookup_second = (uint32_t)second;
}

static void count_miss(struct ou_vm *vm)
{
    if (OU_UNLIKELY(--vm->lookup_due == 0))
        resize(vm);
}

bool ou_lookup_made(struct ou_vm *vm)
{
    count_miss(vm);
    return vm->lookup_mask != 0;
}

/* Where the entry is in the second table: the versions are scattered (Fibonacci hashing). */
static ou_val *second_entry(const struct ou_vm *vm, ou_val id, ou_val version)
{
    ou_val at = (id + ((uint32_t)version * 0x9e3779b1u >> 22)) & (vm->lookup_second - 1);
    return (ou_val *)vm->roots.lookup_cache + vm->lookup_mask + 1 + at;
}

/* Puts an entry into the first table; the one that was there goes to the second: its version stands in it, and what is
 * missing of its name follows from where it was. */
static void put(struct ou_vm *vm, ou_val at, ou_val entry)
{
    ou_val *first = (ou_val *)vm->roots.lookup_cache + at, old = *first;
    *first = entry;
    if (!old || !vm->lookup_second)
        return;
    ou_val version = old >> (OU_LOOKUP_PLACE_BITS + OU_LOOKUP_NAME_BITS) << 2 | 1;
    ou_val id = old >> OU_LOOKUP_PLACE_BITS & (((ou_val)1 << OU_LOOKUP_NAME_BITS) - 1);
    ou_val low = at - ou_lookup_at(vm, 0, version);
    *second_entry(vm, id << OU_LOOKUP_NAME_LOW | (low & (OU_LOOKUP_ENTRIES_MIN - 1)), version) = old;
}

unsigned ou_lookup_find(struct ou_vm *vm, ou_val name, ou_val version)
{
    unsigned place = ou_lookup_get(vm, name, version);
    if (place != OU_LOOKUP_NONE || !vm->lookup_second || !ou_lookup_fits(name))
        return place;
    ou_val *entry = second_entry(vm, name >> 4, version), found = *entry ^ ou_lookup_key(name, version);
    if (found >> OU_LOOKUP_PLACE_BITS || !found)
        return OU_LOOKUP_NONE;
    ou_val moved = *entry;
    *entry = 0;
    put(vm, ou_lookup_at(vm, name, version), moved);
    return (unsigned)found;
}

void ou_lookup_set(struct ou_vm *vm, ou_val name, ou_val version, unsigned place)
{
    count_miss(vm);
    if (vm->lookup_mask && ou_lookup_fits(name))
        put(vm, ou_lookup_at(vm, name, version), ou_lookup_key(name, version) | place);
}

/* -- builtins -- */

#define SHADOWED_BITS (8 * sizeof((struct ou_vm *)0)->shadowed)

ou_int ou_lookup_builtin(struct ou_vm *vm, ou_val name)
{
    ou_int i = ou_rom_table_find(vm->up->builtins, name);
    return i >= 0 && (size_t)i < SHADOWED_BITS && !(vm->shadowed[i / 8] >> (i & 7) & 1) ? i : -1;
}

void ou_lookup_name_added(struct ou_vm *vm, ou_val name)
{
    ou_int i = ou_lookup_builtin(vm, name);
    if (i < 0)
        return;
    vm->shadowed[i / 8] |= (uint8_t)(1u << (i & 7));
    ou_lookup_clear(vm);
}

void ou_lookup_namespace(struct ou_vm *vm, ou_val dict)
{
    struct ou_table *t = ou_table_at(dict);
    size_t position = 0;
    const ou_val *entry;
    if (ou_table_flags(t) & OU_TABLE_NAMESPACE)
        return;
    t->counts |= OU_TABLE_NAMESPACE << 2;
    while ((entry = ou_table_next(t, &position)) != NULL)
        ou_lookup_name_added(vm, entry[0]);
}
