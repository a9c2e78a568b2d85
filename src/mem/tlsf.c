/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Two-level segregated fit: constant-time allocation and release in one range of memory.
 * Source: Masmano, Ripoll, Crespo, Real, "TLSF: a new dynamic memory allocator for real-time systems",
 * ECRTS 2004; good-fit, immediate coalescing, boundary tags.
 *
 * A block is a header word, then the payload.  A stride is header plus payload, a multiple of the unit
 * (two words), so that payloads are aligned to a unit, and one word is all that a block costs:
 *
 *     header:  owner (3 bits) | stride | 0 | previous is free | this is free
 *     free:    next, previous in its class ... and, as the last word, the address of this header
 *
 * The payload's last word is the last before the next header: a free block leaves its address there, so
 * that a neighbour above finds it.  The range ends with a used header of stride 0.
 *
 * Sizes are classed by their power of two and by `split` equal parts of it.  The table is as large as the
 * pool needs and split is smaller in small pools: a pool of 4 KB on a 32-bit machine spends 150 bytes.
 * A search rounds the size up to the next class, whose every block fits; only when that finds nothing are
 * the first MOST_TRIED blocks of the size's own class looked at, so that small memories are used to the end
 * and yet the time is bounded (bench/c/outer_replay.c counts instructions).
 *
 * Invariants, checked by audit: strides add up to the range; two free blocks never touch; flags agree
 * with neighbours; each free block is in its class's list and nowhere else; bitmaps agree with lists;
 * `used` is the sum of strides of used blocks.
 */
#include "base/base.h"
#include <ouro/pool.h>

#define WORD sizeof(uintptr_t)
#define UNIT (2 * WORD)
#define MIN_STRIDE (4 * WORD)
#define MOST_TRIED 64
#define FREE ((uintptr_t)1)
#define PREVIOUS_FREE ((uintptr_t)2)
#define OWNER_SHIFT (OU_WORD_BITS - 3)
#define STRIDE_MASK ((((uintptr_t)1 << OWNER_SHIFT) - 1) & ~(uintptr_t)(UNIT - 1))

struct block {
    uintptr_t header;
    struct block *next, *previous; /* while it is free */
};

struct tlsf {
    struct ou_pool pool;
    struct block *first, *last; /* last: the header that ends the range */
    uint8_t split_log2;
    uint8_t level_count;
    uintptr_t levels; /* bit: some class of this level has blocks */
    uint16_t *parts;  /* per level: which classes have blocks */
    struct block *heads[];
};

static size_t stride(const struct block *b) { return b->header & STRIDE_MASK; }
static void *payload(struct block *b) { return (char *)b + WORD; }
static struct block *block_of(const void *p) { return (struct block *)((char *)(uintptr_t)p - WORD); }
static struct block *above(struct block *b) { return (struct block *)((char *)b + stride(b)); }
static struct block *below(struct block *b) { return ((struct block **)b)[-1]; }

static unsigned split_log2_for(size_t size)
{
    return size < 16384 ? 1 : size < 262144 ? 2 : size < 4194304 ? 3 : 4;
}

/* Class of a stride: below 2^split units one class per unit, above split classes per power of two. */
static unsigned class_of(const struct tlsf *t, size_t bytes)
{
    size_t units = bytes / UNIT;
    unsigned split = t->split_log2;
    if (units < (size_t)1 << split)
        return (unsigned)units;
    unsigned power = ou_log2(units);
    return ((power - split + 1) << split) + (unsigned)((units >> (power - split)) - ((size_t)1 << split));
}

static void list_insert(struct tlsf *t, struct block *b)
{
    unsigned class = class_of(t, stride(b));
    b->next = t->heads[class];
    b->previous = NULL;
    if (b->next)
        b->next->previous = b;
    t->heads[class] = b;
    t->levels |= (uintptr_t)1 << (class >> t->split_log2);
    t->parts[class >> t->split_log2] |= (uint16_t)(1u << (class & ((1u << t->split_log2) - 1)));
}

static void list_remove(struct tlsf *t, struct block *b)
{
    if (b->next)
        b->next->previous = b->previous;
    if (b->previous) {
        b->previous->next = b->next;
        return;
    }
    unsigned class = class_of(t, stride(b)), level = class >> t->split_log2;
    t->heads[class] = b->next;
    if (!b->next) {
        t->parts[level] &= (uint16_t) ~(1u << (class & ((1u << t->split_log2) - 1)));
        if (!t->parts[level])
            t->levels &= ~((uintptr_t)1 << level);
    }
}

