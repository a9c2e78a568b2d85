/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The cleanup queue and weak references: room that is reserved before it is needed, memory that fails at
 * every point, collections and moves at any point.
 */
#include <ouro/embed.h>
#include <string.h>

#include "object/weak/cleanup.h"
#include "unit.h"

#define MEMORY (512u * 1024)

static _Alignas(16) char memory[MEMORY];
static struct ou_outer *outer;
static size_t outer_used;

static struct ou_vm *start(size_t size)
{
    outer = ou_memory_init(memory, size);
    outer_used = ou_memory_used(outer);
    struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    return vm;
}

static void stop(struct ou_vm *vm)
{
    ou_vm_delete(vm);
    assert_int_equal(ou_memory_used(outer), outer_used);
    assert_int_equal(ou_outer_audit(outer), 0);
}

static int run(struct ou_vm *vm, const char *text)
{
    return ou_vm_run_text(vm, text, strlen(text), "test.py");
}

static ou_val global(struct ou_vm *vm, const char *name)
{
    ou_val module = ou_import(vm, OU_S(__main__));
    ou_val v = ou_get_attr(vm, module, ou_intern(vm, name, strlen(name)));
    assert_true(v != OU_EXC);
    return v;
}

/* Nothing that is not used costs anything. */
static void a_program_without_cleanup_has_no_queue(void **state)
{
    (void)state;
    struct ou_vm *vm = start(MEMORY);
    assert_int_equal(run(vm, "class C:\n    pass\nx = [C() for i in range(100)]\n"
                             "def g():\n    yield 1\nfor y in g():\n    pass\n"),
                     0);
    assert_null(vm->cleanup);
    stop(vm);
}

static void the_queue_has_room_for_what_may_come(void **state)
{
    (void)state;
    struct ou_vm *vm = start(MEMORY);
    assert_int_equal(run(vm, "import weakref\nn = [0]\nclass C:\n    def __del__(self):\n        n[0] += 1\n"
                             "class D:\n    pass\n"
                             "x = [C() for i in range(100)]\nd = [D() for i in range(50)]\n"
                             "r = [weakref.ref(o, lambda r: n.append(1)) for o in d]\n"),
                     0);
    assert_non_null(vm->cleanup);
    assert_int_equal(vm->cleanup->reserved, 150);
    assert_true(vm->cleanup->capacity >= 150);
    assert_int_equal(vm->cleanup->tail - vm->cleanup->head, 0);
    assert_int_equal(ou_cleanup_verify(vm), 0);
    assert_int_equal(run(vm, "del x[:40], d[:20], r[30:]\n"), 0);
    ou_gc_collect(&vm->heap);
    assert_int_equal(ou_cleanup_verify(vm), 0);
    assert_true(ou_cleanup_waits(vm));
    assert_true(vm->cleanup_due);
    size_t waits = vm->cleanup->tail - vm->cleanup->head;
    assert_int_equal(ou_cleanup_run(vm), waits);
    assert_int_equal(vm->cleanup->reserved, 150 - waits - 20);
    assert_int_equal(run(vm, "x = d = r = o = None\nimport gc\ngc.collect()\ngc.collect()\n"), 0);
    assert_int_equal(run(vm, "assert n[0] == 100, n\nassert len(n) == 21, n\n"), 0);
    assert_int_equal(vm->cleanup->reserved, 0);
    assert_int_equal(vm->cleanup->capacity, 0);
    stop(vm);
}

/* While things wait, new ones come: the queue grows under what waits. */
static void finalisers_that_make_more_find_the_queue_whole(void **state)
{
    (void)state;
    struct ou_vm *vm = start(MEMORY);
    assert_int_equal(run(vm,
                         "import gc\nlog = []\nclass C:\n    def __init__(self, n):\n        self.n = n\n"
                         "    def __del__(self):\n        log.append(self.n)\n"
                         "        if self.n < 64:\n            C(2 * self.n)\n            C(2 * self.n + 1)\n"
                         "            gc.collect()\n"
                         "C(1)\nfor i in range(20):\n    gc.collect()\n"
                         "assert sorted(log) == list(range(1, 128)), sorted(log)\n"),
                     0);
    assert_int_equal(ou_cleanup_verify(vm), 0);
    stop(vm);
}

