# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, unicode
# Shows: int() of text: bases, underscores, blanks, signs, prefixes, and its errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for s, b in (("42", 10), (" \t-42\n", 10), ("+7", 10), ("0x1f", 16), ("1F", 16), ("0b101", 2), ("0o17", 8),
             ("0x1f", 0), ("0b101", 0), ("0o17", 0), ("zz", 36), ("1_000_000", 10), ("0x_ff", 0), ("00", 0),
             ("-0xFF", 16), ("123456789" * 5, 10), ("f" * 40, 16), ("-" + "z" * 25, 36)):
    print(repr(s), b, int(s, b))
for s, b in (("", 10), ("  ", 10), ("-", 10), ("1 2", 10), ("0x", 16), ("12", 2), ("1__0", 10), ("_1", 10), ("1_", 10),
             ("010", 0), ("1.5", 10), ("g", 16), ("- 1", 10), ("9", 8), ("1e5", 10)):
    err(int, s, b)
err(int, "5", 1)
err(int, "5", 37)
err(int, "5", -1)
err(int, 5, 10)
err(int, None)
err(int, [])
print(int("5", base=8), int(), int(3.99), int(-3.99), int(True), int(1e3))
print(int(b"12"), int(bytearray(b"-7")), int("٣"))
err(int, "\u20ac1")
err(int, float("nan"))
err(int, float("inf"))
err(int, b"x1")
