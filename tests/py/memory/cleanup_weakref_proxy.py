# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set, weakref
"""weakref.proxy does what its object does, and tells when it is gone."""
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
    kind = "class attribute"

    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return self.n + (o.n if isinstance(o, V) else o)

    def __radd__(self, o):
        return ("r", o + self.n)

    def __iadd__(self, o):
        self.n += o
        return self

    def __mul__(self, o):
        return self.n * o

    def __neg__(self):
        return -self.n

    def __eq__(self, o):
        return self.n == (o.n if isinstance(o, V) else o)

    def __lt__(self, o):
        return self.n < (o.n if isinstance(o, V) else o)

    def __bool__(self):
        return self.n != 0

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return ("item", i)

    def __setitem__(self, i, v):
        self.n = (i, v)

    def __delitem__(self, i):
        self.n = ("deleted", i)

    def __contains__(self, i):
        return i == "in"

    def __iter__(self):
        return iter("abc")

    def __call__(self, *args, **kw):
        return args, kw

    def __str__(self):
        return "V is %s" % self.n

    def method(self, x):
        return self.n, x


v = V(5)
p = weakref.proxy(v)
print(p.n, p.kind, p.method("x"), p + 1, p + p, 1 + p, p * 2, -p)
print(p == 5, p == v, p < 6, p < v, bool(p), len(p), p[1], "in" in p, list(p), str(p), "%s" % p)
p.n = 0
print(v.n, bool(p))
p[3] = 4
print(v.n)
del p[3]
print(v.n)
p.extra = "new"
print(v.extra, p.extra)
del p.extra
print(hasattr(v, "extra"))
v.n = 1
p += 4
print(type(p) is V, v.n)
p = weakref.proxy(v)
print(p(1, a=2), callable(p), type(p) is weakref.CallableProxyType, isinstance(p, V), p.__class__ is V)
print(weakref.proxy(v) is p, weakref.getweakrefcount(v))
print(repr(p).startswith("<weakproxy at 0x"), " to V at 0x" in repr(p))
print(sorted(k for k in p.__dict__))


class Plain:
    pass


o = Plain()
q = weakref.proxy(o)
print(type(q) is weakref.ProxyType, callable(q), weakref.ProxyType in weakref.ProxyTypes)
for what in (lambda: q.missing, lambda: q + 1, lambda: q[0], lambda: len(q), lambda: hash(q), lambda: q < 1,
             lambda: next(q), lambda: iter(q), lambda: q()):
    try:
        print(what())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, str(error).replace("weakref.", "")[:60])
log = []
z = weakref.proxy(o, lambda proxy: log.append(proxy is z))
print(z is q)
o = None
collect()
print(log)
v = None
collect()
for what in (lambda: q.missing, lambda: p.n, lambda: p + 1, lambda: 1 + p, lambda: len(p), lambda: bool(p),
             lambda: list(p), lambda: str(p), lambda: p(), lambda: p == 1, lambda: setattr(p, "n", 1)):
    try:
        print(what())
    except ReferenceError as error:
        print("ReferenceError", error)
try:
    weakref.proxy(1)
except TypeError as error:
    print(error)


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 7


i = Iterator()
print(next(weakref.proxy(i)))
s = {1, 2}
print(sorted(weakref.proxy(s)), len(weakref.proxy(s)), 1 in weakref.proxy(s), weakref.proxy(s) | {3})
