# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: T2.7: a hundred cycles from little to much use and back leave nothing behind.
import gc
def fill(n):
    return [[i, 'v%d' % i] for i in range(n)]
fill(2000)
gc.collect()
marks = []
for i in range(100):
    x = fill(500 + i % 7 * 100)
    assert x[-1][1] == 'v%d' % (len(x) - 1)
    x = None
    gc.collect()
    used = gc.mem_alloc()
    marks.append(used)
early, late = max(marks[10:40]), max(marks[70:])
assert late - early < 2500, (early, late)
print('cycles done', len(fill(10)))
