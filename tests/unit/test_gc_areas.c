/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Areas: taken, grown, given back; how much a block costs; what holds when memory ends.
 */
#include <ouro/pool.h>
#include "toy.h"

#define NODE (4 * sizeof(ou_val))

/* A block whose bytes say who it is. */
static unsigned char *filled(struct toy *toy, size_t size, unsigned char fill)
{
    unsigned char *p = ou_gc_alloc(&toy->heap, size, OU_GC_RAW);
    if (p)
        memset(p, fill, size);
    return p;
}

static bool holds(const unsigned char *p, size_t size, unsigned char fill)
{
    for (size_t i = 0; i < size; i++)
        if (p[i] != fill)
            return false;
    return true;
}

/* Nodes on a chain until nothing more can be had; how many. */
static size_t fill_up(struct toy *toy, size_t words)
{
    size_t count = 0;
    while (toy_push(toy, words, 0))
        count++;
    return count;
}

static size_t chain_length(struct toy *toy)
{
    size_t count = 0;
    for (ou_val *node = (ou_val *)toy->roots[0]; node; node = (ou_val *)node[0])
        count++;
    return count;
}

/* ---- M1 ---- */

static void t1_1_a_first_area_that_cannot_be_had_is_made_smaller(void **state)
{
    (void)state;
    static struct toy toy;
    size_t capacity = 65536;
    toy_outer(&toy, capacity);
    memset(toy.memory + capacity, 0x5a, 4096);
    assert_int_equal(toy_heap(&toy, &toy.outer, 10 * capacity, 0), 0);
    struct ou_heap_stats stats = toy_stats(&toy);
    assert_true(stats.total + stats.overhead <= ou_outer_used(&toy.outer));
    assert_true(stats.total > 0 && stats.total < capacity);
    size_t count = fill_up(&toy, 4);
    assert_true(count * NODE > capacity * 8 / 10);
    assert_int_equal(chain_length(&toy), count);
    assert_true(holds((unsigned char *)toy.memory + capacity, 4096, 0x5a));
    toy_end(&toy);
}

static void t1_2_twenty_runs_leave_the_outer_heap_as_it_was(void **state)
{
    (void)state;
    static struct toy toy;
    toy_outer(&toy, 1 << 20);
    size_t used = ou_outer_used(&toy.outer), largest = ou_outer_largest(&toy.outer, 0);
    for (int run = 0; run < 20; run++) {
        memset(toy.roots, 0, sizeof toy.roots);
        assert_int_equal(toy_heap(&toy, &toy.outer, 2000, 0), 0);
        for (int i = 0; i < 3000; i++)
            toy.roots[i] = (ou_val)ou_gc_alloc(&toy.heap, (size_t)(i * 37 % 300 + 1), OU_GC_RAW);
        assert_true(toy_stats(&toy).areas > 1);
        ou_gc_sweep_all(&toy.heap);
        ou_heap_deinit(&toy.heap);
        assert_int_equal(ou_outer_used(&toy.outer), used);
        assert_int_equal(ou_outer_largest(&toy.outer, 0), largest);
        assert_int_equal(ou_outer_audit(&toy.outer), 0);
    }
}

static void t1_3_a_heap_that_is_not_there_is_reported_and_touches_nothing(void **state)
{
    (void)state;
    static struct toy toy;
    toy_outer(&toy, 65536);
    for (int round = 0; round < 2; round++) {
        unsigned before = test_reports;
        assert_null(ou_gc_alloc(&toy.heap, 10, OU_GC_RAW));
        assert_null(ou_gc_alloc_nogc(&toy.heap, 10, OU_GC_VALUES));
        assert_int_equal(test_reports, before + 2);
        ou_gc_collect(&toy.heap);
        ou_gc_sweep_all(&toy.heap);
        assert_int_equal(ou_outer_used(&toy.outer), 0);
        assert_int_equal(toy_heap(&toy, &toy.outer, 2000, 0), 0);
        assert_non_null(ou_gc_alloc(&toy.heap, 10, OU_GC_RAW));
        ou_heap_deinit(&toy.heap);
    }
}

