/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the collected heap costs, counted.  Its sources are compiled for this program so that each basic block calls
 * __sanitizer_cov_trace_pc, which counts: the same on every run, however busy the machine is.
 */
#include "toy.h"

#define NODE (4 * sizeof(ou_val))

static uint64_t blocks;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) { blocks++; }

/* The work of a churn of garbage on top of `percent` of the first area being live. */
static uint64_t churn(unsigned percent)
{
    struct toy *toy = toy_new(32 << 20, 1 << 19);
    size_t live = toy_stats(toy).total / 100 * percent;
    while (toy_stats(toy).used < live)
        assert_true(toy_push(toy, 4, 0));
    blocks = 0;
    for (int i = 0; i < 300000; i++)
        assert_non_null(ou_gc_alloc(&toy->heap, NODE, OU_GC_VALUES));
    uint64_t work = blocks;
    toy_end(toy);
    return work;
}

static void t2_6_a_nearly_full_heap_does_not_thrash(void **state)
{
    (void)state;
    static const unsigned percents[] = {90, 95, 98, 99};
    uint64_t half = churn(50);
    assert_true(half > 300000);
    for (int i = 0; i < 4; i++) {
        uint64_t work = churn(percents[i]);
        fprintf(stderr, "T2.6: %u%% live: %.2f times the work at 50%%\n", percents[i],
                (double)work / (double)half);
        assert_true(OU_DEBUG > 1 || work <= 3 * half); /* checks of all the heap are another matter */
    }
}

/* The work of a collection of 10^5 nodes whose order alternates between `count` areas. */
static uint64_t collect_in(unsigned count)
{
    enum { NODES = 100000, STRIDE = 38197 };
    static ou_val *nodes[NODES];
    static _Alignas(16) char memory[8 << 20];
    struct toy *toy = toy_new(1 << 20, 4000);
    for (unsigned i = 0; i < count; i++)
        assert_int_equal(
            ou_heap_add_area(&toy->heap, memory + sizeof memory / count * i, sizeof memory / count), 0);
    ou_gc_set_enabled(&toy->heap, false);
    /* Fill the areas evenly: what is allocated in order is linked with a stride. */
    size_t pad = sizeof memory / NODES - NODE - 2 * OU_GRANULE;
    for (int i = 0; i < NODES; i++) {
        assert_non_null(nodes[i] = toy_node(toy, 4, 0));
        void *padding =
            ou_gc_alloc_nogc(&toy->heap, pad, OU_GC_RAW); /* lives, so that nothing moves together */
        assert_non_null(padding);
        ou_store(&toy->heap, nodes[i], &nodes[i][1], (ou_val)padding);
    }
    for (int i = 0, at = 0; i < NODES; i++) {
        int next = (at + STRIDE) % NODES;
        ou_store(&toy->heap, nodes[at], &nodes[at][0], next ? (ou_val)nodes[next] : 0);
        at = next;
    }
    toy->roots[0] = (ou_val)nodes[0];
    ou_gc_collect(&toy->heap);
    blocks = 0;
    ou_gc_collect(&toy->heap);
    uint64_t work = blocks;
    assert_true(toy_stats(toy).used >= NODES * (NODE + pad));
    toy_end(toy);
    return work;
}

static void t2_9_many_areas_cost_no_more_than_one(void **state)
{
    (void)state;
    uint64_t one = collect_in(1), four = collect_in(4), many = collect_in(64);
    fprintf(stderr, "T2.9: with 4 areas %.3f, with 64 areas %.3f times the work with 1\n",
            (double)four / (double)one, (double)many / (double)one);
    assert_true(one > 100000);
    /* 1.2 times the instructions (docs/gc.md, "Finding an area"), which blocks stand for; and it does not grow. */
    assert_true(OU_DEBUG > 1 || (four * 100 <= one * 125 && many * 100 <= four * 105));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(t2_6_a_nearly_full_heap_does_not_thrash),
        cmocka_unit_test(t2_9_many_areas_cost_no_more_than_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
