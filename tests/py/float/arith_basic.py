# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Arithmetic on floats with exactly representable results.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(0.5 + 0.25, 1.5 - 2.25, 0.5 * 0.5, 1.0 / 4, 7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 % -2)
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7.5, -2.0), 2.0 ** 3, 2 ** 0.5 == 2.0 ** 0.5, 0.25 ** 0.5)
print(1 + 0.5, 0.5 + 1, 3 * 0.5, 3 - 0.5, 3 / 0.5, 3 // 0.5, 3 % 0.75)
print(-0.0, 0.0 == -0.0, str(0.0 * -1), abs(-0.0), -0.0 + 0.0, 0.0 // -1.0)
print(+1.5, -1.5, abs(-1.5), 1.5 .is_integer(), (2.0).is_integer())
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 1 / 0.0,
          lambda: 1.0 + "a", lambda: "a" * 1.0, lambda: 1.5 & 1, lambda: 1.5 << 1, lambda: [] + 1.0, lambda: -"a"):
    err(f)
x = 1.5
x += 1
x *= 2
x -= 0.5
x /= 2
x **= 2
print(x)
x //= 1
x %= 3
print(x)
print(isinstance(1.0, float), isinstance(1, float), type(1.0 * 1), type(2 ** -1))
