# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Big integer multiplication and division against algebraic identities.
a = 123456789012345678901234567890123456789
b = 987654321098765432109876543210
print(a * b)
print(a // b, a % b)
print(-a * b)
print(a ** 5)
f = 1
for i in range(1, 61):
    f *= i
print(f)
for i in range(60, 0, -1):
    q, r = divmod(f, i)
    assert r == 0
    f = q
print(f)
x = 3 ** 200
y = 7 ** 90
q, r = divmod(x, y)
print(q, r)
assert q * y + r == x
# divisors that make the quotient estimate overshoot
n = (1 << 192) - 1
d = (1 << 96) + 1
print(n // d, n % d)
n = (1 << 128) - (1 << 64)
d = (1 << 64) - 1
print(n // d, n % d)
n = 0x7fffffff80000000000000000000000000000000
d = 0x800000000000000000000001
print(hex(n // d), hex(n % d))
print((10**50 + 1) * (10**50 - 1) == 10**100 - 1)
