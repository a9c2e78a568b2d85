# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set, weakref
"""gc.collect() finds what the program has let go of a moment ago: nothing but its own names keeps it."""
import gc, weakref
class C:
    pass
class I:
    def __init__(self, a=1): self.a = a
class L(list): pass
def f1():
    c = C(); r = weakref.ref(c); del c; gc.collect(); return r() is None
def f2():
    c = I(); r = weakref.ref(c); del c; gc.collect(); return r() is None
def f3():
    c = [C() for i in range(3)]; r = weakref.ref(c[1]); del c; gc.collect(); return r() is None
def f4():
    d = {1: C()}; r = weakref.ref(d[1]); d.clear(); gc.collect(); return r() is None
def f5():
    l = L([1]); r = weakref.ref(l); l = None; gc.collect(); return r() is None
def f6():
    def g(): yield 1
    x = g(); next(x); r = weakref.ref(x); del x; gc.collect(); return r() is None
def f8():
    refs = []
    for i in range(3):
        o = I(i); refs.append(weakref.ref(o))
    del o
    gc.collect(); return all(r() is None for r in refs)
def f9():
    x = {I(1), I(2)}
    r = [weakref.ref(o) for o in x]
    x = None
    gc.collect(); return all(q() is None for q in r)
def f10():
    def inner():
        o = I(1)
        return weakref.ref(o)
    r = inner(); gc.collect(); return r() is None
def f11():
    o = C(); o.x = C(); r = weakref.ref(o.x); o.x = None; gc.collect(); return r() is None
def f12():
    # len(): what add() left on the C stack may lie in a gap of the next function's frame, which is gc.collect()'s otherwise
    s = {1,2}; r = weakref.ref(s); s.add(3); del s; len([1]); gc.collect(); return r() is None
for f in (f1, f2, f3, f4, f5, f6, f8, f9, f10, f11, f12):
    print(f.__name__, f())
c = I(); r = weakref.ref(c)
c = None
gc.collect()
print(r() is None)
c = C(); r = weakref.ref(c); del c; gc.collect(); print(r() is None)
for i in range(3):
    o = I(i); r = weakref.ref(o)
    del o
    gc.collect()
    print(r() is None)
