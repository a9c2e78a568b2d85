/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The collected heap: flags and finalisers, sweep_all, the two ends, figures, state, switches, barrier.
 */
#include "toy.h"
#include <pthread.h>

static bool bytes_are(const void *block, size_t size, unsigned char fill)
{
    const unsigned char *p = block;
    for (size_t i = 0; i < size; i++)
        if (p[i] != fill)
            return false;
    return true;
}

/* ---- M3: flags and finalisers ---- */

static void t3_1_flags_survive_shrinking_growing_and_moving(void **state)
{
    (void)state;
    for (unsigned flags = 0; flags <= OU_GC_FLAGS_MASK; flags++) {
        if ((flags & OU_GC_KIND_MASK) == OU_GC_KIND_MASK)
            continue;
        for (size_t start = 1; start < 200; start = start * 3 + 1) {
            struct toy *toy = toy_new(1 << 18, 1 << 16);
            struct ou_heap *heap = &toy->heap;
            char *p = ou_gc_alloc(heap, start, flags);
            assert_int_equal(ou_gc_flags(heap, p), flags);
            p = ou_gc_realloc(heap, p, 1, false);
            assert_int_equal(ou_gc_flags(heap, p), flags);
            char *q = ou_gc_realloc(heap, p, 300, !!(flags & OU_GC_LONG_LIVED));
            assert_non_null(q);
            assert_true(q == p || (flags & OU_GC_LONG_LIVED));
            assert_int_equal(ou_gc_flags(heap, q), flags);
            void *wall = ou_gc_alloc(heap, 16, flags & ~OU_GC_FINALISE);
            char *moved = ou_gc_realloc(heap, q, 3000, true);
            assert_true(moved && (moved != q || (flags & OU_GC_LONG_LIVED)));
            assert_int_equal(ou_gc_flags(heap, moved), flags);
            assert_true(ou_gc_size(heap, moved) >= 3000);
            assert_int_equal(heap->finalisable, (flags & OU_GC_FINALISE) != 0);
            ou_gc_free(heap, wall);
            ou_gc_free(heap, moved);
            assert_int_equal(toy_stats(toy).used, 0);
            assert_int_equal(heap->finalisable, 0);
            toy_end(toy);
        }
    }
}

static void t3_1_invalid_requests_get_nothing(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    struct ou_heap *heap = &toy->heap;
    assert_null(ou_gc_alloc(heap, 0, OU_GC_RAW));
    assert_null(ou_gc_alloc(heap, 0, OU_GC_VALUES));
    assert_null(ou_gc_alloc(heap, 8, OU_GC_KIND_MASK));
    assert_null(ou_gc_alloc(heap, 8, OU_GC_FLAGS_MASK + 1));
    assert_null(ou_gc_alloc(heap, SIZE_MAX, OU_GC_RAW));
    assert_null(ou_gc_alloc(heap, SIZE_MAX - 5, OU_GC_VALUES));
    assert_null(ou_gc_alloc(heap, SIZE_MAX / 2, OU_GC_RAW));
    assert_null(ou_gc_realloc(heap, NULL, 8, true));
    void *p = ou_gc_alloc(heap, 8, OU_GC_RAW);
    assert_null(ou_gc_realloc(heap, p, 0, true));
    assert_null(ou_gc_realloc(heap, p, 1 << 20, true));
    assert_true(ou_gc_is_block(heap, p));
    ou_gc_free(heap, NULL);
    toy_end(toy);
}

static void t3_2_a_freed_block_leaves_no_finaliser_behind(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    struct ou_heap *heap = &toy->heap;
    void *p = ou_gc_alloc(heap, 32, OU_GC_RAW | OU_GC_FINALISE);
    ou_gc_free(heap, p);
    void *q = ou_gc_alloc(heap, 32, OU_GC_RAW);
    assert_ptr_equal(p, q);
    assert_int_equal(ou_gc_flags(heap, q), OU_GC_RAW);
    ou_gc_collect(heap);
    ou_gc_sweep_all(heap);
    assert_int_equal(toy->finalised, 0);
    toy_end(toy);
}

static enum ou_finalise_result check_latest(struct toy *toy, void *block)
{
    assert_true(bytes_are(block, 10 * 320, 10));
    (void)toy;
    return OU_FINALISE_DONE;
}

static void t3_3_ten_moves_one_call_latest_contents(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 20, 100000);
    struct ou_heap *heap = &toy->heap;
    toy->finaliser = check_latest;
    char *p = ou_gc_alloc(heap, 10, OU_GC_RAW | OU_GC_FINALISE);
    ou_gc_set_enabled(heap, false); /* nothing roots it */
    for (unsigned char i = 1; i <= 10; i++) {
        assert_non_null(ou_gc_alloc(heap, 1, OU_GC_RAW));
        char *moved = ou_gc_realloc(heap, p, i * 320u, true);
        assert_true(moved && moved != p);
        memset(p = moved, i, i * 320u);
    }
    toy->roots[0] = (ou_val)p;
    ou_gc_collect(heap);
    assert_int_equal(toy->finalised, 0);
    toy->roots[0] = 0;
    ou_gc_collect(heap);
    ou_gc_collect(heap);
    assert_int_equal(toy->finalised, 1);
    toy_end(toy);
}

