# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, groups, percent
# Shows: except*: what each clause gets, in what order, and what becomes of the rest.
import sys

G, B = ExceptionGroup, BaseExceptionGroup

def tree(e):
    if isinstance(e, B):
        return '%s(%s: %s)' % (type(e).__name__, e.message, ', '.join(tree(x) for x in e.exceptions))
    return repr(e)

def run(make):
    try:
        try:
            e = make()
            if e is not None:
                raise e
        except* ValueError as e:
            print('  ValueError', tree(e), sys.exc_info()[1] is e, sys.exc_info()[0].__name__)
        except* (OSError, KeyError) as e:
            print('  OSError, KeyError', tree(e), sys.exc_info()[1] is e)
        except* ArithmeticError:
            print('  ArithmeticError', tree(sys.exc_info()[1]))
        else:
            print('  else')
        finally:
            print('  finally', sys.exc_info()[1] is None)
    except BaseException as e:
        print('  left:', tree(e), type(e).__name__)
    print('  after', sys.exc_info()[1])

cases = [
    lambda: None,
    lambda: ValueError(1),
    lambda: KeyError(2),
    lambda: TypeError(3),
    lambda: 1 / 0,
    lambda: KeyboardInterrupt(),
    lambda: G('a', [ValueError(1)]),
    lambda: G('a', [TypeError(1)]),
    lambda: G('a', [ValueError(1), OSError(2), ZeroDivisionError(3), TypeError(4)]),
    lambda: G('a', [OSError(2), ValueError(1), KeyError(3), ValueError(5)]),
    lambda: G('a', [G('b', [ValueError(1), TypeError(2)]), G('c', [KeyError(3), G('d', [ValueError(4), OverflowError(5)])]), TypeError(6)]),
    lambda: B('a', [SystemExit(1), ValueError(2), KeyboardInterrupt()]),
    lambda: B('a', [B('b', [SystemExit(1)]), ValueError(2)]),
    lambda: UnicodeError('sub'),
    lambda: G('a', [UnicodeError('sub'), FileNotFoundError(2, 'x'), IndexError('y')]),
    lambda: (lambda: None)(1),
    lambda: undefined_name,
]
for n, case in enumerate(cases):
    print(n)
    run(case)

print('the first clause that matches gets it')
try:
    raise G('g', [ValueError(1), UnicodeError(2), TypeError(3)])
except* UnicodeError as e:
    print(tree(e))
except* ValueError as e:
    print(tree(e))
except* Exception as e:
    print(tree(e))
except* TypeError as e:
    print('never')

print('a naked exception is wrapped')
try:
    raise KeyError('naked')
except* LookupError as e:
    print(repr(e), type(e), e.message == '', e.__traceback__, e.__context__, e.__cause__, repr(e.exceptions[0]))
    print(e.exceptions[0].__traceback__ is not None)

print('the name is unbound')
def names():
    e = 'before'
    try:
        raise G('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        print(tree(e))
    except* KeyError:
        try:
            print(e)
        except UnboundLocalError as x:
            print('in the next clause:', x)
    try:
        print(e)
    except UnboundLocalError as x:
        print('afterwards:', x)
names()
def not_taken():
    e = 'kept'
    try:
        raise ValueError
    except* KeyError as e:
        pass
    except* ValueError:
        print(e)
    print(e)
not_taken()
try:
    raise ValueError(1)
except* ValueError as e:
    del e
try:
    e
except NameError as x:
    print(x)
try:
    raise ValueError(1)
except* ValueError as e:
    e = 5
try:
    e
except NameError as x:
    print(x)
def raising():
    try:
        try:
            raise ValueError(1)
        except* ValueError as e:
            raise KeyError(2)
    except KeyError as k:
        try:
            e
        except UnboundLocalError as x:
            print(x)
raising()

print('types are evaluated one after the other, all of them')
def kind(k):
    print('  asked for', k.__name__)
    return k
try:
    raise G('g', [ValueError(1), KeyError(2)])
except* kind(ValueError):
    print('  caught')
except* kind(Exception) as e:
    print('  caught', tree(e))
except* kind(OSError):
    print('  never')
try:
    pass
except* kind(ValueError):
    print('  never')
else:
    print('  not asked')

print('nested')
def nested():
    try:
        try:
            raise G('outer', [ValueError(1), KeyError(2), G('in', [TypeError(3), ValueError(4), OSError(5)])])
        except* ValueError as e:
            print('  1', tree(e))
            try:
                raise e
            except* UnicodeError:
                print('  never')
            except* ValueError as f:
                print('  2', tree(f), sys.exc_info()[1] is f)
            print('  3', sys.exc_info()[1] is e)
        except* TypeError as e:
            print('  4', tree(e))
    except* KeyError as e:
        print('  5', tree(e))
    except* OSError as e:
        print('  6', tree(e))
    print('  7', sys.exc_info()[1])
nested()

print('plain except around and inside')
try:
    try:
        raise G('g', [ValueError(1), KeyError(2)])
    except* KeyError as e:
        try:
            raise TypeError('t')
        except TypeError as t:
            print(t, repr(t.__context__), t.__context__ is e)
except G as e:
    print(tree(e))

print('a class with its own split')
class Own(G):
    def split(self, kind):
        print('  split', kind.__name__)
        if kind is KeyError:
            return G('own match', [KeyError('made')]), None, 'more'
        return None, None
try:
    raise Own('o', [ValueError(1)])
except* TypeError:
    print('never')
except* KeyError as e:
    print(tree(e))
for answer in (5, (), (1, 2), (None,), (G('x', [ValueError()]), 7)):
    class Wrong(G):
        def split(self, kind):
            return answer
    # CPython's own checks came later than 3.11, where some of these crash it
    if sys.implementation.name == 'ouro':
        try:
            try:
                raise Wrong('w', [KeyError(1)])
            except* ValueError:
                print('never')
        except TypeError as e:
            pass
        else:
            print('no TypeError')
