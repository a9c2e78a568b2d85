# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: bit_length, bit_count, to_bytes, from_bytes, conjugate and numeric attributes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for n in (0, 1, -1, 255, 256, -256, 2**64 - 1, 2**64, -(2**100)):
    print(n, n.bit_length(), n.bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (0).to_bytes(0, "big"))
print((-2).to_bytes(2, "big", signed=True), (2**70).to_bytes(9, "little"))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"", "big"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\xff" * 12, "little"))
print(int.from_bytes([1, 2, 3], byteorder="big"))
err((256).to_bytes, 1, "big")
err((-1).to_bytes, 1, "big")
err((1).to_bytes, -1, "big")
err((1).to_bytes, 1, "middle")
err((128).to_bytes, 1, "little", signed=True)
print((5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator)
for i in range(1, 130, 16):
    v = -(3 ** i)
    k = v.bit_length() // 8 + 1
    assert int.from_bytes(v.to_bytes(k, "big", signed=True), "big", signed=True) == v
    assert int.from_bytes(v.to_bytes(k, "little", signed=True), "little", signed=True) == v
print((7).__add__(3), (7).__floordiv__(2), (1).__eq__(1), (7).__lt__(3))
