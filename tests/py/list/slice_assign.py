# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Slice assignment: growing, shrinking, extended, self, iterators and errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = list(range(10))
a[2:4] = ['x'] * 4
print(a)
a[1:7] = []
print(a)
a[3:3] = 'ab'
a[len(a):] = (i * i for i in range(3))
a[:0] = [-2, -1]
print(a)
a[::2] = [None] * len(a[::2])
print(a)
a[::-1] = range(len(a))
print(a)
a[2:5] = a
print(a)
a[:] = a[::-1]
print(a)
a[1:-1:4] = 'uvwxyzuvwxyz'[:len(a[1:-1:4])]
print(a)
a[5:2] = ['mid']
print(a)
def setsl(s, v):
    a[s] = v
err(setsl, slice(None, None, 2), [1])
err(setsl, slice(0, 1), 5)
err(setsl, slice(None, None, 0), [])
err(setsl, 100, 1)
err(setsl, -100, 1)
err(setsl, 'k', 1)
a[:] = []
print(a)
a[5:9] = [1]
print(a)
