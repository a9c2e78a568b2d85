# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, double, random, set
# Shows: The same seed gives the same numbers as CPython, for every kind of seed and every function.
import random

for seed in (0, 1, -1, 42, 2**32 - 1, 2**32, 2**64 + 5, 10**50, True, 1.5, -0.25, "", "ouro", "grün" * 40, b"bytes", bytearray(b"x" * 130)):
    random.seed(seed)
    print(random.random(), random.getrandbits(32), random.getrandbits(7), random.getrandbits(33), random.getrandbits(64),
          random.getrandbits(200))

random.seed(7)
print([random.randrange(10) for i in range(20)], [random.randint(-5, 5) for i in range(20)])
print([random.randrange(0, 100, 7) for i in range(10)], [random.randrange(50, 0, -3) for i in range(10)], random.randrange(10**30), random.randint(-10**20, 10**20))
print([random.choice("abcdef") for i in range(10)], random.choices([1, 2, 3], k=8), random.choices("xyz", [5, 1, 2], k=8), random.choices("xyz", cum_weights=[1, 2, 9], k=8))
x = list(range(30))
random.shuffle(x)
print(x, random.sample(range(1000), 5), random.sample(x, 12), random.sample(range(10**6), 9), random.sample(["a", "b"], counts=[3, 2], k=4))
print(random.randbytes(9), random.randbytes(0))
print(random.uniform(1, 5), random.triangular(), random.triangular(1, 9, 2), random.gauss(0, 1), random.gauss(5, 2), random.gauss(), random.normalvariate(1, 2))
print(random.lognormvariate(0, 1), random.expovariate(2.5), random.paretovariate(3), random.weibullvariate(1, 1.5))
print([random.gammavariate(a, 2) for a in (0.5, 1, 3.5)], random.betavariate(2, 3), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0))
state = random.getstate()
a = [random.random() for i in range(5)]
random.setstate(state)
print(a == [random.random() for i in range(5)], len(state), state[0], len(state[1]), state[1][:3], state[1][624])
r, s = random.Random(99), random.Random(99)
print(r.random(), [r.randint(1, 6) for i in range(10)], r.gauss(0, 1), s.random())
r.seed(5)
s.seed(5)
print(r.random() == s.random(), r.sample("abcdefgh", 3) == s.sample("abcdefgh", 3))

class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)
print([Dice(3).roll(), Dice(3).roll()])

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
err(random.randrange, 0)
err(random.randrange, 5, 5)
err(random.randint, 2, 1)
err(random.randrange, 1, 2, 0)
err(random.randrange, 1, 10, -1)
err(random.randrange, 1.5)
err(random.choice, [])
err(random.getrandbits, -1)
err(random.sample, [1], 2)
err(random.sample, {1, 2}, 1)
err(random.choices, [1], [1, 2])
err(random.choices, [1], [0])
err(random.choices, [1, 2], 5)
err(random.seed, [])
err(random.sample, [1, 2], 1, counts=[1])
