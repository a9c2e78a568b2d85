/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The outer heap over ESP-IDF's allocator (ports/esp-idf/heap_caps.c), for which tests/esp_idf/idf_heap.c stands: the
 * contract, and what is particular: a heap that is shared with the rest of the firmware.
 */
#include "heap_caps.h"
#include "idf_heap.h"
#include "outer_contract.h"

#define UNIT (2 * sizeof(void *))
#define INTERNAL 100000
#define SPIRAM 500000

static _Alignas(16) char memory[2][1 << 20];
static struct ou_caps_pool pools[2];

/* Pool 0 has internal memory, pool 1 the other. */
static int add_caps(struct ou_outer *outer, int which, size_t size, unsigned attributes)
{
    if (which == 0)
        idf_heap_init(memory[0], size, memory[1], sizeof memory[1]);
    struct ou_caps_config config = {
        .caps = which ? IDF_SPIRAM : IDF_INTERNAL, .attributes = attributes, .budget = which ? size : 0};
    return ou_outer_add_caps(outer, &pools[which], &config);
}

static const struct back_end caps = {"ESP-IDF", add_caps, 2 * sizeof(void *), true};

static const struct ou_caps_config internal = {.caps = IDF_INTERNAL, .attributes = OU_MEM_FAST | OU_MEM_DMA};
static const struct ou_caps_config spiram = {.caps = IDF_SPIRAM, .attributes = OU_MEM_SLOW};

/* A machine with both sorts of memory. */
static void make(struct ou_outer *outer, size_t budget, size_t reserve, size_t block)
{
    struct ou_caps_config config = internal;
    config.budget = budget;
    config.reserve = reserve;
    config.block = block;
    ou_outer_init(outer);
    idf_heap_init(memory[0], INTERNAL, memory[1], SPIRAM);
    assert_int_equal(ou_outer_add_caps(outer, &pools[0], &config), 0);
    assert_int_equal(ou_outer_add_caps(outer, &pools[1], &spiram), 0);
}

/* Takes all it can get, and says how many blocks that were.  They lie in `blocks`. */
static unsigned fill(struct ou_outer *outer, unsigned attributes, size_t size, void *blocks[1000])
{
    unsigned n = 0;
    while (n < 1000 && (blocks[n] = ou_outer_alloc(outer, size, attributes)))
        n++;
    return n;
}

static void growth_stops_before_the_reserve(void **state)
{
    (void)state;
    struct ou_outer outer;
    void *blocks[1000];
    for (size_t size = 100; size < 9000; size = size * 3 / 2) {
        make(&outer, 0, 40000, 0);
        unsigned n = fill(&outer, OU_MEM_DMA, size, blocks);
        assert_true(n > 0);
        assert_true(heap_caps_get_free_size(IDF_INTERNAL) >= 40000);
        assert_true(heap_caps_get_free_size(IDF_INTERNAL) < 40000 + size + 16 * sizeof(void *));
        assert_true(ou_outer_largest(&outer, OU_MEM_DMA) < size);
        /* Wi-Fi gets its buffers, and what is not for DMA is in the other memory. */
        void *wifi = heap_caps_malloc(30000, IDF_INTERNAL);
        assert_non_null(wifi);
        assert_int_equal(ou_outer_free_total(&outer, OU_MEM_DMA), 0);
        assert_int_equal(ou_outer_largest(&outer, OU_MEM_DMA), 0);
        char *slow = ou_outer_alloc(&outer, size, OU_MEM_ANY);
        assert_true(slow > memory[1] && slow < memory[1] + SPIRAM);
        ou_outer_free(&outer, blocks[--n]); /* frees what the system has taken of the reserve, no more */
        assert_null(ou_outer_alloc(&outer, size, OU_MEM_DMA));
        heap_caps_free(wifi);
        assert_non_null(ou_outer_alloc(&outer, size, OU_MEM_DMA));
    }
}

