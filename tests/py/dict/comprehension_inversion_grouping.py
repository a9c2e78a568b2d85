# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Inverting, grouping, counting, nesting and sorting dictionaries.
d = {'a': 1, 'b': 2, 'c': 1}
inv = {}
for k, v in d.items(): inv.setdefault(v, []).append(k)
print(inv, {v: k for k, v in d.items()}, {k: d[k] for k in sorted(d, reverse=True)}, dict(sorted(d.items(), key=lambda p: (-p[1], p[0]))), max(d, key=d.get), min(d.items(), key=lambda p: p[::-1]), sum(d.values()), sorted(d.values()))
rows = [{'n': 'x', 'g': 1, 'v': 5}, {'n': 'y', 'g': 2, 'v': 7}, {'n': 'z', 'g': 1, 'v': 9}]
by = {}
for r in rows: by.setdefault(r['g'], {}).setdefault('names', []).append(r['n'])
for r in rows: by[r['g']]['sum'] = by[r['g']].get('sum', 0) + r['v']
print(by, [r for r in rows if r.get('v', 0) > 6], [{k: v for k, v in r.items() if k != 'g'} for r in rows], {r['n']: r for r in rows}['y']['v'], {**rows[0], 'v': 0})
print([r['n'] for r in sorted(rows, key=lambda r: (-r['g'], r['v']))], {g: [r['v'] for r in rows if r['g'] == g] for g in {r['g']: 0 for r in rows}}, any('q' in r for r in rows), all(r['v'] for r in rows))
def flatten(d, prefix=''):
    for k, v in d.items():
        if isinstance(v, dict): yield from flatten(v, prefix + k + '.')
        else: yield prefix + k, v
print(dict(flatten({'a': {'b': {'c': 1}, 'd': 2}, 'e': 3, 'f': {}})))
def unflatten(d):
    out = {}
    for k, v in d.items():
        *path, last = k.split('.')
        cur = out
        for p in path: cur = cur.setdefault(p, {})
        cur[last] = v
    return out
print(unflatten({'a.b.c': 1, 'a.d': 2, 'e': 3}))
count = {}
for w in 'to be or not to be that is the question to'.split(): count[w] = count.get(w, 0) + 1
print(sorted(count.items(), key=lambda p: (-p[1], p[0]))[:3], {n: sorted(w for w in count if count[w] == n) for n in sorted(set(count.values()))})
m = [[0, 2], [3, 0]]
sparse = {(i, j): v for i, r in enumerate(m) for j, v in enumerate(r) if v}
print(sparse, [[sparse.get((i, j), 0) for j in range(2)] for i in range(2)], {(j, i): v for (i, j), v in sparse.items()})
