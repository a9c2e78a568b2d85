# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: A dict grows to thousands of entries, churns, and stays right.
d = {}
for i in range(3000):
    d['key%d' % i] = i
print(len(d), d['key0'], d['key2999'], sum(d.values()))
for i in range(0, 3000, 3):
    assert d.pop('key%d' % i) == i
print(len(d), 'key3' in d, 'key4' in d, next(iter(d)))
for r in range(20):
    for i in range(100):
        d[(r, i)] = i
    for i in range(100):
        del d[(r, i)]
print(len(d), sum(d.values()))
while len(d) > 5:
    d.popitem()
print(d)
ints = {i * i: i for i in range(-50, 51)}
print(len(ints), ints[2500], ints[0], ints.get(7))
mixed = {}
for i in range(100):
    mixed[i] = mixed[str(i)] = mixed[(i,)] = mixed[i + 0.5] = i
print(len(mixed), mixed[50], mixed['50'], mixed[(50,)], mixed[50.5])
q = {}
for i in range(1000):
    q[i] = i
    if i >= 10:
        del q[i - 10]
print(list(q))
inv = {}
for k, v in d.items():
    inv.setdefault(v % 2, []).append(k)
print(inv)