static const char making[] = "import gc, weakref\n"
                             "reserve = [bytearray(700) for i in range(9)]\n"
                             "done = []\n"
                             "class C:\n"
                             "    def __init__(self):\n"
                             "        self.text = 'x'\n"
                             "    def __del__(self):\n"
                             "        done.append(1)\n"
                             "class W:\n"
                             "    pass\n"
                             "def gen():\n"
                             "    try:\n"
                             "        yield 1\n"
                             "    finally:\n"
                             "        done.append(2)\n"
                             "made = 0\n"
                             "keep = []\n"
                             "def fill():\n"
                             "    global made\n"
                             "    while True:\n"
                             "        keep.append(C())\n"
                             "        made += 1\n"
                             "        w = W()\n"
                             "        keep.append(w)\n"
                             "        keep.append(weakref.ref(w, lambda r: None))\n"
                             "        g = gen()\n"
                             "        keep.append(g)\n"
                             "        next(g)\n"
                             "        made += 1\n"
                             "        weakref.WeakValueDictionary(a=w)\n"
                             "try:\n"
                             "    fill()\n"
                             "except MemoryError:\n"
                             "    reserve = None\n"; /* compiled before memory was full */

/* With memory exhausted: what was made is cleaned up, what could not be made is not. */
static void full_memory_loses_nothing(void **state)
{
    (void)state;
    for (size_t size = OU_WORD_BITS * 700; size < OU_WORD_BITS * 1400; size += 1234) {
        struct ou_vm *vm = start(size);
        assert_int_equal(run(vm, making), 0);
        assert_int_equal(ou_cleanup_verify(vm), 0);
        assert_true(vm->cleanup->reserved > 10);
        assert_int_equal(run(vm, "half = len(keep) // 2\ndel keep[half:]\ngc.collect()\ngc.collect()\n"), 0);
        assert_int_equal(ou_cleanup_verify(vm), 0);
        assert_int_equal(run(vm, "w = g = None\nkeep = []\ngc.collect()\ngc.collect()\ngc.collect()\n"), 0);
        assert_int_equal(ou_cleanup_verify(vm), 0);
        ou_int made, done = (ou_int)ou_list_len(global(vm, "done"));
        assert_int_equal(ou_to_int(vm, global(vm, "made"), &made), 0);
        /* of one object each the C stack may still know, and the last pair may be half made */
        assert_true(done <= made + 2);
#ifndef __SANITIZE_ADDRESS__ /* with red zones frames are full of dead words, and one may keep a list */
        assert_true(done >= made - 3);
#endif

        stop(vm);
    }
}

#if OU_DEBUG
static const char everything[] = "import gc, weakref\n"
                                 "log = []\n"
                                 "class C:\n"
                                 "    def __init__(self, n):\n"
                                 "        self.n = n\n"
                                 "        self.me = self\n"
                                 "    def __del__(self):\n"
                                 "        log.append(self.n)\n"
                                 "def gen(c):\n"
                                 "    try:\n"
                                 "        yield c\n"
                                 "    finally:\n"
                                 "        log.append('g')\n"
                                 "def work():\n"
                                 "    d = weakref.WeakValueDictionary()\n"
                                 "    k = weakref.WeakKeyDictionary()\n"
                                 "    s = weakref.WeakSet()\n"
                                 "    cs = [C(i) for i in range(4)]\n"
                                 "    for c in cs:\n"
                                 "        d[c.n] = c\n"
                                 "        k[c] = c.n\n"
                                 "        s.add(c)\n"
                                 "        weakref.finalize(c, log.append, 'f')\n"
                                 "        next(gen(c))\n"
                                 "    r = [weakref.ref(c, lambda r: log.append('r')) for c in cs]\n"
                                 "    p = weakref.proxy(cs[0])\n"
                                 "    m = weakref.WeakMethod(cs[1].__del__)\n"
                                 "    assert p.n == 0 and len(d) == len(k) == len(s) == 4\n"
                                 "    c = None\n"
                                 "    del cs[2:]\n"
                                 "    gc.collect()\n"
                                 "    assert sum(1 for x in d.items()) <= 4\n"
                                 "try:\n"
                                 "    work()\n"
                                 "except MemoryError:\n"
                                 "    pass\n"
                                 "gc.collect()\n";

