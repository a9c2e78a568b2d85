# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Tuple literals, indexing, immutability, comparison.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print((), (1,), (1, 2), 1, (1, (2, (3,))), tuple(), tuple('ab'), (1, 2)[1], (1, 2, 3)[::-1], (1, 2, 3)[-2:])
t = 1, 'a', None
print(t, len(t), t[0], t[-1], t * 2, t + (5,), 'a' in t, t.count(1), t.index('a'), t == (1, 'a', None))
def s():
    t[0] = 5
def d():
    del t[0]
err(s)
err(d)
for f in (lambda: t[3], lambda: t['a'], lambda: t[1.0], lambda: t + [1], lambda: t * 1.0, lambda: t < 1, lambda: (1,) < ('a',), lambda: t.append(1),
          lambda: t.index(99), lambda: t.index(1, 1), lambda: hash(([],)), lambda: t(), lambda: [1] + t, lambda: tuple(5)):
    err(f)
print((1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 'a') < (2, None), (1, 2) == [1, 2], (1, 2) != (1, 2.0), (0, -0.0) == (False, 0))
print({(1, 2): 'x'}[1, 2], hash((1, 2)) == hash((1.0, 2)), hash(()) == hash(()), t[:] is t, sorted([(2, 'a'), (1, 'b'), (1, 'a')]))
t2 = ([1], 2)
t2[0].append(5)
print(t2)
try:
    t2[0] += [6]
except TypeError as e:
    print(e, t2)
u = (1, 2)
v = u
u += (3,)
u *= 2
print(u, v, bool(()), bool((0,)), max((3, 1), (2, 9)), sum((1, 2, 3)), (1, 2, 3).index(3, -1))
