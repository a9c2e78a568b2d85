# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, heap-view
# Shows: What a suspended generator holds are objects, wherever on the stack it and what it called have run: no words
# of a frame that lay in registers which were dead during a call.
import gc


def leaf(n):
    return n


def steps(n):
    yield leaf(n)
    a, b, c, d, e, f, g, h = 1, 2, 3, 4, 5, 6, 7, 8
    yield (a, b, c, d, e, f, g, h, (a + b, c + d, e + f, g + h, (a * b, c * d, e * f, g * h, (a - b, c - d, e - f, g - h))))


def deep(depth):
    if depth:
        return deep(depth - 1)
    g = steps(3)
    next(g)
    return g


odd = []
for depth in range(300):
    for held in gc.get_referents(deep(depth)):
        if type(held) in (list, dict, float, bytes, tuple):
            odd.append((depth, held))
print(odd)
