# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float
# Shows: hex, oct, bin, str of small, negative and big integers.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for n in (0, 1, -1, 255, -256, 2**31, -2**31, 2**64, -2**64 - 1, 10**30):
    print(str(n), hex(n), oct(n), bin(n), repr(n) == str(n))
print(hex(True), bin(False))
n = 10**200 + 7
s = str(n)
print(len(s), s[:5], s[-5:], int(s) == n)
print(str(-(10**64)), str(10**9 * 10**9), str(10**18 - 1))
err(hex, 1.5)
err(bin, "a")
err(oct, None)
class I:
    def __index__(self):
        return 10
print(hex(I()), bin(I()), oct(I()))
print(0xdead_beef, 0b1111_0000, 0o7_7, 1_000, 0XFF, 0B11, 0O17)