/* Makes [b, b + bytes) one free block; b's PREVIOUS_FREE flag is kept. */
static void make_free(struct tlsf *t, struct block *b, size_t bytes)
{
    b->header = bytes | (b->header & PREVIOUS_FREE) | FREE;
    struct block *up = above(b);
    up->header |= PREVIOUS_FREE;
    ((struct block **)up)[-1] = b;
    list_insert(t, b);
}

static void make_used(struct block *b, size_t bytes, enum ou_mem_owner owner)
{
    b->header = bytes | (b->header & PREVIOUS_FREE) | ((uintptr_t)owner << OWNER_SHIFT);
    above(b)->header &= ~PREVIOUS_FREE;
}

/* The first class that is not empty and not below `class`; -1: none. */
static int find_class(const struct tlsf *t, unsigned class)
{
    unsigned level = class >> t->split_log2;
    if (level >= t->level_count)
        return -1;
    unsigned part = t->parts[level] & (~0u << (class & ((1u << t->split_log2) - 1)));
    if (!part) {
        uintptr_t levels = level + 1 < OU_WORD_BITS ? t->levels & (~(uintptr_t)0 << (level + 1)) : 0;
        if (!levels)
            return -1;
        level = ou_ctz(levels);
        part = t->parts[level];
    }
    return (int)((level << t->split_log2) + ou_ctz(part));
}

/* A free block of at least `need` bytes, not yet taken from its list. */
static struct block *find_block(struct tlsf *t, size_t need)
{
    size_t units = need / UNIT, rounded = need;
    if (units >= (size_t)2 << t->split_log2)
        rounded += (((size_t)1 << (ou_log2(units) - t->split_log2)) - 1) * UNIT;
    int class = find_class(t, class_of(t, rounded));
    if (class >= 0)
        return t->heads[class];
    unsigned own = class_of(t, need);
    if (own >> t->split_log2 >= t->level_count)
        return NULL;
    struct block *b = t->heads[own];
    for (unsigned left = MOST_TRIED; b && stride(b) < need; b = b->next)
        if (--left == 0)
            return NULL;
    return b;
}

static size_t stride_for(size_t size) { return OU_MAX(ou_align_up(size + WORD, UNIT), MIN_STRIDE); }

/* b is out of its list; its tail beyond `need` goes back. */
static void take(struct tlsf *t, struct block *b, size_t need, enum ou_mem_owner owner)
{
    size_t have = stride(b);
    if (have - need < MIN_STRIDE)
        need = have;
    make_used(b, need, owner);
    if (need < have) {
        struct block *rest = above(b);
        rest->header = 0;
        make_free(t, rest, have - need);
    }
    ou_pool_account(&t->pool, need, 0);
}

/* How far payloads must go up in b to be aligned and leave a block (or nothing) below. */
static size_t aligned_gap(struct block *b, size_t alignment)
{
    uintptr_t at = (uintptr_t)payload(b);
    size_t gap = ou_align_up(at, alignment) - at;
    while (gap && gap < MIN_STRIDE)
        gap += alignment;
    return gap;
}

/* The same, but the upper part is used and the lower one goes back. */
static struct block *take_high(struct tlsf *t, struct block *b, size_t need, enum ou_mem_owner owner)
{
    size_t have = stride(b);
    if (have - need >= MIN_STRIDE) {
        make_free(t, b, have - need);
        b = above(b);
        b->header = need | PREVIOUS_FREE;
    }
    take(t, b, need, owner);
    return b;
}

static void *tlsf_alloc(struct ou_pool *pool, size_t size, size_t alignment, enum ou_mem_owner owner)
{
    struct tlsf *t = (struct tlsf *)pool;
    size_t need = stride_for(size);
    if (need > pool->total - pool->used)
        return NULL;
    struct block *b = find_block(t, alignment > UNIT ? need + alignment + MIN_STRIDE : need);
    if (!b)
        return NULL;
    list_remove(t, b);
    size_t gap = alignment > UNIT ? aligned_gap(b, alignment) : 0;
    if (gap) {
        size_t have = stride(b);
        make_free(t, b, gap);
        b = above(b);
        b->header = (have - gap) | PREVIOUS_FREE;
    }
    /* Areas grow in place, so they keep to the low end of what is free, and all else to the high end. */
    if (owner == OU_OWNER_AREAS || alignment > UNIT)
        take(t, b, need, owner);
    else
        b = take_high(t, b, need, owner);
    return payload(b);
}

