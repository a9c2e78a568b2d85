# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, set
# Shows: T3: buffers and containers keep their contents through every reallocation.
b = bytearray()
l = []
d = {}
s = set()
t = ''
for i in range(2000):
    b.append(i & 255)
    l.append(i)
    d[i] = -i
    s.add(i)
    if i % 50 == 0:
        t += chr(65 + i // 50 % 26) * 7
        junk = [bytearray(i), (i,) * 9, str(i) * 9]
print(all(b[i] == i & 255 for i in range(2000)), l == list(range(2000)), all(d[i] == -i for i in range(2000)), s == set(range(2000)), len(t), t[:21], t[-7:])
while len(l) > 3:
    l.pop()
    b.pop()
    d.popitem()
print(l, b, d)
for i in range(50):
    x = [bytearray(i)] * i
    x.extend(x)
    x[i:] = [i]
    assert len(x) == i + 1 and x[-1] == i
g = []
for i in range(300):
    g.insert(i // 2, i)
print(g[:3], g[148:152], g[-3:], len(g))
