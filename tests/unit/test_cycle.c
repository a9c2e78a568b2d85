/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Collections in increments: what a program may do between two of them must neither lose a block nor keep what a
 * collection at once would not.  The clock runs so fast here that increments
 * are short, a few thousand words.
 */
#include "gc/internal.h"
#include "toy.h"

extern uint64_t (*test_clock)(void); /* of test_port.c */

#define GAPS 9      /* root of a chain whose blocks lie between those of the other */
#define CHAIN 20000 /* nodes: many increments' worth */

static uint64_t fast_clock(void)
{
    static uint64_t us;
    return us += 100;
}

/* A chain in roots[1] and a bound on pauses. */
static struct toy *sliced(size_t capacity)
{
    test_clock = fast_clock;
    struct toy *toy = toy_new(capacity, capacity / 4);
    for (unsigned i = 0; i < CHAIN; i++) {
        assert_true(toy_push(toy, 4, 1));
        if (i % 8 == 0) /* in between, for who needs gaps */
            assert_true(toy_push(toy, 8, GAPS));
    }
    ou_gc_collect(&toy->heap); /* so that no cycle is due at once */
    assert_int_equal(ou_gc_set_pause(&toy->heap, 500), 0);
    return toy;
}

static void done(struct toy *toy)
{
    memset(toy->roots, 0, sizeof toy->roots);
    memset(toy->words, 0, sizeof toy->words);
    ou_gc_collect(&toy->heap);
    assert_int_equal(toy_stats(toy).used, 0);
    toy_end(toy);
    test_clock = NULL;
}

static unsigned phase(struct toy *toy) { return ou_cycle_phase(&toy->heap); }

/* Allocates garbage until the cycle is in a phase. */
static void run_to(struct toy *toy, unsigned wanted)
{
    for (unsigned i = 0; phase(toy) != wanted; i++) {
        assert_true(i < 10000000);
        assert_non_null(ou_gc_alloc(&toy->heap, 64, OU_GC_RAW));
    }
}

static bool is_marked(struct toy *toy, const ou_val *block)
{
    return ou_gc_is_marked(&toy->heap, ou_from_ptr(block));
}

/* A block in roots[i] that is marked, while what the last block of the chain refers to is not. */
static ou_val *black_and_white(struct toy *toy, ou_val **last, ou_val **white, size_t words, unsigned flags)
{
    ou_val *black = ou_gc_alloc(&toy->heap, words * sizeof(ou_val), flags);
    assert_non_null(black);
    toy->roots[2] = ou_from_ptr(black); /* behind the chain: scanned before it, as the queue is a stack */
    *white = ou_gc_alloc(&toy->heap, 4 * sizeof(ou_val), OU_GC_VALUES);
    assert_non_null(*white);
    ou_store(&toy->heap, *white, &(*white)[3], ou_small(77));
    *last = ou_ptr(toy->roots[1]);
    while (ou_is_ptr((*last)[0]))
        *last = ou_ptr((*last)[0]);
    ou_store(&toy->heap, *last, &(*last)[1], ou_from_ptr(*white));
    run_to(toy, OU_CYCLE_MARK);
    while (!is_marked(toy, black) || toy->heap.queue_count > 1)
        assert_non_null(ou_gc_alloc(&toy->heap, 64, OU_GC_RAW));
    assert_int_equal(phase(toy), OU_CYCLE_MARK);
    assert_false(is_marked(toy, *white));
    return black;
}

static void finish_and_check(struct toy *toy, ou_val *white)
{
    struct ou_heap_stats before = toy_stats(toy), after;
    run_to(toy, OU_CYCLE_IDLE);
    toy_check(toy);
    after = toy_stats(toy);
    assert_true(after.kinds[OU_GC_INCREMENTAL] == before.kinds[OU_GC_INCREMENTAL] + 1);
    assert_true(after.collections == before.collections + 1);
    assert_true(ou_gc_is_block(&toy->heap, white));
    assert_true(ou_gc_flags(&toy->heap, white) == OU_GC_VALUES && white[3] == ou_small(77));
}

static void what_moves_behind_a_marked_block_is_kept(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    ou_val *last, *white, *black = black_and_white(toy, &last, &white, 4, OU_GC_VALUES);
    ou_store(&toy->heap, black, &black[2], ou_from_ptr(white));
    ou_store(&toy->heap, last, &last[1], OU_ABSENT);
    finish_and_check(toy, white);
    done(toy);
}

