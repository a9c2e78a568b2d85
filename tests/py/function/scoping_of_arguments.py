# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Arguments are bound by value of reference; mutation and rebinding; keyword order; default objects.
def mutate(l, d, s, n):
    l.append(1); d['k'] = 1; s.add(1); n += 1
    l = d = s = None
    return n
a, b, c, n = [], {}, set(), 5
print(mutate(a, b, c, n), a, b, c, n)
def order(**kw): return list(kw)
print(order(z=1, a=2, m=3), order(**{'q': 1}, b=2, **{'a': 3}))
def merge(*ds, **extra):
    out = {}
    for d in ds: out.update(d)
    out.update(extra)
    return out
print(merge({'a': 1}, {'b': 2, 'a': 3}, c=4), merge(), merge({}, a=None))
def copy_args(*a, **k):
    a += (9,)
    k['new'] = 1
    return a, k
t, d = (1, 2), {'x': 1}
print(copy_args(*t, **d), t, d)
def rebind(x):
    def get(): return x
    x = x * 2
    return get
print(rebind(4)(), rebind('ab')())
def gen_default(a, b=None, c=lambda: []):
    b = b if b is not None else []
    b.append(a)
    r = c()
    r.append(a)
    return b, r
print(gen_default(1), gen_default(2), gen_default(3, [0]))
def swap(a, b): return b, a
x, y = swap(*swap(1, 2))
print(x, y, swap(b=1, a=2), swap(**dict(zip('ab', 'xy'))))
def outer(f, *args, **kw): return f(*args, **kw)
print(outer(outer, outer, max, 3, 7), outer(dict, a=1), outer(lambda *a, **k: (a, k), 1, z=2), outer(print, 'via outer', end='!\n'))
def kw_default(*, a=[], b={}):
    a.append(len(a)); b[len(b)] = 1
    return a, b
print(kw_default(), kw_default(), kw_default(a=[7]))
def count(n=[0]):
    n[0] += 1
    return n[0]
print([count() for _ in range(4)], count.__defaults__)
def same(a, b, *rest): return a is b, all(r is a for r in rest)
o = object()
print(same(o, o, o, o), same(a, a[:]))
