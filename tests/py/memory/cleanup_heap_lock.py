# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
# skip: always, stress -- it collects although that is disabled
"""Cleanup waits for the end of the heap lock; gc.disable() does not hold it up."""
import gc
import micropython
import weakref

log = []


class C:
    def __init__(self):
        self.me = self

    def __del__(self):
        log.append("del")


def make(n):
    for i in range(n):
        C()


def wait():
    i = 0
    while i < 3:
        i += 1


def under_lock():
    before = len(log)
    micropython.heap_lock()
    gc.collect()
    wait()
    locked = len(log) - before
    micropython.heap_unlock()
    wait()
    return locked


make(5)
print(under_lock(), len(log) >= 4)
log.clear()

# an object that cannot be made has no finaliser
def make_under_lock():
    micropython.heap_lock()
    try:
        C()
        return "made"
    except MemoryError:
        return "not made"
    finally:
        micropython.heap_unlock()


print(make_under_lock())
gc.collect()
print(len(log) <= 1)
log.clear()

gc.disable()
make(10)
wait()
print(len(log))
gc.collect()
print(len(log) >= 9)
gc.enable()

# collections that the program does not ask for are enough
log.clear()
make(10)
garbage = None
n = 0
while len(log) < 9:
    garbage = [n] * 50
    n += 1
print("done")
