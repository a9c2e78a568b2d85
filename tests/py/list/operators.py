# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: +, *, in-place forms, comparison, and their errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a = [1, 2]
b = a
a += [3]
a += 'xy'
a += (i for i in (7, 8))
a *= 2
print(a, b is a)
a = a + [0]
print(b is a, len(a), len(b))
print([1] * 0, [1] * -3, 3 * [0], [[]] * 2, [] + [], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] == [1, 2.0], [1] != [2], [1] == (1,))
g = [[0] * 2] * 2
g[0][0] = 1
print(g)
for f in (lambda: [1] + (2,), lambda: [1] + 5, lambda: [1] * 'a', lambda: [1] * 1.5, lambda: [1] < (1,), lambda: [1] < ['a'], lambda: [1] - [1],
          lambda: -[1], lambda: hash([1]), lambda: {[1]: 2}, lambda: [1]()):
    err(f)
def iadd():
    x = [1]
    x += 5
err(iadd)
print(1 in [1.0], 'a' in ['b'], [1] in [[1], [2]], None in [0], [] in [[]])
l = [1, 2, 3]
l *= 0
print(l)
m = [1]
m += m
m += m
m.extend(m)
print(m)
