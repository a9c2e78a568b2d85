/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The mutator of gc_model.h: what it does, in what proportion, in what heaps.
 *
 * A run is a row of epochs.  Each makes an outer heap and a heap of random, mostly small sizes, mutates it
 * for some ten thousand operations, and gives everything back.  An epoch depends on the seed and its number
 * alone, so a failure can be repeated without what came before.
 *
 * Between two calls that may collect, C code here holds no address: what an operation needs afterwards is
 * in gm.tmp, which are roots.
 */
#include "base/base.h"
#include "gc_model.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY ((size_t)8 << 20)

struct place {
    int id;
    char *block;
    int root;   /* slot of gm.roots that holds it, or GM_NONE */
    int parent; /* whose edge holds it, or GM_NONE */
    char *parent_block;
    unsigned edge;
};

static char *block_at(const char *parent, unsigned edge)
{
    return ou_ptr(((const ou_val *)(const void *)parent)[1 + edge] & ~(ou_val)(OU_GRANULE - 1));
}

static void enter(struct place *p, int id, void *block)
{
    p->id = id;
    p->block = block;
}

/* Where a program may get at a block without walking. */
static bool pick_slot(struct place *p)
{
    *p = (struct place){.id = GM_NONE, .root = GM_NONE, .parent = GM_NONE};
    unsigned from = gm_roll(32), i;
    if (from == 0) {
        i = gm_roll(GM_WEAK);
        if (gm.weak[i].id != GM_NONE)
            enter(p, gm.weak[i].id, (char *)~gm.weak[i].hidden - gm.weak[i].offset);
    } else if (from == 1) {
        i = gm_roll(GM_WORDS);
        if (gm.word_ids[i] != GM_NONE)
            enter(p, gm.word_ids[i], (char *)gm.words[i] - gm.offsets[i]);
    } else if (from == 2) {
        i = gm_roll(GM_KEPT);
        if (gm.kept_ids[i] != GM_NONE)
            enter(p, gm.kept_ids[i], ou_ptr(gm.kept[i]));
    } else if (from == 3) {
        i = gm_roll(GM_PINS);
        if (gm.pin_ids[i] != GM_NONE)
            enter(p, gm.pin_ids[i], (char *)~gm.pins[i]);
    }
    for (int tries = 0; p->id == GM_NONE && tries < 3; tries++) {
        i = gm_roll(gm.root_count);
        if (gm.root_ids[i] == GM_NONE)
            continue;
        enter(p, gm.root_ids[i], ou_ptr(gm.roots[i]));
        p->root = (int)i;
    }
    return p->id != GM_NONE;
}

/* A reachable block at random: from a slot along some edges. */
static bool pick(struct place *p)
{
    if (!pick_slot(p))
        return false;
    gm_check_head(p->id, p->block);
    for (unsigned steps = gm_roll(5); steps; steps--) {
        struct gm_object *o = &gm.objects[p->id];
        if (!o->edges)
            break;
        unsigned edge = gm_roll(o->edges), out = o->out[edge];
        if (!out || (out & GM_IS_INTERNED))
            continue;
        p->root = GM_NONE;
        p->parent = p->id;
        p->parent_block = p->block;
        p->edge = edge;
        enter(p, (int)out - 1, block_at(p->block, edge));
        gm_check_head(p->id, p->block);
    }
    return true;
}

/* The word for an edge to a place: FOREIGN blocks may refer to the inside. */
static ou_val word_for(const struct gm_object *parent, const struct place *to)
{
    uintptr_t inside = gm_is_foreign(parent) && gm_roll(4) == 0 ? gm_roll(OU_GRANULE) : 0;
    size_t size = gm.objects[to->id].size;
    return ou_from_ptr(to->block) + (inside < size ? inside : 0);
}

/* Puts a new content into an edge.  `how`: 0 nothing, 1 an interned string, 2 the place. */
static void store_edge(int id, char *block, unsigned edge, unsigned how, const struct place *to, bool plain)
{
    struct gm_object *o = &gm.objects[id];
    ou_val *slot = (ou_val *)(void *)block + 1 + edge, v = OU_ABSENT;
    unsigned out = 0;
    if (how == 1) {
        unsigned n = gm_roll(GM_INTERNED);
        out = GM_IS_INTERNED | n;
        v = OU_INTERNED(n);
    } else if (how == 2) {
        out = (unsigned)to->id + 1;
        v = word_for(o, to);
    }
    gm_edge_set(id, edge, out);
    if (plain || gm_is_foreign(o))
        *slot = v;
    else
        ou_store(&gm.heap, block, slot, v);
}

static void root_set(unsigned i, int id, const void *block)
{
    gm_slot_set(&gm.roots[i], &gm.root_ids[i], block, id);
}

static void tmp_set(unsigned i, int id, const void *block)
{
    gm_slot_set(&gm.tmp[i], &gm.tmp_ids[i], block, id);
}

/* ---- slots that are not edges ---- */

static void weak_clear(unsigned i)
{
    if (gm.weak[i].id != GM_NONE)
        gm.objects[gm.weak[i].id].weak--;
    gm.weak[i].id = GM_NONE;
}