static enum ou_finalise_result check_partner(struct toy *toy, void *block)
{
    ou_val *self = block, *other = (ou_val *)self[0];
    assert_true(ou_gc_is_block(&toy->heap, other));
    assert_true(other[0] == (ou_val)self && other[1] == ou_small(42));
    return OU_FINALISE_DONE;
}

static enum ou_finalise_result keep_partner(struct toy *toy, void *block)
{
    (void)check_partner(toy, block);
    return OU_FINALISE_KEEP;
}

static void pair(struct toy *toy)
{
    struct ou_heap *heap = &toy->heap;
    ou_val *a = ou_gc_alloc(heap, 4 * sizeof *a, OU_GC_VALUES | OU_GC_FINALISE);
    ou_val *b = ou_gc_alloc(heap, 4 * sizeof *b, OU_GC_VALUES | OU_GC_FINALISE);
    ou_store(heap, a, &a[0], (ou_val)b);
    ou_store(heap, b, &b[0], (ou_val)a);
    ou_store(heap, a, &a[1], ou_small(42));
    ou_store(heap, b, &b[1], ou_small(42));
}

static void t3_4_a_cycle_of_finalisers_runs_each_once_intact(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    toy->finaliser = check_partner;
    pair(toy);
    ou_gc_collect(&toy->heap);
    assert_int_equal(toy->finalised, 2);
    assert_int_equal(toy_stats(toy).used, 0);
    toy->finaliser = keep_partner;
    pair(toy);
    ou_gc_collect(&toy->heap);
    assert_int_equal(toy->finalised, 4);
    assert_int_equal(ou_gc_kept(&toy->heap), 2);
    assert_int_equal(toy_stats(toy).used, 8 * sizeof(ou_val));
    ou_gc_collect(&toy->heap);
    assert_int_equal(toy->finalised, 4);
    assert_int_equal(ou_gc_kept(&toy->heap), 0);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
}

static enum ou_finalise_result keep(struct toy *toy, void *block)
{
    (void)toy, (void)block;
    return OU_FINALISE_KEEP;
}

static void t3_4_what_a_kept_block_refers_to_is_kept(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 20, 4000);
    struct ou_heap *heap = &toy->heap;
    toy->finaliser = keep;
    /* More kept blocks than the mark queue has entries, each with a tail. */
    for (int i = 0; i < 300; i++) {
        ou_val *tail = toy_node(toy, 4, 0);
        toy->roots[0] = (ou_val)tail;
        ou_val *head = ou_gc_alloc(heap, 2 * sizeof(ou_val), OU_GC_VALUES | OU_GC_FINALISE);
        ou_store(heap, head, &head[1], (ou_val)tail);
        toy->roots[i + 1] = (ou_val)head;
    }
    memset(toy->roots, 0, sizeof toy->roots);
    ou_gc_collect(heap);
    assert_int_equal(toy->finalised, 300);
    assert_int_equal(toy_stats(toy).used, 300 * 6 * sizeof(ou_val));
    ou_gc_collect(heap);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
}

static void t3_5_random_raw_data_retains_nothing(void **state)
{
    (void)state;
    size_t size = 1 << 20;
    struct toy *toy = toy_new(8 << 20, 4 << 20);
    struct ou_heap *heap = &toy->heap;
    uint64_t seed = 5;
    for (int i = 0; i < 20000; i++)
        assert_non_null(toy_node(toy, 4, 0));
    for (unsigned kind = OU_GC_RAW; kind <= OU_GC_FOREIGN; kind += OU_GC_FOREIGN) {
        uintptr_t *p = ou_gc_alloc(heap, size, kind);
        toy->roots[0] = (ou_val)p;
        for (size_t i = 0; i < size / sizeof *p; i++) /* anywhere in the heap */
            p[i] = heap->low + (((uintptr_t)unit_random(&seed) << 20) + unit_random(&seed)) % heap->span;
        if (kind == OU_GC_RAW) {
            ou_gc_collect(heap);
            assert_int_equal(toy_stats(toy).used, size);
            for (int i = 0; i < 20000; i++)
                assert_non_null(toy_node(toy, 4, 0));
        } else {
            ou_gc_collect(heap);
            assert_true(toy_stats(toy).used > size);
            assert_true(toy_stats(toy).pinned_last > 0);
        }
        toy->roots[0] = 0;
    }
    toy_end(toy);
}

static void t3_6_a_constructor_that_fails_leaves_nothing_to_call(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    struct ou_heap *heap = &toy->heap;
    void *half = ou_gc_alloc(heap, 32, OU_GC_VALUES); /* no finaliser until it is complete */
    assert_null(ou_gc_alloc(heap, 1 << 20, OU_GC_RAW));
    ou_gc_collect(heap);
    assert_false(ou_gc_is_block(heap, half) && toy_stats(toy).used);
    void *whole = ou_gc_alloc(heap, 1, OU_GC_VALUES);
    ou_gc_set_finalise(heap, whole, true);
    ou_gc_set_finalise(heap, whole, true);
    ou_gc_set_finalise(heap, whole, false);
    ou_gc_set_finalise(heap, whole, true);
    ou_gc_collect(heap);
    assert_int_equal(toy->finalised, 1);
    toy_end(toy);
}

