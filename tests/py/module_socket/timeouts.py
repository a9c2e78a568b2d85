# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: time limits and non-blocking sockets.
# needs: big-int, bytearray, float, rare-errors, sockets
# skip: oom -- waits much
import socket
import time


def try_(f, *args):
    try:
        print(f(*args))
    except (OSError, ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e, e.args)


def takes(low, f, *args):
    start = time.monotonic()
    try_(f, *args)
    took = time.monotonic() - start
    print(low <= took or took)


a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking(), a.timeout)
for value in (5, 0.25, 0, True, None, 1e6):
    a.settimeout(value)
    print(a.gettimeout(), a.getblocking(), a.timeout)
for value in (-1, "x", float("nan"), float("inf"), -0.5, [], 10**30):
    try_(a.settimeout, value)
print(a.gettimeout())
for value in (0, 1, False, True):
    a.setblocking(value)
    print(a.gettimeout(), a.getblocking())
try_(a.setblocking, "")

a.settimeout(0.1)
takes(0.09, a.recv, 10)
takes(0.09, a.recv_into, bytearray(4))
takes(0.09, a.recvfrom, 10)
a.settimeout(0.12)
b.send(b"here")
takes(0, a.recv, 10)
takes(0.11, a.recv, 10)

# a full buffer
a.settimeout(0.1)
sent = 0
try:
    while True:
        sent += a.send(bytes(50000))
except TimeoutError as e:
    print(e, sent > 0)
takes(0.09, a.sendall, b"x" * 50000)
a.setblocking(False)
try:
    while True:
        a.send(b"x" * 50000)
except BlockingIOError as e:
    print(e)
takes(0, a.recv, 10)
takes(0, a.recvfrom, 10)
a.setblocking(True)
takes(0, a.recv, 10, socket.MSG_DONTWAIT)

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
listener.settimeout(0.1)
takes(0.09, listener.accept)
listener.setblocking(False)
takes(0, listener.accept)
c = socket.socket()
c.setblocking(False)
print(c.connect_ex(listener.getsockname()) in (0, 115))
listener.settimeout(5)
server, address = listener.accept()
print(server.gettimeout(), address == c.getsockname())
c.settimeout(5)
print(c.connect_ex(listener.getsockname()) in (0, 106))
c.sendall(b"abc")
print(server.recv(10))
try:
    c.setblocking(False)
    c.recv(1)
except BlockingIOError as e:
    print(e.errno, e.strerror)

# as an exception of its own name
try:
    server.settimeout(0.01)
    server.recv(1)
except socket.timeout as e:
    print(type(e).__name__, isinstance(e, socket.error), e.errno)
