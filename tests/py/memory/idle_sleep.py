# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: while a program sleeps long enough, what is due is collected: once, in slices if pauses are bounded, and not at all where there is nothing to gain or no time.
# needs: gc.stats
# memory: 256k
# skip: stress, always, slices, moves -- they collect at every allocation
import gc
import time


keep = [[i] for i in range(4000)]
del keep[1500:]


def use_up():
    """Garbage, until less than half is left of what was free."""
    gc.collect()
    free = gc.stats()['free']
    while gc.stats()['free'] > free * 7 // 16:
        pass


def collections(sleep):
    before = gc.stats()['kinds']
    sleep()
    after = gc.stats()['kinds']
    return [(kind, after[kind] - before[kind]) for kind in ('full', 'incremental') if after[kind] > before[kind]]


use_up()
print(collections(lambda: time.sleep(0)))
print(collections(lambda: time.sleep(2)))
print(collections(lambda: time.sleep(0.1)))
use_up()
gc.disable()
print(collections(lambda: time.sleep(0.2)))
gc.enable()
use_up()
gc.pause(300)
print(collections(lambda: time.sleep(2)))
print(collections(lambda: time.sleep(0.1)))
