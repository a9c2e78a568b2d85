# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: while a program sleeps long enough, what is due is collected: once, in slices if pauses are bounded, and not at all where there is nothing to gain or no time.
# needs: float, report, increments
# memory: 256k
# timeout: 60
# skip: stress, always, increments, moves -- they collect at every allocation
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


def collections_while_due():
    """What the first sleep did that did anything: after a collection that took long, one longer than 0.2 s may do
    nothing."""
    seconds, found = 0.2, []
    while not found and seconds < 60:
        use_up()
        found = collections(lambda: time.sleep(seconds))
        seconds *= 2
    return found


use_up()
print(collections(lambda: time.sleep(0)))
print(collections_while_due())
print(collections(lambda: time.sleep(0.1)))
use_up()
gc.disable()
print(collections(lambda: time.sleep(0.2)))
gc.enable()
gc.pause(300)
print(collections_while_due())
print(collections(lambda: time.sleep(0.1)))
