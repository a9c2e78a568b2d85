# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, weakref
# skip: oom -- a MemoryError in a finaliser is contained
# timeout: 30
"""Automatic collections while a program runs: everything is cleaned up once, whatever the moment."""
import gc
import weakref


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


N = 2000
count = {"made": 0, "deleted": 0, "callback": 0, "finalize": 0, "finally": 0}
deleted = [0] * N


class Node:
    def __init__(self, number):
        self.number = number
        self.link = self
        self.data = [number] * 5
        count["made"] += 1

    def __del__(self):
        assert self.data == [self.number] * 5, self.data
        deleted[self.number] += 1
        count["deleted"] += 1
        [Node.helper(i) for i in range(3)]

    @staticmethod
    def helper(i):
        return {"key": [i] * 3, "text": "x%d" % i}


def dead(ref):
    count["callback"] += 1
    Node.helper(5)


def finalized(number):
    count["finalize"] += 1


def generator(node):
    try:
        while True:
            yield node.number
    finally:
        count["finally"] += 1


def step(i, refs, table, weak):
    node = Node(i)
    refs.append(weakref.ref(node, dead))
    weakref.finalize(node, finalized, i)
    table[i] = node
    weak.add(node)
    g = generator(node)
    next(g)
    if i % 3 == 0:
        node.link = Node.helper(i)
    if i % 7 == 0:
        node.generator = g


def main():
    refs = []
    table = weakref.WeakValueDictionary()
    weak = weakref.WeakSet()
    live = 0
    for i in range(N):
        step(i, refs, table, weak)
        if i % 100 == 0:
            live = max(live, len(table))
            assert len(weak) >= sum(1 for c in weak)
    collect()
    collect()
    return refs, table, weak


refs, table, weak = main()
collect()
collect()
collect()
print(count, max(deleted), min(deleted))
print(len(table), len(weak), sum(r() is None for r in refs))
