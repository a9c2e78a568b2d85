# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Equality ignores order; | and |= merge; no ordering.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {} == {}, {1: 2} != {1: 2.0}, {1: [1]} == {1: [1]}, {} == [], {'a': {'b': {}}} == {'a': {'b': {}}})
a = {'x': 1, 'y': 2}
b = {'y': 20, 'z': 30}
print(a | b, b | a, a | {}, {} | a)
c = a
c |= b
print(a, c is a)
a |= [('l', 1)]
print(a)
for f in (lambda: {} | [], lambda: [] | {}, lambda: {} < {}, lambda: {1: 2} >= {}, lambda: {} + {}, lambda: {} & {}, lambda: {} * 2, lambda: -{}):
    err(f)
def ior():
    x = {}
    x |= 5
err(ior)
class D(dict):
    pass
print(D(a=1) == {'a': 1}, type(D(a=1) | {}).__name__, {'a': 1} | D(b=2))
