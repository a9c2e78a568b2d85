/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Maps from addresses to words, against a model: entries come, go, die and move.  Death and moving are
 * simulated: the heap's two questions are answered here.
 */
#include "unit.h"

#include "object/core/vm.h"
#include <ouro/embed.h>

static bool test_is_marked(struct ou_heap *heap, ou_val v);
static ou_val test_forward(struct ou_heap *heap, ou_val v);

#define ou_gc_is_marked test_is_marked
#define ou_gc_forward test_forward
#include "object/core/address_map.c" /* instead of the library's */
#undef ou_gc_is_marked
#undef ou_gc_forward

#define MEMORY (1u << 20)
#define OBJECTS 2000u

static char memory[MEMORY];
static struct ou_outer outer;
static struct ou_vm *vm;
static uint64_t seed;
static struct ou_address_map map;

/* The model: object i is at place[i]; word[i] is 0 if it has no entry. */
static ou_val place[OBJECTS], target[OBJECTS], word[OBJECTS];
static bool dead[OBJECTS];
static unsigned deaths;

static unsigned chance(unsigned n) { return unit_random(&seed) % n; }

#define BASE ((ou_val)0x20000000)
static uint16_t at_place[8 * OBJECTS];

static unsigned object_of(ou_val v) { return at_place[(v - BASE) / OU_GRANULE]; }

static bool test_is_marked(struct ou_heap *heap, ou_val v)
{
    (void)heap;
    return !dead[object_of(v)];
}

static ou_val test_forward(struct ou_heap *heap, ou_val v)
{
    (void)heap;
    return target[object_of(v)];
}

static void on_dead(struct ou_vm *with, ou_val key, ou_val value)
{
    assert_true(with == vm);
    assert_true(dead[object_of(key)] && word[object_of(key)] == value);
    deaths++;
}

static void start(size_t size)
{
    ou_outer_init(&outer);
    assert_int_equal(ou_outer_add_pool(&outer, memory, size, OU_MEM_ANY), 0);
    struct ou_vm_config config = {.heap_size = 8192, .c_stack_base = __builtin_frame_address(0)};
    vm = ou_vm_new(&outer, &config);
    assert_non_null(vm);
    seed = 1;
    memset(word, 0, sizeof word);
    memset(dead, 0, sizeof dead);
    for (unsigned i = 0; i < OBJECTS; i++) {
        place[i] = BASE + (ou_val)(8 * i + chance(8)) * OU_GRANULE;
        at_place[(place[i] - BASE) / OU_GRANULE] = (uint16_t)i;
    }
}

static void stop(void)
{
    ou_address_map_release(vm, &map);
    assert_null(map.entries);
    ou_vm_delete(vm);
    assert_int_equal(ou_outer_audit(&outer), 0);
}

static void check(void)
{
    uint32_t count = 0;
    assert_int_equal(ou_address_map_verify(&map), 0);
    for (unsigned i = 0; i < OBJECTS; i++) {
        ou_val *found = ou_address_map_get(&map, place[i]);
        assert_true(word[i] ? found && *found == word[i] : !found);
        count += word[i] != 0;
    }
    assert_int_equal(map.count, count);
}

static void put(unsigned i, ou_val value)
{
    ou_val *at = ou_address_map_add(vm, &map, place[i]);
    assert_non_null(at);
    assert_true(*at == word[i]);
    *at = word[i] = value;
}

/* All objects slide down to new places, many of them to where others have been. */
static void move_all(void)
{
    ou_val next = BASE;
    for (unsigned i = 0; i < OBJECTS; i++) {
        next += (1 + chance(3)) * OU_GRANULE;
        next = target[i] = OU_MIN(next, place[i]);
    }
    ou_address_map_update(vm, &map);
    memcpy(place, target, sizeof place);
    for (unsigned i = 0; i < OBJECTS; i++)
        at_place[(place[i] - BASE) / OU_GRANULE] = (uint16_t)i;
}

