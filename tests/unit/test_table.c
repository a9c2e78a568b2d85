/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Tables, lists, sorting and slices without Python code: random operations against shadow models, sizes,
 * and the promises that the lookup cache rests on.
 */
#include "bare_vm.h"

#include "object/core/mapping.h"
#include "object/core/sequence.h"
#include "object/core/string.h"

#define SET_UP() set_up((size_t)16 << 20, __builtin_frame_address(0))

static uint32_t seed = 12345;

static uint32_t chance(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(seed >> 4) * n >> 28);
}

/* Key number i: ints, interned and other str, floats, tuples, None, by kinds (a bit for each). */
static ou_val key(unsigned i, unsigned kinds)
{
    char text[400];
    switch (kinds == 1 ? 0 : i % 6) {
    case 1:
        if (kinds & 2) {
            int n = snprintf(text, sizeof text, "name%u", i);
            return ou_intern(vm, text, (size_t)n);
        }
        break;
    case 2:
        if (kinds & 4) {
            int n = snprintf(text, sizeof text, "a longer text that is not interned %u", i);
            return ou_str_new(vm, text, (size_t)n);
        }
        break;
    case 3:
        if (kinds & 8)
            return ou_float_new(vm, i + 0.5);
        break;
    case 4:
        if (kinds & 16)
            return ou_pair_new(vm, ou_small((ou_int)i), OU_S(keys));
        break;
    case 5:
        if ((kinds & 8) && i == 5)
            return OU_NONE;
        break;
    }
    return ou_small((ou_int)i - 50);
}

/* Random operations on one dict; model[i] is the value of key i, order[] the live keys by age. */
static void churn(unsigned kinds, unsigned n_keys, unsigned steps)
{
    ou_int *model = calloc(n_keys, sizeof *model);
    unsigned *order = calloc(n_keys, sizeof *order), live = 0;
    ou_val dict = ou_dict_new(vm, 0);
    vm->roots.user[0] = dict;
    for (unsigned step = 1; step <= steps; step++) {
        unsigned i = chance(n_keys), what = chance(16);
        ou_val k = key(i, kinds);
        assert_true(k != OU_EXC);
        if (what < 8) {
            assert_int_equal(ou_dict_set(vm, dict, k, ou_small((ou_int)step)), 0);
            if (!model[i])
                order[live++] = i;
            model[i] = (ou_int)step;
        } else if (what < 13) {
            int r = ou_dict_delete(vm, dict, k);
            assert_int_equal(r, model[i] != 0);
            if (model[i]) {
                unsigned at = 0;
                while (order[at] != i)
                    at++;
                memmove(order + at, order + at + 1, (--live - at) * sizeof *order);
            }
            model[i] = 0;
        } else {
            ou_val v = ou_dict_get(vm, dict, k);
            assert_true(v == (model[i] ? ou_small(model[i]) : OU_ABSENT));
        }
        if (step % 500 == 0 && chance(4) == 0)
            ou_table_trim(vm, ou_table_at(dict));
        if (step % 997 == 0)
            ou_gc_collect(&vm->heap);
        assert_int_equal(ou_dict_len(dict), live);
        if (step % 64 == 0)
            assert_int_equal(ou_table_verify(vm, ou_table_at(dict)), 0);
    }
    size_t position = 0, seen = 0;
    ou_val k, v;
    while (ou_dict_next(dict, &position, &k, &v)) {
        assert_int_equal(ou_equal(vm, k, key(order[seen], kinds)), 1);
        assert_true(v == ou_small(model[order[seen]]));
        seen++;
    }
    assert_int_equal(seen, live);
    vm->roots.user[0] = OU_ABSENT;
    free(model);
    free(order);
}

static void a_dict_agrees_with_a_model(void **state)
{
    (void)state;
    static const unsigned kinds[] = {1, 3, 7, 15, 31};
    SET_UP();
    for (unsigned k = 0; k < 5; k++)
        for (unsigned n = 4; n <= 1200; n = n * 5 + 3)
            churn(kinds[k], n, n < 100 ? 3000 : 12000);
    tear_down();
}

