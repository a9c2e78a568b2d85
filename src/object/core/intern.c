/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Interned strings.
 *
 * The names that the C sources mention lie in ROM with a ready-made index and cost nothing.  All others
 * are packed, length byte first, in chunks: RAW blocks of the collected heap that only roots.intern_chunks
 * keeps.  A table in the outer heap leads from id to text, and a hash index from text to id.  The index
 * holds ids only; it is filled to four fifths and may have any size (the hash is scaled, not masked), so
 * that it grows by a quarter at a time: 8 characters cost 9 bytes of text, 4 to 5 of the table and 2.5
 * to 3 of the index on a 32-bit machine.
 *
 * A collection marks the ids that it meets; clear_dead frees the others.  Their text stays behind as a
 * hole.  When holes are a quarter of the whole, and before blocks move, texts slide down within their
 * chunk, which is then cut to size, or goes if nothing is left in it; the chunks themselves move like any
 * block.
 *
 * C code may read in a chunk at any time: its pointers on the C stack pin the chunk, so nothing slides in it.
 *
 * Invariants (ou_intern_verify): a chunk is a sequence of texts, each behind its length, none of them
 * empty, up to `fill` or, in all but the chunk being filled, to its end or a zero; live_bytes and
 * dead_bytes sum them up; index holds every id whose text is not NULL, exactly once; high <= capacity.
 * Every table is grown before anything is changed, so a MemoryError leaves all as it was.
 */
#include "object/core/intern.h"
#include "base/base.h"
#include "object/core/vm.h"

#define CHUNK_FIRST 256u /* bytes of a new chunk */
#define CHUNK_GROW 256u  /* by which it grows in place */
#define NAMES_FIRST 32u
#define SMALL_HEAP 65536u /* bytes: a collection costs less than tables that grow for dead names */
#define ATTRIBUTES (OU_MEM_VM | OU_MEM_FOR(OU_OWNER_INTERNED))

uint32_t ou_hash_bytes(const void *data, size_t n)
{
    const uint8_t *p = data;
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * 16777619u;
    h ^= h >> 15;
    return h ? h : 1;
}

int ou_intern_init(struct ou_vm *vm)
{
    memset(&vm->intern, 0, sizeof vm->intern);
    vm->roots.intern_chunks = OU_ABSENT;
    return 0;
}

void ou_intern_deinit(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    ou_outer_free(vm->outer, t->texts);
    ou_outer_free(vm->outer, t->index);
    ou_outer_free(vm->outer, t->marks);
#if OU_WORD_BITS == 64
    ou_outer_free(vm->outer, t->hashes);
#endif
    ou_intern_init(vm);
}

/* -- the index -- */

static uint32_t index_get(const struct ou_intern *t, uint32_t slot)
{
    return t->index_wide ? ((const uint32_t *)t->index)[slot] : ((const uint16_t *)t->index)[slot];
}

static void index_set(struct ou_intern *t, uint32_t slot, uint32_t entry)
{
    if (t->index_wide)
        ((uint32_t *)t->index)[slot] = entry;
    else
        ((uint16_t *)t->index)[slot] = (uint16_t)entry;
}

static uint32_t hash_of(const struct ou_intern *t, uint32_t i)
{
#if OU_WORD_BITS == 64
    return t->hashes[i];
#else
    return ou_hash_bytes(t->texts[i] + 1, t->texts[i][0]);
#endif
}

static uint32_t home_of(const struct ou_intern *t, uint32_t hash)
{
    return (uint32_t)((uint64_t)hash * t->index_size >> 32);
}

static uint32_t next_slot(const struct ou_intern *t, uint32_t slot)
{
    return slot + 1 == t->index_size ? 0 : slot + 1;
}

static void index_insert(struct ou_intern *t, uint32_t i)
{
    uint32_t slot = home_of(t, hash_of(t, i));
    while (index_get(t, slot))
        slot = next_slot(t, slot);
    index_set(t, slot, i + 1);
}