static void spread(void) /* and up again */
{
    for (unsigned i = 0; i < OBJECTS; i++)
        target[i] = BASE + (ou_val)(8 * i + chance(8)) * OU_GRANULE;
    ou_address_map_update(vm, &map);
    memcpy(place, target, sizeof place);
    for (unsigned i = 0; i < OBJECTS; i++)
        at_place[(place[i] - BASE) / OU_GRANULE] = (uint16_t)i;
}

static void entries_survive_death_and_moving(void **state)
{
    (void)state;
    start(MEMORY);
    for (unsigned step = 1; step <= 600; step++) {
        unsigned n = chance(step % 100 < 50 ? 100 : 20);
        for (unsigned k = 0; k < n; k++)
            put(chance(OBJECTS), (ou_val)step * 16 + 4);
        for (unsigned k = chance(20); k > 0; k--) {
            unsigned i = chance(OBJECTS);
            ou_address_map_remove(&map, place[i]);
            word[i] = 0;
        }
        if (step % 3 == 0)
            (step % 2 ? move_all : spread)();
        if (step % 5 == 0) {
            unsigned expected = 0, one_in = 1 + chance(6);
            deaths = 0;
            for (unsigned i = 0; i < OBJECTS; i++) {
                dead[i] = chance(one_in) == 0;
                expected += dead[i] && word[i];
            }
            assert_int_equal(ou_address_map_clear_dead(vm, &map, on_dead), expected);
            assert_int_equal(deaths, expected);
            for (unsigned i = 0; i < OBJECTS; i++)
                if (dead[i])
                    dead[i] = false, word[i] = 0;
        }
        if (step % 7 == 0) {
            ou_address_map_trim(vm, &map);
            assert_true(map.capacity <= (map.count ? TOO_MUCH * map.count + 32 : 0));
        }
        check();
    }
    stop();
}

static void no_memory_is_taken_before_the_first_entry_and_none_is_kept_after_the_last(void **state)
{
    (void)state;
    start(MEMORY);
    size_t used = ou_outer_used(&outer);
    assert_null(ou_address_map_get(&map, place[0]));
    ou_address_map_remove(&map, place[0]);
    ou_address_map_trim(vm, &map);
    ou_address_map_update(vm, &map);
    assert_int_equal(ou_address_map_clear_dead(vm, &map, NULL), 0);
    assert_int_equal(ou_outer_used(&outer), used);
    for (unsigned i = 0; i < 1000; i++)
        put(i, 4);
    printf("1000 entries: %zu bytes\n", ou_outer_used(&outer) - used);
    assert_true(ou_outer_used(&outer) - used <= 2300 * sizeof(struct ou_address_entry) + 64);
    for (unsigned i = 0; i < 1000; i++) {
        ou_address_map_remove(&map, place[i]);
        word[i] = 0;
    }
    check();
    ou_address_map_trim(vm, &map);
    assert_int_equal(ou_outer_used(&outer), used);
    stop();
}

static void without_memory_nothing_is_changed(void **state)
{
    (void)state;
    start(65536);
    for (unsigned i = 0; i < 6; i++)
        put(i, 4);
    void *all[64];
    unsigned n = 0;
    ou_gc_shrink(&vm->heap); /* so that it has nothing to give when memory ends */
    for (size_t size; n < 64 && (size = ou_outer_largest(&outer, OU_MEM_VM)) > 0; n++)
        if (!(all[n] = ou_outer_alloc(&outer, size, OU_MEM_VM)))
            break;
    uint32_t capacity = map.capacity;
    unsigned failed = 0;
    for (unsigned i = 6; i < 200 && !failed; i++) {
        ou_val *at = ou_address_map_add(vm, &map, place[i]);
        if (at)
            *at = word[i] = 4;
        else
            failed = i;
    }
    assert_true(failed);
    assert_true(ou_exc_matches(vm, &ou_exc_MemoryError));
    ou_exc_take(vm);
    assert_true(map.capacity >= capacity);
    check();
    while (n > 0)
        ou_outer_free(&outer, all[--n]);
    put(failed, 4);
    check();
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_survive_death_and_moving),
        cmocka_unit_test(no_memory_is_taken_before_the_first_entry_and_none_is_kept_after_the_last),
        cmocka_unit_test(without_memory_nothing_is_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
