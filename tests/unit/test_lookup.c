/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The lookup cache without a VM: what it remembers is true or nothing, whatever meets in its two tables; its size; giving
 * it back; what global names hide of the builtins.
 */
#include "bare_vm.h"

#include "object/core/lookup.h"
#include "object/core/table.h"

#define SET_UP() set_up((size_t)1 << 20, __builtin_frame_address(0))
#define NAMES 300u
#define VERSIONS 60u

static uint32_t seed = 12345;
static uint32_t any(uint32_t n)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % n;
}

/* Misses until there is a table for so much code. */
static void make_table(size_t code)
{
    vm->code_bytes = code;
    for (int i = 0; i < 1000; i++)
        ou_lookup_set(vm, OU_INTERNED(1), ou_small(70), ou_lookup_place(OU_LOOKUP_SLOT, 1));
}

static ou_val version_of(uint32_t v)
{
    return v < VERSIONS ? ou_small((ou_int)(OU_VERSION_FIRST + v)) | (v & 1 ? OU_LOOKUP_IN_CLASS : 0)
                        : OU_LOOKUP_GLOBALS;
}

static void what_is_remembered_is_the_last_that_was_said(void **state)
{
    (void)state;
    static uint16_t said[NAMES][VERSIONS + 1];
    static const size_t code[] = {1300, 2500, 3700, 5500, 20000, 200000};
    for (size_t c = 0; c < sizeof code / sizeof *code; c++) {
        SET_UP();
        memset(said, 0, sizeof said);
        make_table(code[c]);
        assert_true(ou_lookup_bytes(vm) > 0);
        size_t hits = 0;
        for (int i = 0; i < 200000; i++) {
            uint32_t n = any(NAMES), v = any(VERSIONS + 1);
            ou_val name = OU_INTERNED(1000 + n * 17);
            if (any(3) == 0) {
                said[n][v] = (uint16_t)ou_lookup_place(OU_LOOKUP_METHOD, any(100));
                ou_lookup_set(vm, name, version_of(v), said[n][v]);
                assert_int_equal(ou_lookup_get(vm, name, version_of(v)), said[n][v]);
            } else {
                unsigned place = ou_lookup_find(vm, name, version_of(v));
                hits += place != OU_LOOKUP_NONE;
                assert_true(place == OU_LOOKUP_NONE || place == said[n][v]);
                assert_int_equal(ou_lookup_get(vm, name, version_of(v)), place);
            }
        }
        assert_true(hits > 0);
        tear_down();
    }
}

static void two_that_meet_are_both_remembered(void **state)
{
    (void)state;
    SET_UP();
    make_table(5500);
    size_t kept = 0;
    for (uint32_t i = 1; i < 50; i++) { /* at one place of the first table */
        ou_val a = OU_INTERNED(1000), b = OU_INTERNED(1000 + i * (vm->lookup_mask + 1));
        if (!ou_lookup_fits(b))
            break;
        ou_lookup_clear(vm);
        ou_lookup_set(vm, a, ou_small(100), ou_lookup_place(OU_LOOKUP_SLOT, 1));
        ou_lookup_set(vm, b, ou_small(100), ou_lookup_place(OU_LOOKUP_SLOT, 2));
        for (int k = 0; k < 3; k++) {
            kept += ou_lookup_find(vm, a, ou_small(100)) == ou_lookup_place(OU_LOOKUP_SLOT, 1);
            kept += ou_lookup_find(vm, b, ou_small(100)) == ou_lookup_place(OU_LOOKUP_SLOT, 2);
        }
        assert_int_equal(kept, 6 * i);
    }
    tear_down();
}

static void it_takes_a_tenth_of_what_code_takes(void **state)
{
    (void)state;
    SET_UP();
    size_t least = 0;
    for (size_t code = 0; code < 40000; code += 500) {
        make_table(code);
        size_t bytes = ou_lookup_bytes(vm);
        assert_true(bytes >= least);
        assert_true(OU_WORD_BITS == 64
                        ? bytes <= 384 * sizeof(ou_val) || bytes <= ou_lookup_code_bytes(vm) / 10
                        : bytes <= ou_lookup_code_bytes(vm) / 10);
        least = bytes;
    }
    assert_true(least >= 2000);
    tear_down();
}

static void it_is_given_back_when_asked(void **state)
{
    (void)state;
    SET_UP();
    struct ou_heap_stats before, with, after;
    ou_gc_stats(&vm->heap, &before);
    assert_false(ou_lookup_give_back(vm));
    make_table(20000);
    ou_gc_stats(&vm->heap, &with);
    assert_true(with.used >= before.used + ou_lookup_bytes(vm));
    assert_true(ou_lookup_give_back(vm));
    ou_gc_stats(&vm->heap, &after);
    assert_int_equal(after.used, before.used);
    assert_int_equal(ou_lookup_find(vm, OU_INTERNED(1), ou_small(70)), OU_LOOKUP_NONE);
    make_table(20000); /* too soon */
    assert_int_equal(ou_lookup_bytes(vm), 0);
    tear_down();
}

static void what_does_not_fit_is_not_remembered(void **state)
{
    (void)state;
    SET_UP();
    make_table(20000);
    ou_val large = OU_INTERNED((ou_val)1 << (OU_LOOKUP_NAME_LOW + OU_LOOKUP_NAME_BITS));
    assert_false(ou_lookup_fits(large));
    ou_lookup_set(vm, large, ou_small(70), ou_lookup_place(OU_LOOKUP_SLOT, 1));
    assert_int_equal(ou_lookup_find(vm, large, ou_small(70)), OU_LOOKUP_NONE);
    assert_int_equal(ou_lookup_place(OU_LOOKUP_SLOT, OU_LOOKUP_INDEX_MAX + 1), OU_LOOKUP_NONE);
    assert_int_equal(ou_lookup_index(ou_lookup_place(OU_LOOKUP_SLOT, OU_LOOKUP_INDEX_MAX)),
                     OU_LOOKUP_INDEX_MAX);
    tear_down();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_remembered_is_the_last_that_was_said),
        cmocka_unit_test(two_that_meet_are_both_remembered),
        cmocka_unit_test(it_takes_a_tenth_of_what_code_takes),
        cmocka_unit_test(it_is_given_back_when_asked),
        cmocka_unit_test(what_does_not_fit_is_not_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
