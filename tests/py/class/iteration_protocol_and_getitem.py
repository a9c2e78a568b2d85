# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set
# Shows: Mapping-like and sequence-like classes used by built-ins: dict, **, sorted, in, zip, min.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Env:
    def __init__(self, *layers): self.layers = layers
    def keys(self): return sorted({k for l in self.layers for k in l})
    def __getitem__(self, k):
        for l in self.layers:
            if k in l: return l[k]
        raise KeyError(k)
    def __iter__(self): return iter(self.keys())
    def __len__(self): return len(self.keys())
    def __contains__(self, k): return any(k in l for l in self.layers)
e = Env({'a': 1}, {'a': 2, 'b': 3})
print(dict(e), {**e}, list(e), len(e), 'b' in e, 'z' in e, sorted(e, reverse=True), (lambda **k: sorted(k.items()))(**e), '{a}-{b}'.format(**e), '%(a)d %(b)d' % e, max(e), {k: e[k] for k in e}, [*e], bool(Env()))
err(lambda: e['zz'])
err(lambda: '%(zz)s' % e)
err(lambda: '{zz}'.format(**e))
class Poly:
    def __init__(self, *c): self.c = c
    def __getitem__(self, i):
        if isinstance(i, slice): return Poly(*self.c[i])
        if i < 0 or i >= len(self.c): raise IndexError('no coefficient %d' % i)
        return self.c[i]
    def __len__(self): return len(self.c)
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self))
p = Poly(1, 2, 3)
print(list(p), p(2), 2 in p, 9 in p, list(zip(p, 'abc')), sum(p), sorted(p, reverse=True), list(reversed(p)), p[1:](2), tuple(p), max(p), [a for a in p if a > 1], dict(enumerate(p)), list(map(str, p)), *p)
a, *b = p
print(a, b, iter(p) is not iter(p), next(iter(p)))
err(lambda: p[7])
class Grid:
    def __init__(self, w, h): self.w, self.h, self.d = w, h, {}
    def __getitem__(self, key):
        x, y = key
        if isinstance(x, slice) or isinstance(y, slice):
            xs = range(*x.indices(self.w)) if isinstance(x, slice) else [x]
            ys = range(*y.indices(self.h)) if isinstance(y, slice) else [y]
            return [[self[i, j] for i in xs] for j in ys]
        return self.d.get((x % self.w, y % self.h), 0)
    def __setitem__(self, key, v): self.d[key[0] % self.w, key[1] % self.h] = v
    def __iter__(self): return ((x, y) for y in range(self.h) for x in range(self.w))
g = Grid(4, 3)
for x, y in g: g[x, y] = x + 10 * y
g[-1, -1] += 100
print(g[1, 2], g[:, 0], g[1, :], g[::2, 1:], g[-1, -1], sum(g[c] for c in g), g[5, 4])
class Rev:
    def __init__(self, s): self.s = s
    def __reversed__(self): yield from self.s[::-1]
    def __len__(self): return len(self.s)
print(''.join(reversed(Rev('abc'))), len(Rev('xy')))
err(lambda: list(Rev('a')))
