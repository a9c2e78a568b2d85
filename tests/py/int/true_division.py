# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: True division of ints gives floats, also between huge values.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(1 / 2, -1 / 2, 6 / 3, 0 / 5, 7 / 4, -7 / 8)
print(10**30 / 10**30, 2**200 / 2**199, -(2**100) / 2**102, 3 * 2**150 / 2**151)
print(type(4 / 2), 2**60 / 2**58)
err(lambda: 1 / 0)
err(lambda: 10**40 / 0)
err(lambda: 0 / 0)
x = 5
x /= 2
print(x)
x //= 1
print(x)
x = 10**25
x //= 10**24
print(x)
