/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The model of gc_model.h: its entries, what it reaches, the embedder's hooks, the checks.
 *
 * Shown at every collection, in the hooks:
 *   - what the model reaches is marked; what it does not reach is not (unless the cycle is incremental or
 *     the C stack was scanned); weak references are cleared accordingly, and never dangle;
 *   - interned strings that reachable blocks name were reported;
 *   - a finaliser is called once, for an unreachable block, with everything that it refers to intact;
 *   - values of pairs live as long as their keys;
 *   - blocks that ambiguous words, pins, FOREIGN and PINNED hold do not move;
 *   - no collection ends within an allocation that may not collect.
 * Shown by a walk from the slots: contents, kind, flags, size of every reachable block.  By an exact check
 * after a full collection: there is no block that the model does not reach.
 */
#include "gc_model.h"
#include <ouro/port.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct gm gm;

_Noreturn void gm_fail(const char *file, int line, const char *text)
{
    fprintf(stderr,
            "%s:%d: failed: %s\n"
            "  repeat with: --seed %llu --epoch %llu   (operation %llu of that epoch, in %s)\n",
            file, line, text, (unsigned long long)gm.options->seed, (unsigned long long)gm.epoch,
            (unsigned long long)gm.operation, gm.doing);
    fflush(NULL);
    abort();
}

/* ---- entries ---- */

int gm_object_new(size_t size, unsigned flags)
{
    if (!gm.free_count)
        return GM_NONE;
    int id = gm.free_ids[--gm.free_count];
    struct gm_object *o = &gm.objects[id];
    memset(o, 0, sizeof *o);
    o->serial = ++gm.serial;
    o->size = (uint32_t)size;
    o->flags = (uint8_t)(flags & ~OU_GC_FINALISE);
    o->finalise = (flags & OU_GC_FINALISE) != 0;
    o->edges = (uint8_t)gm_edges_for(flags & OU_GC_KIND_MASK, size);
    o->at = (uint16_t)gm.in_use_count;
    gm.in_use[gm.in_use_count++] = (uint16_t)id;
    return id;
}

void gm_object_forget(int id)
{
    struct gm_object *o = &gm.objects[id];
    for (unsigned e = 0; e < o->edges; e++)
        gm_edge_set(id, e, 0);
    o->serial = 0;
    uint16_t last = gm.in_use[--gm.in_use_count];
    gm.in_use[o->at] = last;
    gm.objects[last].at = o->at;
    gm.free_ids[gm.free_count++] = (uint16_t)id;
}

static bool is_edge(unsigned out) { return out && !(out & GM_IS_INTERNED); }

void gm_edge_set(int id, unsigned edge, unsigned out)
{
    uint16_t *slot = &gm.objects[id].out[edge];
    if (is_edge(out))
        gm.objects[out - 1].refs++;
    if (is_edge(*slot))
        gm.objects[*slot - 1].refs--;
    *slot = (uint16_t)out;
}

void gm_slot_set(ou_val *slot, int *slot_id, const void *block, int id)
{
    if (id != GM_NONE)
        gm.objects[id].refs++;
    if (*slot_id != GM_NONE)
        gm.objects[*slot_id].refs--;
    *slot = id == GM_NONE ? OU_ABSENT : ou_from_ptr(block);
    *slot_id = id;
}

/* Writes what follows from the serial number, from this byte of the block on. */
void gm_fill_tail(int id, char *block, size_t from_byte)
{
    struct gm_object *o = &gm.objects[id];
    if (gm_is_raw(o)) {
        size_t from = gm_has_header(o) && from_byte < sizeof(ou_val) ? sizeof(ou_val) : from_byte;
        if (from < o->size)
            memset(block + from, gm_fill(id), o->size - from);
        return;
    }
    ou_val *words = (ou_val *)(void *)block;
    size_t from = from_byte / sizeof(ou_val);
    for (size_t w = from > GM_EDGES ? from : GM_EDGES + 1; w < gm_words_of(o); w++)
        words[w] = gm_tail(id, w);
}

