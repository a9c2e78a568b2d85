# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Lists, sets and dicts that __index__, __eq__, __hash__, __repr__, __len__ or a key function empties stay in order.
class Empties:
    def __init__(self, index=1):
        self.index = index

    def __index__(self):
        l.clear()
        return self.index

    def __eq__(self, other):
        l.clear()
        return False


def fresh():
    return list(range(100))


l = fresh()
print(l[Empties():50], l)
l = fresh()
l[Empties():50] = [1, 2]
print(l)
l = fresh()
del l[Empties():50]
print(l)
l = fresh()
del l[::Empties(-1)]
print(l)
l = fresh()
try:
    l[::Empties(-1)] = [1] * 100
except ValueError as e:
    print(e)
l = fresh()
l.insert(Empties(), 5)
print(l)
for act in (lambda: l[Empties()], lambda: l.__setitem__(Empties(), 5), lambda: l.pop(Empties()), lambda: l.__delitem__(Empties()),
            lambda: l.remove(Empties()), lambda: print(l.count(Empties()), Empties() in l)):
    l = fresh()
    try:
        act()
    except (IndexError, ValueError) as e:
        print(e)
    print(l)


class Grows:
    def __index__(self):
        l.append('new')
        return -1


l = [1, 2]
print(l[Grows()], l)


class Less:
    def __lt__(self, other):
        l.append(1)
        return True


l = [Less() for i in range(50)]
try:
    l.sort()
except ValueError as e:
    print(e, len(l))


class Odd:
    def __init__(self, table): self.table = table
    def __hash__(self): return 1
    def __eq__(self, other):
        self.table.clear()
        return False
    def __repr__(self):
        self.table.clear()
        return 'odd'


d = {}
for i in range(20):
    d[Odd(d)] = i
s = set()
for i in range(20):
    s.add(Odd(s))
print(len(d) < 20, len(s) < 20)
l = []
l.extend([Odd(l), Odd(l), 5])
print(l, l)
