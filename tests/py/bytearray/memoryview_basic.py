# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, memoryview
# Shows: memoryview over bytes and bytearray: read, write through, slices, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = bytearray(b'abcdef')
m = memoryview(a)
m[0] = 65
m[1:3] = b'XY'
print(a, len(m), m[0], m[-1], bytes(m[2:5]), m[::2].tobytes() if hasattr(m, 'tobytes') else bytes(m[::2]), list(m[:2]))
s = m[3:]
s[0] = 0
print(a, bytes(s), 0 in s, m == a, m == bytes(a))
ro = memoryview(b'xyz')
def wr():
    ro[0] = 1
err(wr)
def wide():
    m[0] = 256
err(wide)
def resize():
    m[0:2] = b'abc'
err(resize)
err(lambda: m[10])
err(lambda: m['a'])
err(memoryview, 5)
err(memoryview, 'str')
def grow():
    a.append(1)
err(grow)
print(ro.readonly, m.readonly, m.nbytes, m.itemsize, m.format, m.tolist())
m.release()
s.release()
a.append(33)
print(a)