/* ---- what is reachable ---- */

static uint16_t reach_stack[GM_OBJECTS];
static unsigned reach_depth, reach_total;

static void reach(int id)
{
    struct gm_object *o = &gm.objects[id];
    if (o->reached == gm.stamp)
        return;
    o->reached = gm.stamp;
    reach_stack[reach_depth++] = (uint16_t)id;
    reach_total++;
}

static void reach_drain(bool check_interned)
{
    while (reach_depth) {
        struct gm_object *o = &gm.objects[reach_stack[--reach_depth]];
        gm_check(o->serial, "the model refers to what it has forgotten");
        for (unsigned e = 0; e < o->edges; e++) {
            if (is_edge(o->out[e]))
                reach(o->out[e] - 1);
            else if (o->out[e] && check_interned)
                gm_check(gm.interned[o->out[e] % GM_INTERNED], "an interned string in use was not reported");
        }
    }
}

static void reach_ids(const int *ids, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (ids[i] != GM_NONE)
            reach(ids[i]);
}

unsigned gm_reach(bool retain, bool check_interned)
{
    gm.stamp++;
    reach_total = 0;
    if (!gm.no_roots) {
        reach_ids(gm.root_ids, GM_ROOTS);
        reach_ids(gm.tmp_ids, GM_TMP);
        reach_ids(gm.word_ids, GM_WORDS);
        reach_ids(gm.pin_ids, GM_PINS);
    }
    reach_ids(gm.kept_ids, GM_KEPT);
    for (unsigned i = 0; retain && i < gm.in_use_count; i++)
        if (gm.objects[gm.in_use[i]].finalise)
            reach(gm.in_use[i]);
    for (unsigned i = 0; retain && i < GM_WEAK; i++)
        if (gm.weak[i].id != GM_NONE)
            reach(gm.weak[i].id);
    for (unsigned i = 0; retain && i < GM_PAIRS; i++)
        if (gm.pairs[i].key != GM_NONE)
            reach(gm.pairs[i].key);
    reach_drain(check_interned);
    for (bool again = true; again;) {
        again = false;
        for (unsigned i = 0; i < GM_PAIRS; i++)
            if (gm.pairs[i].key != GM_NONE && gm_reached(gm.pairs[i].key) && !gm_reached(gm.pairs[i].value)) {
                reach(gm.pairs[i].value);
                again = true;
            }
        reach_drain(check_interned);
    }
    return reach_total;
}

/* Entries that can never matter again; weak references and finalisers that are due can still bring others
 * back. */
void gm_forget_unreached(void)
{
    gm_reach(true, false);
    for (unsigned i = gm.in_use_count; i-- > 0;)
        if (!gm_reached(gm.in_use[i]))
            gm_object_forget(gm.in_use[i]);
}

/* ---- checks ---- */

void gm_check_head(int id, const char *block)
{
    struct gm_object *o = &gm.objects[id];
    gm_check(o->serial, "the model refers to what it has forgotten");
    if (gm_has_header(o))
        gm_check(*(const ou_val *)(const void *)block == gm_header(id), "a block is not the one it was");
    else
        gm_check((unsigned char)block[0] == gm_fill(id), "a small block has changed");
}

static void check_contents(int id, const char *block)
{
    struct gm_object *o = &gm.objects[id];
    gm_check_head(id, block);
    if (gm_is_raw(o)) {
        for (size_t i = gm_has_header(o) ? sizeof(ou_val) : 0; i < o->size; i++)
            gm_check((unsigned char)block[i] == gm_fill(id), "bytes of a block have changed");
        return;
    }
    const ou_val *words = (const ou_val *)(const void *)block;
    for (unsigned e = 0; e < o->edges; e++) {
        unsigned out = o->out[e];
        ou_val have = words[1 + e];
        if (is_edge(out))
            gm_check(ou_is_ptr(gm_is_foreign(o) ? have & ~(ou_val)7 : have), "a reference has changed");
        else
            gm_check(have == (out ? OU_INTERNED(out & ~GM_IS_INTERNED) : OU_ABSENT), "a word has changed");
    }
    for (size_t w = GM_EDGES + 1; w < gm_words_of(o); w++)
        gm_check(words[w] == gm_tail(id, w), "a word far behind has changed");
}

