# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Comprehension variables are local; the first iterable is evaluated outside; closures inside.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

x = 'global'
l = [x for x in range(3)]
print(x, l)
def f():
    x = 'local'
    r = [x for x in [x, x + '!']]
    return x, r
print(f())
err(lambda: [undefined_thing for y in range(1)])
try:
    [zz for zz in range(3)]
    print(zz)
except NameError as e:
    print(e)
class C:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for i in range(2)]
    except NameError as e:
        b = str(e)
    try:
        c = [i for i in range(2) for j in range(n)]
    except NameError as e:
        c = str(e)
print(C.a, C.b, C.c)
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [g() for g in [lambda i=i: i for i in range(3)]])
def deep(n):
    return [[[(a, b, c, n) for c in range(1)] for b in range(2)] for a in range(2)]
print(deep(9))
def wal():
    [last := i for i in range(5)]
    return last, any((hit := v) > 2 for v in range(10)), hit
print(wal())
def cell():
    out = []
    def add(v):
        out.append(v)
        return v
    r = [add(v) for v in range(3) if add(-v) is not None]
    return r, out
print(cell())
def args(a, *b, **c):
    return [a for _ in b], {k: (a, b) for k in c}, [len(b) for b in [b]]
print(args(1, 2, 3, k=4))
total = 0
def bump(n):
    global total
    total += n
    return total
print([bump(i) for i in range(5)], total)
