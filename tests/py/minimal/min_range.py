# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""range: items, slices, comparing, iterating."""
for r in range(5), range(2, 8), range(0, 10, 3), range(5, 0, -2), range(0), range(3, 3), range(1, 10, 100):
    print(r, len(r), list(r), list(reversed(r)), r[1:], bool(r), r.start, r.stop, r.step)
r = range(0, 100, 7)
print(r[3], r[-1], r[2:5], r[::-1], 21 in r, 22 in r, "a" in r, r.index(14), r.count(14), r.count(15), max(r), sum(r))
print(range(3) == range(0, 3), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), range(2) != range(3))
for f in (lambda: r[99]), (lambda: range(0)[0]):
    try:
        f()
    except IndexError:
        print("no such item")
for f in (lambda: range(1, 2, 0)), (lambda: r.index(5)):
    try:
        f()
    except ValueError:
        print("value")
for f in (lambda: range()), (lambda: range("a")), (lambda: range(1, 2, 3, 4)), (lambda: range(None)):
    try:
        f()
    except TypeError:
        print("types")
total = 0
for i in range(10):
    if i == 3:
        continue
    if i == 7:
        break
    i = i * 100
    total += i
else:
    print("never")
print(total, i)
for i in range(0):
    pass
else:
    print("no turn", i)
a, *b = range(4)
print(a, b, [x for x in range(10) if x % 2], *range(3))