static void not_even_the_first_area_fits(void **state)
{
    (void)state;
    static struct toy toy;
    for (size_t capacity = 300 * sizeof(void *) / 4; capacity < 4000; capacity += 8) {
        toy_outer(&toy, capacity);
        if (toy_heap(&toy, &toy.outer, 0, 0) < 0)
            assert_int_equal(ou_outer_used(&toy.outer), 0);
        else
            toy_end(&toy);
    }
}

/* ---- M2 ---- */

static void t2_1_one_survivor_in_any_slot_survives(void **state)
{
    (void)state;
    for (size_t granules = 1; granules <= 3; granules++)
        for (unsigned slot = 0; slot < 40; slot++) {
            struct toy *toy = toy_new(1 << 20, 1000);
            size_t size = granules * OU_GRANULE;
            while (toy_stats(toy).areas == 1)
                assert_non_null(ou_gc_alloc_nogc(&toy->heap, size, OU_GC_RAW));
            unsigned char *kept = NULL;
            for (unsigned i = 0; i <= slot; i++)
                kept = ou_gc_alloc_nogc(&toy->heap, size, OU_GC_RAW);
            memset(kept, 0x3c, size);
            toy->roots[0] = (ou_val)kept;
            ou_gc_collect(&toy->heap); /* which may move it, but not let go of its area */
            assert_int_equal(toy_stats(toy).used, size);
            kept = (unsigned char *)toy->roots[0];
            for (int i = 0; i < 3000; i++)
                assert_non_null(filled(toy, 24, 0xff));
            kept = (unsigned char *)toy->roots[0];
            assert_true(ou_gc_is_block(&toy->heap, kept) && holds(kept, size, 0x3c));
            toy_end(toy);
        }
}

static void t2_2_an_area_without_a_survivor_goes_at_that_collection(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 20, 2000);
    while (toy_stats(toy).areas < 4)
        assert_true(toy_push(toy, 4, 0));
    size_t used = ou_outer_used(&toy->outer);
    toy->roots[0] = 0;
    ou_gc_collect(&toy->heap);
    assert_int_equal(toy_stats(toy).areas, 1);
    assert_int_equal(toy_stats(toy).used, 0);
    assert_true(ou_outer_used(&toy->outer) < used);
    toy_end(toy);
}

/* Whether a request of n succeeds in an outer heap of c bytes. */
static bool fits(size_t c, size_t n)
{
    static struct toy toy;
    toy_outer(&toy, c);
    if (toy_heap(&toy, &toy.outer, 0, 0) < 0)
        return false;
    void *p = ou_gc_alloc(&toy.heap, n, OU_GC_RAW);
    if (p)
        memset(p, 1, n);
    toy_end(&toy);
    return p != NULL;
}

/* What an area of so many granules takes, as docs/memory.md says. */
static size_t area_cost(size_t granules)
{
    size_t bytes = sizeof(struct ou_area) + (granules / OU_WORD_BITS + 1) * sizeof(struct ou_group);
    return (bytes + OU_GRANULE - 1) / OU_GRANULE * OU_GRANULE;
}

static void t2_3_overhead_is_what_is_documented(void **state)
{
    (void)state;
    size_t sizes[] = {1, OU_GRANULE, 4 * OU_GRANULE + 1, 28161, 60000, 100000, 1000000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t n = sizes[i], low = 0, high = 4 << 20, granules = (n + OU_GRANULE - 1) / OU_GRANULE;
        assert_true(fits(high, n));
        while (high - low > 1) {
            size_t middle = (low + high) / 2;
            if (fits(middle, n))
                high = middle;
            else
                low = middle;
        }
        /* The pool, a first area of 64 granules, 16 entries of the mark queue, an area for the block:
         * each with a word of the pool's. */
        size_t word = sizeof(void *),
               expected = ou_tlsf_overhead(high) + area_cost(64) + 64 * OU_GRANULE + 17 * word + word;
        if (granules > 64)
            expected += area_cost(granules) + granules * OU_GRANULE + word;
        expected = (expected + OU_GRANULE - 1) / OU_GRANULE * OU_GRANULE; /* block sizes are multiples */
        assert_true(high <= expected + 3 * OU_GRANULE); /* one for each block that is rounded */
    }
}