static void index_rebuild(struct ou_intern *t)
{
    memset(t->index, 0, t->index_size * (t->index_wide ? sizeof(uint32_t) : sizeof(uint16_t)));
    for (uint32_t i = 0; i < t->high; i++)
        if (t->texts[i])
            index_insert(t, i);
}

/* Takes id i out and closes the gap, so that no marker of deletion is needed. */
static void index_remove(struct ou_intern *t, uint32_t i)
{
    uint32_t hole = home_of(t, hash_of(t, i));
    while (index_get(t, hole) != i + 1)
        hole = next_slot(t, hole);
    for (uint32_t slot = next_slot(t, hole);; slot = next_slot(t, slot)) {
        uint32_t entry = index_get(t, slot);
        if (!entry)
            break;
        uint32_t home = home_of(t, hash_of(t, entry - 1));
        bool stays = hole <= slot ? hole < home && home <= slot : hole < home || home <= slot;
        if (!stays) {
            index_set(t, hole, entry);
            hole = slot;
        }
    }
    index_set(t, hole, 0);
}

/* -- lookup -- */

#if OU_COMPACT_NAMES

static ou_val find_rom(const uint8_t *text, size_t n, uint32_t hash)
{
    (void)hash;
    if (n < 2)
        return n == 0 ? OU_S() : text[0] < 128 ? OU_INTERNED(text[0]) : OU_ABSENT;
    uint32_t low = OU_NAMES_SORTED, high = OU_NAMES_COUNT;
    while (low < high) {
        uint32_t id = (low + high) / 2;
        size_t m;
        const uint8_t *name = ou_rom_text(id, &m);
        int order = memcmp(text, name, OU_MIN(n, m));
        if (order == 0 && n == m)
            return OU_INTERNED(id);
        if (order < 0 || (order == 0 && n < m))
            high = id;
        else
            low = id + 1;
    }
    return OU_ABSENT;
}

#else

static ou_val find_rom(const uint8_t *text, size_t n, uint32_t hash)
{
    uint32_t slot = hash & (OU_ROM_INDEX_SIZE - 1);
    for (;; slot = (slot + 1) & (OU_ROM_INDEX_SIZE - 1)) {
        uint16_t id = ou_rom_names_index[slot];
        if (id == 0xffff)
            return OU_ABSENT;
        const struct ou_rom_name *name = &ou_rom_names[id];
        if (name->hash == hash && name->len == n && memcmp(name->text, text, n) == 0)
            return OU_INTERNED(id);
    }
}

#endif /* OU_COMPACT_NAMES */

static ou_val find(struct ou_vm *vm, const uint8_t *text, size_t n, uint32_t hash)
{
    ou_val v = find_rom(text, n, hash);
    struct ou_intern *t = &vm->intern;
    if (v || !t->count)
        return v;
    for (uint32_t slot = home_of(t, hash);; slot = next_slot(t, slot)) {
        uint32_t entry = index_get(t, slot);
        if (!entry)
            return OU_ABSENT;
        const uint8_t *found = t->texts[entry - 1];
#if OU_WORD_BITS == 64
        if (t->hashes[entry - 1] != hash)
            continue;
#endif
        if (found[0] == n && memcmp(found + 1, text, n) == 0)
            return OU_INTERNED(OU_NAMES_COUNT + entry - 1);
    }
}

/* -- growing -- */

/* Another block of `size` bytes for the table at p (which may be NULL) with its contents, or NULL. */
static void *table_grow(struct ou_vm *vm, void *p, size_t size)
{
    void *grown =
        p ? ou_outer_realloc(vm->outer, p, size, true) : ou_outer_alloc(vm->outer, size, ATTRIBUTES);
    if (!grown) {
        ou_gc_shrink(&vm->heap);
        grown = p ? ou_outer_realloc(vm->outer, p, size, true) : ou_outer_alloc(vm->outer, size, ATTRIBUTES);
    }
    if (!grown)
        ou_raise_memory(vm, size);
    return grown;
}

