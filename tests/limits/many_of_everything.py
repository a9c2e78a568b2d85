# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Many classes, functions, closures, generators, modules' names, exceptions in flight.
fs = []
for i in range(500):
    def f(x, i=i):
        return lambda: x + i
    fs.append(f(i))
print(sum(g() for g in fs))
cs = [type('C%d' % i, (object,), {'v': i, 'm': lambda self: self.v}) for i in range(200)]
print(sum(c().m() for c in cs), cs[199].__name__)
base = object
for i in range(100):
    base = type('B%d' % i, (base,), {'a%d' % i: i})
print(base().a0 + base().a99, len(base.__mro__))
gens = [(x for x in range(i)) for i in range(300)]
print(sum(sum(g) for g in gens))
def chain(n):
    g = iter(range(5))
    for _ in range(n):
        g = (x + 1 for x in g)
    return list(g)
print(chain(50))
e = None
for i in range(300):
    try:
        try:
            raise KeyError(i)
        except KeyError as k:
            raise ValueError(i) from e
    except ValueError as v:
        e = v
n = 0
while e is not None:
    e = e.__cause__
    n += 1
print(n)
d = {}
for i in range(100):
    d = {'inner': d, 'n': i}
x = d
k = 0
while x:
    x = x['inner']
    k += 1
print(k)
def many(*a, **kw): return len(a) + len(kw)
print(many(*range(3000), **{'k%d' % i: i for i in range(1000)}))
print(len('%s' * 1000 % tuple(range(1000))), len('{} ' * 500))
print('{} '.__mul__(300).format(*range(300))[-5:], max(*range(1000)), len([*range(1000), *range(1000)]), len(dict(zip(range(2000), range(2000)))))
t = ()
for i in range(300):
    t += (i,)
print(len(t), hash(t) == hash(tuple(range(300))))
