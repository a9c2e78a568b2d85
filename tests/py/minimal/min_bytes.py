# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""bytes: literals, items, slices, comparing and methods."""
b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), b + b"!", b"ab" * 2, b"l" in b, 104 in b, 300 in [*b])
print(bytes(3), bytes([1, 2, 255]), bytes(b"abc"), bytes(), bytes("text", "utf-8"), bytes(range(3)))
print(b"a" < b"b", b"a" == b"a", b"a" != "a", b"" == bytes(0), hash(b"ab") == hash(b"a" + b"b"), b"abc" > b"ab")
print([hex(x) for x in b"\x10\x20"], [x * 2 for x in b"abc"], sum(b"\x01\x02"), max(b"az"), sorted(b"cab"))
print({b"k": 1}[b"k"], b"k" in {b"k": 2}, bytes([65, 66]).decode(), str(b"x"), repr(b"'\"\n\\"))
for make in (lambda: bytes([256])), (lambda: bytes([-1])), (lambda: bytes(-1)):
    try:
        make()
    except ValueError:
        print("no byte")
for wrong in (lambda: b"a" + "b"), (lambda: bytes("a")), (lambda: b[0:1] < "a"):
    try:
        wrong()
    except TypeError:
        print("types")
try:
    b[0] = 5
except TypeError:
    print("cannot be changed")
try:
    b[99]
except IndexError:
    print("no such byte")
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(type(e).__name__)
x, y, *z = b"four"
print(x, y, z)
