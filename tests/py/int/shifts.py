# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: Left and right shifts, negative values, very large counts and their errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(1 << 0, 1 << 31, 1 << 63, 1 << 100, -1 << 10, -1 << 64)
print(1 >> 1, -1 >> 1, -1 >> 1000, 7 >> 1, -7 >> 1, -8 >> 3, -9 >> 3)
print((1 << 100) >> 99, (1 << 100) >> 101, -(1 << 100) >> 99, -(1 << 100) >> 101)
print(-(2**100 + 1) >> 100, -(2**100) >> 100)
print(5 >> 10**20, -5 >> 10**20, 0 << 10**3)
for s in range(0, 140, 13):
    v = 0x123456789abcdef0123456789abcdef
    assert v >> s == v // 2 ** s
    assert -v >> s == -v // 2 ** s
    assert v << s == v * 2 ** s
    print(s, v >> s, -v >> s)
err(lambda: 1 << -1)
err(lambda: 1 >> -1)
err(lambda: 10**30 >> -1)
err(lambda: 1 << 1.0)
err(lambda: "a" >> 1)
x = 1
x <<= 70
x >>= 69
print(x)