static void word_set(unsigned i, const struct place *to)
{
    if (gm.word_ids[i] != GM_NONE) {
        gm.objects[gm.word_ids[i]].refs--;
        gm.objects[gm.word_ids[i]].held--;
    }
    gm.word_ids[i] = to ? to->id : GM_NONE;
    gm.words[i] = to ? 0 : gm_roll(4096);
    if (!to)
        return;
    struct gm_object *o = &gm.objects[to->id];
    o->refs++;
    o->held++;
    gm.offsets[i] = gm_roll(2) ? gm_roll(o->size) : 0;
    gm.words[i] = (uintptr_t)to->block + gm.offsets[i];
}

static void pair_clear(unsigned i)
{
    struct gm_pair *p = &gm.pairs[i];
    if (p->key == GM_NONE)
        return;
    gm.objects[p->key].weak--;
    gm.objects[p->value].refs--;
    p->key = p->value = GM_NONE;
    p->slot = OU_ABSENT;
}

static void pin_clear(unsigned i)
{
    int id = gm.pin_ids[i];
    if (id == GM_NONE)
        return;
    gm_check_head(id, (char *)~gm.pins[i]);
    ou_gc_unpin(&gm.heap, (void *)~gm.pins[i]);
    gm.objects[id].refs--;
    gm.objects[id].pins--;
    gm.pin_ids[i] = GM_NONE;
}

static void drop_all(void)
{
    for (unsigned i = 0; i < GM_ROOTS; i++)
        root_set(i, GM_NONE, NULL);
    for (unsigned i = 0; i < GM_TMP; i++)
        tmp_set(i, GM_NONE, NULL);
    for (unsigned i = 0; i < GM_KEPT; i++)
        gm_slot_set(&gm.kept[i], &gm.kept_ids[i], NULL, GM_NONE);
    for (unsigned i = 0; i < GM_WORDS; i++)
        word_set(i, NULL);
    for (unsigned i = 0; i < GM_PINS; i++)
        pin_clear(i);
}

/* ---- other customers of the outer heap ---- */

static void buffer_free(struct gm_buffer *b)
{
    for (uint32_t i = 0; i < b->size; i++)
        gm_check(b->data[i] == b->fill, "a buffer in the outer heap has changed");
    ou_outer_free(&gm.outer, b->data);
    *b = (struct gm_buffer){0};
}

static void op_buffer(void)
{
    struct gm_buffer *b = &gm.buffers[gm_roll(GM_BUFFERS)];
    if (b->data && gm_roll(3)) {
        buffer_free(b);
        return;
    }
    size_t size = 1 + (gm_roll(8) ? gm_roll(200) : gm_roll((unsigned)(gm.capacity / 6)));
    unsigned char *data = b->data ? ou_outer_realloc(&gm.outer, b->data, size, gm_roll(2))
                                  : ou_outer_alloc(&gm.outer, size, gm_roll(2) ? OU_MEM_VM : OU_MEM_ANY);
    if (!data)
        return;
    for (uint32_t i = 0; i < b->size && i < size; i++)
        gm_check(data[i] == b->fill, "a buffer in the outer heap has changed while it grew");
    *b = (struct gm_buffer){data, (uint32_t)size, (unsigned char)gm_random()};
    memset(data, b->fill, size);
}

/* ---- allocation ---- */

static size_t random_size(void)
{
    unsigned how = gm_roll(128);
    if (how < 96)
        return 1 + gm_roll(8 * sizeof(ou_val));
    if (how < 116)
        return 1 + gm_roll(256);
    if (how < 126)
        return 1 + gm_roll(2048);
    return 1 + gm_roll((unsigned)(gm.capacity / (how == 126 ? 16 : 4)));
}

static unsigned random_flags(void)
{
    static const unsigned kinds[] = {OU_GC_RAW,    OU_GC_RAW,    OU_GC_VALUES, OU_GC_VALUES,
                                     OU_GC_VALUES, OU_GC_VALUES, OU_GC_VALUES, OU_GC_FOREIGN};
    unsigned flags = kinds[gm_roll(8)];
    if ((flags & OU_GC_KIND_MASK) == OU_GC_FOREIGN && gm_roll(3))
        flags = OU_GC_VALUES;
    if (gm_roll(16) == 0)
        flags |= OU_GC_FINALISE;
    if (gm_roll(24) == 0)
        flags |= OU_GC_LONG_LIVED;
    if (gm_roll(64) == 0)
        flags |= OU_GC_PINNED;
    return flags;
}

/* There was no memory: part of everything goes, and sometimes nothing, to fail again. */
static void exhausted(size_t size, bool could_collect)
{
    gm.counts.failed++;
    if (could_collect && ou_gc_enabled(&gm.heap) && gm_roll(8) == 0) {
        if (gm.sloppy)
            ou_gc_collect(&gm.heap);
        ou_gc_compact(&gm.heap);
        void *block = ou_gc_alloc_nogc(&gm.heap, size, OU_GC_RAW);
        ou_gc_free(&gm.heap, block);
        gm.counts.unneeded += block != NULL;
        gm.counts.tried_again++;
    }
    if (gm_roll(4) == 0)
        return;
    unsigned of = 1 + gm_roll(4);
    for (unsigned i = 0; i < gm.root_count; i++)
        if (gm_roll(of) == 0)
            root_set(i, GM_NONE, NULL);
    for (unsigned i = 0; i < GM_BUFFERS; i++)
        if (gm.buffers[i].data && gm_roll(of) == 0)
            buffer_free(&gm.buffers[i]);
}

