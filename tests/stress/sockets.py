# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, percent, sockets
# timeout: 20
"""Sockets made, connected, used, dropped and waited for."""
import select
import socket


def serve(family, address):
    listener = socket.socket(family)
    listener.bind(address)
    listener.listen()
    client = socket.socket(family)
    client.settimeout(5)
    client.connect(listener.getsockname())
    server, peer = listener.accept()
    return client, server, peer == client.getsockname()


total = 0
for i in range(20):
    a, b = socket.socketpair()
    a.sendall(b"%d " % i * 50)
    total += len(b.recv(1000))
    client, server, same = serve(socket.AF_UNIX, "")
    client.send(b"abc")
    buffer = bytearray(10)
    total += server.recv_into(buffer) + same
    if i % 4 == 0:
        b.close()
client, server, same = serve(socket.AF_INET, ("127.0.0.1", 0))
poll = select.poll()
poll.register(server, select.POLLIN)
print(total, same, poll.poll(0))
client.sendall(b"here")
print(len(poll.poll(5000)), select.select([server], [], [], 5)[0] == [server], server.recvfrom(10))
d = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
d.bind(("127.0.0.1", 0))
d.sendto(b"to me", d.getsockname())
data, sender = d.recvfrom(10)
print(data, sender == d.getsockname(), sender[0])
print(socket.getaddrinfo("::1", 80, type=socket.SOCK_STREAM)[0][4], repr(d)[:14])
