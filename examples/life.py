# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# memory: 20k
"""Life on a torus: each row is one int, and a generation is computed with bit operations on whole rows.

Neighbours are added as bit planes (a full adder per cell, all cells of a row at once).
"""


class World:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.mask = (1 << width) - 1
        self.rows = [0] * height

    def put(self, x, y, pattern):
        for dy, line in enumerate(pattern):
            for dx, cell in enumerate(line):
                if cell == "#":
                    self.rows[(y + dy) % self.height] |= 1 << (x + dx) % self.width

    def left(self, row):
        return (row << 1 | row >> (self.width - 1)) & self.mask

    def right(self, row):
        return row >> 1 | (row & 1) << (self.width - 1)

    def step(self):
        rows = self.rows
        # For each row the sums of three neighbours in a line, as two bit planes.
        sums = []
        for row in rows:
            a, b = self.left(row), self.right(row)
            sums.append((a ^ row ^ b, a & row | b & (a ^ row)))
        after = []
        for y, row in enumerate(rows):
            above0, above1 = sums[y - 1]
            below0, below1 = sums[(y + 1) % self.height]
            here0 = self.left(row) ^ self.right(row)
            here1 = self.left(row) & self.right(row)
            ones = above0 ^ here0 ^ below0
            carry = above0 & here0 | below0 & (above0 ^ here0)
            # Number of twos: above1 + here1 + below1 + carry; two or three neighbours mean exactly one.
            pair = above1 ^ here1
            both = above1 & here1
            other = below1 ^ carry
            more = both | below1 & carry | pair & other
            twos = (pair ^ other) & ~more
            after.append(twos & (ones | row) & self.mask)
        self.rows = after

    def population(self):
        return sum(bin(row).count("1") for row in self.rows)

    def lines(self):
        for row in self.rows:
            yield "".join("#" if row >> x & 1 else "." for x in range(self.width))


def main():
    glider = (".#.", "..#", "###")
    world = World(24, 12)
    world.put(1, 1, glider)
    start = list(world.lines())
    for _ in range(4 * 24):
        world.step()
    print("a glider comes home after 96 generations:", list(world.lines()) == start)

    world = World(48, 24)
    world.put(22, 10, (".##", "##.", ".#."))
    history = []
    for generation in range(401):
        if generation % 50 == 0:
            history.append((generation, world.population()))
        world.step()
    print("r-pentomino:", " ".join("%d:%d" % item for item in history))
    for line in world.lines():
        print(line)


main()
