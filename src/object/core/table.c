/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The hash table under dict and set; see table.h for its layout.
 *
 * The index uses linear probing, at most two thirds full, and the place of a hash is taken from the top
 * of hash * golden ratio, because small ints are their own hashes.  Removing a key closes its gap by
 * moving later ones back, so there are no tombstones in the index and lookups do not slow down.
 *
 * Comparing keys may run Python code that changes the table.  Where that can happen, what the search
 * stands on (entries, index, counts, the key) is compared afterwards, and the search begins again if any
 * of it changed.
 */
#include "base/base.h"
#include "object/core/table.h"
#include "object/core/lookup.h"
#include "object/core/string.h"

#if OU_WORD_BITS == 64
#define GOLDEN ((uintptr_t)0x9e3779b97f4a7c15u)
#else
#define GOLDEN ((uintptr_t)0x9e3779b9u)
#endif

enum match { DIFFERENT, SAME, UNSURE };

/* -- hashes -- */

/* A hash as a small int can hold it. */
static inline ou_int fold(ou_int h) { return ou_small_value(ou_small(h)); }

static inline ou_int word_hash(struct ou_vm *vm, ou_val key)
{
    if (ou_is_small(key)) {
        ou_int n = ou_small_value(key);
        return n == -1 ? -2 : n;
    }
    uint32_t id = ou_interned_id(key);
    if (id < OU_NAMES_COUNT)
        return (ou_int)ou_rom_hash(id);
#if OU_WORD_BITS == 64
    return (ou_int)vm->intern.hashes[id - OU_NAMES_COUNT];
#else
    return (ou_int)ou_intern_hash(vm, key);
#endif
}

/* How demanding is a key? */
static ou_val kind_of(ou_val key)
{
    if (ou_table_is_word(key))
        return OU_TABLE_WORDS;
    if (!ou_is_ptr(key) || ou_is(key, &ou_type_str) || (OU_WITH_FLOAT && ou_is(key, &ou_type_float)) ||
        ou_is(key, &ou_type_int) || ou_is(key, &ou_type_bytes))
        return OU_TABLE_CHEAP;
    return OU_TABLE_HASHED;
}

int ou_table_hash(struct ou_vm *vm, ou_val key, ou_int *hash)
{
    if (ou_table_is_word(key))
        *hash = word_hash(vm, key);
    else if (ou_is(key, &ou_type_str))
        *hash = (ou_int)ou_str_hash(vm, key);
    else if (ou_hash(vm, key, hash) < 0)
        return -1;
    *hash = fold(*hash);
    return 0;
}

/* The hash of a key that is not HASHED: cannot fail. */
static ou_int cheap_hash(struct ou_vm *vm, ou_val key)
{
    ou_int h = 0;
    if (ou_table_hash(vm, key, &h) < 0)
        ou_assert(false);
    return h;
}

ou_int ou_table_hash_at(struct ou_vm *vm, const struct ou_table *t, size_t i)
{
    const ou_val *entry = ou_table_entry(t, i);
    if (ou_table_kind(t) == OU_TABLE_HASHED)
        return ou_small_value(entry[ou_table_stride(t) - 1]);
    return cheap_hash(vm, entry[0]);
}

/* -- the index -- */

static inline unsigned index_log(const struct ou_table_index *x)
{
    return x->capacity_log >> OU_TABLE_CAPACITY_BITS;
}

static inline size_t slot_load(const struct ou_table_index *x, unsigned log, size_t i)
{
    if (OU_LIKELY(log <= 8))
        return x->slots[i];
    return log <= 16 ? ((const uint16_t *)x->slots)[i] : ((const uint32_t *)x->slots)[i];
}

static inline void slot_save(struct ou_table_index *x, unsigned log, size_t i, size_t value)
{
    if (log <= 8)
        x->slots[i] = (uint8_t)value;
    else if (log <= 16)
        ((uint16_t *)x->slots)[i] = (uint16_t)value;
    else
        ((uint32_t *)x->slots)[i] = (uint32_t)value;
}

static inline size_t home_of(ou_int hash, unsigned log)
{
    return ((uintptr_t)hash * GOLDEN) >> (OU_WORD_BITS - log);
}

static size_t index_bytes(unsigned log)
{
    return sizeof(struct ou_table_index) + (((size_t)1 << log) << (log <= 8 ? 0 : log <= 16 ? 1 : 2));
}

