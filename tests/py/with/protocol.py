# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: __enter__ and __exit__: order, arguments, values, suppression.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class C:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print('enter', self.name)
        if self.fail == 'enter':
            raise RuntimeError('enter ' + self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        if self.fail == 'exit':
            raise RuntimeError('exit ' + self.name)
        return self.swallow
with C('a') as x:
    print('body', x)
with C('b'), C('c') as y, C('d') as z:
    print(y, z)
with (C('e') as p, C('f') as q,):
    print(p, q)
with (C('g')):
    pass
with C('h', True):
    1 / 0
print('swallowed')
def f():
    with C('i'):
        1 / 0
err(f)
def g():
    with C('outer', True), C('inner', fail='enter'):
        print('never')
    return 'outer swallowed'
err(g)
def h():
    with C('j', fail='exit'):
        1 / 0
try:
    h()
except RuntimeError as e:
    print(e, repr(e.__context__))
def k():
    with C('o1', fail='enter') as v:
        print('never')
err(k)
class D:
    def __enter__(self):
        return (1, [2, 3])
    def __exit__(self, *a):
        self.seen = len(a)
        return 0
d = D()
with d as (a, [b, c]):
    print(a, b, c)
lst = [0]
with d as lst[0], D() as d.attr:
    print(lst, d.attr)
print(d.seen)
