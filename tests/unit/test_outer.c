/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The outer heap: its two back ends, pools and reserve.
 */
#include "mem/libc.h"
#include "unit.h"
#include <ouro/config.h>

#define UNIT (2 * sizeof(void *))

static _Alignas(16) char memory[2][1 << 20];

/* ---- T1.6: a random trace against a shadow model ---- */

struct shadow {
    unsigned char *p;
    size_t size;
    unsigned char fill;
    enum ou_mem_owner owner;
};

static bool filled(const struct shadow *s)
{
    for (size_t i = 0; i < s->size; i++)
        if (s->p[i] != s->fill)
            return false;
    return true;
}

static void step(struct ou_outer *outer, struct shadow *s, uint64_t *seed, size_t limit)
{
    size_t size = unit_random(seed) % (unit_random(seed) % 8 ? limit / 40 + 1 : limit) + 1;
    if (!s->p) {
        size_t align = (size_t)1 << unit_random(seed) % 9;
        s->owner = (enum ou_mem_owner)(unit_random(seed) % OU_OWNER_COUNT);
        s->p = ou_outer_alloc_aligned(outer, size, align, OU_MEM_FOR(s->owner));
        if (!s->p) {
            assert_true(align > UNIT || ou_outer_largest(outer, OU_MEM_ANY) < size);
            return;
        }
        assert_true(((uintptr_t)s->p & (align - 1)) == 0 && ((uintptr_t)s->p & (UNIT - 1)) == 0);
        assert_true(ou_outer_size(outer, s->p) >= size);
        s->size = size;
    } else if (unit_random(seed) % 3 == 0) {
        bool may_move = unit_random(seed) % 2;
        unsigned char *p = ou_outer_realloc(outer, s->p, size, may_move);
        if (!p)
            return;
        assert_true(may_move || p == s->p);
        size_t kept = size < s->size ? size : s->size;
        s->p = p;
        s->size = kept;
        assert_true(filled(s));
        s->size = size;
    } else {
        ou_outer_free(outer, s->p);
        s->p = NULL;
        return;
    }
    s->fill = (unsigned char)unit_random(seed);
    memset(s->p, s->fill, s->size);
}

static void trace(size_t pool_size, unsigned slots, unsigned steps, uint64_t seed)
{
    struct ou_outer outer;
    struct shadow shadows[64] = {{0}};
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0] + seed % 5, pool_size, 0), 0);
    size_t largest = ou_outer_largest(&outer, 0), total = ou_outer_free_total(&outer, 0);
    for (unsigned i = 0; i < steps; i++) {
        struct shadow *s = &shadows[unit_random(&seed) % slots];
        if (s->p)
            assert_true(filled(s));
        step(&outer, s, &seed, pool_size / 4);
        assert_int_equal(ou_outer_audit(&outer), 0);
        assert_int_equal(ou_outer_free_total(&outer, 0) + ou_outer_used(&outer), total);
    }
    for (unsigned i = 0; i < slots; i++) {
        if (shadows[i].p)
            assert_true(filled(&shadows[i]));
        ou_outer_free(&outer, shadows[i].p);
    }
    assert_int_equal(ou_outer_used(&outer), 0);
    assert_int_equal(ou_outer_largest(&outer, 0), largest);
    for (int i = 0; i < OU_OWNER_COUNT; i++)
        assert_int_equal(ou_outer_used_by(&outer, (enum ou_mem_owner)i), 0);
}

static void t1_6_random_traces_agree_with_the_model(void **state)
{
    (void)state;
    trace(1024, 8, 3000, 1);
    trace(4096, 16, 3000, 2);
    trace(20000, 40, 3000, 3);
    trace(300000, 64, 3000, 4);
    trace(1 << 19, 64, 3000, 5);
}

static void t1_6_every_size_is_aligned_and_what_is_largest_can_be_had(void **state)
{
    (void)state;
    struct ou_outer outer;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0], 65536, 0), 0);
    for (size_t size = 1; size < 3000; size++) {
        void *p = ou_outer_alloc(&outer, size, 0);
        assert_true(p && ((uintptr_t)p & (UNIT - 1)) == 0);
        void *between = ou_outer_alloc(&outer, size % 50 + 1, 0);
        ou_outer_free(&outer, p);
        size_t largest = ou_outer_largest(&outer, 0);
        assert_null(ou_outer_alloc(&outer, largest + 1, 0));
        p = ou_outer_alloc(&outer, largest, 0);
        assert_non_null(p);
        ou_outer_free(&outer, p);
        ou_outer_free(&outer, between);
    }
    assert_null(ou_outer_alloc(&outer, 0, 0));
    assert_null(ou_outer_alloc(&outer, SIZE_MAX, 0));
    assert_null(ou_outer_alloc(&outer, SIZE_MAX / 2, 0));
}

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