static void what_is_written_in_bulk_behind_a_marked_block_is_kept(void **state)
{
    (void)state;
    for (size_t words = 4; words <= 4000; words *= 1000) {
        struct toy *toy = sliced(8u << 20);
        ou_val *last, *white, *black = black_and_white(toy, &last, &white, words, OU_GC_VALUES);
        ou_store_bulk(&toy->heap, black);
        ou_store_bulk(&toy->heap, black);
        black[words - 1] = ou_from_ptr(white);
        ou_store(&toy->heap, last, &last[1], OU_ABSENT);
        finish_and_check(toy, white);
        done(toy);
    }
}

static void what_moves_to_a_root_is_kept(void **state)
{
    (void)state;
    for (int ambiguous = 0; ambiguous < 2; ambiguous++) {
        struct toy *toy = sliced(8u << 20);
        ou_val *last, *white;
        (void)black_and_white(toy, &last, &white, 4, OU_GC_VALUES);
        if (ambiguous)
            toy->words[3] = (uintptr_t)&white[1];
        else
            toy->roots[5] = ou_from_ptr(white);
        ou_store(&toy->heap, last, &last[1], OU_ABSENT);
        finish_and_check(toy, white);
        done(toy);
    }
}

static void what_moves_into_a_foreign_block_is_kept(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    ou_val *last, *white, *black = black_and_white(toy, &last, &white, 4, OU_GC_FOREIGN);
    black[2] = ou_from_ptr(white) + 3; /* no barrier, and an address inside */
    ou_store(&toy->heap, last, &last[1], OU_ABSENT);
    finish_and_check(toy, white);
    done(toy);
}

static void a_block_that_moves_in_the_middle_of_a_cycle_takes_its_references_along(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    ou_val *last, *white, *black = black_and_white(toy, &last, &white, 4, OU_GC_VALUES);
    ou_store(&toy->heap, black, &black[2], ou_from_ptr(white));
    assert_non_null(ou_gc_alloc(&toy->heap, 16, OU_GC_RAW)); /* so that it cannot grow in place */
    ou_val *longer = ou_gc_realloc(&toy->heap, black, 3000 * sizeof(ou_val), true);
    assert_non_null(longer);
    assert_true(longer != black);
    toy->roots[2] = ou_from_ptr(longer);
    ou_store(&toy->heap, last, &last[1], OU_ABSENT);
    finish_and_check(toy, white);
    assert_true(((ou_val *)ou_ptr(toy->roots[2]))[2] == ou_from_ptr(white));
    done(toy);
}

/* Blocks that are freed while they are queued or partly scanned, and others in their places. */
static void blocks_freed_while_they_are_queued_do_no_harm(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    for (unsigned i = 10; i < 40; i++)
        toy->roots[i] = (ou_val)toy_node(toy, 300, OU_ABSENT);
    run_to(toy, OU_CYCLE_MARK);
    unsigned freed = 0;
    for (unsigned i = 10; i < 40; i++) {
        ou_val *block = ou_ptr(toy->roots[i]);
        freed += is_marked(toy, block);
        toy->roots[i] = OU_ABSENT;
        if (i & 1)
            ou_gc_free(&toy->heap, block);
        else
            assert_non_null(ou_gc_realloc(&toy->heap, block, 2 * sizeof(ou_val), false));
        unsigned char *raw = ou_gc_alloc(&toy->heap, 290 * sizeof(ou_val), OU_GC_RAW);
        assert_non_null(raw);
        for (size_t k = 0; k < 290; k++) /* bytes that look like references, to blocks and to nothing */
            ((uintptr_t *)(void *)raw)[k] = (uintptr_t)raw + k * 8;
        toy->roots[100 + i] = ou_from_ptr(raw);
    }
    assert_true(freed > 0);
    run_to(toy, OU_CYCLE_IDLE);
    toy_check(toy);
    done(toy);
}