static void large_tables_use_wider_indexes(void **state)
{
    (void)state;
    SET_UP();
    ou_val dict = ou_dict_new(vm, 0);
    for (ou_int i = 0; i < 120000; i++)
        assert_int_equal(ou_dict_set(vm, dict, ou_small(i * 1024), ou_small(i)), 0);
    for (ou_int i = 0; i < 120000; i += 7)
        assert_true(ou_dict_get(vm, dict, ou_small(i * 1024)) == ou_small(i));
    for (ou_int i = 0; i < 120000; i += 2)
        assert_int_equal(ou_dict_delete(vm, dict, ou_small(i * 1024)), 1);
    for (ou_int i = 0; i < 120000; i++)
        assert_true(ou_dict_get(vm, dict, ou_small(i * 1024)) == (i % 2 ? ou_small(i) : OU_ABSENT));
    ou_table_trim(vm, ou_table_at(dict));
    assert_int_equal(ou_dict_len(dict), 60000);
    assert_int_equal(ou_table_capacity(ou_table_at(dict)), 60000);
    assert_true(ou_dict_get(vm, dict, ou_small(1024)) == ou_small(1));
    tear_down();
}

static void numbers_that_are_equal_are_one_key(void **state)
{
    (void)state;
    SET_UP();
    ou_val dict = ou_dict_new(vm, 0), one = ou_float_new(vm, 1.0);
    for (unsigned extra = 0; extra < 40; extra += 39) {
        for (unsigned i = 2; i < 2 + extra; i++)
            assert_int_equal(ou_dict_set(vm, dict, ou_small((ou_int)i), OU_NONE), 0);
        assert_int_equal(ou_dict_set(vm, dict, ou_small(1), OU_S(a)), 0);
        assert_true(ou_dict_get(vm, dict, OU_TRUE) == OU_S(a));
        assert_true(ou_dict_get(vm, dict, one) == OU_S(a));
        assert_int_equal(ou_dict_set(vm, dict, one, OU_S(b)), 0);
        assert_true(ou_dict_get(vm, dict, ou_small(1)) == OU_S(b));
        assert_int_equal(ou_dict_delete(vm, dict, OU_TRUE), 1);
        assert_true(ou_dict_get(vm, dict, ou_small(1)) == OU_ABSENT);
    }
    /* a text is one key, interned or not */
    ou_val interned = ou_intern(vm, "some name", 9);
    struct ou_str *heap = ou_str_block(vm, 9, true);
    memcpy(heap->data, "some name", 9);
    assert_int_equal(ou_dict_set(vm, dict, (ou_val)heap, OU_S(c)), 0);
    assert_true(ou_dict_get(vm, dict, interned) == OU_S(c));
    assert_true(ou_dict_get_name(vm, dict, interned) == OU_S(c));
    assert_int_equal(ou_dict_set_name(vm, dict, interned, OU_S(d)), 0);
    assert_true(ou_dict_get(vm, dict, (ou_val)heap) == OU_S(d));
    tear_down();
}

static size_t bytes_of(ou_val table)
{
    return ou_gc_size(&vm->heap, (void *)table) + ou_table_owned_bytes(vm, ou_table_at(table));
}

static void sizes_are_what_they_are_said_to_be(void **state)
{
    (void)state;
    SET_UP();
    const size_t word = sizeof(ou_val), header = (sizeof(struct ou_table) + 2 * word - 1) & ~(2 * word - 1);
    ou_val dict = ou_dict_new(vm, 0);
    assert_int_equal(bytes_of(dict), header);
    for (ou_int i = 0; i < 16; i++) {
        assert_int_equal(ou_dict_set(vm, dict, ou_small(i), OU_NONE), 0);
        if (i == 3)
            assert_int_equal(bytes_of(dict), header + 4 * 2 * word);
        if (i == 7)
            assert_int_equal(bytes_of(dict), header + 8 * 2 * word);
    }
    assert_true(bytes_of(dict) <= header + 16 * 2 * word + 48);
    if (word == 4)
        assert_int_equal(bytes_of(dict), 184);
    assert_int_equal(ou_dict_delete(vm, dict, ou_small(3)), 1);
    ou_table_trim(vm, ou_table_at(dict));
    assert_int_equal(ou_table_capacity(ou_table_at(dict)), 15);
    ou_table_clear(vm, ou_table_at(dict));
    assert_int_equal(bytes_of(dict), header);
    tear_down();
}

