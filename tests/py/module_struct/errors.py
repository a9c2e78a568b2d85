# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, struct-more
# Shows: struct errors: ranges, counts, bad formats, buffers too small.
import struct
E = struct.error
def e(f, *a):
    try:
        print(f(*a))
    except E as x:
        print('struct.error', x)
    except Exception as x:
        print(type(x).__name__, x)
e(struct.pack, '<b', 128)
e(struct.pack, '<B', -1)
e(struct.pack, '<H', 65536)
e(struct.pack, '<i', 2**31)
e(struct.pack, '<I', -1)
e(struct.pack, '<q', 2**63)
e(struct.pack, '<Q', -1)
e(struct.pack, '<b', 'a')
e(struct.pack, '<b', 1.5)
e(struct.pack, '<b')
e(struct.pack, '<b', 1, 2)
e(struct.pack, '<z', 1)
e(struct.pack, '<5', 1)
e(struct.pack, '<s', 'str')
e(struct.pack, '<c', b'ab')
e(struct.pack, '<c', 65)
e(struct.pack, '<f', 'a')
e(struct.unpack, '<b', b'')
e(struct.unpack, '<b', b'ab')
e(struct.unpack, '<i', b'abc')
e(struct.unpack, '<i', 'abcd')
e(struct.unpack, 5, b'')
e(struct.unpack_from, '<i', b'abc')
e(struct.unpack_from, '<i', b'abcdef', 3)
e(struct.unpack_from, '<b', b'ab', -3)
e(struct.pack_into, '<i', bytearray(3), 0, 1)
e(struct.pack_into, '<b', b'imm', 0, 1)
e(struct.pack_into, '<b', bytearray(2), 5, 1)
e(struct.calcsize, '<y')
e(struct.pack)
class I:
    def __index__(self): return 7
print(struct.pack('<H', I()), struct.pack('<B', True), issubclass(E, Exception), E.__name__)
