# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# skip: always -- 36,000 objects, and a collection and a move at each: many minutes
# Shows: T2.1: single survivors scattered among garbage keep their values through growth and collection.
import gc
def survivors(step, size):
    keep = []
    for i in range(3000):
        o = [i] * size
        if i % step == 0:
            keep.append(o)
    gc.collect()
    more = [(i, str(i)) for i in range(3000)]
    ok = all(k == [i * step] * size for i, k in enumerate(keep)) and all(m == (i, str(i)) for i, m in enumerate(more))
    return ok, len(keep)
for step in (3, 10, 100, 2999):
    for size in (1, 3, 6):
        print(step, size, survivors(step, size))
