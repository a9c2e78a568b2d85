# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, groups
# Shows: what is raised after except* clauses: what was left, raised again, raised anew, and in what shape.
import sys

G, B = ExceptionGroup, BaseExceptionGroup

def length(e):
    n, t = 0, e.__traceback__
    while t is not None:
        n, t = n + 1, t.tb_next
    return n

def show(e, indent='  '):
    print(indent + repr(e), '| cause', repr(e.__cause__), '| context', repr(e.__context__),
          e.__suppress_context__, '| traceback', length(e), getattr(e, '__notes__', ''))
    if isinstance(e, B):
        for x in e.exceptions:
            show(x, indent + '    ')

def run(f):
    print(f.__name__)
    try:
        f()
        print('  nothing raised')
    except BaseException as e:
        show(e)

def group():
    return G('g', [ValueError(1), TypeError(2), G('n', [OSError(3), ValueError(4)]), KeyError(5)])

def all_again():
    try:
        raise group()
    except* Exception:
        raise
def some_again():
    try:
        raise group()
    except* ValueError:
        raise
    except* OSError:
        pass
def again_twice():
    try:
        raise group()
    except* ValueError:
        raise
    except* OSError:
        raise
    except* Exception:
        pass
def named_again():
    try:
        raise group()
    except* ValueError as e:
        raise e
def named_again_all():
    try:
        raise group()
    except* Exception as e:
        raise e
def one_new():
    try:
        raise group()
    except* ValueError:
        raise IndexError('new')
def one_new_rest_caught():
    try:
        raise group()
    except* ValueError:
        raise IndexError('new')
    except* Exception:
        pass
def several_new():
    try:
        raise group()
    except* ValueError:
        raise IndexError('new 1')
    except* OSError as e:
        raise IndexError('new 2') from e
    except* TypeError as e:
        raise IndexError('new 3') from None
    except* KeyError:
        raise
def new_groups():
    try:
        raise group()
    except* ValueError:
        raise G('new', [IndexError(1), IndexError(2)])
    except* OSError:
        raise
def new_base():
    try:
        raise group()
    except* ValueError:
        raise KeyboardInterrupt('new')
    except* OSError:
        raise IndexError('i')
def leaf_again():
    try:
        raise group()
    except* ValueError as e:
        raise e.exceptions[0]
def naked_not_caught():
    try:
        raise ValueError('n')
    except* KeyError:
        pass
def naked_again():
    try:
        raise ValueError('n')
    except* ValueError:
        raise
def naked_named_again():
    try:
        raise ValueError('n')
    except* ValueError as e:
        raise e
def naked_new():
    try:
        raise ValueError('n')
    except* KeyError:
        pass
    except* ValueError:
        raise KeyError('new')
def naked_leaf():
    try:
        raise ValueError('n')
    except* ValueError as e:
        raise e.exceptions[0]
def with_metadata():
    g = group()
    g.add_note('note')
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise g from KeyError('cause')
    except* ValueError as e:
        e.add_note('noted in the handler')
        raise
    except* OSError as e:
        raise IndexError('new')
def note_in_handler():
    try:
        raise group()
    except* ValueError as e:
        e.add_note('x')
        raise
    except* Exception:
        pass
def traceback_changed():
    try:
        raise group()
    except* ValueError as e:
        e.__traceback__ = None
        raise
    except* Exception:
        pass
def context_changed():
    try:
        raise group()
    except* ValueError as e:
        e.__context__ = KeyError('c')
        raise
    except* Exception:
        pass
def error_in_type():
    try:
        raise group()
    except* ValueError:
        raise IndexError('lost')
    except* undefined:
        pass
def nested_inside():
    try:
        raise group()
    except* ValueError as e:
        try:
            raise
        except* ValueError as f:
            raise
    except* Exception:
        pass
def through_two():
    try:
        try:
            raise group()
        except* ValueError:
            raise IndexError('inner')
    except* (IndexError, OSError):
        raise
def finally_new():
    try:
        raise group()
    except* ValueError:
        pass
    finally:
        raise IndexError('finally')
def finally_return():
    try:
        raise group()
    except* ValueError:
        raise IndexError('dropped')
    finally:
        return 'returned'
def else_raises():
    try:
        pass
    except* ValueError:
        pass
    else:
        raise ValueError('from else')
def bare_raise_in_function():
    def again():
        raise
    try:
        raise group()
    except* ValueError:
        again()
    except* Exception:
        pass
def in_plain_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise group()
        except* ValueError:
            raise IndexError('new')
def same_leaf_twice():
    v = ValueError('v')
    try:
        raise G('twice', [v, KeyError(1), v, G('in', [v])])
    except* ValueError:
        raise
class D(G):
    def derive(self, excs):
        print('    derive', excs)
        return D(self.message, excs)
def derived():
    try:
        raise D('d', [ValueError(1), D('e', [ValueError(2), KeyError(3)]), KeyError(4)])
    except* ValueError:
        raise
    except* KeyError:
        pass
class Fails(G):
    def derive(self, excs):
        raise RuntimeError('derive')
def derive_fails():
    try:
        raise Fails('d', [ValueError(1), KeyError(4)])
    except* ValueError:
        pass

for f in (all_again, some_again, again_twice, named_again, named_again_all, one_new, one_new_rest_caught, several_new,
          new_groups, new_base, leaf_again, naked_not_caught, naked_again, naked_named_again, naked_new, naked_leaf,
          with_metadata, note_in_handler, traceback_changed, context_changed, error_in_type, nested_inside,
          through_two, finally_new, finally_return, else_raises, bare_raise_in_function, in_plain_handler,
          same_leaf_twice, derived, derive_fails):
    run(f)

print('after all that', sys.exc_info())