void gm_check_block(int id, const char *block)
{
    struct gm_object *o = &gm.objects[id];
    gm_check(ou_gc_is_block(&gm.heap, block), "a block is none");
    check_contents(id, block);
    unsigned flags = o->flags | (o->finalise ? OU_GC_FINALISE : 0);
    gm_check(ou_gc_flags(&gm.heap, block) == flags, "a block's flags have changed");
    size_t held = ou_gc_size(&gm.heap, block);
    gm_check(held >= o->size && held <= o->size + 2 * OU_GRANULE, "a block's size has changed");
    gm_check(!o->fixed || o->fixed == ~(uintptr_t)block, "a block moved that must not");
}

static struct {
    int id;
    char *block;
} walk_stack[GM_OBJECTS];
static unsigned walk_depth;
static uint32_t walk_stamp;

static void walk_to(int id, char *block)
{
    if (id == GM_NONE || gm.objects[id].walked == walk_stamp)
        return;
    gm.objects[id].walked = walk_stamp;
    walk_stack[walk_depth].id = id;
    walk_stack[walk_depth++].block = block;
}

static void walk_from(int id, char *block, bool marked)
{
    struct gm_object *o = &gm.objects[id];
    if (marked) {
        gm_check_head(id, block);
        gm_check(ou_gc_is_marked(&gm.heap, ou_from_ptr(block)), "a reachable block is not marked");
    } else {
        gm_check_block(id, block);
    }
    for (unsigned e = 0; e < o->edges; e++)
        if (is_edge(o->out[e]))
            walk_to(o->out[e] - 1, ou_ptr(((ou_val *)(void *)block)[1 + e] & ~(ou_val)(OU_GRANULE - 1)));
}

/* Everything reachable, compared with the model; or, at the end of marking, that it is marked. */
void gm_walk(bool marked)
{
    gm.counts.walks++;
    walk_stamp++;
    for (unsigned i = 0; i < GM_ROOTS; i++)
        walk_to(gm.root_ids[i], ou_ptr(gm.roots[i]));
    for (unsigned i = 0; i < GM_TMP; i++)
        walk_to(gm.tmp_ids[i], ou_ptr(gm.tmp[i]));
    for (unsigned i = 0; i < GM_KEPT; i++)
        walk_to(gm.kept_ids[i], ou_ptr(gm.kept[i]));
    for (unsigned i = 0; i < GM_WORDS; i++)
        if (gm.word_ids[i] != GM_NONE)
            walk_to(gm.word_ids[i], (char *)gm.words[i] - gm.offsets[i]);
    for (unsigned i = 0; i < GM_PINS; i++)
        walk_to(gm.pin_ids[i], (char *)~gm.pins[i]);
    for (unsigned i = 0; !marked && i < GM_WEAK; i++)
        if (gm.weak[i].id != GM_NONE)
            walk_to(gm.weak[i].id, (char *)~gm.weak[i].hidden - gm.weak[i].offset);
    for (unsigned i = 0; !marked && i < GM_PAIRS; i++)
        if (gm.pairs[i].key != GM_NONE) {
            walk_to(gm.pairs[i].key, (char *)~gm.pairs[i].hidden_key);
            walk_to(gm.pairs[i].value, ou_ptr(gm.pairs[i].slot));
        }
    while (walk_depth) {
        walk_depth--;
        walk_from(walk_stack[walk_depth].id, walk_stack[walk_depth].block, marked);
    }
}