/* log2 of the slots for so many records. */
static unsigned log_for(size_t capacity) { return ou_log2(capacity + capacity / 2 - 1) + 1; }

static void index_insert(struct ou_table_index *x, ou_int hash, size_t record)
{
    unsigned log = index_log(x);
    size_t mask = ((size_t)1 << log) - 1, i = home_of(hash, log);
    while (slot_load(x, log, i) != 0)
        i = (i + 1) & mask;
    slot_save(x, log, i, record + 1);
}

static void index_remove(struct ou_vm *vm, const struct ou_table *t, ou_int hash, size_t record)
{
    struct ou_table_index *x = ou_table_index(t);
    unsigned log = index_log(x);
    size_t mask = ((size_t)1 << log) - 1, hole = home_of(hash, log), found;
    while ((found = slot_load(x, log, hole)) != record + 1) {
        if (found == 0)
            return; /* an object whose hash changed: it cannot be found either */
        hole = (hole + 1) & mask;
    }
    for (size_t i = (hole + 1) & mask; (found = slot_load(x, log, i)) != 0; i = (i + 1) & mask) {
        size_t home = home_of(ou_table_hash_at(vm, t, found - 1), log);
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            slot_save(x, log, hole, found);
            hole = i;
        }
    }
    slot_save(x, log, hole, 0);
}

/* Enters all records, of which none is removed. */
static void index_fill(struct ou_vm *vm, const struct ou_table *t)
{
    struct ou_table_index *x = ou_table_index(t);
    memset(x->slots, 0, index_bytes(index_log(x)) - sizeof *x);
    for (size_t i = 0; i < x->fill; i++)
        index_insert(x, ou_table_hash_at(vm, t, i), i);
}

/* -- counts -- */

static inline void set_small(struct ou_table *t, ou_val flags, size_t live, size_t fill, size_t capacity)
{
    t->counts = ou_small((ou_int)((flags & ~(ou_val)OU_TABLE_BIG) | live << 5 | fill << 9 | capacity << 13));
}

static inline void set_live_fill(struct ou_table *t, size_t live, size_t fill)
{
    ou_val flags = ou_table_flags(t);
    if (flags & OU_TABLE_BIG) {
        t->counts = ou_small((ou_int)(flags | live << 5));
        ou_table_index(t)->fill = (uint32_t)fill;
    } else {
        set_small(t, flags, live, fill, ou_table_capacity(t));
    }
}

/* -- lookup -- */

ou_int ou_table_probe_word(struct ou_vm *vm, const struct ou_table *t, ou_val key)
{
    const struct ou_table_index *x = ou_table_index(t);
    const ou_val *entries = (const ou_val *)t->entries;
    size_t stride = ou_table_stride(t);
    unsigned log = index_log(x);
    size_t mask = ((size_t)1 << log) - 1, i = home_of(fold(word_hash(vm, key)), log), found;
    if (OU_LIKELY(log <= 8)) {
        while ((found = x->slots[i]) != 0) {
            if (entries[(found - 1) * stride] == key)
                return (ou_int)(found - 1);
            i = (i + 1) & mask;
        }
        return OU_TABLE_ABSENT;
    }
    while ((found = slot_load(x, log, i)) != 0) {
        if (entries[(found - 1) * stride] == key)
            return (ou_int)(found - 1);
        i = (i + 1) & mask;
    }
    return OU_TABLE_ABSENT;
}

static enum match match_str(struct ou_vm *vm, ou_val a, ou_val b)
{
    if (ou_is_interned(a) && ou_is_interned(b))
        return DIFFERENT;
#if OU_WORD_BITS == 64
    if (ou_is_ptr(a) && ou_is_ptr(b)) {
        const struct ou_str *s = (const struct ou_str *)a, *r = (const struct ou_str *)b;
        if (s->size_ascii != r->size_ascii || (s->hash != r->hash && s->hash != 0 && r->hash != 0))
            return DIFFERENT;
        return memcmp(s->data, r->data, ou_str_size(s)) == 0 ? SAME : DIFFERENT;
    }
#endif
    size_t n, m;
    const uint8_t *p = ou_str_data(vm, a, &n), *q = ou_str_data(vm, b, &m);
    return n == m && memcmp(p, q, n) == 0 ? SAME : DIFFERENT;
}

enum sort { TEXT, NUMBER, SINGLE, OTHER };

