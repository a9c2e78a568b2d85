# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: io-memory
# Shows: T4.2: a program that ends with generators, finalisers and files in flight ends cleanly.
class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        [self.n] * 10
def g():
    try:
        yield 1
        yield 2
    finally:
        x = [0] * 100
gens = [g() for _ in range(20)]
for it in gens:
    next(it)
objs = [D(i) for i in range(20)]
ring = []
ring.append(ring)
import io
f = io.StringIO()
f.write('never closed')
def rec(n):
    return [rec(n - 1), D(n)] if n else g()
tree = rec(10)
print('end reached', len(gens), len(objs))
