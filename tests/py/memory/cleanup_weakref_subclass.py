# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""Classes derived from weakref.ref: attributes, __slots__, callbacks that get the whole object."""
import gc
import weakref


class C:
    def __init__(self, n=0):
        self.n = n


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


class KeyedRef(weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


log = []
c = C(1)
r = KeyedRef(c, lambda ref: log.append((type(ref).__name__, ref.key, ref())), "the key")
print(r() is c, r.key, isinstance(r, weakref.ref), r == weakref.ref(c), hash(r) == hash(c))
collect()
print(weakref.getweakrefcount(c), r in weakref.getweakrefs(c))
try:
    r.other = 1
except AttributeError as error:
    print("no other")
other = KeyedRef(c, None, "second")
print(other is r, other == r, other.key)
c = None
collect()
print(log, r(), other(), r == other)


class Named(weakref.ref):
    def __init__(self, ob, callback=None, **annotations):
        super().__init__(ob, callback)
        self.counter = 0
        for k, v in annotations.items():
            setattr(self, k, v)

    def __call__(self):
        ob = super().__call__()
        if ob is not None:
            self.counter += 1
            ob = (ob, self.counter)
        return ob


c = C(2)
n = Named(c, a=1, b="two")
print(n()[0] is c, n()[1], n.a, n.b, n.counter)
table = {n: "found"}
print(table[weakref.ref(c)], table[n])
c = None
collect()
print(n(), n.a, n.counter)


class Counting(weakref.ref):
    """removes itself from a table when its object is gone"""

    table = {}

    def __new__(cls, ob):
        self = super().__new__(cls, ob, cls.forget)
        cls.table[id(self)] = self
        return self

    def __init__(self, ob):
        super().__init__(ob)

    def forget(self):
        del Counting.table[id(self)]
        log.append("forgotten")


log.clear()
cs = [C(i) for i in range(6)]
for c in cs:
    Counting(c)
c = None
collect()
print(len(Counting.table), log)
del cs[::2]
collect()
print(len(Counting.table), log)
cs = None
collect()
print(len(Counting.table), len(log))


# the reference's own __del__, and its attributes that refer back to it
class Tidy(weakref.ref):
    def __del__(self):
        log.append("ref gone")


log.clear()
c = C()
t = Tidy(c)
t.me = t
t = None
collect()
print(log, weakref.getweakrefcount(c))
