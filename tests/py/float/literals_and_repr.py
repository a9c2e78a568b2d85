# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Float literals and repr in fixed and exponent form, exact values only.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(0.5, .5, 5., 1e3, 1E3, 1e-1 * 10, 2.5e+2, 0.0, -0.0, 1_0.2_5)
print(100.0, 1e5, 123456.0, 0.25, 0.125, 0.0625, 0.03125, 1.5e10)
print(1.0, -1.0, 1234.5, 16777216.0, 0.001953125)
print(2.0 ** -10, 2.0 ** 10, 2.0**-20 * 2**20)
print(repr(0.1), repr(0.2), str(3.14), repr(1e16), repr(1e-5), repr(1e-4), repr(1e20), repr(2.5e-7))
print([0.5, 1.0], (2.0,), {1.5: -0.5})
print(float("inf"), float("-inf"), float("nan"), -float("inf"))
print(float("1e2"), float("  -2.5\n"), float("+.5"), float("5."), float("1_0.5"), float("Infinity"), float("-iNf"), float("NaN"))
for s in ("", " ", ".", "1e", "e5", "1.2.3", "1__0", "0x10", "--1", "1 2", "in", "nanx", "1_"):
    err(float, s)
print(float(), float(5), float(True), float(b"2.5"))
