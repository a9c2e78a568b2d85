# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Keys of mixed numeric types, deletion during copies, views after changes, ordering of re-added keys.
# needs: big-int, dict-reversed, float, set
d = {}
for k in (1, 1.0, True, 0, False, 0.0, -0.0, 2**40, 2.0**40, 10**20, '1', b'1', (1,), (1.0,), None, 1.5, -1, -1.0, frozenset([1]), frozenset([True])):
    d[k] = d.get(k, 0) + 1
print(d, len(d))
for k in list(d):
    if d[k] > 2: del d[k]
print(list(d))
d[1] = 'back'
d.update({2**40: 'same place', 'new': 1})
print(list(d.items())[-3:], d[2.0**40])
e = dict.fromkeys(range(5))
e.pop(2)
e[2] = 'end'
e[0] = 'kept'
print(e, list(e)[0], list(e)[-1], e.popitem(), next(reversed(e)))
f = {i: i for i in range(100)}
for i in range(0, 100, 3): del f[i]
for i in range(0, 100, 3): f[i] = 'again'
print(list(f)[:4], list(f)[-3:], len(f), sum(isinstance(v, str) for v in f.values()))
g = {'a': 1}
v, k, it = g.values(), g.keys(), g.items()
g['b'] = 2
del g['a']
print(list(v), list(k), list(it), len(k), 'a' in k, g)
g.clear()
print(list(v), g, k == set(), len(it))
h = {}
for i in range(10): h[i % 3] = h.pop(i % 3, 0) + i
print(h)
n = {1: {2: {3: 'deep'}}}
print(n[1][2][3], n.get(1, {}).get(9, {}).get(3, 'none'), {**n, 4: 5}, {k: v for k, v in n[1].items()}, 3 in n[1][2])