static int tables_grow(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    uint32_t capacity = t->capacity ? t->capacity + t->capacity / 4 + 8 : NAMES_FIRST;
    const uint8_t **texts = table_grow(vm, t->texts, capacity * sizeof *texts);
    if (!texts)
        return -1;
    t->texts = texts;
#if OU_WORD_BITS == 64
    uint32_t *hashes = table_grow(vm, t->hashes, capacity * sizeof *hashes);
    if (!hashes)
        return -1;
    t->hashes = hashes;
#endif
    uint8_t *marks = table_grow(vm, t->marks, (capacity + 7) / 8);
    if (!marks)
        return -1;
    t->marks = marks;
    uint32_t size = capacity + capacity / 4 + 1;
    bool wide = capacity > 0xfffe;
    void *index = table_grow(vm, NULL, size * (wide ? sizeof(uint32_t) : sizeof(uint16_t)));
    if (!index)
        return -1;
    ou_outer_free(vm->outer, t->index);
    t->index = index;
    t->index_size = size;
    t->index_wide = wide;
    memset(t->texts + t->capacity, 0, (capacity - t->capacity) * sizeof *t->texts);
    memset(t->marks + (t->capacity + 7) / 8, 0, (capacity + 7) / 8 - (t->capacity + 7) / 8);
    t->capacity = capacity;
    index_rebuild(t);
    return 0;
}

/* -- chunks -- */

/* Room in the list for one more chunk; the list is replaced when it is full. */
static ou_val *list_reserve(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    ou_val *list = ou_ptr(vm->roots.intern_chunks);
    if (list && t->chunks < ou_gc_size(&vm->heap, list) / sizeof *list)
        return list;
    ou_val *longer = ou_alloc(vm, (t->chunks + t->chunks / 2 + 4) * sizeof *longer, OU_GC_VALUES);
    if (!longer)
        return NULL;
    for (unsigned i = 0; list && i < t->chunks; i++) /* a new block: plain stores */
        longer[i] = list[i];
    vm->roots.intern_chunks = ou_from_ptr(longer);
    return longer;
}

static void fill_begin(struct ou_vm *vm, uint8_t *chunk)
{
    vm->intern.chunk = vm->intern.fill = chunk;
    vm->intern.fill_end = chunk + ou_gc_size(&vm->heap, chunk);
}

static uint8_t *chunk_new(struct ou_vm *vm, size_t size)
{
    return ou_gc_alloc(&vm->heap, size, OU_GC_RAW | OU_GC_LONG_LIVED);
}

/* The end of the texts of a chunk, unless a zero comes before it. */
static uint8_t *texts_end(struct ou_vm *vm, uint8_t *chunk)
{
    return chunk == vm->intern.chunk ? vm->intern.fill : chunk + ou_gc_size(&vm->heap, chunk);
}

/* Cuts off what a chunk has behind its texts, which end at `fill`. */
static void chunk_close(struct ou_vm *vm, uint8_t *chunk, uint8_t *fill)
{
    size_t used = (size_t)(fill - chunk);
    if (used < ou_gc_size(&vm->heap, chunk))
        *fill = 0;
    (void)!ou_gc_realloc(&vm->heap, chunk, OU_MAX(used, (size_t)1), false);
}

/* Makes room for n more bytes of text: in place, or in a new chunk. */
static int chunk_reserve(struct ou_vm *vm, size_t n)
{
    struct ou_intern *t = &vm->intern;
    if ((size_t)(t->fill_end - t->fill) >= n)
        return 0;
    if (t->chunk) {
        size_t used = (size_t)(t->fill - t->chunk);
        if (ou_gc_realloc(&vm->heap, t->chunk, used + OU_MAX(n, CHUNK_GROW), false) ||
            ou_gc_realloc(&vm->heap, t->chunk, used + n, false)) {
            t->fill_end = t->chunk + ou_gc_size(&vm->heap, t->chunk);
            return 0;
        }
    }
    ou_val *list = list_reserve(vm);
    if (!list)
        return -1;
    uint8_t *chunk = chunk_new(vm, OU_MAX(n, CHUNK_FIRST));
    if (!chunk)
        chunk = chunk_new(vm, n);
    if (!chunk) {
        ou_raise_memory(vm, n);
        return -1;
    }
    if (t->chunk)
        chunk_close(vm, t->chunk, t->fill);
    ou_store(&vm->heap, list, list + t->chunks++, ou_from_ptr(chunk));
    fill_begin(vm, chunk);
    return 0;
}

