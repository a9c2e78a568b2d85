# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: frozenset is immutable, hashable, a dict key, and its methods return frozensets.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

f = frozenset([3, 1, 2])
print(sorted(f), len(f), 2 in f, f == {1, 2, 3}, sorted(f.union([9])), type(f.union([9])).__name__, type(f - {1}).__name__, f.copy() == f, frozenset(f) == f)
for name in ('add', 'remove', 'discard', 'pop', 'clear', 'update'):
    print(name, hasattr(f, name), hasattr(set(), name))
err(lambda: f.add(1))
d = {frozenset('ab'): 1, frozenset(): 2}
print(d[frozenset('ba')], d[frozenset()], frozenset() in {frozenset()}, {1} | frozenset([2]) == {1, 2})
nested = frozenset([frozenset([1, 2]), frozenset([frozenset()])])
print(frozenset([2, 1]) in nested, len(nested), nested == {frozenset({1, 2}), frozenset({frozenset()})})
print(repr(frozenset()), repr(frozenset({5})), repr(set()), repr({5}), str(frozenset(['x'])))
class FS(frozenset):
    def total(self):
        return sum(self)
print(FS([1, 2]).total(), FS([1]) == frozenset([1]), type(FS([1]) | {2}).__name__, repr(FS([1])))
err(lambda: frozenset([[]]))
err(lambda: frozenset(1))
err(lambda: frozenset([1], [2]))