static void t2_4_the_reserve_is_there_when_the_heap_is_full(void **state)
{
    (void)state;
    struct toy *toy = toy_new(300000, 2000);
    ou_outer_set_reserve(&toy->outer, 100000);
    size_t count = fill_up(toy, 4);
    assert_true(count * NODE > 150000 * 8 / 10);
    void *p = ou_outer_alloc(&toy->outer, 100000, OU_MEM_ANY);
    assert_non_null(p);
    assert_int_equal(chain_length(toy), count);
    ou_outer_free(&toy->outer, p);
    toy_end(toy);
}

static void t2_5_with_collection_off_all_memory_can_be_had(void **state)
{
    (void)state;
    struct toy *toy = toy_new(300000, 2000);
    ou_gc_collect(&toy->heap);
    size_t baseline = ou_outer_used(&toy->outer);
    ou_gc_set_enabled(&toy->heap, false);
    assert_false(ou_gc_enabled(&toy->heap));
    uint32_t collections = toy_stats(toy).collections;
    size_t count = 0;
    while (ou_gc_alloc(&toy->heap, NODE, OU_GC_VALUES))
        count++;
    assert_int_equal(toy_stats(toy).collections, collections);
    assert_true(count * NODE > 300000 / 100 * 90);
    assert_null(ou_gc_alloc(&toy->heap, NODE, OU_GC_VALUES));
    ou_gc_set_enabled(&toy->heap, true);
    ou_gc_collect(&toy->heap);
    assert_int_equal(ou_outer_used(&toy->outer), baseline);
    assert_int_equal(toy_stats(toy).used, 0);
    assert_non_null(ou_gc_alloc(&toy->heap, NODE, OU_GC_VALUES));
    toy_end(toy);
}

static void t2_7_cycles_of_use_neither_thrash_nor_drift(void **state)
{
    (void)state;
    struct toy *toy = toy_new(1 << 20, 4000);
    size_t settled = 0, areas = 0;
    unsigned changes = 0, before = 1;
    for (int cycle = 0; cycle < 100; cycle++) {
        while (ou_outer_used(&toy->outer) < 900000 && toy_push(toy, 6, 0))
            if (toy_stats(toy).areas != before) {
                changes++;
                before = toy_stats(toy).areas;
            }
        toy->roots[0] = 0;
        for (int i = 0; i < 500; i++)
            toy_push(toy, 6, 0);
        ou_gc_collect(&toy->heap);
        before = toy_stats(toy).areas;
        toy->roots[0] = 0;
        ou_gc_collect(&toy->heap);
        /* Once the first area has grown it keeps a little more than it began with: 384 bytes, on 64 bits. */
        size_t now = ou_outer_used(&toy->outer);
        settled = cycle < 5 && now > settled ? now : settled;
        areas = cycle == 0 ? toy_stats(toy).areas : areas;
        assert_true(now <= settled);
        assert_int_equal(toy_stats(toy).areas, areas);
        before = (unsigned)areas;
    }
    assert_true(changes < 100 * 40);
    assert_true(settled < 640 * sizeof(void *));
    toy_end(toy);
}

/* A pool that says it has room and gives nothing. */
struct mean_pool {
    struct ou_pool pool;
    bool mean;
};

