# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float-hex, hex
# Shows: as_integer_ratio, is_integer, hex, fromhex, conjugate.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for x in (0.0, 0.5, -2.25, 1024.0, 3.0, 0.0009765625):
    print(x, x.as_integer_ratio(), x.is_integer(), x.conjugate(), x.real, x.imag)
print(float.fromhex("0x1.8p1"), float.fromhex("-0x1p-2"), float.fromhex("inf"), float.fromhex("0x10"))
err(float("inf").as_integer_ratio)
err(float("nan").as_integer_ratio)
err(float.fromhex, "zz")
print((1.5).__add__(1), (1.5).__mul__("a"), (2.5).__int__(), (2.5).__bool__(), (1.5).__eq__(1.5), (2.0).__neg__())
