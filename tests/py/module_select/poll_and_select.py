# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: select.poll and select.select.
# needs: big-int, float, rare-errors, sockets
import select
import socket
import time


def try_(f, *args):
    try:
        print(f(*args))
    except (OSError, ValueError, TypeError, OverflowError, KeyError) as e:
        print(type(e).__name__, "" if isinstance(e, KeyError) else e)


def name(s):
    return "a" if s is a or s == a.fileno() else "b" if s is b or s == b.fileno() else "c" if s is c else s


def named(result):
    return sorted((name(x[0]), x[1]) for x in result)


def lists(result):
    return [[name(s) for s in part] for part in result]


a, b = socket.socketpair()
c = socket.socket()
p = select.poll()
print(p.poll(0), p.poll(1))
p.register(a)
print(named(p.poll()))
p.modify(a, select.POLLIN)
print(p.poll(0), p.poll(0.5))
p.register(b.fileno(), select.POLLIN | select.POLLOUT)
print(named(p.poll()))
b.send(b"x")
print(named(p.poll()), named(p.poll(None)), named(p.poll(-1)))
p.register(b, select.POLLIN)
print(named(p.poll()))
p.unregister(b.fileno())
a.recv(1)
start = time.monotonic()
print(p.poll(120), 0.11 < time.monotonic() - start)
b.close()
print(named(p.poll()))
p.unregister(a)
try_(p.unregister, a)
try_(p.modify, a, 1)


class File:
    def __init__(self, number):
        self.number = number

    def fileno(self):
        return self.number


for bad in ("x", -1, 1.5, None, File("x"), File(-1)):
    try_(p.register, bad)
try_(p.register, 1, "x")
try_(p.register, 1, -1)
try_(p.register, 1, 70000)
try_(p.register)
try_(p.register, 1, 2, 3)
try_(p.poll, "x")
try_(p.poll, float("nan"))
p.register(File(999999))
print(p.poll(), p.poll(10**3))

a, b = socket.socketpair()
print(lists(select.select([a, b], [a, b], [a, b])), lists(select.select([a, b], [], [], 0)))
b.send(b"x")
print(lists(select.select([a, b], [], [])), lists(select.select((a,), [b.fileno()], [], 5)))
start = time.monotonic()
print(select.select([b], [], [], 0.12), 0.11 < time.monotonic() - start)
print(select.select([], [], [], 0.01), select.select([], [], [], 0))
c.bind(("127.0.0.1", 0))
c.listen()
print(select.select([c], [], [], 0))
d = socket.create_connection(c.getsockname())
print(lists(select.select([c], [], [], 5)))
a.recv(1)
b.close()
print(lists(select.select([a], [a], [], 5)))
try_(select.select, 1, [], [])
try_(select.select, ["x"], [], [])
try_(select.select, [-1], [], [])
try_(select.select, [], [], [], -1)
try_(select.select, [], [], [], "x")
try_(select.select, [], [])
b.close()
try_(select.select, [b], [], [])
number = d.fileno()
d.close()
try_(select.select, [number], [], [], 1)
print(select.error is OSError)
print(select.POLLIN, select.POLLPRI, select.POLLOUT, select.POLLERR, select.POLLHUP, select.POLLNVAL)
