# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""weakref.finalize: called once, peek, detach, alive, and what it keeps."""
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


class C:
    def __init__(self, n=0):
        self.n = n


log = []


def note(*args, **kwargs):
    log.append((args, sorted(kwargs.items())))
    return len(log)


c = C(1)
f = weakref.finalize(c, note, 1, 2, a="x", b="y")
print(f.alive, f.atexit, f.peek() == (c, note, (1, 2), {"a": "x", "b": "y"}))
print(repr(f).startswith("<finalize object at 0x"), "; for 'C' at 0x" in repr(f))
c = None
collect()
print(log, f.alive, f.atexit, f.peek(), f.detach(), f(), repr(f).endswith("; dead>"))
log.clear()

# by hand: once
c = C(2)
f = weakref.finalize(c, note, "by hand")
print(f(), f.alive, f(), log)
c = None
collect()
print(log)
log.clear()

# detached
c = C(3)
f = weakref.finalize(c, note, "detached", k=1)
obj, func, args, kwargs = f.detach()
print(obj is c, func is note, args, kwargs, f.alive, f.detach())
obj = c = None
collect()
print(log)

# nobody keeps the finalizer but itself
c = C(4)
for i in range(5):
    weakref.finalize(c, note, i).atexit = i % 2 == 0
collect()
print(log)
c = None
collect()
print([entry[0][0] for entry in log])
log.clear()

# bound methods and objects that live
class Resource:
    open = 0

    def __init__(self):
        Resource.open += 1
        self._finalizer = weakref.finalize(self, Resource.release)
        self.me = self

    @staticmethod
    def release():
        Resource.open -= 1

    def close(self):
        self._finalizer()

    @property
    def closed(self):
        return not self._finalizer.alive


def resources():
    rs = [Resource() for i in range(10)]
    for r in rs[:4]:
        r.close()
    print(Resource.open, rs[0].closed, rs[9].closed)


resources()
collect()
print(Resource.open)

# many at once, in any order of dropping
cs = [C(i) for i in range(100)]
fs = [weakref.finalize(c, log.append, c.n) for c in cs]
c = None
del cs[10:90:2]
collect()
print(sorted(log) == list(range(10, 90, 2)), sum(f.alive for f in fs))
for f in fs[:5]:
    f.detach()
for f in fs[95:]:
    f()
cs = None
collect()
print(len(log), sorted(log)[:3], any(f.alive for f in fs))
log.clear()


# the function may make other finalizers and drop other objects
class Pair:
    def __init__(self, other):
        self.other = other


def chained(n):
    log.append(n)
    if n:
        c = C()
        weakref.finalize(c, chained, n - 1)


c = C()
weakref.finalize(c, chained, 3)
c = None
for i in range(6):
    collect()
print(log)
for args in ((), (C(),)):
    try:
        weakref.finalize(*args)
    except TypeError:
        print("TypeError")
try:
    weakref.finalize(1, print)
except TypeError as error:
    print(error)
