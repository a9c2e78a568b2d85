# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, math-more
# Shows: Domain and range errors, wrong types, and special values.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import math
inf, nan = math.inf, math.nan
for f, a in ((math.sqrt, (-1,)), (math.log, (0,)), (math.log, (-1,)), (math.log, (1, 0)), (math.log10, (0,)), (math.log2, (-5,)), (math.acos, (2,)), (math.asin, (-2,)), (math.acosh, (0,)), (math.atanh, (1,)), (math.pow, (0, -1)), (math.pow, (-1, 0.5)), (math.fmod, (1, 0)), (math.fmod, (inf, 1)),
             (math.sin, (inf,)), (math.cos, (-inf,)), (math.sqrt, ('a',)), (math.sqrt, (None,)), (math.sqrt, ()), (math.sqrt, (1, 2)), (math.log, (1, 1)), (math.gamma, (0,)), (math.gamma, (-1,)), (math.log1p, (-1,)), (math.sin, ([],)), (math.hypot, ('a', 1)), (math.atan2, (1,)), (math.ldexp, (1, 1.5)), (math.isclose, (1, 2, 3)), (math.exp, (10**5,)), (math.factorial, (10**20,))):
    try:
        print(f.__name__, a, f(*a))
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as e:
        print(f.__name__, a, type(e).__name__, e)
print(math.sqrt(inf), math.exp(-inf), math.exp(inf), math.atan(inf) > 1.5, math.log(inf), math.pow(inf, 0), math.pow(nan, 0), math.pow(1, nan), math.pow(0, inf), math.sqrt(nan), math.fmod(1, inf), math.copysign(inf, -1), math.frexp(inf), math.modf(inf), math.modf(-inf), math.hypot(inf, nan), math.tanh(inf), math.floor(-0.5), math.sqrt(0.0), math.sqrt(-0.0))
class F:
    def __float__(self): return 0.25
class B:
    def __float__(self): return 'x'
class I:
    def __index__(self): return 9
print(math.sqrt(F()), math.sqrt(I()))
err(math.sqrt, B())
err(lambda: math.nope)
