# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, io-memory, set
# Shows: Grammar of class headers, decorators, lambda, star expressions and subscripts in odd but legal forms.
def deco(*a):
    return a[0] if a and callable(a[0]) else (lambda f: f)
class NS: attr = staticmethod(deco); lst = [deco]; dct = {'k': deco}
@deco
@deco()
@NS.attr
@NS.lst[0]
@NS.dct['k']
@(deco)
@(lambda f: f)
def f(): return 'decorated'
print(f())
class A(): pass
class B(A,): pass
class C(*[A], **{}): pass
class D(B if True else A, object): x: int; y: int = 1; z = lambda self: 0
class E(*(A,), metaclass=type): ...
print([k.__bases__[0].__name__ for k in (A, B, C, D, E)], D.y, D().z())
d = {(1, 2): 'a', (1,): 'b', (): 'c', ...: 'd', slice: 'e'}
print(d[1, 2], d[1,], d[()], d[...], d[slice])
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1:2, 3], s[::], s[:, :], s[1:2:3, ..., None], s[lambda: 0] is not None, s[1, 2], s[x := 5], s[(x := 6)], s['a':'b'], s[not 0], s[1 if 1 else 2], s[-1:+1])
print((lambda *a, b=1, **c: (a, b, c))(1, b=2, z=3), (lambda a, /, b, *, c: (a, b, c))(1, 2, c=3), (lambda: (yield))  is not None, (lambda x=(lambda: 5): x())(), (lambda *, k=1: k)())
print(*[1], *(2, 3), sep='', end='\n'); print(1, *'ab', *[], **{'sep': '-'})
print([*range(2), *'x'], (*range(2),), {*range(2)} == {0, 1}, {**{}, 'a': 1, **dict(b=2)}, [*[*[1]]], *[*[2]])
a = b = c = 0; a, b = c, a = 1, 2; print(a, b, c)
print(not 1 < 2, not (not 1), - - 1, ~-1, 2 ** - 1, 1 if not 0 else 2, 1 < 2 < 3 != 4 is not None, 1 in [1] == True, (1 in [1]) == True, [] is not [] , 'a' not in 'b', not 'a' in 'b')
if 1: print('a'); print('b')
for i in range(2): x = i; y = x
while y: y = 0; print('w')
try: 1 / 0
except (ZeroDivisionError,): print('tuple')
with __import__("io").StringIO() as (f), __import__("io").StringIO() as g: pass
def h(a, b=1, /, c=2, *d, e, f=3, **g): return a, b, c, d, e, f, g
def i(a, *, b): return a, b
def j(*, a=1): return a
def k(a=1, /): return a
def l(a: int = 1, *b: str, c: 'x' = 2, **e: dict) -> None: return a, b, c, e
print(h(0, e=1), i(1, b=2), j(), k(), l(), l(5, 'q', c=1, z=2))
assert 1, 'x'; assert (1, 'always true')[0]
del (a), b; del [c]
global gg; gg = 1; print(gg)
return_ = yield_ = 1; print(return_ + yield_)
