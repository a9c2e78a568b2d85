# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Small ints: bits, shifts, and what an int tells of itself."""
for a in 0, 1, 12, -1, -13, 255:
    for b in 0, 1, 10, -2:
        print(a & b, a | b, a ^ b, end="; ")
    print(~a, a << 3, a >> 1, a >> 40, a.bit_length())
print(1 << 28, -1 << 28, (1 << 28) >> 28, 0 << 5, 0 << 1000)
x = 0xF0
x &= 0x3C; x |= 1; x ^= 7; x <<= 4; x >>= 2
print(x)
for f in (lambda: 1 << -1), (lambda: 1 >> -1):
    try:
        print(f())
    except ValueError:
        print("negative")
print(0b1011, 0o17, 0xFF, 1_000, bin(10), oct(-8), hex(255), True + True, True & False, True ^ 3)
print(int("42"), int("-0x1f", 16), int("0b101", 0), int(" 7 "), int("zz", 36), int(True), int())
for text in "", "4x", "0x", "--1", "1 2", "9" * 3 + "a":
    try:
        print(int(text))
    except ValueError:
        print("no int", repr(text))
print((5).__add__(3), int.__mul__(6, 7), (5).__eq__("a"), hash(9), isinstance(True, int), (300).to_bytes(2, "big"))
print(int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff", "big", signed=True), (-2).to_bytes(2, "little", signed=True))
