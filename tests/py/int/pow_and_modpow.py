# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: pow with two and three arguments, negative exponents, modular inverse.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(2 ** 0, 0 ** 0, (-2) ** 3, (-2) ** 4, -2 ** 2)
print(2 ** 100, (-3) ** 41, 10 ** 40)
print(2 ** -1, 2 ** -2, (-2) ** -1, 4 ** 0.5)
print(pow(3, 4), pow(2, 10, 1000), pow(7, 0, 13), pow(5, 3, 1), pow(0, 0, 1))
print(pow(2, 1000, 10**9 + 7), pow(-2, 3, 5), pow(3, 5, -7), pow(-3, 5, -7))
print(pow(12345678901234567890, 98765432109876543210, 10**18 + 9))
print(pow(3, -1, 11), pow(10, -3, 7), pow(2, -1, 10**9 + 7))
print(2 ** 3 ** 2, (2 ** 3) ** 2)
err(pow, 2, -1, 4)
err(pow, 2, 3, 0)
err(pow, 2, 3.0, 5)
err(pow, 0, -1)
err(pow, "a", 2)
err(pow, 2)
print(True ** 5, 5 ** False, pow(base=2, exp=5), pow(2, exp=5, mod=3))
