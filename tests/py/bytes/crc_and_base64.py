# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, percent, text-methods
# Shows: A longer program over bytes: CRC-16, CRC-32, base64, hex dump, xor cipher.
def crc16(data):
    crc = 0xFFFF
    for b in data:
        crc ^= b << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
table = []
for i in range(256):
    c = i
    for _ in range(8):
        c = (c >> 1) ^ 0xEDB88320 if c & 1 else c >> 1
    table.append(c)
def crc32(data):
    c = 0xFFFFFFFF
    for b in data:
        c = table[(c ^ b) & 0xFF] ^ (c >> 8)
    return c ^ 0xFFFFFFFF
print(hex(crc16(b'123456789')), hex(crc32(b'123456789')), crc32(b''), crc16(bytes(10)))
ALPHA = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b64(data):
    out = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), 'big')
        for k in range(4):
            out.append(ALPHA[(n >> (18 - 6 * k)) & 63] if k <= len(chunk) else ord('='))
    return bytes(out)
def unb64(text):
    out = b''
    for i in range(0, len(text), 4):
        q = text[i:i + 4]
        pad = q.count(b'=')
        n = 0
        for c in q.replace(b'=', b'A'):
            n = n << 6 | ALPHA.index(c)
        out += n.to_bytes(3, 'big')[:3 - pad]
    return out
for s in (b'', b'f', b'fo', b'foo', b'foobar', bytes(range(250, 256)), 'héllo→'.encode()):
    e = b64(s)
    print(s, e, unb64(e) == s)
def dump(data):
    for i in range(0, len(data), 8):
        row = data[i:i + 8]
        print('%04x  %-23s  %s' % (i, ' '.join('%02x' % b for b in row), ''.join(chr(b) if 32 <= b < 127 else '.' for b in row)))
dump(b'Hello, \x00\x01world\xff\xfe!')
key = b'k\xe9y'
enc = bytes(b ^ key[i % len(key)] for i, b in enumerate(b'secret text'))
print(enc, bytes(b ^ key[i % 3] for i, b in enumerate(enc)))
