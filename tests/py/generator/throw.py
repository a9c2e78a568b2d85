# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: throw into a generator: handled, unhandled, before start, after end.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def g():
    while True:
        try:
            x = yield 'ready'
            print('got', x)
        except ValueError as e:
            print('handled', e)
            yield 'after handling'
it = g()
print(next(it), it.throw(ValueError('v')), next(it), it.throw(ValueError), next(it))
try:
    it.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
print(next(it, 'finished'))
def h():
    yield 1
err(h().throw, TypeError('before start'))
i = h()
next(i)
err(i.throw, IndexError('at yield'))
err(i.throw, IndexError('after end'))
j = h()
list(j)
err(j.throw, OSError('exhausted'))
def ret():
    try:
        yield 1
    except ValueError:
        return 'returned'
r = ret()
next(r)
try:
    r.throw(ValueError())
except StopIteration as e:
    print('stop', e.value)
def fin():
    try:
        yield 1
    finally:
        print('finally')
f = fin()
next(f)
err(f.throw, RuntimeError('x'))
err(h().throw, 5)
err(h().throw, 'str')
def trans():
    try:
        yield
    except Exception as e:
        raise LookupError('translated') from e
t = trans()
next(t)
try:
    t.throw(ValueError('orig'))
except LookupError as e:
    print(e, repr(e.__cause__))