/* A new block has its contents by plain stores, references among them. */
static void fill_new(int id, char *block, unsigned flags)
{
    struct gm_object *o = &gm.objects[id];
    size_t held = gm_words_of(o);
    for (size_t w = 0; !gm_is_raw(o) && w < held; w++)
        gm_check(((ou_val *)(void *)block)[w] == 0, "a new block is not zero");
    if (gm_has_header(o))
        *(ou_val *)(void *)block = gm_header(id);
    gm_fill_tail(id, block, 0);
    if ((flags & OU_GC_PINNED) || gm_is_foreign(o))
        o->fixed = ~(uintptr_t)block;
    for (unsigned e = 0; e < o->edges; e++) {
        struct place to;
        unsigned how = gm_roll(4);
        if (how == 0 && pick(&to))
            store_edge(id, block, e, 2, &to, true);
        else if (how == 1 && gm_roll(4) == 0)
            store_edge(id, block, e, 1, NULL, true);
        else if (e > 2 && gm_roll(2))
            break;
    }
}

static void place_new(int id, char *block)
{
    struct place parent;
    if (gm_roll(4) == 0 && pick(&parent) && gm.objects[parent.id].edges) {
        unsigned edge = gm_roll(gm.objects[parent.id].edges);
        struct place to = {.id = id, .block = block};
        store_edge(parent.id, parent.block, edge, 2, &to, false);
    } else {
        root_set(gm_roll(gm.root_count), id, block);
    }
}

static void op_alloc(void)
{
    size_t size = random_size();
    unsigned flags = random_flags();
    if (((flags & OU_GC_KIND_MASK) != OU_GC_RAW || (flags & OU_GC_FINALISE)) && size < sizeof(ou_val))
        size = sizeof(ou_val);
    /* What a C local holds stays where it is while the C stack is scanned. */
    struct place held = {.id = GM_NONE};
    char *volatile local = NULL;
    uint32_t serial = 0;
    if (gm.stack_base && gm_roll(8) == 0 && pick(&held)) {
        local = held.block;
        serial = gm.objects[held.id].serial;
    }
    unsigned how = gm_roll(4);
    char *block;
    gm.observed = NULL;
    if (how == 0) {
        gm.nogc = true;
        block = ou_gc_alloc_nogc(&gm.heap, size, flags);
        gm.nogc = false;
    } else if (how == 1 && flags <= OU_GC_VALUES) {
        block = ou_gc_alloc_fast(&gm.heap, size, flags);
    } else {
        block = ou_gc_alloc(&gm.heap, size, flags);
    }
    if (local && gm.objects[held.id].serial == serial)
        gm_check_head(held.id, local);
    if (!block) {
        exhausted(size, how != 0);
        return;
    }
    if (gm.heap.observer)
        gm_check(gm.observed == block && gm.observed_flags == flags, "an observer did not see an allocation");
    int id = gm_object_new(size, flags);
    if (id == GM_NONE) { /* the model is full */
        ou_gc_free(&gm.heap, block);
        exhausted(size, false);
        gm_forget_unreached();
        return;
    }
    gm.counts.allocated++;
    gm.counts.bytes += size;
    gm.objects[id].refs = 1; /* what is stored below must not be thrown away first */
    fill_new(id, block, flags);
    place_new(id, block);
    gm.objects[id].refs--;
}

/* ---- mutation ---- */

static void op_store(void)
{
    struct place from, to;
    if (!pick(&from) || !gm.objects[from.id].edges)
        return;
    unsigned edges = gm.objects[from.id].edges, how = gm_roll(8);
    gm.counts.stores++;
    if (how == 0) { /* several at once */
        if (!gm_is_foreign(&gm.objects[from.id]))
            ou_store_bulk(&gm.heap, from.block);
        for (unsigned n = 1 + gm_roll(4); n; n--) {
            unsigned what = pick(&to) ? gm_roll(3) : gm_roll(2);
            store_edge(from.id, from.block, gm_roll(edges), what, &to, true);
        }
    } else if (how <= 5 && pick(&to)) {
        store_edge(from.id, from.block, gm_roll(edges), 2, &to, false);
    } else {
        store_edge(from.id, from.block, gm_roll(edges), how & 1, NULL, false);
    }
}

/* A reference that moves from a block to another and leaves the first: what incremental marking may lose. */
static void op_hide(void)
{
    struct place from, to;
    if (!pick(&from) || from.parent == GM_NONE || !pick(&to) || !gm.objects[to.id].edges)
        return;
    struct place what = {.id = from.id, .block = from.block};
    tmp_set(0, what.id, what.block);
    store_edge(from.parent, from.parent_block, from.edge, 0, NULL, false);
    if (gm_roll(2))
        store_edge(to.id, to.block, gm_roll(gm.objects[to.id].edges), 2, &what, false);
    else
        root_set(gm_roll(gm.root_count), what.id, what.block);
    tmp_set(0, GM_NONE, NULL);
}