static void t3_6_a_double_free_is_caught_in_debug_builds(void **state)
{
    (void)state;
#if OU_DEBUG
    struct toy *toy = toy_new(1 << 18, 4000);
    struct ou_heap *heap = &toy->heap;
    char *p = ou_gc_alloc(heap, 100, OU_GC_RAW), *q = ou_gc_alloc(heap, 100, OU_GC_RAW);
    ou_gc_free(heap, p);
    unsigned before = test_reports;
    ou_gc_free(heap, p);
    ou_gc_free(heap, q + 1);
    ou_gc_free(heap, q + OU_GRANULE);
    ou_gc_free(heap, toy);
    assert_int_equal(test_reports, before + 4);
    assert_true(ou_gc_is_block(heap, q));
    toy_end(toy);
#endif
}

/* ---- M4 ---- */

static void *victim;

static enum ou_finalise_result free_and_allocate(struct toy *toy, void *block)
{
    void *buffer = ((void **)block)[1];
    assert_null(ou_gc_alloc(&toy->heap, 16, OU_GC_RAW));
    assert_null(ou_gc_realloc(&toy->heap, buffer, 500, true));
    ou_gc_free(&toy->heap, buffer);
    if (victim)
        ou_gc_free(&toy->heap, victim); /* its finaliser must not run any more, if it has not yet */
    return OU_FINALISE_DONE;
}

static void t4_2_finalisers_that_free_and_allocate_do_no_harm(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    struct ou_heap *heap = &toy->heap;
    toy->finaliser = free_and_allocate;
    for (int i = 0; i < 50; i++) {
        ou_val *p = ou_gc_alloc(heap, 4 * sizeof *p, OU_GC_VALUES | OU_GC_FINALISE);
        toy->roots[0] = (ou_val)p;
        ou_store(heap, p, &p[1], (ou_val)ou_gc_alloc(heap, 50, OU_GC_RAW));
        toy->roots[0] = 0;
    }
    ou_gc_sweep_all(heap);
    assert_int_equal(toy->finalised, 50);
    assert_int_equal(toy_stats(toy).used, 0);
    for (int i = 0; i < 2; i++) {
        ou_val *p = ou_gc_alloc_nogc(heap, 4 * sizeof *p, OU_GC_VALUES | OU_GC_FINALISE);
        ou_store(heap, p, &p[1], (ou_val)ou_gc_alloc_nogc(heap, 50, OU_GC_RAW));
        victim = p; /* the last one is freed by the first */
    }
    ou_gc_sweep_all(heap);
    victim = NULL;
    assert_int_equal(toy->finalised, 51);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
}

static void t4_3_sweep_all_twice_is_a_no_op(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 20, 4000);
    size_t baseline = ou_outer_used(&toy->outer);
    for (int i = 0; i < TOY_ROOTS; i++)
        toy->roots[i] = (ou_val)ou_gc_alloc(&toy->heap, 100, OU_GC_RAW | (i % 7 ? 0 : OU_GC_FINALISE));
    memset(toy->words, 0, sizeof toy->words);
    assert_true(toy_stats(toy).areas > 3);
    ou_gc_sweep_all(&toy->heap);
    assert_int_equal(toy->finalised, (TOY_ROOTS + 6) / 7);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(toy_stats(toy).areas, 1);
        assert_int_equal(toy_stats(toy).used, 0);
        assert_int_equal(ou_outer_used(&toy->outer), baseline);
        ou_gc_sweep_all(&toy->heap);
        assert_int_equal(toy->finalised, (TOY_ROOTS + 6) / 7);
    }
    toy_end(toy);
}

static void t4_3_ten_thousand_starts_leave_the_outer_heap_byte_for_byte(void **state)
{
    (void)state;
    static struct toy toy;
    static char before[20000];
    size_t capacity = sizeof before;
    toy_outer(&toy, capacity);
    memset(&toy.roots, 0, sizeof toy.roots);
    for (int cycle = 0; cycle < 10000; cycle++) {
        assert_int_equal(toy_heap(&toy, &toy.outer, 2000, 0), 0);
        for (int i = 0; i < 20; i++)
            assert_non_null(ou_gc_alloc(&toy.heap, 200, i % 3 ? OU_GC_RAW : OU_GC_VALUES | OU_GC_FINALISE));
        ou_gc_sweep_all(&toy.heap);
        ou_heap_deinit(&toy.heap);
        toy.outer.peak = 0;
        if (cycle == 0)
            memcpy(before, toy.memory, capacity);
        if (cycle % 1000 == 0) /* what is free may differ: its contents are nobody's */
            assert_memory_equal(before, toy.memory, 200);
        assert_int_equal(ou_outer_used(&toy.outer), 0);
    }
    assert_int_equal(ou_outer_audit(&toy.outer), 0);
}

