# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, percent, text-methods
# Shows: @ operator, __index__ in all index places, __length_hint__-free iteration, in-place matmul.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class M:
    def __init__(self, *r): self.r = r
    def __matmul__(self, o): return M(*[tuple(sum(a * b for a, b in zip(x, y)) for y in zip(*o.r)) for x in self.r])
    def __rmatmul__(self, o): return ('rmatmul', o)
    def __imatmul__(self, o): self.r = (self @ o).r; return self
    def __repr__(self): return f'M{self.r}'
a, b = M((1, 2), (3, 4)), M((0, 1), (1, 0))
print(a @ b, b @ a, a @ b @ b, 5 @ a, [1] @ a)
c = a
c @= b
print(a, c is a)
err(lambda: 1 @ 2)
err(lambda: [] @ [])
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
i = I(2)
print('abc'[i], [1, 2, 3][i], (1, 2, 3)[i], b'abc'[i], bytearray(b'abc')[i], range(5)[i], 'abcdef'[I(1):I(4)], [1, 2, 3, 4][::i], 'x' * i, [0] * i, (1,) * i, list(range(i)), list(range(I(1), I(9), I(4))), bytes(i), hex(i), bin(i), chr(I(65)), 'a,b,c'.split(',', I(1)), round(5.5, I(0)), [5, 6, 7].pop(I(1)), [1].insert(I(0), 9), 'abcabc'.find('a', I(1)), 'ab'.center(I(4), '-'), '%d' % 5, format(5, '4d'), int(i), 10 if i else 0, pow(2, 3, 5), divmod(7, 2))
l = [1, 2, 3, 4, 5]
l[i] = 'set'
del l[I(0)]
l[I(0):I(1)] = 'xy'
print(l)
d = {2: 'two'}
print(d.get(i), i in d)
err(lambda: i + 1)
err(lambda: 'a' + i)
class Bad:
    def __index__(self): return '2'
err(lambda: [1, 2, 3][Bad()])
err(lambda: 'abc'[Bad():])
err(lambda: range(Bad()))
class Big:
    def __index__(self): return 10**30
err(lambda: [1][Big()])
err(lambda: 'abc'[Big()])
print('abc'[:Big()], [1, 2][Big():], list(range(3))[-Big().__index__():])