static void tlsf_free(struct ou_pool *pool, void *p)
{
    struct tlsf *t = (struct tlsf *)pool;
    struct block *b = block_of(p), *up = above(b);
    size_t bytes = stride(b);
    b->header |= FREE; /* so that a second release is noticed even when this merges with what is below */
    ou_pool_account(pool, 0, bytes);
    if (up->header & FREE) {
        list_remove(t, up);
        bytes += stride(up);
    }
    if (b->header & PREVIOUS_FREE) {
        b = below(b);
        list_remove(t, b);
        bytes += stride(b);
    }
    make_free(t, b, bytes);
}

static bool tlsf_resize(struct ou_pool *pool, void *p, size_t size)
{
    struct tlsf *t = (struct tlsf *)pool;
    struct block *b = block_of(p), *up = above(b);
    size_t have = stride(b), need = stride_for(size), room = have;
    if (up->header & FREE)
        room += stride(up);
    if (need > room)
        return false;
    if (need == have)
        return true;
    enum ou_mem_owner owner = (enum ou_mem_owner)(b->header >> OWNER_SHIFT);
    if (room > have)
        list_remove(t, up);
    b->header = room | (b->header & PREVIOUS_FREE);
    pool->used -= have;
    take(t, b, need, owner);
    return true;
}

static bool tlsf_split(struct ou_pool *pool, void *p, size_t size, void *tail)
{
    struct tlsf *t = (struct tlsf *)pool;
    struct block *b = block_of(p), *end = above(b), *upper = block_of(tail);
    size_t need = stride_for(size), have = stride(b);
    if ((char *)b + need + MIN_STRIDE > (char *)upper || (char *)upper + MIN_STRIDE > (char *)end ||
        !ou_is_aligned(tail, UNIT))
        return false;
    uintptr_t owner = b->header & ~(STRIDE_MASK | (UNIT - 1));
    upper->header = (size_t)((char *)end - (char *)upper) | owner;
    b->header = need | (b->header & PREVIOUS_FREE) | owner;
    struct block *middle = above(b);
    middle->header = 0;
    make_free(t, middle, (size_t)((char *)upper - (char *)middle));
    pool->used -= have - need - stride(upper);
    return true;
}

static size_t tlsf_cost(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return stride(block_of(p));
}

static size_t tlsf_size(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return stride(block_of(p)) - WORD;
}

static size_t tlsf_room(struct ou_pool *pool, const void *p)
{
    (void)pool;
    struct block *b = block_of(p), *up = above(b);
    return stride(b) - WORD + (up->header & FREE ? stride(up) : 0);
}

static enum ou_mem_owner tlsf_owner(struct ou_pool *pool, const void *p)
{
    (void)pool;
    return (enum ou_mem_owner)(block_of(p)->header >> OWNER_SHIFT);
}

static size_t tlsf_largest(struct ou_pool *pool)
{
    struct tlsf *t = (struct tlsf *)pool;
    if (!t->levels)
        return 0;
    unsigned level = ou_log2(t->levels);
    size_t largest = 0;
    struct block *b = t->heads[(level << t->split_log2) + ou_log2(t->parts[level])];
    for (unsigned left = MOST_TRIED; b && left; b = b->next, left--) /* as far as find_block looks */
        largest = OU_MAX(largest, stride(b));
    return largest - WORD;
}

static bool tlsf_owns(struct ou_pool *pool, const void *p)
{
    struct tlsf *t = (struct tlsf *)pool;
    return (const char *)p > (const char *)t->first && (const char *)p < (const char *)t->last;
}

static const char *tlsf_check(struct ou_pool *pool, const void *p)
{
    struct tlsf *t = (struct tlsf *)pool;
    if (!ou_is_aligned(p, UNIT))
        return "outer heap: a pointer into the middle of a block";
    struct block *b = block_of(p);
    if (b->header & FREE)
        return "outer heap: a block is freed twice";
    if (stride(b) < MIN_STRIDE || stride(b) > (size_t)((char *)t->last - (char *)b))
        return "outer heap: a pointer to no block, or its header is overwritten";
    if (above(b)->header & PREVIOUS_FREE)
        return "outer heap: a block is freed twice, or its neighbour is overwritten";
    return NULL;
}

#if OU_OUTER_AUDIT
static bool in_list(const struct tlsf *t, const struct block *b)
{
    const struct block *at = t->heads[class_of(t, stride(b))];
    while (at && at != b)
        at = at->next;
    return at == b;
}