static inline enum sort sort_of(ou_val v)
{
    if (ou_is_ptr(v)) {
        const struct ou_type *t = *(const struct ou_type *const *)v;
        return t == &ou_type_str                                             ? TEXT
               : t == &ou_type_int || (OU_WITH_FLOAT && t == &ou_type_float) ? NUMBER
                                                                             : OTHER;
    }
    return ou_is_interned(v) ? TEXT : ou_is_small(v) || ou_is_flonum(v) || ou_is_bool(v) ? NUMBER : SINGLE;
}

/* Compares two different words as far as that cannot run Python. */
static enum match match(struct ou_vm *vm, ou_val stored, ou_val key)
{
    enum sort a = sort_of(stored), b = sort_of(key);
    if (a == OTHER || b == OTHER)
        return UNSURE;
    if (a != b || a == SINGLE)
        return DIFFERENT;
    if (a == TEXT)
        return match_str(vm, stored, key);
    if (ou_is_small(stored) && ou_is_small(key))
        return DIFFERENT;
    return ou_equal(vm, stored, key) == 1 ? SAME : DIFFERENT;
}

#define RESTART (-3)

/* Is record i the key's?  i, ABSENT (no), ERROR, or RESTART. */
static ou_int check(struct ou_vm *vm, const struct ou_table *t, size_t i, ou_val key, ou_int hash,
                    bool python)
{
    ou_val stored = ou_table_entry(t, i)[0];
    if (stored == key)
        return (ou_int)i;
    if (stored == OU_ABSENT)
        return OU_TABLE_ABSENT;
    enum match m = match(vm, stored, key);
    if (m != UNSURE)
        return m == SAME ? (ou_int)i : OU_TABLE_ABSENT;
    if (!python || ou_table_hash_at(vm, t, i) != hash)
        return OU_TABLE_ABSENT;
    ou_val entries = t->entries, index = t->index, counts = t->counts;
    int equal = ou_equal(vm, stored, key);
    if (equal < 0)
        return OU_TABLE_ERROR;
    if (t->entries != entries || t->index != index || t->counts != counts ||
        ou_table_entry(t, i)[0] != stored)
        return RESTART;
    return equal ? (ou_int)i : OU_TABLE_ABSENT;
}

static ou_int search(struct ou_vm *vm, const struct ou_table *t, ou_val key, ou_int hash, bool python)
{
    ou_int r;
restart:
    if (!ou_table_is_big(t)) {
        for (size_t i = 0; i < ou_table_fill(t); i++) {
            r = check(vm, t, i, key, hash, python);
            if (r == RESTART)
                goto restart;
            if (r != OU_TABLE_ABSENT)
                return r;
        }
        return OU_TABLE_ABSENT;
    }
    const struct ou_table_index *x = ou_table_index(t);
    unsigned log = index_log(x);
    size_t mask = ((size_t)1 << log) - 1, found;
    for (size_t i = home_of(hash, log); (found = slot_load(x, log, i)) != 0; i = (i + 1) & mask) {
        r = check(vm, t, found - 1, key, hash, python);
        if (r == RESTART)
            goto restart;
        if (r != OU_TABLE_ABSENT)
            return r;
    }
    return OU_TABLE_ABSENT;
}

ou_int ou_table_find_hashed(struct ou_vm *vm, const struct ou_table *t, ou_val key, ou_int hash)
{
    return search(vm, t, key, hash, true);
}

ou_int ou_table_find_slow(struct ou_vm *vm, const struct ou_table *t, ou_val key)
{
    ou_int hash;
    if (ou_table_hash(vm, key, &hash) < 0)
        return OU_TABLE_ERROR;
    return search(vm, t, key, hash, true);
}

ou_int ou_table_find_name_slow(struct ou_vm *vm, const struct ou_table *t, ou_val name)
{
    return search(vm, t, name, fold(word_hash(vm, name)), false);
}

/* -- size -- */

/* Moves the live records together; the table's own memory only. */
static void compact(struct ou_vm *vm, struct ou_table *t)
{
    size_t live = ou_table_live(t), fill = ou_table_fill(t), stride = ou_table_stride(t);
    if (live == fill)
        return;
    ou_val *to = (ou_val *)t->entries;
    ou_store_bulk(&vm->heap, to);
    for (size_t i = 0; i < fill; i++) {
        const ou_val *from = ou_table_entry(t, i);
        if (from[0] == OU_ABSENT)
            continue;
        if (to != from)
            memmove(to, from, stride * sizeof *to);
        to += stride;
    }
    memset(to, 0, (fill - live) * stride * sizeof *to);
    set_live_fill(t, live, live);
    if (ou_table_is_big(t))
        index_fill(vm, t);
}

