# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, hex, percent
# Shows: Compression: Huffman codes, LZ77, run length, bit streams, base conversions, and checks of round trips.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Bits:
    def __init__(self, data=b''): self.data, self.n, self.pos = bytearray(data), len(data) * 8, 0
    def write(self, v, k):
        for i in range(k - 1, -1, -1):
            if self.n % 8 == 0: self.data.append(0)
            self.data[-1] |= (v >> i & 1) << (7 - self.n % 8)
            self.n += 1
    def read(self, k):
        v = 0
        for _ in range(k):
            if self.pos >= self.n: raise EOFError('bit %d' % self.pos)
            v = v << 1 | self.data[self.pos >> 3] >> (7 - self.pos % 8) & 1
            self.pos += 1
        return v
def huffman(data):
    freq = {}
    for b in data: freq[b] = freq.get(b, 0) + 1
    q = sorted((n, i, b) for i, (b, n) in enumerate(sorted(freq.items())))
    k = len(q)
    while len(q) > 1:
        (a, _, x), (b, _, y), *q = q
        k += 1
        q = sorted(q + [(a + b, k, (x, y))], key=lambda t: t[:2])
    codes = {}
    def walk(t, code):
        if isinstance(t, tuple): walk(t[0], code + '0'); walk(t[1], code + '1')
        else: codes[t] = code or '0'
    if q: walk(q[0][2], '')
    return codes
for text in (b'abracadabra', b'aaaa', b'', 'ééñ→'.encode(), bytes(range(8)) * 2):
    codes = huffman(text)
    enc = ''.join(codes[b] for b in text)
    rev, out, cur = {c: b for b, c in codes.items()}, bytearray(), ''
    for bit in enc:
        cur += bit
        if cur in rev: out.append(rev[cur]); cur = ''
    print(len(text) * 8, len(enc), bytes(out) == text, sorted(codes.items(), key=lambda p: (len(p[1]), p[1]))[:3])
def lz(data, window=255):
    out, i = bytearray(), 0
    while i < len(data):
        best = (0, 0)
        for j in range(max(0, i - window), i):
            n = 0
            while n < 255 and i + n < len(data) and data[j + n] == data[i + n]: n += 1
            if n > best[0]: best = (n, i - j)
        if best[0] > 3: out += bytes([1, best[1], best[0]]); i += best[0]
        else: out += bytes([0, data[i]]); i += 1
    return bytes(out)
def unlz(data):
    out, i = bytearray(), 0
    while i < len(data):
        if data[i] == 0: out.append(data[i + 1]); i += 2
        elif data[i] == 1:
            d, n = data[i + 1:i + 3]
            if d == 0 or d > len(out): raise ValueError(f'bad distance {d} at {i}')
            for _ in range(n): out.append(out[-d])
            i += 3
        else: raise ValueError(f'bad tag {data[i]} at {i}')
    return bytes(out)
for t in (b'blah blah blah blah!', b'x' * 100, bytes(range(50)), b'', b'the cat sat on the mat, the cat sat'):
    c = lz(t)
    print(len(t), len(c), unlz(c) == t, c[:12])
for bad in (b'\x01\x05\x03', b'\x07', b'\x00a\x01\x02\x01'): err(unlz, bad)
w = Bits()
for v, k in ((5, 3), (0, 1), (1023, 10), (1, 2), (255, 8), (3, 9)): w.write(v, k)
r = Bits(w.data)
print(w.data.hex(), w.n, [r.read(k) for k in (3, 1, 10, 2, 8, 9)])
err(r.read, 20)
def delta(xs):
    p, b = 0, Bits()
    for x in xs:
        d, p = x - p, x
        z = d << 1 if d >= 0 else -d << 1 | 1
        n = z.bit_length()
        b.write(n, 5); b.write(z, n)
    return bytes(b.data)
def undelta(data, count):
    b, p, out = Bits(data), 0, []
    for _ in range(count):
        z = b.read(b.read(5))
        p += -(z >> 1) if z & 1 else z >> 1
        out.append(p)
    return out
xs = [1000 + (i * i * 7 % 23) - i * 3 for i in range(40)]
print(len(delta(xs)), undelta(delta(xs), 40) == xs, delta([0, -1, 1]).hex())
