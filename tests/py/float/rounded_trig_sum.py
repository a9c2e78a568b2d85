# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: math, percent
# Shows: A numeric loop whose rounded results agree in single and double precision.
import math
def integrate(f, a, b, n):
    h = (b - a) / n
    total = 0.0
    for i in range(n):
        total += f(a + (i + 0.5) * h)
    return total * h
print("%.3f" % integrate(lambda x: x * x, 0, 3, 64))
print("%.3f" % integrate(math.sin, 0, math.pi, 64))
print("%.2f" % integrate(math.exp, 0, 1, 32))
def newton(x):
    g = x
    for _ in range(20):
        g = (g + x / g) / 2
    return g
for v in (2.0, 9.0, 144.0, 0.25):
    print("%.4f" % newton(v))
pts = [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (3.0, 7.0)]
n = len(pts)
sx = sum(p[0] for p in pts)
sy = sum(p[1] for p in pts)
sxx = sum(x * x for x, _ in pts)
sxy = sum(x * y for x, y in pts)
slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
print(slope, (sy - slope * sx) / n)
