# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Integers of thousands of digits compute; absurd ones give MemoryError or OverflowError.
a = 3 ** 3000
b = 7 ** 1000
print(a % 1000007, (a * b) % 1000007, (a // b) % 1000007, len(hex(a)), (a * b) // b == a, a.bit_length())
s = str(7 ** 500)
print(len(s), s[:10], s[-10:], int(s) == 7 ** 500)
def attempt(f):
    try:
        f()
        return 'computed'
    except (MemoryError, OverflowError, ValueError):
        return 'refused'
big = 10 ** 30
print(attempt(lambda: 1 << big), attempt(lambda: 1 << 2 ** 62), attempt(lambda: 'a' * big), attempt(lambda: [0] * big), attempt(lambda: (0,) * 2 ** 62), attempt(lambda: bytes(2 ** 62)), attempt(lambda: bytearray(10 ** 17)), attempt(lambda: 'x'.ljust(10 ** 17)), attempt(lambda: 'x' * 10 ** 17), attempt(lambda: b'x' * 10 ** 17), attempt(lambda: '%*d' % (10 ** 17, 1)), attempt(lambda: format(1, '>100000000000000000')), attempt(lambda: 'x'.zfill(10 ** 17)), attempt(lambda: (1).to_bytes(10 ** 17, 'big')), attempt(lambda: list(range(10 ** 17))[0] if False else [0] * 10 ** 17))
print(big >> 1000, -big >> 1000, big ** 0, 1 ** big, 0 ** big, (-1) ** big, (-1) ** (big + 1), 5 % big)
