/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Ctrl-C and ou_vm_stop reach every loop that may go on for ever, those of native code above all: each
 * program here never ends by itself, a timer's signal asks it to, and it must end with KeyboardInterrupt,
 * or whatever it tries to catch.  A loop without a safepoint shows as the death by alarm of this test.
 * Some programs do end by themselves, but only after so much work in one operation that nobody waits for it.
 */
#include <ouro/embed.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "object/core/vm.h"
#include "unit.h"

#define MEMORY (256u * 1024)
#define LARGE_MEMORY (160u << 20) /* for large numbers */
#define PATIENCE 5                /* processor seconds */

static _Alignas(16) char memory[MEMORY], large_memory[LARGE_MEMORY];
static const struct ou_rom_module *const modules[] = {&ou_module_select, &ou_module_socket, NULL};
static struct ou_vm *volatile running;
static bool stop;
static volatile time_t deadline;
static volatile clock_t processor_deadline; /* 0: none */

static const char *const endless[] = {
    "while True: pass",
    "def f(n): return n < 2 or f(n - 1) + f(n - 2)\nf(100)",
    "f = lambda n: n and (f(n - 1) or f(n - 1))\nf(100)",
    "while 1: sum(range(1 << 29))",
    "max(iter(int, 1))",
    "min(iter(int, 1), default=1)",
    "any(iter(int, 1))",
    "all(iter(lambda: 1, 0))",
    "'x' in iter(int, 1)",
    "while 1: 'x' in range(1 << 29)",
    "while 1: range(1 << 29).count(1.5)",
    "next(filter(None, iter(int, 1)))",
    "set(iter(int, 1))",
    "frozenset(iter(int, 1))",
    "dict.fromkeys(iter(int, 1))",
    "{}.update(zip(iter(int, 1), iter(int, 1)))",
    "set().union(iter(int, 1))",
    "{0}.issuperset(iter(int, 1))",
    "{0}.intersection(iter(int, 1))",
    "{0}.difference(iter(int, 1))",
    "{1}.isdisjoint(iter(int, 1))",
    "class I:\n    def __getitem__(self, i): return 0\n5 in I()",
    "class I:\n    def __iter__(self): return self\n    def __next__(self): return 0\nsum(I())",
    "def g():\n    yield from iter(int, 1)\nsum(g())",
    "sum(i for i in iter(int, 1))",
    "import math\nmath.prod(iter(int, 1))",
    "import math\nmath.fsum(iter(float, 1))",
    "import time\nwhile 1: time.sleep(1000)",
    "while 1: pow(3, 10 ** 3000, 10 ** 3000 + 1)",
    "while 1:\n    try:\n        raise ValueError\n    except ValueError: pass\n    finally: pass",
    "import gc\nwhile 1: gc.collect()",
    "import socket\na, b = socket.socketpair()\na.recv(1)",
    "import socket\na, b = socket.socketpair()\na.recv_into(bytearray(5))",
    "import socket\na, b = socket.socketpair()\nwhile 1: a.sendall(bytes(20000))",
    "import socket\nd = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nd.settimeout(5000)\nd.recvfrom(1)",
    "import socket\ns = socket.socket()\ns.listen()\ns.accept()",
    "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(0)\nl = []\n"
    "while 1: l.append(socket.create_connection(s.getsockname()))",
    "import socket\ns = socket.socket(socket.AF_UNIX)\ns.bind('')\ns.listen(0)\nl = []\n"
    "while 1:\n    l.append(socket.socket(socket.AF_UNIX))\n    l[-1].connect(s.getsockname())",
    "import select\nselect.select([], [], [])",
    "import select, socket\na, b = socket.socketpair()\np = select.poll()\np.register(a, select.POLLIN)\np.poll()",
};

/* One operation each, of many seconds. */
static const char *const lengthy[] = {
    "(1 << 40000000) * ((1 << 40000000) + 1)",
    "(1 << 40000000) // ((1 << 20000000) + 1)",
    "(1 << 40000000) % ((1 << 20000000) + 1)",
    "pow((1 << 9999999) + 12345, -1, (1 << 20000000) + 3)",
    "3 ** 100000000",
    "import math\nmath.gcd(3 ** 3000000, 7 ** 1500000)",
    "import math\nmath.isqrt((1 << 40000000) + 1)",
    "import math\nmath.factorial(1 << 28)",
    "import random\nrandom.gammavariate(float('inf'), 1)",
    "import random\nrandom.betavariate(1, float('inf'))",
    "import random\nrandom.vonmisesvariate(0, float('nan'))",
};

