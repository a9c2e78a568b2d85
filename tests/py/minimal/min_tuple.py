# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""tuple: making, items, comparing, hashing."""
t = (1, "two", [3])
print(t, t[0], t[-1], t[1:], t[::-1], len(t), (), (5,), 1, 2)
print((1, 2) + (3,), (0,) * 3, 2 in (1, 2), (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) != [1, 2])
print((1, 2, 1).count(1), (1, 2, 1).index(2), (1, 2, 1).index(1, 1), tuple("ab"), tuple([1]), tuple(), tuple(range(3)))
print({(1, 2): "a"}[1, 2], hash((1, "a")) == hash((1, "a")), (1, (2, (3,))), ((1,), 2) in {((1,), 2): 0})
t[2].append(4)
print(t)
for f in (lambda: t[5]), (lambda: t[-4]):
    try:
        f()
    except IndexError:
        print("no such item")
try:
    t[0] = 1
except TypeError:
    print("cannot be changed")
try:
    hash(t)
except TypeError:
    print("no hash")
try:
    (1,).index(5)
except ValueError:
    print("not there")
a, b = b, a = 1, 2
print(a, b)
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)
u = 1, 2
u += (3,)
print(u, max(u), sum(u), sorted(u, reverse=True), list(zip(u, "abc")), list(map(lambda x, y: x + y, u, u)))
