# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, float, percent
# Shows: NotImplemented, reflected priority for subclasses, and the TypeErrors at the end.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    def __add__(self, o):
        print('A.add', type(o).__name__)
        return NotImplemented
    def __radd__(self, o):
        print('A.radd', type(o).__name__)
        return NotImplemented
class B(A):
    def __radd__(self, o):
        print('B.radd')
        return 'from B'
class N: pass
print(A() + B())
err(lambda: A() + 1)
err(lambda: 1 + A())
err(lambda: A() + A())
err(lambda: A() + N())
err(lambda: N() + N())
err(lambda: N() - 1)
err(lambda: 1 * N())
err(lambda: N() @ N())
err(lambda: N() ** 2)
err(lambda: -N())
err(lambda: ~N())
err(lambda: abs(N()))
err(lambda: divmod(N(), 1))
err(lambda: N() << 1)
err(lambda: N() < N())
err(lambda: N() >= 5)
err(lambda: N()[0])
err(lambda: N() in N())
err(lambda: 5 in N())
err(lambda: iter(N()))
err(lambda: next(N()))
err(lambda: len(N()))
err(lambda: int(N()))
err(lambda: float(N()))
err(lambda: reversed(N()))
err(lambda: round(N()))
def aug(op):
    x = N()
    exec('x %s 1' % op, {'x': x})
for op in ('+=', '-=', '*=', '/=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=', '@='):
    err(aug, op)
def si():
    N()[0] = 1
def di():
    del N()[0]
err(si)
err(di)
class E:
    def __eq__(self, o):
        return NotImplemented
e = E()
print(e == e, e == 1, e != 1, e != e, 1 == e)
class Raise:
    def __add__(self, o):
        raise ValueError('add raised')
    def __bool__(self):
        raise ValueError('bool raised')
err(lambda: Raise() + 1)
err(lambda: 1 if Raise() else 2)
err(lambda: not Raise())
err(lambda: Raise() and 1)
