# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""list: methods and operators."""
a = [3, 1, 2]
print(a.append(9), a.extend([4, 5]), a.insert(0, 7), a.insert(-1, 8), a.insert(99, 6), a)
print(a.pop(), a.pop(0), a.pop(-2), a, a.index(2), a.index(9, 2), a.count(1), a.remove(1), a)
a.reverse(); print(a)
a.sort(); print(a)
a.sort(reverse=True); print(a)
a.sort(key=lambda x: x % 3); print(a)
b = a.copy(); b.clear(); print(a, b, a == a[:], a is a[:])
print([1] + [2, 3], [0] * 3, 2 * [1, 2], [] + [], [1, 2] == [1, 2], [1, [2]] != [1, [3]], 2 in [1, 2], 3 not in [1])
c = [1]; d = c; c += [2]; c *= 2; print(c, d is c)
for f in (lambda: a.remove(77)), (lambda: a.index(77)):
    try:
        f()
    except ValueError:
        print("not there")
for f in (lambda: [].pop()), (lambda: a.pop(50)), (lambda: a[50]), (lambda: a[-50]):
    try:
        f()
    except IndexError:
        print("no such item")
for f in (lambda: a["x"]), (lambda: [1, "a"].sort()), (lambda: [1] + (2,)), (lambda: a.extend(5)):
    try:
        f()
    except TypeError:
        print("types")
e = [1, 2]; e.append(e); print(e, len(e))
print(sorted([(2, "b"), (1, "z"), (2, "a")]), list(), list((1, 2)), list({5: 6}), list("ab"), [*range(3), *"x"], len([None]))
words = ["pear", "Fig", "apple", "kiwi"]
words.sort(key=len); print(words)
words.sort(key=str.lower, reverse=True); print(words)
