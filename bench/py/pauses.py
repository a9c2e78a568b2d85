# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""How long a program is stopped: a loop looks at the clock while it allocates beside live objects.

    ouro bench/py/pauses.py LIVE_KB PAUSE_US ITERATIONS [idle]

Prints, one name and its values a line, what the program saw from outside (the gap between two iterations)
and what gc.stats() counted.  `idle`: the same loop without allocations, which shows the machine's own
noise.  tools/pauses.py runs it and judges.
"""

import gc
import sys
import time

SLOTS = 14  # gaps below 16 us, 32 us, ... as gc.stats()["pauses"] has them


class Node:
    def __init__(self, number, following):
        self.number = number
        self.following = following


def build(kb):
    """Small live objects of so many kilobytes: short chains, so that marking is neither flat nor deep."""
    live, wanted = [], kb * 1024
    gc.collect()
    before = gc.mem_alloc()
    while gc.mem_alloc() - before < wanted:
        for _ in range(64):
            chain = None
            for i in range(8):
                chain = Node(i, chain)
            live.append(chain)
    return live


def slot_of(us):
    slot = 0
    while us >= 16 << slot and slot < SLOTS - 1:
        slot += 1
    return slot


def churn(live, iterations, gaps):
    """Short-lived objects of some kinds; now and then a live chain is replaced by as long a one."""
    clock, n, longest = time.perf_counter_ns, len(live), 0
    last = clock()
    for i in range(iterations):
        pair = [i, (i, None)]
        node = Node(i, pair)
        if i & 63 == 0:
            chain = None
            for k in range(8):
                chain = Node(k, chain)
            live[i * 7 % n] = chain
        now = clock()
        gap = now - last
        last = now
        if gap > 16000:
            gaps[slot_of(gap // 1000)] += 1
            if gap > longest:
                longest = gap
    return longest


def count_only(iterations, gaps):
    clock, longest, total = time.perf_counter_ns, 0, 0
    last = clock()
    for i in range(iterations):
        total = (total * 5 + i) & 0xFFFFFF
        total ^= total >> 3
        now = clock()
        gap = now - last
        last = now
        if gap > 16000:
            gaps[slot_of(gap // 1000)] += 1
            if gap > longest:
                longest = gap
    return longest


def main():
    kb, us, iterations = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    idle = len(sys.argv) > 4
    live = build(kb)
    gc.collect()
    gc.pause(us)
    before = gc.stats()
    gaps = [0] * SLOTS
    start = time.process_time()
    longest = count_only(iterations, gaps) if idle else churn(live, iterations, gaps)
    took = time.process_time() - start
    after = gc.stats()
    print("seconds", took)
    print("longest_gap_us", longest // 1000)
    print("gaps", *gaps)
    print("longest_slice_us", after["longest_slice_us"])
    print("pauses", *[b[1] - a[1] for a, b in zip(before["pauses"], after["pauses"])])
    for kind in ("full", "incremental", "fallback", "compaction"):
        print(kind, after["kinds"][kind] - before["kinds"][kind])
    print("total_pause_us", after["total_pause_us"] - before["total_pause_us"])
    print("heap_kb", after["total"] // 1024)


main()
