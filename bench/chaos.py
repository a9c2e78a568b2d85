# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Chaos: a fern drawn by an iterated function system, affine maps as objects, points counted on a grid."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Affine:
    def __init__(self, a, b, c, d, e, f, weight):
        self.a, self.b, self.c, self.d, self.e, self.f = a, b, c, d, e, f
        self.weight = weight

    def apply(self, p):
        return Point(self.a * p.x + self.b * p.y + self.e, self.c * p.x + self.d * p.y + self.f)


class Game:
    def __init__(self, maps, width, height):
        self.maps = maps
        self.width = width
        self.height = height
        self.grid = [[0] * width for _ in range(height)]
        self.seed = 12345

    def choose(self):
        self.seed = (self.seed * 1103515245 + 12345) & 0x7FFFFFFF
        r = (self.seed >> 8) % 100
        for m in self.maps:
            r -= m.weight
            if r < 0:
                return m
        return self.maps[-1]

    def plot(self, p):
        col = int((p.x + 3.0) * self.width / 6.0)
        row = int(p.y * self.height / 10.5)
        if 0 <= col < self.width and 0 <= row < self.height:
            self.grid[row][col] += 1

    def run(self, n):
        p = Point(0.0, 0.0)
        for _ in range(n):
            p = self.choose().apply(p)
            self.plot(p)


def main():
    fern = [
        Affine(0.85, 0.04, -0.04, 0.85, 0.0, 1.6, 85),
        Affine(0.20, -0.26, 0.23, 0.22, 0.0, 1.6, 7),
        Affine(-0.15, 0.28, 0.26, 0.24, 0.0, 0.44, 7),
        Affine(0.0, 0.0, 0.0, 0.16, 0.0, 0.0, 1),
    ]
    game = Game(fern, 60, 80)
    game.run(330000)
    checksum = 0
    for i, row in enumerate(game.grid):
        for j, n in enumerate(row):
            checksum = (checksum * 31 + n * (i + 1) + j) % 1000000007
    print("chaos", checksum)


main()
