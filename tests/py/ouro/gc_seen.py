# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, heap-view, increments
# Shows: gc.stats has the kinds of collections, the pauses and the owners of memory; gc.pause, gc.compact, gc.dump.
import gc
import sys


def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


s = gc.stats()
print(sorted(s))
print(sorted(s['kinds']), sorted(s['outer']))
print(s['pauses'][0][0], s['pauses'][1][0], s['pauses'][-1][0], len(s['pauses']))
full = s['kinds']['full']
for i in range(5):
    gc.collect()
t = gc.stats()
print(t['kinds']['full'] - full >= 5, sum(n for _, n in t['pauses']) > 0)
print(sum(t['outer'].values()) == t['outer_used'], t['outer']['areas'] >= t['total'])
compactions = t['kinds']['compaction']


def compacted():
    holes = [bytearray(50) for i in range(400)]
    survivors = [(i, holes[i]) for i in range(0, 400, 7)]
    del holes
    gc.compact()
    return survivors, gc.stats()


for attempt in range(5):  # what is pinned (code that runs, what dead words refer to) may lie in the midst of what is free
    survivors, t = compacted()
    scattered = t['free'] - t['largest']
    if scattered < max(t['free'] // 2, 2048):  # the holes are more than 20,000 bytes
        break
print(t['kinds']['compaction'] > compactions, t['bytes_moved'] > 0, scattered < max(t['free'] // 2, 2048))
print(all(len(b) == 50 for _, b in survivors), [i for i, _ in survivors][-1])

print(gc.pause())
print(gc.pause(500))
print(gc.pause())
x = None
for i in range(20000):
    x = [i, x if i % 100 else None]
print(len(x), gc.stats()['longest_slice_us'] >= 0)
gc.pause(0)
print(gc.pause())
err(gc.pause, -1)
err(gc.pause, 'x')
err(gc.compact, 1)

err(gc.dump)
err(gc.dump, '/no such folder/x')
err(gc.dump, 5)
err(gc.dump, None)
print(type(gc.get_objects()), gc.is_tracked(survivors))
