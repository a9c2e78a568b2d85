# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: And, or, xor, invert of mixed signs and sizes follow two's complement.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

vals = [0, 1, -1, 5, -6, 0xff, -0x100, 2**31, -2**31, 2**64 - 1, -2**64, 2**100 + 12345, -(2**100) - 12345]
acc = 0
for a in vals:
    for b in vals:
        assert (a & b) + (a | b) == a + b
        assert (a ^ b) == (a | b) - (a & b)
        assert ~a == -a - 1
        acc = (acc * 31 + (a & b) - (a | b) + (a ^ b)) % (2**89 - 1)
print(acc)
print(-1 & 2**100, -2**70 | 1, -2**70 ^ 2**70, ~(2**80), ~-(2**80))
print(True & False, True | False, True ^ True, ~True, True & 3)
print(6 & 3 | 8 ^ 2, 1 | 2 ^ 3 & 4)
x = 0b1100
x &= 0b0110
print(x)
x |= 3
print(x)
x ^= -1
print(x)
err(lambda: 1 & 1.0)
err(lambda: 1 | "a")
err(lambda: ~1.5)
err(lambda: [] ^ 1)
