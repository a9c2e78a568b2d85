# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, random, set
# Shows: random functions stay in their ranges and hit every value; seed repeats.
import random
random.seed(42)
a = [random.random() for _ in range(5)]
random.seed(42)
print(a == [random.random() for _ in range(5)], all(0 <= x < 1 for x in a))
r = [random.randrange(6) for _ in range(400)]
print(set(r) == set(range(6)), {random.randint(-2, 2) for _ in range(400)} == {-2, -1, 0, 1, 2}, {random.randrange(10, 20, 3) for _ in range(400)} == {10, 13, 16, 19}, {random.choice('abc') for _ in range(200)} == set('abc'), {random.getrandbits(2) for _ in range(200)} == {0, 1, 2, 3})
print(all(2 <= random.uniform(2, 3) <= 3 for _ in range(100)), random.getrandbits(0) == 0, random.randint(5, 5), random.randrange(1), random.choice([7]), random.getrandbits(100) < 2**100, 0 <= random.randrange(10**30) < 10**30, random.randrange(5, 0, -5))
l = list(range(30))
random.shuffle(l)
print(sorted(l) == list(range(30)), l != list(range(30)))
s = random.sample(range(100), 10)
print(len(set(s)), all(0 <= x < 100 for x in s), sorted(random.sample([1, 2, 3], 3)), len(random.choices('ab', k=5)))
for f, x in ((random.randrange, (0,)), (random.randrange, (5, 5)), (random.randint, (2, 1)), (random.choice, ([],)), (random.randrange, (1, 2, 0)), (random.getrandbits, (-1,)), (random.sample, ([1], 2))):
    try:
        f(*x)
        print('no error', f.__name__ if hasattr(f, '__name__') else '')
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__)
avg = sum(random.random() for _ in range(2000)) / 2000
print(0.4 < avg < 0.6)
random.seed('text seed')
random.seed(None)
random.seed()
print(random.random() != random.random())
