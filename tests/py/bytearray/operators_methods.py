# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, hex, percent, text-methods
# Shows: bytearray constructors, operators, comparison and shared methods.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(bytearray(), bytearray(2), bytearray([1, 255]), bytearray('é', 'utf-8'), bytearray(x for x in b'ab'))
err(bytearray, 'abc')
err(bytearray, -1)
err(bytearray, [256])
a = bytearray(b'ab')
b = a
a += b'cd'
a *= 2
print(a, b is a, a == b'abcdabcd', b'abcdabcd' == a, a != bytearray(b'x'), a < b'b', a + b'!', 2 * bytearray(b'z'))
err(lambda: a + 'x')
err(lambda: hash(a))
err(lambda: {a: 1})
print(a.find(b'cd'), a.count(b'a'), a.split(b'b'), a.replace(b'ab', b'-'), a.upper(), a.startswith(b'ab'), a.hex(), a.decode(), a.index(99))
print(type(a.upper()), a.join([b'1', b'2']), a.partition(b'c'), a.strip(b'ad'), b'c' in a, 97 in a, list(a[:3]), a.copy() is a, a.copy() == a)
print('%s' % bytearray(b'x'), str(bytearray(b'y')), repr(bytearray(b'\n')), bytes(a[:2]), a[::-1], bytearray.fromhex('0aff'))
for x in bytearray(b'abc'):
    print(x, end=' ')
print(sorted(bytearray(b'zxy')), max(bytearray(b'az')), bytearray(b'a') in [b'a'])
