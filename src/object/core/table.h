/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The hash table under dict, set and frozenset: compact and in insertion order.
 *
 * Records lie one after the other in a VALUES block (`entries`); a removed one has an unbound key until
 * the table is compacted.  A table of at most 8 records has nothing else and is searched from front to
 * back; a larger one has an index, a RAW block of record numbers found by hash.
 *
 * How keys are compared depends on the most demanding key that the table has seen:
 *
 *     WORDS   all keys are interned strings or small ints: equal means the same word
 *     CHEAP   all keys have hashes that are cheap to compute again and cannot run Python
 *             (str, numbers, bytes, None, native objects without comparison)
 *     HASHED  some key has a hash that must be remembered: a record has one more word
 *
 * `counts` is a small int whose payload is, from the low end: 2 bits kind, 1 bit BIG (there is an
 * index), 1 bit KEYS_ONLY (a set), 1 bit NAMESPACE, and then, without an index, 4 bits each of live records, fill (records
 * in use, removed ones included) and capacity; with an index, the live records (25 bits on a 32-bit
 * machine), fill and capacity being in the index.  So a record costs 8 or 12 bytes there, a dict of 4 48
 * bytes and a dict of 16 184.
 *
 * A record's number never changes except when the table is compacted, resized or cleared; removing a key
 * leaves all others where they are.  Whoever remembers a number checks that it is below the fill and that
 * the key there is the one expected.
 *
 * What holds always (ou_table_verify checks it): live <= fill <= capacity; the last record below the fill
 * is not a removed one; words of entries that are not in use are unbound; each live record is in the index
 * once, nothing else is.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_TABLE_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_TABLE_H

#include "object/core/object.h"

#define OU_TABLE_WORDS 0u
#define OU_TABLE_CHEAP 1u
#define OU_TABLE_HASHED 2u
#define OU_TABLE_KIND 3u
#define OU_TABLE_BIG 4u
#define OU_TABLE_KEYS_ONLY 8u
#define OU_TABLE_NAMESPACE 16u /* holds global names: see lookup.h */
#define OU_TABLE_FLAGS 31u
#define OU_TABLE_SMALL_MAX 8u /* records of a table without an index */

#define OU_TABLE_ABSENT (-1)
#define OU_TABLE_ERROR (-2)

struct ou_table_index {
    uint32_t fill;
    uint32_t capacity_log; /* capacity, and above 27 bits log2 of the number of slots */
    uint8_t slots[];       /* uint8_t for up to 2^8 slots, uint16_t up to 2^16, else uint32_t; 0: empty,
                              else record number + 1 */
};
#define OU_TABLE_CAPACITY_BITS 27
#define OU_TABLE_CAPACITY_MAX 0x1ffffffu

static inline struct ou_table *ou_table_at(ou_val v) { return (struct ou_table *)v; }
static inline ou_val ou_table_flags(const struct ou_table *t) { return (t->counts >> 2) & OU_TABLE_FLAGS; }
static inline ou_val ou_table_kind(const struct ou_table *t) { return (t->counts >> 2) & OU_TABLE_KIND; }
static inline bool ou_table_is_big(const struct ou_table *t) { return (t->counts >> 2) & OU_TABLE_BIG; }
static inline struct ou_table_index *ou_table_index(const struct ou_table *t)
{
    return (struct ou_table_index *)t->index;
}
static inline size_t ou_table_live(const struct ou_table *t)
{
    ou_val c = t->counts >> 2;
    return c & OU_TABLE_BIG ? c >> 5 : (c >> 5) & 15;
}
static inline size_t ou_table_fill(const struct ou_table *t)
{
    ou_val c = t->counts >> 2;
    return c & OU_TABLE_BIG ? ou_table_index(t)->fill : (c >> 9) & 15;
}
static inline size_t ou_table_capacity(const struct ou_table *t)
{
    ou_val c = t->counts >> 2;
    return c & OU_TABLE_BIG ? ou_table_index(t)->capacity_log & ((1u << OU_TABLE_CAPACITY_BITS) - 1)
                            : (c >> 13) & 15;
}
/* Words of a record. */
static inline size_t ou_table_stride(const struct ou_table *t)
{
    ou_val c = t->counts >> 2;
    return 2 - ((c >> 3) & 1) + ((c >> 1) & 1);
}
/* Record i < fill: key, value (unless KEYS_ONLY), hash (if HASHED).  No collection. */
static inline ou_val *ou_table_entry(const struct ou_table *t, size_t i)
{
    return (ou_val *)t->entries + i * ou_table_stride(t);
}

static inline bool ou_table_is_word(ou_val key) { return ou_is_small(key) || ou_is_interned(key); }

