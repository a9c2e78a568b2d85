# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Arithmetic stays exact where small ints end, on every plausible tag width.
for bits in (28, 29, 30, 31, 32, 33, 47, 48, 50, 60, 61, 62, 63, 64, 65):
    top = 1 << bits
    for base in (top - 1, top, top + 1, -top - 1, -top, -top + 1):
        a = base
        a += 1
        a -= 2
        a += 1
        assert a == base, bits
        assert base * 3 // 3 == base
        assert base + base == base * 2 == base << 1
        assert (base << 7) >> 7 == base
        assert -(-base) == base
        assert ~~base == base
        assert int(str(base)) == base
        assert hash(base) == hash(base + 0)
        assert {base: 1}[(base * 2) // 2] == 1
    print(bits, top - 1, -top, top * top, (top - 1) * (top + 1) - top * top)
n = 1
for i in range(70):
    n = n * 2 + 1
print(n, n.bit_length())
n = -1
for i in range(70):
    n = n * 2
print(n, n.bit_length())
print(2147483647 + 1, -2147483648 - 1, 1073741823 + 1, -1073741824 - 1)
print(46341 * 46341, 65536 * 65536, 4294967296 * 4294967296, 3037000500 * 3037000500)
print(abs(-2**30), abs(-2**31), abs(-2**62), abs(-2**63))
