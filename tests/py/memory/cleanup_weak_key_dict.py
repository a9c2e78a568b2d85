# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, weakref
# skip: asan-increments, asan-moves -- frames have red zones: which dead word of the C stack keeps an object is chance
"""weakref.WeakKeyDictionary."""
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


class K:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "K(%r)" % self.n


class Equal:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Equal) and self.n == other.n

    def __hash__(self):
        return hash(self.n)


d = weakref.WeakKeyDictionary()
keys = [K(i) for i in range(6)]
for k in keys:
    d[k] = k.n * 10
k = None
print(len(d), d[keys[2]], d.get(keys[3]), d.get(K(2)), d.get(K(2), "no"), keys[1] in d, K(1) in d, 5 in d)
print(sorted(k.n for k in d), sorted(d.values()), sorted((k.n, v) for k, v in d.items()), sorted(k.n for k in d.keys()))
print(len(d.keyrefs()), repr(d).startswith("<WeakKeyDictionary at 0x"))
del keys[:2]
collect()
print(len(d), sorted(d.values()))
for what in (lambda: d[K(1)], lambda: d.pop(K(1)), lambda: d.__delitem__(K(1))):
    try:
        what()
    except KeyError as error:
        print("KeyError")
for what in (lambda: d[5], lambda: d.__setitem__("text", 1), lambda: d.setdefault(None, 1)):
    try:
        what()
    except TypeError as error:
        print(error)
print(d.pop(keys[0]), d.pop(keys[0], "gone"), len(d))
print(d.setdefault(keys[0], "set"), d.setdefault(keys[0], "again"), d[keys[0]])
other = weakref.WeakKeyDictionary({keys[1]: "other"})
d.update(other)
d.update({keys[2]: "plain"})
print(d[keys[1]], d[keys[2]])
copy = d.copy()
print(copy == d, type(copy).__name__, len(copy | other), dict(copy) == dict(d))
k, v = copy.popitem()
print(d[k] == v, len(copy))
copy.clear()
print(len(copy), copy == {})
del d[keys[0]]
print(keys[0] in d)

# equal keys are one, and the first one's life counts
a, b = Equal(1), Equal(1)
e = weakref.WeakKeyDictionary()
e[a] = "a"
e[b] = "b"
print(len(e), e[a], e[b], e[Equal(1)])
b = None
collect()
print(len(e), e[a])
a = None
collect()
print(len(e))

# a value is kept by its key
class Value:
    pass


k = K("holder")
d.clear()
d[k] = Value()
watch = weakref.ref(d[k])
collect()
print(watch() is not None)
k = None
collect()
collect()
print(watch(), len(d))

keys = [K(i) for i in range(500)]
for k in keys:
    d[k] = k.n
k = None
del keys[::5]
collect()
print(len(d), sum(d.values()))
keys = None
collect()
print(len(d), list(d.items()))


def f():
    pass


d[f] = "function"
d[K] = "class"
d[gc] = "module"
print(d[f], d[K], d[gc], len(d))
