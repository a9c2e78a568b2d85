# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Digits of pi with a streaming spigot on integers of any size."""


def digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out.append(n)
            r, n, q = 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n, q * 10
        else:
            r, n, q, t, k, l = (
                (2 * q + r) * l,
                (q * (7 * k + 2) + r * l) // (t * l),
                q * k,
                t * l,
                k + 1,
                l + 2,
            )
    return out


result = digits(2600)
checksum = 0
for d in result:
    checksum = (checksum * 10 + d) % 998244353
print("pidigits", "".join(str(d) for d in result[-10:]), checksum)
