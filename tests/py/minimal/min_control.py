# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""if, while, for, break, continue, else, pass, del, assert, conditional expressions."""
def kind(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


print([kind(n) for n in (-5, 0, 5, 50)], "yes" if [] else "no", 1 if 0 else 2 if 0 else 3)
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print("ended", steps)
for a in range(2, 12):
    for b in range(2, a):
        if a % b == 0:
            break
    else:
        print(a, end=" ")
        continue
    if a == 9:
        break
print("left at", a)
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
    print(i, end=",")
else:
    print("never")
print()
while i > 0: i -= 3
print(i)
x = y = 1; del x
try:
    x
except NameError:
    print("deleted")
for i in []:
    pass
else:
    print("empty", i)


def search(grid, what):
    for r, row in enumerate(grid):
        for c, v in enumerate(row):
            if v == what:
                return r, c
    return None


print(search([[1, 2], [3, 4]], 3), search([], 1))
print(1 and 2, 0 and 2, 1 or 2, 0 or "", None or [] or "last", not "", not 1, 1 is 1, None is None, [] is not [])
if 1: print("one line")
if (
    n == 1
    and steps > 100
): print("over lines")
print(0 < i if i else "i is zero", ("a", "b")[i < 0], -3 // 2, 2 - -2, not True == False)
