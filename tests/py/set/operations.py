# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Union, intersection, difference, symmetric difference as operators and methods.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a, b = {1, 2, 3, 4}, {3, 4, 5}
for x in (a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9]), a.intersection(b, [3]), a.difference(b, [1]), a.symmetric_difference([1, 7]), a.union(), a.intersection()):
    print(sorted(x), type(x).__name__)
for f in (lambda: a | [1], lambda: a & 'x', lambda: a - 1, lambda: [1] | a, lambda: a ^ None, lambda: a < [1], lambda: a.union(5), lambda: a.isdisjoint(5)):
    err(f)
c = a.copy()
d = c
c |= {10}
c &= {1, 2, 10, 11}
c -= {2}
c ^= {1, 99}
print(sorted(c), d is c)
c.intersection_update([10])
c.difference_update([10], [99])
c.symmetric_difference_update('pq')
print(sorted(c))
def bad():
    x = {1}
    x |= [2]
err(bad)
a2 = {1, 2}
a2 -= a2
print(a2, a ^ a, a & a == a, sorted(a - set()), sorted(set() | a))
f = frozenset('ab')
print(type(f | {'c'}).__name__, type({'c'} | f).__name__, sorted(f | {'c'}), f == {'a', 'b'}, hash(f) == hash(frozenset('ba')))
g = f
g |= {'z'}
print(sorted(g), sorted(f), g is f)