static void *mean_alloc(struct ou_pool *pool, size_t size, size_t alignment, enum ou_mem_owner owner)
{
    (void)pool, (void)size, (void)alignment, (void)owner;
    return NULL;
}
static size_t mean_largest(struct ou_pool *pool) { return pool->total; }
static bool mean_owns(struct ou_pool *pool, const void *p) { return (void)pool, (void)p, false; }
static int mean_audit(struct ou_pool *pool) { return (void)pool, 0; }

static void t2_8_an_outer_heap_that_refuses_does_no_harm(void **state)
{
    (void)state;
    static const struct ou_pool_ops ops = {
        .alloc = mean_alloc, .largest = mean_largest, .owns = mean_owns, .audit = mean_audit};
    static struct toy toy;
    toy_outer(&toy, 20000);
    struct ou_pool mean = {.ops = &ops, .total = 1 << 24};
    ou_outer_add(&toy.outer, &mean);
    assert_int_equal(toy_heap(&toy, &toy.outer, 4000, 0), 0);
    assert_null(ou_gc_alloc(&toy.heap, 50000, OU_GC_RAW));
    size_t count = fill_up(&toy, 4);
    assert_true(count > 100);
    assert_int_equal(chain_length(&toy), count);
    toy_end(&toy);
}

static void an_area_of_the_embedder_stays(void **state)
{
    (void)state;
    static _Alignas(16) char memory[10000];
    struct toy *toy = toy_new(20000, 1000);
    for (size_t size = 0; size < 400; size++)
        if (ou_heap_add_area(&toy->heap, memory + 5000 + 400 * 0, size) == 0)
            break;
    assert_true(ou_heap_add_area(&toy->heap, memory + 1, 3) < 0);
    assert_int_equal(ou_heap_add_area(&toy->heap, memory + 1, 4000), 0);
    toy_check(toy);
    size_t count = fill_up(toy, 4);
    assert_int_equal(chain_length(toy), count);
    toy->roots[0] = 0;
    ou_gc_sweep_all(&toy->heap);
    assert_int_equal(toy_stats(toy).areas, 3);
    toy_end(toy);
}

/* A block that cannot move, at the far end of a large area, does not keep from others what is free below it. */
static void what_is_free_below_a_pinned_block_goes_back(void **state)
{
    (void)state;
    for (size_t kept = 0; kept < 200; kept += 9) {
        struct toy *toy = toy_new(1 << 20, 4000);
        struct ou_heap *heap = &toy->heap;
        for (size_t i = 0; i < kept; i++)
            assert_true(toy_push(toy, 4, 0));
        size_t before = ou_outer_used(&toy->outer);
        ou_gc_set_enabled(heap, false);
        while (ou_outer_used(&toy->outer) < 900000)
            assert_non_null(ou_gc_alloc(heap, 100 + kept, OU_GC_RAW));
        unsigned char *pinned = ou_gc_alloc(heap, 50, OU_GC_RAW | OU_GC_PINNED);
        memset(pinned, 0x3c, 50);
        toy->roots[1] = (ou_val)pinned;
        ou_gc_set_enabled(heap, true);
        ou_gc_shrink(heap);
        assert_ptr_equal(toy->roots[1], pinned);
        assert_true(holds(pinned, 50, 0x3c) && ou_gc_is_block(heap, pinned));
        assert_int_equal(ou_gc_flags(heap, pinned), OU_GC_RAW | OU_GC_PINNED);
        assert_int_equal(chain_length(toy), kept);
        assert_true(ou_outer_used(&toy->outer) < before + 8192);
        assert_int_equal(ou_gc_verify(heap), 0);
        assert_int_equal(ou_outer_audit(&toy->outer), 0);
        assert_true(ou_outer_largest(&toy->outer, OU_MEM_ANY) >
                    500000);            /* the larger side of the pinned block */
        size_t count = fill_up(toy, 4); /* all of it is the heap's again */
        assert_true(count * NODE > 850000);
        assert_int_equal(chain_length(toy), count + kept);
        toy->roots[0] = toy->roots[1] = 0;
        ou_gc_shrink(heap);
        assert_int_equal(toy_stats(toy).used, 0);
        assert_true(ou_outer_used(&toy->outer) < 8192);
        toy_end(toy);
    }
}