static void op_root(void)
{
    struct place p;
    if (pick(&p))
        root_set(gm_roll(gm.root_count), p.id, p.block);
}

static void op_drop(void) { root_set(gm_roll(gm.root_count), GM_NONE, NULL); }

static void op_word(void)
{
    struct place p;
    word_set(gm_roll(GM_WORDS), gm_roll(3) && pick(&p) ? &p : NULL);
}

static void op_weak(void)
{
    struct place p;
    unsigned i = gm_roll(GM_WEAK);
    if (gm_roll(4) == 0) {
        unsigned k = gm_roll(GM_KEPT);
        gm_slot_set(&gm.kept[k], &gm.kept_ids[k], NULL, GM_NONE);
    }
    if (!pick(&p))
        return;
    weak_clear(i);
    struct gm_object *o = &gm.objects[p.id];
    uint32_t offset = gm_roll(2) ? gm_roll(o->size) : 0;
    gm.weak[i] = (struct gm_weak){p.id, ~((uintptr_t)p.block + offset), offset};
    o->weak++;
}

static void op_pair(void)
{
    struct place key, value;
    unsigned i = gm_roll(GM_PAIRS);
    if (!pick(&key) || !pick(&value))
        return;
    pair_clear(i);
    gm.pairs[i] = (struct gm_pair){key.id, value.id, ~(uintptr_t)key.block, ou_from_ptr(value.block)};
    gm.objects[key.id].weak++;
    gm.objects[value.id].refs++;
}

static void op_pin(void)
{
    struct place p;
    unsigned i = gm_roll(GM_PINS);
    pin_clear(i);
    if (gm_roll(3) == 0 || !pick(&p))
        return;
    if (ou_gc_pin(&gm.heap, p.block) < 0)
        return;
    gm.pins[i] = ~(uintptr_t)p.block;
    gm.pin_ids[i] = p.id;
    gm.objects[p.id].refs++;
    gm.objects[p.id].pins++;
}

static void op_set_finalise(void)
{
    struct place p;
    if (!pick(&p) || !gm_has_header(&gm.objects[p.id]))
        return;
    bool on = gm_roll(2);
    ou_gc_set_finalise(&gm.heap, p.block, on);
    gm.objects[p.id].finalise = on;
}

/* ---- sizes and ends of blocks ---- */

/* The block at `block` has a new size; the model and the contents follow. */
static void resized(int id, char *block, size_t size, size_t held_before)
{
    struct gm_object *o = &gm.objects[id];
    bool had_header = gm_has_header(o);
    size_t old = o->size, old_words = gm_words_of(o);
    size_t held = ou_gc_size(&gm.heap, block);
    ou_val *words = (ou_val *)(void *)block;
    for (size_t w = held_before / sizeof(ou_val); !gm_is_raw(o) && w < held / sizeof(ou_val); w++)
        gm_check(words[w] == 0, "what is new of a block is not zero");
    unsigned edges = gm_edges_for(o->flags & OU_GC_KIND_MASK, size);
    for (unsigned e = edges; e < o->edges; e++)
        gm_edge_set(id, e, 0);
    o->edges = (uint8_t)edges;
    o->size = (uint32_t)size;
    if (gm_is_raw(o)) {
        if (gm_has_header(o) && !had_header)
            words[0] = gm_header(id);
        gm_fill_tail(id, block, gm_has_header(o) ? had_header ? old : sizeof(ou_val) : 0);
        return;
    }
    if (!gm_is_foreign(o))
        ou_store_bulk(&gm.heap, block);
    size_t end = OU_MIN(old_words, held / sizeof(ou_val));
    for (size_t w = gm_words_of(o); w < end; w++)
        words[w] = 0; /* words between sizes stay with the block */
    gm_fill_tail(id, block, old);
}

static size_t new_size(const struct gm_object *o)
{
    size_t size = gm_roll(4) == 0 ? random_size()
                  : gm_roll(2)    ? o->size + 1 + gm_roll(64)
                                  : 1 + gm_roll(o->size);
    bool header = gm_has_header(o); /* who has one keeps it: a finaliser might look for it */
    return header && size < sizeof(ou_val) ? sizeof(ou_val) : size;
}

static void op_resize(void)
{
    struct place p;
    if (!pick(&p))
        return;
    struct gm_object *o = &gm.objects[p.id];
    size_t size = new_size(o), held = ou_gc_size(&gm.heap, p.block);
    if (size < o->size && (o->held || o->weak))
        return; /* something may refer to what would be cut off */
    gm.nogc = true;
    char *block = ou_gc_realloc(&gm.heap, p.block, size, false);
    gm.nogc = false;
    gm_check(!block || block == p.block, "a block that may not move has moved");
    if (!block)
        return;
    gm.counts.resized++;
    resized(p.id, block, size, held);
}

