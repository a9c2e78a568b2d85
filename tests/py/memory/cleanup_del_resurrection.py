# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""What __del__ brings back lives on, is intact, and is not finalised a second time."""
import gc
import weakref

saved = []
log = []


class Phoenix:
    def __init__(self, name):
        self.name = name
        self.data = [name] * 3
        self.me = self

    def __del__(self):
        log.append(self.name)
        saved.append(self)


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


def make(n):
    for i in range(n):
        Phoenix(i)


make(5)
collect()
print(sorted(log), sorted(p.name for p in saved))
print(all(p.data == [p.name] * 3 and p.me is p for p in saved))
saved.clear()
collect()
print(sorted(log))

# its weak references were cleared before
refs = []


def with_refs():
    p = Phoenix("weak")
    refs.append(weakref.ref(p))


with_refs()
collect()
print(refs[0](), [p.name for p in saved])
again = weakref.ref(saved[0])
print(again() is saved[0])
saved.clear()
collect()
print(again(), log.count("weak"))


# through something else that dies with it
class Holder:
    def __init__(self):
        self.parts = {"list": [1, 2], "phoenix": Phoenix("part")}
        self.me = self

    def __del__(self):
        saved.append(self.parts)
        log.append("holder")


def make_holder():
    Holder()


make_holder()
collect()
print(log.count("holder"), log.count("part"), sorted(type(s).__name__ for s in saved))
parts = [s for s in saved if isinstance(s, dict)][0]
print(parts["list"], parts["phoenix"].name)
saved.clear()
parts = None
collect()
print(log.count("holder"), log.count("part"))


# brought back by a global name, dropped, and created anew
class Keeper:
    made = 0
    current = None

    def __init__(self):
        Keeper.made += 1
        self.number = Keeper.made

    def __del__(self):
        Keeper.current = self


def keep():
    Keeper()


for i in range(3):
    keep()
    collect()
    print(Keeper.current.number)
    Keeper.current = None
    collect()
    print(Keeper.current)


# an object whose __del__ makes another one like it
class Chain:
    alive = 0

    def __init__(self, n):
        self.n = n

    def __del__(self):
        Chain.alive += 1
        if self.n:
            Chain(self.n - 1)


def start():
    Chain(4)


start()
for i in range(6):
    collect()
print(Chain.alive)
