/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Modules that come and go: what is taken from the outer heap, and what lives in the collected heap, is
 * the same after a hundred modules were imported and dropped, each with names, classes, functions with
 * attributes, and texts of its own.
 */
#include <ouro/bits.h>
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>

#include "object/core/vm.h"
#include "unit.h"

#define MEMORY (sizeof(void *) * 32 * 1024)

static _Alignas(16) char memory[MEMORY];
static struct ou_outer *outer;
static struct ou_vm *vm;

/* A program of some size, so that a hundredth is more than a word left on the C stack can keep. */
static const char prelude[] = "import gc, sys\n"
                              "data = [[i, 'number %d' % i] for i in range(100)]\n"
                              "def use(n):\n"
                              "    module = __import__('dropped_%d' % n)\n"
                              "    assert module.check() == n, n\n"
                              "    del sys.modules['dropped_%d' % n]\n"
                              "def drop_all():\n"
                              "    for name in list(sys.modules):\n"
                              "        if name.startswith('dropped_'):\n"
                              "            del sys.modules[name]\n";

/* %1$d is the number of the module. */
static const char source[] = "'''Module number %1$d.'''\n"
                             "table_%1$d = {'key_%1$d': %1$d, 'other_%1$d': 'text %1$d'}\n"
                             "def function_%1$d(first_%1$d, *rest_%1$d):\n"
                             "    '''What function %1$d does.'''\n"
                             "    local_%1$d = first_%1$d + %1$d\n"
                             "    return [local_%1$d, rest_%1$d, 'result %1$d']\n"
                             "function_%1$d.mark_%1$d = %1$d\n"
                             "class Base_%1$d:\n"
                             "    limit_%1$d = %1$d\n"
                             "    def __init__(self, value_%1$d):\n"
                             "        self.attribute_%1$d = value_%1$d\n"
                             "    def get_%1$d(self):\n"
                             "        return self.attribute_%1$d, function_%1$d(1)\n"
                             "class Derived_%1$d(Base_%1$d):\n"
                             "    def more_%1$d(self):\n"
                             "        self.extra_%1$d = hash(self)\n"
                             "        self.__dict__['later_%1$d'] = self\n"
                             "        return lambda: (self, id(self))\n"
                             "thing_%1$d = Derived_%1$d('value_%1$d')\n"
                             "made_%1$d = thing_%1$d.more_%1$d()\n"
                             "def check():\n"
                             "    assert thing_%1$d.get_%1$d()[1][2] == 'result %1$d'\n"
                             "    assert getattr(thing_%1$d, 'later_%1$d') is made_%1$d()[0]\n"
                             "    return function_%1$d.mark_%1$d\n";

static void run(const char *text) { assert_int_equal(ou_vm_run_text(vm, text, strlen(text), "test.py"), 0); }

/* `what` says how, with the number of each module put in. */
static void import_each(const char *what, int from, int to)
{
    for (int i = from; i < to; i++) {
        char name[40], call[40];
        snprintf(name, sizeof name, "dropped_%d.py", i);
        FILE *file = fopen(name, "w");
        assert_non_null(file);
        fprintf(file, source, i);
        fclose(file);
        snprintf(call, sizeof call, what, i);
        run(call);
        remove(name);
    }
}

static void import_and_drop(int from, int to) { import_each("use(%d)\n", from, to); }

/* What frames with red zones, full of dead words, may keep of the module dropped last. */
#ifdef __SANITIZE_ADDRESS__
#define HELD 16384
#else
#define HELD 0
#endif

struct figures {
    size_t outer, live, names, name_bytes;
};

static struct figures measure(void)
{
    struct ou_heap_stats heap;
    struct ou_intern_stats names;
    run("gc.collect()\n");
    ou_gc_stats(&vm->heap, &heap);
    ou_intern_stats(vm, &names);
    return (struct figures){ou_outer_used(outer), heap.used, names.strings, names.total_bytes};
}

static void start(void)
{
    outer = ou_memory_init(memory, MEMORY);
    struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
    vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    assert_int_equal(ou_vm_add_path(vm, ""), 0);
    run(prelude);
    import_and_drop(1000, 1020); /* until the heap has the size that importing one needs, wherever it lies */
}

/* The least of each figure.  What leaks shows after every round; what a dead word of the C stack happens to keep, after
 * some. */
static void keep_least(struct figures *least, struct figures f)
{
    least->outer = OU_MIN(least->outer, f.outer);
    least->live = OU_MIN(least->live, f.live);
    least->names = OU_MIN(least->names, f.names);
    least->name_bytes = OU_MIN(least->name_bytes, f.name_bytes);
}

#define MOST ((struct figures){SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX})

/* Within one percent, after three times a hundred modules. */
static void test_dropped_modules_leave_nothing(void **state)
{
    (void)state;
    start();
    struct figures before = measure(), after, least = MOST;
    for (int i = 0; i < 3; i++) {
        import_and_drop(100 + 100 * i, 200 + 100 * i);
        after = measure();
        printf(
            "after %d modules: %zu taken from the outer heap (at first %zu), %zu live (%zu), %zu names (%zu)\n",
            100 + 100 * i, after.outer, before.outer, after.live, before.live, after.names, before.names);
        keep_least(&least, after);
    }
    assert_true(least.outer <= before.outer + before.outer / 100 + HELD);
    assert_true(least.live <= before.live + before.live / 100 + HELD);
    assert_true(least.names <= before.names + HELD);
    ou_vm_delete(vm);
    assert_int_equal(ou_outer_audit(outer), 0);
}

/* What forty modules at once had, chunks of names among it, goes; two dicts and the cache of methods keep
 * the size that they needed. */
static void test_many_modules_at_once_leave_nothing(void **state)
{
    (void)state;
    start();
    struct figures first = measure();
    import_each("import dropped_%d\n", 500, 540);
    run("drop_all()\nfor i in range(500, 540): del globals()['dropped_%d' % i]\n");
    struct figures before = measure(), most, after, least = MOST;
    assert_true(before.live <= first.live + 900 * sizeof(void *));
    for (int i = 0; i < 3; i++) {
        import_each("import dropped_%d\n", 100, 140);
        most = measure();
        run("drop_all()\nfor i in range(100, 140): del globals()['dropped_%d' % i]\n");
        after = measure();
        printf("40 modules: %zu live, %zu for names; dropped: %zu (at first %zu), %zu (%zu)\n", most.live,
               most.name_bytes, after.live, before.live, after.name_bytes, before.name_bytes);
        assert_true(most.live > 3 * before.live && most.name_bytes > 20 * first.name_bytes);
        keep_least(&least, after);
    }
    assert_true(least.live <= before.live + before.live / 100 + HELD);
    assert_true(least.name_bytes <= before.name_bytes + 100 + HELD); /* small holes may stay */
    ou_vm_delete(vm);
}

#if OU_DEBUG
/* The same while blocks move at every collection. */
static void test_dropped_modules_leave_nothing_where_blocks_move(void **state)
{
    (void)state;
    start();
    ou_gc_stress(&vm->heap)->move = true;
    ou_gc_stress(&vm->heap)->poison = true;
    struct figures before = measure(), after;
    import_and_drop(100, 200);
    after = measure();
    assert_true(after.live <= before.live + before.live / 100 + HELD);
    assert_true(after.names <= before.names + HELD);
    ou_vm_delete(vm);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dropped_modules_leave_nothing),
        cmocka_unit_test(test_many_modules_at_once_leave_nothing),
#if OU_DEBUG
        cmocka_unit_test(test_dropped_modules_leave_nothing_where_blocks_move),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