/* Weak references follow a block that its owner moved. */
static void weak_follow(int id, const char *block)
{
    for (unsigned i = 0; i < GM_WEAK; i++)
        if (gm.weak[i].id == id)
            gm.weak[i].hidden = ~((uintptr_t)block + gm.weak[i].offset);
    for (unsigned i = 0; i < GM_PAIRS; i++)
        if (gm.pairs[i].key == id)
            gm.pairs[i].hidden_key = ~(uintptr_t)block;
}

/* Its one reference follows, too. */
static void moved(const struct place *p, char *block)
{
    gm.counts.moved++;
    gm_check_head(p->id, block);
    if (p->root != GM_NONE) {
        gm.roots[p->root] = ou_from_ptr(block);
    } else {
        ou_val *slot = (ou_val *)(void *)p->parent_block + 1 + p->edge;
        if (gm_is_foreign(&gm.objects[p->parent]))
            *slot = ou_from_ptr(block);
        else
            ou_store(&gm.heap, p->parent_block, slot, ou_from_ptr(block));
    }
    weak_follow(p->id, block);
    if (gm.objects[p->id].fixed)
        gm.objects[p->id].fixed = ~(uintptr_t)block;
}

/* A block with one reference, which its owner lets go elsewhere. */
static void op_move(void)
{
    struct place p;
    if (!pick(&p))
        return;
    struct gm_object *o = &gm.objects[p.id];
    if (o->refs != 1 || (p.root == GM_NONE && p.parent == GM_NONE) || p.parent == p.id)
        return;
    size_t size = new_size(o), held = ou_gc_size(&gm.heap, p.block);
    if (size < o->size && o->weak)
        return;
    if (p.parent != GM_NONE)
        tmp_set(0, p.parent, p.parent_block);
    uint32_t serial = o->serial;
    char *block = ou_gc_realloc(&gm.heap, p.block, size, true);
    gm_check(o->serial == serial, "a block died while it was resized");
    p.parent_block = p.parent != GM_NONE ? ou_ptr(gm.tmp[0]) : NULL;
    tmp_set(0, GM_NONE, NULL);
    char *now = p.parent != GM_NONE ? block_at(p.parent_block, p.edge) : ou_ptr(gm.roots[p.root]);
    if (!block) {
        gm_check(now == p.block, "a block moved though it was being resized");
        gm_check_head(p.id, now);
        gm.counts.failed++;
        return;
    }
    if (block != p.block)
        moved(&p, block);
    resized(p.id, block, size, held);
}

static void op_free(void)
{
    struct place p;
    if (!pick(&p))
        return;
    struct gm_object *o = &gm.objects[p.id];
    if (o->refs != 1 || o->weak || (p.root == GM_NONE && p.parent == GM_NONE) || p.parent == p.id)
        return;
    if (p.root != GM_NONE)
        root_set((unsigned)p.root, GM_NONE, NULL);
    else
        store_edge(p.parent, p.parent_block, p.edge, 0, NULL, false);
    gm.observed = NULL;
    ou_gc_free(&gm.heap, p.block);
    gm_check(!gm.heap.observer || gm.observed == p.block, "an observer did not see that a block was freed");
    gm_check(!ou_gc_is_block(&gm.heap, p.block), "a block that was freed is still one");
    gm_object_forget(p.id);
    gm.counts.freed++;
}

/* ---- now and then ---- */

/* Whether a cycle in increments may be under way after a collection at once. */
static bool is_sloppy(void)
{
#if OU_DEBUG
    if (ou_gc_stress(&gm.heap)->increments)
        return true;
#endif
    return ou_gc_pause(&gm.heap) != 0;
}

static void collect_exactly(bool compact)
{
    if (gm.sloppy) /* a cycle may be under way */
        ou_gc_collect(&gm.heap);
    gm.exact_now = true;
    if (compact && !gm.options->no_compact)
        ou_gc_compact(&gm.heap);
    else
        ou_gc_collect(&gm.heap);
    gm.exact_now = false;
    gm.sloppy = is_sloppy();
    if (!gm.stack_base)
        gm_check_exact();
}

static void op_collect(void) { collect_exactly(false); }

/* Without pins the free space of an area is one run after compaction. */
static void op_compact(void)
{
    collect_exactly(true);
    struct ou_heap_stats stats;
    ou_gc_stats(&gm.heap, &stats);
    gm_check(stats.largest <= stats.total - stats.used, "the largest free run is larger than what is free");
    if (gm_roll(2))
        gm_walk(false);
}

static void op_pause(void)
{
    if (gm.options->no_pause)
        return;
    unsigned us = gm_roll(3) ? 20 + gm_roll(500) : 0;
    gm.sloppy = true;
    unsigned before = ou_gc_pause(&gm.heap);
    bool set = ou_gc_set_pause(&gm.heap, us) == 0;
    gm_check(set || us, "a pause was not taken back");
    gm_check(ou_gc_pause(&gm.heap) == (set ? us : before), "the pause is not what was set");
}

static void op_idle(void)
{
    gm.sloppy = gm.sloppy || !gm.options->no_pause; /* it may begin a cycle */
    (void)ou_gc_idle(&gm.heap, OU_GC_FOREVER);
}