static void what_is_allocated_during_a_sweep_lives(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    static const unsigned kinds[] = {OU_GC_VALUES, OU_GC_RAW, OU_GC_FOREIGN, OU_GC_VALUES | OU_GC_LONG_LIVED,
                                     OU_GC_RAW | OU_GC_PINNED};
    toy->roots[GAPS] = OU_ABSENT;
    run_to(toy, OU_CYCLE_SWEEP);
    assert_true(toy->heap.cycle->sweep.area != NULL);
    unsigned n = 10, unswept = 0;
    for (; phase(toy) == OU_CYCLE_SWEEP && n < 400; n++) {
        toy->heap.pace = SIZE_MAX; /* no increments: allocation alone drives the sweep */
        size_t size = 2 * sizeof(ou_val);
        if (n == 10) /* only the run at the end of the area is as long */
            size = toy_stats(toy).largest * 3 / 4;
        else if (n % 4 == 0)
            size = 4000;
        unsigned char *block = ou_gc_alloc(&toy->heap, size, kinds[n % 5]);
        assert_non_null(block);
        struct ou_area *area = ou_area_find(&toy->heap, (uintptr_t)block);
        unswept += ou_index_of(area, block) >= ou_frontier(&toy->heap, area);
        toy->roots[n] = ou_from_ptr(block);
        if (n % 11 == 0) { /* a hole for others, sometimes across the frontier */
            ou_gc_free(&toy->heap, ou_ptr(toy->roots[n - 5]));
            toy->roots[n - 5] = OU_ABSENT;
        }
        if (n % 13 == 0)
            (void)ou_gc_realloc(&toy->heap, block, size * 3, false);
        assert_int_equal(ou_gc_verify(&toy->heap), 0);
    }
    assert_true(n > 20 && unswept > 0);
    toy->heap.pace = 0;
    run_to(toy, OU_CYCLE_IDLE);
    for (unsigned i = 10; i < n; i++)
        if (ou_is_ptr(toy->roots[i])) {
            assert_true(ou_gc_is_block(&toy->heap, ou_ptr(toy->roots[i])));
            assert_int_equal(ou_gc_flags(&toy->heap, ou_ptr(toy->roots[i])), kinds[i % 5]);
        }
    done(toy);
}

static unsigned calls;

static void count_call(void *ctx) { (void)ctx, calls++; }

static void finalisers_and_hooks_are_called_once_in_a_cycle(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    toy->hooks.after_collect = toy->hooks.clear_dead = count_call;
    toy->roots[3] = (ou_val)toy_node(toy, 4, OU_ABSENT);
    ou_gc_set_finalise(&toy->heap, ou_ptr(toy->roots[3]), true);
    run_to(toy, OU_CYCLE_MARK);
    assert_int_equal(toy->finalised, 0);
    toy->roots[3] = OU_ABSENT; /* marked by now: it dies in the next cycle */
    calls = 0;
    run_to(toy, OU_CYCLE_IDLE);
    assert_true(toy->finalised == 0 && calls == 2);
    run_to(toy, OU_CYCLE_MARK);
    run_to(toy, OU_CYCLE_IDLE);
    assert_true(toy->finalised == 1 && calls == 4);
    done(toy);
    assert_int_equal(toy->finalised, 1);
}

/* gc.collect() in the middle finds all that is dead at that time; so does taking the bound back end the cycle. */
static void a_collection_asked_for_ends_the_cycle_and_is_exact(void **state)
{
    (void)state;
    for (unsigned wanted = OU_CYCLE_MARK; wanted <= OU_CYCLE_SWEEP; wanted++) {
        struct toy *toy = sliced(8u << 20);
        run_to(toy, wanted);
        toy->roots[1] = toy->roots[GAPS] = OU_ABSENT;
        ou_gc_collect(&toy->heap);
        assert_int_equal(phase(toy), OU_CYCLE_IDLE);
        assert_int_equal(toy_stats(toy).used, 0);
        for (unsigned i = 0; i < CHAIN; i++)
            assert_true(toy_push(toy, 4, 1));
        run_to(toy, wanted);
        assert_int_equal(ou_gc_set_pause(&toy->heap, 0), 0);
        assert_null(toy->heap.cycle);
        assert_int_equal(toy->heap.marking, 0);
        toy_check(toy);
        done(toy);
    }
}

static enum ou_finalise_result keep(struct toy *toy, void *block)
{
    toy->roots[7] = ou_from_ptr(block);
    return OU_FINALISE_KEEP;
}

