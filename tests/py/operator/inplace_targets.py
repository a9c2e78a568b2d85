# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Augmented assignment evaluates its target once, on names, attributes, items and slices.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

log = []
class O:
    def __init__(self):
        self.d = {'k': 1}
        self.l = [1, 2, 3]
        self.n = 0
o = O()
def get():
    log.append('get')
    return o
def key():
    log.append('key')
    return 'k'
get().n += 5
get().d[key()] += 10
get().l[len(log) - 4 if False else 1] *= 10
get().l[0:2] += [9]
print(o.n, o.d, o.l, log)
x = [1]
y = x
x += x
print(x, y is x)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
a = b = 5
a -= b
b <<= 2
a |= 7
a ^= 2
b %= 6
b **= 5
b >>= 1
b &= 0xff
a /= 2
a //= 1
print(a, b)
s = 'x'
s += 'y' * 2
s *= 2
print(s)
def f():
    try:
        undefined += 1
    except UnboundLocalError as e:
        print(type(e).__name__, e)
f()
try:
    not_there += 1
except NameError as e:
    print(type(e).__name__, e)
def g():
    o.missing += 1
def h():
    o.d['zz'] += 1
def k():
    o.l[99] += 1
def m():
    o.n += 'a'
def n():
    o.d += {}
for fn in (g, h, k, m, n):
    err(fn)
i = 0
lst = [0, 0, 0]
i, lst[i] = 1, 'set'
print(i, lst)
lst[i] += '!'; i += 1
print(lst, i)
