# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: Sorting with comparisons that raise, lie, or touch the list.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class K:
    calls = 0
    def __init__(self, v):
        self.v = v
    def __lt__(self, o):
        K.calls += 1
        return self.v < o.v
    def __repr__(self):
        return 'K%d' % self.v
print(sorted([K(3), K(1), K(2)]), K.calls > 0)
class Boom:
    def __lt__(self, o):
        raise RuntimeError('no order')
err(sorted, [Boom(), Boom()])
a = [5, 4, 3, 2, 1]
def key(x):
    a.append(x)
    return x
try:
    a.sort(key=key)
    print('no error')
except ValueError as e:
    print(type(e).__name__, e)
print(len(a) >= 5)
b = [3, 2, 1]
seen = []
def key2(x):
    seen.append(len(b))
    return x
b.sort(key=key2)
print(b, seen)
c = [2, 1, 3]
def bad(x):
    if x == 3:
        raise KeyError('at three')
    return x
err(c.sort, key=bad)
print(sorted(c))
class Rev(int):
    def __lt__(self, o):
        return int(self) > int(o)
print(sorted([Rev(1), Rev(3), Rev(2)]), min([Rev(1), Rev(3)]))
class Truthy:
    def __init__(self, n):
        self.n = n
    def __lt__(self, o):
        return [] if self.n >= o.n else [0]
print([t.n for t in sorted([Truthy(2), Truthy(1), Truthy(3)])])
class NI:
    def __lt__(self, o):
        return NotImplemented
err(sorted, [NI(), NI()])
