# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: process_time counts what the program works, not what it waits.
import time

a, b = time.process_time(), time.perf_counter()
time.sleep(0.2)
worked, waited = time.process_time() - a, time.perf_counter() - b
print(waited >= 0.19, worked < waited)


def work():
    a = time.process_time_ns()
    x = 0
    while time.process_time_ns() - a < 2000000:
        x += 1
    return x


print(work() > 0, type(time.process_time_ns()), type(time.process_time()), time.process_time() >= 0)
