# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: T3.4: finalisers of a cycle see each other intact; one that raises does not stop the others.
import gc
seen = []
class P:
    def __init__(self, n):
        self.n, self.other = n, None
    def __del__(self):
        seen.append((self.n, self.other.n))
        if self.n % 10 == 0:
            raise ValueError('from a finaliser')
def make():
    for i in range(0, 80, 2):
        a, b = P(i), P(i + 1)
        a.other, b.other = b, a
make()
def stir(n):
    return 0 if n == 0 else stir(n - 1)
for _ in range(3):
    stir(60)
    gc.collect()
print(len(seen) >= 70, len(seen) == len(set(seen)), all(a ^ 1 == b for a, b in seen))
