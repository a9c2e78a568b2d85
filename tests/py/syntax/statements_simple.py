# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: math, set
# Shows: Simple statements: pass, del, global, semicolons, expression statements, docstrings, chained assignment.
"module docstring"
print(__doc__)
pass; pass
x = y = z = 5; print(x, y, z)
a = b = [1]; c = a; del a; print(b, c)
1; 'string statement'; [1, 2]; (lambda: 0)
x; print
...
d = {}
d['a'] = d['b'] = e = 7
print(d, e)
del d['a'], e
def f():
    'doc'; v = 1; return v
print(f(), f.__doc__)
def g(): ...
def h():
    """multi
    line doc"""
print(g(), h.__doc__)
class C: 'class doc'
print(C.__doc__)
x = 1,
y = (1)
z = 1, 2,
print(x, y, z, (), (1,), [1, 2, ], {1: 2, }, {1, })
print(1, 2, ) ; print((1, 2), )
def args(a, b, ): return a, b
print(args(1, b=2, ), args(*[1, 2], ), args(**{'a': 1, 'b': 2}, ))
del (x), [y, (z)]
try:
    x
except NameError as e:
    print(e)
global made
made = 1
if 1: pass
if 0: pass
elif 1: print('elif')
print(1 if 1 else 2 if 2 else 3, (yield_ := 4), not not 1, *(1, 2), -1 ** 2, not 1 == 2)
assert True; assert 1, 'no'
x = (
    1)
print(x, end=''); print(); print(end='')
k: int = 1; l: str
print(k)
import sys as s, math as m; from math import (floor, ceil as up,)
print(s is not None, floor(1.5), up(1.5))
print("a" "b"
      'c')
