# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: math-more, percent
# Shows: math in programs: primes, Bezier points, statistics, distances, rounding policies.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import math
def is_prime(n): return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))
print([n for n in range(80, 130) if is_prime(n)], is_prime(7919 * 7919), math.gcd(*[n * 12 for n in range(1, 6)]), math.lcm(*range(1, 21)), math.prod(range(1, 15)) == math.factorial(14), math.comb(52, 5), [math.comb(6, k) for k in range(7)], sum(math.perm(4, k) for k in range(5)))
def phi(n): return sum(math.gcd(n, k) == 1 for k in range(1, n + 1))
print([phi(n) for n in range(1, 16)], sum(phi(d) for d in range(1, 37) if 36 % d == 0))
pts = [(0, 0), (3, 4), (6, 8), (-3, -4)]
print([math.hypot(*p) for p in pts], [math.dist(pts[0], p) for p in pts], max(math.dist(a, b) for a in pts for b in pts))
angle = lambda x, y: round(math.degrees(math.atan2(y, x)), 2)
print([angle(x, y) for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, -1))], '%.3f' % math.cos(math.radians(60)), '%.3f' % math.tan(math.pi / 4))
def quad(a, b, c):
    d = b * b - 4 * a * c
    if d < 0: raise ValueError('complex roots, d=%d' % d)
    r = math.sqrt(d)
    return (-b - r) / (2 * a), (-b + r) / (2 * a)
print(quad(1, -3, 2), quad(2, 4, 2), quad(1, 0, -16))
err(quad, 1, 0, 1)
data = [2, 4, 4, 4, 5, 5, 7, 9]
m = sum(data) / len(data)
print(m, math.sqrt(sum((x - m) ** 2 for x in data) / len(data)), sorted(data)[len(data) // 2], math.floor(-0.5), math.ceil(-0.5), math.trunc(-1.5), round(-1.5), int(-1.5), [math.floor(x / 4) for x in (-5, -4, 3, 4)], [math.copysign(1, x) for x in (0.0, -0.0, -2)])
log = lambda n: math.floor(math.log10(n) + 1e-6)
print([log(10 ** k) for k in range(1, 8)], [math.frexp(2.0 ** k) for k in (-2, 0, 3)], [math.ldexp(m, e) for m, e in ((0.75, 3), (-0.5, 1))], [math.modf(x) for x in (3.25, -0.5)], math.fmod(-7, 3), -7 % 3, math.isclose(math.sqrt(2) ** 2, 2, rel_tol=1e-5))
