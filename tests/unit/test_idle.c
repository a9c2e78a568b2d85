/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Idle time: what is due is done in it, within the time there is, and nothing else.
 */
#include "gc/internal.h"
#include "toy.h"

extern uint64_t (*test_clock)(void); /* of test_port.c */

#define KEPT 4000

static uint64_t slow_clock(void)
{
    static uint64_t us;
    return us += 10;
}

/* A heap with live blocks, in order; in a limited memory, so that what is free matters. */
static struct toy *in_order(void)
{
    test_clock = slow_clock;
    struct toy *toy = toy_new(2u << 20, 1u << 20);
    for (unsigned i = 0; i < KEPT; i++)
        assert_true(toy_push(toy, 8, 0) && toy_push(toy, 4, 1));
    ou_gc_collect(&toy->heap);
    return toy;
}

static void done(struct toy *toy)
{
    test_clock = NULL;
    toy_end(toy);
}

static void allocate(struct toy *toy, size_t bytes)
{
    for (size_t n = 0; n < bytes; n += 64)
        assert_non_null(ou_gc_alloc(&toy->heap, 64, OU_GC_RAW));
}

static bool idle(struct toy *toy, uint64_t us)
{
    bool more = ou_gc_idle(&toy->heap, us);
    toy_check(toy);
    return more;
}

static void nothing_is_done_where_there_is_nothing_to_gain(void **state)
{
    (void)state;
    for (uint32_t pause = 0; pause <= 500; pause += 500) {
        struct toy *toy = in_order();
        assert_int_equal(ou_gc_set_pause(&toy->heap, pause), 0);
        struct ou_heap_stats before = toy_stats(toy);
        for (int i = 0; i < 3; i++) {
            assert_false(idle(toy, OU_GC_FOREVER));
            allocate(toy, 640);
        }
        assert_int_equal(toy_stats(toy).collections, before.collections);
        assert_int_equal(toy_stats(toy).bytes_moved, before.bytes_moved);
        assert_int_equal(ou_cycle_phase(&toy->heap), OU_CYCLE_IDLE);
        done(toy);
    }
}

static void garbage_is_collected_once(void **state)
{
    (void)state;
    struct toy *toy = in_order();
    struct ou_heap_stats before = toy_stats(toy);
    allocate(toy, before.used / 3);
    assert_int_equal(toy_stats(toy).collections, before.collections);
    for (int i = 0; i < 3; i++)
        assert_false(idle(toy, OU_GC_FOREVER));
    assert_int_equal(toy_stats(toy).collections, before.collections + 1);
    assert_int_equal(toy_stats(toy).used, before.used);
    done(toy);
}

/* A moment comes again: only when half of what was free is used up, and a collection fits into it. */
static void a_moment_is_used_only_if_it_is_long_enough(void **state)
{
    (void)state;
    struct toy *toy = in_order();
    struct ou_heap_stats before = toy_stats(toy);
    uint64_t needed = (uint64_t)toy->heap.full_us * 4;
    assert_true(needed > 0);
    size_t free = before.total - before.used;
    allocate(toy, free / 4);
    assert_false(idle(toy, needed * 100));
    assert_int_equal(toy_stats(toy).collections, before.collections);
    allocate(toy, free * 3 / 8);
    assert_false(idle(toy, needed - 1));
    assert_int_equal(toy_stats(toy).collections, before.collections);
    assert_false(idle(toy, needed));
    assert_int_equal(toy_stats(toy).collections, before.collections + 1);
    assert_int_equal(toy_stats(toy).used, before.used);
    done(toy);
}

/* An automatic collection leaves what is free in many places. */
static void what_is_free_is_joined_once(void **state)
{
    (void)state;
    struct toy *toy = in_order();
    toy->roots[1] = OU_ABSENT;
    uint32_t collections = toy_stats(toy).collections;
    while (toy_stats(toy).collections == collections)
        allocate(toy, 64);
    struct ou_heap_stats before = toy_stats(toy);
    assert_true(toy->heap.total - toy->heap.used > toy->heap.longest_runs_total);
    assert_false(idle(toy, OU_GC_FOREVER));
    struct ou_heap_stats after = toy_stats(toy);
    assert_true(after.bytes_moved > before.bytes_moved);
    assert_true(after.largest > (after.total - after.used) / 100 * 95);
    assert_false(idle(toy, OU_GC_FOREVER));
    assert_int_equal(toy_stats(toy).bytes_moved, after.bytes_moved);
    assert_int_equal(toy_stats(toy).collections, after.collections);
    done(toy);
}

/* With a bound on pauses a call is a slice, and nothing moves. */
static void a_bound_on_pauses_holds_for_idle_time(void **state)
{
    (void)state;
    struct toy *toy = in_order();
    assert_int_equal(ou_gc_set_pause(&toy->heap, 50), 0);
    struct ou_heap_stats before = toy_stats(toy), after;
    allocate(toy, before.used / 3);
    toy->roots[1] = OU_ABSENT;
    assert_false(idle(toy, 49));
    assert_int_equal(ou_cycle_phase(&toy->heap), OU_CYCLE_IDLE);
    unsigned calls = 1, pauses = 0;
    while (idle(toy, OU_GC_FOREVER))
        calls++;
    after = toy_stats(toy);
    for (unsigned i = 0; i < OU_GC_PAUSE_SLOTS; i++)
        pauses += after.pauses[i] - before.pauses[i];
    assert_true(calls > 5 && pauses == calls);
    assert_int_equal(after.kinds[OU_GC_INCREMENTAL], before.kinds[OU_GC_INCREMENTAL] + 1);
    assert_int_equal(after.kinds[OU_GC_FULL], before.kinds[OU_GC_FULL]);
    assert_int_equal(after.bytes_moved, before.bytes_moved);
    assert_true(after.used < before.used);
    assert_true(after.longest_slice_us <= 60); /* a look at the clock more */
    assert_false(idle(toy, OU_GC_FOREVER));
    assert_int_equal(toy_stats(toy).collections, after.collections);
    done(toy);
}

static void who_forbids_collections_has_none_in_idle_time(void **state)
{
    (void)state;
    struct toy *toy = in_order();
    ou_gc_set_enabled(&toy->heap, false);
    uint32_t collections = toy_stats(toy).collections;
    allocate(toy, toy_stats(toy).used / 3);
    assert_false(idle(toy, OU_GC_FOREVER));
    ou_gc_set_enabled(&toy->heap, true);
    ou_gc_lock(&toy->heap);
    assert_false(idle(toy, OU_GC_FOREVER));
    ou_gc_unlock(&toy->heap);
    assert_int_equal(toy_stats(toy).collections, collections);
    assert_false(idle(toy, OU_GC_FOREVER));
    assert_int_equal(toy_stats(toy).collections, collections + 1);
    done(toy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_done_where_there_is_nothing_to_gain),
        cmocka_unit_test(garbage_is_collected_once),
        cmocka_unit_test(a_moment_is_used_only_if_it_is_long_enough),
        cmocka_unit_test(what_is_free_is_joined_once),
        cmocka_unit_test(a_bound_on_pauses_holds_for_idle_time),
        cmocka_unit_test(who_forbids_collections_has_none_in_idle_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
