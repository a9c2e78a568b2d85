# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Tuples through functions: packing, *args, returning, nesting, swapping, dict keys.
def mm(*a): return min(a), max(a), sum(a) / len(a)
lo, hi, avg = mm(3, 1, 2)
print(lo, hi, avg, mm(5), (lambda *a: a)(), (lambda *a: a)(1), (lambda a, *b: (a, b))(*'xyz'))
def divs(n): return tuple(d for d in range(1, n + 1) if n % d == 0), n
print(divs(12), divs(7)[0][-1], dict([divs(4)[::-1]]))
pos = {(0, 0): 'start', (1, 0): 'right', (1, (2, 3)): 'nested', (): 'empty', (1,): 'one'}
print(pos[0, 0], pos[1, 0], pos[1, (2, 3)], pos[()], pos[1,], (1, 0) in pos, (0, 1) in pos, sorted(pos, key=lambda t: (len(t), str(t))))
t = (1, 2, 3)
a, b, c = t
(a, b), c = (b, c), a
print(a, b, c, t[::-1], t[1:], t + (4,), (0,) + t, t * 2, len(t), 2 in t, t.index(3), *t)
t = t[:1] + (9,) + t[2:]
print(t, tuple(reversed(t)), tuple(sorted(t)), tuple(map(str, t)), tuple(zip(t, 'ab')), tuple(enumerate(t)), sum(t, 0), any(t), (t,), ((t,),))
e = 1,
print(e, type(e).__name__, len(e), (1), type((1)).__name__, (), len(()), () == tuple(), (1,) + (), ((),))
m = ([], {})
m[0].append(1)
m[1]['k'] = m[0]
print(m, m[1]['k'] is m[0])
def swap(p): return p[1], p[0]
print(swap(swap((1, 2))), [swap(p) for p in [(1, 2), ('a', 'b')]], list(map(lambda p: p[0] * p[1], [(2, 3), (4, 5)])), [x for p in ((1, 2), (3,)) for x in p], max([(1, 'z'), (1, 'b'), (0, 'zz')]))
big = tuple(range(1000))
print(len(big), big[999], big[-1000], big[500:503], sum(big), hash(big) == hash(tuple(range(1000))), big == tuple(list(big)), big < big + (1,))
