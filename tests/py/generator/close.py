# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: close runs finally, rejects further yields, is repeatable.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def g(name):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print(name, 'exit')
        raise
    finally:
        print(name, 'finally')
a = g('a')
next(a)
print(a.close(), a.close(), next(a, 'closed'))
b = g('b')
print(b.close(), list(b))
c = g('c')
list(c)
c.close()
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('refuse')
            yield 2
            return
s = stubborn()
next(s)
err(s.close)
def swallow():
    try:
        yield 1
    except GeneratorExit:
        print('swallowed')
w = swallow()
next(w)
print(w.close())
def raises():
    try:
        yield
    finally:
        raise ValueError('from finally')
r = raises()
next(r)
err(r.close)
def nested():
    try:
        try:
            yield
        finally:
            print('inner')
    finally:
        print('outer')
n = nested()
next(n)
n.close()
def deleg():
    yield from g('delegated')
d = deleg()
next(d)
d.close()
print(issubclass(GeneratorExit, Exception), issubclass(GeneratorExit, BaseException))
