# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: addresses as text, bytes and names.
# needs: big-int, bytearray, float, rare-errors, sockets
import socket


def try_(f, *args, **kw):
    try:
        v = f(*args, **kw)
        if isinstance(v, list):
            v = [(int(i[0]), int(i[1])) + i[2:] for i in v]
        print(v)
    except (OSError, ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e, e.args)


for text in (
    "1.2.3.4", "0.0.0.0", "255.255.255.255", "1.2.3.256", "1.2.3.04", "1.2.3.", ".1.2.3", "1..2.3", "a.b.c.d",
    "1.2.3.4 ", "1.2.3.4.5", "", "999999999999.1.1.1", "1.2.3.0",
):
    try_(socket.inet_pton, socket.AF_INET, text)
for text in (
    "::", "::1", "1::", "1::8", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "1::2::3", ":::", ":", "1:", ":1", "12345::", "g::", "FE80::aBcD",
    "::1.2.3.4", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "::1.2.3.4:5",
    "1.2.3.4", "", "::1 ", "0:0:0:0:0:0:0:0", "2001:db8::0:0:1",
):
    try_(socket.inet_pton, socket.AF_INET6, text)
    try:
        print(socket.inet_ntop(socket.AF_INET6, socket.inet_pton(socket.AF_INET6, text)))
    except OSError:
        pass
# every place and length of the zeros
for start in range(8):
    for length in range(1, 9 - start):
        groups = [0x1234] * 8
        groups[start : start + length] = [0] * length
        for last in (0x1234, 0):
            groups[7] = groups[7] and last
            print(socket.inet_ntop(socket.AF_INET6, b"".join(g.to_bytes(2, "big") for g in groups)), end=" ")
print()
for packed in (bytes(12) + b"abcd", bytes(10) + b"\xff\xffabcd", bytes(8) + b"\xff\xff\0\0abcd", bytes(14) + b"ab"):
    print(socket.inet_ntop(socket.AF_INET6, packed))

try_(socket.inet_aton, "1.2.3.4")
try_(socket.inet_aton, "x")
try_(socket.inet_aton, 1)
try_(socket.inet_ntoa, b"abcd")
try_(socket.inet_ntoa, b"abc")
try_(socket.inet_ntoa, bytearray(4))
try_(socket.inet_pton, 99, "1")
try_(socket.inet_pton, socket.AF_INET6, 1)
try_(socket.inet_ntop, socket.AF_INET, b"\xff\0\x80\x01")
try_(socket.inet_ntop, socket.AF_INET6, b"abcd")
try_(socket.inet_ntop, 99, b"abcd")
for f in (socket.htons, socket.ntohs, socket.htonl, socket.ntohl):
    for value in (0, 1, 0x1234, 0xFFFF, 0x12345678, 0xFFFFFFFF, 1 << 32, -1, "x", 1.5):
        try_(f, value)

INET, INET6, STREAM, DGRAM = socket.AF_INET, socket.AF_INET6, socket.SOCK_STREAM, socket.SOCK_DGRAM
try_(socket.getaddrinfo, "127.0.0.1", 80)
try_(socket.getaddrinfo, "127.0.0.1", "80", type=STREAM)
try_(socket.getaddrinfo, b"127.0.0.1", b"80", 0, DGRAM)
try_(socket.getaddrinfo, "127.0.0.1", None, type=STREAM)
try_(socket.getaddrinfo, "127.0.0.1", 80, proto=17)
try_(socket.getaddrinfo, "127.0.0.1", 70000, type=STREAM)
try_(socket.getaddrinfo, "::1", 80, type=STREAM)
try_(socket.getaddrinfo, "::1", 80, INET)
try_(socket.getaddrinfo, "127.0.0.1", 80, INET6)
try_(socket.getaddrinfo, None, 80, type=STREAM)
try_(socket.getaddrinfo, None, 80, INET, STREAM)
try_(socket.getaddrinfo, None, 80, type=STREAM, flags=socket.AI_PASSIVE)
try_(socket.getaddrinfo, None, 80, INET6, STREAM, 0, socket.AI_PASSIVE)
try_(socket.getaddrinfo, "localhost", 80, INET, STREAM)
try_(socket.getaddrinfo, "localhost", 80, flags=socket.AI_NUMERICHOST)
try_(socket.getaddrinfo, "", 80)
try_(socket.getaddrinfo, 1, 80)
try_(socket.getaddrinfo, None, None)
try_(socket.getaddrinfo, "127.0.0.1", 1.5)
try_(socket.getaddrinfo, "127.0.0.1", "no such service", type=STREAM)
try_(socket.getaddrinfo, "127.0.0.1", -1, type=STREAM)
try_(socket.getaddrinfo, "127.0.0.1", 80, 99)
try_(socket.getaddrinfo, "127.0.0.1", 80, 0, 99)
try_(socket.getaddrinfo, "127.0.0.1", 80, 0, STREAM, 17)
try_(socket.getaddrinfo, "x." * 150 + "invalid", 80)
try_(socket.gethostbyname, "localhost")
try_(socket.gethostbyname, "127.0.0.1")
try_(socket.gethostbyname, "")
try_(socket.gethostbyname, "<broadcast>")
# names that can be none: no server is asked
try_(socket.gethostbyname, b"a" * 64 + b".invalid")
try_(socket.getaddrinfo, b"a..b", 80)
try:
    socket.create_connection((b"x." * 200, 80))
except socket.gaierror as e:
    print(e.errno == socket.EAI_NONAME, type(e).__name__)
print(socket.gaierror(1, "text"), repr(socket.gaierror(1, "text")), socket.gaierror("x"), socket.gaierror(1, 2).errno)
