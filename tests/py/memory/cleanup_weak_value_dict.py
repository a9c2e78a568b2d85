# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, weakref
# skip: asan-increments, asan-moves -- frames have red zones: which dead word of the C stack keeps an object is chance
"""weakref.WeakValueDictionary."""
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


class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "V(%r)" % self.n


class Key:
    def __init__(self, n):
        self.n = n


d = weakref.WeakValueDictionary()
print(len(d), bool(d), list(d), d == {}, repr(d).startswith("<WeakValueDictionary at 0x"))
values = [V(i) for i in range(6)]
for v in values:
    d[v.n] = v
v = None
print(len(d), sorted(d), d[3], d.get(4), d.get(99), d.get(99, "none"), 2 in d, 99 in d, "x" in d)
print(sorted(d.keys()), sorted(v.n for v in d.values()), sorted((k, v.n) for k, v in d.items()))
print(len(d.valuerefs()), sorted(r().n for r in d.itervaluerefs()), all(isinstance(r, weakref.ref) for r in d.valuerefs()))
del values[0]
del values[1:3]
collect()
print(len(d), sorted(d), 0 in d, d.get(0), sorted(v.n for v in d.values()))
for what in (lambda: d[0], lambda: d["missing"], lambda: d.pop(0), lambda: d.__delitem__(0)):
    try:
        what()
    except KeyError as error:
        print("KeyError", error)
print(d.pop(1), d.pop(1, "gone"), len(d))
extra = V("extra")
print(d.setdefault("e", extra), d.setdefault("e", values[0]), len(d))
d["e"] = values[-1]
extra = None
collect()
print(d["e"], len(d))
other = weakref.WeakValueDictionary({"a": values[0], "b": values[-1]})
d.update(other)
d.update({"c": values[0]})
d.update([("p", values[0])], q=values[-1])
print(sorted(d, key=str))
copy = d.copy()
print(type(copy).__name__, copy == d, copy is d, dict(copy) == dict(d), d == dict(d), d != {}, dict(d) == d)
print(sorted(d | {"z": values[0]}, key=str), type(d | other).__name__)
d |= other
print(len(d))
k, v = copy.popitem()
print(k in d, d[k] is v, len(copy))
copy.clear()
print(len(copy))
try:
    copy.popitem()
except KeyError as error:
    print("KeyError", error)
try:
    d["bad"] = 5
except TypeError as error:
    print(error)
try:
    hash(d)
except TypeError as error:
    print(error)
del d["e"]
print("e" in d)
values = v = None
collect()
print(len(d), list(d.items()), d == {})

# what is a key lives only as long as the value
key, value = Key(1), V(1)
d[key] = value
watch = weakref.ref(key)
key = None
collect()
print(watch() is not None, len(d))
value = None
collect()
collect()
print(watch(), len(d))

# the same value under many keys; a value replaced by another that lives
v = V("many")
for i in range(20):
    d[i] = v
w = V("other")
d[5] = w
v = None
collect()
print(list(d.items()))


class Sub(weakref.WeakValueDictionary):
    def __init__(self, name, *args):
        super().__init__(*args)
        self.name = name

    def __getitem__(self, key):
        return ("sub", super().__getitem__(key))


s = Sub("named", {"w": w})
print(s.name, s["w"], len(s), isinstance(s, weakref.WeakValueDictionary))
big = [V(i) for i in range(1000)]
d.clear()
for v in big:
    d[v.n] = v
v = None
del big[::2]
collect()
print(len(d), sum(d), all(k % 2 for k in d))
big = None
collect()
print(len(d))
