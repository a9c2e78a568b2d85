# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Default values are evaluated once, at definition, left to right, and shared.
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), f(4))
log = []
def note(v):
    log.append(v)
    return v
def g(a=note('a'), *, b=note('b'), c=note('c')):
    return a, b, c
print(log, g(), g(b=1), log, g.__defaults__, g.__kwdefaults__)
i = 5
def h(n=i):
    return n
i = 6
print(h(), h(i))
fs = [lambda k=k: k * k for k in range(4)]
print([fn() for fn in fs], [fn(3) for fn in fs])
def none(a=None, b=(), c={}, d=1.5, e=-1, s='é'):
    return a, b, c, d, e, s
print(none(), none(e=2, s='x'))
def nest(f=lambda: [n for n in range(3)]):
    return f()
print(nest())
def mk():
    def inner(x=log):
        return len(x)
    return inner
a = mk()
print(a(), a([1]))
