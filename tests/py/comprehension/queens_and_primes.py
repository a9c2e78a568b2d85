# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: Programs in one expression: queens, primes, pythagorean triples, transposes, anagrams.
def queens(n, cols=()):
    return [cols] if len(cols) == n else [s for c in range(n) if all(c != x and abs(c - x) != len(cols) - i for i, x in enumerate(cols)) for s in queens(n, cols + (c,))]
print([len(queens(n)) for n in range(1, 8)], queens(6))
print([n for n in range(2, 60) if all(n % d for d in range(2, int(n ** 0.5) + 1))])
print([(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [[sum(a * b for a, b in zip(r, c)) for c in zip(*[[1, 0], [0, 1], [2, 2]])] for r in m])
words = 'stop pots spot opts tops post dog god act cat'.split()
print({k: [w for w in words if ''.join(sorted(w)) == k] for k in {''.join(sorted(w)): 0 for w in words}})
pascal = [[1]]
[pascal.append([1] + [a + b for a, b in zip(pascal[-1], pascal[-1][1:])] + [1]) for _ in range(8)]
print(pascal)
qs = lambda l: l if len(l) < 2 else qs([x for x in l[1:] if x < l[0]]) + [l[0]] + qs([x for x in l[1:] if x >= l[0]])
print(qs([3, 6, 1, 8, 2, 9, 2]), qs(list('quicksort')))
print([''.join('#' if (x & y) == 0 else '.' for x in range(8)) for y in range(8)])
print({(x, y): x ^ y for x in range(3) for y in range(3) if x != y})
fizz = [('Fizz' * (i % 3 == 0) + 'Buzz' * (i % 5 == 0)) or i for i in range(1, 16)]
print(fizz)
