# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, io-memory, text-methods
# Shows: Positions, sizes and places as large as a machine word are kept, or refused; nothing wraps around.
import io
import sys

MAX = sys.maxsize
f = io.BytesIO(b'abc\ndef')
f.seek(2)
print(f.read(MAX), f.tell())
f.seek(1)
print(f.readline(MAX), f.readlines(MAX))
for at in MAX, MAX // 2 + 1, MAX // 4 + 1, MAX // 8:
    f = io.BytesIO(b'abc')
    print(f.seek(at) == at, f.tell() == at, f.read(), f.readline(), f.readlines(), f.getvalue())
    try:
        f.write(b'x')
        print('written')
    except (MemoryError, OverflowError):
        print('refused', f.getvalue(), f.tell() == at)
    try:
        print(f.seek(MAX, 1) > 0)
    except OverflowError as e:
        print(e)
f = io.BytesIO(b'ab')
print(f.seek(-MAX, 2), f.tell(), f.truncate(MAX) == MAX, f.getvalue())
f.seek(4)
print(f.write(b'c'), f.getvalue(), f.tell())
g = io.StringIO('abc\nd')
g.seek(2)
print(repr(g.read(MAX)))
g.seek(1)
print(repr(g.readline(MAX)), g.readlines(MAX), g.truncate(MAX) == MAX, repr(g.getvalue()))
print(str(UnicodeDecodeError('u', b'', MAX, -MAX - 1, 'x')) != '', str(UnicodeEncodeError('u', '', MAX, -MAX - 1, 'x')) != '')
for act in (lambda: (5).to_bytes(MAX, 'little'), lambda: 'ab' * MAX, lambda: [1, 2] * MAX, lambda: (1, 2) * MAX,
            lambda: b'ab' * MAX, lambda: bytearray(b'ab') * MAX, lambda: 'a\t'.expandtabs(MAX), lambda: 'a'.center(MAX)):
    try:
        act()
    except (MemoryError, OverflowError):
        print('refused')