/* ---- M5: two ends ---- */

static void t5_long_lived_blocks_fill_the_lowest_gaps(void **state)
{
    (void)state;
    struct toy *toy = toy_new(40000, 20000);
    struct ou_heap *heap = &toy->heap;
    for (int i = 0; i < 100; i++)
        toy->roots[i] = (ou_val)ou_gc_alloc(heap, 48, OU_GC_RAW);
    char *gap = (char *)toy->roots[10], *above = (char *)toy->roots[99];
    for (int i = 10; i < 20; i++) {
        ou_gc_free(heap, (void *)toy->roots[i]);
        toy->roots[i] = 0;
    }
    /* Ordinary allocation goes on where it was; long-lived blocks lie close together, low in the heap. */
    for (int i = 0; i < 10; i++) {
        assert_true((char *)ou_gc_alloc(heap, 48, OU_GC_RAW) > above);
        assert_ptr_equal(ou_gc_alloc(heap, 48, OU_GC_RAW | OU_GC_LONG_LIVED), gap + 48 * i);
    }
    assert_true((char *)ou_gc_alloc(heap, 48, OU_GC_RAW | OU_GC_LONG_LIVED) > above);
    assert_int_equal(ou_gc_verify(heap), 0);
    toy_end(toy);
}

/* In a compacted heap a block is the lower the longer it has lived, whatever died in between. */
static void t5_what_lives_longer_lies_lower(void **state)
{
    (void)state;
    struct toy *toy = toy_new(40000, 20000);
    struct ou_heap *heap = &toy->heap;
    ou_gc_set_enabled(heap, false);
    for (int i = 0; i < 100; i++) {
        toy->roots[i] = (ou_val)ou_gc_alloc(heap, 48, OU_GC_RAW);
        assert_non_null(ou_gc_alloc(heap, 64, OU_GC_RAW));
    }
    ou_gc_compact(heap);
    char *lowest = (char *)toy->roots[0];
    for (int i = 0; i < 100; i++)
        assert_ptr_equal(toy->roots[i], lowest + 48 * i);
    struct ou_heap_stats stats = toy_stats(toy);
    assert_int_equal(stats.largest, stats.total - stats.used);
    toy_end(toy);
}

static void t5_free_space_anywhere_serves_both(void **state)
{
    (void)state;
    for (int sort = 0; sort < 2; sort++) {
        struct toy *toy = toy_new(10000, 8000);
        unsigned flags = OU_GC_VALUES | (sort ? OU_GC_LONG_LIVED : 0);
        size_t count = 0;
        for (ou_val *p; (p = ou_gc_alloc(&toy->heap, 4 * sizeof *p, flags)); count++) {
            ou_store(&toy->heap, p, p, toy->roots[0]);
            toy->roots[0] = (ou_val)p;
        }
        struct ou_heap_stats stats = toy_stats(toy);
        assert_int_equal(stats.used, count * 4 * sizeof(ou_val));
        assert_true(stats.total - stats.used < 4 * sizeof(ou_val) * stats.areas);
        toy_end(toy);
    }
}

/* ---- M6: figures ---- */

static void count_block(void *ctx, void *block, size_t size, unsigned flags)
{
    (void)block, (void)flags;
    *(size_t *)ctx += size;
}

static void t6_2_figures_are_exact_and_what_is_largest_can_be_had(void **state)
{
    (void)state;
    uint64_t seed = 9;
    struct toy *toy = toy_new(60000, 40000);
    struct ou_heap *heap = &toy->heap;
    ou_gc_set_enabled(heap, false);
    void *reserved = ou_outer_alloc(&toy->outer, ou_outer_largest(&toy->outer, 0), 0); /* no growing */
    for (int i = 0; i < 3000; i++) {
        size_t at = unit_random(&seed) % 200;
        if (toy->roots[at]) {
            ou_gc_free(heap, (void *)toy->roots[at]);
            toy->roots[at] = 0;
        } else {
            unsigned kind = unit_random(&seed) % 2;
            toy->roots[at] = (ou_val)ou_gc_alloc(heap, unit_random(&seed) % 600 + 1, kind);
        }
        struct ou_heap_stats stats = toy_stats(toy);
        size_t used = 0;
        if (i % 10 == 0) {
            ou_gc_each_block(heap, count_block, &used);
            assert_int_equal(stats.used, used);
            assert_int_equal(ou_gc_verify(heap), 0);
        }
        assert_null(ou_gc_alloc(heap, stats.largest + 1, OU_GC_RAW));
        void *p = ou_gc_alloc(heap, stats.largest, OU_GC_RAW);
        assert_true(p || !stats.largest);
        ou_gc_free(heap, p);
        assert_int_equal(toy_stats(toy).largest, stats.largest);
        assert_int_equal(toy_stats(toy).used, stats.used);
    }
    ou_outer_free(&toy->outer, reserved);
    toy_end(toy);
}

