/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The outer heap over TLSF and the C library: the contract, and what is particular to each.
 */
#include <ouro/outer_libc.h>
#include "outer_contract.h"

#define UNIT (2 * sizeof(void *))

static _Alignas(16) char memory[2][1 << 20];

static int add_tlsf(struct ou_outer *outer, int which, size_t size, unsigned attributes)
{
    return ou_outer_add_pool(outer, memory[which] + size % 5, size, attributes);
}

static int add_libc(struct ou_outer *outer, int which, size_t size, unsigned attributes)
{
    static struct ou_libc_pool pools[2];
    ou_outer_add_libc(outer, &pools[which], size, attributes);
    return 0;
}

static const struct back_end tlsf = {"TLSF", add_tlsf, 0, true};
/* What is freed twice would be read by the check: with a sanitizer that ends the test. */
static const struct back_end libc = {"the C library", add_libc, 0, false};

/* ---- TLSF ---- */

static void a_block_is_split_and_its_middle_is_free(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < 500; i++) {
        struct ou_outer outer;
        ou_outer_init(&outer);
        assert_int_equal(ou_outer_add_pool(&outer, memory[0], 40000, OU_MEM_ANY), 0);
        size_t empty = ou_outer_used(&outer), size = 2000 + unit_random(&seed) % 20000;
        unsigned char *below = ou_outer_alloc(&outer, 100, OU_MEM_ANY);
        unsigned char *p = ou_outer_alloc(&outer, size, OU_MEM_FOR(OU_OWNER_AREAS));
        size_t keep = unit_random(&seed) % size + 1, at = unit_random(&seed) % size / UNIT * UNIT;
        memset(p, 1, keep);
        memset(p + at, 2, size - at);
        size_t used = ou_outer_used(&outer);
        bool done = ou_outer_split(&outer, p, keep, p + at);
        assert_true(done || at < keep + 8 * UNIT || size - at < 8 * UNIT);
        assert_int_equal(ou_outer_audit(&outer), 0);
        if (done) {
            assert_true(ou_outer_used(&outer) < used && ou_outer_size(&outer, p) >= keep);
            assert_true(at >= keep && p[keep - 1] == 1 && p[at] == 2 && p[size - 1] == 2);
            assert_true(ou_outer_size(&outer, p + at) >= size - at);
            assert_int_equal(ou_outer_used_by(&outer, OU_OWNER_AREAS),
                             ou_outer_used(&outer) - ou_outer_used_by(&outer, OU_OWNER_OTHER));
            ou_outer_free(&outer, p + at);
        }
        ou_outer_free(&outer, p);
        ou_outer_free(&outer, below);
        assert_int_equal(ou_outer_audit(&outer), 0);
        assert_int_equal(ou_outer_used(&outer), empty);
    }
}

static void t1_6_every_block_costs_one_word(void **state)
{
    (void)state;
    struct ou_outer outer;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0], 65536, 0), 0);
    for (size_t words = 3; words < 99; words += 2) {
        size_t before = ou_outer_used(&outer);
        assert_non_null(ou_outer_alloc(&outer, words * sizeof(void *), 0));
        assert_int_equal(ou_outer_used(&outer) - before, (words + 1) * sizeof(void *));
    }
}

static void small_pools_have_small_control_structures(void **state)
{
    (void)state;
    struct ou_outer outer;
    for (size_t size = 1; size < 70000; size += size / 8 + 1) {
        ou_outer_init(&outer);
        if (ou_outer_add_pool(&outer, memory[0], size, 0) < 0) {
            assert_true(size < ou_tlsf_overhead(size) + 5 * sizeof(void *));
            continue;
        }
        assert_true(size - ou_outer_total(&outer, 0) <= ou_tlsf_overhead(size) + UNIT);
        assert_int_equal(ou_outer_audit(&outer), 0);
    }
    assert_true(ou_tlsf_overhead(4096) <= (sizeof(void *) == 4 ? 200 : 400));
}

/* ---- the C library's back end ---- */

static void the_c_library_as_a_pool_keeps_its_cap(void **state)
{
    (void)state;
    struct ou_outer outer;
    struct ou_libc_pool pool;
    ou_outer_init(&outer);
    ou_outer_add_libc(&outer, &pool, 10000, 0);
    void *p = ou_outer_alloc(&outer, 5000, OU_MEM_FOR(OU_OWNER_SCRATCH));
    assert_non_null(p);
    assert_null(ou_outer_alloc(&outer, 5000, 0));
    assert_int_equal(ou_outer_used_by(&outer, OU_OWNER_SCRATCH), ou_outer_used(&outer));
    char *q = ou_outer_alloc_aligned(&outer, ou_outer_largest(&outer, 0), 256, 0);
    assert_true(q && ((uintptr_t)q & 255) == 0);
    ou_outer_free(&outer, p);
    q = ou_outer_realloc(&outer, q, 200, false);
    assert_non_null(q);
    memset(q, 7, 200);
    q = ou_outer_realloc(&outer, q, 3000, true);
    assert_true(q && q[0] == 7 && q[199] == 7);
    assert_int_equal(ou_outer_audit(&outer), 0);
    ou_outer_free(&outer, q);
    assert_int_equal(ou_outer_used(&outer), 0);
}

static void debug_memory_serves_nothing_else(void **state)
{
    (void)state;
    struct ou_outer outer;
    struct ou_libc_pool pool;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0], 4096, 0), 0);
    ou_outer_add_libc(&outer, &pool, 0, OU_MEM_DEBUG);
    assert_null(ou_outer_alloc(&outer, 10000, OU_MEM_ANY));
    void *p = ou_outer_alloc(&outer, 10000, OU_MEM_DEBUG);
    assert_non_null(p);
    assert_int_equal(ou_outer_used(&outer), 0);
    assert_true(ou_outer_largest(&outer, 0) < 4096);
    assert_int_equal(ou_outer_audit(&outer), 0);
    ou_outer_free(&outer, p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_block_is_split_and_its_middle_is_free),
        cmocka_unit_test(t1_6_every_block_costs_one_word),
        cmocka_unit_test(small_pools_have_small_control_structures),
        cmocka_unit_test(the_c_library_as_a_pool_keeps_its_cap),
        cmocka_unit_test(debug_memory_serves_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + outer_contract(&tlsf) + outer_contract(&libc);
}
