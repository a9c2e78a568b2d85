/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * A VM does not start on constants in ROM that are broken, in builds with checks, and says which they are.
 */
#include "whole_vm.h"

static ou_val do_nothing(struct ou_vm *v, unsigned n_args, unsigned n_kw, const ou_val *args)
{
    (void)v, (void)n_args, (void)n_kw, (void)args;
    return OU_NONE;
}

/* `update` before `append`: searching by halves would not find one of them. */
OU_ROM_ALIGN static const union ou_member unsorted_members[] = {
    OU_MEMBER_FUNCTION(OU_S(update), do_nothing, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(append), do_nothing, 0, 0, 0),
};
static OU_MEMBER_TABLE(unsorted_table, unsorted_members);
OU_ROM_ALIGN static const struct ou_rom_module unsorted = {OU_ROM(&ou_type_rom_module), OU_S(time),
                                                           &unsorted_table, NULL};

OU_ROM_ALIGN static const union ou_member lying_members[] = {
    OU_MEMBER_FUNCTION(OU_S(append), do_nothing, 3, 2, 0)};
static OU_MEMBER_TABLE(lying_table, lying_members);
OU_ROM_ALIGN static const struct ou_rom_module lying = {OU_ROM(&ou_type_rom_module), OU_S(time), &lying_table,
                                                        NULL};

/* Starts a VM with the module: whether it did, and the report if not. */
static void start_with(const struct ou_rom_module *module, const char *report)
{
    const struct ou_rom_module *const modules[] = {module, NULL};
    struct ou_vm_config config = {.c_stack_base = stack_base, .modules = modules};
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory, sizeof memory, OU_MEM_ANY), 0);
    test_reports = 0;
    vm = ou_vm_new(&outer, &config);
    if (OU_DEBUG) {
        assert_null(vm);
        assert_int_equal(test_reports, 1);
        assert_int_equal(strcmp(test_report_text, report), 0);
    } else {
        assert_non_null(vm);
        ou_vm_delete(vm);
    }
    assert_int_equal(ou_outer_used_by(&outer, OU_OWNER_VM), 0);
}

static void a_table_that_is_not_sorted(void **state)
{
    (void)state;
    start_with(&unsorted, "constants in ROM, time: append must stand before update");
}

static void a_native_that_takes_fewer_at_most_than_at_least(void **state)
{
    (void)state;
    start_with(&lying, "constants in ROM, time: append takes fewer arguments at most than at least");
}

static void what_the_image_has_is_sound(void **state)
{
    (void)state;
    test_reports = 0;
    start(sizeof memory, 0);
    assert_int_equal(test_reports, 0);
    stop();
}

int main(void)
{
    int here;
    stack_base = &here;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_that_is_not_sorted),
        cmocka_unit_test(a_native_that_takes_fewer_at_most_than_at_least),
        cmocka_unit_test(what_the_image_has_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
