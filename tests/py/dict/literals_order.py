# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: dict-reversed, float
# Shows: Dicts keep insertion order through updates, deletions and reinsertions.
d = {'b': 1, 'a': 2, 'c': 3}
d['z'] = 4
d['a'] = 20
print(d, list(d), list(d.values()), list(d.items()))
del d['b']
d['b'] = 5
print(d)
d.update({'c': 30, 'n': 6}, k=7)
print(d)
print({1: 'a', 1.0: 'b', True: 'c'}, {'a': 1, 'a': 2}, {}, dict(), {**d, 'a': 0}, {'x': 1, **{}, **{'y': 2, 'x': 3}})
big = {}
for i in range(200):
    big[i * 7 % 200] = i
for i in range(0, 200, 2):
    del big[i]
for i in range(0, 20, 2):
    big[i] = -i
print(len(big), list(big)[:5], list(big.items())[-5:])
k = list(big)
print(k == [i * 7 % 200 for i in range(200) if i * 7 % 200 % 2] + list(range(0, 20, 2)))
print(list(reversed({'p': 1, 'q': 2})), list(reversed(d.items()))[:2], list(reversed(d.values()))[0])
