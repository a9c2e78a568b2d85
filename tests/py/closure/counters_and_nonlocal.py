# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Closures share and rebind cells; nonlocal through several levels.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    def reset():
        nonlocal n
        n = 0
    return inc, get, reset
inc, get, reset = counter()
inc2, get2, _ = counter()
print(inc(), inc(5), get(), inc2(), get2(), reset(), get(), get2())
def levels():
    x = 'outer'
    def mid():
        y = 'mid'
        def low():
            nonlocal x, y
            x, y = y, x
            return x + y
        return low(), y
    r = mid()
    return r, x
print(levels())
def late():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [f() for f in fs]
def early():
    return [f() for f in [(lambda k: lambda: k)(i) for i in range(3)]]
print(late(), early())
def before():
    def use():
        return later
    later = 'assigned after definition'
    return use()
print(before())
def unbound():
    def use():
        return later
    r = use
    if r is None:
        later = 1
    return r()
try:
    unbound()
except NameError as e:
    print(type(e).__name__, e)
def deleted():
    v = 1
    def f():
        return v
    del v
    return f()
try:
    deleted()
except NameError as e:
    print(type(e).__name__, e)
def acc():
    total = []
    def add(*a):
        total.extend(a)
        return sum(total)
    return add
a = acc()
print(a(1, 2), a(), a(10))
