# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Float objects: vectors as instances, with operators, normalised and reduced."""
import math


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def scaled(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def length(self):
        return math.sqrt(self.x * self.x + self.y * self.y + self.z * self.z)

    def normalise(self):
        k = self.length()
        self.x /= k
        self.y /= k
        self.z /= k

    def maximise(self, other):
        if other.x > self.x:
            self.x = other.x
        if other.y > self.y:
            self.y = other.y
        if other.z > self.z:
            self.z = other.z
        return self


def make(n):
    vectors = []
    for i in range(n):
        a = i * 0.37
        vectors.append(Vector(math.sin(a), math.cos(a) * 3.0, math.sin(a) ** 2 / 2.0))
    return vectors


def main():
    total = Vector(0.0, 0.0, 0.0)
    top = Vector(-9.0, -9.0, -9.0)
    for _ in range(6):
        vectors = make(40000)
        for v in vectors:
            v.normalise()
        for v in vectors:
            top = top.maximise(v)
            total = total + v.scaled(0.5)
    print("floats %.6f %.3f %.3f" % (top.x + top.y + top.z, total.length(), total.z))


main()
