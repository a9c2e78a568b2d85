# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: micropython.const returns its argument; constants fold or not, the values are right.
from micropython import const
A = const(5)
_B = const(A + 1) if True else 0
C = const(0x1F << 3)
S = const('text')
print(A, _B, C, S, const(-1), const(2**70), const((1, 2)))
def f():
    return A + _B
print(f())
class K:
    X = const(7)
    def g(self): return self.X
print(K().g(), K.X)
try:
    const()
except TypeError:
    print('TypeError')
import micropython
print(micropython.const is const, micropython.const(1.5))
