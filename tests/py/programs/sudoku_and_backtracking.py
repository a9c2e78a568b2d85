# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Backtracking: sudoku, knight's tour, subset sum, graph colouring, permutations with pruning.
def solve(board):
    rows, cols, boxes, empty = [set() for _ in range(9)], [set() for _ in range(9)], [set() for _ in range(9)], []
    for r in range(9):
        for c in range(9):
            v = board[r][c]
            if v: rows[r].add(v); cols[c].add(v); boxes[r // 3 * 3 + c // 3].add(v)
            else: empty.append((r, c))
    def go():
        if not empty: return True
        best = min(range(len(empty)), key=lambda i: 9 - len(rows[empty[i][0]] | cols[empty[i][1]] | boxes[empty[i][0] // 3 * 3 + empty[i][1] // 3]))
        r, c = empty.pop(best)
        b = r // 3 * 3 + c // 3
        for v in range(1, 10):
            if v not in rows[r] and v not in cols[c] and v not in boxes[b]:
                board[r][c] = v
                rows[r].add(v); cols[c].add(v); boxes[b].add(v)
                if go(): return True
                rows[r].discard(v); cols[c].discard(v); boxes[b].discard(v)
        board[r][c] = 0
        empty.insert(best, (r, c))
        return False
    return go()
puzzle = '530070000600195000098000060800060003400803001700020006060000280000419005000080079'
board = [[int(ch) for ch in puzzle[i * 9:i * 9 + 9]] for i in range(9)]
print(solve(board))
for row in board: print(''.join(map(str, row)))
def tour(n, start=(0, 0)):
    moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    path, seen = [start], {start}
    def free(p): return [(p[0] + a, p[1] + b) for a, b in moves if 0 <= p[0] + a < n and 0 <= p[1] + b < n and (p[0] + a, p[1] + b) not in seen]
    def go():
        if len(path) == n * n: return True
        for q in sorted(free(path[-1]), key=lambda q: (len(free(q)), q)):
            path.append(q); seen.add(q)
            if go(): return True
            path.pop(); seen.remove(q)
        return False
    return path if go() else None
t = tour(6)
print(len(t), t[:4], t[-1], all(sorted((abs(a - c), abs(b - d))) == [1, 2] for (a, b), (c, d) in zip(t, t[1:])))
def subset(xs, target):
    if target == 0: return []
    for i, x in enumerate(xs):
        if x <= target and (r := subset(xs[i + 1:], target - x)) is not None: return [x] + r
print(subset([31, 27, 19, 11, 7, 5, 3], 57), subset([8, 6, 4], 5))
def colour(g, k):
    out = {}
    def go(nodes):
        if not nodes: return True
        n, *rest = nodes
        for c in range(k):
            if all(out.get(m) != c for m in g[n]):
                out[n] = c
                if go(rest): return True
                del out[n]
        return False
    return dict(out) if go(list(g)) else None
g = {i: {(i + 1) % 7, (i - 1) % 7, (i + 3) % 7, (i - 3) % 7} for i in range(7)}
print(colour(g, 2), colour(g, 4))
print(next(f'{a}{b}{c}+{d}{e}={f}' for a in range(1, 10) for b in range(10) for c in range(10) for d in range(1, 10) for e in range(10) for f in [a * 100 + b * 10 + c + d * 10 + e] if len({a, b, c, d, e}) == 5 and f % 111 == 0))
