# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, set
# Shows: for over every iterable type, nested iterators, modifications of the loop variable.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Down:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
for it in ([1, 2], (3,), 'é🐍', b'ab', {5: 6}, {7}, range(2), Down(3), (x for x in 'g'), {1: 2}.items(), zip('a', 'b'), map(str, [1]), bytearray(b'z'), enumerate('q'), reversed([1, 2]), iter([9]), frozenset([1]), {1: 2}.values()):
    out = []
    for x in it: out.append(x)
    print(out, end=' ')
print()
d = Down(5)
for x in d:
    print(x, next(d, None), end=' ')
print()
pairs = [(1, (2, [3, 4])), (5, (6, (7, 8)))]
for a, (b, (c, e)) in pairs: print(a + b + c + e, end=' ')
for i, (k, v) in enumerate({'x': 1, 'y': 2}.items()): print(i, k, v, end=' ')
print()
rows = [[1, 2], [3], []]
print(sum(v for row in rows for v in row), [len(r) for r in rows])
for i in range(3):
    i = i * 10
    print(i, end=' ')
x = [1, 2, 3]
for x in x: print(x, end=' ')
print(x)
def g():
    try:
        for i in range(10): yield i
    finally: print('closed', end=' ')
it = g()
for v in it:
    if v == 2: break
print(v)
it.close()
print()
class Seq:
    def __getitem__(self, i):
        if i < 3: return i * i
        raise IndexError
for v in Seq(): print(v, end=' ')
class Err:
    def __iter__(self): return self
    def __next__(self): raise ValueError('from next')
def e():
    for x in Err(): pass
err(e)
def e2():
    for x in None: pass
err(e2)
def e3():
    for x, y in [1]: pass
err(e3)
