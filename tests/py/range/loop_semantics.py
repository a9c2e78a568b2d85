# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: for over range: loop variable changes, else, reuse, nesting, steps of a variable.
for i in range(5):
    print(i, end=' ')
    i += 10
print(i)
r = range(3)
print([(a, b) for a in r for b in r if a < b], list(r), list(r))
it = iter(r)
print(next(it), list(it), list(it))
for i in range(0):
    pass
else:
    print('empty else', i)
def f(n, step=1):
    t = 0
    for i in range(n, 0, -step):
        for j in range(i):
            t += j
    return t
print(f(10), f(10, 3), f(0), f(-5))
n = 3
for i in range(n):
    n = 0
    print(i, n)
for i in range(10, 0, -3):
    if i == 4:
        continue
    print(i)
x = [range(i) for i in range(4)]
print(x, [list(y) for y in x], sum(len(y) for y in x))
for i in range(3):
    for i in range(2):
        pass
    print(i)
