# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: __call__, callable(), bound methods as values, method objects compare.
# needs: qualnames

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, x, *a, scale=1, **k):
        return (self.n + x) * scale, a, k
add = Adder(10)
print(add(1), add(1, 2, 3, scale=2, z=0), add.__call__(5), callable(add), callable(Adder), callable(5), callable(lambda: 0), callable(None), list(map(Adder(1), [1, 2])))
err(add)
class NC:
    pass
n = NC()
n.__call__ = lambda: 'instance attr does not count'
err(n)
class M:
    def f(self):
        return self
m1, m2 = M(), M()
print(m1.f == m1.f, m1.f == m2.f, m1.f is m1.f, M.f is M.f, m1.f() is m1, hash(m1.f) == hash(m1.f), {m1.f: 1}[m1.f])
class Chain:
    def __init__(self):
        self.ops = []
    def __getattr__(self, n):
        def op(*a):
            self.ops.append((n,) + a)
            return self
        return op
print(Chain().move(1, 2).turn(90).stop().ops)
class Dec:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Dec
def sq(x):
    return x * x
print(sq(3), sq(4), sq.n)
class Cls:
    call = Adder(5)
    f = len
    g = lambda *a: len(a)
    h = int
print(Cls().call(1), Cls().f('abc'), Cls().g(1, 2), Cls().h('7'), Cls.g(1))
err(lambda: 5())
err(lambda: 'abc'())
err(lambda: None())
err(lambda: [](1))
err(lambda: NC()())
err(lambda: (1, 2)(3))
err(lambda: {}())
