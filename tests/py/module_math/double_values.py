# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, double, math-more
# Shows: Elementary functions to full double precision where results are well defined.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import math
print(math.pi, math.e, math.tau, math.sqrt(2), math.sqrt(1e-300), math.hypot(1e200, 1e200) > 1e200, math.fsum([0.1] * 10), math.fsum([1e16, 1.0, -1e16]), math.log2(2**1000), math.log(10**400) > 921, math.frexp(1e300), math.ldexp(0.5, -1000), math.nextafter(1.0, 2.0), math.ulp(1.0))
print(math.floor(1e300) == int(1e300), math.isqrt(2**200 + 1), math.trunc(1e20), math.ceil(2**52 + 0.5), math.modf(1e15 + 0.5), math.fmod(1e15, 7), math.degrees(math.pi), math.radians(180), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1 + 1e-8), math.gamma(20) == math.factorial(19), math.copysign(0.0, -1))
err(math.exp, 1000)
err(math.pow, 10, 400)
err(math.ldexp, 1.0, 5000)
err(math.cosh, 1000)
err(math.gamma, 200)
print(math.ldexp(1.0, -5000), math.exp(-1000), math.expm1(1e-10) > 0, math.log1p(1e-10) > 0, math.atan2(-0.0, -1.0) < 0)
