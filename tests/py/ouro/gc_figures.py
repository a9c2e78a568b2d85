# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, report
# Shows: gc.mem_free and gc.mem_alloc are ints that follow what is allocated.
import gc
gc.collect()
a = gc.mem_alloc()
f = gc.mem_free()
x = bytearray(4000)
b = gc.mem_alloc()
print(type(a) is int, type(f) is int, a > 0, f > 0)
print(4000 <= b - a < 5200)
x = None
gc.collect()
c = gc.mem_alloc()
print(abs(c - a) < 600)
l = [[i] for i in range(100)]
print(gc.mem_alloc() - c >= 800)
