/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Precompiled files: that they run, and that damaged ones end with an exception and leave the heap in order.
 */
#include <ouro/checksum.h>
#include "unit.h"

#include "object/code/precompiled_format.h"
#include "vm/precompiled.h"
#include <ouro/embed.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define MEMORY (384 * 1024)
#define RANDOM_MUTATIONS 20000

static const char *const programs[] = {
    "def f(a, b=1, *args, k=3, **kw):\n"
    "    'doc'\n"
    "    try:\n"
    "        return [a * x for x in args] + [b, k]\n"
    "    finally:\n"
    "        del a\n"
    "r = f(1, 2, 3, z=4)\n"
    "assert r == [3, 2, 3]\n",
    "class A:\n"
    "    x = (1.5, 'some text', b'bytes', 10**30, None)\n"
    "    def __init__(self, v):\n"
    "        super().__init__()\n"
    "        self.v = v\n"
    "    def __call__(self, **kw):\n"
    "        return lambda: (self.v, kw)\n"
    "assert A(3)(q=1, **{'z': 2})() == (3, {'q': 1, 'z': 2})\n",
    "def g(n):\n"
    "    for i in range(n):\n"
    "        got = yield i\n"
    "    yield from (x for x in [7, 8])\n"
    "a, *b = g(3)\n"
    "assert f'{a!r:>3}{b}' == '  0[1, 2, 7, 8]' and 1 in {1, 2}\n",
    "import sys\n"
    "from math import *\n"
    "class C:\n"
    "    def __enter__(self): return self\n"
    "    def __exit__(self, *a): return True\n"
    "with C() as c:\n"
    "    raise ExceptionGroup('g', [ValueError(1), OSError(2)])\n"
    "try:\n"
    "    raise ExceptionGroup('g', [ValueError(1), OSError(2)])\n"
    "except* ValueError as e:\n"
    "    n = len(e.exceptions)\n"
    "except* OSError:\n"
    "    m = 2\n"
    "assert n == 1 and m == 2\n",
};
#define N_PROGRAMS (sizeof programs / sizeof *programs)

static char *memory;
static const void *stack_base;

/* -- a watchdog, as a mutation may make an endless loop -- */

