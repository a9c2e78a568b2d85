# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Annotations parse everywhere a program may write them.
def f(a: int, b: 'str' = 'x', *args: float, c: list = None, **kw: dict) -> tuple:
    x: int = 5
    y: str
    return a, b, args, c, kw, x
print(f(1), f(1, 'z', 2.0, c=[], q=1))
v: int = 3
w: 'forward'
print(v)
class A:
    n: int = 1
    m: str
    def meth(self: 'A', o: 'A' = None) -> 'A':
        self.z: int = 5
        return self
print(A.n, hasattr(A, 'm'), A().meth().z)
d = {}
d['k']: int = 7
(q): int = 8
print(d, q)
try:
    print(w)
except NameError as e:
    print(e)
def g():
    u: int
    try:
        return u
    except UnboundLocalError as e:
        return 'unbound'
print(g())
lst: list = [1]
lst[0]: int = 9
t: tuple = 1, 2
print(lst, t)
