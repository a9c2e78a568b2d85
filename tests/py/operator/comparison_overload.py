# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Rich comparisons, reflection, results that are not bool, chaining, total order.
class C:
    def __init__(self, n):
        self.n = n
    def __lt__(self, o):
        print('lt', end=' ')
        return self.n < o.n
    def __eq__(self, o):
        print('eq', end=' ')
        return isinstance(o, C) and self.n == o.n
    def __le__(self, o):
        return NotImplemented
    def __ge__(self, o):
        print('ge', end=' ')
        return self.n >= o.n
a, b = C(1), C(2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b)
print(sorted([b, a])[0].n, max(a, b).n, a in [b, a], [a] == [C(1)], (a,) < (b,))
class Arr:
    def __init__(self, v):
        self.v = v
    def __lt__(self, o):
        return Arr([x < o for x in self.v])
    def __eq__(self, o):
        return Arr([x == o for x in self.v])
    def __ne__(self, o):
        return 'custom ne'
    __hash__ = None
print((Arr([1, 5]) < 3).v, (Arr([1, 2]) == 2).v, Arr([]) != 0, (3 > Arr([1, 5])).v)
log = []
def t(x):
    log.append(x)
    return x
print(t(1) < t(2) < t(3), log)
log.clear()
print(t(1) > t(2) < t(3), log)
log.clear()
print(t(1) < t(3) > t(2) != t(2), log)
print(1 < 2 < 3 == 3 in [3], (1 < 2) == True, 1 < 2 == True, 0 == 0 is not None, not 1 == 2, 1 is 1 is not None if False else True)
class Par:
    def __lt__(self, o): return 'P.lt'
    def __gt__(self, o): return 'P.gt'
class Chi(Par):
    def __gt__(self, o): return 'C.gt'
print(Par() < Chi(), Chi() < Par(), Par() > Chi(), Par() < 5, 5 < Par(), 5 > Par())
class Ne:
    def __eq__(self, o):
        return True
print(Ne() == 5, Ne() != 5, 5 == Ne(), 5 != Ne(), [1, Ne()] == [1, 7])