static size_t exact_blocks, exact_bytes;

static void exact_block(void *ctx, void *block, size_t size, unsigned flags)
{
    (void)ctx;
    exact_blocks++;
    exact_bytes += size;
    ou_val v = *(ou_val *)block;
    if ((flags & OU_GC_KIND_MASK) == OU_GC_RAW && size <= 2 * OU_GRANULE)
        return; /* perhaps one without a header */
    gm_check(ou_is_small(v), "a block without a header");
    int id = (int)(ou_small_value(v) & (GM_OBJECTS - 1));
    gm_check(gm_header(id) == v && gm.objects[id].serial && gm_reached(id), "a dead block has survived");
}

/* After a full collection in which nothing was in doubt. */
void gm_check_exact(void)
{
    gm.counts.exact++;
    unsigned want = gm_reach(false, false);
    exact_blocks = exact_bytes = 0;
    ou_gc_each_block(&gm.heap, exact_block, NULL);
    struct ou_heap_stats stats;
    ou_gc_stats(&gm.heap, &stats);
    gm_check(exact_blocks == want, "more or fewer blocks live than are reachable");
    gm_check(exact_bytes == stats.used, "the blocks' sizes are not what is in use");
}

/* ---- hooks ---- */

static bool exact(void) { return !gm.stack_base && (gm.exact_now || !gm.sloppy); }

static void hook_interned(void *ctx, ou_val v)
{
    (void)ctx;
    gm.interned[ou_interned_id(v) % GM_INTERNED] = 1;
}

static bool hook_mark_weak(void *ctx)
{
    (void)ctx;
    bool news = false;
    for (unsigned i = 0; i < GM_PAIRS; i++) {
        struct gm_pair *p = &gm.pairs[i];
        if (p->key == GM_NONE || !ou_gc_is_marked(&gm.heap, ~p->hidden_key) ||
            ou_gc_is_marked(&gm.heap, p->slot))
            continue;
        ou_gc_visit(&gm.heap, &p->slot);
        news = true;
    }
    return news;
}

static void hook_clear_weak(void *ctx)
{
    (void)ctx;
    gm_check(!gm.nogc, "a collection where there must be none");
    gm_reach(false,
             !gm.no_roots); /* when called again, what was kept is reachable, and the program may have run */
    if (!gm.cleared && !gm.no_roots && gm_roll(16) == 0)
        gm_walk(true);
    for (unsigned i = 0; i < GM_WEAK; i++) {
        struct gm_weak *w = &gm.weak[i];
        if (w->id == GM_NONE)
            continue;
        struct gm_object *o = &gm.objects[w->id];
        bool marked = ou_gc_is_marked(&gm.heap, ~w->hidden - w->offset);
        gm_check(marked || !gm_reached(w->id), "a reachable block's weak reference would be cleared");
        gm_check(!marked || gm.cleared || gm_reached(w->id) || !exact(), "an unreachable block is marked");
        if (marked)
            continue;
        o->weak--;
        w->id = GM_NONE;
        gm.counts.weak_cleared++;
    }
    gm.cleared = true;
}

static void hook_clear_dead(void *ctx)
{
    (void)ctx;
    for (unsigned i = 0; i < GM_PAIRS; i++) {
        struct gm_pair *p = &gm.pairs[i];
        if (p->key == GM_NONE || ou_gc_is_marked(&gm.heap, ~p->hidden_key)) {
            gm_check(p->key == GM_NONE || ou_gc_is_marked(&gm.heap, p->slot), "a pair's value is not marked");
            continue;
        }
        gm_check(!gm_reached(p->key), "a reachable key is not marked");
        gm.objects[p->key].weak--;
        gm.objects[p->value].refs--;
        p->key = p->value = GM_NONE;
        p->slot = OU_ABSENT;
    }
}

