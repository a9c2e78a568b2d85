# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Calls from a frame with many registers, whose dead ones lie where callees' frames do, survive that blocks move.
import gc


def leaf(n):
    gc.collect()
    junk = [[i] for i in range(20)]
    gc.collect()
    return n + len(junk)


def steps(n):
    for i in range(n):
        yield leaf(i)


def wide(depth):
    if depth:
        return wide(depth - 1)
    a, b, c, d, e, f, g, h = 1, 2, 3, 4, 5, 6, 7, 8
    total = sum(steps(3))
    t = (a, b, c, d, e, f, g, h, (a + b, c + d, e + f, g + h, (a * b, c * d, e * f, g * h, (a - b, c - d, e - f, g - h))))
    return total, t[0] + t[7], [a, b, c, d, e, f, g, h, a + (b + (c + (d + (e + (f + (g + h))))))]


for depth in range(40):
    keep = [str(i) for i in range(depth)]
    assert wide(depth) == (63, 9, [1, 2, 3, 4, 5, 6, 7, 8, 36]), depth
print(len(keep), wide(7))