static size_t count_marked(struct toy *toy)
{
    size_t n = 0;
    for (const struct ou_area *area = toy->heap.areas; area; area = area->next)
        for (size_t g = 0; g < ou_group_count(area->granules); g++)
            n += (size_t)ou_popcount(ou_area_groups(area)[g].start & ou_area_groups(area)[g].mark);
    return n;
}

/* The most blocks that one increment marks until marking is over. */
static size_t most_marked_in_a_slice(struct toy *toy)
{
    size_t most = 0, before = 0;
    for (unsigned i = 0; i < 10000000 && phase(toy) != OU_CYCLE_SWEEP; i++) {
        assert_non_null(ou_gc_alloc(&toy->heap, 64, OU_GC_RAW));
        size_t now = phase(toy) == OU_CYCLE_IDLE ? 0 : count_marked(toy);
        most = OU_MAX(most, now - OU_MIN(now, before));
        before = now;
    }
    assert_int_equal(phase(toy), OU_CYCLE_SWEEP);
    return most;
}

static unsigned length_of(ou_val chain)
{
    unsigned n = 0;
    for (; ou_is_ptr(chain); chain = *(ou_val *)ou_ptr(chain))
        n++;
    return n;
}

/* A long chain that only a dead block with a finaliser refers to is marked in increments as short as if it lived. */
static void what_a_finaliser_keeps_is_marked_in_increments(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    toy->roots[GAPS] = OU_ABSENT;
    size_t alive = most_marked_in_a_slice(toy);
    assert_true(alive < CHAIN / 4);
    run_to(toy, OU_CYCLE_IDLE);
    ou_val *block = toy_node(toy, 4, toy->roots[1]);
    assert_non_null(block);
    ou_gc_set_finalise(&toy->heap, block, true);
    toy->roots[1] = OU_ABSENT;
    toy->finaliser = keep;
    assert_true(most_marked_in_a_slice(toy) <= alive + alive / 4);
    assert_true(toy->finalised == 1 && toy->roots[7] == ou_from_ptr(block));
    run_to(toy, OU_CYCLE_IDLE);
    toy_check(toy);
    assert_int_equal(length_of(toy->roots[7]), CHAIN + 1);
    assert_int_equal(ou_gc_kept(&toy->heap), 1);
    toy->finaliser = NULL;
    done(toy);
    assert_int_equal(toy->finalised, 1);
}

/* Keeps the first block that it meets; of the others it says what it would of a file. */
static enum ou_finalise_result keep_first(struct toy *toy, void *block)
{
    if (toy->roots[7] == OU_ABSENT)
        return keep(toy, block);
    if (ou_gc_finalise_round(&toy->heap) == 1)
        return OU_FINALISE_LATER;
    toy->roots[8] = ou_small(ou_small_value(toy->roots[8]) + 1);
    return OU_FINALISE_DONE;
}

/* While that goes on, the program has the block that was kept: what it moves about stays alive, a file that the chain
 * refers to stays open, and one that was opened and dropped meanwhile is closed. */
static void the_program_runs_while_what_a_finaliser_keeps_is_marked(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    toy->roots[GAPS] = OU_ABSENT;
    ou_val *first = ou_ptr(toy->roots[1]), *last = first;
    while (ou_is_ptr(last[0]))
        last = ou_ptr(last[0]);
    ou_val *file = toy_node(toy, 4, OU_ABSENT), *white = toy_node(toy, 4, OU_ABSENT);
    ou_store(&toy->heap, last, &last[1], ou_from_ptr(file));
    ou_store(&toy->heap, last, &last[2], ou_from_ptr(white));
    ou_store(&toy->heap, white, &white[3], ou_small(77));
    ou_gc_set_finalise(&toy->heap, first, true);
    ou_gc_set_finalise(&toy->heap, file, true);
    toy->roots[1] = OU_ABSENT;
    toy->roots[8] = ou_small(0);
    toy->finaliser = keep_first;
    run_to(toy, OU_CYCLE_MARK);
    while (toy->roots[7] == OU_ABSENT)
        assert_non_null(ou_gc_alloc(&toy->heap, 64, OU_GC_RAW));
    assert_ptr_equal(ou_ptr(toy->roots[7]), first);
    assert_int_equal(phase(toy), OU_CYCLE_MARK);
    assert_false(is_marked(toy, white));
    ou_val *black = ou_ptr(toy->roots[7]); /* to where a scan has been, and away from where it will be */
    ou_store(&toy->heap, black, &black[3], ou_from_ptr(white));
    ou_store(&toy->heap, last, &last[2], OU_ABSENT);
    ou_val *late = toy_node(toy, 4, OU_ABSENT);
    ou_gc_set_finalise(&toy->heap, late, true);
    run_to(toy, OU_CYCLE_IDLE);
    toy_check(toy);
    assert_true(ou_gc_is_block(&toy->heap, white) && white[3] == ou_small(77));
    assert_true(ou_gc_is_block(&toy->heap, file) && (ou_gc_flags(&toy->heap, file) & OU_GC_FINALISE));
    assert_int_equal(length_of(toy->roots[7]), CHAIN);
    assert_int_equal(toy->roots[8], ou_small(1)); /* the late one */
    toy->finaliser = NULL;
    done(toy);
}

