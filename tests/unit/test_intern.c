/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Interned strings (M7 of docs/tests.md): identity, memory per name, reuse of ids, chunks that cannot grow,
 * MemoryError at every allocation point; and the text API next to it.
 */
#include "whole_vm.h"

#include "object/core/string.h"

#define MEMORY ((size_t)1 << 20)

static size_t name_of(char *out, unsigned i) { return (size_t)sprintf(out, "name%06u", i); }

/* The ids of names must live somewhere that the collector sees. */
static ou_val keep_list(size_t n)
{
    ou_val list = ou_list_new(vm, n, NULL);
    assert_true(list != OU_EXC);
    vm->roots.user[0] = list;
    return list;
}

static void test_names_in_rom_need_no_memory(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    struct ou_intern_stats before, after;
    ou_intern_stats(vm, &before);
    assert_true(ou_intern(vm, "append", 6) == OU_S(append));
    assert_true(ou_intern(vm, "", 0) == OU_S());
    for (int c = 0; c < 128; c++) {
        char text = (char)c;
        assert_true(ou_intern(vm, &text, 1) == OU_INTERNED(c));
    }
    ou_intern_stats(vm, &after);
    assert_int_equal(before.strings, after.strings);
    for (unsigned i = 0; i < OU_NAMES_COUNT; i++) {
        size_t n;
        const uint8_t *text = ou_rom_text(i, &n);
        assert_int_equal(ou_hash_bytes(text, n), ou_rom_hash(i));
        assert_true(ou_intern(vm, (const char *)text, n) == OU_INTERNED(i));
    }
    stop();
}

static void test_same_text_same_id(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    char text[32];
    ou_val list = keep_list(3000);
    for (unsigned i = 0; i < 3000; i++)
        ou_list_set(vm, list, i, ou_intern(vm, text, name_of(text, i)));
    for (int round = 0; round < 3; round++) {
        for (unsigned i = 0; i < 3000; i++) {
            size_t n = name_of(text, i), m;
            ou_val v = ou_list_get(list, i);
            assert_true(ou_intern(vm, text, n) == v);
            const char *found = ou_str_text(vm, v, &m);
            assert_int_equal(m, n);
            assert_memory_equal(found, text, n);
            assert_int_equal(ou_intern_hash(vm, v), ou_hash_bytes(text, n));
        }
        ou_gc_collect(&vm->heap);
    }
    stop();
}

/* T7.1 */
static void test_a_name_costs_little_memory(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    char text[32];
    ou_val list = keep_list(1000);
    struct ou_intern_stats stats, before;
    ou_intern_stats(vm, &before);
    size_t one_block_each = 1000 * ou_align_up(sizeof(struct ou_str) + 10, OU_GRANULE);
    for (unsigned i = 0; i < 1000; i++)
        ou_list_set(vm, list, i, ou_intern(vm, text, name_of(text, i)));
    ou_intern_stats(vm, &stats);
    size_t texts = 0;
    const ou_val *chunks = ou_ptr(vm->roots.intern_chunks);
    for (unsigned i = 0; i < stats.chunks; i++)
        texts += ou_gc_size(&vm->heap, ou_ptr(chunks[i]));
    printf("1000 names of 10: %zu in chunks, %zu with all tables; %zu as blocks\n", texts,
           stats.total_bytes - before.total_bytes, one_block_each);
    assert_true(texts * 2 <= one_block_each + 1024);
    if (sizeof(ou_val) == 4)
        assert_true(stats.total_bytes - before.total_bytes <= 1000 * 20);
    stop();
}

static void test_ids_are_reused_after_death(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    char text[32];
    struct ou_intern_stats stats;
    ou_intern_stats(vm, &stats);
    unsigned base = stats.strings;
    size_t used = 0;
    for (unsigned i = 0; i < 100000; i++) {
        assert_true(ou_intern(vm, text, name_of(text, i)) != OU_EXC);
        if (i == 20000)
            used = ou_outer_used(&outer);
    }
    assert_true(ou_outer_used(&outer) <= used + 4096); /* bounded (T7.3) */
    ou_gc_collect(&vm->heap);
    ou_gc_collect(&vm->heap);
    ou_intern_stats(vm, &stats);
    assert_true(stats.strings <= base + 16); /* what the C stack still shows by chance */
    stop();
}

