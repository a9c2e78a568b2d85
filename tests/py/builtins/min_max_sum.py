# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods
# Shows: min, max, sum with keys, defaults, several arguments, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(min(3, 1, 2), max([3, 1, 2]), min('hello'), max({'a': 1, 'b': 2}), min([], default=None), max((), default=5), min([2, 1], key=lambda x: -x), max('a', 'B', key=str.lower), min((1, 'a'), (1, 'b')), max(1, 1.0), max(1.0, 1), min(True, 1), max([[1], [1, 2]]))
print(sum([]), sum([1, 2], 10), sum((0.5, 1)), sum([[1], [2]], []), sum(((1,), (2,)), ()), sum(range(101)), sum([True, False, True]), sum(x * x for x in range(4)), sum([10**20, 1, -10**20]), sum({1: 2, 3: 4}), sum([1], start=5))
class A:
    def __init__(s, n): s.n = n
    def __add__(s, o): return A(s.n + (o.n if isinstance(o, A) else o))
    __radd__ = __add__
    def __gt__(s, o): return s.n > o.n
    def __lt__(s, o): return s.n < o.n
print(sum([A(1), A(2)]).n, max([A(1), A(5), A(3)]).n, min(A(2), A(0)).n)
for f, a, k in ((min, (), {}), (max, (5,), {}), (min, ([],), {}), (max, ([1, 'a'],), {}), (max, (1, 2), {'default': 3}), (min, ([1],), {'key': 5}), (sum, (['a'],), {}), (sum, (['a'], ''), {}), (sum, ([b'a'], b''), {}), (sum, (5,), {}), (sum, (), {}), (max, ([1],), {'foo': 1}), (sum, ([1, None],), {}), (min, (None, 1), {})):
    err(f, *a, **k)
recs = [('x', 3), ('y', 1), ('z', 3)]
print(max(recs, key=lambda r: r[1]), min(recs, key=lambda r: r[1]), max(recs, key=lambda r: r[0]), min(['bb', 'a', 'ccc'], key=len), max(range(10), key=lambda n: n % 7), min(x for x in (5, 3)), max([], key=len, default='d'))