static void a_record_stays_where_it_is_until_the_table_is_resized(void **state)
{
    (void)state;
    SET_UP();
    ou_val dict = ou_dict_new(vm, 16);
    struct ou_table *t = ou_table_at(dict);
    char text[8];
    for (unsigned i = 0; i < 16; i++) {
        snprintf(text, sizeof text, "n%u", i);
        assert_int_equal(ou_dict_set_name(vm, dict, ou_intern(vm, text, strlen(text)), ou_small((ou_int)i)),
                         0);
    }
    for (unsigned i = 0; i < 8; i++) {
        snprintf(text, sizeof text, "n%u", i * 2);
        assert_int_equal(ou_dict_delete(vm, dict, ou_intern(vm, text, strlen(text))), 1);
    }
    for (unsigned i = 1; i < 16; i += 2) {
        snprintf(text, sizeof text, "n%u", i);
        ou_int at = ou_table_find_name(vm, t, ou_intern(vm, text, strlen(text)));
        assert_int_equal(at, i);
        assert_true(ou_table_entry(t, (size_t)at)[1] == ou_small((ou_int)i));
    }
    tear_down();
}

static void a_set_and_a_copy_agree(void **state)
{
    (void)state;
    SET_UP();
    for (unsigned n = 0; n < 200; n += 1 + n / 3) {
        ou_val set = ou_set_new(vm, &ou_type_set);
        for (unsigned i = 0; i < n; i++)
            assert_int_equal(ou_set_add(vm, set, key(i, 31)), 0);
        for (unsigned i = 0; i < n; i += 3)
            assert_int_equal(ou_table_take(vm, ou_table_at(set), key(i, 31), NULL), 1);
        struct ou_table *dict = ou_table_new(vm, &ou_type_dict, 0),
                        *copy = ou_table_new(vm, &ou_type_frozenset, 0);
        assert_int_equal(ou_table_copy(vm, dict, ou_table_at(set), OU_TRUE), 0);
        assert_int_equal(ou_table_copy(vm, copy, dict, OU_NONE), 0);
        assert_int_equal(ou_table_verify(vm, dict), 0);
        assert_int_equal(ou_table_verify(vm, copy), 0);
        for (unsigned i = 0; i < n; i++) {
            assert_int_equal(ou_set_has(vm, set, key(i, 31)), i % 3 != 0);
            assert_int_equal(ou_set_has(vm, (ou_val)copy, key(i, 31)), i % 3 != 0);
            assert_true(ou_dict_get(vm, (ou_val)dict, key(i, 31)) == (i % 3 ? OU_TRUE : OU_ABSENT));
        }
        assert_int_equal(ou_equal(vm, set, (ou_val)copy), 1);
    }
    tear_down();
}

/* -- lists -- */

static void a_list_grows_and_shrinks(void **state)
{
    (void)state;
    SET_UP();
    ou_val list = ou_list_new(vm, 0, NULL);
    for (ou_int i = 0; i < 5000; i++) {
        assert_int_equal(ou_list_append(vm, list, ou_small(i)), 0);
        struct ou_list *l = ou_list_at(list);
        assert_true(ou_small_value(l->capacity) <= i + 1 + (i + 1) / 4 + 4);
    }
    for (size_t i = 5000; i-- > 0;) {
        assert_true(ou_list_get(list, i) == ou_small((ou_int)i));
        ou_list_remove_range(vm, ou_list_at(list), i, i + 1);
        assert_int_equal(ou_list_len(list), i);
    }
    tear_down();
}

static int compare_ints(const void *a, const void *b)
{
    ou_int x = *(const ou_int *)a, y = *(const ou_int *)b;
    return (x > y) - (x < y);
}

/* Sorts n pairs (key, place) made by `shape`, and checks order and stability. */
static void sort_shape(unsigned n, unsigned shape, bool reverse, bool as_float)
{
    ou_int *model = malloc((n + 1) * sizeof *model);
    ou_val list = ou_list_new(vm, 0, NULL);
    for (unsigned i = 0; i < n; i++) {
        ou_int k = shape == 0   ? (ou_int)chance(1000000)
                   : shape == 1 ? (ou_int)i
                   : shape == 2 ? (ou_int)(n - i)
                   : shape == 3 ? (ou_int)(i % 50)
                   : shape == 4 ? (ou_int)chance(3)
                                : (ou_int)(i < n - 3 ? i : chance(n));
        model[i] = k;
        ou_val item = as_float ? ou_float_new(vm, (ou_float)k) : ou_small(k);
        assert_int_equal(ou_list_append(vm, list, item), 0);
    }
    qsort(model, n, sizeof *model, compare_ints);
    assert_int_equal(ou_list_sort(vm, list, OU_NONE, reverse), 0);
    assert_int_equal(ou_list_len(list), n);
    for (unsigned i = 0; i < n; i++) {
        ou_val v = ou_list_get(list, i);
        ou_int k = model[reverse ? n - 1 - i : i];
        assert_true(as_float ? ou_float_value(v) == (ou_float)k : v == ou_small(k));
    }
    free(model);
}

