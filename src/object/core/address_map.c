/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Maps from addresses of heap blocks to words: open addressing with linear probing, in a table of any
 * size (the hash is scaled, not masked), so that a small machine's grows by a half at a time.
 *
 * One algorithm serves growing, shrinking, dropping the dead and blocks that move: the table is put in
 * order where it is.  Every key is first marked as out of place, in its lowest bit, which addresses leave
 * free; then each goes to the first slot from its home on that is free or holds another one out of
 * place, with which it changes.  Every exchange puts one key in place for good, so this is linear.
 *
 * Invariants (ou_address_map_verify): between a key's home and its slot no slot is free; count is exact,
 * and less than capacity, so that every search ends.
 */
#include "object/core/address_map.h"
#include "base/base.h"
#include "object/core/vm.h"

#define FIRST 8u /* entries of a new table */
/* A larger one grows to so many, and is made smaller when it has more than TOO_MUCH for each in use. */
#if OU_WORD_BITS == 64
#define GROWN(capacity) (2 * (capacity))
#define TOO_MUCH 16u
#else
#define GROWN(capacity) ((capacity) + (capacity) / 2)
#define TOO_MUCH 4u
#endif
#define MOVING ((ou_val)1)
#define ATTRIBUTES (OU_MEM_VM | OU_MEM_FOR(OU_OWNER_VM))

static uint32_t home_of(const struct ou_address_map *map, ou_val key)
{
    uint64_t granule = (uint64_t)key / OU_GRANULE;
    uint32_t hash = ((uint32_t)granule ^ (uint32_t)(granule >> 32)) * 2654435761u;
    return (uint32_t)((uint64_t)hash * map->capacity >> 32);
}

static uint32_t next_of(const struct ou_address_map *map, uint32_t slot)
{
    return slot + 1 == map->capacity ? 0 : slot + 1;
}

/* Puts every entry where it belongs, wherever it was. */
static void put_in_order(struct ou_address_map *map)
{
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->entries[i].key)
            map->entries[i].key |= MOVING;
    for (uint32_t i = 0; i < map->capacity; i++)
        while (map->entries[i].key & MOVING) {
            struct ou_address_entry entry = map->entries[i];
            entry.key &= ~MOVING;
            uint32_t slot = home_of(map, entry.key);
            while (map->entries[slot].key && !(map->entries[slot].key & MOVING))
                slot = next_of(map, slot);
            map->entries[i] = map->entries[slot]; /* free, out of place, or this one itself */
            map->entries[slot] = entry;
        }
}

ou_val *ou_address_map_get(const struct ou_address_map *map, ou_val key)
{
    if (!map->count)
        return NULL;
    for (uint32_t slot = home_of(map, key); map->entries[slot].key; slot = next_of(map, slot))
        if (map->entries[slot].key == key)
            return &map->entries[slot].word;
    return NULL;
}

static struct ou_address_entry *entries_resize(struct ou_vm *vm, struct ou_address_map *map, size_t size)
{
    return map->entries ? ou_outer_realloc(vm->outer, map->entries, size, true)
                        : ou_outer_alloc(vm->outer, size, ATTRIBUTES);
}

static bool has_room(const struct ou_address_map *map) { return map->count < map->capacity / 4 * 3; }

static int grow(struct ou_vm *vm, struct ou_address_map *map)
{
    uint32_t capacity = map->capacity ? GROWN(map->capacity) : FIRST;
    size_t size = capacity * sizeof *map->entries;
    struct ou_address_entry *entries = entries_resize(vm, map, size);
    if (!entries) {
        ou_gc_shrink(&vm->heap);
        if (has_room(map))
            return 0;
        entries = entries_resize(vm, map, size);
    }
    if (!entries) {
        ou_raise_memory(vm, size);
        return -1;
    }
    memset(entries + map->capacity, 0, (capacity - map->capacity) * sizeof *entries);
    map->entries = entries;
    map->capacity = capacity;
    put_in_order(map);
    return 0;
}

