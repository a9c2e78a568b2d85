# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: options, constants and repr.
# needs: percent, sockets, text-methods
import socket

s = socket.socket()
for option in (socket.SO_REUSEADDR, socket.SO_KEEPALIVE, socket.SO_BROADCAST):
    before = s.getsockopt(socket.SOL_SOCKET, option)
    s.setsockopt(socket.SOL_SOCKET, option, 1)
    middle = s.getsockopt(socket.SOL_SOCKET, option)
    s.setsockopt(socket.SOL_SOCKET, option, False)
    print(before, middle != 0, s.getsockopt(socket.SOL_SOCKET, option))
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
print(s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 33)
print(s.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE))
s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 20000)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) >= 20000)
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, (1).to_bytes(4, "little") + (5).to_bytes(4, "little"))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, bytes(8))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE, 4), s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE, 100))
print(int(s.family), int(s.type), s.proto)


def show(s):
    text = repr(s).replace("fd=%d," % s.fileno(), "fd=N,")
    for end in (s.getsockname, s.getpeername):
        try:
            text = text.replace(", %d)" % end()[1], ", PORT)") if s.family == socket.AF_INET else text
        except OSError:
            pass
    print(text)


show(s)
s.bind(("127.0.0.1", 0))
show(s)
s.listen()
c = socket.create_connection(s.getsockname())
show(c)
show(socket.socketpair()[0])
show(socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_UDP))
u = socket.socket(socket.AF_UNIX)
u.bind("")
print(repr(u.getsockname()) in repr(u))
c.close()
print(c, [c])

names = [
    "AF_INET", "AF_INET6", "AF_UNIX", "AF_UNSPEC", "AI_NUMERICHOST", "AI_PASSIVE", "EAI_AGAIN", "EAI_NONAME",
    "IPPROTO_IP", "IPPROTO_IPV6", "IPPROTO_TCP", "IPPROTO_UDP", "IPV6_V6ONLY", "IP_ADD_MEMBERSHIP",
    "IP_MULTICAST_LOOP", "IP_MULTICAST_TTL", "MSG_DONTWAIT", "MSG_PEEK", "SHUT_RD", "SHUT_RDWR", "SHUT_WR",
    "SOCK_DGRAM", "SOCK_RAW", "SOCK_STREAM", "SOL_SOCKET", "SO_BROADCAST", "SO_ERROR", "SO_KEEPALIVE", "SO_LINGER",
    "SO_RCVBUF", "SO_REUSEADDR", "SO_REUSEPORT", "SO_SNDBUF", "SO_TYPE", "TCP_KEEPCNT", "TCP_KEEPIDLE",
    "TCP_KEEPINTVL", "TCP_NODELAY",
]
print([(name, int(getattr(socket, name))) for name in names])