static void the_map_shows_what_is_where(void **state)
{
    (void)state;
    struct toy *toy = toy_new(20000, 8000);
    char map[64];
    assert_non_null(ou_gc_alloc(&toy->heap, 3000, OU_GC_RAW));
    assert_non_null(ou_gc_alloc(&toy->heap, 1000, OU_GC_VALUES | OU_GC_LONG_LIVED));
    size_t n = ou_gc_map(&toy->heap, 0, map, sizeof map);
    assert_int_equal(n, 64);
    assert_true(map[0] == 'r' && map[27] == 'v' && map[40] == '.' && map[63] == '.');
    assert_int_equal(ou_gc_map(&toy->heap, 1, map, sizeof map), 0);
    toy_end(toy);
}

/* ---- marking ---- */

static void marking_needs_no_depth(void **state)
{
    (void)state;
    struct toy *toy = toy_new(32 << 20, 4000);
    struct ou_heap *heap = &toy->heap;
    ou_gc_set_enabled(heap, false);
    /* A long list, a tree that is wide at every level, and a list of everything. */
    for (int i = 0; i < 100000; i++)
        assert_true(toy_push(toy, 2, 0));
    size_t wide = 300;
    ou_val *top = ou_gc_alloc(heap, wide * sizeof *top, OU_GC_VALUES);
    toy->roots[1] = (ou_val)top;
    for (size_t i = 0; i < wide; i++) {
        ou_val *row = ou_gc_alloc(heap, wide * sizeof *row, OU_GC_VALUES);
        ou_store(heap, top, &top[i], (ou_val)row);
        for (size_t j = 0; j < wide; j++)
            ou_store(heap, row, &row[j], (ou_val)toy_node(toy, 2, (ou_val)toy_node(toy, 2, 0)));
    }
    size_t used = toy_stats(toy).used;
    for (size_t capacity = heap->queue_capacity; capacity; capacity /= 4) {
        heap->queue_capacity = capacity; /* smaller than it is: overflow and rescan */
        ou_gc_collect(heap);
        assert_int_equal(toy_stats(toy).used, used);
    }
    toy->roots[0] = toy->roots[1] = 0;
    ou_gc_collect(heap);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
}

static unsigned interned_seen;
static void see_interned(void *ctx, ou_val v)
{
    (void)ctx;
    interned_seen += v == OU_INTERNED(77);
}

static struct toy *weak_toy;
static ou_val weak_key, weak_value;
static bool mark_weak(void *ctx)
{
    (void)ctx;
    if (!ou_gc_is_marked(&weak_toy->heap, weak_key) || ou_gc_is_marked(&weak_toy->heap, weak_value))
        return false;
    ou_gc_visit(&weak_toy->heap, &weak_value);
    return true;
}

static unsigned cleared, after;
static void clear_dead(void *ctx)
{
    (void)ctx;
    cleared += !ou_gc_is_marked(&weak_toy->heap, weak_value);
}
static void after_collect(void *ctx)
{
    struct toy *toy = ctx;
    after++;
    assert_non_null(ou_gc_alloc_nogc(&toy->heap, 16, OU_GC_RAW));
}

static void hooks_are_called_in_their_order(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    weak_toy = toy;
    toy->hooks.mark_interned = see_interned;
    toy->hooks.mark_weak = mark_weak;
    toy->hooks.clear_dead = clear_dead;
    toy->hooks.after_collect = after_collect;
    ou_val *key = toy_node(toy, 2, OU_INTERNED(77)), *value = toy_node(toy, 2, 0);
    ou_val *tail = toy_node(toy, 4, 0);
    ou_store(&toy->heap, value, &value[1], (ou_val)tail);
    weak_key = toy->roots[0] = (ou_val)key;
    weak_value = (ou_val)value;
    ou_gc_collect(&toy->heap);
    assert_true(interned_seen == 1 && cleared == 0 && after == 1);
    assert_true(ou_gc_is_block(&toy->heap, value) && ou_gc_is_block(&toy->heap, tail));
    toy->roots[0] = 0;
    ou_gc_collect(&toy->heap);
    assert_true(interned_seen == 1 && cleared == 1 && after == 2);
    toy->words[7] = OU_INTERNED(77); /* C code may hold one, too */
    ou_gc_collect(&toy->heap);
    assert_int_equal(interned_seen, 2);
    toy_end(toy);
}

/* ---- M8: state and roots ---- */

static void t8_each_kind_of_root_alone_keeps_its_object(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 4000);
    struct ou_heap *heap = &toy->heap;
    char *p = ou_gc_alloc(heap, 100, OU_GC_RAW);
    size_t size = ou_gc_size(heap, p);
    toy->roots[5] = (ou_val)p;
    ou_gc_collect(heap);
    assert_true(toy_stats(toy).used == size && toy_stats(toy).pinned_last == 0);
    toy->roots[5] = 0;
    for (size_t offset = 0; offset < size; offset += 7) { /* interior pointers count */
        toy->words[3] = (uintptr_t)p + offset;
        ou_gc_collect(heap);
        assert_true(toy_stats(toy).used == size && toy_stats(toy).pinned_last == 1);
    }
    toy->words[3] = (uintptr_t)p + size;
    ou_gc_collect(heap);
    assert_true(toy_stats(toy).used == 0 && toy_stats(toy).pinned_last == 0);
    toy_end(toy);
}

