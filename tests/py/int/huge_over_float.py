# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, double
# Shows: Integers too large for a float give OverflowError; exact comparisons near 2**53.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53))
print(10**22 == 1e22, 10**23 == 1e23, 10**23 < 1e23, int(1e23))
err(float, 10**400)
err(lambda: 10**400 / 3)
err(lambda: 10**400 * 1.0)
err(lambda: 1.5 + 10**400)
print(10**400 > 1e308, 10**400 == float("inf"), 10**400 < float("inf"), -10**400 > float("-inf"))
print(10**400 / 10**399, 10**308 / 10**10, 1 / 10**300)
print(float(2**1023), float(123456789012345678901234567890))
print(int(1e100))
print(hash(2**53) == hash(float(2**53)))
