# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Classes: attributes, methods, special methods, class and static methods."""
class Point:
    count = 0

    def __init__(self, x, y=0):
        self.x, self.y = x, y
        type(self).count += 1

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __bool__(self):
        return self.x != 0

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __call__(self, k):
        return Point(self.x * k, self.y * k)

    @classmethod
    def origin(cls):
        return cls(0)

    @staticmethod
    def name():
        return "point"


p, q = Point(1, 2), Point(3)
print(p, q, p + q, p == Point(1, 2), p != q, p == 5, -p, p(3), p[0], p[-1], list(p), len(p), bool(Point(0, 1)), Point.count)
print(Point.origin(), p.origin(), Point.name(), p.name(), Point.__name__, type(p) is Point, isinstance(p, Point), p.__class__ is Point)
p.x += 10
p.extra = "e"
print(p.x, p.extra, hasattr(p, "extra"), hasattr(q, "extra"), getattr(q, "extra", "none"), p.__dict__)
del p.extra
setattr(p, "y", 7)
print(p, sorted(p.__dict__), vars(q) if False else q.__dict__)
try:
    p.extra
except AttributeError:
    print("no attribute")
try:
    del p.extra
except AttributeError:
    print("nothing to delete")
try:
    hash(p)
except TypeError:
    print("no hash")
m = p.__repr__
print(m(), Point.__repr__(q), Point.count == p.count)
p.count = -1
print(p.count, Point.count > 0)


class Table:
    def __init__(self):
        self.d = {}

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __getattr__(self, name):
        return "made " + name


t = Table()
t["a"] = 1
t[1, 2] = 3
del t["a"]
print(t.d, t.anything)
