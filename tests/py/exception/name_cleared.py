# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: The name of `as` is deleted after the clause, in functions, modules and with closures.
e = 'module e'
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    print(e)
except NameError as x:
    print(type(x).__name__, x)
def f():
    e = 'local'
    try:
        raise ValueError('v')
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)
print(f())
def g():
    try:
        raise ValueError('v')
    except ValueError as e:
        keep = e
        e = 'rebound'
    try:
        e
    except NameError:
        return keep.args
print(g())
def h():
    for i in range(3):
        try:
            if i == 1:
                raise KeyError(i)
        except KeyError as e:
            continue
        try:
            e
        except NameError as n:
            print(i, type(n).__name__)
h()
def d():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return 'deleted inside is fine'
print(d())
class C:
    try:
        raise KeyError('in class')
    except KeyError as e:
        msg = repr(e)
print(C.msg, hasattr(C, 'e'))
def ret():
    try:
        raise ValueError('r')
    except ValueError as e:
        return e
print(repr(ret()))
def glob():
    global ge
    try:
        raise ValueError
    except ValueError as ge:
        print('ge' in globals())
    print('ge' in globals())
glob()
