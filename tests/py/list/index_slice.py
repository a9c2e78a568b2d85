# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: Indexing and slicing of lists with every sign, and index errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = [10, 20, 30, 40, 50]
print(a[0], a[-1], a[-5], a[True], a[1:3], a[:-1], a[-2:], a[::2], a[::-1], a[3:0:-1], a[4:1], a[10:], a[-100:2], a[::-2], a[1:100:3])
for i in (5, -6, 'x', 1.0, None, 10**30, -10**30, (1, 2)):
    err(lambda: a[i])
print(a[:], a[:] is a, a[:] == a, [][:], [][::-1], a[2:2], a[10**30:], a[:-10**30:-1], a[slice(1, 3)])
err(lambda: a[::0])
err(lambda: a['a':'b'])
err(lambda: [][0])
class I:
    def __init__(self, v):
        self.v = v
    def __index__(self):
        return self.v
print(a[I(2)], a[I(-1)], a[I(1):I(3)], a[I(0)::I(2)])
n = [[1, [2, 3]], [[4]]]
print(n[0][1][1], n[-1][0][0], n[0][1:][0][::-1])
