# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Closures: cells shared and rebound; nonlocal, global, scopes of comprehensions."""
def counter(start=0):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def value():
        return n

    return up, value


up, value = counter(5)
other, _ = counter()
print(up(), up(10), value(), other(), value())

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])

g = 1


def globals_():
    global g, made
    g += 1
    made = "by a function"


globals_()
print(g, made)


def shadow():
    g = "local"
    def inner():
        return g
    g = "later"
    return inner()


print(shadow(), g)


def deep():
    x = 1
    def a():
        def b():
            nonlocal x
            x += 1
            def c():
                return x * 10
            return c
        return b
    return a()()() + x


print(deep())


def unbound():
    try:
        print(never)
    except NameError as e:
        print(type(e).__name__)
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__)
    x = 1
    del x
    try:
        x
    except UnboundLocalError:
        print("deleted")


unbound()
x = "outer"
print([x for x in range(3)], x, [[x, y] for x in "ab" for y in "cd" if x + y != "ad"], {x: y for x, y in [(1, 2)]}, x)


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run


print(compose(lambda x: x + 1, lambda x: x * 2, str, len)(49))
