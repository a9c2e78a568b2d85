/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Numbers of objects: they stay through compactions, belong to one object each, vanish with it, and come
 * round when the counter has reached its end; without memory nothing is changed.
 */
#include "whole_vm.h"

#include "gc/heap.h"
#include "object/core/identity.h"

#define MEMORY ((size_t)1 << 20)
#define COUNT 600u

/* A list of n objects, a root. */
static ou_val objects(size_t n)
{
    ou_val list = ou_list_new(vm, n, NULL);
    assert_true(list != OU_EXC);
    vm->roots.user[0] = list;
    for (size_t i = 0; i < n; i++)
        ou_list_set(vm, list, i, ou_object_new(vm, &ou_type_object, 1, false));
    return list;
}

static ou_val number_at(ou_val list, size_t i)
{
    ou_val number = ou_identity_number(vm, ou_list_get(list, i));
    assert_true(number != OU_ABSENT);
    assert_int_equal(number & 15, OU_NONE & 15); /* of no pointer, no number, no name */
    assert_true(number > OU_NOT_IMPLEMENTED);
    return number;
}

/* Not inlined, so that no address is left in the frame of who calls it. */
static __attribute__((noinline)) void forget_all_but_each(size_t n, size_t step)
{
    for (size_t i = 0; i < n; i++)
        if (i % step)
            ou_list_set(vm, vm->roots.user[0], i, OU_NONE);
}

static void numbers_stay_when_blocks_move_and_go_when_they_die(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    static ou_val numbers[COUNT], before[COUNT];
    objects(COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        numbers[i] = number_at(vm->roots.user[0], i);
        for (size_t k = 0; k < i; k++)
            assert_true(numbers[k] != numbers[i]);
    }
    assert_int_equal(vm->identity.numbers.count, COUNT);
    forget_all_but_each(COUNT, 7);
    for (size_t i = 0; i < COUNT; i += 7)
        before[i] = ~ou_list_get(vm->roots.user[0], i); /* no reference */
    ou_gc_compact(&vm->heap);
    unsigned moved = 0;
    for (size_t i = 0; i < COUNT; i += 7) {
        moved += ~ou_list_get(vm->roots.user[0], i) != before[i];
        assert_true(number_at(vm->roots.user[0], i) == numbers[i]);
    }
    assert_true(moved > COUNT / 7 / 2);
    assert_true(vm->identity.numbers.count < COUNT / 7 + 10); /* and what the C stack shows by chance */
    stop();
}

static void rom_and_immediates_are_their_own_numbers(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    ou_val all[] = {
        OU_NONE, OU_TRUE, OU_S(append), ou_small(7), OU_ROM(&ou_type_int), OU_ROM(&ou_exc_KeyError)};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_true(ou_identity_number(vm, all[i]) == all[i]);
    assert_int_equal(vm->identity.numbers.count, 0);
    assert_null(vm->identity.numbers.entries);
    stop();
}

static void numbers_in_use_are_passed_over_when_the_counter_comes_round(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    ou_val list = objects(COUNT), step = OU_IMMEDIATE(1) - OU_IMMEDIATE(0), numbers[COUNT];
    for (size_t i = 0; i < 100; i++)
        numbers[i] = number_at(list, i);
    ou_val first = numbers[0];
    ou_list_set(vm, list, 50, OU_NONE); /* a gap of three */
    ou_list_set(vm, list, 51, OU_NONE);
    ou_list_set(vm, list, 52, OU_NONE);
    ou_gc_collect(&vm->heap);
    ou_val end = vm->identity.limit;
    assert_true(ou_small_fits((ou_int)end));
    vm->identity.next = end - 20 * step;
    for (size_t i = 100; i < COUNT; i++) {
        numbers[i] = number_at(list, i);
        assert_true(numbers[i] >= first && numbers[i] < end);
    }
    for (size_t i = 100; i < 120; i++)
        assert_true(numbers[i] == end - (120 - i) * step);
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < i && (i < 50 || i > 52); k++)
            assert_true(k - 50 < 3 || numbers[k] != numbers[i]);
    stop();
}

static void without_memory_there_is_an_error_and_nothing_else(void **state)
{
    (void)state;
    start(65536, 8192);
    ou_val list = objects(200), dict = ou_dict_new(vm, 0);
    vm->roots.user[1] = dict;
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(ou_dict_set(vm, dict, ou_list_get(list, i), ou_small((ou_int)i)), 0);
    void *all[64];
    unsigned n = 0;
    ou_gc_shrink(&vm->heap); /* so that it has nothing to give when memory ends */
    for (size_t size; n < 64 && (size = ou_outer_largest(&outer, OU_MEM_VM)) > 0; n++)
        if (!(all[n] = ou_outer_alloc(&outer, size, OU_MEM_VM)))
            break;
    size_t failed = 0;
    for (size_t i = 6; i < 200 && !failed; i++)
        if (ou_id(vm, ou_list_get(list, i)) == OU_EXC)
            failed = i;
    assert_true(failed);
    assert_true(ou_exc_matches(vm, &ou_exc_MemoryError));
    ou_exc_take(vm);
    ou_int hash;
    char text[2 * sizeof(ou_val) + 3];
    assert_int_equal(ou_hash(vm, ou_list_get(list, failed), &hash), -1);
    ou_exc_take(vm);
    assert_int_equal(ou_identity_text(vm, ou_list_get(list, failed), text), -1);
    ou_exc_take(vm);
    assert_int_equal(ou_dict_set(vm, dict, ou_list_get(list, failed), OU_NONE), -1);
    ou_exc_take(vm);
    for (size_t i = 0; i < 6; i++)
        assert_true(ou_dict_get(vm, dict, ou_list_get(list, i)) == ou_small((ou_int)i));
    assert_int_equal(ou_dict_len(dict), 6);
    while (n > 0)
        ou_outer_free(&outer, all[--n]);
    assert_int_equal(ou_identity_text(vm, ou_list_get(list, failed), text), 0);
    assert_memory_equal(text, "0x", 2);
    stop();
}

int main(void)
{
    stack_base = __builtin_frame_address(0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_stay_when_blocks_move_and_go_when_they_die),
        cmocka_unit_test(rom_and_immediates_are_their_own_numbers),
        cmocka_unit_test(numbers_in_use_are_passed_over_when_the_counter_comes_round),
        cmocka_unit_test(without_memory_there_is_an_error_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
