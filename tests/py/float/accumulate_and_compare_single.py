# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent, set
# Shows: Loops with halves and quarters stay exact; comparison chains and sorting of mixed numbers.
x = 0.0
vals = []
for i in range(40):
    x += 0.25 if i % 2 else -0.125
    if i % 10 == 9: vals.append(x)
print(vals, x)
h = 1.0
n = 0
while h > 0.001:
    h /= 2
    n += 1
print(h, n, h * 2 ** n)
print([i / 8 for i in range(-8, 9, 3)], [v for v in (0.5, 1, 1.5, 2) if 0.75 < v <= 1.5], 0.5 < 1 < 1.5 < 2 <= 2.0, 0.1 < 0.2 < 0.3, -0.5 < -0.25)
def mean(*a): return sum(a) / len(a)
def var(*a):
    m = mean(*a)
    return sum((v - m) ** 2 for v in a) / len(a)
print(mean(1, 2, 3, 4), var(1, 2, 3, 4), mean(0.5), var(2.0, 4.0))
pid = {'i': 0.0, 'last': 0.0}
def step(target, now):
    e = target - now
    pid['i'] += e * 0.125
    d = e - pid['last']
    pid['last'] = e
    return 0.5 * e + 0.25 * pid['i'] + 0.125 * d
t = 16.0
out = []
for _ in range(8):
    t += step(20.0, t)
    out.append('%.2f' % t)
print(out)
print(str(1.0), repr(-0.5), '%s' % 0.25, f'{2.5}', [0.75], (1.0,), {0.5: 0.5}, {1.0}, str([-0.0, 0.0]), 1.0 .__repr__(), 100000.0, 1234567.0, 0.125, -1048576.5)
