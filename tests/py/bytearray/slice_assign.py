# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray
# Shows: Slice assignment and deletion that grow, shrink and step.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = bytearray(range(10))
a[2:5] = b'XY'
print(a)
a[0:0] = b'start'
print(a)
a[-2:] = b''
print(a)
a[::2] = bytes(len(a[::2]))
print(a)
a[:] = b'abcdef'
a[::-1] = b'123456'
print(a)
a[1:1] = a
print(a)
a[3:9] = a
print(a, len(a))
del a[0]
del a[-1]
del a[2:4]
del a[::3]
print(a)
def f(s, v):
    a[s] = v
err(f, slice(None, None, 2), b'x')
err(f, slice(0, 2), 'str')
err(f, slice(0, 2), 5)
err(f, slice(None, None, 0), b'')
f(slice(0, 1), [1, 2, 3])
f(slice(5, 2), b'ins')
print(a)
del a[:]
print(a)
def d():
    del a[0]
err(d)
