# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, set, weakref
# timeout: 30
# skip: oom -- a MemoryError in a finaliser is contained
"""Random objects, references, finalizers and generators, made and dropped beside a count of what is due."""
import gc
import weakref


class Random:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n


deleted = {}
called = {}
finalized = {}
closed = {}
attic = []


def bump(table, key):
    table[key] = table.get(key, 0) + 1


class Thing:
    """__del__, now and then coming back to life"""

    def __init__(self, number, revives):
        self.number = number
        self.revives = revives
        self.edges = [self]
        self.check = (number, str(number))

    def __del__(self):
        assert self.check == (self.number, str(self.number)), self.check
        bump(deleted, self.number)
        if self.revives:
            attic.append(self)


class Plain:
    """no __del__"""

    def __init__(self, number):
        self.number = number
        self.edges = [self]


def generator(number, thing):
    try:
        while True:
            yield thing
    finally:
        bump(closed, number)


class World:
    def __init__(self, seed):
        self.random = Random(seed)
        self.objects = [None] * 40
        self.refs = {}
        self.generators = [None] * 10
        self.values = weakref.WeakValueDictionary()
        self.keys = weakref.WeakKeyDictionary()
        self.set = weakref.WeakSet()
        self.number = 0
        self.things = 0
        self.made_generators = 0
        self.made_finalizers = 0
        self.kept_refs = 0

    def make(self):
        self.number += 1
        n = self.number
        if self.random(3):
            o = Thing(n, self.random(5) == 0)
            self.things += 1
        else:
            o = Plain(n)
        other = self.objects[self.random(40)]
        if other is not None:
            o.edges.append(other)
            if self.random(2):
                other.edges.append(o)
        self.objects[self.random(40)] = o
        self.values[n] = o
        self.keys[o] = n
        self.set.add(o)

    def refer(self):
        o = self.objects[self.random(40)]
        if o is None:
            return
        self.kept_refs += 1
        key = self.kept_refs
        self.refs[key] = weakref.ref(o, lambda ref: bump(called, key))
        assert self.refs[key]() is o
        assert weakref.ref(o)() is o and weakref.proxy(o).number == o.number

    def finalize(self):
        o = self.objects[self.random(40)]
        if o is None:
            return
        self.made_finalizers += 1
        weakref.finalize(o, bump, finalized, self.made_finalizers)

    def start(self):
        o = self.objects[self.random(40)]
        g = generator(self.made_generators, o)
        self.made_generators += 1
        next(g)
        if o is not None and self.random(2):
            o.edges.append(g)
        else:
            self.generators[self.random(10)] = g

    def drop(self):
        for i in range(1 + self.random(6)):
            self.objects[self.random(40)] = None
        self.generators[self.random(10)] = None
        if self.random(10) == 0:
            attic.clear()

    def check(self):
        for o in self.objects:
            if o is not None:
                assert self.values[o.number] is o and self.keys[o] == o.number and o in self.set
                assert o.edges[0] is o
        for k, v in self.values.items():
            assert k == v.number
        for o in self.set:
            assert self.keys[o] == o.number

    def step(self):
        what = self.random(14)
        if what < 5:
            self.make()
        elif what < 7:
            self.refer()
        elif what == 7:
            self.finalize()
        elif what < 10:
            self.start()
        elif what < 13:
            self.drop()
        elif self.random(4) == 0:
            gc.collect()
        elif self.random(3) == 0:
            self.check()


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):
        x = None
    gc.collect()
    gc.collect()


def run(seed, steps):
    for table in (deleted, called, finalized, closed):
        table.clear()
    world = World(seed)
    for i in range(steps):
        world.step()
    world.objects = world.generators = None
    attic.clear()
    for i in range(3):
        collect()
        attic.clear()
    collect()
    print(seed, [set(t.values()) for t in (deleted, called, finalized, closed)],
          len(deleted) == world.things, len(called) == world.kept_refs,
          len(finalized) == world.made_finalizers, len(closed) == world.made_generators,
          len(world.values) == len(world.keys) == len(world.set) < 3,  # the C stack may still know one
          sum(r() is None for r in world.refs.values()) == len(world.refs))


for seed in range(1, 6):
    run(seed, 1500)
