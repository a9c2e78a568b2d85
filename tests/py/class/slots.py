# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: __slots__: no other attributes, inheritance, defaults missing, descriptors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class P:
    __slots__ = ('x', 'y')
    def __init__(self, x):
        self.x = x
p = P(1)
print(p.x, hasattr(p, 'y'), hasattr(p, '__dict__'))
err(lambda: p.y)
def sz():
    p.z = 1
err(sz)
p.y = 5
del p.x
err(lambda: p.x)
def dx():
    del p.x
err(dx)
print(p.y, P.__slots__)
class Q(P):
    __slots__ = 'w'
q = Q(1)
q.w, q.y = 2, 3
print(q.x, q.y, q.w)
def sq():
    q.nope = 1
err(sq)
class R(P):
    pass
r = R(9)
r.free = 'ok'
print(r.x, r.free, r.__dict__)
class E:
    __slots__ = ()
e = E()
def se():
    e.x = 1
err(se)
def conflict():
    class C:
        __slots__ = ('a',)
        a = 5
def notstr():
    class C:
        __slots__ = (5,)
def notid():
    class C:
        __slots__ = ('a b',)
for f in (conflict, notstr, notid):
    err(f)
class M:
    __slots__ = ['a', 'b']
    def __repr__(self):
        return f'M({getattr(self, "a", "?")}, {getattr(self, "b", "?")})'
ms = [M() for _ in range(3)]
ms[0].a, ms[1].b = 1, 2
print(ms)
class Pr:
    __slots__ = ('__priv',)
    def __init__(self):
        self.__priv = 7
    def get(self):
        return self.__priv
print(Pr().get())
