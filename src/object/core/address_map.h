/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A map from heap blocks to a word each, for what few objects need and none has room for: the number that
 * is its id, its list of weak references.
 *
 * The table lies in the outer heap and takes no memory before the first entry.  It is weak in its keys:
 * they are no roots, and whoever owns a map calls ou_address_map_clear_dead in hooks.clear_dead (or
 * clear_weak) and ou_address_map_update in hooks.update.  The words are the owner's: no root provider sees
 * them, and where they are references the owner marks and forwards them (entries is his to walk, but for
 * the keys).  A key is the address of a block's start, never OU_ABSENT; ROM is allowed and never dies.
 *
 * A word's address is good until the next add, remove, trim, or collection.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_ADDRESS_MAP_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_ADDRESS_MAP_H

#include <ouro/ouro.h>

struct ou_address_entry {
    ou_val key; /* OU_ABSENT: free */
    ou_val word;
};

struct ou_address_map { /* all zero: empty */
    struct ou_address_entry *entries;
    uint32_t count, capacity;
};

/* The word of `key`, or NULL if there is none. */
ou_val *ou_address_map_get(const struct ou_address_map *map, ou_val key);
/* The word of `key`, which is OU_ABSENT if it is new.  NULL: MemoryError is raised, nothing changed.
 * May collect. */
ou_val *ou_address_map_add(struct ou_vm *vm, struct ou_address_map *map, ou_val key) OU_MUST_CHECK;
/* Takes the entry out, if there is one. */
void ou_address_map_remove(struct ou_address_map *map, ou_val key);
/* During a collection: takes out all entries whose keys are not marked, calling on_dead (if not NULL) for
 * each first.  Returns how many.  Neither allocates nor frees. */
uint32_t ou_address_map_clear_dead(struct ou_vm *vm, struct ou_address_map *map,
                                   void (*on_dead)(struct ou_vm *vm, ou_val key, ou_val word));
/* In hooks.update: the keys become what ou_gc_forward says.  Neither allocates nor frees. */
void ou_address_map_update(struct ou_vm *vm, struct ou_address_map *map);
/* Gives back memory that is far too much for what is in it: in place, so it cannot fail. */
void ou_address_map_trim(struct ou_vm *vm, struct ou_address_map *map);
/* Gives back all memory; the map is empty. */
void ou_address_map_release(struct ou_vm *vm, struct ou_address_map *map);
/* Checks every invariant.  0, or negative. */
int ou_address_map_verify(const struct ou_address_map *map);

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_ADDRESS_MAP_H */
