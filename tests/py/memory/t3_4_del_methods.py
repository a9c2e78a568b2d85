# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: T3.4: __del__ of unreachable objects runs once each, at the latest at a collection.
import gc
log = []
class D:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        log.append(self.n)
def make():
    for i in range(100):
        D(i)
make()
def stir(n):
    return [n] if n == 0 else stir(n - 1)
stir(50)
gc.collect()
stir(50)
gc.collect()
print(len(log) >= 90, len(log) == len(set(log)), all(0 <= n < 100 for n in log))
