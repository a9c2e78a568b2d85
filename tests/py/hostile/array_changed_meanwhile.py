# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array
# Shows: What __index__ and __eq__ do to an array while its own method converts an argument is seen, and breaks nothing.
from array import array


class Empties:
    """An index, and something equal to all, that empties an array when it is asked."""
    def __init__(self, a, index=500):
        self.a, self.index = a, index

    def __index__(self):
        del self.a[:]
        return self.index

    def __eq__(self, other):
        del self.a[:]
        return True


def fresh():
    return array('i', range(1000))


a = fresh()
print(a[:Empties(a)], a[Empties(a):], len(a))
a = fresh()
a[Empties(a):] = array('i', [1, 2, 3])
print(a)
a = fresh()
del a[Empties(a):]
print(a)
for step in 2, -1, -3:
    a = fresh()
    print(a[::Empties(a, step)])
    a = fresh()
    del a[::Empties(a, step)]
    print(a)
    a = fresh()
    try:
        a[::Empties(a, step)] = array('i', [7] * 500)
    except ValueError as e:
        print(e)
    print(a)
a = fresh()
for act in (lambda: a[Empties(a, 5)], lambda: a[Empties(a, -1)], lambda: a.pop(Empties(a, 3)),
            lambda: a.__setitem__(Empties(a, 5), 1)):
    a = fresh()
    try:
        act()
    except IndexError as e:
        print(e)
    print(a)
a = fresh()
print(a * Empties(a, 2), len(a))
for act in (lambda: a.remove(Empties(a)), lambda: a.index(Empties(a)), lambda: a.count(Empties(a)), lambda: Empties(a) in a):
    a = fresh()
    print(act(), a)

# Grown meanwhile, a negative index counts from the new end.
class Grows:
    def __index__(self):
        a.append(77)
        return -1


a = array('i', [1, 2])
print(a[Grows()], a)

# A list that changes while an array takes it: what was there before stays.
items = [1, 2, 3]
class Clears:
    def __index__(self):
        items.clear()
        return 5


items[1] = Clears()
a = array('i', [9])
try:
    a.fromlist(items)
except RuntimeError as e:
    print(e)
print(a)
a = array('b', range(6))
a[::2] = array('b')
print(a)
print(len(array('h', [1, 2, 3]) * 1001), (array('h', [1, 2, 3]) * 1001)[-3:])