static void test_survivors_keep_their_text_when_chunks_are_squeezed(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    char text[32];
    ou_val list = keep_list(500);
    unsigned next = 0;
    uint64_t random = 7;
    unsigned kept[500];
    for (unsigned i = 0; i < 500; i++) {
        kept[i] = next++;
        ou_list_set(vm, list, i, ou_intern(vm, text, name_of(text, kept[i])));
    }
    for (unsigned round = 0; round < 40; round++) {
        for (unsigned k = 0; k < 400; k++) {
            unsigned i = unit_random(&random) % 500;
            kept[i] = next++;
            ou_list_set(vm, list, i, ou_intern(vm, text, name_of(text, kept[i])));
            ou_bytes_new(vm, NULL, 1 + unit_random(&random) % 200) == OU_EXC ? abort() : (void)0;
        }
        ou_gc_collect(&vm->heap);
        for (unsigned i = 0; i < 500; i++) {
            size_t n = name_of(text, kept[i]), m;
            const char *found = ou_str_text(vm, ou_list_get(list, i), &m);
            assert_int_equal(m, n);
            assert_memory_equal(found, text, n);
            assert_true(ou_intern(vm, text, n) == ou_list_get(list, i));
        }
        assert_int_equal(ou_gc_verify(&vm->heap), 0);
    }
    struct ou_intern_stats stats;
    ou_intern_stats(vm, &stats);
    assert_true(stats.total_bytes < 500 * 64); /* holes do not pile up */
    stop();
}

static void test_a_name_over_the_limit_is_an_error(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    char text[OU_INTERN_MAX + 1];
    memset(text, 'x', sizeof text);
    assert_true(ou_intern(vm, text, OU_INTERN_MAX) != OU_EXC);
    assert_true(ou_intern(vm, text, OU_INTERN_MAX + 1) == OU_EXC);
    assert_true(ou_exc_matches(vm, &ou_exc_ValueError));
    ou_exc_take(vm);
    stop();
}

/* T7.2 */
static void test_memory_error_at_every_point_changes_nothing(void **state)
{
    (void)state;
    bool any = false;
    for (size_t size = 24 << 10; size <= 64 << 10; size += 4 << 10) {
        start(size, 8192);
        char text[32];
        ou_val list = ou_list_new(vm, 4000, NULL);
        if (list == OU_EXC) {
            ou_exc_take(vm);
            stop();
            continue;
        }
        vm->roots.user[0] = list;
        unsigned i = 0;
        for (; i < 4000; i++) {
            ou_val v = ou_intern(vm, text, name_of(text, i));
            if (v == OU_EXC)
                break;
            ou_list_set(vm, list, i, v);
        }
        if (i < 4000) {
            any = true;
            assert_true(ou_exc_matches(vm, &ou_exc_MemoryError));
            ou_exc_take(vm);
        }
        for (unsigned k = 0; k < i; k++) {
            size_t n = name_of(text, k);
            assert_true(ou_intern(vm, text, n) == ou_list_get(list, k));
        }
        for (unsigned k = 0; k < i; k++) /* let all of them go: a retry succeeds */
            ou_list_set(vm, list, k, OU_NONE);
        ou_gc_collect(&vm->heap);
        assert_true(ou_intern(vm, text, name_of(text, 5000)) != OU_EXC);
        stop();
    }
    assert_true(any);
}

static void test_builders_make_the_shortest_form(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    struct ou_builder b;
    ou_builder_init(vm, &b);
    assert_true(ou_builder_str(&b) == OU_S());
    ou_builder_init(vm, &b);
    ou_builder_add_byte(&b, 'x');
    assert_true(ou_builder_str(&b) == OU_S(x));
    ou_builder_init(vm, &b);
    for (int i = 0; i < 10000; i++)
        ou_builder_add_char(&b, 0x20ac);
    ou_val v = ou_builder_str(&b);
    assert_int_equal(ou_str_length(vm, v), 10000);
    assert_false(ou_str_is_ascii(vm, v));
    assert_int_equal(ou_gc_verify(&vm->heap), 0);
    stop();
}

