# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: sys.exc_info during and after handling, in nested handlers and generators.
import sys
def info():
    t, v, tb = sys.exc_info()
    return (t.__name__ if t else None, str(v) if v is not None else None, tb is not None)
print(info())
try:
    1 / 0
except ZeroDivisionError:
    print(info())
    try:
        [][0]
    except IndexError:
        print(info())
    print(info())
print(info())
def f():
    try:
        raise ValueError('f')
    except ValueError:
        g()
        print('f', info())
def g():
    print('g sees', info())
    try:
        raise KeyError('g')
    except KeyError:
        print('g', info())
    print('g after', info())
f()
try:
    try:
        raise ValueError('x')
    finally:
        print('finally', info())
except ValueError:
    pass
try:
    raise ValueError('tb')
except ValueError as e:
    print(e.__traceback__ is not None, sys.exc_info()[1] is e, ValueError('never raised').__traceback__)
