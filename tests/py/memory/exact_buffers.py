# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, array
# skip: asan, stress, always, increments, moves -- blocks are larger, or others come and go
# Shows: a bytearray or array of a given size takes its bytes, its header and the rounding to a granule.
import gc
from array import array

import sys

word = 8 if sys.maxsize > 1 << 31 else 4
granule = 2 * word


def rounded(n):
    return (n + granule - 1) // granule * granule


def bytes_of(make):
    gc.collect()
    before = gc.mem_alloc()
    x = make()
    return gc.mem_alloc() - before


numbers = [i % 100 for i in range(300)]
for n in 1, 8, 100, 256, 1000, 4096:
    data = bytes(n)
    most = rounded(n) + rounded(4 * word)
    print(n, bytes_of(lambda: bytearray(n)) <= most, bytes_of(lambda: bytearray(data)) <= most)
for n in 1, 17, 256:
    part = numbers[:n]
    for code, size in ("b", 1), ("h", 2), ("i", 4):
        one = array(code, part)
        gc.collect()
        # The list's iterator dies at the next collection, so the array alone is counted by what it leaves.
        copies = [None] * 4
        gc.collect()
        before = gc.mem_alloc()
        for i in range(4):
            copies[i] = array(code, one)
        print(n, code, gc.mem_alloc() - before <= 4 * (rounded(n * size) + 3 * rounded(4 * word)))

grown = bytearray()
for i in range(3000):
    grown.append(i & 255)
print(len(grown), sum(grown))
