# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Decorators: stacked, with arguments, class decorators, any expression.
# needs: big-int
def trace(f):
    def w(*a, **k):
        print('call', f.__name__, a, sorted(k.items()))
        r = f(*a, **k)
        print('ret', r)
        return r
    w.__name__ = f.__name__
    return w
def times(n):
    def deco(f):
        return lambda *a: [f(*a) for _ in range(n)]
    return deco
@trace
def add(a, b=1):
    return a + b
add(1)
add(2, b=5)
@times(3)
@trace
def one():
    return 1
print(one())
print('order')
def named(n):
    print('make', n)
    def d(f):
        print('apply', n)
        return f
    return d
@named('outer')
@named('inner')
def f():
    pass
def register(cls):
    cls.registered = True
    reg.append(cls.__name__)
    return cls
reg = []
@register
class A:
    @staticmethod
    def s():
        return 's'
    @classmethod
    def c(cls):
        return cls.registered
print(reg, A.s(), A.c())
decs = [lambda f: lambda: f() + '!', lambda f: 'replaced']
@decs[0]
def g():
    return 'g'
@decs[1]
def h():
    pass
@(lambda f: lambda: f() * 2)
def k():
    return 'k'
print(g(), h, k())
def memo(f):
    cache = {}
    def w(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    w.cache = cache
    return w
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
try:
    @None
    def z():
        pass
except TypeError as e:
    print(e)
