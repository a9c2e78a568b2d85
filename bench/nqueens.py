# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""N queens with bit masks, and once more with sets and a generator."""


def count(n, columns, left, right):
    full = (1 << n) - 1
    if columns == full:
        return 1
    total = 0
    free = full & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        total += count(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def place(n, row, columns, up, down):
    if row == n:
        yield []
        return
    for c in range(n):
        if c not in columns and row + c not in up and row - c not in down:
            columns.add(c)
            up.add(row + c)
            down.add(row - c)
            for rest in place(n, row + 1, columns, up, down):
                rest.append(c)
                yield rest
            columns.discard(c)
            up.discard(row + c)
            down.discard(row - c)


first = next(place(20, 0, set(), set(), set()))
print("nqueens", count(10, 0, 0, 0), sum(i * c for i, c in enumerate(first)))
