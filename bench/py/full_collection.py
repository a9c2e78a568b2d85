# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Milliseconds of a full collection of 8 MB of small live objects (as Ouro counts them on a 64-bit
machine), the best of 15.  The same objects everywhere: instances, lists, tuples, dicts, texts, floats."""

import gc
import time

ROUNDS = 37000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def build():
    live, last = [], None
    for i in range(ROUNDS):
        p = Point(i, last)
        pair = (p, [i, "n%d" % i, i / 7])
        if i % 4 == 0:
            live.append({"point": p, "pair": pair})
        elif i % 4 == 1:
            live.append([pair, {i}])
        else:
            live.append(pair)
        last = p if i % 16 else None
    return live


live = build()
gc.collect()
try:
    size = gc.mem_alloc()
except AttributeError:
    size = 0
times = []
for _ in range(15):
    start = time.perf_counter()
    gc.collect()
    times.append((time.perf_counter() - start) * 1000)
print("%.4f %d" % (min(times), size))
