# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: yield from: values, returned result, send and throw pass through, any iterable.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def inner():
    got = []
    try:
        while True:
            x = yield 'inner wants'
            if x == 'stop':
                return got
            got.append(x)
    except ValueError as e:
        yield 'inner caught %s' % e
        return 'from except'
    finally:
        print('inner finally')
def outer():
    r = yield from inner()
    yield ('result', r)
    yield from 'ab'
    yield from [1, 2]
    yield from range(2)
    yield from {'k': 1}
    n = yield from ()
    yield n
o = outer()
print(next(o), o.send(1), o.send(2), o.send('stop'))
print(list(o))
o = outer()
next(o)
print(o.throw(ValueError('tv')))
print(next(o))
o = outer()
next(o)
err(o.throw, KeyError('not handled'))
def bad():
    yield from 5
err(lambda: list(bad()))
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n
print(list(deep(20)))
def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t
print(list(tree([1, [2, [3, [4]], 5], [[[6]]]])))
def ret(v):
    return v
    yield
def chain():
    a = yield from ret(1)
    b = yield from ret([2])
    return a, b
def top():
    print((yield from chain()))
print(list(top()))
def send_to_list():
    yield from [1, 2]
s = send_to_list()
next(s)
err(s.send, 5)
class It:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration('val')
        return self.n
def use():
    r = yield from It()
    print('It returned', r)
print(list(use()))
