# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set, text-methods
# Shows: in, not in, is, is not on every container, with custom equality and identity first.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Never:
    def __eq__(self, o): return False
    def __hash__(self): return 1
class Always:
    def __eq__(self, o): return True
    def __hash__(self): return 2
n, a = Never(), Always()
print(n in [n], n in (n,), n in {n: 1}, n in {n}, n == n, [n] == [n], [n].index(n), [n].count(n), n in [Never()], a in [1], a in [], 5 in [a], 'x' in (a,), a in {5: 1})
for c in ([1, 2.0, 'a', None], (1, 2.0, 'a', None), {1: 0, 2.0: 0, 'a': 0, None: 0}, {1, 2.0, 'a', None}, frozenset([1, 2.0, 'a', None])):
    print([x in c for x in (1, 1.0, True, 2, 'a', b'a', None, 0, '', ())], [x not in c for x in (1, 3)])
print('bc' in 'abcd', '' in '', 'é' in 'été', 'b' not in 'abc', b'b' in b'abc', 98 in b'abc', 5 in range(0, 10, 5), 4 in range(0, 10, 5), 'k' in {'k': 0}.keys(), 0 in {'k': 0}.values(), ('k', 0) in {'k': 0}.items(), 3 in (x for x in range(5)), 1 in iter([1]), 'b' in map(chr, [97, 98]))
g = (x for x in range(5))
print(2 in g, list(g), 9 in g)
x = y = [1]
z = [1]
print(x is y, x is z, x is not z, not x is z, x == z, None is None, (x, z)[0] is x, x in [z], [x] == [z], x is x is y)
for c, v in (('abc', 1), (b'abc', 'a'), (5, 1), (None, 1), (len, 1), ({}, []), (set(), []), ({1}, {}), ([1], [])):
    try: print(v in c)
    except TypeError as e: print(e)
class Only:
    def __contains__(self, v): return v > 3
class It:
    def __iter__(self): return iter([1, a])
class Get:
    def __getitem__(self, i): return 'abc'[i]
print(5 in Only(), 1 not in Only(), 99 in It(), 'c' in Get(), 'z' in Get(), [v for v in range(6) if v in Only()], all(c in Get() for c in 'abc'))
err(lambda: 'x' in Only())
t = True
print(t is True, (1 == 1) is True, (not 0) is True, 1 is not None, type(1) is int, type(t) is bool, isinstance(t, int) is True, not (t is False), t is (not False), [] is not None and () is not None)
