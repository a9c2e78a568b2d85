# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Infinite generators composed lazily: take, drop, cycle, chain, group, merge, tee.
def count(n=0, step=1):
    while True:
        yield n
        n += step
def take(n, it): return [x for x, _ in zip(it, range(n))] if False else [x for _, x in zip(range(n), it)]
def drop(n, it):
    for _ in range(n): next(it, None)
    yield from it
def cycle(xs):
    while xs: yield from xs
def chain(*its):
    for it in its: yield from it
def group(it, key):
    cur, buf = object(), []
    for x in it:
        k = key(x)
        if k != cur and buf:
            yield cur, buf
            buf = []
        cur = k
        buf.append(x)
    if buf: yield cur, buf
def merge(a, b):
    x, y, end = next(a, None), next(b, None), None
    while x is not end and y is not end:
        if x <= y: yield x; x = next(a, end)
        else: yield y; y = next(b, end)
    while x is not end: yield x; x = next(a, end)
    while y is not end: yield y; y = next(b, end)
def tee(it, n=2):
    it, qs = iter(it), [[] for _ in range(n)]
    def gen(q):
        while True:
            if not q:
                try: v = next(it)
                except StopIteration: return
                for o in qs: o.append(v)
            yield q.pop(0)
    return [gen(q) for q in qs]
def accumulate(it, f=lambda a, b: a + b):
    it = iter(it)
    try: acc = next(it)
    except StopIteration: return
    yield acc
    for x in it: yield (acc := f(acc, x))
print(take(5, count(10, -3)), take(3, drop(4, count())), take(7, cycle('abc')), list(cycle('')), list(chain('ab', [1], (), range(2))), list(group('aabccc', str)), list(merge(iter([1, 4, 9]), iter([2, 4, 4, 10]))))
a, b = tee(range(4))
print(next(a), next(a), list(b), list(a), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4, 1], max)), list(accumulate([])))
def hamming():
    out = [1]
    i2 = i3 = i5 = 0
    while True:
        yield out[-1]
        n = min(out[i2] * 2, out[i3] * 3, out[i5] * 5)
        out.append(n)
        i2 += out[i2] * 2 == n; i3 += out[i3] * 3 == n; i5 += out[i5] * 5 == n
print(take(20, hamming()))
def sieve(it):
    p = next(it)
    yield p
    yield from sieve(x for x in it if x % p)
print(take(15, sieve(count(2))))
def look(s='1'):
    while True:
        yield s
        s = ''.join(str(len(g)) + k for k, g in group(s, str))
print(take(7, look()))
def thue(n): return '01'[bin(n).count('1') % 2]
print(''.join(take(32, map(thue, count()))), take(4, (x * y for x, y in zip(count(1), count(2)))), take(3, enumerate(cycle([None]))), take(2, filter(lambda v: v > 50, count())))
