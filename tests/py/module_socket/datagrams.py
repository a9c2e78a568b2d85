# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: datagrams to oneself and to others.
# needs: bytearray, sockets
import socket

d = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
d.bind(("127.0.0.1", 0))
me = d.getsockname()
print(me[0], 0 < me[1] < 65536, d.type == socket.SOCK_DGRAM)
print(d.sendto(b"one", me), d.sendto(b"two", 0, me), d.sendto(b"", me), d.sendto(bytearray(b"four"), me))
data, sender = d.recvfrom(100)
print(data, sender == me)
print(d.recv(100), d.recvfrom(100) == (b"", me), d.recv(2))  # the rest of a datagram is lost
buffer = bytearray(8)
d.sendto(b"0123456789", me)
n, sender = d.recvfrom_into(buffer)
print(n, sender == me, buffer)
d.sendto(b"abc", ("localhost", me[1]))
print(d.recv_into(buffer, 2), buffer)

e = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
e.connect(me)
print(e.getpeername() == me, e.send(b"connected"))
data, sender = d.recvfrom(20)
print(data, sender == e.getsockname())
d.sendto(b"answer", sender)
print(e.recv(20))

u = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
print(repr(u.getsockname()))
u.bind("")  # the system finds a name
print(type(u.getsockname()), len(u.getsockname()), u.getsockname()[0])
v = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
v.sendto(b"anonymous", u.getsockname())
print(u.recvfrom(20))
u.sendto(b"to myself", u.getsockname())
print(u.recvfrom(20) == (b"to myself", u.getsockname()))
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.send(b"first")
a.send(b"second")
print(b.recv(100), b.recv(100), a.type == socket.SOCK_DGRAM)

try:
    six = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    six.bind(("::1", 0))
    six.sendto(b"six", six.getsockname())
    data, sender = six.recvfrom(10)
    print(data, sender == six.getsockname(), sender[0], sender[2:])
except OSError as e:  # a machine without IPv6
    print(e)