static const char *audit_lists(struct tlsf *t, size_t free_blocks)
{
    for (unsigned level = 0; level < t->level_count; level++) {
        if (!t->parts[level] != !((t->levels >> level) & 1))
            return "outer heap: a level's bit disagrees with its classes";
        for (unsigned part = 0; part < 1u << t->split_log2; part++) {
            struct block *b = t->heads[(level << t->split_log2) + part];
            if (!b != !((t->parts[level] >> part) & 1))
                return "outer heap: a class's bit disagrees with its list";
            for (; b; b = b->next, free_blocks--)
                if (!(b->header & FREE) || class_of(t, stride(b)) != (level << t->split_log2) + part)
                    return "outer heap: a block is in the wrong list";
        }
    }
    return free_blocks ? "outer heap: lists hold more or fewer blocks than are free" : NULL;
}

static const char *audit_blocks(struct tlsf *t)
{
    size_t used = 0, free_blocks = 0;
    bool previous_free = false;
    struct block *b = t->first, *previous = NULL;
    for (; b != t->last; previous = b, b = above(b)) {
        bool is_free = (b->header & FREE) != 0;
        if (stride(b) < MIN_STRIDE || stride(b) > (size_t)((char *)t->last - (char *)b))
            return "outer heap: a stride is wrong";
        if (((b->header & PREVIOUS_FREE) != 0) != previous_free)
            return "outer heap: a block is wrong about its neighbour below";
        if (is_free && previous_free)
            return "outer heap: two free blocks touch";
        if (previous_free && below(b) != previous)
            return "outer heap: a free block's address is overwritten";
        if (is_free && !in_list(t, b))
            return "outer heap: a free block is in no list";
        used += is_free ? 0 : stride(b);
        free_blocks += is_free;
        previous_free = is_free;
    }
    if (((b->header & PREVIOUS_FREE) != 0) != previous_free || stride(b) || (b->header & FREE))
        return "outer heap: the end mark is overwritten";
    if (used != t->pool.used)
        return "outer heap: the count of used bytes is wrong";
    return audit_lists(t, free_blocks);
}

static int tlsf_audit(struct ou_pool *pool)
{
    const char *wrong = audit_blocks((struct tlsf *)pool);
    if (!wrong)
        return 0;
    ou_port_report(wrong);
    return -1;
}
#endif

static const struct ou_pool_ops tlsf_ops = {
    .overhead = 4 * WORD,
    .alloc = tlsf_alloc,
    .free = tlsf_free,
    .resize = tlsf_resize,
    .size = tlsf_size,
    .split = tlsf_split,
    .cost = tlsf_cost,
    .room = tlsf_room,
    .owner = tlsf_owner,
    .largest = tlsf_largest,
    .owns = tlsf_owns,
    .check = tlsf_check,
#if OU_OUTER_AUDIT
    .audit = tlsf_audit,
#endif
};

static unsigned levels_for(size_t size)
{
    unsigned split = split_log2_for(size), power = ou_log2(OU_MAX(size / UNIT, 1));
    return power < split ? 1 : power - split + 2;
}

static size_t table_size(size_t size)
{
    size_t classes = (size_t)levels_for(size) << split_log2_for(size);
    return sizeof(struct tlsf) + classes * sizeof(struct block *) + levels_for(size) * sizeof(uint16_t);
}

size_t ou_tlsf_overhead(size_t size)
{
    /* The table, alignment of the first header, the header that ends the range. */
    return ou_align_up(table_size(size), WORD) + (UNIT - WORD) + WORD;
}

struct ou_pool *ou_tlsf_init(void *memory, size_t size, unsigned attributes)
{
    size_t skip = ou_align_up((uintptr_t)memory, WORD) - (uintptr_t)memory;
    if (!memory || size < skip || size - skip < ou_tlsf_overhead(size) + MIN_STRIDE || size > STRIDE_MASK)
        return NULL;
    struct tlsf *t = (struct tlsf *)((char *)memory + skip);
    memset(t, 0, table_size(size));
    t->split_log2 = (uint8_t)split_log2_for(size);
    t->level_count = (uint8_t)levels_for(size);
    t->parts = (uint16_t *)&t->heads[(size_t)t->level_count << t->split_log2];
    /* Headers lie one word below a unit's boundary. */
    uintptr_t first = ou_align_up((uintptr_t)t + table_size(size) + WORD, UNIT) - WORD;
    uintptr_t last = ou_align_down((uintptr_t)memory + size, UNIT) - WORD;
    t->first = (struct block *)first;
    t->last = (struct block *)last;
    t->pool.ops = &tlsf_ops;
    t->pool.attributes = attributes;
    t->pool.total = last - first;
    t->first->header = 0;
    t->last->header = 0;
    make_free(t, t->first, last - first);
    return &t->pool;
}
