# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: round halves to even, with digits, to int, and negative digits.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 0.25, 2.75, -7.25, 1e3):
    print(x, round(x), round(x, 1), round(x, -1), int(x), type(round(x)), type(round(x, 0)))
print(round(0.125, 2), round(0.375, 2), round(1234.5, -2), round(-1234.5, -2), round(5.0, -1), round(15.0, -1))
print(round(1.5, None), round(2.0**40), round(-0.25), round(0.5, 10))
print(int(2.0**70), int(-2.0**70), int(-0.9), round(123456.0, -3))
err(round, 1.5, 1.5)
err(round, 1.5, "a")
err(lambda: round())
print(round(number=2.5, ndigits=0))
