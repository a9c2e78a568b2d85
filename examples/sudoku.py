# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# memory: 64k
"""Sudoku: candidates as bits of small ints, forced digits first, then a search on the tightest cell.

The search keeps a trail of what it changed instead of copying the board.
"""


class Contradiction(Exception):
    pass


class Board:
    ALL = 0x1FF

    def __init__(self, text):
        self.choices = [self.ALL] * 81
        self.trail = []
        self.guesses = 0
        self.open = []
        for i, c in enumerate(text):
            if c in "123456789":
                self.assign(i, 1 << int(c) - 1)

    @staticmethod
    def peers(cell):
        row, column = divmod(cell, 9)
        for i in range(9):
            if i != column:
                yield row * 9 + i
            if i != row:
                yield i * 9 + column
        top, left = row - row % 3, column - column % 3
        for r in range(top, top + 3):
            for c in range(left, left + 3):
                if r != row and c != column:
                    yield r * 9 + c

    def set(self, cell, bits):
        self.trail.append((cell, self.choices[cell]))
        self.choices[cell] = bits

    def undo(self, mark):
        while len(self.trail) > mark:
            cell, bits = self.trail.pop()
            self.choices[cell] = bits

    def assign(self, cell, bit):
        """Gives the cell its digit, and follows what that forces."""
        todo = [(cell, bit)]
        while todo:
            cell, bit = todo.pop()
            if not self.choices[cell] & bit:
                raise Contradiction(cell)
            self.set(cell, bit)
            for peer in self.peers(cell):
                rest = self.choices[peer]
                if rest & bit:
                    rest &= ~bit
                    if not rest:
                        raise Contradiction(peer)
                    self.set(peer, rest)
                    if rest & rest - 1 == 0:
                        todo.append((peer, rest))

    def hidden_singles(self):
        """A digit that has one place left in a row, column or box goes there."""
        found = False
        for unit in range(27):
            once = twice = 0
            cells = list(self.unit(unit))
            for cell in cells:
                bits = self.choices[cell]
                twice |= once & bits
                once |= bits
            if once != self.ALL:
                raise Contradiction(unit)
            once &= ~twice
            for cell in cells:
                bit = self.choices[cell] & once
                if bit and self.choices[cell] != bit:
                    if bit & bit - 1:
                        raise Contradiction(cell)
                    self.assign(cell, bit)
                    found = True
        return found

    @staticmethod
    def unit(number):
        kind, n = divmod(number, 9)
        for i in range(9):
            if kind == 0:
                yield n * 9 + i
            elif kind == 1:
                yield i * 9 + n
            else:
                yield (n // 3 * 3 + i // 3) * 9 + n % 3 * 3 + i % 3

    def tightest(self):
        best, fewest = None, 10
        for cell in range(81):
            bits = self.choices[cell]
            if bits & bits - 1:
                count = bin(bits).count("1")
                if count < fewest:
                    best, fewest = cell, count
        return best

    def solve(self):
        try:
            while self.hidden_singles():
                pass
        except Contradiction:
            return False
        cell = self.tightest()
        if cell is None:
            return True
        bits = self.choices[cell]
        while bits:
            bit = bits & -bits
            bits ^= bit
            mark = len(self.trail)
            self.guesses += 1
            try:
                self.assign(cell, bit)
                if self.solve():
                    return True
            except Contradiction:
                pass
            self.undo(mark)
        return False

    def __str__(self):
        lines = []
        for row in range(9):
            digits = [str(self.choices[row * 9 + c].bit_length()) for c in range(9)]
            lines.append(" ".join(digits[0:3]) + " | " + " ".join(digits[3:6]) + " | " + " ".join(digits[6:9]))
            if row in (2, 5):
                lines.append("------+-------+------")
        return "\n".join(lines)


PUZZLES = (
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "55..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
)


def main():
    for number, text in enumerate(PUZZLES, 1):
        try:
            board = Board(text)
        except Contradiction as error:
            print("puzzle %d contradicts itself at cell %s" % (number, error))
            continue
        print("puzzle %d: %s after %d guesses" % (number, "solved" if board.solve() else "no solution", board.guesses))
        print(board)


main()
