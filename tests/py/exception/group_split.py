# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, groups, percent
# Shows: split, subgroup and derive: what matches, what is left, and what the parts have of the whole.

def err(f):
    try:
        print('   ', repr(f()))
    except BaseException as e:
        print('   ', type(e).__name__, e)

G, B = ExceptionGroup, BaseExceptionGroup
g = G('msg', [ValueError(1), TypeError(2), G('in', [OSError(3), ValueError(4), G('deep', [KeyError(5)])]), ValueError(6)])

print('arguments')
err(lambda: g.split())
err(lambda: g.split(ValueError, 2))
err(lambda: g.subgroup())
err(lambda: g.derive())
err(lambda: g.split(matcher=ValueError))
for bad in (1, None, 'x', [ValueError], (1,), (ValueError, int), int, object, print, len, ValueError(1), ((ValueError,),)):
    err(lambda: g.split(bad))
err(lambda: g.subgroup(5))

print('by type')
for kind in (ValueError, OSError, KeyError, LookupError, Exception, BaseException, G, B, IndexError, (ValueError, KeyError), (), (IndexError,), (G, ValueError)):
    print(kind)
    err(lambda: g.split(kind))
    err(lambda: g.subgroup(kind))
print(g.split(Exception)[0] is g, g.subgroup(Exception) is g, g.split(IndexError)[1] is g)
print(g.subgroup(ValueError).exceptions[0] is g.exceptions[0])

print('by predicate')
asked = []
def ask(e):
    asked.append(repr(e))
    return isinstance(e, (ValueError, KeyError)) and e.args[0] > 1
err(lambda: g.split(ask))
print(asked)
err(lambda: g.split(lambda e: isinstance(e, G) and e.message == 'in'))
err(lambda: g.split(lambda e: []))
err(lambda: g.split(lambda e: 1 / 0))
err(lambda: g.split(lambda: 1))

print('base exceptions')
b = B('base', [KeyboardInterrupt(1), ValueError(2), B('x', [SystemExit(3), OSError(4)])])
for kind in (KeyboardInterrupt, ValueError, Exception, SystemExit, (ValueError, OSError)):
    m, r = b.split(kind)
    print(repr(m), type(m).__name__, '|', repr(r), type(r).__name__)
err(lambda: b.derive([ValueError(1)]))
err(lambda: g.derive([SystemExit(1)]))
err(lambda: g.derive([]))
err(lambda: g.derive(1))

print('metadata')
def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise g from KeyError('cause')
    except G as e:
        return e
def depth(e):
    n, t = 0, e.__traceback__
    while t is not None:
        n, t = n + 1, t.tb_next
    return n
e = chained()
e.add_note('one')
e.exceptions[2].add_note('inner')
e.exceptions[0].add_note('leaf')
m, r = e.split((ValueError, KeyError))
for x in m, r, m.exceptions[1], r.exceptions[1], e.subgroup(TypeError):
    print(repr(x), repr(x.__cause__), repr(x.__context__), x.__suppress_context__, depth(x), getattr(x, '__notes__', None))
    print(x.__traceback__ is e.__traceback__)
m.add_note('two')
print(e.__notes__, m.__notes__, r.__notes__)
e.__notes__ = ('tuple',)
print(e.split(ValueError)[0].__notes__)
e.__notes__ = 5
print(getattr(e.split(ValueError)[0], '__notes__', 'none'))

print('derived classes')
class D(G):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self
    def derive(self, excs):
        print('      derive', excs)
        return D(self.message, excs, self.code + 1)
d = D('d', [ValueError(1), D('e', [ValueError(2), KeyError(3)], 50), KeyError(4)], 10)
m, r = d.split(ValueError)
for x in m, r:
    print(type(x).__name__, x.code, x.exceptions, type(x.exceptions[1]).__name__)
print(d.subgroup(IndexError), d.subgroup(D) is d)
class Plain(G):
    pass
print([type(x).__name__ for x in Plain('p', [ValueError(1), KeyError(2)]).split(KeyError)])
class Bad(G):
    def derive(self, excs):
        return ValueError('no group')
err(lambda: Bad('b', [ValueError(1), KeyError(2)]).split(KeyError))
err(lambda: Bad('b', [ValueError(1), KeyError(2)]).split(Exception))
class Raises(G):
    def derive(self, excs):
        raise RuntimeError('in derive')
err(lambda: Raises('b', [ValueError(1), KeyError(2)]).subgroup(KeyError))
err(lambda: G('out', [Raises('b', [ValueError(1), KeyError(2)])]).subgroup(KeyError))

print('deep')
e = ValueError('bottom')
for i in range(30):
    e = G('level %d' % i, [e, KeyError(i)])
m, r = e.split(ValueError)
n = 0
while isinstance(m, G):
    n, m = n + 1, m.exceptions[0]
print(n, repr(m))
n = 0
while isinstance(r, G):
    n, r = n + 1, r.exceptions[0]
print(n, repr(r))
