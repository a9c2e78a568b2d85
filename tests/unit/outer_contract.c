/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The outer heap's contract.
 */
#include "outer_contract.h"
#include <ouro/config.h>

#define UNIT (2 * sizeof(void *))

static const struct back_end *back_end;

static void make(struct ou_outer *outer, size_t size)
{
    ou_outer_init(outer);
    assert_int_equal(back_end->add(outer, 0, size, OU_MEM_ANY), 0);
}

/* Whether p is a block of the pool of this number. */
static bool is_in(struct ou_outer *outer, int which, const void *p)
{
    struct ou_pool *pool = which ? outer->pools->next : outer->pools;
    return p && pool->ops->owns(pool, p);
}

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
        assert_true(ou_outer_size(outer, p) >= size);
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

static void check_sums(struct ou_outer *outer, size_t total, unsigned blocks)
{
    size_t sum = ou_outer_free_total(outer, 0) + ou_outer_used(outer);
    assert_int_equal(ou_outer_audit(outer), 0);
    assert_true(sum <= total && total - sum <= blocks * back_end->inexact);
}

static void trace(size_t pool_size, unsigned slots, unsigned steps, uint64_t seed)
{
    struct ou_outer outer;
    struct shadow shadows[64] = {{0}};
    make(&outer, pool_size - seed % 5);
    size_t largest = ou_outer_largest(&outer, 0), total = ou_outer_free_total(&outer, 0);
    for (unsigned i = 0; i < steps; i++) {
        struct shadow *s = &shadows[unit_random(&seed) % slots];
        if (s->p)
            assert_true(filled(s));
        step(&outer, s, &seed, pool_size / 4);
        check_sums(&outer, total, slots);
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
    make(&outer, 65536);
    for (size_t size = 1; size < 3000; size++) {
        void *p = ou_outer_alloc(&outer, size, 0);
        assert_true(p && ((uintptr_t)p & (UNIT - 1)) == 0);
        void *between = ou_outer_alloc(&outer, size % 50 + 1, 0);
        ou_outer_free(&outer, p);
        size_t largest = ou_outer_largest(&outer, 0);
        assert_null(ou_outer_alloc(&outer, largest + back_end->inexact + 1, 0));
        p = ou_outer_alloc(&outer, largest, 0);
        assert_non_null(p);
        ou_outer_free(&outer, p);
        ou_outer_free(&outer, between);
    }
    assert_null(ou_outer_alloc(&outer, 0, 0));
    assert_null(ou_outer_alloc(&outer, SIZE_MAX, 0));
    assert_null(ou_outer_alloc(&outer, SIZE_MAX / 2, 0));
}

static void t1_6_wrong_pointers_are_caught_in_debug_builds(void **state)
{
    (void)state;
#if OU_DEBUG
    static _Alignas(16) char elsewhere[128];
    struct ou_outer outer;
    make(&outer, 65536);
    char *p[4];
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 4; i++)
            p[i] = memset(ou_outer_alloc(&outer, 100, 0), 0, 100);
        for (int i = 0; i <= round; i++)
            ou_outer_free(&outer, p[i]);
        size_t used = ou_outer_used(&outer);
        for (int i = 0; i <= round && back_end->sees_freed; i++) {
            unsigned before = test_reports;
            ou_outer_free(&outer, p[i]);
            assert_int_equal(test_reports, before + 1);
        }
        unsigned before = test_reports;
        ou_outer_free(&outer, elsewhere + 64);
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
    assert_int_equal(back_end->add(&outer, 0, 100000, OU_MEM_FAST | OU_MEM_DMA), 0);
    assert_int_equal(back_end->add(&outer, 1, 500000, OU_MEM_SLOW), 0);
    char *fast = ou_outer_alloc(&outer, 80000, OU_MEM_ANY); /* the first pool comes first */
    assert_true(is_in(&outer, 0, fast));
    assert_true(ou_outer_largest(&outer, OU_MEM_DMA) < 60000);
    assert_true(ou_outer_largest(&outer, OU_MEM_ANY) > 60000);
    char *p = ou_outer_alloc(&outer, 60000, OU_MEM_ANY);
    assert_true(is_in(&outer, 1, p));
    assert_null(ou_outer_alloc(&outer, 60000, OU_MEM_DMA));
    assert_null(ou_outer_alloc(&outer, 100, OU_MEM_DMA | OU_MEM_SLOW));
    assert_int_equal(ou_outer_free_total(&outer, OU_MEM_ANY),
                     ou_outer_free_total(&outer, OU_MEM_DMA) + ou_outer_free_total(&outer, OU_MEM_SLOW));
    assert_true(ou_outer_free_total(&outer, OU_MEM_DMA) < 20000);
    char *dma = ou_outer_alloc(&outer, 1000, OU_MEM_DMA);
    assert_true(is_in(&outer, 0, dma));
    /* A realloc that moves stays in memory of the same sort. */
    void *wall = ou_outer_alloc(&outer, 10, OU_MEM_DMA);
    char *moved = ou_outer_realloc(&outer, dma, 2000, true);
    assert_true(moved != dma && is_in(&outer, 0, moved));
    assert_null(ou_outer_realloc(&outer, moved, 50000, true));
    ou_outer_free(&outer, wall);
    assert_int_equal(ou_outer_audit(&outer), 0);
    ou_outer_free(&outer, fast);
    ou_outer_free(&outer, moved);
    ou_outer_free(&outer, p);
    assert_int_equal(ou_outer_used(&outer), 0);
}

static void the_reserve_is_refused_to_the_vm_alone(void **state)
{
    (void)state;
    struct ou_outer outer;
    make(&outer, 100000);
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
    ou_outer_free(&outer, p);
    ou_outer_free(&outer, q);
}

/* A block that is made smaller stays, with its contents, and can be made as large again in place or elsewhere. */
static void a_block_shrinks_in_place(void **state)
{
    (void)state;
    struct ou_outer outer;
    make(&outer, 65536);
    char *p = ou_outer_alloc(&outer, 20000, OU_MEM_FOR(OU_OWNER_AREAS));
    size_t used = ou_outer_used(&outer);
    memset(p, 7, 20000);
    for (size_t size = 19999; size > 10; size = size / 8 * 7) {
        assert_ptr_equal(ou_outer_realloc(&outer, p, size, false), p);
        assert_true(ou_outer_size(&outer, p) >= size && p[0] == 7 && p[size - 1] == 7);
        assert_true(ou_outer_used(&outer) <= used);
        assert_int_equal(ou_outer_used(&outer), ou_outer_used_by(&outer, OU_OWNER_AREAS));
        assert_int_equal(ou_outer_audit(&outer), 0);
    }
    p = ou_outer_realloc(&outer, p, 20000, true);
    assert_true(p && p[0] == 7 && p[9] == 7);
    ou_outer_free(&outer, p);
    assert_int_equal(ou_outer_used(&outer), 0);
}

int outer_contract(const struct back_end *which)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(t1_5_a_request_gets_what_it_needs_or_nothing),
        cmocka_unit_test(t1_6_random_traces_agree_with_the_model),
        cmocka_unit_test(t1_6_every_size_is_aligned_and_what_is_largest_can_be_had),
        cmocka_unit_test(t1_6_wrong_pointers_are_caught_in_debug_builds),
        cmocka_unit_test(the_reserve_is_refused_to_the_vm_alone),
        cmocka_unit_test(a_block_shrinks_in_place),
    };
    back_end = which;
    fprintf(stderr, "the outer heap's contract, %s\n", which->name);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
