# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Small ints: + - * // % ** and divmod, with all signs."""
for a in 7, -7, 0, 1000:
    for b in 3, -3, 1, 100:
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b))
for a in 0, 1, 2, -3:
    print([a**n for n in range(6)], -(a**2), (-a) ** 3, abs(a), +a, ~a)
x = 5
x += 3; x -= 1; x *= 4; x //= 3; x %= 5; x **= 3
print(x)
print(2**28, -(2**28), 2**14 * 2**14 - 1, 536870911 - 1, -536870911)
for f in (lambda: 1 // 0), (lambda: 1 % 0), (lambda: divmod(1, 0)), (lambda: 0**-1 if False else 1 // (5 - 5)):
    try:
        f()
    except ZeroDivisionError:
        print("by zero")
for f in (lambda: 1 + "a"), (lambda: "a" - 1), (lambda: [] * []), (lambda: -"a"), (lambda: 1 < None):
    try:
        f()
    except TypeError:
        print("types")
