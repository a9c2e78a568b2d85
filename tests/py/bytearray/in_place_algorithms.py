# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, hex, text-methods
# Shows: In-place reversal, rotation, xor, packing of bits, gap buffer and RC4 on bytearrays.
b = bytearray(b'abcdefgh')
i, j = 0, len(b) - 1
while i < j:
    b[i], b[j] = b[j], b[i]
    i, j = i + 1, j - 1
print(b)
def rotate(b, n):
    b[:] = b[n:] + b[:n]
rotate(b, 3)
print(b, b[::2], b[-3:])
def rc4(key, data):
    s = bytearray(range(256))
    j = 0
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) & 255
        s[i], s[j] = s[j], s[i]
    i = j = 0
    out = bytearray()
    for c in data:
        i = (i + 1) & 255
        j = (j + s[i]) & 255
        s[i], s[j] = s[j], s[i]
        out.append(c ^ s[(s[i] + s[j]) & 255])
    return out
print(rc4(b'Key', b'Plaintext').hex(), rc4(b'Wiki', rc4(b'Wiki', b'pedia')), rc4(b'Secret', b'').hex() == '')
class Gap:
    def __init__(self, text=b''): self.b, self.lo, self.hi = bytearray(text) + bytearray(4), len(text), len(text) + 4
    def move(self, pos):
        while self.lo > pos:
            self.lo -= 1; self.hi -= 1
            self.b[self.hi] = self.b[self.lo]
        while self.lo < pos:
            self.b[self.lo] = self.b[self.hi]
            self.lo += 1; self.hi += 1
    def insert(self, pos, text):
        self.move(pos)
        for c in text:
            if self.lo == self.hi:
                n = len(self.b)
                self.b[self.lo:self.lo] = bytes(n)
                self.hi += n
            self.b[self.lo] = c
            self.lo += 1
    def delete(self, pos, n):
        self.move(pos)
        self.hi += n
    def text(self): return bytes(self.b[:self.lo] + self.b[self.hi:])
g = Gap(b'hello world')
g.insert(5, b', dear')
g.insert(0, b'>> ')
g.delete(3, 2)
g.insert(len(g.text()), b'!' * 10)
print(g.text(), g.lo, len(g.b) >= len(g.text()))
px = bytearray(8)
def plot(x, y): px[y] |= 0x80 >> x
for k in range(8): plot(k, k); plot(7 - k, k)
print('\n'.join(f'{r:08b}'.replace('0', '.').replace('1', '#') for r in px))
big = bytearray(5000)
for k in range(0, 5000, 7): big[k] = k % 251
del big[::2]
big += big[:10]
big *= 2
print(len(big), sum(big), big.find(b'\x07'), big.count(0), big.rfind(bytes([250])))
