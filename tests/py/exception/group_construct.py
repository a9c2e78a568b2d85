# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, groups, percent, set
# Shows: what ExceptionGroup and BaseExceptionGroup take, hold and refuse, and classes derived from them.

def err(f):
    try:
        r = f()
        print('   ', repr(r), type(r).__name__, getattr(r, 'exceptions', None))
    except BaseException as e:
        print('   ', type(e).__name__, e)

B, G, V = BaseExceptionGroup, ExceptionGroup, ValueError(1)

print('types')
for t in B, G:
    print(t, t.__mro__, t.__bases__, t.__base__, t.__name__)
print(issubclass(G, Exception), issubclass(G, B), issubclass(B, Exception), issubclass(B, G), issubclass(Exception, B))
print([isinstance(G('a', [V]), t) for t in (G, B, Exception, BaseException, object, ValueError)])

print('arguments')
err(lambda: B())
err(lambda: B('a'))
err(lambda: B(1, [V]))
err(lambda: B(None, [V]))
err(lambda: B('a', 1))
err(lambda: B('a', {}))
err(lambda: B('a', {1: V}))
err(lambda: B('a', {V}))
err(lambda: B('a', (x for x in [V])))
err(lambda: B('a', []))
err(lambda: B('a', ''))
err(lambda: B('a', 'bc'))
err(lambda: B('a', range(0)))
err(lambda: B('a', [1]))
err(lambda: B('a', [V, ValueError]))
err(lambda: B('a', [V, None, V]))
err(lambda: B('a', [V], 3))
err(lambda: B('a', [V], x=3))
err(lambda: G(message='a', exceptions=[V]))

print('which class')
err(lambda: B('a', [V]))
err(lambda: B('a', (V, G('b', [V]))))
err(lambda: G('a', [V, KeyboardInterrupt()]))
err(lambda: B('a', [V, KeyboardInterrupt()]))
err(lambda: G('a', [B('b', [SystemExit(1)])]))
err(lambda: B('a', [B('b', [SystemExit(1)])]))

class Seq:
    def __init__(self, n):
        self.n = n
    def __getitem__(self, i):
        if i < self.n:
            return ValueError(i)
        raise IndexError
    def __repr__(self):
        return 'Seq(%d)' % self.n
class Text(str):
    def __str__(self):
        return 'text of ' + self.upper()
err(lambda: G('seq', Seq(3)))
err(lambda: G('seq', Seq(0)))
t = G(Text('m'), [V])
print(t, type(t.message).__name__, t.message == 'm')

print('attributes')
members = [V, TypeError(2)]
g = G('msg', members)
members.append(KeyError(3))
print(g, str(g), repr(g), g.message, g.exceptions, type(g.exceptions).__name__, g.args)
print(g.exceptions[0] is V, g.__cause__, g.__context__, g.__traceback__, g.__suppress_context__)
for action in ('g.message = 1', 'g.exceptions = ()', 'del g.message', 'del g.exceptions'):
    err(lambda: exec(action))
g.args = ('other',)
print(g, g.message, len(g.exceptions), repr(g))
g.extra = 5
print(g.extra, g.__dict__)
g.__dict__.clear()
print(g.message, len(g.exceptions))
print(str(G('one', [V])), str(G('', [V] * 12)))

print('derived')
class X(G):
    pass
class Y(B):
    pass
class Z(B, ValueError):
    pass
class W(ValueError, G):
    pass
err(lambda: X('a', [KeyboardInterrupt()]))
err(lambda: Y('a', [KeyboardInterrupt()]))
err(lambda: Y('a', [V]))
err(lambda: Z('a', [KeyboardInterrupt()]))
err(lambda: Z('a', [V]))
err(lambda: W('a', [V]))
err(lambda: W('a'))
print([c.__name__ for c in W.__mro__], [c.__name__ for c in X.__mro__], [c.__name__ for c in Z.__mro__])
print(W('a', [V, V]), isinstance(W('a', [V]), ValueError))

class Code(G):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message + '!', excs)
        self.code = code
        return self
    def __init__(self, message, excs, code):
        self.first, self.second, self.third, self.fourth = 1, 2, 3, 4
c = Code('coded', [V, V], 7)
print(c, c.code, c.message, c.exceptions, c.args, c.first, c.fourth, sorted(c.__dict__))
class Init(G):
    def __init__(self, message, excs, *, code):
        self.code = code
        super().__init__(message, excs)
i = Init('i', [V], code=9)
print(i, i.code, i.args, i.message)
err(lambda: Init('i', [V], 9))
class Slots(G):
    __slots__ = ('a', 'b')
s = Slots('s', [V])
s.a, s.b, s.c = 1, 2, 3
print(s, s.a, s.b, s.c, s.message)
err(lambda: G.__new__(X, 'n', [V]))
err(lambda: B.__new__(G, 'n', [V]))
err(lambda: B.__new__(ValueError, 'n', [V]))

print('equality and hash are those of objects')
print(G('a', [V]) == G('a', [V]), g == g, len({g, g, G('a', [V])}))

print('raised and caught as any exception')
for kind in G, B, Exception, X:
    try:
        raise X('x', [V])
    except kind as e:
        print(kind.__name__, e)
try:
    raise B('b', [SystemExit(3)])
except Exception:
    print('no')
except BaseException as e:
    print('yes', e)
