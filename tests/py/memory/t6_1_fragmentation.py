# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, gc-tuning
# Shows: T6.1: whatever came before, 95% of what is free can be had in one piece; beside pins, the largest gap.
# memory: 100k
# timeout: 30
# skip: moves, stress, always, asan -- blocks move at every moment, or frames have red zones: what dead words pin is anywhere
import gc

seed = 1


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0xffffff
    return (seed >> 8) % n


def make(size, kind):
    n = size or 1 + rnd(200)
    if kind == 0:
        return bytes(n)
    if kind == 1:
        return bytearray(n)
    if kind == 2:
        return [kind] * (n // 8)
    return 'x' * n


def fill(size, k, kind):
    """Small objects until a tenth is left, of which every k-th stays."""
    first = kept = None
    gc.collect()
    low = gc.mem_free() // 10
    i = 0
    while gc.mem_free() > low:
        first = [make(size, kind if kind < 4 else rnd(4)), first]
        i += 1
    while first:
        if i % k == 0:
            kept = [first[0], kept]
        first = first[1]
        i -= 1
    return kept


def request(kind):
    """None, or what was free and largest."""
    gc.collect()
    free = gc.mem_free()
    n = free * 95 // 100
    try:
        b = bytes(n) if kind & 1 else bytearray(n)
        return None if len(b) == n else len(b)
    except MemoryError:
        return free, gc.mem_largest()


def one_by_one():
    tried = bad = 0
    for size in (10, 50, 100, 1000, 0):
        for k in (2, 3, 10, 100):
            kind = rnd(5)
            kept = fill(size, k, kind)
            refused = request(kind)
            if refused:  # a dead word on the C stack may pin what it seems to point to
                refused = request(kind)
            if refused:
                bad += 1
                print('refused', size, k, kind, refused)
            tried += 1
            kept = None
    print('asked', tried, 'refused', bad)


def with_pins():
    """A pinned block in the middle: what is free above it or below it can be had."""
    bad = 0
    for part in (2, 3, 4, 6):
        gc.collect()
        below = bytearray(gc.mem_free() // part)
        pinned = bytearray(200)
        pin = gc.pin(pinned)
        below = None
        kept = fill(60, 7, 4)
        gc.collect()
        free = gc.mem_free()
        try:
            gap = bytearray(free * 45 // 100)
        except MemoryError:
            bad += 1
            print('refused beside a pin', part, free, gc.mem_largest())
        gap = kept = None
        pin.release()
        pin = pinned = None
    print('pins', bad)


one_by_one()
with_pins()
kept = None
gc.collect()  # the next statement's code is pinned while it runs: it must not lie above garbage
print('free again', request(0))
