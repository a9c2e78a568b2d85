# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float
# Shows: chr and ord over the whole range, and their errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for n in (0, 65, 127, 128, 255, 256, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff):
    c = chr(n)
    assert ord(c) == n and len(c) == 1
    print(n, ascii(c), len(c.encode('utf-8', 'ignore')))
err(chr, -1)
err(chr, 0x110000)
err(chr, 10**30)
err(chr, 'a')
err(chr, 1.0)
err(ord, '')
err(ord, 'ab')
err(ord, 5)
err(ord, b'ab')
print(ord(b'a'), ord(bytearray(b'z')), ''.join(chr(c) for c in range(0x3b1, 0x3b1 + 8)))
