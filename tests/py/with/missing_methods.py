# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: Objects without the protocol, methods looked up on the type, odd __exit__.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class NoExit:
    def __enter__(self): return self
class NoEnter:
    def __exit__(self, *a): pass
class Neither: pass
def use(o):
    with o:
        print('body')
for o in (NoExit(), NoEnter(), Neither(), 5, None, 'str', int):
    err(use, o)
n = Neither()
n.__enter__ = lambda: 1
n.__exit__ = lambda *a: 1
err(use, n)
class Short:
    def __enter__(self): pass
    def __exit__(self): pass
err(use, Short())
class Truthy:
    def __init__(self, r): self.r = r
    def __enter__(self): pass
    def __exit__(self, *a): return self.r
def zero(r):
    with Truthy(r):
        1 / 0
    return 'suppressed by %r' % (r,)
for r in (1, 'x', [0], 0, '', [], None, True, False):
    err(zero, r)
class BadBool:
    def __bool__(self): raise ValueError('no truth')
def bb():
    with Truthy(BadBool()):
        1 / 0
err(bb)
def nb():
    with Truthy(BadBool()):
        pass
    return 'exit value not tested without an exception'
err(nb)
class Replace:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        raise KeyError('replaced') from v
def rep():
    with Replace():
        raise ValueError('orig')
try:
    rep()
except KeyError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