static void finaliser_frees_another(struct gm_object *o, char *block)
{
    for (unsigned e = 0; e < o->edges; e++) {
        if (!is_edge(o->out[e]))
            continue;
        struct gm_object *other = &gm.objects[o->out[e] - 1];
        if (!other->finalise || other->reached == gm.stamp)
            continue;
        ou_gc_free(&gm.heap, ou_ptr(((ou_val *)(void *)block)[1 + e] & ~(ou_val)(OU_GRANULE - 1)));
        other->finalise = false;
        return;
    }
}

static enum ou_finalise_result hook_finalise(void *ctx, void *block)
{
    (void)ctx;
    ou_val v = *(ou_val *)block;
    gm_check(ou_is_small(v), "a finaliser's block is not one of ours");
    int id = (int)(ou_small_value(v) & (GM_OBJECTS - 1));
    struct gm_object *o = &gm.objects[id];
    gm_check(gm_header(id) == v && o->serial, "a finaliser's block is forgotten");
    gm_check(gm.cleared, "a finaliser before weak references were cleared");
    gm_check(o->finalise, "a finaliser is called twice, or for a block that has none");
    gm_check(!gm_reached(id), "a finaliser of a reachable block");
    check_contents(id, block);
    for (unsigned e = 0; e < o->edges; e++)
        if (is_edge(o->out[e]))
            check_contents(o->out[e] - 1, ou_ptr(((ou_val *)block)[1 + e] & ~(ou_val)(OU_GRANULE - 1)));
    o->finalise = false;
    gm.counts.finalised++;
    if (gm_roll(16) == 0)
        finaliser_frees_another(o, block);
    bool keep = !gm.draining && gm_roll(4) == 0;
    for (unsigned i = 0; keep && i < GM_KEPT; i++)
        if (gm.kept_ids[i] == GM_NONE) {
            gm_slot_set(&gm.kept[i], &gm.kept_ids[i], block, id);
            gm.counts.kept++;
            return OU_FINALISE_KEEP;
        }
    return OU_FINALISE_DONE;
}

/* Nothing that must stay is about to move; some RAW blocks become shorter. */
static void hook_before_move(void *ctx)
{
    (void)ctx;
    for (unsigned i = 0; i < GM_WORDS; i++)
        if (gm.word_ids[i] != GM_NONE)
            gm_check(ou_gc_is_pinned(&gm.heap, (char *)gm.words[i] - gm.offsets[i]),
                     "what an ambiguous word points into is not pinned");
    for (unsigned i = 0; i < GM_PINS; i++)
        if (gm.pin_ids[i] != GM_NONE)
            gm_check(ou_gc_is_pinned(&gm.heap, (char *)~gm.pins[i]), "a pinned block is not pinned");
    for (unsigned i = 0; i < gm.root_count; i++) {
        struct gm_object *o = gm.root_ids[i] == GM_NONE ? NULL : &gm.objects[gm.root_ids[i]];
        if (!o)
            continue;
        if (o->fixed)
            gm_check(ou_gc_is_pinned(&gm.heap, ou_ptr(gm.roots[i])),
                     "a block that never moves is not pinned");
        if (!gm_is_raw(o) || o->held || o->weak || o->size < 3 * sizeof(ou_val) || gm_roll(32))
            continue;
        size_t size = sizeof(ou_val) + gm_roll(o->size - (unsigned)sizeof(ou_val)) + 1;
        if (size >= o->size || !ou_gc_realloc(&gm.heap, ou_ptr(gm.roots[i]), size, false))
            continue;
        o->size = (uint32_t)size;
        gm.counts.shrunk++;
    }
}