/* Programs that catch what Ctrl-C raises and go on: only ou_vm_stop ends them. */
static const char *const stubborn[] = {
    "while 1:\n    try:\n        while 1: pass\n    except BaseException: pass",
    "def f():\n    try:\n        while 1: pass\n    finally: f()\nf()",
    "while 1:\n    try: max(iter(int, 1))\n    except: continue",
    "class C:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\nwhile 1:\n    with C(): sum(iter(int, 1))",
    "def g():\n    while 1:\n        try:\n            while 1: yield 1\n        except BaseException: pass\nsum(g())",
};

void port_flush(void) {} /* for ports/unix/socket.c */

static void on_alarm(int number)
{
    static const char text[] = "a loop that cannot be stopped\n";
    (void)number;
    if (time(NULL) > deadline || (processor_deadline && clock() > processor_deadline)) {
        (void)!write(2, text, sizeof text - 1);
        _exit(1);
    }
    if (!running)
        return;
    if (stop)
        ou_vm_stop(running);
    else
        ou_vm_interrupt(running);
}

static void run_in(char *area, size_t size, const char *text)
{
    struct ou_outer *outer = ou_memory_init(area, size);
    size_t before = ou_memory_used(outer);
    struct ou_vm_config config = {
        .c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024, .modules = modules};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    deadline = time(NULL) + 60;
    running = vm;
    int status = ou_vm_run_text(vm, text, strlen(text), "test.py");
    running = NULL;
    if (status != (stop ? 1 : 130))
        fprintf(stderr, "status %d: %s\n", status, text);
    assert_int_equal(status, stop ? 1 : 130);
    assert_int_equal(ou_gc_verify(&vm->heap), 0);
    ou_vm_delete(vm);
    assert_int_equal(ou_memory_used(outer), before);
}

static void run(const char *text) { run_in(memory, sizeof memory, text); }

static void start_timer(void)
{
    struct itimerval every = {{0, 30000}, {0, 30000}};
    signal(SIGALRM, on_alarm);
    setitimer(ITIMER_REAL, &every, NULL);
}

static void ctrl_c_ends_every_endless_loop(void **state)
{
    (void)state;
    stop = false;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++)
        run(endless[i]);
}

static void ctrl_c_ends_long_operations(void **state)
{
    (void)state;
    stop = false;
    for (size_t i = 0; i < sizeof lengthy / sizeof *lengthy; i++) {
        processor_deadline = clock() + PATIENCE * CLOCKS_PER_SEC;
        run_in(large_memory, sizeof large_memory, lengthy[i]);
    }
    processor_deadline = 0;
}

/* Each request has a byte of its own: none is lost when another is made or taken. */
static void requests_do_not_lose_each_other(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, sizeof memory);
    struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_int_equal(sizeof vm->interrupted, 1);
    assert_int_equal(sizeof vm->stopped, 1);
    vm->cleanup_due = 1;
    ou_vm_interrupt(vm);
    assert_true(vm->asked && vm->cleanup_due);
    assert_int_equal(ou_poll_asked(vm), -1);
    assert_true(ou_exc_matches(vm, &ou_exc_KeyboardInterrupt));
    (void)ou_exc_take(vm);
    assert_true(!vm->asked && vm->cleanup_due && vm->pending);
    ou_vm_interrupt(vm);
    ou_vm_stop(vm);
    assert_int_equal(ou_poll_asked(vm), -1); /* the stop comes first, and stays */
    assert_true(ou_exc_matches(vm, &ou_exc_SystemExit));
    (void)ou_exc_take(vm);
    assert_true(vm->stopped && vm->interrupted && vm->cleanup_due);
    ou_vm_delete(vm);
}

static void stop_ends_them_and_those_that_catch_everything(void **state)
{
    (void)state;
    stop = true;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++)
        run(endless[i]);
    for (size_t i = 0; i < sizeof stubborn / sizeof *stubborn; i++)
        run(stubborn[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ctrl_c_ends_every_endless_loop),
        cmocka_unit_test(ctrl_c_ends_long_operations),
        cmocka_unit_test(requests_do_not_lose_each_other),
        cmocka_unit_test(stop_ends_them_and_those_that_catch_everything),
    };
    start_timer();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
