# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: List, set, dict comprehension and generator expressions, several for and if.
print([x for x in range(5)], [x * y for x in range(3) for y in range(x)], [x for x in range(20) if x % 2 if x % 3], [(a, b) for a in 'ab' if a != 'b' for b in 'xy'])
print(sorted({x % 3 for x in range(10)}), {k: v for k, v in zip('abc', range(3))}, {v: k for k, v in {'a': 1}.items()}, {x: {y: x * y for y in range(2)} for x in range(2)})
print([[i * j for j in range(3)] for i in range(3)], [y for x in [[1, 2], [3]] for y in x], [x for x in (y for y in range(3))], [[x for x in range(n)] for n in range(4)])
print([x if x % 2 else -x for x in range(5)], [x for x in [1, 2, 3] if not x == 2], [(lambda: x)() for x in range(3)], [a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ['abc', 'de']])
print([i for i, in [(1,), (2,)]], [x for x, (y, z) in [(1, (2, 3))]], [z for x, (y, z) in [(1, (2, 3))]], [c for c in 'héé'], [*(x for x in 'ab')], {*[x for x in range(2)]} == {0, 1})
print({a: b for a in range(2) for b in range(3) if b > a}, {i: i for i in range(0)}, [() for _ in range(2)], {(): x for x in 'ab'}, [x for x in range(3) for x in range(x)])
print([f'{x}{y}' for x in 'ab' for y in range(2)], [(x, y) for x, y in enumerate('ab')], sum([x for x in range(101)]), len([None for _ in range(1000)]), max([x * x - 4 * x for x in range(5)]))
print([x for x in range(10) if x > 2 and x < 8 or x == 9], [x for x in range(3) if (y := x) or True], y, [w := 5, w + 1])
