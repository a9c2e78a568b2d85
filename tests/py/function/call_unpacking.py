# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set, text-methods
# Shows: * and ** in calls: order, several of them, errors.
def f(*a, **k):
    return a, k
print(f(*'ab', 1, *[2], *(), **{}, x=1, **{'y': 2}), f(*range(3), **dict(z=1)), f(*{1: 2}, *{3}), f(*(i for i in range(2))), f(*b'a'))
def g(a, b, c):
    return a, b, c
print(g(*[1, 2], 3), g(1, *[2], c=3), g(*[1], **{'b': 2, 'c': 3}), g(c=1, *[2, 3]), g(**{'a': 1}, **{'b': 2}, c=3))
def e1():
    f(*5)
def e2():
    f(**5)
def e3():
    f(**{1: 2})
def e4():
    f(**{'x': 1}, **{'x': 2})
def e5():
    f(x=1, **{'x': 2})
def e6():
    g(*[1, 2, 3, 4])
def e7():
    g(1, **{'a': 2})
def e8():
    g(*None)
def e9():
    print(*5)
for fn in (e1, e2, e3, e4, e5, e6, e7, e8):
    try:
        fn()
    except TypeError as e:
        print(str(e).replace('__main__.', ''))
order = []
def t(x):
    order.append(x)
    return x
f(t(1), *[t(2)], t(3), k=t(4), **{'m': t(5)})
print(order)
class M:
    def keys(self):
        return ['p']
    def __getitem__(self, k):
        return 'value of ' + k
print(f(**M()))
print(f(*[0] * 300, **{'k%d' % i: i for i in range(50)})[1]['k49'], len(f(*[0] * 300)[0]))