static __attribute__((noinline)) void use_the_stack(struct toy *toy)
{
    void *volatile p = ou_gc_alloc(&toy->heap, 100, OU_GC_RAW);
    volatile uintptr_t inside = (uintptr_t)ou_gc_alloc(&toy->heap, 4000, OU_GC_RAW) + 3000;
    TOY_SCAN_STACK(toy);
    ou_gc_collect(&toy->heap);
    assert_true(toy_stats(toy).used >= 4100);
    assert_true(toy_stats(toy).pinned_last >= 2);
    assert_true(ou_gc_is_block(&toy->heap, p));
    (void)inside;
    toy->base = NULL;
}

static void t8_the_c_stack_keeps_and_pins(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 8000);
    use_the_stack(toy);
    ou_gc_collect(&toy->heap);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
}

static void t8_integers_retain_nothing(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 8000);
    struct ou_heap *heap = &toy->heap;
    ou_val *holder = ou_gc_alloc(heap, 64 * sizeof *holder, OU_GC_VALUES);
    toy->roots[0] = (ou_val)holder;
    for (int i = 0; i < 60; i++) {
        uintptr_t address = (uintptr_t)ou_gc_alloc(heap, 16, OU_GC_RAW);
        ou_store(heap, holder, &holder[i], address << 2 | 1);
        toy->roots[i + 1] = address | 1;
    }
    ou_gc_collect(heap);
    assert_int_equal(toy_stats(toy).used, 64 * sizeof *holder);
    toy_end(toy);
}

static void t8_a_thousand_lives_are_the_same(void **state)
{
    (void)state;
    size_t total = 0;
    for (int i = 0; i < 1000; i++) {
        struct toy *toy = toy_new(100000, 4000);
        for (int j = 0; j < 100; j++)
            assert_true(toy_push(toy, 6, 0));
        struct ou_heap_stats stats = toy_stats(toy);
        size_t sum = stats.used * 3 + stats.total * 5 + stats.overhead * 7 + stats.largest * 11 + stats.areas;
        assert_true(i == 0 || sum == total);
        total = sum;
        ou_gc_sweep_all(&toy->heap);
        toy_end(toy);
    }
}

static void two_heaps_step(struct toy *toy, unsigned char fill, uint64_t *seed)
{
    size_t at = unit_random(seed) % 100, size = unit_random(seed) % 300 + 8;
    unsigned char *p = (unsigned char *)toy->roots[at];
    if (p) {
        size_t held;
        memcpy(&held, p, sizeof held);
        assert_true(held >= 8 && bytes_are(p + sizeof held, held - 8, fill));
    }
    size += sizeof size;
    p = ou_gc_alloc(&toy->heap, size, OU_GC_RAW);
    size_t held = size - sizeof size + 8;
    memcpy(p, &held, sizeof held);
    memset(p + sizeof held, fill, held - 8);
    toy->roots[at] = (ou_val)p;
}

static void t8_two_heaps_in_one_outer_heap_do_not_meet(void **state)
{
    (void)state;
    static struct toy a, b;
    toy_outer(&a, 1 << 20);
    memset(&b, 0, sizeof b);
    assert_int_equal(toy_heap(&a, &a.outer, 4000, 0), 0);
    assert_int_equal(toy_heap(&b, &a.outer, 4000, 0), 0);
    uint64_t seed = 3;
    for (int i = 0; i < 20000; i++) {
        two_heaps_step(&a, 0xaa, &seed);
        two_heaps_step(&b, 0xbb, &seed);
    }
    toy_check(&a);
    assert_int_equal(ou_gc_verify(&b.heap), 0);
    assert_false(ou_gc_is_block(&a.heap, (void *)b.roots[0]) && b.roots[0]);
    ou_heap_deinit(&b.heap);
    toy_end(&a);
}

static void *thread_of_its_own(void *arg)
{
    struct toy *toy = arg;
    uint64_t seed = (uintptr_t)toy;
    for (int i = 0; i < 20000; i++)
        two_heaps_step(toy, 0x11, &seed);
    return ou_gc_verify(&toy->heap) ? toy : NULL;
}

static void t8_heaps_in_threads_of_their_own(void **state)
{
    (void)state;
    enum { N = 4, SIZE = 1 << 18 };
    static struct toy toys[N];
    static char *memory[N];
    pthread_t threads[N];
    for (int i = 0; i < N; i++) {
        memset(&toys[i], 0, sizeof toys[i]);
        memory[i] = malloc(SIZE);
        ou_outer_init(&toys[i].outer);
        assert_int_equal(ou_outer_add_pool(&toys[i].outer, memory[i], SIZE, 0), 0);
        assert_int_equal(toy_heap(&toys[i], &toys[i].outer, 4000, 0), 0);
        assert_int_equal(pthread_create(&threads[i], NULL, thread_of_its_own, &toys[i]), 0);
    }
    for (int i = 0; i < N; i++) {
        void *result = &result;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        assert_null(result);
        toy_end(&toys[i]);
        free(memory[i]);
    }
}

