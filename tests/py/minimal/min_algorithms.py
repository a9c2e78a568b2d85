# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Small programs on numbers: sorting, primes, queens, Euclid, a matrix, a binary tree."""
def quick(a):
    if len(a) < 2:
        return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])


seed = 7


def random(n):
    global seed
    seed = (seed * 75 + 74) % 65537
    return seed % n


data = [random(100) for _ in range(30)]
print(data, quick(data) == sorted(data))
sieve = [True] * 60
for i in range(2, 8):
    if sieve[i]:
        for j in range(i * i, 60, i):
            sieve[j] = False
print([i for i in range(2, 60) if sieve[i]])


def queens(n, row=0, columns=()):
    if row == n:
        return 1
    return sum([queens(n, row + 1, columns + (c,)) for c in range(n)
                if all([c != d and abs(c - d) != row - r for r, d in enumerate(columns)])])


print([queens(n) for n in range(1, 6)])


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(84, 36), gcd(17, 5), gcd(0, 9))


def multiply(a, b):
    return [[sum([x * y for x, y in zip(r, c)]) for c in zip(*b)] for r in a]


m = [[1, 1], [1, 0]]
p = m
for _ in range(10):
    p = multiply(p, m)
print(p)


class Tree:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child:
            child.insert(key)
        else:
            setattr(self, side, Tree(key))

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def depth(self):
        return 1 + max([t.depth() if t else 0 for t in (self.left, self.right)])


t = Tree(data[0])
for k in data[1:12]:
    t.insert(k)
print(list(t), t.depth())
