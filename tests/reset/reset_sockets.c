/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Memory test T4.1 for sockets, and what else becomes of them: a socket that nobody closed is closed by the soft
 * reset, by a collection, or when handles run out; the peer, which is C code here, sees it.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <ouro/embed.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vm/frame.h"
#include "unit.h"

#define MEMORY (256u * 1024)

static _Alignas(16) char memory[MEMORY];
static const struct ou_rom_module *const modules[] = {&ou_module_socket, NULL};

void port_flush(void) {} /* for ports/unix/socket.c */

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

static unsigned open_descriptors(void)
{
    unsigned n = 0;
    DIR *directory = opendir("/proc/self/fd");
    assert_non_null(directory);
    while (readdir(directory))
        n++;
    closedir(directory);
    return n;
}

/* A TCP listener of the test; its port. */
static int listener_new(int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t n = sizeof address;
    int handle = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(handle, (struct sockaddr *)&address, n), 0);
    assert_int_equal(listen(handle, 5), 0);
    assert_int_equal(getsockname(handle, (struct sockaddr *)&address, &n), 0);
    *port = ntohs(address.sin_port);
    return handle;
}

/* Waits for the end of what a peer sends, 10 seconds at most. */
static void check_stream(int handle, const char *want)
{
    char got[64];
    size_t n = 0;
    ssize_t more;
    struct timeval limit = {10, 0};
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    while ((more = recv(handle, got + n, sizeof got - n, 0)) > 0)
        n += (size_t)more;
    assert_int_equal(more, 0);
    assert_int_equal(n, strlen(want));
    assert_memory_equal(got, want, n);
}

/* T4.1: a connection is made and written to, and left open; 100 times.  So is a listener: nobody listens there
 * after the reset. */
static void reset_closes_sockets(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    size_t used = ou_memory_used(outer);
    unsigned descriptors = open_descriptors();
    for (int i = 0; i < 100; i++) {
        char text[320], want[32];
        int port, listener = listener_new(&port);
        snprintf(text, sizeof text,
                 "import socket\ns = socket.socket()\ns.connect(('127.0.0.1', %d))\ns.send(b'round %d')\n"
                 "l = socket.socket()\nl.bind(('127.0.0.1', 0))\nl.listen()\nport = l.getsockname()[1]\n",
                 port, i);
        snprintf(want, sizeof want, "round %d", i);
        struct ou_vm *vm = start(outer);
        assert_int_equal(run(vm, text), 0);
        ou_val main_module = ou_import(vm, OU_S(__main__)), name = ou_intern(vm, "port", 4);
        struct sockaddr_in there = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
        there.sin_port = htons((uint16_t)ou_small_value(ou_get_attr(vm, main_module, name)));
        int client = socket(AF_INET, SOCK_STREAM, 0), server = accept(listener, NULL, NULL);
        assert_int_equal(connect(client, (struct sockaddr *)&there, sizeof there), 0);
        char byte;
        assert_int_equal(recv(server, &byte, 1, MSG_PEEK), 1);
        ou_vm_delete(vm);
        check_stream(server, want);
        close(client);
        client = socket(AF_INET, SOCK_STREAM, 0);
        assert_int_equal(connect(client, (struct sockaddr *)&there, sizeof there), -1);
        close(client);
        close(server);
        close(listener);
        assert_int_equal(ou_memory_used(outer), used);
        assert_int_equal(open_descriptors(), descriptors);
    }
    assert_int_equal(ou_outer_audit(outer), 0);
}

static void take(int *own, int n)
{
    for (int i = 0; i < n; i++)
        own[i] = dup(2);
}

static void check_taken(const int *own, int n)
{
    for (int i = 0; i < n; i++)
        assert_int_equal(close(own[i]), 0);
}

/* Dropped sockets are closed by the next collection.  No socket is closed twice: its number may have gone to
 * somebody else by then, who still has it at the end. */
static void a_collection_closes_what_was_dropped_once(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    unsigned descriptors = open_descriptors();
    struct ou_vm *vm = start(outer);
    int own[60];
    assert_int_equal(run(vm, "import gc, socket\n"
                             "class Derived(socket.socket):\n    pass\n"
                             "pairs = [socket.socketpair() for i in range(20)]\n"
                             "pairs.append(pairs)\n"
                             "more = [Derived() for i in range(10)]\n"
                             "for a, b in pairs[:5]:\n"
                             "    a.close()\n"
                             "with more[0]:\n    pass\n"
                             "number = pairs[5][0].detach()\n"),
                     0);
    assert_int_equal(open_descriptors(), descriptors + 50 - 6);
    take(own, 6); /* the numbers of those that are closed */
    assert_int_equal(run(vm, "a = b = pairs = more = None\ngc.collect()\n"), 0);
    assert_int_equal(open_descriptors(), descriptors + 6 + 1);
    check_taken(own, 6);
    take(own, 60);
    assert_int_equal(run(vm, "gc.collect()\nsocket.socket(fileno=number)\ngc.collect()\n"), 0);
    ou_vm_delete(vm);
    check_taken(own, 60);
    assert_int_equal(open_descriptors(), descriptors);
}

