# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Module gc: collecting by hand, switching it off, and rings that are given back."""
import gc

print(gc.isenabled(), gc.collect() >= 0)
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())


class Node:
    def __init__(self, n):
        self.n = n
        self.me = self
        self.list = [self, [n]]


for i in range(200):  # more than a small memory holds, unless it is given back
    a, b = Node(i), Node(-i)
    a.other, b.other = b, a
print(a.other.other is a, b.other.n, a.list[0].me is a)
kept = [Node(i) for i in range(5)]
gc.collect()
print([k.n for k in kept], [k.list[1] for k in kept])
for i in range(30):
    text = "x" * 100 + str(i)
    table = {j: text for j in range(10)}
gc.collect()
print(text[-3:], len(table), table[9] is text)
deleted = []


class D:
    def __del__(self):
        deleted.append(1)


d = D()
d.me = d
d = None
for i in range(3):
    x = D() if i == 5 else None
    gc.collect()
print(len(deleted))