/* -- lookup: a record number, OU_TABLE_ABSENT or OU_TABLE_ERROR (raised) -- */

ou_int ou_table_probe_word(struct ou_vm *vm, const struct ou_table *t, ou_val key);
/* The record whose key is the same word; never runs Python, no collection. */
static inline ou_int ou_table_find_word(struct ou_vm *vm, const struct ou_table *t, ou_val key)
{
    ou_val c = t->counts >> 2;
    if (c & OU_TABLE_BIG)
        return ou_table_probe_word(vm, t, key);
    const ou_val *entry = (const ou_val *)t->entries;
    size_t stride = ou_table_stride(t), fill = (c >> 9) & 15;
    for (size_t i = 0; i < fill; i++, entry += stride)
        if (*entry == key)
            return (ou_int)i;
    return OU_TABLE_ABSENT;
}
ou_int ou_table_find_name_slow(struct ou_vm *vm, const struct ou_table *t, ou_val name);
/* The record of an interned string; never runs Python, no collection, no error. */
static inline ou_int ou_table_find_name(struct ou_vm *vm, const struct ou_table *t, ou_val name)
{
    ou_int i = ou_table_find_word(vm, t, name);
    return i >= 0 || ou_table_kind(t) == OU_TABLE_WORDS ? i : ou_table_find_name_slow(vm, t, name);
}
/* The hash as the functions below want it; 0 or -1 (unhashable, or raised by __hash__). */
int ou_table_hash(struct ou_vm *vm, ou_val key, ou_int *hash) OU_MUST_CHECK;
/* Any key with its hash.  May run Python, which may change the table: then the search starts again. */
ou_int ou_table_find_hashed(struct ou_vm *vm, const struct ou_table *t, ou_val key,
                            ou_int hash) OU_MUST_CHECK;
/* The same, hashing the key. */
ou_int ou_table_find_slow(struct ou_vm *vm, const struct ou_table *t, ou_val key) OU_MUST_CHECK;
static inline ou_int ou_table_find(struct ou_vm *vm, const struct ou_table *t, ou_val key)
{
    if (ou_table_is_word(key)) {
        ou_int i = ou_table_find_word(vm, t, key);
        if (i >= 0 || ou_table_kind(t) == OU_TABLE_WORDS)
            return i;
    }
    return ou_table_find_slow(vm, t, key);
}

/* -- change -- */

/* Makes t (a fresh block with its type set) an empty table with room for `capacity`. 0 or -1. */
int ou_table_init(struct ou_vm *vm, struct ou_table *t, bool keys_only, size_t capacity) OU_MUST_CHECK;
/* Adds a key known to be absent.  May collect, does not run Python.  0 or -1 (MemoryError). */
int ou_table_add(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_int hash, ou_val value) OU_MUST_CHECK;
/* Sets or adds: 0 or -1. */
int ou_table_put(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_val value) OU_MUST_CHECK;
int ou_table_put_hashed(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_int hash,
                        ou_val value) OU_MUST_CHECK;
/* Removes record i.  No collection, never fails. */
void ou_table_remove(struct ou_vm *vm, struct ou_table *t, size_t i);
/* Looks up and removes: 1, 0 absent, -1.  *value (may be NULL) receives what was there. */
int ou_table_take(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_val *value) OU_MUST_CHECK;
void ou_table_clear(struct ou_vm *vm, struct ou_table *t);
/* Room for n records in all. */
int ou_table_reserve(struct ou_vm *vm, struct ou_table *t, size_t n) OU_MUST_CHECK;
/* Gives back what the table does not need now; never fails. */
void ou_table_trim(struct ou_vm *vm, struct ou_table *t);
/* Copies the records of `from` into the empty table t (of the same or another sort: values of a set's
 * records are `value`). 0 or -1. */
int ou_table_copy(struct ou_vm *vm, struct ou_table *t, const struct ou_table *from,
                  ou_val value) OU_MUST_CHECK;
/* The remembered or computed hash of record i; no collection. */
ou_int ou_table_hash_at(struct ou_vm *vm, const struct ou_table *t, size_t i);
/* Bytes of entries and index. */
size_t ou_table_owned_bytes(struct ou_vm *vm, const struct ou_table *t);
/* 0, or a number that says what is wrong. */
int ou_table_verify(struct ou_vm *vm, const struct ou_table *t);

/* Goes through the live records: *position starts at 0; the next one or NULL.  No collection; the table
 * may change in between. */
static inline ou_val *ou_table_next(const struct ou_table *t, size_t *position)
{
    size_t fill = ou_table_fill(t);
    while (*position < fill) {
        ou_val *entry = ou_table_entry(t, (*position)++);
        if (entry[0] != OU_ABSENT)
            return entry;
    }
    return NULL;
}

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_TABLE_H */
