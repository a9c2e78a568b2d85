# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, percent
# Shows: Arithmetic special methods, reflected forms, in-place fallbacks.
class V:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f'V({self.n})'
for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and', 'or', 'xor', 'matmul'):
    def mk(name):
        def f(self, o):
            return (name, self, o)
        def r(self, o):
            return ('r' + name, self, o)
        return f, r
    f, r = mk(name)
    setattr(V, f'__{name}__', f)
    setattr(V, f'__r{name}__', r)
v = V(1)
print(v + 1, v - 1, v * 2, v / 2, v // 2, v % 2, v ** 2, v << 1, v >> 1, v & 1, v | 1, v ^ 1, v @ 1, sep='\n')
print(1 + v, 1 - v, 2 * v, 2 / v, 2 // v, 2 % v, 2 ** v, 1 << v, 1 >> v, 1 & v, 1 | v, 1 ^ v, 1 @ v, sep='\n')
print('a' + v, [1] + v, (1,) * v, 'x%s' % 1, 1.5 * v, None + v, v + V(2))
x = v
x += 5
print(x)
x = v
x **= 2
print(x)
class I:
    def __init__(self):
        self.log = []
    def __iadd__(self, o):
        self.log.append(('iadd', o))
        return self
    def __isub__(self, o):
        return 'replaced'
    def __imul__(self, o):
        return NotImplemented
    def __mul__(self, o):
        return 'mul'
i = j = I()
i += 1
i += 2
print(i is j, i.log)
k = I()
k *= 3
print(k)
i -= 1
print(i, j.log)
class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
    def __pow__(self, a, m=None): return ('pow', a, m)
print(-U(), +U(), ~U(), abs(U()), divmod(U(), 1), divmod(1, U()), U() ** 2, pow(U(), 3, 5))
