# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, io-memory, qualnames
# Shows: Class bodies run as code: loops, conditions, comprehension, exceptions, locals, docstrings.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    """doc"""
    vals = []
    for i in range(3):
        vals.append(i * i)
    if vals[-1] > 3:
        big = True
    else:
        small = True
    try:
        1 / 0
    except ZeroDivisionError as e:
        msg = str(e)
    del i
    def helper(n):
        return n + 1
    x = helper(5)
    y = [v for v in vals]
    print('body runs', sorted(k for k in locals() if not k.startswith('__')))
    with open_ctx() if False else __import__('io').StringIO() as f:
        pass
    w = x if big else 0
    while w > 3:
        w -= 1
print(A.vals, A.big, hasattr(A, 'small'), A.msg, hasattr(A, 'i'), hasattr(A, 'e'), A.x, A.y, A.w, A.__doc__)
def bad():
    class B:
        x = 1
        raise ValueError('in body')
err(bad)
class N:
    class Inner:
        class Deep:
            v = 'deep'
        def f(self):
            return N.Inner.Deep.v
    alias = Inner
print(N.Inner().f(), N.alias is N.Inner, N.Inner.Deep.__qualname__, N.Inner.Deep.__name__)
def make(n):
    class Gen:
        size = n
        def __init__(self):
            self.items = [n] * n
    return Gen
g2, g3 = make(2), make(3)
print(g2.size, g3().items, g2 is not g3, g2.__name__, make(1).__qualname__)
class Empty: ...
class One: x = 1; y = 2
print(Empty().__dict__, One.x, One.y)
class Names:
    a = b = 5
    c, d = 1, 2
    (e, *f), g = [1, 2, 3], 4
    h: int = 9
    a += 1
print(Names.a, Names.b, Names.c, Names.d, Names.e, Names.f, Names.g, Names.h, 'h' in Names.__annotations__ if hasattr(Names, '__annotations__') else True)
