# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent, set
# Shows: __repr__, __str__, __format__, __bool__, __len__, __hash__ and their fallbacks.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    def __repr__(self):
        return 'A-repr'
class B:
    def __str__(self):
        return 'B-str'
    __repr__ = lambda self: 'B-repr'
class F:
    def __format__(self, spec):
        return f'<{spec!r}>'
print(A(), str(A()), [A()], f'{A()} {A()!s} {A()!r}', '%s %r' % (A(), A()), B(), str(B()), [B()], {B(): 1}, (B(),), '{} {!r}'.format(B(), B()))
print(f'{F()} {F():abc} {F():{5}d}', format(F()), format(F(), 'x'), '{:>10}'.format(F()))
err(lambda: format(A(), 'x'))
err(lambda: f'{A():>10}')
print(f'{B()!s:>10}|', f'{str(A()):^10}|')
class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
print(bool(L(0)), bool(L(3)), len(L(7)), [1 for x in (L(0), L(1)) if x])
err(lambda: len(L(-1)))
err(lambda: len(L('x')))
err(lambda: bool(L(-1)))
err(lambda: len(L(1.0)))
err(lambda: len(5))
class H:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return self.v == o.v
    def __hash__(self):
        return hash(self.v)
class NH(H):
    __hash__ = None
class EqOnly:
    def __eq__(self, o):
        return True
print(len({H(1), H(1), H(2)}), hash(H('k')) == hash('k'))
err(hash, NH(1))
err(hash, EqOnly())
err(lambda: {EqOnly()})
class S:
    def __str__(self):
        raise ValueError('no str')
err(str, S())
err(lambda: f'{S()}')
err(print, S())
r = repr(object())
print(r.startswith('<object object at 0x'), repr(H).replace('__main__.', ''), str(int), repr(type), repr(len), repr(H(1)).startswith('<__main__.H object at 0x'), repr(print))
