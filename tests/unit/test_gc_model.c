/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The collected heap against a model: short runs of the random mutator of tests/stress (gc_model.c says
 * what they show), each with a part of the mechanism left out and with all of it.  The first difference
 * ends the program.  `./dev mutate` does the same for longer.
 */
#include "../stress/gc_model.h"
#include "unit.h"

#if OU_DEBUG >= 3
#define OPERATIONS 60000u
#else
#define OPERATIONS 300000u
#endif

extern uint64_t (*test_clock)(void); /* of test_port.c */

/* Pauses are bounded by the clock; this one counts its readings, so that a failure can be repeated. */
static uint64_t counting_clock(void)
{
    static uint64_t us;
    return us += 1 + us % 7;
}

static void run(struct gm_options options)
{
    test_clock = counting_clock;
    options.only_epoch = -1;
    memset(&gm.counts, 0, sizeof gm.counts);
    gm_run(&options);
    assert_true(gm.counts.operations == options.operations);
    assert_true(gm.counts.collections > 0 && gm.counts.finalised > 0 && gm.counts.weak_cleared > 0);
    assert_true(gm.counts.failed > 0 && gm.counts.exact > 0 && gm.counts.moved > 0);
    assert_int_equal(test_reports, 0);
}

static void random_graphs_agree_with_the_model_when_collections_stop_the_world(void **state)
{
    (void)state;
    run((struct gm_options){.seed = 11,
                            .operations = OPERATIONS,
                            .epoch_operations = 10000,
                            .no_pause = true,
                            .no_compact = true});
}

static void random_graphs_agree_with_the_model_when_blocks_move(void **state)
{
    (void)state;
    run((struct gm_options){
        .seed = 12, .operations = OPERATIONS, .epoch_operations = 10000, .no_pause = true, .no_scan = true});
    assert_true(gm.counts.bytes_moved > 0);
}

static void random_graphs_agree_with_the_model_when_pauses_are_bounded(void **state)
{
    (void)state;
    run((struct gm_options){.seed = 13, .operations = OPERATIONS, .epoch_operations = 10000});
}

static void random_graphs_agree_with_the_model_when_everything_is_checked_often(void **state)
{
    (void)state;
    run((struct gm_options){
        .seed = 14, .operations = OPERATIONS / 4, .epoch_operations = 5000, .check_every = 16});
}

#if OU_DEBUG
static void random_graphs_agree_with_the_model_under_stress(void **state)
{
    (void)state;
    run((struct gm_options){
        .seed = 15, .operations = OPERATIONS / 2, .epoch_operations = 5000, .stress = true});
    run((struct gm_options){
        .seed = 16, .operations = OPERATIONS / 2, .epoch_operations = 5000, .stress = true, .no_scan = true});
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_graphs_agree_with_the_model_when_collections_stop_the_world),
        cmocka_unit_test(random_graphs_agree_with_the_model_when_blocks_move),
        cmocka_unit_test(random_graphs_agree_with_the_model_when_pauses_are_bounded),
        cmocka_unit_test(random_graphs_agree_with_the_model_when_everything_is_checked_often),
#if OU_DEBUG
        cmocka_unit_test(random_graphs_agree_with_the_model_under_stress),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
