# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Unpacking: in assignments, loops, calls and displays."""
a, b = 1, 2
a, b = b, a
(c, d), e = [3, 4], 5
[f, [g]] = "x", (6,)
print(a, b, c, d, e, f, g)
first, *rest = range(5)
*init, last = "abcd"
head, *middle, tail = [1, 2]
print(first, rest, init, last, head, middle, tail)
(x, *y), *z = [(1, 2, 3), 4, 5]
print(x, y, z)
p = q = r = []
p.append(1)
print(q, r is p)


class C:
    pass


o, l = C(), [0, 0]
o.x, l[0], (l[1], o.y) = 1, 2, (3, 4)
print(o.x, l, o.y)
for n, (m, *k) in [(1, "ab"), (2, "cde")]:
    print(n, m, k)
print([*"ab", *range(2)], (*[1], *(2, 3)), {**{"a": 1}, "b": 2, **{"a": 3}}, [i + j for i, j in [(1, 2), (3, 4)]])
print(*[1, 2], *"ab", sep="-")
for wrong in (lambda: one("ab")), (lambda: three([1, 2])), (lambda: star([])):
    def one(v):
        x, = v

    def three(v):
        x, y, z = v

    def star(v):
        x, *y = v

    try:
        wrong()
    except ValueError:
        print("sizes")
try:
    x, y = 5
except TypeError:
    print("no iterable")
i = 0
i, l[i] = 1, "changed"
print(i, l)
while (n := len(l)) < 5:
    l.append(n)
print(l, n)
