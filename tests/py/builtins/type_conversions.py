# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, eval, float, set
# Shows: Conversions among all types, round trips and refusals.
vals = [0, 1, -1, 2.5, True, None, '', 'a', '12', '1.5', b'', b'ab', [], [1, 2], (), (1,), {}, {'k': 1}, set(), {1}, range(2)]
convs = [bool, int, float, str, repr, list, tuple, bytes]
for v in vals:
    out = []
    for c in convs:
        try:
            out.append(c(v))
        except Exception as e:
            out.append(type(e).__name__)
    print(repr(v), out)
print(list('ab'), tuple([1]), set('aa'), frozenset([1]) == {1}, dict([('a', 1)]), dict(a=1), str(b'a'), bytes('a', 'utf8'), bytearray('é', 'utf8'), int('0b11', 0), float('1e3'), chr(ord('é')), list({'a': 1}.items()))
print(str([1, '2', 3.5, None]), str(('a',)), str({'a': [1, (2,)]}), str(True), str(None), str(...), str(int), str(1e100) if False else '')
for v in (123, -5, 10**20, 0):
    assert int(str(v)) == v == int(repr(v)) == eval(repr(v)) == int(float(v)) if v < 10**15 else int(str(v)) == v
for v in ('é"\'\n', [1, [2]], {'a': (1,)}, {1, 2}, b'\x00\xff', 1.5, (1,), range(3), None, True, -0.5):
    assert eval(repr(v)) == v
print('round trips hold')
