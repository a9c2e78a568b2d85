# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: what goes wrong with sockets, by kind and message.
# needs: bytearray, float, rare-errors, sockets
import socket


def try_(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, e.args, getattr(e, "errno", None))


s = socket.socket()
for address in (
    "x", ["127.0.0.1", 1], ("127.0.0.1",), ("127.0.0.1", 1, 2), ("127.0.0.1", 70000), ("127.0.0.1", -1),
    ("127.0.0.1", "x"), ("127.0.0.1", 1.5), (None, 1), (1, 1), ("a\0b", 1),
):
    try_(s.connect, address)
    try_(s.bind, address)
    try_(s.connect_ex, address)
    try_(s.sendto, b"x", address)

# a port that is taken, but nobody listens there
probe = socket.socket()
probe.bind(("127.0.0.1", 0))
free = probe.getsockname()
for i in range(3):
    try_(s.connect, free)
print(s.connect_ex(free))
try_(socket.create_connection, free)
try_(socket.create_connection, free, 5)
try_(socket.create_connection, free, timeout=5, source_address=("127.0.0.1", 0))
try_(socket.create_connection, free, timeout=-5)

s = socket.socket()
try_(s.recv)
try_(s.recv, -1)
try_(s.recv, "x")
try_(s.recv, 5, "x")
try_(s.recv, 10)
try_(s.recv, 1, 2, 3)
try_(s.recvfrom, -1)
try_(s.recv_into, b"abc")
try_(s.recv_into, 1)
try_(s.recv_into, bytearray(3), 5)
try_(s.recv_into, bytearray(3), -5)
try_(s.recv_into, bytearray(3), nbytes=1)
try_(s.recvfrom_into, bytearray(3), 5)
try_(s.recvfrom_into, bytearray(3), -5)
try_(s.send, "x")
try_(s.send)
try_(s.send, b"x")
try_(s.sendall, "x")
try_(s.sendto)
try_(s.sendto, b"x")
try_(s.sendto, b"x", 0)
try_(s.sendto, b"x", 0, 1, 2)
try_(s.sendto, b"x", "x", ("127.0.0.1", 9))
try_(s.listen, "x")
try_(s.accept)
try_(s.getpeername)
try_(s.shutdown, socket.SHUT_RDWR)
try_(s.shutdown, 7)
try_(s.setsockopt, 1, 2)
try_(s.setsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR, "x")
try_(s.setsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR, 1.5)
try_(s.setsockopt, socket.SOL_SOCKET, 9999, 1)
try_(s.getsockopt, 1)
try_(s.getsockopt, 1, 2, -4)
try_(s.getsockopt, 1, 2, 4000)
try_(s.getsockopt, 99, 2)
try_(s.connect)
try_(s.settimeout)
try_(s.fileno, 1)

# closed
s.close()
s.close()
print(s, s.fileno(), s.detach())
try_(s.recv, 1)
try_(s.recv_into, bytearray(1))
try_(s.send, b"")
try_(s.sendall, b"")
try_(s.getsockname)
try_(s.bind, ("127.0.0.1", 0))
try_(s.listen)
try_(s.accept)
try_(s.connect, ("127.0.0.1", 1))
try_(s.shutdown, 2)
try_(s.getsockopt, 1, 2)
try_(s.settimeout, 1)
try_(s.setblocking, 0)
try_(s.__enter__)

try_(socket.socket, "x")
try_(socket.socket, 99)
try_(socket.socket, socket.AF_INET, 15)
try_(socket.socket, socket.AF_INET, socket.SOCK_STREAM, 99)
try_(socket.socket, fileno="x")
try_(socket.socket, fileno=-1)
try_(socket.socket, fileno=99999)
try_(socket.socketpair, socket.AF_INET)

# a peer that is gone: an exception, no signal
a, b = socket.socketpair()
b.close()
try_(a.send, b"x")
try_(a.sendall, b"x")
print(a.recv(5))
a.close()

# two cannot have one port
a = socket.socket()
a.bind(("127.0.0.1", 0))
b = socket.socket()
try_(b.bind, a.getsockname())
a.listen()
try_(b.bind, a.getsockname())
c = socket.socket()
c.connect(a.getsockname())
try_(c.connect, a.getsockname())
try_(b.bind, ("192.0.2.1", 0))

six = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
try_(six.bind, "x")
try_(six.bind, ("::1",))
try_(six.bind, ("::1", 0, 0, 0, 0))
try_(six.bind, ("::1", 0, 1 << 20))
try_(six.bind, ("::1", -2))

local = socket.socket(socket.AF_UNIX)
try_(local.connect, "/nobody/is/here")
try_(local.connect, "x" * 200)
try_(local.bind, 5)
try_(local.bind, ("x", 1))

d = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
d.bind(("127.0.0.1", 0))
try_(d.listen)
try_(d.send, b"x")
try:
    d.sendto(bytes(70000), d.getsockname())
except OSError as e:
    print(e)
print(issubclass(socket.gaierror, OSError), socket.timeout is TimeoutError, socket.error is OSError)
