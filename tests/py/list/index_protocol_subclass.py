# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Subclasses of list and overridden container methods.
class Stack(list):
    push = list.append
    def top(self):
        return self[-1]
    def __repr__(self):
        return 'Stack' + super().__repr__()
s = Stack([1, 2])
s.push(3)
print(s, s.top(), len(s), s == [1, 2, 3], isinstance(s, list), s[::-1], type(s[:]).__name__, s + [4], type(s + [4]).__name__, sorted(s, reverse=True))
s.name = 'n'
print(s.name, s.pop(), s, [*s], sum(s), 2 in s)
class Default(list):
    def __getitem__(self, i):
        try:
            return super().__getitem__(i)
        except IndexError:
            return 'none'
    def __contains__(self, x):
        return x == 'magic' or list.__contains__(self, x)
    def __len__(self):
        return 42
d = Default('ab')
print(d[0], d[99], 'magic' in d, 'b' in d, 'z' in d, len(d), list(d), bool(d))
class Logged(list):
    def __setitem__(self, i, v):
        print('set', i, v)
        super().__setitem__(i, v)
    def __delitem__(self, i):
        print('del', i)
        super().__delitem__(i)
    def __iadd__(self, o):
        print('iadd', o)
        return super().__iadd__(o)
l = Logged([1, 2, 3, 4])
l[0] = 9
l[1:3] = [7]
del l[0]
del l[-1:]
l += [5]
print(l, type(l).__name__)
