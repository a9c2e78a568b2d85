# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, big-int, bytearray, float, text-methods
# Shows: array.array: typecodes, indexing, slices, methods, errors.
from array import array
a = array('i', [1, 2, 3])
print(a, a[0], a[-1], len(a), list(a), a.typecode, a.itemsize, a[1:], type(a[1:]).__name__, array('b'), array('B', b'ab'), array('h', (x for x in range(3))), array('d', [0.5, 1]), array('f', [1.5]), array('q', [-2**63]), array('Q', [2**64 - 1]), array('H', range(2)))
a.append(4)
a.extend([5, 6])
a.extend(array('i', [7]))
a[0] = -10
a[1:3] = array('i', [20, 30, 40])
print(a, a.pop(), a.pop(0), a.count(40), a.index(40), 5 in a, 99 in a)
a.insert(0, 100)
a.remove(40)
a.reverse()
print(a, a.tobytes() == bytes(a.tobytes()), len(a.tobytes()) == len(a) * a.itemsize, a.tolist(), sum(a), max(a), sorted(a), [x * 2 for x in a])
print(a + array('i', [1]), array('i', [1, 2]) * 2, array('i', [1]) == array('i', [1]), array('i', [1]) == array('h', [1]), array('i', [1]) < array('i', [2]), array('i', [1]) != [1], a == a.tolist())
del a[0]
del a[-2:]
a += array('i', [9])
a *= 2
print(a, a[::-1], a[::2], bool(array('i')))
b = array('H')
b.frombytes(b'\x01\x00\x02\x00') if True else None
print(b, bytes(array('B', [1, 2])), bytearray(array('B', [3])), array('B', bytearray(b'xy')), repr(array('b', [-1])), array('i', array('h', [5])))
for f in (lambda: array('z'), lambda: array(), lambda: array('i', ['a']), lambda: array('b', [128]), lambda: array('B', [-1]), lambda: array('B', [256]), lambda: array('i', [1.5]), lambda: a[100], lambda: a['x'], lambda: a.append('x'), lambda: a.pop(100), lambda: array('i').pop(), lambda: a.remove(12345), lambda: a.index(12345), lambda: a + [1],
          lambda: a + array('h'), lambda: array('i', 5), lambda: hash(a), lambda: array('d', ['a']), lambda: array('i', [2**31]), lambda: a.extend(5), lambda: a.extend(array('h', [1])), lambda: array(5), lambda: array('ii'), lambda: b.frombytes(b'abc')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
