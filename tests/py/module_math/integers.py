# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, math-more
# Shows: math.gcd, lcm, factorial, isqrt, comb, perm, floor, ceil, trunc, prod.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import math
print(math.gcd(12, 18), math.gcd(-12, 18), math.gcd(0, 5), math.gcd(0, 0), math.gcd(), math.gcd(12, 18, 27), math.gcd(2**100, 6**50), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(-4, 6, 10))
print(math.factorial(0), math.factorial(20), math.factorial(30), math.isqrt(0), math.isqrt(15), math.isqrt(16), math.isqrt(10**40), math.isqrt(10**40 - 1), math.comb(10, 3), math.comb(5, 7), math.comb(60, 30), math.perm(5, 2), math.perm(5), math.perm(3, 5), math.prod([1, 2, 3]), math.prod([]), math.prod([2, 3], start=10), math.prod([0.5, 4]))
print(math.floor(2.5), math.floor(-2.5), math.ceil(2.5), math.ceil(-2.5), math.trunc(-2.5), math.trunc(2.5), math.floor(5), math.ceil(10**30), math.floor(2.0**70), type(math.floor(1.0)).__name__)
for f, a in ((math.factorial, (-1,)), (math.factorial, (1.5,)), (math.factorial, ('a',)), (math.isqrt, (-1,)), (math.isqrt, (1.5,)), (math.comb, (-1, 2)), (math.comb, (1, -2)), (math.perm, (-1,)), (math.gcd, (1.5,)), (math.gcd, ('a',)), (math.floor, (float('nan'),)), (math.ceil, (float('inf'),)), (math.trunc, ('a',)), (math.floor, ('a',)), (math.prod, (5,)), (math.lcm, (1.5,))):
    err(f, *a)
class F:
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
    def __index__(self): return 12
print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.gcd(F(), 8), math.factorial(F()) == math.factorial(12), math.isqrt(F()))
