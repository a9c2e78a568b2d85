# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float
# Shows: Item, slice and method mutation of a bytearray, with errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = bytearray(b'hello')
a[0] = 72
a[-1] = ord('O')
print(a, a[0], a[1:3], type(a[1:3]))
a.append(33)
a.extend(b'??')
a.extend([1, 2])
a.insert(0, 60)
a.insert(100, 62)
a.insert(-1, 61)
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(ord('l'))
a.reverse()
print(a)
for f in (lambda: a.append(256), lambda: a.append(-1), lambda: a.append('x'), lambda: a.pop(100), lambda: a.remove(7), lambda: a.extend(5),
          lambda: a.extend([300]), lambda: a.extend('abc'), lambda: bytearray().pop(), lambda: a.insert(0, 'x'), lambda: a.insert('x', 1)):
    err(f)
def seti(i, v):
    a[i] = v
err(seti, 0, 256)
err(seti, 100, 1)
err(seti, 0, 'a')
err(seti, 'x', 1)
err(seti, 0, 1.0)
print(a)
a.clear()
print(a, len(a), bool(a))
