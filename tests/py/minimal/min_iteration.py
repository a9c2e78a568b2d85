# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""The iteration protocol: iter, next, __iter__, __getitem__, and what takes an iterator."""
class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Down(3)), [x for x in Down(2)], 1 in Down(3), 5 in Down(3), sum(Down(4)), sorted(Down(3)), dict(zip(Down(2), "ab")))
a, b, c = Down(3)
print(a, b, c, max(Down(5)), list(enumerate(Down(2), 10)), list(map(str, Down(2))), list(filter(None, Down(3))))


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


print(list(Old()), 20 in Old(), 25 in Old(), list(zip(Old(), Old())), [*Old()])


class Sized:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return "abc"[i]

    def __contains__(self, x):
        return x == "magic"

    def __reversed__(self):
        return iter("rev")


s = Sized()
print(len(s), list(s), "magic" in s, "a" in s, list(reversed(s)), bool(s))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None), iter(it) is it)
n = [0]


def step():
    n[0] += 1
    return n[0]


print(list(iter(step, 4)), list(reversed([1, 2, 3])), list(reversed("ab")), list(zip()), list(zip([1, 2, 3], "ab")), list(enumerate("xy")))
for wrong in (lambda: iter(5)), (lambda: next([])), (lambda: [*5]), (lambda: list(5)):
    try:
        wrong()
    except TypeError:
        print("no iterator")
items = [1, 2, 3]
for x in items:
    if x < 3:
        items.append(x * 10)
print(items)
i = iter({"a": 1, "b": 2})
print(next(i), next(i), next(i, "end"))