/* Not inlined, so that neither texts nor chunks are left in the frame of who calls it. */
static __attribute__((noinline)) void check_names(unsigned n, unsigned step)
{
    char text[32];
    for (unsigned i = 0; i < n; i += step) {
        size_t size = name_of(text, i), m;
        ou_val v = ou_list_get(vm->roots.user[0], i);
        const char *found = ou_str_text(vm, v, &m);
        assert_int_equal(m, size);
        assert_memory_equal(found, text, size);
        assert_true(ou_intern(vm, text, size) == v);
    }
    assert_int_equal(ou_intern_verify(vm), 0);
}

static __attribute__((noinline)) void make_names(unsigned n)
{
    char text[32];
    for (unsigned i = 0; i < n; i++) {
        ou_list_set(vm, vm->roots.user[0], i, ou_intern(vm, text, name_of(text, i)));
        if (i % 5 == 0) /* so that chunks lie apart */
            assert_true(ou_bytes_new(vm, NULL, 100) != OU_EXC);
    }
}

static __attribute__((noinline)) void drop_names(unsigned n, unsigned step)
{
    for (unsigned i = 0; i < n; i++)
        if (i % step)
            ou_list_set(vm, vm->roots.user[0], i, OU_NONE);
}

static __attribute__((noinline)) void wipe_stack(void)
{
    volatile char dead[4096];
    for (size_t i = 0; i < sizeof dead; i++)
        dead[i] = 0;
}

static void test_compaction_closes_the_holes_and_moves_the_chunks(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    keep_list(2000);
    make_names(2000);
    struct ou_intern_stats before, after;
    ou_intern_stats(vm, &before);
    for (unsigned step = 2; step <= 54; step *= 3) {
        drop_names(2000, step);
        wipe_stack();
        ou_gc_compact(&vm->heap);
        check_names(2000, step);
        assert_int_equal(ou_gc_verify(&vm->heap), 0);
        make_names(step == 54 ? 0 : 2000);
        check_names(2000, step == 54 ? 54 : 1);
    }
    size_t chunks = 0;
    ou_intern_stats(vm, &after);
    const ou_val *list = ou_ptr(vm->roots.intern_chunks);
    for (unsigned i = 0; i < after.chunks; i++)
        chunks += ou_gc_size(&vm->heap, ou_ptr(list[i]));
    assert_true(vm->intern.dead_bytes <= 512); /* of a chunk that the C stack shows by chance */
    /* a chunk takes up whole granules, and at least two */
    assert_true(chunks <= after.text_bytes + 1024 + after.chunks * 3 * OU_GRANULE);
    assert_true(after.text_bytes < before.text_bytes / 20);
    stop();
}

static void test_a_text_that_c_code_reads_stays_in_place(void **state)
{
    (void)state;
    start(MEMORY, 8192);
    keep_list(1000);
    make_names(1000);
    size_t n;
    for (unsigned round = 0; round < 4; round++) {
        const char *volatile held = ou_str_text(vm, ou_list_get(vm->roots.user[0], 400), &n);
        drop_names(1000, 400 >> round);
        ou_gc_compact(&vm->heap);
        assert_true(ou_str_text(vm, ou_list_get(vm->roots.user[0], 400), &n) == held);
        check_names(1000, 400);
        make_names(1000); /* may copy the texts, but those that are read stay */
        assert_memory_equal(held, "name000400", 10);
    }
    stop();
}

int main(void)
{
    stack_base = __builtin_frame_address(0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_in_rom_need_no_memory),
        cmocka_unit_test(test_same_text_same_id),
        cmocka_unit_test(test_a_name_costs_little_memory),
        cmocka_unit_test(test_ids_are_reused_after_death),
        cmocka_unit_test(test_survivors_keep_their_text_when_chunks_are_squeezed),
        cmocka_unit_test(test_compaction_closes_the_holes_and_moves_the_chunks),
        cmocka_unit_test(test_a_text_that_c_code_reads_stays_in_place),
        cmocka_unit_test(test_a_name_over_the_limit_is_an_error),
        cmocka_unit_test(test_memory_error_at_every_point_changes_nothing),
        cmocka_unit_test(test_builders_make_the_shortest_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
