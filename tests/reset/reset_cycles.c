/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Soft reset and state, through the embedding interface (memory tests T4.1, T4.3 and M8): a VM leaves
 * nothing behind, however often it starts and whatever it did; several VMs do not notice each other, on
 * one thread or on many.
 */
#include <ouro/embed.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "object/core/vm.h"
#include "unit.h"

#define MEMORY (256u * 1024)
#define CYCLES 10000
#define RUN_EVERY 50
#define THREADS 4

static _Alignas(16) char memory[THREADS][MEMORY];

static const char program[] = "class Node:\n"
                              "    def __init__(self, value, link):\n"
                              "        self.value = value\n"
                              "        self.link = link\n"
                              "def build(n):\n"
                              "    head = None\n"
                              "    for i in range(n):\n"
                              "        head = Node('%d' % i, head)\n"
                              "    return head\n"
                              "total = 0\n"
                              "node = build(200)\n"
                              "node.link.link = node\n"
                              "names = {'key%d' % i: [i] * 3 for i in range(100)}\n"
                              "try:\n"
                              "    names['none']\n"
                              "except KeyError as error:\n"
                              "    total = len(names) + len(error.args)\n"
                              "assert total == 101, total\n"
                              "assert node.value == '199'\n";

static struct ou_vm *start(struct ou_outer *outer)
{
    struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    return vm;
}

static int run(struct ou_vm *vm, const char *text)
{
    return ou_vm_run_text(vm, text, strlen(text), "test.py");
}

/* T4.3: 10,000 start/stop cycles, some of which run a program. */
static void cycles_leave_the_outer_heap_as_it_was(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory[0], MEMORY);
    size_t used = ou_memory_used(outer);
    size_t largest = ou_outer_largest(outer, OU_MEM_ANY);
    for (int i = 0; i < CYCLES; i++) {
        struct ou_vm *vm = start(outer);
        if (i % RUN_EVERY == 0)
            assert_int_equal(run(vm, program), 0);
        ou_vm_delete(vm);
        assert_int_equal(ou_memory_used(outer), used);
        assert_int_equal(ou_outer_largest(outer, OU_MEM_ANY), largest);
    }
    assert_int_equal(ou_outer_audit(outer), 0);
}

/* T4.1: what was written is in the file though nobody closed it, 100 times. */
static void reset_closes_files(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory[0], MEMORY);
    size_t used = ou_memory_used(outer);
    for (int i = 0; i < 100; i++) {
        char text[160], want[32], got[32] = "";
        snprintf(text, sizeof text, "f = open('reset_test.txt', 'w')\nf.write('round %d')\n", i);
        snprintf(want, sizeof want, "round %d", i);
        struct ou_vm *vm = start(outer);
        assert_int_equal(run(vm, text), 0);
        ou_vm_delete(vm);
        FILE *file = fopen("reset_test.txt", "r");
        assert_non_null(file);
        size_t n = fread(got, 1, sizeof got - 1, file);
        fclose(file);
        assert_int_equal(n, strlen(want));
        assert_memory_equal(got, want, n);
        assert_int_equal(ou_memory_used(outer), used);
    }
    remove("reset_test.txt");
}

/* An error, an exit and a full memory end a run; the VM behind it goes on, and leaves nothing. */
static void runs_that_fail_leave_nothing(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory[0], MEMORY);
    size_t used = ou_memory_used(outer);
    struct ou_vm *vm = start(outer);
    assert_int_equal(run(vm, "import sys\nsys.exit(7)\n"), 7);
    assert_int_equal(run(vm, "try:\n    x = []\n    while True:\n        x.append(bytearray(1000))\n"
                             "except MemoryError:\n    x = None\n"),
                     0);
    assert_int_equal(
        run(vm, "def f():\n    return f() + 1\ntry:\n    f()\nexcept RecursionError:\n    pass\n"), 0);
    assert_int_equal(run(vm, program), 0);
    ou_vm_delete(vm);
    assert_int_equal(ou_memory_used(outer), used);
    assert_int_equal(ou_outer_audit(outer), 0);
}

/* M8: two VMs in turns on one thread, each with its own idea of a name. */
static void two_vms_do_not_notice_each_other(void **state)
{
    (void)state;
    struct ou_outer *outers[2];
    struct ou_vm *vms[2];
    size_t used[2];
    for (int i = 0; i < 2; i++) {
        outers[i] = ou_memory_init(memory[i], MEMORY);
        used[i] = ou_memory_used(outers[i]);
        vms[i] = start(outers[i]);
    }
    static const char *const first[2] = {
        "import sys\nsys.path.append('one')\nassert sys.path.count('two') == 0\n",
        "import sys\nsys.path.append('two')\nassert sys.path.count('one') == 0\n"};
    for (int round = 0; round < 20; round++)
        for (int i = 0; i < 2; i++) {
            assert_int_equal(run(vms[i], first[i]), 0);
            assert_int_equal(run(vms[i], program), 0);
        }
    ou_vm_delete(vms[0]);
    assert_int_equal(run(vms[1], program), 0);
    ou_vm_delete(vms[1]);
    for (int i = 0; i < 2; i++)
        assert_int_equal(ou_memory_used(outers[i]), used[i]);
}

static void *thread_main(void *own_memory)
{
    struct ou_outer *outer = ou_memory_init(own_memory, MEMORY);
    size_t used = ou_memory_used(outer);
    for (int i = 0; i < 20; i++) {
        struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
        struct ou_vm *vm = ou_vm_new(outer, &config);
        if (!vm || run(vm, program) != 0)
            return "a run failed";
        ou_vm_delete(vm);
        if (ou_memory_used(outer) != used)
            return "memory was left in use";
    }
    return NULL;
}

/* M8: as many VMs in as many threads. */
static void vms_in_threads_do_not_notice_each_other(void **state)
{
    (void)state;
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, thread_main, memory[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        void *problem;
        pthread_join(threads[i], &problem);
        assert_null(problem);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cycles_leave_the_outer_heap_as_it_was),
        cmocka_unit_test(reset_closes_files),
        cmocka_unit_test(runs_that_fail_leave_nothing),
        cmocka_unit_test(two_vms_do_not_notice_each_other),
        cmocka_unit_test(vms_in_threads_do_not_notice_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
