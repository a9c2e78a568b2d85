/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Soft reset of programs that leave everything open: files, sockets, rings of objects with __del__, weak
 * references with callbacks, finalizers, generators suspended in try and with.  Each finaliser runs once, files
 * and sockets are closed, and the outer heap is byte for byte what it was.
 */
#include <dirent.h>
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "object/weak/cleanup.h"
#include "unit.h"

#define MEMORY (256u * 1024)
#if OU_DEBUG
#define CYCLES 300
#else
#define CYCLES 10000
#endif

static _Alignas(16) char memory[MEMORY];
static const struct ou_rom_module *const modules[] = {&ou_module_select, &ou_module_socket, NULL};

void port_flush(void) {} /* for ports/unix/socket.c */

/* -- note(what, number), which programs report with -- */

enum { MADE, DELETED, CLOSED, CALLED, FINALIZED, EXITED, COUNTERS };
static unsigned counters[COUNTERS];
static uint8_t deleted[64]; /* by number of the object */

OU_NATIVE_STATIC(probe_note)
{
    ou_int which, number = 0;
    if (ou_to_int(vm, args[0], &which) < 0 || (n_args > 1 && ou_to_int(vm, args[1], &number) < 0))
        return OU_EXC;
    counters[which]++;
    if (which == DELETED)
        deleted[number]++;
    return OU_NONE;
}
OU_FUNCTION(note_function, probe_note, OU_S(count), 1, 2, 0);
static const char program[] = "import atexit, gc, select, socket, weakref\n"
                              "class Node:\n"
                              "    def __init__(self, n):\n"
                              "        self.n = n\n"
                              "        self.me = self\n"
                              "        note(0)\n"
                              "    def __del__(self):\n"
                              "        assert self.me is self\n"
                              "        note(1, self.n)\n"
                              "class Logger:\n"
                              "    def __init__(self, name):\n"
                              "        self.file = open(name, 'w')\n"
                              "        note(0)\n"
                              "    def __del__(self):\n"
                              "        self.file.write('last words')\n"
                              "        note(1, 40)\n"
                              "def waits(node):\n"
                              "    try:\n"
                              "        with open('reset_cleanup_2.txt', 'w') as f:\n"
                              "            f.write('generator')\n"
                              "            yield node\n"
                              "    finally:\n"
                              "        note(2)\n"
                              "class Talker:\n"
                              "    def __init__(self, number):\n"
                              "        self.socket = socket.socket(fileno=number)\n"
                              "        self.socket.sendall(b'hello')\n"
                              "        note(0)\n"
                              "    def __del__(self):\n"
                              "        self.socket.sendall(b', goodbye')\n"
                              "        note(1, 41)\n"
                              "def talks():\n"
                              "    a, b = socket.socketpair()\n"
                              "    try:\n"
                              "        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:\n"
                              "            yield s\n"
                              "    finally:\n"
                              "        a.send(b'end')\n"
                              "        assert b.recv(5) == b'end'\n"
                              "        note(2)\n"
                              "def serve(family, address):\n"
                              "    s = socket.socket(family)\n"
                              "    s.bind(address)\n"
                              "    s.listen()\n"
                              "    c = socket.socket(family)\n"
                              "    c.connect(s.getsockname())\n"
                              "    c.sendall(b'request')\n"
                              "    return s, c, s.accept()[0]\n"
                              "nodes = [Node(i) for i in range(10)]\n"
                              "for i in range(10, 20):\n"
                              "    Node(i)\n"
                              "gen = waits(nodes[0])\n"
                              "next(gen)\n"
                              "log = Logger('reset_cleanup_1.txt')\n"
                              "refs = [weakref.ref(n, lambda r: note(3)) for n in nodes]\n"
                              "table = weakref.WeakValueDictionary((n.n, n) for n in nodes)\n"
                              "for n in nodes[:5]:\n"
                              "    weakref.finalize(n, note, 4)\n"
                              "atexit.register(note, 5)\n"
                              "talker = Talker(number)\n"
                              "talk = talks()\n"
                              "next(talk)\n"
                              "open_sockets = [serve(socket.AF_UNIX, ''), socket.socketpair()]\n"
                              "if tcp:\n"
                              "    open_sockets.append(serve(socket.AF_INET, ('127.0.0.1', 0)))\n"
                              "poll = select.poll()\n"
                              "poll.register(talker.socket, select.POLLIN)\n"
                              "assert poll.poll(0) == []\n"
                              "ring = [socket.socketpair()]\n"
                              "ring.append(ring)\n"
                              "left_open = open('reset_cleanup_3.txt', 'w')\n"
                              "left_open.write('left open')\n";

