# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Functions: parameters of all kinds, defaults, calls."""
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, sorted(kw.items())


print(f(1, c=3), f(1, 20, 30, 40, c=3), f(1, c=3, d=5, e=6), f(*[1, 2, 3], c=0), f(**{"a": 1, "c": 2, "z": 3}), f(*"ab", *"c", c=1, **{}))


def only(a, /, b, *, c):
    return a, b, c


print(only(1, 2, c=3), only(1, b=2, c=3))
for call in (lambda: only(a=1, b=2, c=3)), (lambda: only(1, 2, 3)), (lambda: only(1)), (lambda: f()), (lambda: f(1, c=1, a=2)), (lambda: 5()):
    try:
        call()
        print("no error")
    except TypeError:
        print("TypeError")


def default(x, seen=[]):
    seen.append(x)
    return seen


print(default(1), default(2), default(3, []), default.__name__, default.__defaults__)
print((lambda: None)(), (lambda *a, **k: (a, k))(1, 2, x=3), (lambda x, y=5: x * y)(3))


def nothing():
    "what it is for"


print(nothing(), nothing.__doc__, callable(nothing), callable(5), callable(int))


def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)


print(recursive(10), [recursive(i) for i in range(6)], list(map(recursive, (3, 4))))


def outer():
    def inner(x):
        return x + 1
    return inner


print(outer()(41), outer() is outer())
nothing.attribute = 5
print(nothing.attribute, hasattr(outer, "attribute"))
