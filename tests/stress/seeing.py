# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, gc-tuning, heap-view, percent
# Shows: looking at objects and pinning survive collections, moves and failing allocations anywhere.
import gc


class Node:
    def __init__(self, v):
        self.v = v


def has(objects, wanted):
    return any(o is wanted for o in objects)


def look(n):
    nodes = [Node([i]) for i in range(n)]
    table = {i: nodes[i] for i in range(n)}
    objects = gc.get_objects()
    found = all(has(objects, node) and has(objects, node.v) for node in nodes)
    holders = gc.get_referrers(nodes[1])
    return found, has(holders, nodes), has(holders, table), has(gc.get_referents(table), nodes[2])


def hold(n):
    buffers = [bytearray(b'%d' % i * 20) for i in range(n)]
    mine = buffers[n // 2]
    if not hasattr(gc, 'pin'):
        return bytes(mine), True
    with gc.pin(mine) as p:
        before = p.address
        del buffers
        gc.compact()
        return bytes(mine), p.address == before


print(look(5))
print(hold(6))
