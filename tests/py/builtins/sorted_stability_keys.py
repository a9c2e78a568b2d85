# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, text-methods
# Shows: sorted with keys of many kinds, stability over several passes, reverse.
people = [('ann', 30, 'oslo'), ('bob', 25, 'rome'), ('cy', 30, 'rome'), ('dan', 25, 'oslo'), ('eve', 35, 'rome')]
print(sorted(people, key=lambda p: p[1]))
print(sorted(sorted(people, key=lambda p: p[0], reverse=True), key=lambda p: p[2]))
print(sorted(people, key=lambda p: (p[2], -p[1], p[0])))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted('The Quick brown fox'.split(), key=str.lower), sorted('bca', reverse=True), sorted([True, 0, 2, False]), sorted([(2, 'a'), (1, 'z'), (1, 'b')]), sorted({'b': 1, 'a': 2}), sorted(['é', 'e', 'z', 'a', 'É']))
n = 1
seq = []
for i in range(300):
    n = n * 16807 % 2147483647
    seq.append((n % 10, i))
s = sorted(seq, key=lambda p: p[0])
print(all(s[i][0] < s[i + 1][0] or s[i][1] < s[i + 1][1] for i in range(299)))
r = sorted(seq, key=lambda p: p[0], reverse=True)
print(all(r[i][0] > r[i + 1][0] or r[i][1] < r[i + 1][1] for i in range(299)))
print(sorted(seq) == sorted(seq, reverse=True)[::-1], sorted(seq, key=lambda p: -p[1])[0][1], sorted(seq, key=None)[:2])
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v[::-1] < o.v[::-1]
print(sorted(['az', 'ba', 'cm'], key=K), sorted([[], [1], [0, 5], [0]]), sorted([1, 2.5, True, 10**20, -1]), sorted([b'b', b'a', b'ab']))
up = list(range(1000))
print(sorted(up) == up, sorted(up[::-1]) == up, sorted(up[500:] + up[:500]) == up, sorted(up + up)[::2] == up)
organ = list(range(200)) + list(range(200, 0, -1))
print(sorted(organ) == sorted(organ[::-1]), sorted([5] * 100) == [5] * 100)
