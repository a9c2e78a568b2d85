# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set, text-methods
# Shows: Tuples as sort keys and dict keys with nested, mixed and equal parts.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

recs = [(3, 'c', None), (1, 'b', 2.5), (3, 'a', ()), (1, 'b', 1), (2, '', [])]
print(sorted(recs, key=lambda r: r[:2]), sorted(recs, key=lambda r: (-r[0], r[1])), min(recs, key=lambda r: (r[0], r[1], str(r[2]))))
err(sorted, [(1, None), (1, 2)])
err(sorted, [(1, 'a'), (1, 2)])
print(sorted([(1, None), (2, 'a'), (0, [])]), max([(1, 2), (1, 2, 3), (1,)]), sorted([(), (0,), (0, 0), (-1, 9)]))
v1 = tuple(map(int, '3.11.4'.split('.')))
print(v1 > (3, 9), v1 >= (3, 11), v1[:2] == (3, 11), (3, 11) < v1 < (3, 12), max((3, 9), (3, 10), v1))
d = {}
for i in range(4):
    for j in range(4):
        d[i, j] = d[(j, i)] = (i + 1) * (j + 1)
print(len(d), d[2, 3], d[3, 2], (1, 1) in d, (9, 9) in d, sum(d.values()), sorted(d)[:3], [k for k in d if d[k] == 4])
h = [hash(t) == hash(u) for t, u in (((1, 2), (1.0, 2.0)), ((True,), (1,)), (((),), ((),)), (('a', (b'b',)), ('a', (b'b',))))]
print(h, len({(1, 2), (1.0, 2), (True, 2), (2, 1)}), (1, (2, (3,))) == (1, (2, (3,))), (1, (2, (3,))) < (1, (2, (4,))))
path = {}
todo = [((0, 0), ())]
for pos, way in todo:
    if pos in path or max(map(abs, pos)) > 2: continue
    path[pos] = way
    todo += [((pos[0] + dx, pos[1] + dy), way + (n,)) for n, dx, dy in (('E', 1, 0), ('N', 0, 1), ('W', -1, 0), ('S', 0, -1))]
print(len(path), ''.join(path[2, -2]), ''.join(path[-1, 1]), max(map(len, path.values())))
a = (1, [2], {3: 4})
b = a + ()
a[1].append(5)
a[2]['k'] = 'v'
print(a, b, a == b, a[1] is b[1], a * 0, a.count([2, 5]), a.index({3: 4, 'k': 'v'}), [2, 5] in a)
err(hash, a)
err(lambda: {a: 1})