static void table_shrink(struct ou_vm *vm, void *table, size_t size)
{
    if (size)
        (void)!ou_outer_realloc(vm->outer, table, size, false);
}

void ou_intern_shrink(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    if (t->chunk) {
        chunk_close(vm, t->chunk, t->fill);
        t->fill_end = t->chunk + ou_gc_size(&vm->heap, t->chunk);
    }
    uint32_t size = t->high + t->high / 4 + 1;
    if (!t->high || t->high == t->capacity)
        return;
    t->capacity = t->high;
    t->index_size = size;
    index_rebuild(t);
    table_shrink(vm, t->index, size * (t->index_wide ? sizeof(uint32_t) : sizeof(uint16_t)));
    table_shrink(vm, t->texts, t->high * sizeof *t->texts);
    table_shrink(vm, t->marks, (t->high + 7) / 8);
#if OU_WORD_BITS == 64
    table_shrink(vm, t->hashes, t->high * sizeof *t->hashes);
#endif
}

static ou_val add(struct ou_vm *vm, const uint8_t *text, size_t n, uint32_t hash)
{
    struct ou_intern *t = &vm->intern;
    if (t->count == t->capacity) {
        /* names that nobody needs any more must not make the tables grow for ever */
        bool small = vm->heap.total <= SMALL_HEAP / OU_GRANULE;
        if (t->count >= (small ? t->settled + 8 : 2 * t->settled + 256) && ou_gc_enabled(&vm->heap))
            ou_gc_collect(&vm->heap);
        if (t->count == t->capacity && tables_grow(vm) < 0)
            return OU_EXC;
    }
    if (chunk_reserve(vm, n + 1) < 0) /* may collect, and thereby free ids: choose ours afterwards */
        return OU_EXC;
    uint32_t i = t->free_hint;
    while (i < t->high && t->texts[i])
        i++;
    t->free_hint = i + 1;
    if (i >= t->high)
        t->high = i + 1;
    t->fill[0] = (uint8_t)n;
    memcpy(t->fill + 1, text, n);
    t->texts[i] = t->fill;
    t->fill += n + 1;
    t->live_bytes += (uint32_t)n + 1;
    t->count++;
#if OU_WORD_BITS == 64
    t->hashes[i] = hash;
#else
    (void)hash;
#endif
    index_insert(t, i);
    return OU_INTERNED(OU_NAMES_COUNT + i);
}

ou_val ou_intern(struct ou_vm *vm, const char *text, size_t n)
{
    if (n <= 1) {
        if (n == 0)
            return OU_S();
        if ((uint8_t)text[0] < 0x80)
            return OU_INTERNED((uint8_t)text[0]);
    }
    if (n > OU_INTERN_MAX)
        return ou_raise(vm, &ou_exc_ValueError, "name too long");
    uint32_t hash = ou_hash_bytes(text, n);
    ou_val v = find(vm, (const uint8_t *)text, n, hash);
    return v ? v : add(vm, (const uint8_t *)text, n, hash);
}

ou_val ou_intern_str(struct ou_vm *vm, ou_val str)
{
    if (ou_is_interned(str))
        return str;
    size_t n;
    const char *text = ou_str_text(vm, str, &n);
    return ou_intern(vm, text, n);
}

ou_val ou_intern_find(struct ou_vm *vm, ou_val str)
{
    if (ou_is_interned(str))
        return str;
    size_t n;
    const char *text = ou_str_text(vm, str, &n);
    return n > OU_INTERN_MAX ? OU_ABSENT : find(vm, (const uint8_t *)text, n, ou_hash_bytes(text, n));
}

uint32_t ou_intern_hash(struct ou_vm *vm, ou_val v)
{
    uint32_t id = ou_interned_id(v);
    return id < OU_NAMES_COUNT ? ou_rom_hash(id) : hash_of(&vm->intern, id - OU_NAMES_COUNT);
}

