# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Unlocking what is not locked, objects made before and after, arithmetic under the lock.
import micropython
r = [0] * 10
d = {'a': 1, 'b': 2}
o = 'some text'
def small():
    n = 0
    i = 0
    while i < 100:
        n += i * 2 - 1
        i += 1
    return n
small()
micropython.heap_lock()
r[0] = small()
r[1] = d['a'] + d['b']
d['a'] = 5
r[2] = o == 'some text'
r[3] = len(o)
try:
    r[4] = 2**40 * 2**40
except MemoryError:
    r[4] = -1
r[5] = o is o
micropython.heap_unlock()
print(r[:4], r[4] in (-1, 2**80), r[5], d)
def locked(f):
    micropython.heap_lock()
    try:
        f()
        return 'no error'
    except MemoryError:
        return 'MemoryError'
    finally:
        micropython.heap_unlock()
print(locked(lambda: [0] * 100), locked(lambda: 'a' * 500), locked(lambda: {}.fromkeys('abcdefghijklmnop')), locked(lambda: 1 + 1))
print(bool(micropython.heap_locked()), [1] * 3, 'a' * 3)
