# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, random
# Shows: Each distribution has its mean, and its numbers are in its range, also with single precision.
import random

random.seed(11)


def mean(name, f, want, low=None, high=None):
    numbers = [f() for i in range(800)]
    m = sum(numbers) / len(numbers)
    print(name, abs(m - want) <= 0.1 * abs(want) + 0.1, low is None or min(numbers) >= low, high is None or max(numbers) <= high)


mean("uniform", lambda: random.uniform(2, 5), 3.5, 2, 5)
mean("triangular", lambda: random.triangular(0, 9, 3), 4, 0, 9)
mean("gauss", lambda: random.gauss(5, 2), 5)
mean("normalvariate", lambda: random.normalvariate(5, 2), 5)
mean("lognormvariate", lambda: random.lognormvariate(0, 0.5), 1.1331, 0)
mean("expovariate", lambda: random.expovariate(0.5), 2, 0)
for alpha in (0.5, 1, 3.5):
    mean("gammavariate", lambda: random.gammavariate(alpha, 2), 2 * alpha, 0)
mean("betavariate", lambda: random.betavariate(2, 3), 0.4, 0, 1)
for kappa in (0, 1, 1000, 100000):
    mean("vonmisesvariate", lambda: random.vonmisesvariate(3, kappa), 3.14159 if kappa == 0 else 3, 0, 6.2832)
mean("paretovariate", lambda: random.paretovariate(3), 1.5, 1)
mean("weibullvariate", lambda: random.weibullvariate(1, 1.5), 0.9027, 0)
