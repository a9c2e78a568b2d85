# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Positional-only, defaults, *args, keyword-only, **kw in every combination.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 9, d=4), f(1, 9, 8, 7, 6, d=0, e=1, z=2), f(1, d=4, a='kw a', b='kw b'), f(1, c=7, d=8))
def g(*, x, y=1):
    return x, y
def h(a, *, b):
    return a, b
def p(a, /):
    return a
def q(a=1, /, **kw):
    return a, kw
def r(*a, **k):
    return a, k
print(g(x=1), g(y=2, x=3), h(1, b=2), h(b=1, a=2), p(5), q(a=2), q(3, a=4), r(), r(1, *[2, 3], **{'x': 1}, y=2))
for fn, a, k in ((f, (), {}), (f, (1,), {}), (g, (1,), {'x': 1}), (g, (), {}), (h, (1, 2), {'b': 3}), (h, (1,), {}), (p, (), {'a': 1}), (p, (), {}),
                 (p, (1, 2), {}), (h, (1,), {'a': 2, 'b': 3}), (h, (1,), {'b': 2, 'c': 3}), (q, (1, 2), {})):
    err(fn, *a, **k)
def one(a):
    pass
def two(a, b):
    pass
def three(a, b, c=1):
    pass
for fn in (one, two, three):
    for n in range(5):
        try:
            fn(*range(n))
            print(fn.__name__, n, 'ok')
        except TypeError as e:
            print(e)
try:
    two(a=1)
except TypeError as e:
    print(e)
try:
    two(1, a=1)
except TypeError as e:
    print(e)
try:
    two(1, 2, zz=3)
except TypeError as e:
    print(e)
def kwo(*, a, b, c):
    pass
err(kwo)
err(kwo, a=1)
err(kwo, a=1, c=2)
