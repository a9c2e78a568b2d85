# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: T2.5: with automatic collection off allocation goes on until MemoryError; collecting gives all back.
# memory: 64k
# skip: always, asan, ubsan, debug, stress -- needs the limit
import gc
gc.collect()
base = gc.mem_alloc()
gc.disable()
hit = False
n = 0
try:
    while n < 1000000:
        [n, n]
        n += 1
except MemoryError:
    hit = True
was = gc.isenabled()
gc.enable()
gc.collect()
print(hit, was, n > 100)
print(gc.mem_alloc() - base < 1500)
x = 0
for i in range(20000):
    x += len([i, i])
print(x)
