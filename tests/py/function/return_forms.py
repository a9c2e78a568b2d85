# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: return of nothing, tuples, from loops, finally and nested functions.
def a():
    pass
def b():
    return
def c():
    return 1, *[2, 3], 4
def d():
    for i in range(10):
        for j in range(10):
            if i * j == 12:
                return i, j
def e():
    while True:
        try:
            return 'try'
        finally:
            print('cleanup')
def f(n):
    if n > 0:
        return 'pos'
    elif n < 0:
        return 'neg'
def g():
    try:
        return 'lost'
    finally:
        return 'wins'
def h():
    for i in range(3):
        try:
            continue
        finally:
            print('f', i, end=' ')
    return (yield_free := i)
def k():
    return lambda: (lambda: 'deep')
def m():
    with open_() as x:
        return x
class open_:
    def __enter__(self):
        return 'ctx'
    def __exit__(self, *a):
        print('exit', a[0])
print(a(), b(), c(), d(), e(), f(1), f(-1), f(0), g(), h(), k()()(), m())
def n():
    def inner():
        return 1
    inner()
print(n())
def doc():
    'only a docstring'
print(doc(), doc.__doc__)
def many():
    return 1 if True else 2, [i for i in range(2)], {'a': (yes := 3)}, yes
print(many())
