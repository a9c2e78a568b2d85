# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, set
# Shows: Failed operations leave lists, dicts, sets and objects as they were.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

l, d, s, b = [1, 2, 3], {'a': 1}, {1, 2}, bytearray(b'abc')
class Boom:
    def __iter__(self):
        yield 7
        raise ValueError('iter')
    def __hash__(self): raise ValueError('hash')
def setl(): l[10] = 1
def sets(): l[::2] = [1]
def setd(): d[Boom()] = 1
def setb(): b[0] = 300
def setb2(): b[0:1] = [1, 999]
def aug():
    global l
    l += 5
def unp():
    global l
    l, x = [9]
for f in (setl, sets, setd, setb, setb2, aug, unp, lambda: l.insert('x', 1), lambda: l.remove(99), lambda: l.pop(9), lambda: d.pop('zz'), lambda: d.update([1]), lambda: s.add([]), lambda: s.remove(9), lambda: s.update(5), lambda: b.append(256), lambda: b.extend([1, 'x']) if False else b.append('x'), lambda: l.sort(key=lambda x: 1 / 0), lambda: l.index(9), lambda: l * 'a', lambda: d | 5, lambda: s | [1], lambda: l.sort(bad=1)):
    try: f()
    except Exception as e: print(type(e).__name__, end=' ')
    else: print('no error', end=' ')
print()
print(l, d, sorted(s), b)
class Acc:
    def __init__(self): self.total, self.n = 0, 0
    def add(self, *vs):
        total, n = self.total, self.n
        for v in vs:
            total += v
            n += 1
        self.total, self.n = total, n
a = Acc()
a.add(1, 2)
err(a.add, 3, 'x')
print(a.total, a.n)
x = y = 'old'
try: x, y, z = 1, 2
except ValueError: print(x, y)
try: x = [1, 2, 1 / 0]
except ZeroDivisionError: print(x)
try: x = {**{'k': 1}, 'm': 1 / 0}
except ZeroDivisionError: print(x)
def g(a, b=1): return a
try: x = g(1, 2, 3)
except TypeError: print(x)
for i in range(3):
    try:
        for j in [1, 0, 2]:
            if 1 // j > 5: pass
    except ZeroDivisionError: print(i, j, end=' ')
print(x, i)
it = iter([1, 2, 3])
try:
    for v in it:
        if v == 2: raise KeyError
except KeyError: print(list(it))
m = map(lambda v: 10 // v, [1, 0, 5])
print(next(m))
err(lambda: next(m))
print(next(m), next(m, 'end'))
f = iter(lambda: l.pop(), None)
print(list(zip(range(3), f)))
err(lambda: next(f))
l.append('ok')
print(l)