ou_val *ou_address_map_add(struct ou_vm *vm, struct ou_address_map *map, ou_val key)
{
    ou_val *word = ou_address_map_get(map, key);
    if (word)
        return word;
    while (!has_room(map)) /* twice if a collection trimmed the table */
        if (grow(vm, map) < 0)
            return NULL;
    uint32_t slot = home_of(map, key);
    while (map->entries[slot].key)
        slot = next_of(map, slot);
    map->entries[slot] = (struct ou_address_entry){.key = key, .word = OU_ABSENT};
    map->count++;
    return &map->entries[slot].word;
}

void ou_address_map_remove(struct ou_address_map *map, ou_val key)
{
    ou_val *word = ou_address_map_get(map, key);
    if (!word)
        return;
    uint32_t hole = (uint32_t)((struct ou_address_entry *)(word - 1) - map->entries);
    for (uint32_t slot = next_of(map, hole); map->entries[slot].key; slot = next_of(map, slot)) {
        uint32_t home = home_of(map, map->entries[slot].key);
        bool stays = hole <= slot ? hole < home && home <= slot : hole < home || home <= slot;
        if (!stays) {
            map->entries[hole] = map->entries[slot];
            hole = slot;
        }
    }
    map->entries[hole] = (struct ou_address_entry){.key = OU_ABSENT};
    map->count--;
}

uint32_t ou_address_map_clear_dead(struct ou_vm *vm, struct ou_address_map *map,
                                   void (*on_dead)(struct ou_vm *vm, ou_val key, ou_val word))
{
    uint32_t dead = 0;
    for (uint32_t i = 0; map->count && i < map->capacity; i++) {
        struct ou_address_entry *entry = &map->entries[i];
        if (!entry->key || ou_gc_is_marked(&vm->heap, entry->key))
            continue;
        if (on_dead)
            on_dead(vm, entry->key, entry->word);
        *entry = (struct ou_address_entry){.key = OU_ABSENT};
        dead++;
    }
    map->count -= dead;
    if (dead && map->count)
        put_in_order(map);
    return dead;
}

void ou_address_map_update(struct ou_vm *vm, struct ou_address_map *map)
{
    bool changed = false;
    for (uint32_t i = 0; map->count && i < map->capacity; i++) {
        if (!map->entries[i].key)
            continue;
        ou_val key = ou_gc_forward(&vm->heap, map->entries[i].key);
        changed |= key != map->entries[i].key;
        map->entries[i].key = key;
    }
    if (changed)
        put_in_order(map);
}

void ou_address_map_trim(struct ou_vm *vm, struct ou_address_map *map)
{
    if (!map->count) {
        ou_address_map_release(vm, map);
        return;
    }
    uint32_t capacity = OU_MAX(map->count * (TOO_MUCH / 2), FIRST), at = 0;
    if (capacity >= map->capacity / 2)
        return;
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->entries[i].key)
            map->entries[at++] = map->entries[i];
    memset(map->entries + at, 0, (capacity - at) * sizeof *map->entries);
    map->capacity = capacity;
    put_in_order(map);
    (void)!ou_outer_realloc(vm->outer, map->entries, capacity * sizeof *map->entries, false);
}

void ou_address_map_release(struct ou_vm *vm, struct ou_address_map *map)
{
    ou_outer_free(vm->outer, map->entries);
    *map = (struct ou_address_map){.entries = NULL};
}

int ou_address_map_verify(const struct ou_address_map *map)
{
    uint32_t count = 0;
    if (map->capacity ? !map->entries || map->count >= map->capacity : map->entries || map->count)
        return -1;
    for (uint32_t i = 0; i < map->capacity; i++) {
        ou_val key = map->entries[i].key;
        if (!key)
            continue;
        if (key % OU_GRANULE || ou_address_map_get(map, key) != &map->entries[i].word)
            return -1;
        count++;
    }
    return count == map->count ? 0 : -1;
}
