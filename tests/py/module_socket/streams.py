# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: streams within one program: pairs, listeners, IPv4, IPv6 and local sockets.
# needs: bytearray, memoryview, percent, rare-errors, sockets
# skip: oom -- moves more data than there is memory
import socket

a, b = socket.socketpair()
print(a.family == socket.AF_UNIX, a.type == socket.SOCK_STREAM, a.proto, a.getsockname(), b.getpeername())
print(a.send(b"hello"), a.sendall(b", world"), b.recv(100), b.fileno() != a.fileno())
for data in (b"", b"x", bytearray(b"array"), memoryview(b"a view")[2:]):
    print(a.send(data))
print(b.recv(3), b.recv(1), b.recv(100))
print(a.sendall(b"peeked"), b.recv(3, socket.MSG_PEEK), b.recv(10), b.recv(0))

# into buffers
target = bytearray(10)
a.send(b"0123456789abcdef")
print(b.recv_into(target), target, b.recv_into(target, 2), target, b.recv_into(memoryview(target)[4:]), target)
a.send(b"named")
print(b.recv_into(target, nbytes=3, flags=socket.MSG_PEEK), b.recv_into(buffer=target, flags=0), target)
a.send(b"from")
print(b.recvfrom(10))
a.send(b"from into")
print(b.recvfrom_into(target), target)

# half closed, then closed
a.shutdown(socket.SHUT_WR)
print(b.recv(5), b.recv(5), b.recv_into(target))
b.send(b"back")
print(a.recv(5))
b.close()
print(a.recv(5))
a.close()


def serve(family, host, **kw):
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(host)
    listener.listen(5)
    client = socket.socket(family)
    client.connect(listener.getsockname())
    server, peer = listener.accept()
    print(peer == client.getsockname() or peer, client.getpeername() == server.getsockname())
    print(server.family == family, server.type == socket.SOCK_STREAM, server.gettimeout())
    client.sendall(b"question")
    print(server.recv(100))
    server.sendall(b"answer" * 1000)
    got = b""
    while len(got) < 6000:
        got += client.recv(1000)
    print(got == b"answer" * 1000)
    server.close()
    print(client.recv(1))
    client.close()
    listener.close()


serve(socket.AF_INET, ("127.0.0.1", 0))
serve(socket.AF_INET, ("localhost", 0))
serve(socket.AF_INET, (b"127.0.0.1", 0))
serve(socket.AF_INET, ("", 0))
serve(socket.AF_UNIX, "")
try:
    serve(socket.AF_INET6, ("::1", 0))
except OSError as e:  # a machine without IPv6
    print(e)

# create_connection, and several at once
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
clients = []
for i in range(5):
    clients.append(socket.create_connection(listener.getsockname(), timeout=5 if i % 2 else None))
    clients[-1].sendall(b"client %d" % i)
servers = [listener.accept()[0] for c in clients]
print(sorted(s.recv(20) for s in servers), [c.gettimeout() for c in clients])
for c in clients + servers:
    c.close()
s = socket.create_connection(("localhost", listener.getsockname()[1]), source_address=("127.0.0.1", 0))
print(s.getsockname()[0], s.getpeername()[0])
s.close()

# more than fits: sent in parts while the other side reads
a, b = socket.socketpair()
a.setblocking(False)
data = bytes(range(256)) * 8000
sent, got = 0, bytearray()
while len(got) < len(data):
    if sent < len(data):
        try:
            sent += a.send(data[sent : sent + 10000])
            continue
        except BlockingIOError:
            pass
    got += b.recv(65536)
print(got == data)


# classes derived from it, and `with`
class Counted(socket.socket):
    def __init__(self, *args):
        super().__init__(*args)
        self.sent = 0

    def send(self, data):
        self.sent += len(data)
        return super().send(data)


with Counted(socket.AF_INET, socket.SOCK_STREAM) as c:
    c.connect(listener.getsockname())
    c.send(b"1234")
    c.send(b"56")
    print(type(c).__name__, c.sent, isinstance(c, socket.socket), listener.accept()[0].recv(10))
print(c.fileno())
with listener:
    pass
print(listener.fileno())

# a descriptor goes from one object to another
a, b = socket.socketpair()
number = a.detach()
print(a.fileno())
again = socket.socket(fileno=number)
print(again.fileno() == number, again.family == socket.AF_UNIX, again.type == socket.SOCK_STREAM)
again.send(b"still there")
print(b.recv(20))
