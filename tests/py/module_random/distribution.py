# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, random, set
# Shows: Shuffles, samples and choices keep multisets; sequences repeat with equal seeds.
import random
def run(seed):
    random.seed(seed)
    l = list(range(20))
    random.shuffle(l)
    return l, [random.randint(0, 99) for _ in range(10)], [random.random() for _ in range(3)], random.choice('abcdef'), random.getrandbits(40), random.uniform(-1, 1)
print(run(1) == run(1), run(1) != run(2), sorted(run(5)[0]) == list(range(20)), all(0 <= x < 100 for x in run(7)[1]), -1 <= run(9)[5] <= 1)
counts = [0] * 10
random.seed(3)
for _ in range(5000): counts[random.randrange(10)] += 1
print(all(350 < c < 650 for c in counts), sum(counts))
bits = [0] * 16
for _ in range(2000):
    v = random.getrandbits(16)
    for i in range(16): bits[i] += v >> i & 1
print(all(800 < b < 1200 for b in bits))
s = list('hello world')
t = s[:]
random.shuffle(t)
print(sorted(s) == sorted(t), len(t), random.shuffle([]), random.shuffle([1]))
smp = random.sample(range(1000), 50)
print(len(set(smp)) == 50, random.sample([], 0), sorted(random.sample('abc', 3)), all(x in 'xy' for x in random.choices('xy', k=20)), random.randrange(7, 8), random.randint(-3, -3))
big = [random.randrange(2**70, 2**71) for _ in range(50)]
print(all(2**70 <= x < 2**71 for x in big), len(set(big)) == 50, all(random.randrange(-10, -5) in range(-10, -5) for _ in range(50)), {random.randrange(0, 100, 25) for _ in range(200)} == {0, 25, 50, 75})
class Die:
    def __init__(self, n): self.n = n
    def roll(self): return random.randint(1, self.n)
d = [Die(6) for _ in range(3)]
tot = [sum(x.roll() for x in d) for _ in range(500)]
print(min(tot) >= 3, max(tot) <= 18, 9 < sum(tot) / 500 < 12)
pi = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(4000)) / 1000
print(2.9 < pi < 3.4)
