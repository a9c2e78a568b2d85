# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, set
# Shows: Sets in programs: unique, components, sieve, powerset, difference of big sets, word games.
def unique(xs):
    seen = set()
    return [x for x in xs if not (x in seen or seen.add(x))]
print(unique([3, 1, 3, 2, 1, 3.0, True]), unique('mississippi'), unique([]))
edges = [(1, 2), (2, 3), (4, 5), (6, 6), (7, 8), (8, 9), (9, 7)]
def components(edges):
    comps = []
    for e in edges:
        s = set(e)
        rest = []
        for c in comps:
            if c & s: s |= c
            else: rest.append(c)
        comps = rest + [s]
    return sorted(map(sorted, comps))
print(components(edges))
def powerset(s):
    out = [frozenset()]
    for x in sorted(s): out += [p | {x} for p in out]
    return out
ps = powerset({1, 2, 3})
print(len(ps), len(set(ps)), sorted(map(sorted, ps)), frozenset([1, 3]) in ps, {frozenset()} <= set(ps))
a, b = set(range(0, 3000, 2)), set(range(0, 3000, 3))
print(len(a & b), len(a | b), len(a - b), len(a ^ b), sum(a & b), (a & b) == set(range(0, 3000, 6)), a.isdisjoint(b), (a - b).isdisjoint(b))
while len(a) > 3: a.discard(max(a) if len(a) % 2 else min(a))
print(sorted(a))
primes = set(range(2, 200))
for p in range(2, 15): primes -= set(range(p * 2, 200, p))
print(len(primes), sorted(primes)[-5:], {p for p in primes if p + 2 in primes} == {3, 5, 11, 17, 29, 41, 59, 71, 101, 107, 137, 149, 179, 191, 197} - {197})
print(sorted(set('hello') & set('world')), sorted(set('abc') ^ set('bcd')), ''.join(sorted(set('the quick brown fox jumps over the lazy dog') - {' '})), len({tuple(sorted(w)) for w in ('tea', 'eat', 'ate', 'tan')}))
def life(c):
    n = [(x + i, y + j) for x, y in c for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return {p for p in set(n) if n.count(p) == 3 or n.count(p) == 4 and p in c}
g = {(0, 1), (1, 1), (2, 1)}
print(sorted(life(g)), life(life(g)) == g)
m = set()
for i in range(500):
    m.add((i * i) % 97)
    if i % 50 == 49: m -= {i % 97, 0}
print(len(m), sorted(m)[:6], m.pop() in range(97))