/* The nth allocation fails, for every n: nothing is broken, nothing is left. */
static void memory_may_fail_at_any_point(void **state)
{
    (void)state;
    for (uint32_t n = 1; n < 1500; n += n < 300 ? 1 : 7) {
        struct ou_vm *vm = start(MEMORY);
        assert_int_equal(run(vm, "pass\n"), 0);
        ou_gc_stress(&vm->heap)->verify_phases = true;
        ou_gc_stress(&vm->heap)->fail_nth = n;
        run(vm, everything); /* may end with MemoryError */
        bool failed = ou_gc_stress(&vm->heap)->fail_nth == 0;
        ou_gc_stress(&vm->heap)->fail_nth = 0;
        assert_int_equal(ou_cleanup_verify(vm), 0);
        stop(vm);
        if (!failed)
            break;
    }
}

/* Collections at every allocation, all that can moves: the hidden addresses follow. */
static void everything_moves(void **state)
{
    (void)state;
    struct ou_vm *vm = start(MEMORY);
    ou_gc_stress(&vm->heap)->collect_always = true;
    ou_gc_stress(&vm->heap)->move = true;
    ou_gc_stress(&vm->heap)->poison = true;
    ou_gc_stress(&vm->heap)->verify_phases = true;
    assert_int_equal(run(vm, everything), 0);
    assert_int_equal(ou_cleanup_verify(vm), 0);
    stop(vm);
}
#endif

/* Addresses in weak references follow blocks that an asked-for compaction moves into other areas. */
static void weak_references_follow_a_compaction(void **state)
{
    (void)state;
    struct ou_vm *vm = start(MEMORY);
    assert_int_equal(
        run(vm, "import weakref\nclass C:\n    pass\n"
                "all = [(C(), bytearray(i % 97)) for i in range(400)]\n"
                "refs = [[weakref.ref(c), weakref.ref(c, print), weakref.proxy(c)] for c, b in all]\n"
                "for i, (c, b) in enumerate(all):\n    c.n = i\n"
                "d = weakref.WeakValueDictionary((c.n, c) for c, b in all)\n"
                "k = weakref.WeakKeyDictionary((c, c.n) for c, b in all)\n"
                "all = [all[i] for i in range(0, 400, 3)]\nc = b = None\n"),
        0);
    for (int i = 0; i < 3; i++) {
        ou_gc_compact(&vm->heap);
        assert_int_equal(ou_cleanup_verify(vm), 0);
        assert_int_equal(
            run(vm,
                "assert len(all) <= len(d) == len(k) <= len(all) + 2\n"
                "for i, (c, b) in enumerate(all):\n    r = refs[c.n]\n    assert r[0]() is c and r[1]() is c\n"
                "    assert r[2].n == c.n and d[c.n] is c and k[c] == c.n\n    assert weakref.ref(c) is r[0]\n"
                "assert 400 - len(all) - 2 <= sum(r[0]() is None for r in refs) <= 400 - len(all)\nc = b = r = None\n"
                "all = all[::2]\n"),
            0);
    }
    stop(vm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_without_cleanup_has_no_queue),
        cmocka_unit_test(the_queue_has_room_for_what_may_come),
        cmocka_unit_test(finalisers_that_make_more_find_the_queue_whole),
        cmocka_unit_test(full_memory_loses_nothing),
        cmocka_unit_test(weak_references_follow_a_compaction),
#if OU_DEBUG
        cmocka_unit_test(memory_may_fail_at_any_point),
        cmocka_unit_test(everything_moves),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
