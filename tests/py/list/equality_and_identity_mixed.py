# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, text-methods
# Shows: Comparison of sequences of different types and lengths, and nested comparison with errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print([1, 2] == [1, 2], [1, 2] == (1, 2), [] == [], [] == (), [1] != [2], [1, [2, 3]] == [1, [2, 3]], [1, 'a'] == [1, b'a'], [None] == [None], [0] == [False], [1.0] == [1])
print([1, 2] < [1, 2, 0], [1, 2] < [2], [] < [1], [[1]] < [[2]], [1, 'a'] < [2, 5], (1, 2) >= (1, 2), [3] > [2, 9, 9], ['a'] < ['b'], [[], [1]] > [[]])
err(lambda: [1, 'a'] < [1, 5])
err(lambda: [1] < (1,))
err(lambda: (None,) < (1,))
err(lambda: [[1]] < [1])
err(lambda: [{}] < [{1: 2}])
print([None, 1] < [None, 2], [{}, 1] < [{}, 2], [print] == [print], [[None]] == [[None]], [1, 2, 3] != [1, 2])
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        calls.append((self.v, getattr(o, 'v', o)))
        return self.v == getattr(o, 'v', o)
calls = []
a, b = E(1), E(1)
print([a, 2] == [b, 2], calls, [a] == [a], calls, [a, E(5)] == [1, 6], calls)
calls.clear()
print(a in [b], calls, [E(3), E(4)].index(4), calls, [E(1), E(1)].count(1))
x = [1, 2, 3]
y = x[:]
y[0] = 9
z = x
z[1] = 8
print(x, y, x is z, x == z, x == y, [x, x] == [z, z], [x] * 2 == [z, x], x in [z], x in [y])
