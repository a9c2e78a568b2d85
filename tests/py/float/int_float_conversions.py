# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods
# Shows: int() truncates, float() of text and ints, comparisons at exact powers.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for x in (0.0, 0.5, -0.5, 1.5, -1.5, 2.0**20 + 0.5, -2.0**20 - 0.5, 2.0**40, -2.0**62, 2.0**64, 2.0**100):
    print(int(x), int(-x), float(int(x)) <= abs(x) if x > 0 else True, x == int(x), hash(x) == hash(int(x)) if x == int(x) else '')
print(float(2**40) == 2**40, float(-2**62) == -2**62, 2.0**30 == 2**30, 2**31 == 2.0**31, 2.0**31 < 2**31 + 1, 2.0**32 > 2**32 - 1, 2**100 == 2.0**100, -2**100 < -2.0**99)
print(1e0 + 2**20, 2**20 - 0.5, 0.5 * 2**10, 2**10 / 0.5, 2**3 ** 2.0, True + 0.5, 0.5 - True, 3 // 0.5, 7 % 2.5, -7 % 2.5, divmod(7, 2.5), divmod(-7, 2.5), 2 ** -2, 0.5 ** 2, 4 ** 0.5, (-8) ** 2.0, 0 ** 0.0, 0.0 ** 0)
l = [0.5] * 4
l[1] += 1
l[2] *= 4
l[3] //= 1
print(l, sum(l), 0.5 in l, l.index(2), l.count(0), max(l), sorted(l, reverse=True), [int(v) for v in l], [v.is_integer() for v in l])
print(range(int(3.9)), 'ab' * int(2.0), [1, 2, 3][int(1.0)], chr(int(65.0)), int('7') / 2, float('7') // 2, round(7 / 2), 10**2 * 0.25, 1e2, 5e-1, -1.5e+1)
err(lambda: [1][1.0])
err(lambda: 'a' * 2.0)
err(lambda: range(2.0))
err(lambda: chr(65.0))
err(lambda: 1.5 << 1)
err(lambda: 1.0 & 1)
err(lambda: [0] * 1.5)
err(lambda: 'abc'[0.5:])
err(lambda: bytes(2.0))
err(lambda: hex(1.0))
