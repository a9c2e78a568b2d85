# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, increments, weakref
# Shows: T6.3: with a bound on pauses, collections proceed in slices while a program replaces, moves and hides its objects, and nothing is lost.
import gc
import weakref


class Node:
    def __init__(self, number, following=None):
        self.number = number
        self.following = following


def chain(first, length):
    node = None
    for i in range(length):
        node = Node(first + i, node)
    return node


def numbers(node):
    out = []
    while node:
        out.append(node.number)
        node = node.following
    return out


def countdown(n):
    held = [n]  # lives in the generator while it is suspended
    while n:
        yield held[0] + n
        n -= 1


before = gc.stats()['kinds']
gc.pause(300)
live = [chain(i * 10, 5) for i in range(2000)]
table, generators, deaths = {}, [], []
for i in range(60000):
    k = i * 7919 % 2000
    if i % 5 == 0:
        live[k] = chain(k * 10, 5)
    elif i % 5 == 1:  # from one holder to another: what a marked block may hide
        a, b = live[k], live[k - 1000]
        a.following.following, b.following.following = b.following.following, a.following.following
        a.following.following, b.following.following = b.following.following, a.following.following
    elif i % 5 == 2:
        table[i % 300] = (i, [i])
        if i % 50 == 2:
            del table[i % 300]
    elif i % 5 == 3:
        live.insert(k, live.pop())  # moves all of a long list, in bulk
        live.append(live.pop(k))
    elif i % 1000 == 4:
        generators.append(countdown(9))
        for g in generators[-8:]:
            next(g, None)
        weakref.finalize(Node(i), deaths.append, i)
after = gc.stats()['kinds']
print(after['incremental'] > before['incremental'], after['fallback'] == before['fallback'])
print(all(numbers(c) == [i * 10 + 4 - j for j in range(5)] for i, c in enumerate(live)))
print(all(v == (v[0], [v[0]]) and v[0] % 300 == k for k, v in table.items()), len(table))
print([next(g) for g in generators[-3:]], len(generators))
gc.pause(0)
gc.collect()
gc.collect()
print(len(deaths) >= 50, deaths == sorted(set(deaths), key=deaths.index))