/* The end of a cycle under way keeps a block for its finaliser: the embedder gets to run that before it goes. */
static void sweeping_all_in_the_middle_of_a_cycle_leaves_what_was_queued(void **state)
{
    (void)state;
    struct toy *toy = sliced(8u << 20);
    run_to(toy, OU_CYCLE_MARK);
    ou_val *block = toy_node(toy, 4, OU_ABSENT);
    ou_gc_set_finalise(&toy->heap, block, true);
    toy->finaliser = keep;
    assert_int_equal(phase(toy), OU_CYCLE_MARK);
    ou_gc_sweep_all(&toy->heap);
    assert_true(toy->finalised == 1 && ou_gc_kept(&toy->heap) == 1);
    assert_true(ou_gc_is_block(&toy->heap, block));
    ou_gc_sweep_all(&toy->heap);
    assert_true(toy->finalised == 1 && ou_gc_kept(&toy->heap) == 0);
    assert_int_equal(toy_stats(toy).used, 0);
    done(toy);
}

/* T6.4: everything that is allocated lives, so that no pace is fast enough in a heap that cannot grow. */
static void t6_4_who_allocates_faster_than_increments_collect_is_told(void **state)
{
    (void)state;
    test_clock = fast_clock;
    struct toy *toy = toy_new(256u << 10, 200u << 10);
    assert_int_equal(ou_gc_set_pause(&toy->heap, 50), 0);
    unsigned n = 0, chain = 0;
    for (unsigned round = 0; round < 30; round++) {
        for (n = 0; toy_push(toy, 32, chain); n++)
            if (n % 8 == 0) /* every eighth is alone in a chain that is dropped: memory to be found again */
                toy->roots[2] = OU_ABSENT, chain = n % 16 ? 1 : 2;
        toy->roots[1] = toy->roots[2] = OU_ABSENT;
    }
    struct ou_heap_stats stats = toy_stats(toy);
    assert_true(stats.kinds[OU_GC_FALLBACK] > 0);
    unsigned length = 0;
    for (ou_val v = toy->roots[0]; ou_is_ptr(v); v = *(ou_val *)ou_ptr(v))
        length++;
    assert_true(length > 0);
    done(toy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_moves_behind_a_marked_block_is_kept),
        cmocka_unit_test(what_is_written_in_bulk_behind_a_marked_block_is_kept),
        cmocka_unit_test(what_moves_to_a_root_is_kept),
        cmocka_unit_test(what_moves_into_a_foreign_block_is_kept),
        cmocka_unit_test(a_block_that_moves_in_the_middle_of_a_cycle_takes_its_references_along),
        cmocka_unit_test(blocks_freed_while_they_are_queued_do_no_harm),
        cmocka_unit_test(what_is_allocated_during_a_sweep_lives),
        cmocka_unit_test(finalisers_and_hooks_are_called_once_in_a_cycle),
        cmocka_unit_test(a_collection_asked_for_ends_the_cycle_and_is_exact),
        cmocka_unit_test(what_a_finaliser_keeps_is_marked_in_increments),
        cmocka_unit_test(the_program_runs_while_what_a_finaliser_keeps_is_marked),
        cmocka_unit_test(sweeping_all_in_the_middle_of_a_cycle_leaves_what_was_queued),
        cmocka_unit_test(t6_4_who_allocates_faster_than_increments_collect_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