static void op_lock(void)
{
    struct place p;
    bool found = pick(&p);
    ou_gc_lock(&gm.heap);
    gm_check(!ou_gc_alloc(&gm.heap, 1 + gm_roll(100), OU_GC_VALUES), "a locked heap allocates");
    gm_check(!ou_gc_alloc_fast(&gm.heap, 16, OU_GC_RAW), "a locked heap allocates");
    if (found) {
        gm_check(!ou_gc_realloc(&gm.heap, p.block, 5000, true), "a locked heap resizes");
        ou_gc_free(&gm.heap, p.block);
        gm_check_block(p.id, p.block);
    }
    if (gm_roll(2)) {
        ou_gc_lock(&gm.heap);
        gm_check(ou_gc_unlock(&gm.heap) == 1, "the lock does not nest");
    }
    gm_check(ou_gc_unlock(&gm.heap) == 0 && ou_gc_lock_depth(&gm.heap) == 0, "the lock does not open");
}

static void op_switch(void)
{
    switch (gm_roll(4)) {
    case 0: ou_gc_set_enabled(&gm.heap, !ou_gc_enabled(&gm.heap)); break;
    case 1: ou_gc_set_threshold(&gm.heap, gm_roll(2) ? gm_roll((unsigned)gm.capacity) : 0); break;
    case 2: ou_gc_observe(&gm.heap, gm_roll(2) ? &gm.observer : NULL); break;
    default: ou_outer_set_reserve(&gm.outer, gm_roll(3) ? 0 : gm_roll(2000)); break;
    }
    if (gm_roll(2))
        ou_gc_set_enabled(&gm.heap, true);
#if OU_DEBUG
    if (gm.options->stress && gm_roll(2)) {
        struct ou_gc_stress *stress = ou_gc_stress(&gm.heap);
        unsigned bits = gm_roll(4) ? 0 : gm_random();
        stress->collect_always = (bits & 7) == 1;
        stress->increments = !gm.options->no_pause && (bits & 0x600) == 0x200;
        gm.sloppy |= stress->increments;
        stress->move = !gm.options->no_compact && (bits & 0x18);
        stress->poison = bits & 0x80;
        stress->fail_nth = bits & 0x100 ? gm_roll(100) : 0;
    }
#endif
}

static void op_area(void)
{
    if (gm.lent_count == GM_LENT)
        return;
    size_t size = 100 + gm_roll(gm_roll(2) ? GM_LENT_BYTES - 100 : 1000);
    if (ou_heap_add_area(&gm.heap, gm.lent[gm.lent_count], size) == 0) {
        gm.lent_count++;
        gm.counts.areas++;
    }
}

static void op_look(void)
{
    struct ou_heap_stats stats;
    ou_gc_stats(&gm.heap, &stats);
    gm_check(stats.used <= stats.total, "more is used than there is");
    gm_check(stats.peak >= stats.used, "more is used than ever was");
    gm_check(stats.largest <= stats.total - stats.used, "the largest free run is larger than what is free");
    char map[40];
    size_t n = ou_gc_map(&gm.heap, gm_roll(stats.areas), map, sizeof map);
    gm_check(n <= sizeof map, "the map is larger than asked for");
    (void)ou_gc_growth(&gm.heap);
    gm_check(!ou_gc_is_block(&gm.heap, &stats) && !ou_gc_is_block(&gm.heap, NULL),
             "a foreign address is a block");
    struct place p;
    if (pick(&p))
        gm_check(!ou_gc_is_block(&gm.heap, p.block + 1 + gm_roll(OU_GRANULE - 1)),
                 "the inside of a block is one");
}

static void sweep_all(void)
{
    drop_all();
    gm.no_roots = true;
    bool sloppy = gm.sloppy;
    ou_gc_sweep_all(&gm.heap);
    gm.no_roots = false;
    gm.sloppy = sloppy;
    for (int round = 0; ou_gc_kept(&gm.heap) && gm_roll(2); round++) { /* as a soft reset does */
        gm_check(round < 10000, "sweeping everything does not end");
        drop_all();
        gm.no_roots = true;
        ou_gc_sweep_all(&gm.heap);
        gm.no_roots = false;
    }
}

static void op_drop_all_roots(void)
{
    for (unsigned i = 0; i < gm.root_count; i++)
        root_set(i, GM_NONE, NULL);
}

static void op_sweep_all(void)
{
    if (gm_roll(20) == 0)
        sweep_all();
}

static void op_rare(void)
{
    static const struct {
        void (*run)(void);
        unsigned char below; /* of 64 */
    } rare[] = {
        {op_collect, 4},         {op_compact, 7},    {op_pause, 11}, {op_idle, 13},
        {op_switch, 15},         {op_area, 16},      {op_look, 22},  {gm_forget_unreached, 23},
        {op_drop_all_roots, 24}, {op_sweep_all, 25}, {op_lock, 30},  {op_set_finalise, 34},
        {op_pair, 40},           {op_buffer, 64},
    };
    unsigned what = gm_roll(64), i = 0;
    while (what >= rare[i].below)
        i++;
    rare[i].run();
}

/* ---- epochs ---- */

