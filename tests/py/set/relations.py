# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set
# Shows: Subset, superset, disjoint, equality and partial order.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a, b = {1, 2}, {1, 2, 3}
print(a <= b, a < b, b >= a, b > a, a <= a, a < a, a == {2, 1}, a != b, a == [1, 2], a == frozenset([1, 2]))
print(a.issubset(b), a.issubset([1, 2, 9]), b.issuperset(a), b.issuperset('x'), a.isdisjoint([3]), a.isdisjoint([2]), set() <= set(), set() < {1})
print({1} < {2}, {1} > {2}, {1} <= {2}, {1, 2} == {1.0, 2.0}, frozenset({1}) < {1, 2}, {1} == {True}, {0} == {False, 0.0})
err(lambda: a <= [1])
err(lambda: a > 1)
print(a == None, a != 'x', sorted([{1, 2, 3}, {1}, {1, 2}], key=len), max([{1}, {1, 2}], key=len))
print({'a', 1, None, (1,), b'x', 1.5, frozenset()} == {frozenset(), 1.5, b'x', (1,), None, 1, 'a'})
print(all(x <= y for x, y in zip([set(), {1}, {1, 2}], [{1}, {1, 2}, {1, 2, 3}])))
