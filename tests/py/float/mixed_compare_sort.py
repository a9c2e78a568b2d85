# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: Floats order with ints and bools, sort stably, key errors reported.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

data = [3, 1.5, 2, -0.5, 2.0, True, 0.0, -1, 10**12]
print(sorted(data), sorted(data, reverse=True))
print([x for x in data if x > 1], max(data), min(data), sum([0.5, 1, True, 2.25]))
print(1.0 == 1, 1.5 != 1, 0.5 < True, 2 >= 2.0, (1, 2.0) == (1.0, 2), [1.0] < [1, 0])
err(lambda: 1.5 < "a")
err(lambda: sorted([1.5, "a"]))
err(lambda: max(1.5, None))
err(lambda: 1.5 > None)
print(1.0 is None, hash(0.5) == hash(0.5), hash(3.0) == 3, {0.5: 1, 1: 2}[True])
x = 0.0
n = 0
while x < 10:
    x += 0.125
    n += 1
print(x, n)