static struct ou_vm *start(struct ou_outer *outer)
{
    struct ou_vm_config config = {
        .c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024, .modules = modules};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    return vm;
}

static int run(struct ou_vm *vm, const char *text)
{
    return ou_vm_run_text(vm, text, strlen(text), "test.py");
}

/* Makes a value a global of the program. */
static void give(struct ou_vm *vm, const char *name, ou_val value)
{
    assert_int_equal(run(vm, "pass\n"), 0);
    ou_val main_module = ou_import(vm, OU_S(__main__));
    assert_true(main_module != OU_EXC);
    assert_int_equal(ou_set_attr(vm, main_module, ou_intern(vm, name, strlen(name)), value), 0);
}

static unsigned open_descriptors(void)
{
    unsigned n = 0;
    DIR *directory = opendir("/proc/self/fd");
    while (directory && readdir(directory))
        n++;
    if (directory)
        closedir(directory);
    return n;
}

/* What the other end of a socket got, and that it is at its end. */
static void check_peer(int handle, const char *want)
{
    char got[64];
    size_t n = 0;
    ssize_t more;
    while ((more = recv(handle, got + n, sizeof got - n, MSG_DONTWAIT)) > 0)
        n += (size_t)more;
    assert_int_equal(more, 0);
    assert_int_equal(n, strlen(want));
    assert_memory_equal(got, want, n);
    close(handle);
}

static void check_file(const char *name, const char *want)
{
    char got[64] = "";
    FILE *file = fopen(name, "r");
    assert_non_null(file);
    size_t n = fread(got, 1, sizeof got - 1, file);
    fclose(file);
    got[n] = 0;
    assert_true(strcmp(got, want) == 0);
}

/* Every cycle: each finaliser once, and nothing is left. */
static void everything_is_cleaned_up_once(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    size_t used = ou_memory_used(outer), largest = ou_outer_largest(outer, OU_MEM_ANY);
    unsigned descriptors = open_descriptors();
    for (int i = 0; i < CYCLES; i++) {
        memset(counters, 0, sizeof counters);
        memset(deleted, 0, sizeof deleted);
        int ends[2];
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        struct ou_vm *vm = start(outer);
        give(vm, "note", OU_ROM(&note_function));
        give(vm, "number", ou_small(ends[0]));
        give(vm, "tcp", ou_bool(i % 20 == 0)); /* else the system would run out of ports that rest */
#if OU_DEBUG
        ou_gc_stress(&vm->heap)->collect_always = i % 4 == 1 || i % 4 == 2;
        ou_gc_stress(&vm->heap)->move = i % 4 == 2;
        ou_gc_stress(&vm->heap)->poison = true;
#endif
        assert_int_equal(run(vm, program), 0);
        if (i % 3 == 1)
            assert_int_equal(run(vm, "gc.collect()\n"), 0);
        if (i % 3 == 2)
            assert_int_equal(run(vm, "import sys\nnodes.pop()\ngc.collect()\nsys.exit(5)\n"), 5);
        assert_int_equal(ou_cleanup_verify(vm), 0);
        ou_vm_delete(vm);
        check_peer(ends[1], "hello, goodbye");
        assert_int_equal(counters[MADE], 22);
        assert_int_equal(counters[DELETED], 22);
        for (int n = 0; n < 20; n++)
            assert_int_equal(deleted[n], 1);
        assert_int_equal(deleted[40], 1);
        assert_int_equal(deleted[41], 1);
        assert_int_equal(counters[CLOSED], 2);
        assert_int_equal(counters[FINALIZED], 5);
        assert_int_equal(counters[EXITED], 1);
        assert_int_equal(ou_memory_used(outer), used);
        assert_int_equal(ou_outer_largest(outer, OU_MEM_ANY), largest);
        assert_int_equal(open_descriptors(), descriptors);
    }
    check_file("reset_cleanup_1.txt", "last words");
    check_file("reset_cleanup_2.txt", "generator");
    check_file("reset_cleanup_3.txt", "left open");
    assert_int_equal(open_descriptors(), descriptors);
    assert_int_equal(ou_outer_audit(outer), 0);
    remove("reset_cleanup_1.txt");
    remove("reset_cleanup_2.txt");
    remove("reset_cleanup_3.txt");
}

