# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""Callbacks: in which order, with what, and when not at all."""
import gc
import weakref

log = []


class C:
    pass


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


def note(name):
    return lambda ref: log.append((name, ref()))


c = C()
refs = [weakref.ref(c, note(i)) for i in range(5)]
first = weakref.ref(c)
c = None
collect()
print(log)
log.clear()

# a reference that dies before or with its target calls nothing
c = C()
refs = [weakref.ref(c, note("kept")), weakref.ref(c, note("dropped"))]
refs.pop()
collect()
c = None
collect()
print(log)
log.clear()


def together():
    c = C()
    c.ref = weakref.ref(c, note("own"))
    c.me = c


together()
collect()
print(log)

# the argument is the reference itself
got = []
c = C()
ref = weakref.ref(c, got.append)
c = None
collect()
print(got == [ref], got[0] is ref, ref())


# callbacks may do anything: make references, collect, kill others
class Chain:
    def __init__(self, n):
        self.n = n
        self.me = self


alive = {i: Chain(i) for i in range(5)}
chain = []


def died(n):
    def callback(ref):
        log.append(n)
        alive.pop(n + 1, None)
        c = C()
        chain.append(weakref.ref(c, lambda r: log.append("inner %d" % n)))
        del c
        gc.collect()

    return callback


for i, o in alive.items():
    chain.append(weakref.ref(o, died(i)))
o = None
log.clear()
del alive[0]
for i in range(8):
    collect()
print(sorted(log, key=str), alive)

# a callback sees its object gone, but not what the object referred to
class Holder:
    def __init__(self, value):
        self.value = value
        self.me = self


shared = [1, 2, 3]
h = Holder(shared)
seen = []
ref = weakref.ref(h, lambda r: seen.append((r(), len(shared))))
h = None
collect()
print(seen)

# before __del__ of the same object in a ring
log.clear()


class Both:
    def __init__(self):
        self.me = self

    def __del__(self):
        log.append("del")


b = Both()
ref = weakref.ref(b, lambda r: log.append("callback"))
b = None
collect()
print(log, ref())

# bound methods, classes and builtins as callbacks
class Watcher:
    def __init__(self):
        self.count = 0

    def died(self, ref):
        self.count += 1


w = Watcher()
cs = [C() for i in range(10)]
refs = [weakref.ref(c, w.died) for c in cs]
c = None
del cs[5:]
collect()
print(w.count)
cs = None
collect()
print(w.count)

# the same callback for a thousand
count = [0]


def many(ref):
    count[0] += 1


targets = [C() for i in range(1000)]
refs = [weakref.ref(t, many) for t in targets]
targets = None
collect()
dead = sum(r() is None for r in refs)
# Any of the thousand addresses may be left in a dead word of the C stack, which is searched as it is.
print(count == [dead], dead > 990)
