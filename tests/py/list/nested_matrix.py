# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: Matrices as lists of lists: transpose, multiply, determinant, spiral.
def mul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def ident(n):
    return [[int(i == j) for j in range(n)] for i in range(n)]
def power(m, k):
    r = ident(len(m))
    while k:
        if k & 1:
            r = mul(r, m)
        m = mul(m, m)
        k >>= 1
    return r
print(power([[1, 1], [1, 0]], 150))
def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
m = [[2, -1, 0, 3], [1, 4, 2, -2], [0, 5, 1, 1], [3, 0, -2, 2]]
print(det(m), [list(r) for r in zip(*m)], det([list(r) for r in zip(*m)]))
def spiral(n):
    g = [[0] * n for _ in range(n)]
    x = y = 0
    dx, dy = 1, 0
    for k in range(n * n):
        g[y][x] = k
        if not (0 <= x + dx < n and 0 <= y + dy < n and g[y + dy][x + dx] == 0) or (x + dx, y + dy) == (0, 0):
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return g
for row in spiral(5):
    print(' '.join('%2d' % v for v in row))
def flatten(x):
    return [z for y in x for z in (flatten(y) if isinstance(y, list) else [y])]
print(flatten([1, [2, [3, [], [4, [5]]]], [[6]]]))
def perms(xs):
    if not xs:
        return [[]]
    return [[xs[i]] + p for i in range(len(xs)) for p in perms(xs[:i] + xs[i + 1:])]
p = perms([1, 2, 3, 4])
print(len(p), p[0], p[11], p[-1], p == sorted(p))
