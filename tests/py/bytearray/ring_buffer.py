# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, hex, percent
# Shows: A ring buffer and a bit set built on bytearray.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Ring:
    def __init__(self, n):
        self.buf = bytearray(n)
        self.r = self.w = self.used = 0
    def put(self, data):
        for b in data:
            if self.used == len(self.buf):
                raise OverflowError('full at %d' % self.w)
            self.buf[self.w] = b
            self.w = (self.w + 1) % len(self.buf)
            self.used += 1
    def get(self, n):
        out = bytearray()
        while n and self.used:
            out.append(self.buf[self.r])
            self.r = (self.r + 1) % len(self.buf)
            self.used -= 1
            n -= 1
        return bytes(out)
r = Ring(8)
r.put(b'hello')
print(r.get(3), r.used)
r.put(b'world!')
print(r.buf, r.used)
err(r.put, b'x')
print(r.get(100), r.get(1), r.used)
class Bits:
    def __init__(self, n):
        self.b = bytearray((n + 7) // 8)
    def __setitem__(self, i, v):
        if v:
            self.b[i >> 3] |= 1 << (i & 7)
        else:
            self.b[i >> 3] &= ~(1 << (i & 7)) & 0xff
    def __getitem__(self, i):
        return self.b[i >> 3] >> (i & 7) & 1
n = 100
sieve = Bits(n)
for i in range(2, n):
    sieve[i] = 1
for i in range(2, n):
    if sieve[i]:
        for j in range(i * i, n, i):
            sieve[j] = 0
print([i for i in range(n) if sieve[i]])
print(sieve.b.hex())
err(lambda: sieve[1000])