/* Finalisers that raise, that go on for ever until they are stopped, that make more of their kind: the reset
 * completes, and the others run. */
static void bad_finalisers_do_not_stop_the_reset(void **state)
{
    (void)state;
    static const char *const programs[] = {
        "class Bad:\n    def __del__(self):\n        raise ValueError\nkeep = [Bad() for i in range(20)]\n",
        "class Again:\n    def __del__(self):\n        globals().setdefault('l', []).append(Again())\nkeep = Again()\n",
        "class Saved:\n    def __del__(self):\n        saved.append(self)\nsaved = []\nkeep = [Saved(), Saved()]\n",
        "class Imports:\n    def __del__(self):\n        import sys, json\n        json.loads(json.dumps([1] * 50))\n"
        "keep = Imports()\n",
        "class Full:\n    def __del__(self):\n        x = []\n        while True:\n            x.append(bytearray(1000))\n"
        "keep = [Full(), Full()]\n",
        "class Deep:\n    def __del__(self):\n        self.__del__()\nkeep = Deep()\n",
        "import micropython\nclass C:\n    def __del__(self):\n        [0] * 10\nkeep = C()\nmicropython.heap_lock()\n",
        "import atexit, sys\natexit.register(sys.exit, 3)\natexit.register(lambda: 1 / 0)\n",
        "def g():\n    while True:\n        try:\n            yield\n        except BaseException:\n            pass\n"
        "x = g()\nnext(x)\n",
    };
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    size_t used = ou_memory_used(outer);
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        memset(counters, 0, sizeof counters);
        struct ou_vm *vm = start(outer);
        give(vm, "note", OU_ROM(&note_function));
        assert_int_equal(run(vm, "class Good:\n    def __del__(self):\n        note(1, 0)\n"
                                 "first = Good()\n"),
                         0);
        assert_int_equal(run(vm, programs[i]), 0);
        ou_vm_delete(vm);
        assert_int_equal(counters[DELETED], 1);
        assert_int_equal(ou_memory_used(outer), used);
    }
    assert_int_equal(ou_outer_audit(outer), 0);
}

static struct ou_vm *stopping;

OU_NATIVE_STATIC(probe_stop)
{
    ou_vm_stop(stopping);
    return OU_NONE;
}
OU_FUNCTION(stop_function, probe_stop, OU_S(count), 0, 0, 0);

/* ou_vm_stop ends a finaliser that would go on for ever, and the reset with it. */
static void stop_ends_endless_finalisers(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    size_t used = ou_memory_used(outer);
    for (int i = 0; i < 20; i++) {
        struct ou_vm *vm = stopping = start(outer);
        assert_int_equal(run(vm,
                             "class Endless:\n    def __del__(self):\n        stop()\n        while True:\n"
                             "            pass\nkeep = [Endless() for i in range(5)]\n"),
                         0);

        give(vm, "stop", OU_ROM(&stop_function));
        ou_vm_delete(vm);
        assert_int_equal(ou_memory_used(outer), used);
    }
}

int main(void)
{
    char folder[] = "/dev/shm/ouro-XXXXXX"; /* 30,000 files: a disk would be most of the time */
    bool made = mkdtemp(folder) && chdir(folder) == 0;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_cleaned_up_once),
        cmocka_unit_test(bad_finalisers_do_not_stop_the_reset),
        cmocka_unit_test(stop_ends_endless_finalisers),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    if (made)
        rmdir(folder);
    return failed;
}
