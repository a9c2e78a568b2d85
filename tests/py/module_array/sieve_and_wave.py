# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: array, float
# Shows: A longer program with arrays: sieve, ring average, fixed-point wave, histogram.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

from array import array
def sieve(n):
    s = array('B', bytes([1]) * (n + 1))
    s[0] = s[1] = 0
    for i in range(2, int(n ** 0.5) + 1):
        if s[i]:
            for j in range(i * i, n + 1, i):
                s[j] = 0
    return array('H', [i for i in range(n + 1) if s[i]])
p = sieve(200)
print(len(p), p[:10], p[-1], p.typecode, p.tobytes()[:6])
class Ring:
    def __init__(self, n): self.a, self.i, self.n = array('h', [0] * n), 0, 0
    def push(self, v):
        self.a[self.i] = v
        self.i = (self.i + 1) % len(self.a)
        self.n = min(self.n + 1, len(self.a))
    def avg(self): return sum(self.a) // self.n
r = Ring(4)
print([(r.push(v), r.avg())[1] for v in (10, 20, -30, 40, 1000, -1000)], r.a)
err(r.push, 40000)
wave = array('h')
x, y = 0, 10000
for i in range(32):
    x, y = x + y // 8, y - x // 8
    wave.append(max(-32768, min(32767, x)))
print(wave.tolist(), max(wave), min(wave))
hist = array('I', [0]) * 8
for v in wave:
    hist[(v + 32768) >> 13] += 1
print(hist.tolist(), sum(hist))
m = [array('d', [i == j for j in range(3)]) for i in range(3)]
m[0][2] = 0.5
print(m, sum(sum(row) for row in m))
big = array('i', range(1000))
big.extend(big)
del big[::2]
print(len(big), big[0], big[-1], big[499:502], sum(big))
copy = array(big.typecode, big)
copy[0] = -1
print(big[0], copy[0], copy == big, array('i', reversed(big[:3])), [i for i, v in enumerate(copy) if v < 0])
