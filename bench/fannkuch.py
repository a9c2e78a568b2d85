# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Fannkuch: the most flips of a prefix over all permutations."""


def fannkuch(n):
    perm = list(range(n))
    count = [0] * n
    max_flips = 0
    checksum = 0
    sign = 1
    while True:
        first = perm[0]
        if first:
            p = perm[:]
            flips = 1
            while True:
                other = p[first]
                if not other:
                    break
                p[first] = first
                if first > 2:
                    lo, hi = 1, first - 1
                    while lo < hi:
                        p[lo], p[hi] = p[hi], p[lo]
                        lo += 1
                        hi -= 1
                first = other
                flips += 1
            if flips > max_flips:
                max_flips = flips
            checksum += sign * flips
        if sign == 1:
            perm[0], perm[1] = perm[1], perm[0]
            sign = -1
        else:
            perm[1], perm[2] = perm[2], perm[1]
            sign = 1
            i = 2
            while True:
                if count[i] < i:
                    count[i] += 1
                    break
                if i == n - 1:
                    return checksum, max_flips
                count[i] = 0
                i += 1
                head = perm[0]
                for j in range(i):
                    perm[j] = perm[j + 1]
                perm[i] = head


print("fannkuch %d %d" % fannkuch(9))
