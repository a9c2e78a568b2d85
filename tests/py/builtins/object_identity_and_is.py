# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: is, is not, identity of singletons, aliases and copies.
a = [1, 2]
b = a
c = a[:]
d = list(a)
print(a is b, a is c, a == c, c is d, a is not c, None is None, True is True, (1 == 1) is True, ... is ..., NotImplemented is NotImplemented)
def f(x, y=[]):
    y.append(x)
    return y
print(f(1) is f(2), f(3, []) is f(4, []))
x = y = {}
x['k'] = 1
print(y, x is y)
e1, e2 = object(), object()
print(e1 == e1, e1 == e2, e1 is e2, e1 != e2, e1 in [e2, e1], [e1, e2].index(e2))
class C:
    def __eq__(self, o): return True
k = C()
print(k == 5, k is 5 if False else False, k in [1, 2], [k] == [7], k is k, k is not C())
t = (a, a)
print(t[0] is t[1], (a,)[0] is a, {'k': a}['k'] is a, [a][0] is a, type(a) is list, type(5) is int, type(None) is type(None), (lambda v: v)(a) is a)
m = [[]] * 3
n = [[] for _ in range(3)]
m[0].append(1)
n[0].append(1)
print(m, n, m[0] is m[2], n[0] is n[2])
g = (i for i in 'a')
print(iter(g) is g, id(a) == id(b), id(a) == id(c), a.copy() is a, tuple(t) is t, str('s') == 's', not a is c, a is (a))