static const struct {
    const char *name;
    void (*run)(void);
    unsigned char share[4]; /* in 256, for each profile */
} operations[] = {
    {"op_alloc", op_alloc, {100, 60, 150, 70}}, {"op_store", op_store, {80, 100, 40, 60}},
    {"op_hide", op_hide, {16, 40, 8, 10}},      {"op_root", op_root, {16, 24, 8, 10}},
    {"op_drop", op_drop, {14, 8, 28, 10}},      {"op_resize", op_resize, {8, 6, 6, 40}},
    {"op_move", op_move, {8, 6, 4, 36}},        {"op_free", op_free, {6, 2, 6, 12}},
    {"op_word", op_word, {2, 3, 1, 2}},         {"op_weak", op_weak, {3, 4, 2, 3}},
    {"op_pin", op_pin, {1, 1, 1, 1}},           {"op_rare", op_rare, {2, 2, 2, 2}},
};
#define OPERATIONS (sizeof operations / sizeof *operations)

static unsigned char mix[256];

static void choose_mix(void)
{
    unsigned profile = gm_roll(4), n = 0;
    for (unsigned i = 0; i < OPERATIONS; i++)
        for (unsigned k = 0; k < operations[i].share[profile] && n < sizeof mix; k++)
            mix[n++] = (unsigned char)i;
    while (n < sizeof mix)
        mix[n++] = 0;
}

static void clear_state(void)
{
    gm.free_count = gm.in_use_count = 0;
    for (unsigned i = GM_OBJECTS; i-- > 0;) {
        gm.objects[i].serial = 0;
        gm.free_ids[gm.free_count++] = (uint16_t)i;
    }
    for (unsigned i = 0; i < GM_ROOTS; i++)
        gm.root_ids[i] = GM_NONE;
    for (unsigned i = 0; i < GM_TMP; i++)
        gm.tmp_ids[i] = GM_NONE;
    for (unsigned i = 0; i < GM_KEPT; i++)
        gm.kept_ids[i] = GM_NONE;
    for (unsigned i = 0; i < GM_WORDS; i++)
        gm.word_ids[i] = GM_NONE;
    for (unsigned i = 0; i < GM_PINS; i++)
        gm.pin_ids[i] = GM_NONE;
    for (unsigned i = 0; i < GM_WEAK; i++)
        gm.weak[i].id = GM_NONE;
    for (unsigned i = 0; i < GM_PAIRS; i++)
        gm.pairs[i].key = gm.pairs[i].value = GM_NONE;
    memset(gm.roots, 0, sizeof gm.roots);
    memset(gm.tmp, 0, sizeof gm.tmp);
    memset(gm.kept, 0, sizeof gm.kept);
    memset(gm.words, 0, sizeof gm.words);
    memset(gm.interned, 0, sizeof gm.interned);
    gm.sloppy = gm.exact_now = gm.no_roots = gm.nogc = gm.cleared = gm.draining = false;
    gm.stack_base = NULL;
    gm.lent_count = 0;
}

/* A machine of a random size: mostly small, so that it is exhausted all the time. */
static void epoch_begin(const void *frame)
{
    clear_state();
    choose_mix();
    size_t unit = sizeof(void *) / 4; /* blocks of a 64-bit machine are twice as large */
    gm.capacity = (gm_roll(24) ? gm_roll(24) ? 8000 + gm_roll(60000) : 300000 : 4000000) * unit;
    gm.root_count = gm_roll(3) ? 4 + gm_roll(60) : 64 + gm_roll(GM_ROOTS - 64);
    ou_outer_init(&gm.outer);
    size_t half = gm_roll(4) ? 0 : gm.capacity / 2; /* sometimes in two pools */
    gm_check(ou_outer_add_pool(&gm.outer, gm.memory, gm.capacity - half, OU_MEM_ANY) == 0, "no pool");
    if (half)
        gm_check(ou_outer_add_pool(&gm.outer, gm.memory + gm.capacity - half + 16, half, OU_MEM_ANY) == 0,
                 "no pool");
    ou_outer_add_libc(&gm.outer, &gm.debug, 0, OU_MEM_DEBUG);
    gm_hooks_init();
    struct ou_heap_config config = {.first_area = gm_roll(2) ? gm_roll((unsigned)gm.capacity) : 0,
                                    .max_bytes = gm_roll(4) ? 0 : 4000 + gm_roll((unsigned)gm.capacity),
                                    .can_scan_stack = true};
    if (ou_heap_init(&gm.heap, &gm.outer, &gm.hooks, &config) < 0) { /* nothing was left for the mark queue */
        gm_check(ou_outer_used(&gm.outer) == 0, "a heap that could not be made keeps memory");
        config.first_area = 0;
        gm_check(ou_heap_init(&gm.heap, &gm.outer, &gm.hooks, &config) == 0, "no heap");
    }
    ou_heap_add_roots(&gm.heap, &gm.precise);
    ou_heap_add_roots(&gm.heap, &gm.ambiguous);
    if (gm_roll(12) == 0 && !gm.options->no_scan)
        gm.stack_base = frame;
    if (gm_roll(3) == 0)
        op_pause();
}

static void check_all(void)
{
    gm_check(ou_gc_verify(&gm.heap) == 0, "the heap's audit fails");
    gm_check(ou_outer_audit(&gm.outer) == 0, "the outer heap's audit fails");
    gm_walk(false);
}

