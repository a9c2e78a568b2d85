# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, weakref
"""Weak containers whose items die, or come, while somebody iterates."""
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


def fresh(n):
    return [C(i) for i in range(n)]


# what dies in the middle is left out; what lives is seen once
cs = fresh(20)
d = weakref.WeakValueDictionary((c.n, c) for c in cs)
seen = []
for k, c in d.items():
    seen.append(k)
    c = None
    if k == 5:
        cs[10:15] = [None] * 5
        collect()
print(seen[:6], all(k in seen for k in range(15, 20)), len(seen), len(d))

cs = fresh(20)
d = weakref.WeakKeyDictionary((c, c.n) for c in cs)
seen = []
for k in d:
    seen.append(k.n)
    k = None
    if len(seen) == 3:
        cs[:3] = []
        cs[5:] = []
        collect()
print(seen, len(d))

cs = fresh(20)
s = weakref.WeakSet(cs)
seen = []
for c in s:
    seen.append(c.n)
    c = None
    if len(seen) == 3:
        cs = cs[10:]
        collect()
print(len(seen) == len(set(seen)), len(s), set(range(10, 20)) <= set(seen))

# two iterators, one of them abandoned
cs = fresh(6)
d = weakref.WeakValueDictionary((c.n, c) for c in cs)
one, two = d.keys(), d.items()
print(next(one), next(one), next(two)[0])
cs[2:4] = []
collect()
print(list(one), [k for k, v in two])

# additions are noticed
d = weakref.WeakValueDictionary((c.n, c) for c in cs)
for make in (lambda: d.items(), lambda: d.keys(), lambda: d.values(), lambda: iter(d)):
    it = make()
    next(it)
    extra = C("extra")
    d["extra"] = extra
    try:
        next(it)
        print("no error")
    except RuntimeError as error:
        print(error)
    extra = it = None
    collect()
s = weakref.WeakSet(cs)
it = iter(s)
next(it)
extra = C("e")
s.add(extra)
try:
    next(it)
except RuntimeError as error:
    print(error)
s.discard(extra)
it = extra = None

# everything dies during the loop
cs = fresh(10)
d = weakref.WeakKeyDictionary((c, c.n) for c in cs)
count = 0
it = iter(d.items())
k, v = next(it)
cs = k = None
collect()
print(v, list(it), len(d), list(d))

# removing by hand what a copy of the keys names
cs = fresh(10)
d = weakref.WeakValueDictionary((c.n, c) for c in cs)
for k in list(d.keys()):
    if k % 2:
        cs[k] = None
        collect()
    else:
        del d[k]
print(len(d))
