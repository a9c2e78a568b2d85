# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set
# Shows: Tuple subclasses as records, with __new__, properties, and many small tuples.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    x = property(lambda self: self[0])
    y = property(lambda self: self[1])
    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)
    def __repr__(self):
        return 'Point(%r, %r)' % self
p = Point(1, 2) + Point(3, 4)
print(p, p.x, p.y, p == (4, 6), hash(p) == hash((4, 6)), isinstance(p, tuple), len(p), [*p], {p: 1}[(4, 6)], p * 2, p[::-1])
a, b = p
print(a, b, p < Point(5, 0), sorted([Point(2, 1), Point(1, 9)]), '%d-%d' % p)
def set_():
    p.x = 5
err(set_)
pts = [(i % 7, -i) for i in range(50)]
print(sorted(pts)[:5], max(pts), min(pts, key=lambda q: q[1]), len(set(pts)), dict(pts)[3])
print(tuple((i, (i,) * i) for i in range(4)), ((1, 2),) * 2, (*range(3), *'ab'), tuple(x for x in ()))
