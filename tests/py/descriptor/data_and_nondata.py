# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: __get__, __set__, __delete__: precedence of data descriptors, instance dict and non-data.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Data:
    def __get__(self, o, t=None):
        return ('data get', o is not None, t.__name__)
    def __set__(self, o, v):
        o.__dict__['stored'] = v
    def __delete__(self, o):
        print('delete called')
class NonData:
    def __get__(self, o, t=None):
        return ('nondata get', o is not None, t.__name__)
class A:
    d = Data()
    n = NonData()
class B(A):
    pass
a = A()
print(a.d, A.d, a.n, A.n, B.d, B().n)
a.d = 5
a.n = 6
print(a.d, a.n, a.stored, a.__dict__)
a.__dict__['d'] = 'hidden'
print(a.d)
del a.d
del a.n
print(a.n)
class SetOnly:
    def __set__(self, o, v):
        o.__dict__['s'] = v * 2
class C:
    s = SetOnly()
c = C()
print(type(c.s).__name__)
c.s = 5
print(c.s)
def ds():
    del c.s
err(ds)
class Raises:
    def __get__(self, o, t):
        raise AttributeError('descriptor refuses')
    def __set__(self, o, v):
        raise AttributeError('read only')
class D:
    r = Raises()
    def __getattr__(self, n):
        return 'fallback'
d = D()
print(d.r)
def sr():
    d.r = 1
err(sr)
err(lambda: D.r)
i = A()
i.inst = Data()
print(type(i.inst).__name__)
print(NonData().__get__(5, int), A.__dict__['n'].__get__(None, A), (lambda self: self).__get__(7)(), str.upper.__get__('abc')())
