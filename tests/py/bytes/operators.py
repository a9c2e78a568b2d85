# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, percent
# Shows: +, *, comparison, % on bytes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(b'a' + b'b', b'ab' * 3, 0 * b'x', b'x' * -1, b'a' < b'b', b'a' < b'ab', b'\xff' > b'z', b'a' == 'a', b'a' != b'b', b'' < b'\0')
for f in (lambda: b'a' + 'b', lambda: 'b' + b'a', lambda: b'a' * b'b', lambda: b'a' < 'a', lambda: b'a' + 1, lambda: b'a' - b'a', lambda: b'a' + [1], lambda: -b'a'):
    err(f)
print(b'%d %s %x' % (5, b'hi', 255), b'%5d|%-5d|%05d' % (1, 2, 3), b'%c%c' % (65, b'B'), b'%%' % (), b'%b' % b'z')
err(lambda: b'%s' % 'str')
err(lambda: b'%d' % 'x')
print(b'a' + bytearray(b'b'), type(b'a' + bytearray(b'b')), type(bytearray(b'a') + b'b'), b'a' == bytearray(b'a'))
c = b'x'
d = c
c += b'y'
c *= 2
print(c, d)
