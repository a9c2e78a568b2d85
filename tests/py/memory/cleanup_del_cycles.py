# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# skip: oom -- a MemoryError in a finaliser is contained
"""Rings of objects with __del__: each is called once and sees the others whole."""
import gc

log = []


class Node:
    def __init__(self, name):
        self.name = name
        self.others = []
        self.text = "node " + str(name)

    def __del__(self):
        log.append((self.name, sorted(o.text for o in self.others)))


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


def ring(n):
    nodes = [Node(i) for i in range(n)]
    for i, node in enumerate(nodes):
        node.others.append(nodes[(i + 1) % n])
        node.others.append(nodes[i - 1])


for n in (1, 2, 3, 10):
    ring(n)
    collect()
    print(n, sorted(log) == [(i, sorted(["node %d" % ((i + 1) % n), "node %d" % ((i - 1) % n)])) for i in range(n)])
    log.clear()


# a tree that hangs off a ring: children have __del__, too, and see their parent
class Child:
    def __init__(self, parent, number):
        self.parent = parent
        self.number = number
        parent.children.append(self)

    def __del__(self):
        log.append(("child", self.number, self.parent.name, len(self.parent.children)))


class Parent:
    def __init__(self, name):
        self.name = name
        self.children = []

    def __del__(self):
        log.append(("parent", self.name, sorted(c.number for c in self.children)))


def family():
    p = Parent("p")
    for i in range(3):
        Child(p, i)


family()
collect()
print(sorted(log, key=repr))
log.clear()


# one that takes the ring apart while the others still have to be called
class Breaker(Node):
    def __del__(self):
        log.append(("breaker", len(self.others)))
        for o in self.others:
            o.others = []
        self.others = None


def broken_ring():
    b = Breaker("b")
    nodes = [Node(i) for i in range(4)]
    for n in nodes:
        n.others.append(b)
        b.others.append(n)


broken_ring()
collect()
print(len(log), sorted(str(e[0]) for e in log))
log.clear()


# rings by way of closures, dicts and bound methods
class Closed:
    def __init__(self, name):
        self.name = name
        self.function = lambda: self.name
        self.method = self.call
        self.table = {self: self}

    def call(self):
        return "called " + self.name

    def __del__(self):
        log.append((self.function(), self.method(), self.table[self] is self))


def closures():
    Closed("x")
    Closed("y")


closures()
collect()
print(sorted(log))


# an exception's traceback, a generator's frame
class Local:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        print("local", self.n)


def in_frame():
    keep = Local(1)
    try:
        raise ValueError(keep)
    except ValueError as error:
        saved = error
        saved.own = saved


in_frame()
collect()


def generator():
    keep = Local(2)
    yield keep


def in_generator():
    next(generator())


in_generator()
collect()