/* Sets the capacity, which is at least the number of live records. */
static int resize(struct ou_vm *vm, struct ou_table *t, size_t capacity)
{
    size_t stride = ou_table_stride(t), live = ou_table_live(t);
    if (capacity > OU_TABLE_CAPACITY_MAX)
        return ou_fail(ou_raise_memory(vm, SIZE_MAX));
    compact(vm, t);
    unsigned log = 0;
    struct ou_table_index *old = ou_table_is_big(t) ? ou_table_index(t) : NULL, *x = NULL;
    if (capacity > OU_TABLE_SMALL_MAX) {
        log = log_for(capacity);
        if (old && index_log(old) == log)
            x = old;
        else if (!(x = (struct ou_table_index *)ou_alloc(vm, index_bytes(log), OU_GC_RAW)))
            return -1;
    }
    size_t bytes = capacity * stride * sizeof(ou_val);
    ou_val entries = OU_ABSENT;
    if (bytes) {
        void *block = t->entries == OU_ABSENT ? ou_gc_alloc(&vm->heap, bytes, OU_GC_VALUES)
                                              : ou_gc_realloc(&vm->heap, (void *)t->entries, bytes, true);
        if (!block) {
            if (x != old)
                ou_gc_free(&vm->heap, x);
            return ou_fail(ou_raise_memory(vm, bytes));
        }
        entries = ou_from_ptr(block);
    } else {
        ou_gc_free(&vm->heap, (void *)t->entries);
    }
    OU_STORE(vm, t, &t->entries, entries);
    if (x != old) {
        OU_STORE(vm, t, &t->index, ou_from_ptr(x));
        ou_gc_free(&vm->heap, old);
    }
    ou_val flags = ou_table_flags(t);
    if (x) {
        x->fill = (uint32_t)live;
        x->capacity_log = (uint32_t)capacity | log << OU_TABLE_CAPACITY_BITS;
        t->counts = ou_small((ou_int)(flags | OU_TABLE_BIG | live << 5));
        if (x != old)
            index_fill(vm, t);
    } else {
        set_small(t, flags, live, live, capacity);
    }
    return 0;
}

static size_t next_capacity(size_t capacity)
{
    if (capacity < 4)
        return OU_WORD_BITS == 64 || capacity >= 2 ? 4 : 2;
    if (capacity < 16)
        return capacity < 8 ? 8 : 16;
    if (OU_WORD_BITS == 64 && capacity < 4096)
        return capacity * 2;
    return (capacity + OU_MAX(capacity / 2, 8)) & ~(size_t)7;
}

/* A free record at the end. */
static int make_room(struct ou_vm *vm, struct ou_table *t)
{
    size_t live = ou_table_live(t), capacity = ou_table_capacity(t);
    if (live < capacity && (capacity - live) * 4 >= capacity) {
        compact(vm, t);
        return 0;
    }
    return resize(vm, t, next_capacity(capacity));
}

/* Gives every record a word for the hash. */
static int add_hashes(struct ou_vm *vm, struct ou_table *t)
{
    size_t stride = ou_table_stride(t), capacity = ou_table_capacity(t), fill = ou_table_fill(t);
    if (capacity) {
        ou_val *entries = (ou_val *)ou_alloc(vm, capacity * (stride + 1) * sizeof(ou_val), OU_GC_VALUES);
        if (!entries)
            return -1;
        for (size_t i = 0; i < fill; i++) {
            const ou_val *from = ou_table_entry(t, i);
            if (from[0] == OU_ABSENT)
                continue;
            memcpy(entries + i * (stride + 1), from, stride * sizeof *from);
            entries[i * (stride + 1) + stride] = ou_small(cheap_hash(vm, from[0]));
        }
        ou_gc_free(&vm->heap, (void *)t->entries);
        OU_STORE(vm, t, &t->entries, ou_from_ptr(entries));
    }
    ou_val payload = t->counts >> 2;
    t->counts = ou_small((ou_int)((payload & ~(ou_val)OU_TABLE_KIND) | OU_TABLE_HASHED));
    return 0;
}

