# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Exceptions from generators, StopIteration inside becomes RuntimeError, reentrancy.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def g():
    yield 1
    raise ValueError('inside')
it = g()
print(next(it))
err(next, it)
print(next(it, 'dead'))
def si():
    yield 1
    raise StopIteration('sneaky')
it = si()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(type(e).__name__, e, repr(e.__cause__))
def leak():
    yield next(iter([]))
try:
    list(leak())
except RuntimeError as e:
    print(type(e).__name__, e, type(e.__cause__).__name__)
def selfcall():
    yield next(me)
me = selfcall()
err(next, me)
print(next(me, 'dead'))
def selfsend():
    me2.send(None)
    yield
me2 = selfsend()
err(next, me2)
def zero(n):
    for i in range(n):
        yield 10 // (i - 2)
z = zero(5)
out = []
try:
    for v in z:
        out.append(v)
except ZeroDivisionError as e:
    print(out, e)
print(list(z))
try:
    [x for x in zero(3)]
except ZeroDivisionError:
    print('comp')
err(lambda: sum(zero(3)))
err(lambda: dict(g()))
err(lambda: (lambda *a: a)(*g()))
def tr():
    try:
        yield 1
    except ZeroDivisionError:
        yield 'never'
t = tr()
try:
    for v in t:
        1 / 0
except ZeroDivisionError:
    print('outside; generator goes on:', next(t, 'end'))
