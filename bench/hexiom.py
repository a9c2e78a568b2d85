# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Hexiom-like solver: numbered tiles on a hexagon of cells, each tile must touch as many tiles as it says.

Candidates per cell are kept in sets, forced moves are propagated, the search branches on the cell with
the fewest candidates.
"""


class Board:
    def __init__(self, size):
        cells = []
        for r in range(-size + 1, size):
            for q in range(-size + 1, size):
                if -size < q + r < size:
                    cells.append((q, r))
        self.index = {cell: i for i, cell in enumerate(cells)}
        self.cells = cells
        self.links = []
        for q, r in cells:
            around = [(q + 1, r), (q - 1, r), (q, r + 1), (q, r - 1), (q + 1, r - 1), (q - 1, r + 1)]
            self.links.append([self.index[c] for c in around if c in self.index])


class Solver:
    def __init__(self, board, tiles):
        self.board = board
        self.tiles = tiles
        self.nodes = 0
        self.solutions = 0

    def start(self):
        values = {v for v, n in self.tiles.items() if n}
        state = []
        for links in self.board.links:
            state.append({v for v in values if v < 0 or v <= len(links)})
        return state

    def feasible(self, state, cell):
        """Can some candidate of the cell still reach its number of neighbours?"""
        sure = 0
        possible = 0
        for other in self.board.links[cell]:
            choices = state[other]
            if -1 not in choices:
                sure += 1
                possible += 1
            elif len(choices) > 1:
                possible += 1
        keep = {v for v in state[cell] if v < 0 or sure <= v <= possible}
        if len(keep) != len(state[cell]):
            state[cell] = keep
            return True
        return False

    def propagate(self, state):
        changed = True
        while changed:
            changed = False
            for cell in range(len(state)):
                if self.feasible(state, cell):
                    changed = True
                    if not state[cell]:
                        return False
            used = {}
            for choices in state:
                if len(choices) == 1:
                    for v in choices:
                        used[v] = used.get(v, 0) + 1
            for v, n in used.items():
                if n > self.tiles[v]:
                    return False
                if n == self.tiles[v]:
                    for cell in range(len(state)):
                        if len(state[cell]) > 1 and v in state[cell]:
                            state[cell] = state[cell] - {v}
                            changed = True
        return all(state)

    def search(self, state, limit):
        self.nodes += 1
        if not self.propagate(state):
            return
        best = -1
        fewest = 99
        for cell, choices in enumerate(state):
            n = len(choices)
            if 1 < n < fewest:
                best, fewest = cell, n
        if best < 0:
            self.solutions += 1
            self.last = [min(choices) for choices in state]
            return
        for v in sorted(state[best], reverse=True):
            copy = [set(choices) for choices in state]
            copy[best] = {v}
            self.search(copy, limit)
            if self.solutions >= limit:
                return


def main():
    board = Board(3)
    pattern = [1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 0]
    tiles = {-1: 0}
    for i, filled in enumerate(pattern):
        if filled:
            n = sum(pattern[j] for j in board.links[i])
            tiles[n] = tiles.get(n, 0) + 1
        else:
            tiles[-1] += 1
    solver = Solver(board, tiles)
    solver.search(solver.start(), 60)
    code = 0
    for v in solver.last:
        code = code * 8 + v + 1
    print("hexiom", solver.solutions, solver.nodes, code)


main()
