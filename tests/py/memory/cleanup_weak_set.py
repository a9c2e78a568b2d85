# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set, weakref
"""weakref.WeakSet."""
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
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "C(%d)" % self.n


def show(s):
    return type(s).__name__, sorted(c.n for c in s)


cs = [C(i) for i in range(8)]
s = weakref.WeakSet(cs)
print(len(s), cs[3] in s, C(3) in s, 5 in s, show(s), bool(s), bool(weakref.WeakSet()))
del cs[:2]
collect()
print(len(s), show(s))
s.add(cs[0])
s.discard(cs[0])
s.discard(cs[0])
print(show(s))
try:
    s.remove(cs[0])
except KeyError:
    print("KeyError")
s.add(cs[0])
s.remove(cs[0])
t = weakref.WeakSet(cs[3:] + cs[:1])
print(show(s | t), show(s & t), show(s - t), show(s ^ t))
print(show(s.union(cs)), show(s.intersection(cs[2:4])), show(s.difference(cs[2:4])), show(s.symmetric_difference(cs)))
print(s <= t, s < t, s >= t, s > t, s == t, s != t, s.issubset(cs), s.issuperset(cs[1:3]), s.isdisjoint(cs[:1]))
print(s == weakref.WeakSet(cs[1:]), s == set(cs[1:]), s.copy() == s)
u = s.copy()
u |= t
print(show(u))
u &= s
print(show(u))
u -= weakref.WeakSet(cs[1:2])
print(show(u))
u ^= t
print(show(u))
u.update(cs)
print(show(u))
u.difference_update(cs[:2])
print(show(u))
u.intersection_update(cs[3:])
print(show(u))
u.symmetric_difference_update(cs)
print(show(u))
popped = u.pop()
print(popped in cs, popped in u, len(u))
u.clear()
print(len(u))
try:
    u.pop()
except KeyError as error:
    print("KeyError", error)
for what in (lambda: s.add(1), lambda: s.discard("x"), lambda: s | [1], lambda: hash(s)):
    try:
        what()
    except TypeError as error:
        print(error)
u = s.copy()
u &= s
popped = None
cs = cs[:3]
collect()
print(show(s), show(t), show(u))
cs = None
collect()
print(show(s), show(t), show(u))


class Sub(weakref.WeakSet):
    def __init__(self, name, items=()):
        super().__init__(items)
        self.name = name


c = C(1)
sub = Sub("s", [c])
print(sub.name, len(sub), c in sub)


# observers: those that are dropped stay away
class Subject:
    def __init__(self):
        self.observers = weakref.WeakSet()

    def tell(self):
        return sorted(o.n for o in self.observers)


subject = Subject()
observers = [C(i) for i in range(5)]
for o in observers:
    subject.observers.add(o)
o = None
print(subject.tell())
observers.pop()
observers.pop(0)
collect()
print(subject.tell())
