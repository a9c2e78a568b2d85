# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: __new__: singletons, other types returned, immutables, argument checks.
# needs: qualnames

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class S:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None:
            cls.inst = super().__new__(cls)
        return cls.inst
    def __init__(self, v=0):
        self.v = v
a, b = S(1), S(2)
print(a is b, a.v, b.v)
class Other:
    def __new__(cls, x):
        print('new', x)
        return x
    def __init__(self, x):
        print('never')
print(Other('a string'), Other(5) + 1)
class Both:
    def __new__(cls, *a, **k):
        self = object.__new__(cls)
        self.log = ['new', a, k]
        return self
    def __init__(self, *a, **k):
        self.log += ['init', a, k]
print(Both(1, k=2).log, Both.__new__(Both, 5).log)
class T:
    def __new__(cls):
        return object.__new__(Sub)
    def __init__(self):
        self.inited = True
class Sub(T):
    pass
t = T()
print(type(t).__name__, t.inited)
class P:
    def __init__(self, a):
        pass
err(P)
err(lambda: P(1, 2))
err(object, 1)
err(lambda: object.__new__(5))
err(lambda: int.__new__(str))
class Cached:
    pool = {}
    def __new__(cls, k):
        if k in cls.pool:
            return cls.pool[k]
        self = cls.pool[k] = super().__new__(cls)
        self.k = k
        return self
print(Cached('x') is Cached('x'), Cached('y') is Cached('x'), sorted(Cached.pool))
class Fail:
    def __init__(self):
        self.half = 1
        raise ValueError('half built')
err(Fail)
o = object.__new__(Fail)
print(hasattr(o, 'half'), type(o).__name__)
x = object()
def sx():
    x.a = 1
err(sx)