static void t1_6_wrong_pointers_are_caught_in_debug_builds(void **state)
{
    (void)state;
#if OU_DEBUG
    struct ou_outer outer;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0], 65536, 0), 0);
    char *p[4];
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 4; i++)
            p[i] = memset(ou_outer_alloc(&outer, 100, 0), 0, 100);
        for (int i = 0; i <= round; i++)
            ou_outer_free(&outer, p[i]);
        size_t used = ou_outer_used(&outer);
        for (int i = 0; i <= round; i++) {
            unsigned before = test_reports;
            ou_outer_free(&outer, p[i]);
            assert_int_equal(test_reports, before + 1);
        }
        unsigned before = test_reports;
        ou_outer_free(&outer, memory[1] + 64);
        assert_int_equal(test_reports, before + 1);
        if (round < 3) {
            ou_outer_free(&outer, p[3] + UNIT);
            ou_outer_free(&outer, p[3] + 1);
            assert_int_equal(test_reports, before + 3);
        }
        assert_int_equal(ou_outer_used(&outer), used);
        assert_int_equal(ou_outer_audit(&outer), 0);
        for (int i = round + 1; i < 4; i++)
            ou_outer_free(&outer, p[i]);
        assert_int_equal(ou_outer_used(&outer), 0);
    }
#endif
}

/* ---- T1.5: pools ---- */

static void t1_5_a_request_gets_what_it_needs_or_nothing(void **state)
{
    (void)state;
    struct ou_outer outer;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0], 100000, OU_MEM_FAST | OU_MEM_DMA), 0);
    assert_int_equal(ou_outer_add_pool(&outer, memory[1], 500000, OU_MEM_SLOW), 0);
    char *fast = ou_outer_alloc(&outer, 80000, OU_MEM_ANY); /* the first pool comes first */
    assert_true(fast > memory[0] && fast < memory[1]);
    assert_true(ou_outer_largest(&outer, OU_MEM_DMA) < 60000);
    assert_true(ou_outer_largest(&outer, OU_MEM_ANY) > 60000);
    char *p = ou_outer_alloc(&outer, 60000, OU_MEM_ANY);
    assert_true(p > memory[1] && p < memory[1] + 500000);
    assert_null(ou_outer_alloc(&outer, 60000, OU_MEM_DMA));
    assert_null(ou_outer_alloc(&outer, 100, OU_MEM_DMA | OU_MEM_SLOW));
    assert_int_equal(ou_outer_free_total(&outer, OU_MEM_ANY),
                     ou_outer_free_total(&outer, OU_MEM_DMA) + ou_outer_free_total(&outer, OU_MEM_SLOW));
    assert_true(ou_outer_free_total(&outer, OU_MEM_DMA) < 20000);
    char *dma = ou_outer_alloc(&outer, 1000, OU_MEM_DMA);
    assert_true(dma > memory[0] && dma < memory[0] + 100000);
    /* A realloc that moves stays in memory of the same sort. */
    void *wall = ou_outer_alloc(&outer, 10, OU_MEM_DMA);
    char *moved = ou_outer_realloc(&outer, dma, 2000, true);
    assert_true(moved && moved != dma && moved < memory[0] + 100000);
    assert_null(ou_outer_realloc(&outer, moved, 50000, true));
    ou_outer_free(&outer, wall);
    assert_int_equal(ou_outer_audit(&outer), 0);
}

static void the_reserve_is_refused_to_the_vm_alone(void **state)
{
    (void)state;
    struct ou_outer outer;
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory[0], 100000, 0), 0);
    ou_outer_set_reserve(&outer, 30000);
    size_t used = ou_outer_used(&outer), offered = ou_outer_largest(&outer, OU_MEM_VM);
    assert_null(ou_outer_alloc(&outer, 75000, OU_MEM_VM));
    assert_int_equal(ou_outer_used(&outer), used);
    void *p = ou_outer_alloc(&outer, offered, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_AREAS));
    assert_non_null(p);
    assert_true(ou_outer_largest(&outer, OU_MEM_ANY) >= 30000);
    assert_null(ou_outer_alloc(&outer, 200, OU_MEM_VM));
    assert_null(ou_outer_realloc(&outer, p, offered + 500, true));
    void *q = ou_outer_alloc(&outer, 30000, OU_MEM_ANY);
    assert_non_null(q);
    assert_int_equal(ou_outer_audit(&outer), 0);
    assert_int_equal(outer.peak, ou_outer_used(&outer));
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
        cmocka_unit_test(t1_5_a_request_gets_what_it_needs_or_nothing),
        cmocka_unit_test(t1_6_random_traces_agree_with_the_model),
        cmocka_unit_test(t1_6_every_size_is_aligned_and_what_is_largest_can_be_had),
        cmocka_unit_test(a_block_is_split_and_its_middle_is_free),
        cmocka_unit_test(t1_6_every_block_costs_one_word),
        cmocka_unit_test(t1_6_wrong_pointers_are_caught_in_debug_builds),
        cmocka_unit_test(the_reserve_is_refused_to_the_vm_alone),
        cmocka_unit_test(small_pools_have_small_control_structures),
        cmocka_unit_test(the_c_library_as_a_pool_keeps_its_cap),
        cmocka_unit_test(debug_memory_serves_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
