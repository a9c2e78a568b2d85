# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""list: slices read, assigned and deleted; slice objects."""
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[::2], a[1::3], a[::-1], a[8:2:-2], a[5:2], a[20:], a[-20:2])
a[2:5] = [20, 30]; print(a)
a[:0] = "ab"; print(a)
a[3:3] = [0]; print(a)
a[::3] = [-1] * len(a[::3]); print(a)
a[1:-1] = []; print(a)
a = list(range(8))
del a[0]; del a[-1]; print(a)
del a[1:3]; print(a)
del a[::2]; print(a)
a[:] = range(5); print(a)
a[1] = 11; a[-1] += 5; a[0], a[2] = a[2], a[0]; print(a)
for f in (lambda: a.__setitem__(slice(0, 4, 2), [1])), (lambda: a[:: 0]):
    try:
        f()
    except ValueError:
        print("sizes")
for i in 7, -9:
    try:
        a[i] = 1
    except IndexError:
        print("no such item")
    try:
        del a[i]
    except IndexError:
        print("nothing to delete")
s = slice(1, 3)
print(s, s.start, s.stop, s.step, a[s], "abcd"[s], (1, 2, 3)[s], slice(5) == slice(None, 5), slice(None, None, -1).indices(4))


class Shows:
    def __getitem__(self, key):
        return key


x = Shows()
print(x[1], x[1:2], x[::3], x[1, 2], x[1:2, 3], x[...])
