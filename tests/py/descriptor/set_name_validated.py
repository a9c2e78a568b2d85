# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: __set_name__, validated and lazy descriptors, descriptors with state.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default
    def __set_name__(self, owner, name):
        self.name = '_' + name
        self.owner = owner.__name__
        print('named', owner.__name__, name)
    def __get__(self, o, t):
        if o is None:
            return self
        return getattr(o, self.name, self.default)
    def __set__(self, o, v):
        if not isinstance(v, self.kind):
            raise TypeError(f'{self.owner}{self.name} must be {self.kind.__name__}, not {type(v).__name__}')
        setattr(o, self.name, v)
class Person:
    name = Typed(str, 'anon')
    age = Typed(int)
    def __init__(self, **k):
        for n, v in k.items():
            setattr(self, n, v)
p, q = Person(name='bob', age=5), Person()
print(p.name, p.age, q.name, q.age, Person.name.kind.__name__)
def bad():
    p.age = 'old'
err(bad)
err(lambda: Person(name=5))
class lazy:
    def __init__(self, f):
        self.f = f
    def __set_name__(self, o, n):
        self.n = n
    def __get__(self, o, t=None):
        if o is None:
            return self
        print('computing', self.n)
        v = o.__dict__[self.n] = self.f(o)
        return v
class Circle:
    def __init__(self, r):
        self.r = r
    @lazy
    def area(self):
        return self.r * self.r * 3
c = Circle(2)
print(c.area, c.area, c.__dict__)
del c.area
c.r = 3
print(c.area)
class classprop:
    def __init__(self, f):
        self.f = f
    def __get__(self, o, t):
        return self.f(t)
class K:
    @classprop
    def tag(cls):
        return cls.__name__.lower()
class KK(K): pass
print(K.tag, KK.tag, KK().tag)
class Late:
    pass
Late.x = Typed(int)
err(lambda: Late().x)
class BadName:
    def __set_name__(self, o, n):
        raise ValueError('name refused')
def mk():
    class X:
        a = BadName()
try:
    mk()
except RuntimeError as e:
    print(type(e).__name__, type(e.__cause__).__name__)
except ValueError as e:
    print('ValueError', e)
