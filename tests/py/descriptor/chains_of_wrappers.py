# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array
"""Attributes of what is wrapped very often: an answer or RecursionError, never the end of the C stack."""

from array import array


def depth(name, f):
    try:
        f()
    except RecursionError:
        pass
    print(name)


def chain(make, x):
    for _ in range(20000):
        x = make(x)
    return x


p = chain(property, len)
depth("property", lambda: p.__doc__)
s = chain(staticmethod, len)
depth("staticmethod", lambda: s.__doc__)
c = chain(classmethod, len)
depth("classmethod", lambda: c.__doc__)
method = type(depth.__get__(1))
m = chain(lambda x: method(x, 1), print)
depth("method", lambda: m.__name__)
