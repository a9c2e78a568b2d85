# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Comparing: chains, mixed types, min, max, sum, sorted and bool."""
for a, b in (1, 2), (2, 2), (-1, 1), (True, 1), (0, False):
    print(a < b, a <= b, a == b, a != b, a > b, a >= b, a is b)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 != 2 > 0, 3 > 2 in [2], not 1 < 2, (1 < 2) == True)


def say(n):
    print("say", n, end=" ")
    return n


print(say(1) < say(2) < say(3))
print(say(3) < say(2) < say(1))
print(say(0) and say(1), say(0) or say(1), not say(0))
print(min(3, 1, 2), max([3, 1, 2]), min("b", "a", key=lambda c: -ord(c)), max([], default=9), sum([1, 2, 3], 10), sum(()))
print(sorted([3, -1, 2]), sorted("hello"), sorted([3, -4, 1], key=abs, reverse=True))
print(all([1, 2]), all([0]), any([0, 3]), any([]), bool([]), bool("a"), bool(0), bool(()), bool({1: 2}), bool(None))
print("a" < "b", "a" < "aa", [1, 2] < [1, 3], (1, 2) < (1, 2, 3), "Z" < "a", b"a" < b"b")
print(1 == "1", [1] == (1,), None == 0, "" == b"", (1, 2) != [1, 2])
try:
    min([])
except ValueError:
    print("min of nothing")
