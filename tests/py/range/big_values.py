# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int
# Shows: Ranges with bounds beyond a machine word.
big = 10**20
r = range(big, big + 5)
print(r, len(r), list(r), r[2], r[-1], big + 3 in r, big + 5 in r, r.index(big + 4), list(r[::-1]), list(reversed(r)))
print(list(range(2**31 - 2, 2**31 + 2)), list(range(-2**31 - 1, -2**31 + 2)), list(range(2**63 - 1, 2**63 + 2)), list(range(2**64, 2**64 - 3, -1)))
print(list(range(0, 3 * big, big)), list(range(2**62, 2**62 + 3)), list(range(-2**62 - 2, -2**62)), list(range(2**30 - 1, 2**30 + 1)))
n = 0
for i in range(-2**30 - 2, -2**30 + 2):
    n += i
print(n)
print(range(10**18)[10**17], (10**18 - 1) in range(10**18), range(0, 10**20, 7)[-1], bool(range(10**30)))
for i in range(big):
    if i == 3:
        break
print(i, range(-big, big, big), [x for x in range(-big, big + 1, big)])
def step(k):
    return [x for x in range(2**31 - 5, 2**31 + 5, k)]
print(step(3), step(7), step(2**40), [x for x in range(5, -2**40, -2**39)])