/* ---- M9: switches ---- */

static void t9_the_lock_nests_and_refuses_everything(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 8000);
    struct ou_heap *heap = &toy->heap;
    char *p = ou_gc_alloc(heap, 100, OU_GC_RAW);
    memset(p, 7, 100);
    size_t used = toy_stats(toy).used;
    ou_gc_lock(heap);
    ou_gc_lock(heap);
    assert_int_equal(ou_gc_lock_depth(heap), 2);
    for (int i = 0; i < 2; i++) {
        assert_null(ou_gc_alloc(heap, 1, OU_GC_RAW));
        assert_null(ou_gc_alloc_fast(heap, 8, OU_GC_VALUES));
        assert_null(ou_gc_alloc_nogc(heap, 1, OU_GC_RAW));
        assert_null(ou_gc_realloc(heap, p, 5000, true));
        assert_null(ou_gc_realloc(heap, p, 10, false));
        ou_gc_free(heap, p);
        assert_true(ou_gc_is_block(heap, p) && toy_stats(toy).used == used);
        assert_int_equal(ou_gc_unlock(heap), 1 - i);
    }
    assert_non_null(ou_gc_alloc(heap, 1, OU_GC_RAW));
    assert_true(bytes_are(p, 100, 7));
    ou_gc_collect(heap);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
}

static void t9_disabled_means_automatic_collection_only(void **state)
{
    (void)state;
    struct toy *toy = toy_new(4 << 20, 8000);
    struct ou_heap *heap = &toy->heap;
    assert_true(ou_gc_enabled(heap));
    ou_gc_set_enabled(heap, false);
    ou_gc_set_enabled(heap, false);
    for (int i = 0; i < 10000; i++)
        assert_non_null(ou_gc_alloc(heap, 100, OU_GC_RAW));
    assert_int_equal(toy_stats(toy).collections, 0);
    ou_gc_collect(heap);
    assert_int_equal(toy_stats(toy).collections, 1);
    assert_int_equal(toy_stats(toy).used, 0);
    ou_gc_set_enabled(heap, true); /* not nested */
    assert_true(ou_gc_enabled(heap));
    for (int i = 0; i < 10000; i++)
        assert_non_null(ou_gc_alloc(heap, 100, OU_GC_RAW));
    assert_true(toy_stats(toy).collections > 1);
    toy_end(toy);
}

static void t9_a_threshold_sets_the_pace(void **state)
{
    (void)state;
    struct toy *toy = toy_new(4 << 20, 1 << 20);
    struct ou_heap *heap = &toy->heap;
    ou_gc_set_threshold(heap, 10000);
    assert_int_equal(ou_gc_threshold(heap), 10000);
    for (int i = 0; i < 1000; i++)
        assert_non_null(ou_gc_alloc(heap, 100, OU_GC_RAW));
    unsigned collections = toy_stats(toy).collections;
    assert_true(collections >= 9 && collections <= 12);
    ou_gc_set_threshold(heap, 0);
    toy_end(toy);
}

static void a_port_that_cannot_scan_its_stack_grows_and_says_when(void **state)
{
    (void)state;
    static struct toy toy;
    toy_outer(&toy, 1 << 20);
    toy.hooks = (struct ou_heap_hooks){.ctx = &toy, .finalise = toy_finalise};
    struct ou_heap_config config = {.first_area = 8000, .can_scan_stack = false};
    assert_int_equal(ou_heap_init(&toy.heap, &toy.outer, &toy.hooks, &config), 0);
    assert_false(ou_gc_wanted(&toy.heap));
    size_t count = 0;
    while (ou_gc_alloc(&toy.heap, 100, OU_GC_RAW))
        count++;
    assert_true(count > (1 << 20) / 150);
    assert_true(ou_gc_wanted(&toy.heap) && toy_stats(&toy).collections == 0);
    ou_gc_collect(&toy.heap); /* at a safepoint */
    assert_false(ou_gc_wanted(&toy.heap));
    assert_int_equal(toy_stats(&toy).used, 0);
    toy_end(&toy);
}

/* ---- verifier and stress ---- */

static void the_verifier_finds_what_is_broken(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 18, 8000);
    struct ou_heap *heap = &toy->heap;
    ou_val *a = toy_node(toy, 4, 0), *b = toy_node(toy, 8, 0);
    assert_int_equal(ou_gc_verify(heap), 0);
    a[1] = (ou_val)(b + 2); /* into the middle */
    assert_true(ou_gc_verify(heap) < 0);
    a[1] = 0;
    struct ou_group *group = (struct ou_group *)(void *)heap->areas->high;
    uintptr_t *words[] = {&group->start, &group->values, &group->mark, &group->pin, &group->fin};
    for (int w = 0; w < 5; w++)
        for (int bit = 0; bit < OU_WORD_BITS; bit++) {
            *words[w] ^= (uintptr_t)1 << bit;
            /* What could be meant: two blocks for one, another kind, flags in a second granule. */
            bool second = bit == 1 || bit == 3, inside = second || bit == 4 || bit == 5;
            if (w != 1 && !(w == 0 && inside) && !(w > 2 && second))
                assert_true(ou_gc_verify(heap) < 0);
            *words[w] ^= (uintptr_t)1 << bit;
        }
    assert_int_equal(ou_gc_verify(heap), 0);
    toy_end(toy);
}

