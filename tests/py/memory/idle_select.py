# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: while a program waits in select() or poll() and nothing comes, what is due is collected.
# memory: 256k
# needs: report, sockets
# skip: stress, always, increments, moves -- they collect at every allocation
import gc
import select


def full_collections():
    return gc.stats()['kinds']['full']


keep = [[i] for i in range(4000)]
del keep[1500:]


def waits(wait):
    gc.collect()
    free = gc.stats()['free']
    while gc.stats()['free'] > free * 7 // 16:
        pass
    before = full_collections()
    wait()
    return full_collections() - before


print(waits(lambda: select.select([], [], [], 2)))
print(waits(lambda: select.select([], [], [], 0)))
print(waits(lambda: select.poll().poll(2000)))
