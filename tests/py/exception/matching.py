# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: except clauses match classes, subclasses, tuples, computed and wrong matchers.
class A(Exception): pass
class B(A): pass
class C(B, ValueError): pass
def kind(e):
    try:
        raise e
    except C:
        return 'C'
    except B as x:
        return 'B %s' % (x is e)
    except (KeyError, (IndexError if False else IndexError), A):
        return 'tuple'
    except ArithmeticError:
        return 'arith'
    except Exception:
        return 'Exception'
    except:
        return 'bare'
for e in (A(), B(), C(), KeyError(1), IndexError(), ZeroDivisionError(), OverflowError(), OSError(), KeyboardInterrupt(), SystemExit(), GeneratorExit(), BaseException(), StopIteration()):
    print(type(e).__name__, kind(e), end='; ')
print()
def which():
    print('evaluated')
    return ValueError
try:
    int('x')
except which() as e:
    print('matched')
try:
    1 / 0
except which():
    pass
except ZeroDivisionError:
    print('second')
for bad in (5, 'ValueError', None, (ValueError, 5), [ValueError], ValueError()):
    try:
        try:
            1 / 0
        except bad:
            print('matched?')
    except TypeError as e:
        print(type(e).__name__, e, '|', type(e.__context__).__name__)
try:
    try:
        1 / 0
    except ():
        print('no')
except ZeroDivisionError:
    print('empty tuple matches nothing')
excs = (KeyError, ZeroDivisionError)
try:
    1 % 0
except excs as e:
    print(repr(e))
class Meta(type):
    def __instancecheck__(c, x): return True
    def __subclasscheck__(c, x): return True
class Any(Exception, metaclass=Meta): pass
try:
    try:
        1 / 0
    except Any:
        print('subclasscheck used')
except ZeroDivisionError:
    print('real bases used')
