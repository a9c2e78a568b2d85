/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Interned strings (memory-spec M7): identity, memory per name, reuse of ids, chunks that cannot grow,
 * MemoryError at every allocation point; and the text API next to it.
 */
#include "unit.h"

#include "object/str.h"
#include <ouro/embed.h>

#define MEMORY (1u << 20)

static char memory[MEMORY];
static struct ou_outer outer;
static struct ou_vm *vm;
static const void *stack_base; /* outermost: in main */

static void start(size_t size)
{
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory, size, OU_MEM_ANY), 0);
    struct ou_vm_config config = {.heap_size = 8192, .c_stack_base = stack_base};
    vm = ou_vm_new(&outer, &config);
    assert_non_null(vm);
}

static void stop(void)
{
    ou_vm_delete(vm);
    assert_int_equal(ou_outer_audit(&outer), 0);
}

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
    start(MEMORY);
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
        assert_int_equal(ou_hash_bytes(ou_rom_names[i].text, ou_rom_names[i].len), ou_rom_names[i].hash);
        assert_true(ou_intern(vm, ou_rom_names[i].text, ou_rom_names[i].len) == OU_INTERNED(i));
    }
    stop();
}

static void test_same_text_same_id(void **state)
{
    (void)state;
    start(MEMORY);
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

static void test_a_name_costs_little_memory(void **state)
{
    (void)state;
    start(MEMORY);
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
    start(MEMORY);
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
    start(MEMORY);
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
    start(MEMORY);
    char text[OU_INTERN_MAX + 1];
    memset(text, 'x', sizeof text);
    assert_true(ou_intern(vm, text, OU_INTERN_MAX) != OU_EXC);
    assert_true(ou_intern(vm, text, OU_INTERN_MAX + 1) == OU_EXC);
    assert_true(ou_exc_matches(vm, &ou_exc_ValueError));
    ou_exc_take(vm);
    stop();
}

static void test_memory_error_at_every_point_changes_nothing(void **state)
{
    (void)state;
    bool any = false;
    for (size_t size = 24 << 10; size <= 64 << 10; size += 4 << 10) {
        start(size);
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
    start(MEMORY);
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

int main(void)
{
    stack_base = __builtin_frame_address(0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_in_rom_need_no_memory),
        cmocka_unit_test(test_same_text_same_id),
        cmocka_unit_test(test_a_name_costs_little_memory),
        cmocka_unit_test(test_ids_are_reused_after_death),
        cmocka_unit_test(test_survivors_keep_their_text_when_chunks_are_squeezed),
        cmocka_unit_test(test_a_name_over_the_limit_is_an_error),
        cmocka_unit_test(test_memory_error_at_every_point_changes_nothing),
        cmocka_unit_test(test_builders_make_the_shortest_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
