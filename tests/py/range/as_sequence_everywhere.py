# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, set
# Shows: Ranges as sequences: unpacking, zip, comprehension, membership of odd objects, nested loops, reversed.
r = range(2, 20, 5)
a, b, *c = r
print(a, b, c, *r, list(zip(r, r[1:])), [x for x in r if x in range(0, 20, 3)], tuple(r), set(r) == {2, 7, 12, 17}, dict(zip(r, 'abcd')), sorted(r, key=lambda x: -x), sum(r), list(map(str, r)), max(r), min(r), any(r), all(range(3)), list(filter(None, range(-2, 3))))
class Seven:
    def __eq__(self, o): return o == 7
print(Seven() in r, 7.0 in r, True in range(2), 1.5 in r, '7' in r, None in r, 7 + 0 in r, r.index(7), r.count(7), r.count(8), [1] in r)
print(r == range(2, 18, 5), r == range(2, 22, 5), range(0) == range(0, -5), range(1, 1) == range(5, 5), range(1, 2) == range(1, 3, 5), hash(range(0)) == hash(range(9, 3)), len({range(3), range(0, 3), range(0, 3, 1)}))
for x in reversed(range(10, 0, -4)): print(x, end=' ')
for i in range(3):
    for j in range(i, -1, -1): print((i, j), end=' ')
print()
print(range(10)[3:8][::-2], list(range(10)[3:8][::-2]), range(10)[-3:], range(10)[::-1][::-1], range(0, 10, 3)[-1], range(5)[5:], len(range(-10, 10, 7)), range(3)[:], range(10, 0, -1)[2:5], len(range(0, -10)), repr(range(0, 5, 1)), range(-5, -1), str(range(True, 3)))
def spans(n, k): return [range(i, min(i + k, n)) for i in range(0, n, k)]
print(spans(10, 4), [len(s) for s in spans(10, 4)], [s.start for s in spans(10, 4)], sum(len(s) for s in spans(1000, 7)))
it = iter(range(3))
print(next(it), list(it), next(it, 'end'), iter(range(2)) is not iter(range(2)), list(enumerate(range(5, 7))), [range(i)[-1] for i in range(1, 4)])
print([i for i in range(100) if i * i % 100 == 25], next(i for i in range(1, 10**6) if i % 7 == 3 and i % 11 == 4), range(10**9)[10**8], 10**8 in range(0, 10**9, 10), len(range(0, 10**9, 7)))
