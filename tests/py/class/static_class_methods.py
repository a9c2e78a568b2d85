# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: staticmethod and classmethod on instances, classes, subclasses, and called wrongly.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    count = 0
    @staticmethod
    def s(a, b=2):
        return a + b
    @classmethod
    def c(cls, x=1):
        cls.count += x
        return cls.__name__, cls.count
    def plain(self):
        return self.s(1), self.c(), A.s(5, 6)
    t = staticmethod(lambda: 't')
    d = classmethod(lambda cls: cls)
class B(A):
    count = 100
print(A.s(1), A().s(1, 1), B.s(0), A.c(), A().c(5), B.c(), B().c(), A.count, B.count, A().plain(), B().plain(), A.t(), A().t(), B.d() is B, B().d() is B)
err(A.s)
err(A.c, 1, 2)
err(lambda: A().s())
m = B.c
print(m(10), m.__self__.__name__, m.__name__, type(A.__dict__['s']).__name__, type(A.__dict__['c']).__name__)
class Temp:
    def __init__(self, deg):
        self.deg = deg
    @classmethod
    def from_f(cls, f):
        return cls((f - 32) * 5 / 9)
    @staticmethod
    def valid(d):
        return d > -273
class TempSub(Temp):
    def __repr__(self):
        return f'<{self.deg:.1f}>'
print(TempSub.from_f(212), Temp.valid(-300), TempSub.valid(0))
f = staticmethod(len)
print(f('abc'))
class W:
    @classmethod
    def a(cls):
        return cls.b()
    @classmethod
    def b(cls):
        return 'b of ' + cls.__name__
class X(W):
    @classmethod
    def b(cls):
        return 'X.' + super().b()
print(W.a(), X.a(), X().a())
class Y:
    @staticmethod
    def __call__(x):
        return x
    @classmethod
    def __len__(cls):
        return 7
print(Y()(5), len(Y()))
