# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, files
# Shows: open for bytes: write, read, readinto, seek, update mode.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

name = '_tmp_bin.bin'
with open(name, 'wb') as f:
    print(f.write(bytes(range(256))), f.write(bytearray(b'tail')), f.tell())
with open(name, 'rb') as f:
    print(f.read(4), f.seek(250), f.read(3), f.seek(-4, 2), f.read(), f.read(), f.tell())
    f.seek(0)
    buf = bytearray(6)
    print(f.readinto(buf), buf, f.seek(2, 1), f.read(2))
    f.seek(9)
    print(f.readline())
with open(name, 'r+b') as f:
    f.seek(10)
    f.write(b'XYZ')
    f.seek(8)
    print(f.read(8))
with open(name, 'ab') as f:
    f.write(b'\x00end')
with open(name, 'rb') as f:
    d = f.read()
print(len(d), d[-8:], d[8:16])
with open(name, 'wb') as f:
    err(f.write, 'text')
    err(f.read)
with open(name, 'w+b') as f:
    f.write(b'abc\ndef\n')
    f.seek(0)
    print(f.readlines(), list(f))
err(lambda: open('_nope.bin', 'rb'))
with open(name, 'wb') as f:
    for i in range(500):
        f.write(bytes([i & 255]) * 7)
print(len(open(name, 'rb').read()), sum(open(name, 'rb').read()) % 1000)
