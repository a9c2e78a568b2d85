# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Names in lambdas inside comprehension inside methods inside functions.
n = 'module'
def f(n):
    class A:
        m = n
        def g(self, k):
            return [(lambda n=n: (n, k, i))() for i in range(2)], [[n for n in (n, k)] for _ in range(1)], {n: k for n in 'xy'}
        h = lambda self: (n, self.m)
        @staticmethod
        def s(): return [n for _ in (1,)]
    return A
A = f('arg')
print(A().g('k'), A().h(), A.s(), A.m)
class B:
    n = 'class'
    def g(self): return n, self.n, B.n
    l = lambda: n
    v = [n for n in ('comp',)]
    w = (lambda n=n: n)()
    def d(self, n=n): return n
    print(n, v, w)
print(B().g(), B.l(), B().d())
def deep():
    x = 1
    def a():
        y = x + 1
        def b():
            z = y + x
            return [x + y + z + w for w in range(2)], (lambda q: [q + x + y + z for _ in 'a'])(10), {(x, y): z}
        return b
    r = a()()
    x = 100
    return r, a()()
print(deep())
def loop_lambdas():
    out = []
    for i in range(3):
        def g(j=i): return i, j
        out.append(g)
        out.append(lambda: [i for _ in range(1)])
    i = 'last'
    return [g() for g in out]
print(loop_lambdas())
def gen_scope(k):
    return sum(x * k for x in range(4)), list((x, y) for x in range(2) for y in range(k) if y != x), [*((lambda: x)() for x in range(3))]
print(gen_scope(2))
def param_shadow(x, y=lambda x: x * 2, *z, **w):
    x = [x for x in range(x)]
    return x, y(3), [z for z in z], {w: 1 for w in w}
print(param_shadow(3, z2=1), param_shadow(1, len.__class__ and (lambda q: q), 7, 8))
def names():
    def inner(): return inner.__name__, outer_v
    outer_v = 'set later'
    return inner()
print(names())
try:
    class Late:
        a = [b for b in range(2)]
        c = [a for _ in range(1)]
except NameError as e: print(e)
print([i for i in range(3) if (lambda: i % 2)()], (lambda: [j for j in (lambda: 'ab')()])(), [f() for f in [lambda k=k: k for k in range(3)]])