static void hook_update(void *ctx)
{
    (void)ctx;
    for (unsigned i = 0; i < GM_WEAK; i++) {
        struct gm_weak *w = &gm.weak[i];
        if (w->id == GM_NONE)
            continue;
        uintptr_t to = (uintptr_t)ou_gc_forward_inside(&gm.heap, (void *)~w->hidden);
        uintptr_t start = ou_gc_forward(&gm.heap, ~w->hidden - w->offset);
        gm_check(to - w->offset == start, "the inside of a block goes elsewhere than its start");
        w->hidden = ~to;
    }
    for (unsigned i = 0; i < GM_PAIRS; i++) {
        struct gm_pair *p = &gm.pairs[i];
        if (p->key == GM_NONE)
            continue;
        p->hidden_key = ~ou_gc_forward(&gm.heap, ~p->hidden_key);
        p->slot = ou_gc_forward(&gm.heap, p->slot);
    }
    for (unsigned i = 0; i < GM_PINS; i++)
        if (gm.pin_ids[i] != GM_NONE)
            gm_check(ou_gc_forward(&gm.heap, ~gm.pins[i]) == ~gm.pins[i], "a pinned block is about to move");
    gm_check(ou_gc_forward(&gm.heap, OU_NONE) == OU_NONE && ou_gc_forward(&gm.heap, OU_ABSENT) == OU_ABSENT,
             "what is no pointer is about to move");
}

static void hook_after_collect(void *ctx)
{
    (void)ctx;
    gm_check(gm.cleared, "a collection that did not clear weak references");
    gm.cleared = false;
    memset(gm.interned, 0, sizeof gm.interned);
    gm_forget_unreached();
    if (gm_roll(8) == 0)
        gm_walk(false);
    /* The heap may be used. */
    if (!gm.exact_now && !gm.no_roots && gm_roll(16) == 0) {
        bool nogc = gm.nogc;
        gm.nogc = true;
        void *block = ou_gc_alloc_nogc(&gm.heap, 1 + gm_roll(sizeof(ou_val) - 1), OU_GC_RAW);
        if (block)
            memset(block, 0xee, 1); /* one without a header, which nothing refers to */
        gm.nogc = nogc;
    }
}

static const void *hook_stack_base(void *ctx)
{
    (void)ctx;
    return gm.stack_base;
}

static void visit_precise(struct ou_heap *heap, void *ctx)
{
    (void)ctx;
    ou_gc_visit_range(heap, gm.roots, GM_ROOTS);
    ou_gc_visit_range(heap, gm.kept, GM_KEPT);
    for (unsigned i = 0; i < GM_TMP; i++)
        ou_gc_visit(heap, &gm.tmp[i]);
}

static void visit_ambiguous(struct ou_heap *heap, void *ctx)
{
    (void)ctx;
    ou_gc_visit_ambiguous(heap, gm.words, gm.words + GM_WORDS);
}

static void observe_allocated(void *ctx, void *block, size_t size, unsigned flags)
{
    (void)ctx;
    (void)size;
    gm.observed = block;
    gm.observed_flags = flags;
}

static void observe_resized(void *ctx, void *block, size_t old_size, size_t new_size)
{
    (void)ctx;
    gm_check(old_size != new_size, "an observer is told of no change");
    gm.observed = block;
}

static void observe_freed(void *ctx, void *block, size_t size)
{
    (void)ctx;
    (void)size;
    gm.observed = block;
}

void gm_hooks_init(void)
{
    gm.hooks = (struct ou_heap_hooks){.mark_interned = hook_interned,
                                      .mark_weak = hook_mark_weak,
                                      .clear_weak = hook_clear_weak,
                                      .clear_dead = hook_clear_dead,
                                      .finalise = hook_finalise,
                                      .before_move = hook_before_move,
                                      .update = hook_update,
                                      .after_collect = hook_after_collect,
                                      .stack_base = hook_stack_base};
    gm.precise = (struct ou_root_provider){.visit = visit_precise, .precise = true};
    gm.ambiguous = (struct ou_root_provider){.visit = visit_ambiguous};
    gm.observer = (struct ou_heap_observer){
        .allocated = observe_allocated, .resized = observe_resized, .freed = observe_freed};
}