/* A program that drops sockets without closing them does not run out of handles. */
static void handles_that_garbage_has_are_found(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    struct rlimit before, few;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    few = before;
    few.rlim_cur = open_descriptors() + 20;
    unsigned descriptors = open_descriptors();
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
    struct ou_vm *vm = start(outer);
    int status = run(vm, "import gc, socket\n"
                         "gc.disable()\n"
                         "for i in range(300):\n"
                         "    socket.socket()\n"
                         "for i in range(300):\n"
                         "    socket.socketpair()\n"
                         "listener = socket.socket(socket.AF_UNIX)\n"
                         "listener.bind('')\n"
                         "listener.listen()\n"
                         "for i in range(300):\n"
                         "    c = socket.socket(socket.AF_UNIX)\n"
                         "    c.connect(listener.getsockname())\n"
                         "    listener.accept()\n"
                         "held = []\n"
                         "try:\n"
                         "    while True:\n"
                         "        held.append(socket.socket())\n"
                         "except OSError as e:\n"
                         "    assert e.errno == 24, e\n");
    setrlimit(RLIMIT_NOFILE, &before);
    assert_int_equal(status, 0);
    ou_vm_delete(vm);
    assert_int_equal(open_descriptors(), descriptors);
}

/* f(x), after a collection whose __del__ will run at the next safepoint: that in the wait of f. */
OU_NATIVE_STATIC(probe_wait)
{
    ou_stack_clear_dead(vm);
    ou_gc_collect(&vm->heap); /* ou_memory_collect would run it at once */
    assert_true(ou_cleanup_waits(vm));
    return ou_call_1(vm, args[0], args[1]);
}
OU_FUNCTION(wait_function, probe_wait, OU_S(poll), 2, 2, 0);

static const char setting[] = "import socket\n"
                              "a, b = socket.socketpair()\n"
                              "a.settimeout(20)\n"
                              "target = bytearray(50000)\n"
                              "class Closes:\n"
                              "    def __del__(self):\n"
                              "        a.close()\n"
                              "class Shrinks:\n"
                              "    def __del__(self):\n"
                              "        del target[2:]\n"
                              "        b.send(b'12345')\n"
                              "class Empties:\n"
                              "    def __del__(self):\n"
                              "        target.clear()\n"
                              "def drop(c):\n"
                              "    o = c()\n"
                              "    o.me = o\n";
static const char *const changes[] = {
    "drop(Closes)\n"
    "try:\n    wait(a.recv, 10)\n    assert False\nexcept OSError as e:\n    assert e.errno == 9, e\n",
    "drop(Shrinks)\nassert wait(a.recv_into, target) == 2, target\nassert target == b'12', target\n",
    "a.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 5000)\n" /* so that part of it is sent first */
    "drop(Empties)\nassert wait(a.sendall, target) is None\nassert 0 < len(b.recv(60000)) < 50000\n"};

/* Other code runs while a socket waits: __del__, which closes it or shrinks its buffer. */
static void what_changes_during_a_wait_is_noticed(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    size_t used = ou_memory_used(outer);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct ou_vm *vm = start(outer);
        assert_int_equal(run(vm, setting), 0);
        ou_val main_module = ou_import(vm, OU_S(__main__));
        assert_int_equal(ou_set_attr(vm, main_module, ou_intern(vm, "wait", 4), OU_ROM(&wait_function)), 0);
        assert_int_equal(run(vm, changes[i]), 0);
        ou_vm_delete(vm);
        assert_int_equal(ou_memory_used(outer), used);
    }
}

/* Without the module in its list, a VM has no sockets, and says so. */
static void a_port_without_sockets_has_no_such_module(void **state)
{
    (void)state;
    struct ou_outer *outer = ou_memory_init(memory, MEMORY);
    struct ou_vm_config config = {.c_stack_base = __builtin_frame_address(0), .c_stack_size = 256 * 1024};
    struct ou_vm *vm = ou_vm_new(outer, &config);
    assert_non_null(vm);
    assert_int_equal(run(vm, "try:\n    import socket\n    assert False\nexcept ModuleNotFoundError as e:\n"
                             "    assert str(e) == \"No module named 'socket'\", e\n"),
                     0);
    ou_vm_delete(vm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reset_closes_sockets),
        cmocka_unit_test(a_collection_closes_what_was_dropped_once),
        cmocka_unit_test(handles_that_garbage_has_are_found),
        cmocka_unit_test(what_changes_during_a_wait_is_noticed),
        cmocka_unit_test(a_port_without_sockets_has_no_such_module),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
