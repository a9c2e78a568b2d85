# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: range arithmetic: length, indexing, slices, equality, repr, containment.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(0, -5, -1)):
    print(r, len(r), list(r), r.start, r.stop, r.step, list(r[1:]), list(r[::-1]), r[::2], bool(r), sum(r))
r = range(1, 20, 4)
print(r[0], r[-1], r[2], 9 in r, 10 in r, 9.0 in r, 'a' in r, r.index(13), r.count(5), r.count(6), 21 in r, -3 in r)
for f in (lambda: r[5], lambda: r[-6], lambda: r['a'], lambda: r[1.0], lambda: r.index(2), lambda: range(1.0), lambda: range('a'), lambda: range(), lambda: range(1, 2, 0),
          lambda: range(1, 2, 3, 4), lambda: r + r, lambda: r < r, lambda: r[::0]):
    err(f)
print(range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) != range(4), hash(range(0, 3, 2)) == hash(range(0, 4, 2)))
print(r[1:3], r[-2:], r[::-1], r[10:], r[3:0:-2], range(10)[2:8][1:][::2], list(reversed(r)), list(reversed(range(0))))
def seta():
    r[0] = 1
def setb():
    r.start = 5
err(seta)
err(setb)
print(max(r), min(r), sorted(range(3, 0, -1)), tuple(range(2)), {range(2): 1}[range(2)], type(r).__name__)