/* ou_gc_largest counts growth: in place behind what is free, or in a new area; with a reserve or a limit, too. */
static void t6_2_what_is_largest_can_be_had_and_no_granule_more(void **state)
{
    (void)state;
    uint64_t seed = 3;
    unsigned in_place = 0;
    for (int i = 0; i < 400; i++) {
        static struct toy toy;
        toy_outer(&toy, 20000 + unit_random(&seed) % 60000);
        assert_int_equal(toy_heap(&toy, &toy.outer, 2000, i % 4 == 1 ? 15000 : 0), 0);
        ou_gc_set_enabled(&toy.heap, false);
        ou_outer_set_reserve(&toy.outer, i % 4 == 2 ? 5000 : 0);
        void *wall = i % 4 == 3 ? ou_outer_alloc(&toy.outer, 9000, OU_MEM_ANY) : NULL;
        for (unsigned n = unit_random(&seed) % 100; n; n--)
            (void)!ou_gc_alloc(&toy.heap, unit_random(&seed) % 300 + 1, OU_GC_RAW);
        ou_outer_free(&toy.outer, wall);
        size_t largest = ou_gc_largest(&toy.heap);
        unsigned areas = toy_stats(&toy).areas;
        /* The overhead of the block that is the reserve is left out of account. */
        size_t slack = i % 4 == 2 ? 4 * OU_GRANULE : 0;
        assert_null(ou_gc_alloc(&toy.heap, largest + slack + 1, OU_GC_RAW));
        assert_int_equal(ou_gc_largest(&toy.heap), largest);
        assert_true(ou_gc_alloc(&toy.heap, largest, OU_GC_RAW) || !largest);
        in_place += toy_stats(&toy).areas == areas;
        assert_int_equal(ou_gc_verify(&toy.heap), 0);
        toy_end(&toy);
    }
    assert_true(in_place > 100);
}

static void max_bytes_bounds_all_areas(void **state)
{
    (void)state;
    static struct toy toy;
    toy_outer(&toy, 1 << 20);
    assert_int_equal(toy_heap(&toy, &toy.outer, 4000, 100000), 0);
    fill_up(&toy, 4);
    struct ou_heap_stats stats = toy_stats(&toy);
    assert_true(stats.total + stats.overhead <= 100000 && stats.total + stats.overhead > 95000);
    toy_end(&toy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(t1_1_a_first_area_that_cannot_be_had_is_made_smaller),
        cmocka_unit_test(t1_2_twenty_runs_leave_the_outer_heap_as_it_was),
        cmocka_unit_test(t1_3_a_heap_that_is_not_there_is_reported_and_touches_nothing),
        cmocka_unit_test(not_even_the_first_area_fits),
        cmocka_unit_test(t2_1_one_survivor_in_any_slot_survives),
        cmocka_unit_test(t2_2_an_area_without_a_survivor_goes_at_that_collection),
        cmocka_unit_test(t2_3_overhead_is_what_is_documented),
        cmocka_unit_test(t2_4_the_reserve_is_there_when_the_heap_is_full),
        cmocka_unit_test(t2_5_with_collection_off_all_memory_can_be_had),
        cmocka_unit_test(t2_7_cycles_of_use_neither_thrash_nor_drift),
        cmocka_unit_test(t2_8_an_outer_heap_that_refuses_does_no_harm),
        cmocka_unit_test(an_area_of_the_embedder_stays),
        cmocka_unit_test(what_is_free_below_a_pinned_block_goes_back),
        cmocka_unit_test(t6_2_what_is_largest_can_be_had_and_no_granule_more),
        cmocka_unit_test(max_bytes_bounds_all_areas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
