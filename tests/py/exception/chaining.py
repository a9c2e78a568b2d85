# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: __cause__, __context__, __suppress_context__ and raise from.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def show(e):
    out = []
    while e is not None:
        out.append((type(e).__name__, str(e), type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__))
        e = e.__cause__ or e.__context__
    for o in out:
        print(' ', o)
def catch(f):
    print(f.__name__)
    try:
        f()
    except BaseException as e:
        show(e)
def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('while handling')
def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('because') from e
def none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('clean') from None
def cls():
    raise ValueError('x') from TypeError
def inst():
    raise ValueError('x') from TypeError('cause')
def badcause():
    raise ValueError('x') from 5
def triple():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError:
        raise IndexError(3)
def fin():
    try:
        raise ValueError('body')
    finally:
        raise KeyError('finally')
def nocontext():
    try:
        raise ValueError
    except ValueError:
        pass
    raise KeyError('later')
def helper():
    def h():
        raise KeyError('in helper')
    try:
        1 / 0
    except ZeroDivisionError:
        h()
for f in (implicit, explicit, none, cls, inst, badcause, triple, fin, nocontext, helper):
    catch(f)
e = ValueError('manual')
e.__cause__ = KeyError('set')
print(e.__suppress_context__, repr(e.__cause__))
e.__context__ = TypeError('ctx')
print(repr(e.__context__))
def setbad():
    e.__cause__ = 5
err(setbad)
try:
    try:
        raise ValueError('a')
    except ValueError as x:
        raise x
except ValueError as y:
    print(y.__context__, y.__cause__)
