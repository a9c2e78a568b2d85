# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Generator expressions: scope, laziness, first iterable evaluated at once.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

g = (x * x for x in range(4))
print(type(g).__name__, list(g), list(g), sum(x for x in [1, 2]), max((len(w) for w in ['a', 'bcd']), default=0))
n = 2
h = (x * n for x in [1, 2, 3])
n = 10
print(list(h))
log = []
def it():
    log.append('evaluated')
    return [1, 2]
k = (i for i in it() for j in it())
print(log)
next(k)
print(log)
err(lambda: (x for x in 5))
print(list((a, b) for a in 'xy' for b in range(2) if (a, b) != ('x', 0)), [y for y in (z + 1 for z in (w * 2 for w in range(3)))])
print(dict((k, v) for k, v in zip('ab', (1, 2))), set(c for c in 'aab') == {'a', 'b'}, ' '.join(str(i) for i in range(3)), any(i > 1 for i in range(3)), all(i < 1 for i in range(3)))
x = 'outer'
print([x for x in range(2)], x, list(x for x in 'q'), x)
first = next(i for i in range(100) if i * i > 50)
print(first, next((i for i in range(3) if i > 5), None))
class C:
    a = [1, 2, 3]
    b = list(v * 2 for v in a)
print(C.b)
nest = ((i, list(j for j in range(i))) for i in range(3))
print(list(nest))
def f():
    t = 3
    return (t * i for i in range(t))
print(list(f()))
inf = (i for i in iter(int, 1))
print(next(inf), next(inf))
