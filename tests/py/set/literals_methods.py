# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set
# Shows: Set literals, constructors, add, discard, remove, pop, update.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(set(), {1}, sorted({3, 1, 2, 1}), set('a'), len(set('hello')), frozenset(), frozenset([1]), {1, 1.0, True}, sorted(set(range(5))))
s = {1, 2}
print(s.add(3), s.add(1), s.discard(9), s.remove(1), sorted(s), 2 in s, 9 in s, len(s), bool(set()))
err(s.remove, 'x')
err(s.remove, (1, 2))
err(set().pop)
err(s.add, [])
err(s.add, {})
err(lambda: {[]})
err(lambda: {{}})
err(lambda: {{1}})
err(lambda: [] in s)
err(set, 5)
err(set, [[]])
err(lambda: hash(s))
err(lambda: s[0])
err(lambda: s + s)
err(lambda: s.append(1))
s.update([4, 5], (6,), 'a', {7: 8})
print(sorted(map(str, s)))
p = {42}
print(p.pop(), p, s.clear(), s, {1, 2}.copy() == {2, 1})
print(sorted({x * x for x in range(-3, 4)}), {*'ab'} == {'a', 'b'}, sorted({*range(3), *[5]}))
n = set()
for i in range(1000):
    n.add(i * 7 % 501)
print(len(n), sum(n), 500 in n, 501 in n)
print({frozenset({1}): 'k'}[frozenset([1])], {1} in [{1}], {1} in {frozenset({1})}, (set() == frozenset()))
