# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: math, set
# Shows: AttributeError messages for instances, classes, modules, built-ins, read-only attributes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import math
class A:
    __slots__ = ('s',)
    c = 1
class B:
    @property
    def p(self): return 1
    def m(self): pass
def f(): pass
def st(o, n, v=1): setattr(o, n, v)
def gt(o, n): return getattr(o, n)
for o in (5, 1.5, 'a', b'a', [], (), {}, set(), None, True, len, f, B().m, A, A(), B, B(), math, range(1), ..., (i for i in ()), type, object, slice(1), ValueError('x')):
    try: gt(o, 'zzz')
    except AttributeError as e: print(str(e))
for o, n in ((5, 'x'), ('a', 'x'), ([], 'append'), ((), 'x'), (None, 'x'), (A(), 'z'), (A(), 'c'), (B(), 'p'), (5, 'real'), (range(1), 'start'), (len, 'x'), (object(), 'x'), ({}, 'x'), (True, 'x')):
    err(st, o, n)
for o, n in ((B(), 'p'), (B(), 'zz'), (A(), 's'), (A(), 'c'), (5, 'x'), ([], 'append'), (B, 'zz'), (f, 'zz')):
    err(delattr, o, n)
err(lambda: int.zz)
for n in ('x', 'append'):
    try:
        setattr(int, n, 1)
    except TypeError as e:
        print(e)
