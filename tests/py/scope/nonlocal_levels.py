# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, float, io-memory
# Shows: nonlocal finds the nearest binding; interplay with global, classes, comprehension, del.
x = 'g'
def a():
    x = 'a'
    def b():
        def c():
            nonlocal x
            x = 'c'
        c()
        return x
    r = b()
    return r, x
print(a(), x)
def d():
    x = 'd'
    def e():
        global x
        x = 'set by e'
        def f():
            return x
        return f()
    return e(), x
print(d(), x)
def g():
    x = 1
    class K:
        nonlocal x
        x = 2
        y = x
    return x, K.y, hasattr(K, 'x')
print(g())
def h():
    x = 0
    def inc():
        nonlocal x
        for x in range(5): pass
        with __import__('io').StringIO() as x: pass
        try: 1 / 0
        except ZeroDivisionError as x: pass
    inc()
    try:
        return x
    except NameError as e:
        return type(e).__name__, str(e)
print(h())
def i():
    v = 1
    def d():
        nonlocal v
        del v
    d()
    try:
        v
    except NameError as e:
        return str(e)
print(i())
def j(n):
    def up():
        nonlocal n
        n += 1
        return n
    return [up() for _ in range(3)], n, [n for n in 'ab'], n
print(j(10))
def k(*args, **kw):
    def s():
        nonlocal args, kw
        args, kw = args[1:], {}
    s()
    return args, kw
print(k(1, 2, z=3))
def mutual():
    a = b = 0
    def pa():
        nonlocal a
        a += 1
        return pb() if a < 5 else (a, b)
    def pb():
        nonlocal b
        b += 10
        return pa()
    return pa()
print(mutual())
for s in ('nonlocal q', 'def f():\n nonlocal q', 'def f():\n q = 1\n def g():\n  nonlocal q\n  global q', 'def f(q):\n nonlocal q', 'class C:\n nonlocal q', 'def f():\n def g():\n  q = 1\n  nonlocal q\n q = 2', 'q = 1\ndef f():\n nonlocal q', 'def f():\n global q\n def g():\n  nonlocal q', 'def f():\n print(q)\n global q', 'def f():\n nonlocal __class__'):
    try:
        exec(s)
        print('ok')
    except SyntaxError as e:
        print(e.msg)