static void count_stats(void)
{
    struct ou_heap_stats stats;
    ou_gc_stats(&gm.heap, &stats);
    gm.counts.collections += stats.collections;
    gm.counts.compactions += stats.kinds[OU_GC_COMPACTION];
    gm.counts.incremental += stats.kinds[OU_GC_INCREMENTAL];
    gm.counts.fallback += stats.kinds[OU_GC_FALLBACK];
    gm.counts.bytes_moved += stats.bytes_moved;
}

static void epoch_end(void)
{
    gm.doing = "the end";
    check_all();
#if OU_DEBUG
    *ou_gc_stress(&gm.heap) = (struct ou_gc_stress){.verify_phases = OU_DEBUG >= 3};
#endif
    ou_gc_set_enabled(&gm.heap, true);
    gm.stack_base = NULL;
    drop_all();
    for (unsigned i = 0; i < GM_BUFFERS; i++)
        if (gm.buffers[i].data)
            buffer_free(&gm.buffers[i]);
    gm.draining = true;
    gm.no_roots = true;
    ou_gc_sweep_all(&gm.heap);
    gm_check(ou_gc_kept(&gm.heap) == 0, "something was kept that nobody kept");
    for (unsigned i = 0; i < gm.in_use_count; i++)
        gm_check(!gm.objects[gm.in_use[i]].finalise, "a finaliser was never called");
    gm_check(gm.in_use_count == 0, "the model remembers dead blocks");
    count_stats();
    struct ou_heap_stats stats;
    ou_gc_stats(&gm.heap, &stats);
    gm_check(stats.used == 0, "something lives after everything was swept");
    gm_check(stats.areas == 1 + gm.lent_count, "an area was not given back");
    gm_check(ou_gc_verify(&gm.heap) == 0 && ou_outer_audit(&gm.outer) == 0, "an audit fails at the end");
    ou_heap_deinit(&gm.heap);
    gm_check(ou_outer_used(&gm.outer) == 0, "the heap did not give everything back");
    gm.counts.epochs++;
}

static __attribute__((noinline)) void epoch_run(uint64_t count)
{
    epoch_begin(__builtin_frame_address(0));
    unsigned every = gm.options->check_every ? gm.options->check_every : 2048;
    for (gm.operation = 0; gm.operation < count; gm.operation++) {
        unsigned op = mix[gm_random() >> 24];
        gm.doing = operations[op].name;
        operations[op].run();
        if (gm.operation % every == every - 1) {
            gm.doing = "the audits";
            check_all();
        }
    }
    epoch_end();
    gm.counts.operations += count;
}

void gm_run(const struct gm_options *options)
{
    gm.options = options;
    if (!gm.memory) {
        gm.memory = malloc(MEMORY + 64);
        for (unsigned i = 0; i < GM_LENT; i++)
            gm.lent[i] = malloc(GM_LENT_BYTES);
    }
    uint64_t next = 0, step = options->operations / 10 + 1;
    for (gm.epoch = 0; gm.counts.operations < options->operations; gm.epoch++) {
        if (options->only_epoch >= 0)
            gm.epoch = (uint64_t)options->only_epoch;
        gm.random = (options->seed * 2654435761u + gm.epoch + 1) * 0x9e3779b97f4a7c15u;
        gm.random ^= gm.random >> 31 | 1;
        gm.serial = gm.stamp = 0;
        for (unsigned i = 0; i < GM_OBJECTS; i++)
            gm.objects[i].reached = 0;
        uint64_t count = options->epoch_operations ? options->epoch_operations : 5000 + gm_roll(100000);
        uint64_t left = options->operations - gm.counts.operations;
        epoch_run(count < left || options->only_epoch >= 0 ? count : left);
        if (options->progress && gm.counts.operations >= next) {
            printf("%11llu operations, %llu epochs\n", (unsigned long long)gm.counts.operations,
                   (unsigned long long)gm.counts.epochs);
            fflush(stdout);
            next = gm.counts.operations + step;
        }
        if (options->only_epoch >= 0)
            return;
    }
}

void gm_print_counts(void)
{
    const struct gm_counts *c = &gm.counts;
#define SHOW(name, text) printf("%12llu %s\n", (unsigned long long)c->name, text)
    SHOW(operations, "operations");
    SHOW(epochs, "heaps");
    SHOW(allocated, "blocks allocated");
    SHOW(stores, "stores");
    SHOW(resized, "blocks resized in place");
    SHOW(moved, "blocks resized elsewhere");
    SHOW(freed, "blocks freed by hand");
    SHOW(failed, "requests that failed");
    SHOW(tried_again, "... of them after which everything was compacted");
    SHOW(unneeded, "... and could be met then");
    SHOW(collections, "collections");
    SHOW(incremental, "... in increments");
    SHOW(fallback, "... begun in increments and ended at once");
    SHOW(compactions, "compactions");
    SHOW(bytes_moved, "bytes moved");
    SHOW(finalised, "finalisers called");
    SHOW(kept, "... that kept their block");
    SHOW(weak_cleared, "weak references cleared");
    SHOW(walks, "walks of everything reachable");
    SHOW(exact, "exact checks");
#undef SHOW
}