/* The last growth step does not take the largest block that is left, however many small ones there are. */
static void a_block_is_left_in_one_piece(void **state)
{
    (void)state;
    struct ou_outer outer;
    void *holes[100], *blocks[1000];
    make(&outer, 0, 10000, 20000);
    for (int i = 0; i < 100; i++)
        assert_non_null(holes[i] = heap_caps_malloc(300, IDF_INTERNAL));
    for (int i = 0; i < 100; i += 2)
        heap_caps_free(holes[i]);
    size_t largest = ou_outer_largest(&outer, OU_MEM_DMA);
    assert_true(largest > 20000 && heap_caps_get_largest_free_block(IDF_INTERNAL) >= largest + 20000);
    void *p = ou_outer_alloc(&outer, largest, OU_MEM_DMA);
    assert_true(p && heap_caps_get_largest_free_block(IDF_INTERNAL) >= 20000);
    assert_null(ou_outer_alloc(&outer, 3000, OU_MEM_DMA));
    ou_outer_free(&outer, p);
    for (size_t size = 1200; size < 9000; size = size * 3 / 2) {
        unsigned n = fill(&outer, OU_MEM_DMA, size, blocks);
        assert_true(n > 0);
        void *tls = heap_caps_malloc(20000, IDF_INTERNAL);
        assert_non_null(tls);
        heap_caps_free(tls);
        while (n)
            ou_outer_free(&outer, blocks[--n]);
        assert_int_equal(ou_outer_audit(&outer), 0);
        assert_int_equal(ou_outer_used(&outer), 0);
    }
}

static void the_budget_is_kept(void **state)
{
    (void)state;
    struct ou_outer outer;
    void *blocks[1000];
    make(&outer, 20000, 0, 0);
    assert_int_equal(ou_outer_total(&outer, OU_MEM_DMA), 20000);
    unsigned n = fill(&outer, OU_MEM_DMA, 300, blocks);
    assert_true(n > 50 && ou_outer_used(&outer) <= 20000);
    assert_true(heap_caps_get_free_size(IDF_INTERNAL) > 70000);
    /* All memory is spoken for: no pool. */
    struct ou_caps_pool none;
    struct ou_caps_config config = internal;
    config.reserve = INTERNAL;
    assert_true(ou_outer_add_caps(&outer, &none, &config) < 0);
    config.reserve = 0;
    config.block = INTERNAL;
    assert_true(ou_outer_add_caps(&outer, &none, &config) < 0);
    idf_heap_init(memory[0], INTERNAL, NULL, 0);
    assert_true(ou_outer_add_caps(&outer, &none, &spiram) < 0);
}

static void what_the_system_takes_is_not_called_free(void **state)
{
    (void)state;
    struct ou_outer outer;
    make(&outer, 0, 10000, 0);
    size_t before = ou_outer_free_total(&outer, OU_MEM_DMA);
    void *wifi = heap_caps_malloc(50000, IDF_INTERNAL);
    size_t after = ou_outer_free_total(&outer, OU_MEM_DMA);
    assert_true(before - after >= 50000 && before - after < 50000 + 8 * sizeof(void *));
    assert_null(ou_outer_alloc(&outer, after + 1, OU_MEM_DMA));
    void *p = ou_outer_alloc(&outer, ou_outer_largest(&outer, OU_MEM_DMA), OU_MEM_DMA);
    assert_non_null(p);
    heap_caps_free(wifi);
    ou_outer_free(&outer, p);
    assert_int_equal(ou_outer_free_total(&outer, OU_MEM_DMA), before);
}

static void a_fragmented_heap_is_told_as_it_is(void **state)
{
    (void)state;
    struct ou_outer outer;
    void *blocks[1000];
    make(&outer, 0, 0, 0);
    unsigned n = 0;
    while (n < 1000 && (blocks[n] = heap_caps_malloc(700, IDF_INTERNAL)))
        n++;
    for (unsigned i = 0; i < n; i += 2)
        heap_caps_free(blocks[i]);
    size_t free = ou_outer_free_total(&outer, OU_MEM_DMA), largest = ou_outer_largest(&outer, OU_MEM_DMA);
    assert_true(free > 40000 && largest > 600 && largest < 1500);
    assert_null(ou_outer_alloc(&outer, largest + UNIT + 1, OU_MEM_DMA));
    void *p = ou_outer_alloc(&outer, largest, OU_MEM_DMA);
    assert_non_null(p);
    /* Fragmented memory is full for a large block, which goes to the other pool. */
    char *q = ou_outer_alloc(&outer, 5000, OU_MEM_ANY);
    assert_true(q > memory[1] && q < memory[1] + SPIRAM);
    assert_int_equal(ou_outer_audit(&outer), 0);
}