static void sorting_agrees_with_qsort(void **state)
{
    (void)state;
    SET_UP();
    for (unsigned n = 0; n < 3000; n = n * 3 / 2 + 1)
        for (unsigned shape = 0; shape < 6; shape++)
            for (unsigned variant = 0; variant < 4; variant++)
                sort_shape(n, shape, variant & 1, variant & 2);
    tear_down();
}

static void sorting_is_stable(void **state)
{
    (void)state;
    SET_UP();
    for (unsigned reverse = 0; reverse < 2; reverse++) {
        /* str are told apart by identity: equal texts, one after the other */
        ou_val list = ou_list_new(vm, 0, NULL), all[600];
        for (unsigned i = 0; i < 600; i++) {
            char text[16];
            int n = snprintf(text, sizeof text, "key %02u", i * 7 % 20);
            struct ou_str *s = ou_str_block(vm, (size_t)n, true);
            memcpy(s->data, text, (size_t)n);
            all[i] = (ou_val)s;
            assert_int_equal(ou_list_append(vm, list, (ou_val)s), 0);
        }
        assert_int_equal(ou_list_sort(vm, list, OU_NONE, reverse != 0), 0);
        for (unsigned i = 0; i + 1 < 600; i++) {
            ou_val a = ou_list_get(list, i), b = ou_list_get(list, i + 1);
            int r = ou_str_compare_text(vm, a, b);
            assert_true(reverse ? r >= 0 : r <= 0);
            if (r == 0) {
                unsigned x = 0, y = 0;
                while (all[x] != a)
                    x++;
                while (all[y] != b)
                    y++;
                assert_true(x < y);
            }
        }
    }
    tear_down();
}

static void slices_resolve_as_in_python(void **state)
{
    (void)state;
    SET_UP();
    /* start, stop, step (99: None), length -> start, stop, step, count */
    static const int cases[][8] = {
        {99, 99, 99, 5, 0, 5, 1, 5},    {1, -1, 99, 5, 1, 4, 1, 3}, {99, 99, -1, 5, 4, -1, -1, 5},
        {-100, 98, 1, 5, 0, 5, 1, 5},   {3, 1, 1, 5, 3, 1, 1, 0},   {4, 99, -2, 5, 4, -1, -2, 3},
        {98, -98, -3, 5, 4, -1, -3, 2}, {0, 5, 3, 5, 0, 5, 3, 2},   {99, 99, 99, 0, 0, 0, 1, 0},
        {99, 99, -1, 0, -1, -1, -1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int *c = cases[i];
        ou_val part[3];
        for (int k = 0; k < 3; k++)
            part[k] = c[k] == 99 ? OU_NONE : ou_small(c[k]);
        ou_val slice = ou_slice_new(vm, part[0], part[1], part[2]);
        ou_int start, stop, step;
        size_t count;
        assert_int_equal(ou_slice_resolve(vm, slice, (size_t)c[3], &start, &stop, &step, &count), 0);
        assert_int_equal(start, c[4]);
        assert_int_equal(stop, c[5]);
        assert_int_equal(step, c[6]);
        assert_int_equal(count, c[7]);
    }
    tear_down();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dict_agrees_with_a_model),
        cmocka_unit_test(large_tables_use_wider_indexes),
        cmocka_unit_test(numbers_that_are_equal_are_one_key),
        cmocka_unit_test(sizes_are_what_they_are_said_to_be),
        cmocka_unit_test(a_record_stays_where_it_is_until_the_table_is_resized),
        cmocka_unit_test(a_set_and_a_copy_agree),
        cmocka_unit_test(a_list_grows_and_shrinks),
        cmocka_unit_test(sorting_agrees_with_qsort),
        cmocka_unit_test(sorting_is_stable),
        cmocka_unit_test(slices_resolve_as_in_python),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
