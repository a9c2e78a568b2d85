# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: time functions return increasing, plausible values; sleep waits; errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

import time
t = time.time()
print(t > 1.6e9 if t > 1e6 else t >= 0, type(t).__name__ in ('float', 'int'))
a = time.monotonic_ns()
time.sleep(0.02)
b = time.monotonic_ns()
print(b > a, b - a >= 15000000, time.monotonic() <= time.monotonic())
n1 = time.monotonic_ns()
n2 = time.monotonic_ns()
print(type(n1).__name__, n2 >= n1, type(time.time_ns()).__name__, time.time_ns() > 0, time.perf_counter() <= time.perf_counter())
err(time.sleep, -1)
err(time.sleep, 'a')
err(time.sleep)
time.sleep(0)
time.sleep(0.001)
print(time.perf_counter_ns() > 0 if hasattr(time, 'perf_counter_ns') else True)
p = time.process_time() if hasattr(time, 'process_time') else 0
print(p >= 0)
