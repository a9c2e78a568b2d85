# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Augmented operators over big values in loops and containers.
x = 1
for i in range(1, 40):
    x *= i
    x += 1
    x ^= 1 << i
    x |= 1
    if i % 7 == 0: x //= 3
    if i % 11 == 0: x -= 10 ** i
print(x, x % 97, -x >> 3)
d = {'n': 2}
for _ in range(7): d['n'] **= 2
print(d['n'], len(str(d['n'])))
l = [2**31 - 1, -2**31, 2**63 - 1, -2**63, 2**30, 2**62]
for i in range(len(l)):
    l[i] += 1
    l[i] <<= 1
    l[i] -= 2
    l[i] >>= 1
print(l)
class O: v = 10**18
o = O()
o.v *= 10**18
o.v -= 1
print(o.v, O.v)
n = 600851475143 * 10**12 + 39
f, fs = 2, []
while f * f <= n and f < 3000:
    while n % f == 0:
        fs.append(f)
        n //= f
    f += 1
print(fs, n)
s = 0
for i in range(2**62 - 3, 2**62 + 3): s += i
for i in range(2**30 - 3, 2**30 + 3): s -= i
print(s, sum(range(2**31 - 5, 2**31 + 5)), sum(2**i for i in range(100)))
m = 2**64
while m > 1: m, prev = m // 3, m
print(m, prev)
