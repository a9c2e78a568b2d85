# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray
# Shows: The same slice over list, tuple, str, bytes, bytearray and range agrees.
base = list(range(12))
vals = (None, 0, 1, 3, -1, -4, 11, 12, 15, -12, -13)
steps = (None, 1, 2, 5, -1, -2, -7)
n = 0
check = 0
for a in vals:
    for b in vals:
        for st in steps:
            s = slice(a, b, st)
            want = [base[i] for i in range(*s.indices(12))]
            assert base[s] == want
            assert tuple(base)[s] == tuple(want)
            assert list(range(12)[s]) == want
            assert list(bytes(base)[s]) == want
            assert list(bytearray(base)[s]) == want
            assert 'abcdefghijkl'[s] == ''.join(chr(97 + i) for i in want)
            assert 'αβγδεζηθικλμ'[s] == ''.join('αβγδεζηθικλμ'[i] for i in want)
            c = base[:]
            del c[s]
            assert c == [x for x in base if x not in want]
            c = bytearray(base)
            del c[s]
            assert list(c) == [x for x in base if x not in want]
            n += 1
            check = (check * 7 + sum(want) + len(want)) % 1000003
print(n, check)
