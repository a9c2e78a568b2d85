# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: del of items and slices in all directions.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = list(range(20))
del a[0], a[-1]
print(a)
del a[2:5]
print(a)
del a[::3]
print(a)
del a[::-2]
print(a)
del a[-1:100]
print(a)
del a[3:1]
print(a)
def d(i):
    del a[i]
for i in (100, -100, 'a', 1.5, None):
    err(d, i)
del a[:]
print(a)
err(d, 0)
b = [1, 2, 3]
c = b
del b[1]
print(c)
del b
try:
    print(b)
except NameError as e:
    print(type(e).__name__, e)
x = [[1, 2], [3, 4]]
del x[0][1], x[1][:1]
print(x)
