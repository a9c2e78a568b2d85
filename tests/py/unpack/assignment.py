# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Unpacking assignments: nested, starred, swaps, chains, attributes, items.
a, b = 1, 2
a, b = b, a
(c, d), [e, (f, g)] = (3, 4), (5, 'xy')
*h, i = range(4)
j, *k = 'é'
l, *m, n = [1, 2, 3, 4, 5]
(o, *p), *q = [1, 2], 3, 4
[r] = [5]
s, = 'z'
t = u, v = w = 7, 8
() = ()
[] = ''
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w)
class O: pass
x = O()
x.a, x.b, lst = 1, 2, [0, 0]
lst[0], lst[1], x.c = 'i', 'j', 'k'
x.d, *lst[1:] = 5, 6, 7
print(x.__dict__, lst)
y, z = {'k1': 1, 'k2': 2}
print(y, z, *[1, 2], *'ab', sep='-')
arr = [3, 1, 2]
arr[0], arr[1], arr[2] = arr[1], arr[2], arr[0]
print(arr)
i = 0
i, arr[i] = 2, 'first'
print(i, arr)
a = b = c = []
a.append(1)
print(b, c is a)
(a), (b) = 1, 2
print(a, b)
a, (b, (c, (d, *e))), f = 1, [2, (3, '4567')], 8
print(a, b, c, d, e, f)
it = iter(range(10))
a, b = next(it), next(it)
c, *d = it
print(a, b, c, d)
def gen():
    print('gen start')
    yield 1
    yield 2
    print('gen end')
a, b = gen()
a, *b, c, d = [1, 2, 3]
print(a, b, c, d)
first, *_, last = 'abcdef'
print(first, last, _)
