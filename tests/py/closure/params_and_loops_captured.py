# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Captured parameters, *args, defaults, loop variables, exception names.
def p(a, b=2, *args, c=3, **kw):
    def show():
        return a, b, args, c, kw
    def change():
        nonlocal a, args, kw
        a = a * 10
        args = args + (a,)
        kw['new'] = a
    return show, change
s, c = p(1, 5, 6, 7, c=8, z=9)
print(s())
c()
c()
print(s())
def loop():
    fns = []
    while len(fns) < 3:
        v = len(fns)
        fns.append(lambda: v)
    for w in 'ab':
        fns.append(lambda w=w: (w, v))
    return [f() for f in fns]
print(loop())
def exc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        def msg():
            return str(e)
        now = msg()
    try:
        return now, msg()
    except NameError as err2:
        return now, type(err2).__name__
print(exc())
def comp():
    n = 10
    fs = [lambda: i + n for i in range(3)]
    n = 100
    return [f() for f in fs], [[i * n for i in range(j)] for j in range(3)]
print(comp())
def deep(a):
    def l1(b):
        def l2(c):
            def l3(d):
                return lambda e: (a, b, c, d, e)
            return l3
        return l2
    return l1
print(deep(1)(2)(3)(4)(5))
def tree():
    kids = []
    def add(k):
        kids.append(k)
        return node
    def node():
        return [k() for k in kids]
    node.add = add
    return node
t = tree()
t.add(tree().add(tree())).add(tree())
print(t())
def gen():
    x = 0
    def bump():
        nonlocal x
        x += 1
    while x < 3:
        yield x
        bump()
print(list(gen()))
