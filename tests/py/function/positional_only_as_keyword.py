# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Positional-only names passed as keywords are told before unexpected ones."""

def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


def f(a, b=2, /, *, k=3):
    return a, b, k


def g(a, /, **kw):
    return a, kw


show(lambda: f(1, c=2, a=3))
show(lambda: f(c=2, b=1, a=3))
show(lambda: f(1, c=2))
show(lambda: f(1, b=2))
show(lambda: g(1, a=2, c=3))
