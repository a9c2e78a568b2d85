# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Comprehensions and generator expressions."""
print([x for x in range(5)], [x * y for x in range(3) for y in range(3) if x != y], [[y for y in range(x)] for x in range(4)])
print({x: x * x for x in range(4)}, {k: v for v, k in enumerate("abc")}, list(x for x in "xyz"), sum(x for x in range(10) if x % 3 == 0))
print([a if a % 2 else -a for a in range(6)], [(i, j) for i, j in zip("ab", range(2))], [x for x in range(20) if x % 2 if x % 3])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row], [*map(sum, m)], [max(r) for r in m])
n = 3
print([n * x for x in range(n)], [(lambda y: x + y)(n) for x in range(2)])


def f(data):
    k = 10
    return [x + k for x in data], {x: k for x in data}, [lambda: x + k for x in data][0]()


print(f([1, 2]))
primes = [p for p in range(2, 50) if all(p % q for q in range(2, p))]
print(primes)
g = (print("evaluated", x) or x for x in [1, 2])
print("not yet")
print(next(g))
print(any(x > 2 for x in [1, 5, 1 // 1]), all(x for x in ()), sorted((len(w), w) for w in "the quick fox".split()))
print([y := 5, y * 2], [z for z in [y, y + 1]], [last := x for x in "ab"], last)
try:
    print([1 // x for x in (1, 0)])
except ZeroDivisionError:
    print("inside")


class C:
    size = 3
    items = [i for i in range(size)]


print(C.items)
