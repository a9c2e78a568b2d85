# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: groups, percent
# Shows: except* in functions, generators, classes, closures and loops, with all kinds of variables.
import sys

G = ExceptionGroup

def loops():
    done = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            raise G('g', [ValueError(i), KeyError(i)])
        except* ValueError as e:
            for x in e.exceptions:
                for y in range(3):
                    if y == 1:
                        continue
                    if y == 2:
                        break
                    done.append((i, y, x.args))
        except* KeyError as e:
            n = 0
            while True:
                n += 1
                if n > 2:
                    break
            done.append(n)
        finally:
            done.append('f%d' % i)
    return done
print(loops())

def returns(i):
    try:
        if i:
            return 'body'
        raise ValueError
    except* ValueError:
        pass
    else:
        return 'else'
    finally:
        if i == 2:
            return 'finally'
    return 'end'
print(returns(0), returns(1), returns(2))

def generator():
    try:
        yield 1
        raise G('g', [ValueError(2), KeyError(3), OSError(4)])
    except* ValueError as e:
        x = yield 'v', e.exceptions
        print('sent', x, sys.exc_info()[1] is e)
        yield 'again'
    except* KeyError as e:
        try:
            yield 'k', e.exceptions
        finally:
            print('closing')
    except* OSError as e:
        yield 'o', e.exceptions
    yield 'end'
print(list(generator()))
g = generator()
print(next(g), next(g), g.send('value'), next(g))
try:
    g.throw(IndexError('thrown'))
    print(next(g))
except BaseException as e:
    print(repr(e))
g.close()
g = generator()
try:
    next(g)
    print(g.throw(G('thrown', [KeyError(9), KeyError(8)])))
    g.close()
    print('closed')
except BaseException as e:
    print(repr(e))

def inner_generator():
    try:
        yield 1
    except* ValueError as e:
        yield repr(e)
def outer_generator():
    yield from inner_generator()
g = outer_generator()
next(g)
print(g.throw(ValueError('through')))

def closure():
    try:
        raise G('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        def see():
            return repr(e)
        print(see())
    except* KeyError as k:
        print((lambda: repr(k))(), [repr(k) for _ in range(2)])
    try:
        see()
    except NameError as x:
        print(x)
    return see
closure()

def nonlocals():
    e = count = None
    def run():
        nonlocal e, count
        try:
            raise G('g', [ValueError(1)])
        except* ValueError as e:
            count = len(e.exceptions)
    run()
    print(count)
    try:
        e
    except NameError as x:
        print(x)
nonlocals()

def globals_too():
    global shared
    shared = 1
    try:
        raise ValueError('g')
    except* ValueError as shared:
        print(repr(globals()['shared']))
    print('shared' in globals())
globals_too()

class C:
    try:
        raise G('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        kept = repr(e)
    except* TypeError as t:
        also = [repr(x) for x in t.exceptions]
print(C.kept, C.also, hasattr(C, 'e'), hasattr(C, 't'))

def many(a, b, *c, d=4, **k):
    l0, l1, l2, l3, l4, l5, l6, l7 = range(8)
    try:
        raise G('g', [ValueError(a), KeyError(b), TypeError(d)])
    except* (ValueError if a else (KeyError, ValueError)) as e:
        x = [i + j for i in range(3) for j in range(2)]
        l0 += sum(x) + f(len(x), key=[1, *c, {**k}])
    except* TypeError as e:
        l1 = l2 + l3 * len(e.exceptions)
    except* KeyError:
        with Manager() as m:
            l4 += m
    return l0, l1, l2, l3, l4, l5, l6, l7, c, d, k
def f(n, key):
    return n * 100 + len(key)
class Manager:
    def __enter__(self):
        return 1000
    def __exit__(self, *info):
        print('exit', info)
print(many(1, 2, 3, 5, z=6))
print(many(0, 2, 3, 5, d=7))

print('with, and exceptions from __exit__')
class Raises:
    def __enter__(self):
        pass
    def __exit__(self, kind, value, traceback):
        raise G('exit', [value, OSError('o')])
try:
    with Raises():
        raise ValueError('body')
except* ValueError as e:
    print(repr(e))
except* OSError as e:
    print(repr(e))

def sure(flag):
    try:
        a = 1
        if flag:
            raise ValueError
        b = 2
    except* ValueError:
        c = 3
    for name in 'a', 'b', 'c':
        try:
            print(name, {'a': lambda: a, 'b': lambda: b, 'c': lambda: c}[name]())
        except NameError as x:
            print(x)
sure(0)
sure(1)
def unsure(flag):
    try:
        if flag:
            raise G('g', [ValueError(1), KeyError(2)])
    except* ValueError:
        c = 3
    except* KeyError:
        print(c)
    print(c)
unsure(1)
try:
    unsure(0)
except UnboundLocalError as x:
    print(x)

def recursive(n):
    try:
        if n == 0:
            raise ValueError('bottom')
        recursive(n - 1)
    except* ValueError as e:
        raise KeyError(n) from e
try:
    recursive(5)
except KeyError as e:
    n = 0
    while e is not None:
        n, e = n + 1, e.__cause__ or (e.exceptions[0] if isinstance(e, G) else None)
    print('chain', n)

def try_everything(g):
    out = []
    try:
        try:
            try:
                raise g
            except* ValueError as e:
                out.append(('v', len(e.exceptions)))
                raise IndexError('from v')
            finally:
                out.append('f1')
        except* KeyError as e:
            out.append(('k', len(e.exceptions)))
        finally:
            out.append('f2')
    except* Exception as e:
        out.append(repr(e))
    return out
print(try_everything(G('g', [ValueError(1), KeyError(2), OSError(3)])))
print(try_everything(G('g', [KeyError(2)])))
print(try_everything(ValueError(2)))
