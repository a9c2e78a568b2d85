# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray
# Shows: T9: under the heap lock every allocation fails, nothing is lost, and the lock is nested.
import micropython
l = [1, 2, 3]
d = {}
out = [None] * 8
def t_list():
    try:
        return [1, 2, 3, 4, 5, 6]
    except MemoryError:
        return 'MemoryError'
def t_bytes():
    try:
        return bytearray(500)
    except MemoryError:
        return 'MemoryError'
def t_append():
    try:
        for i in range(500):
            l.append(i)
    except MemoryError:
        return 'MemoryError'
t_list(); t_bytes()
print(bool(micropython.heap_locked()))
micropython.heap_lock()
out[0] = t_list()
out[1] = t_bytes()
out[2] = micropython.heap_locked() > 0
micropython.heap_lock()
micropython.heap_unlock()
out[3] = micropython.heap_locked() > 0
out[4] = t_append()
out[5] = 1 + 2
micropython.heap_unlock()
print(out)
print(bool(micropython.heap_locked()), t_list(), len(t_bytes()))
print(l[:3], all(l[i + 3] == i for i in range(len(l) - 3)), len(l) < 503)
l[3:] = []
for i in range(100):
    l.append(i)
print(len(l), l[-1])