static _Atomic(struct ou_vm *) running;
static _Atomic unsigned ticks;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *watch(void *unused)
{
    (void)unused;
    for (;;) {
        usleep(20000);
        pthread_mutex_lock(&lock);
        struct ou_vm *vm = running;
        if (vm && ++ticks > 10)
            ou_vm_stop(vm);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static void set_running(struct ou_vm *vm)
{
    pthread_mutex_lock(&lock);
    running = vm;
    ticks = 0;
    pthread_mutex_unlock(&lock);
}

/* -- running -- */

static struct ou_vm *new_vm(struct ou_outer **outer)
{
    *outer = ou_memory_init(memory, MEMORY);
    struct ou_vm_config config = {.c_stack_base = stack_base, .c_stack_size = 512 * 1024};
    struct ou_vm *vm = ou_vm_new(*outer, &config);
    assert_non_null(vm);
    return vm;
}

static size_t compile(const char *text, uint8_t *to, size_t most)
{
    struct ou_outer *outer;
    struct ou_vm *vm = new_vm(&outer);
    struct ou_text_source source = {text, strlen(text), 0};
    struct ou_reader reader = ou_text_reader(&source);
    ou_val v = ou_precompile(vm, &reader, ou_str_from(vm, "unit.py"));
    size_t n = 0;
    assert_true(v != OU_EXC);
    const uint8_t *data = ou_bytes_data(v, &n);
    assert_true(n <= most);
    memcpy(to, data, n);
    ou_vm_delete(vm);
    return n;
}

static void fix_checksum(uint8_t *file, size_t n)
{
    uint32_t size = (uint32_t)(n - OU_PRECOMPILED_HEADER);
    uint32_t sum = ou_crc32(0, file + OU_PRECOMPILED_HEADER, size);
    memcpy(file + 8, &size, 4);
    memcpy(file + 12, &sum, 4);
}

static bool in_place; /* code is not copied */

/* Runs a file.  1: it ran; 0: an exception; the heap has been audited and every byte been given back. */
static int run(const uint8_t *file, size_t n)
{
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    size_t before = ou_memory_used(outer);
    struct ou_vm *vm = new_vm(&outer);
    set_running(vm);
    ou_val globals = ou_main_module(vm), path = ou_str_from(vm, "unit.oc");
    assert_true(globals != OU_EXC && path != OU_EXC);
    ou_val unit = ou_unit_new(vm, ((struct ou_unit *)vm->roots.main_unit)->globals, path);
    struct ou_text_source text = {(const char *)file, n, 0};
    struct ou_precompiled_source source = ou_precompiled_text(&text);
    static _Alignas(OU_PRECOMPILED_ALIGN) uint8_t mapped[4096];
    if (in_place) {
        assert_true(n <= sizeof mapped);
        source.mapped = memcpy(mapped, file, n);
    }
    int good = ou_run_precompiled(vm, &source, unit, path) != OU_EXC;
    if (!good)
        ou_exc_take(vm);
    set_running(vm);
    ou_vm_finish(vm);
    set_running(NULL);
    assert_int_equal(ou_gc_verify(&vm->heap), 0);
    assert_int_equal(ou_outer_audit(outer), 0);
    ou_vm_delete(vm);
    assert_int_equal(ou_memory_used(outer), before);
    return good;
}

static void start(const void *base)
{
    static bool started;
    pthread_t thread;
    stack_base = base;
    memory = malloc(MEMORY);
    assert_non_null(memory);
    if (!started)
        assert_int_equal(pthread_create(&thread, NULL, watch, NULL), 0);
    started = true;
}

#define START() start(__builtin_frame_address(0))

static void test_files_run(void **state)
{
    (void)state;
    START();
    uint8_t file[4096];
    for (unsigned i = 0; i < N_PROGRAMS; i++)
        assert_int_equal(run(file, compile(programs[i], file, sizeof file)), 1);
    free(memory);
}

static void test_every_flipped_byte_without_checksum_is_refused(void **state)
{
    (void)state;
    START();
    uint8_t file[4096];
    size_t n = compile(programs[0], file, sizeof file);
    for (size_t i = 0; i < n; i++) {
        file[i] ^= 0x55;
        assert_int_equal(run(file, n), 0);
        file[i] ^= 0x55;
    }
    for (size_t i = 0; i < n; i++)
        assert_int_equal(run(file, i), 0);
    assert_int_equal(run(file, n), 1);
    free(memory);
}

/* With the checksum made right again, so that it is the verifier that is asked. */
static void test_every_changed_byte_does_no_harm(void **state)
{
    (void)state;
    static const uint8_t changes[] = {1, 0x80, 0xff, 0x10};
    START();
    uint8_t file[4096];
    unsigned refused = 0;
    for (unsigned i = 0; i < N_PROGRAMS; i++) {
        size_t n = compile(programs[i], file, sizeof file);
        for (size_t k = OU_PRECOMPILED_HEADER; k < n; k++)
            for (unsigned c = 0; c < sizeof changes; c++) {
                file[k] ^= changes[c];
                fix_checksum(file, n);
                refused += !run(file, n);
                file[k] ^= changes[c];
            }
    }
    assert_true(refused > 1000);
    free(memory);
}

static void test_random_mutations_do_no_harm(void **state)
{
    (void)state;
    START();
    static uint8_t files[N_PROGRAMS][4096], file[4096];
    size_t sizes[N_PROGRAMS];
    uint64_t seed = 1;
    for (unsigned i = 0; i < N_PROGRAMS; i++)
        sizes[i] = compile(programs[i], files[i], sizeof files[i]);
    const char *wanted = getenv("OURO_MUTATIONS");
    unsigned long count = wanted ? strtoul(wanted, NULL, 10) : RANDOM_MUTATIONS;
    for (unsigned long round = 0; round < count; round++) {
        unsigned which = unit_random(&seed) % N_PROGRAMS, changes = 1 + unit_random(&seed) % 4;
        size_t n = sizes[which];
        memcpy(file, files[which], n);
        while (changes-- > 0) {
            size_t at = OU_PRECOMPILED_HEADER + unit_random(&seed) % (n - OU_PRECOMPILED_HEADER);
            switch (unit_random(&seed) % 4) {
            case 0: file[at] = (uint8_t)unit_random(&seed); break;
            case 1: file[at] = (uint8_t)(file[at] + (unit_random(&seed) % 2 ? 1 : -1)); break;
            case 2: file[at] = (uint8_t)(unit_random(&seed) % 8); break;
            default:
                file[at] = file[OU_PRECOMPILED_HEADER + unit_random(&seed) % (n - OU_PRECOMPILED_HEADER)];
            }
        }
        fix_checksum(file, n);
        run(file, n);
    }
    free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_run),
        cmocka_unit_test(test_every_flipped_byte_without_checksum_is_refused),
        cmocka_unit_test(test_every_changed_byte_does_no_harm),
        cmocka_unit_test(test_random_mutations_do_no_harm),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    in_place = true;
    return failed + cmocka_run_group_tests(tests, NULL, NULL);
}
