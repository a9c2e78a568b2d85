# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, io-memory
# Shows: io.BytesIO: read, write, seek in every mode, readinto, getvalue.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import io
b = io.BytesIO(b'hello\nworld\n')
print(b.read(2), b.readline(), b.tell(), b.seek(-3, 2), b.read(), b.read(), b.seek(2), b.seek(3, 1), b.read(1), b.getvalue())
b.seek(0)
print(list(b), b.seek(0), b.readlines(), b.seek(0), b.read(None), b.seek(100), b.read())
w = io.BytesIO()
print(w.write(b'abc'), w.write(bytearray(b'de')), w.write(b''), w.getvalue(), w.seek(1), w.write(b'ZZZZZZ'), w.getvalue(), w.seek(10), w.write(b'!'), w.getvalue())
buf = bytearray(4)
b.seek(6)
print(b.readinto(buf), buf, b.readinto(buf), buf, b.readinto(bytearray(0)))
err(w.write, 'str')
err(w.write, 5)
err(b.seek, -1)
err(io.BytesIO, 'str')
with io.BytesIO(b'x') as f:
    pass
err(f.read)
print(w.truncate(3), w.getvalue(), b.readable(), b.closed, bytes(io.BytesIO(bytes(5)).read()), io.BytesIO().read(), io.BytesIO(b'a').getvalue())
src = bytearray(b'orig')
c = io.BytesIO(src)
src[0] = 0
print(c.read(), len(io.BytesIO(bytes(1000)).read(999)))