/* -- holes -- */

/* The id whose text is at p, or UINT32_MAX: a hole. */
static uint32_t id_at(const struct ou_intern *t, const uint8_t *p)
{
    if (!t->count)
        return UINT32_MAX;
    for (uint32_t slot = home_of(t, ou_hash_bytes(p + 1, p[0]));; slot = next_slot(t, slot)) {
        uint32_t entry = index_get(t, slot);
        if (!entry)
            return UINT32_MAX;
        if (t->texts[entry - 1] == p)
            return entry - 1;
    }
}

/* Slides the texts of a chunk down over the holes; the new end of them. */
static uint8_t *slide_texts(struct ou_vm *vm, uint8_t *chunk)
{
    struct ou_intern *t = &vm->intern;
    uint8_t *to = chunk, *end = texts_end(vm, chunk);
    for (uint8_t *p = chunk, *next; p < end && *p; p = next) {
        size_t size = p[0] + (size_t)1;
        uint32_t i = id_at(t, p);
        next = p + size;
        if (i == UINT32_MAX) {
            t->dead_bytes -= (uint32_t)size;
            continue;
        }
        memmove(to, p, size);
        t->texts[i] = to;
        to += size;
    }
    return to;
}

/* Slides the texts of all chunks down, but for those that `stays` tells to leave alone.  A zero ends them. */
static void close_up(struct ou_vm *vm, bool (*stays)(struct ou_heap *heap, const void *block))
{
    struct ou_intern *t = &vm->intern;
    ou_val *list = ou_ptr(vm->roots.intern_chunks);
    for (unsigned i = 0; i < t->chunks; i++) {
        uint8_t *chunk = ou_ptr(list[i]), *end;
        if (stays(&vm->heap, chunk))
            continue;
        end = slide_texts(vm, chunk);
        if (chunk == t->chunk)
            t->fill = end;
        else if (end < chunk + ou_gc_size(&vm->heap, chunk))
            *end = 0;
    }
    t->slid = true;
}

/* Cuts chunks to the size of their texts, and lets those go that have none: at once, or by the next
 * collection. */
static void cut(struct ou_vm *vm, bool at_once)
{
    struct ou_intern *t = &vm->intern;
    ou_val *list = ou_ptr(vm->roots.intern_chunks);
    for (unsigned i = t->chunks; i-- > 0;) {
        uint8_t *chunk = ou_ptr(list[i]), *end = texts_end(vm, chunk), *p = chunk;
        if (chunk == t->chunk) { /* goes on filling, but need not be long for that */
            size_t size = (size_t)(end - chunk) + CHUNK_GROW;
            if (size < ou_gc_size(&vm->heap, chunk))
                (void)!ou_gc_realloc(&vm->heap, chunk, size, false);
            t->fill_end = chunk + ou_gc_size(&vm->heap, chunk);
            continue;
        }
        while (p < end && *p)
            p += *p + 1;
        if (p > chunk) {
            chunk_close(vm, chunk, p);
            continue;
        }
        ou_store(&vm->heap, list, &list[i], list[--t->chunks]);
        ou_store(&vm->heap, list, &list[t->chunks], OU_ABSENT);
        if (at_once)
            ou_gc_free(&vm->heap, chunk);
    }
    if (at_once && list)
        (void)!ou_gc_realloc(&vm->heap, list, (t->chunks + t->chunks / 2 + 4) * sizeof *list, false);
    t->slid = false;
}

/* -- the collector's hooks -- */

/* v may be any word that looks like an interned string (from the C stack). */
void ou_intern_mark(struct ou_vm *vm, ou_val v)
{
    ou_val id = v >> 4;
    if (id < OU_NAMES_COUNT)
        return;
    id -= OU_NAMES_COUNT;
    if (id < vm->intern.high)
        vm->intern.marks[id / 8] |= (uint8_t)(1u << (id & 7));
}

