# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Functions as descriptors, method binding by hand, caching descriptors, method overriding per instance.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    def m(self, *a): return (type(self).__name__, a)
    @classmethod
    def c(cls, *a): return (cls.__name__, a)
    @staticmethod
    def s(*a): return a
class B(A): pass
a, b = A(), B()
f = A.__dict__['m']
print(f(a, 1), f.__get__(a)(1), f.__get__(b, B)(2), f.__get__(None, A) is f, A.__dict__['c'].__get__(None, B)(3), A.__dict__['c'].__get__(b)(4), A.__dict__['s'].__get__(a)(5), A.__dict__['c'].__func__.__name__, A.__dict__['s'].__func__(6))
a.m = lambda *x: ('instance', x)
print(a.m(1), A.m(a, 1), b.m(1))
del a.m
print(a.m(1))
def ext(self, k): return self.v * k
A.v = 7
A.ext = ext
print(a.ext(2), b.ext(3), A.ext(b, 4))
b.ext = ext.__get__(b)
b.v = 1
print(b.ext(5))
bound = [x.m for x in (A(), B())]
print([m('z') for m in bound], bound[0] == bound[0], bound[0] != bound[1], [m.__self__.__class__.__name__ for m in bound])
class Cached:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        o.__dict__[self.name] = v = self.f(o)
        return v
class Count:
    n = 0
    @Cached
    def value(self):
        Count.n += 1
        return Count.n * 10
x, y = Count(), Count()
print(x.value, x.value, y.value, Count.n, type(Count.value).__name__)
class Partial:
    def __init__(self, f, *a): self.f, self.a = f, a
    def __get__(self, o, t=None):
        def call(*b): return self.f(o, *self.a, *b)
        return call
class Light:
    def set(self, on, level=1): return (on, level)
    on, off = Partial(set, True), Partial(set, False)
    del set
print(Light().on(), Light().off(5))
class Alias:
    def __init__(self, n): self.n = n
    def __get__(self, o, t=None): return getattr(o, self.n) if o is not None else self
    def __set__(self, o, v): setattr(o, self.n, v)
    def __delete__(self, o): delattr(o, self.n)
class P:
    colour = Alias('color')
    def __init__(self): self.color = 'red'
p = P()
p.colour = 'blue'
print(p.color, p.colour, p.__dict__)
del p.colour
err(lambda: p.colour)
builtin = [str.upper, 'abc'.upper, list.append, [].append, len, int.__add__, (5).__add__]
print([callable(x) for x in builtin], str.upper('q'), int.__add__(2, 3), (5).__add__(1), list(map(str.strip, [' a '])))
class Op:
    f = str.upper
    g = len
    h = staticmethod(len)
    k = lambda self: 'k'
print(Op.f('x'), Op().g('ab'), Op().h('abc'), Op().k())
err(lambda: Op().f())
