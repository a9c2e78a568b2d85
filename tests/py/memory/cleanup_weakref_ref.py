# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, big-int, bytearray, float, memoryview, set, weakref
"""weakref.ref: identity, equality, hashes, text, and what it accepts."""
import array
import gc
import weakref


class C:
    def __init__(self, n=0):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, C) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def method(self):
        pass


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


c = C(1)
r = weakref.ref(c)
print(r() is c, weakref.ref(c) is r, weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r])
k = weakref.ref(c, print)
print(k is r, k == r, hash(k) == hash(r) == hash(c), weakref.getweakrefcount(c))
print(r.__callback__, k.__callback__ is print, weakref.ref(c, None) is r)
print(type(r).__name__, weakref.ref.__module__, type(r) is weakref.ref, weakref.ref is weakref.ReferenceType, isinstance(r, weakref.ref))
d = C(1)
s = weakref.ref(d)
print(s == r, s is r, s != r)
d.n = 2
print(s == r, s != r)
unhashed = weakref.ref(d)
hash(r)
text = repr(r)
print(text.startswith("<weakref at 0x"), "; to 'C' at 0x" in text)
print("(C)" in repr(weakref.ref(C)))
del k
c = d = None
collect()
print(r(), s(), r == s, r == r, r.__callback__, repr(r).endswith("; dead>"))
print(hash(r) == hash(1))
try:
    hash(unhashed)
except TypeError as error:
    print(error)
print(weakref.getweakrefcount(5), weakref.getweakrefs("x"))


def function():
    pass


def generator():
    yield


class Slots:
    __slots__ = ("a",)


class SlotsWeak:
    __slots__ = ("a", "__weakref__")


class SlotsChild(SlotsWeak):
    __slots__ = ()


class SlotsOpen(Slots):
    pass


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    pass


class I(int):
    pass


class S(str):
    pass


class E(Exception):
    pass


class M(type):
    pass


class F(frozenset):
    pass


things = [C(), function, generator(), Slots(), SlotsWeak(), SlotsChild(), SlotsOpen(), L(), D(), T(), I(), S(), E(),
          M("X", (), {}), F([1]), {1}, frozenset([1]), C().method, C, int, gc, array.array("b"), 1, 10**30, 1.5, "s",
          "a longer text", b"bytes", (1, 2), [1], {1: 2}, None, True, ValueError(), range(3), slice(1), object(),
          print, len, weakref.ref(function), memoryview(b"x"), property(), bytearray(), ..., NotImplemented,
          iter([1]), lambda: 0]
for thing in things:
    try:
        ref = weakref.ref(thing)
        print(type(thing).__name__, ref() is thing)
    except TypeError as error:
        print(error)
for args in ((), (1, 2, 3)):
    try:
        weakref.ref(*args)
    except TypeError as error:
        print(error)
try:
    r(1)
except TypeError as error:
    print(error)
try:
    r.attribute = 1
except AttributeError as error:
    print(error)
print(r == 1, r != 1, r == None)
try:
    r < s
except TypeError as error:
    print(error)

# many of one, and one of many
target = C(9)
refs = [weakref.ref(target, lambda ref: None) for i in range(50)]
print(weakref.getweakrefcount(target))
del refs[::2]
collect()
print(weakref.getweakrefcount(target))
targets = [C(i) for i in range(300)]
refs = [weakref.ref(t) for t in targets]
print(all(r() is t for r, t in zip(refs, targets)))
del targets[::3]
t = None
collect()
print(sum(r() is None for r in refs), all(r() is None or r().n % 3 for r in refs))
