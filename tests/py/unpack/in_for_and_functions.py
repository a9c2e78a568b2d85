# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Unpacking in loops over mixed structures, with rest, defaults and recursion.
data = [('a', 1, [2, 3]), ('b', 4, []), ('c', 5, [6])]
for name, n, [*rest] in data: print(name, n, rest, end='; ')
for name, *args in data: print(name, len(args), end='; ')
for i, (name, n, (*r,)) in enumerate(data, 1): print(i, name, n, sum(r), end='; ')
print()
def head(xs):
    if not xs: return 'empty'
    h, *t = xs
    return (h, head(t))
print(head([1, 2, 3]), head('ab'))
def total(tree):
    match_, *kids = tree if isinstance(tree, tuple) else (tree,)
    return match_ + sum(map(total, kids))
print(total((1, (2, 3, (4, 5)), 6)))
(a, b), c, *d = [1, 2], 3, 4, 5
[e, [f, *g]], h = ['x', 'yzw'], {1}
print(a, b, c, d, e, f, g, h)
first, second, *_, last = range(100)
print(first, second, last, len(_))
x, y = y, x = 1, 2
print(x, y)
pts = {(1, 2): 'p', (3, 4): 'q'}
print([f'{x}{y}{n}' for (x, y), n in pts.items()], {n: x + y for (x, y), n in pts.items()}, max(pts.items(), key=lambda kv: kv[0][1]))
def kw(a, /, b, *c, d=0, **e): return a, b, c, d, e
args, kws = [1, 2, 3], {'d': 4, 'z': 5}
print(kw(*args, **kws), kw(*'ab'), kw(0, *args, *[9], **{}, **kws), kw(*args[:1], b=7))
a = [1, 2, 3]
a[0], a[1:], (b, *a[2:]) = 9, [8, 7], (6, 5, 4)
print(a, b)
i, a[i], i = 1, 'one', 2
print(i, a)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f0, f1, f2, *_ = (x for x, _ in zip(fib(), range(10)))
print(f0, f1, f2, _)
m = [[1, 2], [3, 4]]
(p, q), (r, s) = m
m[0], m[1] = m[1], m[0]
print(p * s - q * r, m, *m, [*m[0], *m[1]], list(zip(*m)))
for k, in [(1,), [2], 'x', {3}]: print(k, end=' ')
for (a, b), *c in [((1, 2), 3), ('xy', 'z', 'w')]: print(a, b, c, end=' ')
for *a, in ['ab', (1,)]: print(a, end=' ')
print()
