# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: round with negative digits, abs, divmod on integers.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for n in (5, 15, 25, 35, -5, -15, 14, 16, 149, 150, 151, 250, -250):
    print(n, round(n, -1), round(n, -2), round(n), round(n, 5), round(n, None))
print(round(10**20 + 5, -1), round(-(10**20) - 15, -1), round(5, -1), round(123456789, -9), round(7, -30))
print(abs(-5), abs(5), abs(-10**25), abs(False))
print(divmod(7, 2), divmod(-7, 2), divmod(7, 2.0), divmod(True, 1))
err(round, "a")
err(round, 1, "a")
err(abs, "a")
err(divmod, 1, "a")
err(round, 1, 1.5)
class R:
    def __round__(self, n=7):
        return ("rounded", n)
    def __abs__(self):
        return "abs!"
print(round(R()), round(R(), 2), abs(R()))