int ou_table_init(struct ou_vm *vm, struct ou_table *t, bool keys_only, size_t capacity)
{
    t->counts = ou_small(keys_only ? OU_TABLE_KEYS_ONLY : 0);
    return capacity ? resize(vm, t, capacity) : 0;
}

int ou_table_reserve(struct ou_vm *vm, struct ou_table *t, size_t n)
{
    return n <= ou_table_capacity(t) ? 0 : resize(vm, t, n);
}

void ou_table_trim(struct ou_vm *vm, struct ou_table *t)
{
    size_t live = ou_table_live(t);
    ou_val pending = vm->roots.exc;
    if (live < ou_table_capacity(t) && resize(vm, t, live) < 0) {
        (void)ou_exc_take(vm);
        vm->roots.exc = pending;
    }
}

/* -- change -- */

static int upgrade(struct ou_vm *vm, struct ou_table *t, ou_val key)
{
    ou_val kind = kind_of(key), now = ou_table_kind(t);
    if (kind <= now)
        return 0;
    if (kind == OU_TABLE_HASHED)
        return add_hashes(vm, t);
    t->counts = ou_small((ou_int)((t->counts >> 2) | kind));
    return 0;
}

int ou_table_add(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_int hash, ou_val value)
{
    if (OU_UNLIKELY(!ou_table_is_word(key)) && upgrade(vm, t, key) < 0)
        return -1;
    size_t fill = ou_table_fill(t);
    if (fill == ou_table_capacity(t)) {
        if (make_room(vm, t) < 0)
            return -1;
        fill = ou_table_fill(t);
    }
    ou_val *entry = ou_table_entry(t, fill), *entries = (ou_val *)t->entries;
    ou_val flags = ou_table_flags(t);
    OU_STORE(vm, entries, entry, key);
    if (!(flags & OU_TABLE_KEYS_ONLY))
        OU_STORE(vm, entries, ++entry, value);
    if (flags & OU_TABLE_HASHED)
        OU_STORE(vm, entries, entry + 1, ou_small(hash));
    if (flags & OU_TABLE_BIG)
        index_insert(ou_table_index(t), hash, fill);
    set_live_fill(t, ou_table_live(t) + 1, fill + 1);
    if (OU_UNLIKELY(flags & OU_TABLE_NAMESPACE))
        ou_lookup_name_added(vm, key);
    return 0;
}

static inline void set_value(struct ou_vm *vm, struct ou_table *t, size_t i, ou_val value)
{
    if (!(ou_table_flags(t) & OU_TABLE_KEYS_ONLY))
        OU_STORE(vm, (void *)t->entries, ou_table_entry(t, i) + 1, value);
}

int ou_table_put_hashed(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_int hash, ou_val value)
{
    ou_int i = search(vm, t, key, hash, true);
    if (i >= 0) {
        set_value(vm, t, (size_t)i, value);
        return 0;
    }
    return i == OU_TABLE_ERROR ? -1 : ou_table_add(vm, t, key, hash, value);
}

int ou_table_put(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_val value)
{
    ou_int hash;
    if (ou_table_is_word(key)) {
        ou_int i = ou_table_find_word(vm, t, key);
        if (i >= 0) {
            set_value(vm, t, (size_t)i, value);
            return 0;
        }
        /* The hash of an interned string is not free, and a small table of words has no use for it. */
        hash =
            (ou_table_flags(t) & (OU_TABLE_KIND | OU_TABLE_BIG)) == 0 && ou_table_fill(t) < OU_TABLE_SMALL_MAX
                ? 0
                : fold(word_hash(vm, key));
        if (ou_table_kind(t) == OU_TABLE_WORDS)
            return ou_table_add(vm, t, key, hash, value);
        return ou_table_put_hashed(vm, t, key, hash, value);
    }
    return ou_table_hash(vm, key, &hash) < 0 ? -1 : ou_table_put_hashed(vm, t, key, hash, value);
}

void ou_table_remove(struct ou_vm *vm, struct ou_table *t, size_t i)
{
    size_t stride = ou_table_stride(t), fill = ou_table_fill(t), live = ou_table_live(t);
    ou_val *entry = ou_table_entry(t, i);
    if (ou_table_is_big(t))
        index_remove(vm, t, ou_table_hash_at(vm, t, i), i);
    for (size_t k = 0; k < stride; k++)
        OU_STORE(vm, (void *)t->entries, entry + k, OU_ABSENT);
    while (fill > 0 && ou_table_entry(t, fill - 1)[0] == OU_ABSENT)
        fill--;
    set_live_fill(t, live - 1, fill);
}

