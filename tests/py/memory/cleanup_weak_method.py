# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""weakref.WeakMethod."""
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

    def method(self):
        return "method", self.n

    def other(self):
        return "other", self.n


log = []
c = C(1)
plain = weakref.ref(c.method)
collect()
print(plain())
m = weakref.WeakMethod(c.method)
print(m()(), m() == c.method, type(m()).__name__, isinstance(m, weakref.ref), m == weakref.WeakMethod(c.method))
o = weakref.WeakMethod(c.other)
d = C(1)
print(m == o, m != o, m == weakref.WeakMethod(d.method), hash(m) == hash(weakref.WeakMethod(c.method)))
w = weakref.WeakMethod(c.method, lambda ref: log.append(ref is w))
table = {m: "found"}
print(table[weakref.WeakMethod(c.method)])
for bad in (len, C.method, 5):
    try:
        weakref.WeakMethod(bad)
    except TypeError as error:
        print(str(error)[:43])
collect()
c = None
collect()
print(m(), o(), w(), log, m == o, m == m)


# the function may die first
def function(self):
    return "function", self.n


e = C(2)
e.method = function.__get__(e)
log.clear()
w = weakref.WeakMethod(e.method, lambda ref: log.append("once"))
print(w()())
del e.method
del function
collect()
print(w(), log)
e = None
collect()
print(w(), log)


class Emitter:
    def __init__(self):
        self.handlers = []

    def on(self, method):
        self.handlers.append(weakref.WeakMethod(method, self.handlers.remove))

    def emit(self):
        return [h()() for h in self.handlers]


emitter = Emitter()
cs = [C(i) for i in range(4)]
for x in cs:
    emitter.on(x.method)
x = None
print(emitter.emit())
del cs[1:3]
collect()
print(emitter.emit())
