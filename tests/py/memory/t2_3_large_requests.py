# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, text-methods
# Shows: T2.3: requests of every size are met, zeroed, and given back.
import gc
for n in (0, 1, 7, 8, 15, 16, 17, 33, 127, 1000, 4097, 28161, 60000, 100000, 300000):
    b = bytearray(n)
    assert len(b) == n and not any(b[:100]) and not any(b[-100:])
    if n:
        b[0], b[-1] = 1, 2
    s = 'x' * n
    t = (None,) * (n // 8)
    assert len(s) == n and len(t) == n // 8 and s.count('x') == n
    if n:
        assert b[-1] == 2
    print(n, len(b), len(s), len(t))
    del b, s, t
    gc.collect()
l = []
for i in range(12):
    l.append(bytearray(2 ** i * 16))
print([len(x) for x in l], sum(len(x) for x in l))
for i in range(0, 12, 2):
    l[i] = None
gc.collect()
print(len(bytearray(30000)), [len(x) for x in l if x is not None])
