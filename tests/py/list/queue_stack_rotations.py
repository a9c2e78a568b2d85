# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Lists as stacks, queues, deques, rotations, binary search, merging and chunking.
s = []
for tok in '3 4 + 2 * 7 /'.split():
    if tok.isdigit(): s.append(int(tok))
    else:
        b, a = s.pop(), s.pop()
        s.append({'+': a + b, '*': a * b, '/': a // b if tok == '/' else 0}[tok])
print(s)
q, out = [1, 2, 3], []
while q:
    x = q.pop(0)
    out.append(x)
    if x < 4: q += [x + 3, x + 5]
print(out)
a = list(range(7))
rot = lambda l, n: l[n % len(l):] + l[:n % len(l)]
print(rot(a, 2), rot(a, -1), rot(a, 7), rot(a, 100), [rot('abc', i) for i in range(3)])
def bisect(l, x):
    lo, hi = 0, len(l)
    while lo < hi:
        m = (lo + hi) // 2
        if l[m] < x: lo = m + 1
        else: hi = m
    return lo
l = []
for x in (5, 1, 4, 1, 9, 0, 5): l.insert(bisect(l, x), x)
print(l, bisect(l, 5), bisect(l, 10), bisect([], 1))
print([a[i:i + 3] for i in range(0, len(a), 3)], [x for p in zip(a[::2], a[1::2]) for x in p[::-1]], list(zip(*[iter(a)] * 3)), a[-2:] + a[:2], [a[:i] + a[i + 1:] for i in range(3)])
def dedupe(l):
    i = 1
    while i < len(l):
        if l[i] == l[i - 1]: del l[i]
        else: i += 1
    return l
print(dedupe([1, 1, 2, 2, 2, 3, 1, 1]), dedupe([]), dedupe(['a']))
tri = [[1]]
for _ in range(6): tri.append([1, *(x + y for x, y in zip(tri[-1], tri[-1][1:])), 1])
print(tri[-1], [sum(r) for r in tri], [r[len(r) // 2] for r in tri])
grid = [[i * 3 + j for j in range(3)] for i in range(3)]
print([list(r) for r in zip(*grid[::-1])], [r[::-1] for r in grid], [grid[i][i] for i in range(3)], sum(map(sum, grid)), [*map(max, grid)], [v for r in grid for v in r if v % 2])
j = list('josephus')
i, order = 0, ''
while j:
    i = (i + 2) % len(j)
    order += j.pop(i)
print(order)
def part(l, p):
    yes, no = [], []
    for x in l: (yes if p(x) else no).append(x)
    return yes, no
print(part(range(8), lambda x: x % 3 == 0), part([], bool), [*part('aBcD', str.isupper)])