static void a_store_past_the_barrier_is_found_by_audits(void **state)
{
    (void)state;
#if OU_DEBUG >= 3
    struct toy *toy = toy_new(1 << 18, 8000);
    struct ou_heap *heap = &toy->heap;
    ou_val *a = toy_node(toy, 4, 0), *b = toy_node(toy, 4, 0);
    toy->roots[0] = (ou_val)a;
    toy->roots[1] = (ou_val)b;
    a[1] = (ou_val)b; /* fresh: allowed */
    assert_int_equal(ou_gc_verify(heap), 0);
    ou_store(heap, a, &a[2], (ou_val)b);
    assert_int_equal(ou_gc_verify(heap), 0);
    ou_store_bulk(heap, a);
    a[0] = a[3] = (ou_val)a;
    assert_non_null(ou_gc_alloc(heap, 8, OU_GC_RAW));
    assert_int_equal(ou_gc_verify(heap), 0);
    a[3] = 0; /* after the call into the heap: not announced any more */
    assert_true(ou_gc_verify(heap) < 0);
    ou_store(heap, a, &a[3], 0);
    assert_int_equal(ou_gc_verify(heap), 0);
    b = ou_gc_realloc(heap, b, 20 * sizeof *b, true);
    toy->roots[1] = (ou_val)b;
    ou_store_bulk(heap, a);
    a[1] = a[2] = 0;
    assert_int_equal(ou_gc_verify(heap), 0);
    b[9] = (ou_val)a;
    assert_true(ou_gc_verify(heap) < 0);
    ou_store(heap, b, &b[9], (ou_val)a);
    ou_gc_collect(heap);
    toy_end(toy);
#endif
}

static void the_nth_allocation_fails(void **state)
{
    (void)state;
#if OU_DEBUG
    struct toy *toy = toy_new(1 << 18, 8000);
    for (uint32_t n = 1; n < 20; n++) {
        ou_gc_stress(&toy->heap)->fail_nth = n;
        for (uint32_t i = 1; i < 30; i++)
            assert_true((ou_gc_alloc(&toy->heap, 16, i % 2) == NULL) == (i == n));
    }
    toy_end(toy);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(t3_1_flags_survive_shrinking_growing_and_moving),
        cmocka_unit_test(t3_1_invalid_requests_get_nothing),
        cmocka_unit_test(t3_2_a_freed_block_leaves_no_finaliser_behind),
        cmocka_unit_test(t3_3_ten_moves_one_call_latest_contents),
        cmocka_unit_test(t3_4_a_cycle_of_finalisers_runs_each_once_intact),
        cmocka_unit_test(t3_4_what_a_kept_block_refers_to_is_kept),
        cmocka_unit_test(t3_5_random_raw_data_retains_nothing),
        cmocka_unit_test(t3_6_a_constructor_that_fails_leaves_nothing_to_call),
        cmocka_unit_test(t3_6_a_double_free_is_caught_in_debug_builds),
        cmocka_unit_test(t4_2_finalisers_that_free_and_allocate_do_no_harm),
        cmocka_unit_test(t4_3_sweep_all_twice_is_a_no_op),
        cmocka_unit_test(t4_3_ten_thousand_starts_leave_the_outer_heap_byte_for_byte),
        cmocka_unit_test(t5_long_lived_blocks_fill_the_lowest_gaps),
        cmocka_unit_test(t5_what_lives_longer_lies_lower),
        cmocka_unit_test(t5_free_space_anywhere_serves_both),
        cmocka_unit_test(t6_2_figures_are_exact_and_what_is_largest_can_be_had),
        cmocka_unit_test(the_map_shows_what_is_where),
        cmocka_unit_test(marking_needs_no_depth),
        cmocka_unit_test(hooks_are_called_in_their_order),
        cmocka_unit_test(t8_each_kind_of_root_alone_keeps_its_object),
        cmocka_unit_test(t8_the_c_stack_keeps_and_pins),
        cmocka_unit_test(t8_integers_retain_nothing),
        cmocka_unit_test(t8_a_thousand_lives_are_the_same),
        cmocka_unit_test(t8_two_heaps_in_one_outer_heap_do_not_meet),
        cmocka_unit_test(t8_heaps_in_threads_of_their_own),
        cmocka_unit_test(t9_the_lock_nests_and_refuses_everything),
        cmocka_unit_test(t9_disabled_means_automatic_collection_only),
        cmocka_unit_test(t9_a_threshold_sets_the_pace),
        cmocka_unit_test(a_port_that_cannot_scan_its_stack_grows_and_says_when),
        cmocka_unit_test(the_verifier_finds_what_is_broken),
        cmocka_unit_test(a_store_past_the_barrier_is_found_by_audits),
        cmocka_unit_test(the_nth_allocation_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
