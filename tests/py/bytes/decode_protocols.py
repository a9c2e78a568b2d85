# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, hex, percent, text-methods
# Shows: Decoding binary protocols with slices, shifts, from_bytes, varints and TLV.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))
def read_varint(b, i=0):
    n = shift = 0
    while True:
        if i >= len(b): raise ValueError('truncated varint at %d' % i)
        c = b[i]
        n |= (c & 127) << shift
        i, shift = i + 1, shift + 7
        if c < 128: return n, i
for n in (0, 1, 127, 128, 300, 2**32, 2**70):
    v = varint(n)
    print(n, v.hex(), read_varint(v) == (n, len(v)))
err(read_varint, b'\x80\x80')
def tlv(items): return b''.join(bytes([t]) + varint(len(v)) + v for t, v in items)
def untlv(b):
    i, out = 0, []
    while i < len(b):
        t = b[i]
        n, i = read_varint(b, i + 1)
        if i + n > len(b): raise ValueError(f'type {t}: {n} bytes wanted, {len(b) - i} there')
        out.append((t, b[i:i + n]))
        i += n
    return out
items = [(1, b'abc'), (2, b''), (255, bytes(200)), (3, 'é'.encode())]
enc = tlv(items)
print(len(enc), untlv(enc) == items, enc[:8], enc[-4:])
err(untlv, enc[:-1])
def cobs(data):
    out, block = bytearray(), bytearray()
    for b in data + b'\0':
        if b: block.append(b)
        if not b or len(block) == 254:
            out.append(len(block) + 1)
            out += block
            block = bytearray()
    return bytes(out)
print(cobs(b'\x11\x22\x00\x33').hex(), cobs(b'').hex(), cobs(b'\0\0').hex(), 0 in cobs(bytes(range(256))))
def bits(b): return ''.join(f'{x:08b}' for x in b)
print(bits(b'\x05\xf0'), int(bits(b'\x05\xf0'), 2) == int.from_bytes(b'\x05\xf0', 'big'), bytes(int(bits(b'OK')[i:i + 8], 2) for i in (0, 8)), sum(bits(bytes(range(16))).count('1') for _ in 'x'))
def checksum(b): return -sum(b) & 0xff
line = b':10010000214601360121470136007EFE09D2190140'
raw = bytes.fromhex(line[1:].decode())
print(checksum(raw[:-1]) if len(raw) > 1 else 0, hex(raw[-1]), checksum(raw), raw[0], raw[1:3].hex())
print(b'\x01\x02' < b'\x01\x03', max(b'az', b'b'), sorted([b'b', b'', b'ab']), b'ab' in {b'ab': 1}, b''.join(bytes([i]) * i for i in range(4)), bytes(reversed(b'abc')), bytes(b ^ 0xff for b in b'\x00\x0f'))
