# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: keys, values and items views are live; set operations on keys.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i)
d['c'] = 3
print(k, v, i, len(k), 'c' in k, 3 in v, ('c', 3) in i, ('c', 4) in i, list(k), list(v))
print(sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), k == {'a', 'b', 'c'}, i == {('a', 1)}, k <= {'a', 'b', 'c', 'd'}, k.isdisjoint('xyz'))
print(sorted(i & {('a', 1)}), {1: 2}.keys() == {1: 3}.keys(), {}.keys() == set(), d.values() == d.values())
err(lambda: k[0])
err(lambda: len(iter(k)) if False else next(iter({}.keys())))
err(lambda: k + k)
err(lambda: hash(k))
print(type(k).__name__, type(v).__name__, type(i).__name__, max(d.values()), sum(v), [x for x in i if x[1] > 1], dict(i) == d)
for key, val in d.items():
    print(key, val, end=';')
print(list(map(lambda p: p[0], d.items())), sorted(d, key=d.get, reverse=True), {val: key for key, val in i})
a, *rest = d
(x, y), *z = d.items()
print(a, rest, x, y, z)
