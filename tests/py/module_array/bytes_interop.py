# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, big-int, bytearray, float, struct, text-methods
# Shows: Arrays with bytes, struct, memory order, slices, comparisons and big element types.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

from array import array
import struct
a = array('H', [1, 256, 65535])
print(a.itemsize, bytes(a) == a.tobytes(), struct.unpack('<3H', bytes(a)) == tuple(a), bytearray(a) == bytearray(a.tobytes()), len(bytes(a)))
b = array('H')
b.frombytes(bytes(a))
b.extend(x for x in (7, 8))
print(b, b == a, b[:3] == a, b > a, a < b, b[-1], b[1:4:2], b[::-1].tolist())
for tc, lo, hi in (('b', -128, 127), ('B', 0, 255), ('h', -2**15, 2**15 - 1), ('H', 0, 2**16 - 1), ('q', -2**63, 2**63 - 1), ('Q', 0, 2**64 - 1)):
    x = array(tc, [lo, hi, 0])
    print(x, x.itemsize, max(x) == hi, min(x) == lo)
    for bad in (lo - 1, hi + 1):
        try:
            x.append(bad)
            print('accepted', bad)
        except OverflowError: pass
        try:
            x[0] = bad
            print('accepted', bad)
        except OverflowError: pass
    assert list(x) == [lo, hi, 0]
f = array('d', [0.5, -1, 2])
f[1] += 0.25
f.append(3)
print(f, sum(f), array('f', [0.5, 0.25]).tolist(), f.index(2), f.count(0.5), -0.75 in f)
c = array('B', b'hello')
c[0] = ord('J')
c[1:3] = array('B', b'ELL')
del c[-1]
print(c, bytes(c), c.tobytes().decode(), array('B', 'é'.encode()).tolist(), c + c[:1], c * 2 == c + c)
def setl(): c[0:1] = [1]
err(setl)
def setw(): c[0:1] = array('H', [1])
err(setw)
it = iter(c)
c.append(33)
print(list(it), [hex(v) for v in c[:2]], dict(enumerate(c[:2])), sorted(c)[:3], tuple(reversed(c))[:2], 74 in c, c.index(69), bool(array('B')), array('i', []) == array('d'))
n = array('i', range(10))
n[2:5] = array('i', [0])
n.insert(-1, 99)
n.insert(100, 100)
n.pop(0)
print(n, n.tolist()[::-1][:3], len(n), n.remove(99), n)