int ou_table_take(struct ou_vm *vm, struct ou_table *t, ou_val key, ou_val *value)
{
    ou_int i = ou_table_find(vm, t, key);
    if (i < 0)
        return i == OU_TABLE_ERROR ? -1 : 0;
    if (value)
        *value = ou_table_entry(t, (size_t)i)[ou_table_flags(t) & OU_TABLE_KEYS_ONLY ? 0 : 1];
    ou_table_remove(vm, t, (size_t)i);
    return 1;
}

void ou_table_clear(struct ou_vm *vm, struct ou_table *t)
{
    void *entries = (void *)t->entries, *index = (void *)t->index;
    set_small(t, ou_table_flags(t) & (OU_TABLE_KEYS_ONLY | OU_TABLE_NAMESPACE), 0, 0, 0);
    OU_STORE(vm, t, &t->entries, OU_ABSENT);
    OU_STORE(vm, t, &t->index, OU_ABSENT);
    ou_gc_free(&vm->heap, entries);
    ou_gc_free(&vm->heap, index);
}

int ou_table_copy(struct ou_vm *vm, struct ou_table *t, const struct ou_table *from, ou_val value)
{
    size_t live = ou_table_live(from);
    ou_val kind = ou_table_kind(from);
    t->counts = ou_small((ou_int)((ou_table_flags(t) & OU_TABLE_KEYS_ONLY) | kind));
    if (live == 0 || resize(vm, t, live) < 0)
        return live == 0 ? 0 : -1;
    bool to_values = !(ou_table_flags(t) & OU_TABLE_KEYS_ONLY);
    bool from_values = !(ou_table_flags(from) & OU_TABLE_KEYS_ONLY);
    ou_val *to = (ou_val *)t->entries;
    ou_assert(to);
    size_t position = 0;
    const ou_val *entry;
    while ((entry = ou_table_next(from, &position)) != NULL) {
        *to++ = entry[0];
        if (to_values)
            *to++ = from_values ? entry[1] : value;
        if (kind == OU_TABLE_HASHED)
            *to++ = entry[from_values ? 2 : 1];
    }
    set_live_fill(t, live, live);
    if (ou_table_is_big(t))
        index_fill(vm, t);
    return 0;
}

/* -- figures and checks -- */

size_t ou_table_owned_bytes(struct ou_vm *vm, const struct ou_table *t)
{
    size_t bytes = 0;
    if (t->entries != OU_ABSENT)
        bytes += ou_gc_size(&vm->heap, (void *)t->entries);
    if (t->index != OU_ABSENT)
        bytes += ou_gc_size(&vm->heap, (void *)t->index);
    return bytes;
}

/* Counts how often a record is in the index. */
static size_t count_in_index(const struct ou_table_index *x, size_t record)
{
    unsigned log = index_log(x);
    size_t n = 0;
    for (size_t i = 0; i < (size_t)1 << log; i++)
        n += slot_load(x, log, i) == record + 1;
    return n;
}

int ou_table_verify(struct ou_vm *vm, const struct ou_table *t)
{
    size_t live = ou_table_live(t), fill = ou_table_fill(t), capacity = ou_table_capacity(t), seen = 0;
    size_t stride = ou_table_stride(t);
    if (live > fill || fill > capacity)
        return 1;
    if (fill > 0 && ou_table_entry(t, fill - 1)[0] == OU_ABSENT)
        return 2;
    if (capacity > 0 && capacity * stride * sizeof(ou_val) > ou_gc_size(&vm->heap, (void *)t->entries))
        return 3;
    for (size_t i = 0; i < capacity; i++) {
        const ou_val *entry = ou_table_entry(t, i);
        bool used = entry[0] != OU_ABSENT;
        if (used && i >= fill)
            return 4;
        for (size_t k = 0; k < stride && !used; k++)
            if (entry[k] != OU_ABSENT)
                return 5;
        seen += used;
        if (used && kind_of(entry[0]) > ou_table_kind(t))
            return 6;
        if (ou_table_is_big(t) && count_in_index(ou_table_index(t), i) != (size_t)used)
            return 7;
        if (used && ou_table_is_word(entry[0]) && ou_table_find_word(vm, t, entry[0]) != (ou_int)i)
            return 8;
    }
    return seen == live ? 0 : 9;
}
