# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Messages of wrong calls: counts, names, kinds, methods, classes and built-ins.
# needs: qualnames

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def f(): pass
def g(a, b): pass
def h(a, b=1, *, c, d=2): pass
def k(*a, x, **k): pass
def p(a, b, /, c): pass
class C:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __init__(self, x): pass
    def __call__(self, y): pass
o = C(1)
for fn in (lambda: f(1), lambda: f(1, 2), lambda: f(a=1), lambda: g(), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, c=2), lambda: g(1, 2, a=3), lambda: g(b=1), lambda: h(), lambda: h(1), lambda: h(1, 2, 3), lambda: h(1, 2, 3, c=4), lambda: h(c=1), lambda: h(1, c=1, e=2), lambda: k(1), lambda: k(1, 2, y=3), lambda: p(), lambda: p(1), lambda: p(1, 2), lambda: p(1, b=2, c=3), lambda: p(a=1, b=2, c=3), lambda: o.m(), lambda: o.m(1, 2), lambda: o.m(b=1), lambda: C.m(), lambda: C.m(o), lambda: C.c(), lambda: C.c(1, 2), lambda: C.s(), lambda: C(), lambda: C(1, 2), lambda: C(y=1), lambda: o(), lambda: o(1, 2), lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: [f() for f in [g]]):
    err(fn)
