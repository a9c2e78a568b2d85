# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: property: getter, setter, deleter, read-only errors, inheritance, decorators.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class C:
    def __init__(self):
        self._x = 0
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0:
            raise ValueError('negative')
        self._x = v
    @x.deleter
    def x(self):
        print('deleting')
        self._x = None
    @property
    def ro(self):
        return 'ro'
    def gy(self):
        return 'gy'
    y = property(gy)
    z = property(fset=lambda self, v: print('set z', v))
    w = property(lambda s: 1, None, lambda s: print('del w'), 'doc w')
c = C()
c.x = 5
c.x += 1
print(c.x, c.ro, c.y, C.x.__doc__, C.w.__doc__, type(C.x).__name__)
del c.x
print(c.x)
c.z = 9
del c.w
def s1():
    c.x = -1
def s2():
    c.ro = 1
def s3():
    del c.ro
def s4():
    c.z
for f in (s1, s2, s3, s4):
    err(f)
class D(C):
    @C.x.getter
    def x(self):
        return 'D:' + str(super().x)
    @property
    def ro(self):
        return super().ro + '!'
d = D()
d.x = 7
print(d.x, d.ro)
c.__dict__['ro'] = 'shadow'
print(c.ro)
class E:
    @property
    def bad(self):
        raise AttributeError('inside property')
    @property
    def worse(self):
        return 1 / 0
err(lambda: E().bad)
err(lambda: E().worse)
print(hasattr(E(), 'bad'), getattr(E(), 'bad', 'default'))
class F(E):
    def __getattr__(self, n):
        return 'getattr ' + n
print(F().bad)
class G:
    a, b = property(lambda s: 1), property(lambda s: 2)
    c = property()
print(G().a + G().b)
err(lambda: G().c)
print(C.x.fget(c), C.ro.fset)