static void t2_8_the_system_refuses_what_it_reports_as_free(void **state)
{
    (void)state;
    struct ou_outer outer;
    make(&outer, 0, 0, 0);
    char *p = ou_outer_alloc(&outer, 1000, OU_MEM_DMA);
    memset(p, 5, 1000);
    size_t used = ou_outer_used(&outer), free = ou_outer_free_total(&outer, OU_MEM_ANY);
    idf_heap_fail(1);
    assert_true(ou_outer_largest(&outer, OU_MEM_DMA) > 1000);
    assert_null(ou_outer_alloc(&outer, 100, OU_MEM_ANY));
    assert_null(ou_outer_realloc(&outer, p, 5000, true));
    assert_int_equal(ou_outer_used(&outer), used);
    assert_int_equal(ou_outer_free_total(&outer, OU_MEM_ANY), free);
    assert_int_equal(ou_outer_audit(&outer), 0);
    idf_heap_fail(2); /* the first pool's attempt is the second's turn, and so on */
    for (int i = 0; i < 50; i++) {
        char *q = ou_outer_alloc(&outer, 100, OU_MEM_ANY);
        assert_non_null(q);
        ou_outer_free(&outer, q);
    }
    idf_heap_fail(0);
    assert_true(p[0] == 5 && p[999] == 5);
    p = ou_outer_realloc(&outer, p, 5000, true);
    assert_true(p && p[0] == 5 && p[999] == 5);
    ou_outer_free(&outer, p);
    assert_int_equal(ou_outer_used(&outer), 0);
}

static void what_shrinks_is_given_back_to_the_system(void **state)
{
    (void)state;
    struct ou_outer outer;
    make(&outer, 0, 0, 0);
    void *p = ou_outer_alloc(&outer, 20000, OU_MEM_DMA);
    size_t free = heap_caps_get_free_size(IDF_INTERNAL), used = ou_outer_used(&outer);
    assert_ptr_equal(ou_outer_realloc(&outer, p, 5000, false), p);
    assert_true(heap_caps_get_free_size(IDF_INTERNAL) >= free + 14900);
    assert_true(ou_outer_used(&outer) <= used - 14900);
}

/* Then it is left to its size, and can be made larger again up to that. */
static void a_system_that_would_move_a_block_does_not_get_it(void **state)
{
    (void)state;
    struct ou_outer outer;
    struct ou_caps_pool pool;
    ou_outer_init(&outer);
    idf_heap_init(memory[0], INTERNAL, NULL, 0);
    idf_heap_moves(true);
    assert_int_equal(ou_outer_add_caps(&outer, &pool, &internal), 0);
    assert_false(pool.shrinks);
    char *p = ou_outer_alloc(&outer, 20000, OU_MEM_ANY);
    memset(p, 9, 20000);
    size_t used = ou_outer_used(&outer);
    assert_ptr_equal(ou_outer_realloc(&outer, p, 100, false), p);
    assert_int_equal(ou_outer_used(&outer), used);
    assert_ptr_equal(ou_outer_realloc(&outer, p, 20000, false), p);
    assert_true(p[0] == 9 && p[19999] == 9);
    assert_int_equal(ou_outer_audit(&outer), 0);
    ou_outer_free(&outer, p);
    assert_int_equal(ou_outer_used(&outer), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_stops_before_the_reserve),
        cmocka_unit_test(a_block_is_left_in_one_piece),
        cmocka_unit_test(the_budget_is_kept),
        cmocka_unit_test(what_the_system_takes_is_not_called_free),
        cmocka_unit_test(a_fragmented_heap_is_told_as_it_is),
        cmocka_unit_test(t2_8_the_system_refuses_what_it_reports_as_free),
        cmocka_unit_test(what_shrinks_is_given_back_to_the_system),
        cmocka_unit_test(a_system_that_would_move_a_block_does_not_get_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + outer_contract(&caps);
}