void ou_intern_clear_dead(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    uint32_t dead = 0;
    for (uint32_t i = 0; i < t->high; i++)
        dead += t->texts[i] && !(t->marks[i / 8] & (1u << (i & 7)));
    bool rebuild = dead > t->count / 4;
    for (uint32_t i = 0; dead && i < t->high; i++) {
        if (!t->texts[i] || (t->marks[i / 8] & (1u << (i & 7))))
            continue;
        if (!rebuild)
            index_remove(t, i);
        t->live_bytes -= t->texts[i][0] + 1u;
        t->dead_bytes += t->texts[i][0] + 1u;
        t->texts[i] = NULL;
        t->count--;
        t->free_hint = OU_MIN(t->free_hint, i);
    }
    while (t->high && !t->texts[t->high - 1])
        t->high--;
    if (dead && rebuild)
        index_rebuild(t);
    if (t->marks)
        memset(t->marks, 0, (t->capacity + 7) / 8);
    t->settled = t->count;
    if (vm->roots.intern_chunks && !ou_gc_is_marked(&vm->heap, vm->roots.intern_chunks)) {
        /* a collection without roots: the chunks go, too */
        vm->roots.intern_chunks = OU_ABSENT;
        t->chunk = t->fill = t->fill_end = NULL;
        t->dead_bytes = t->chunks = 0;
    }
    if (t->dead_bytes > CHUNK_FIRST / 4 && t->dead_bytes > t->live_bytes / 3)
        close_up(vm, ou_gc_is_held);
}

void ou_intern_after_collect(struct ou_vm *vm)
{
    if (vm->intern.slid)
        cut(vm, true);
}

void ou_intern_before_move(struct ou_vm *vm)
{
    if (!vm->intern.dead_bytes)
        return;
    close_up(vm, ou_gc_is_pinned);
    cut(vm, false);
}

void ou_intern_update(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    for (uint32_t i = 0; i < t->high; i++)
        if (t->texts[i])
            t->texts[i] = ou_gc_forward_inside(&vm->heap, t->texts[i]);
    if (!t->chunk)
        return;
    uint8_t *chunk = ou_gc_forward_inside(&vm->heap, t->chunk);
    t->fill = chunk + (t->fill - t->chunk);
    t->fill_end = chunk + (t->fill_end - t->chunk);
    t->chunk = chunk;
}

int ou_intern_verify(struct ou_vm *vm)
{
    struct ou_intern *t = &vm->intern;
    ou_val *list = ou_ptr(vm->roots.intern_chunks);
    uint32_t live = 0, dead = 0, count = 0, found = 0;
    for (unsigned i = 0; i < t->chunks; i++) {
        uint8_t *chunk = ou_ptr(list[i]), *end = texts_end(vm, chunk), *p = chunk;
        while (p < end && *p) {
            uint32_t size = p[0] + 1u;
            bool lives = id_at(t, p) != UINT32_MAX;
            live += lives ? size : 0;
            dead += lives ? 0 : size;
            found += lives;
            p += size;
        }
        if (p > end)
            return -1;
    }
    for (uint32_t i = 0; i < t->high; i++)
        count += t->texts[i] != NULL;
    return live == t->live_bytes && dead == t->dead_bytes && count == t->count && found == count ? 0 : -1;
}

void ou_intern_stats(struct ou_vm *vm, struct ou_intern_stats *out)
{
    const struct ou_intern *t = &vm->intern;
    out->chunks = t->chunks;
    out->strings = t->count;
    out->text_bytes = t->live_bytes;
    out->total_bytes = t->capacity * sizeof *t->texts + (t->capacity + 7) / 8 +
                       t->index_size * (t->index_wide ? sizeof(uint32_t) : sizeof(uint16_t));
#if OU_WORD_BITS == 64
    out->total_bytes += t->capacity * sizeof *t->hashes;
#endif
    const ou_val *list = ou_ptr(vm->roots.intern_chunks);
    for (unsigned i = 0; i < t->chunks; i++)
        out->total_bytes += ou_gc_size(&vm->heap, ou_ptr(list[i]));
}
