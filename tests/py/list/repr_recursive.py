# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent, set
# Shows: repr of nested and self-containing containers.
a = [1]
a.append(a)
print(a, str(a), len(a), a[1][1][1] is a)
d = {}
d['self'] = d
d['list'] = a
print(d)
t = ([],)
t[0].append(t)
print(t)
m = [a, d]
a[0] = m
print(m)
print([None, True, 1.5, 'x', b'y', (1,), [], {}, {1}, range(3), ..., NotImplemented])
print([[[[[[]]]]]], [()], [{}], ((),), {(): []})
class C:
    def __init__(self):
        self.items = [self]
    def __repr__(self):
        return 'C(%r)' % (self.items is not None)
print(C().items, [C(), (C(),)])
b = [1]
b.append((b, {'k': b}))
print(b)
