# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, eval
# Shows: Floor division and modulo for every combination of signs, small and big.
vals = [7, -7, 3, -3, 1, -1, 10**20, -10**20, 2**64 + 1, -(2**64) - 1]
for a in vals:
    for b in vals:
        q, r = divmod(a, b)
        assert q == a // b and r == a % b
        assert q * b + r == a
        assert r == 0 or (r > 0) == (b > 0)
        assert abs(r) < abs(b)
print(7 // -2, 7 % -2, -7 // 2, -7 % 2, -7 // -2, -7 % -2)
print(divmod(-10**20, 7), divmod(10**20, -7))
print((-2**63) // -1, (-2**31) // -1, (-2**62) // -1, (-2**30) // -1)
print(0 // 5, 0 % -5, divmod(0, -3))
print((-1) % 2**100, -1 // 2**100)
for op in ("1 // 0", "1 % 0", "divmod(1, 0)", "10**30 // 0", "10**30 % 0", "0 ** -1", "1 / 0", "1.0 // 0", "1.0 % 0"):
    try:
        print(eval(op))
    except ZeroDivisionError as e:
        print(op, "->", type(e).__name__, e)
