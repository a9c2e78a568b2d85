# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__, __next__.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Seq:
    def __init__(self, *a):
        self.a = list(a)
    def __len__(self):
        return len(self.a)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Seq(*self.a[i])
        return self.a[i]
    def __setitem__(self, i, v):
        self.a[i] = v
    def __delitem__(self, i):
        del self.a[i]
    def __repr__(self):
        return 'Seq' + repr(tuple(self.a))
s = Seq(5, 6, 7, 8)
s[0] = 50
s[1] += 1
s[-1] **= 2
del s[2]
print(s, len(s), s[0], s[1:], 7 in s, 99 in s, list(s), list(reversed(s)), [*s], sum(s), max(s), sorted(s), bool(Seq()), tuple(s), dict(enumerate(s)))
a, *b = s
print(a, b)
err(lambda: s[10])
class Con:
    def __contains__(self, x):
        return 'truthy' if x == 1 else []
print(1 in Con(), 2 in Con(), 1 not in Con())
class It:
    def __iter__(self):
        return iter([1, 2, 3])
    def __reversed__(self):
        return iter('reversed!')
print(2 in It(), 9 in It(), ''.join(reversed(It())), list(zip(It(), It())))
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
c = Count(3)
print(next(c), list(c), list(c), next(c, 'none'))
err(next, c)
class Idx:
    def __getitem__(self, i):
        if i == 3:
            raise StopIteration
        return i
print(list(Idx()))
class Bad:
    def __getitem__(self, i):
        raise ValueError('boom at %r' % (i,))
    __iter__ = None
err(lambda: list(Bad()))
err(lambda: 5 in Bad())
class NoC:
    __contains__ = None
    def __iter__(self):
        return iter([1])
err(lambda: 1 in NoC())
class Grid:
    def __init__(self):
        self.d = {}
    def __getitem__(self, k):
        return self.d.get(k, '.')
    def __setitem__(self, k, v):
        self.d[k] = v
    def __delitem__(self, k):
        self.d.pop(k, None)
g = Grid()
g[1, 2] = 'x'
g[0, 0] = g[1, 1] = 'y'
g[1, 2] += '!'
del g[0, 0]
print(g[1, 2], g[0, 0], g[1, 1], sorted(g.d))
