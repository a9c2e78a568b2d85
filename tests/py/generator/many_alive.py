# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: Many generators alive at once, interleaved, abandoned, nested, and passed around.
def g(n, tag):
    x = [n]
    for i in range(n):
        r = yield (tag, i, len(x))
        x.append(r)
    return sum(v for v in x if isinstance(v, int))
gens = [g(i % 5 + 1, i) for i in range(60)]
alive = list(gens)
total = rounds = 0
while alive:
    rounds += 1
    for it in alive[:]:
        try:
            tag, i, n = next(it) if rounds == 1 else it.send(rounds)
            total += tag * i + n
        except StopIteration as e:
            total += e.value
            alive.remove(it)
print(rounds, total)
for i in range(200):
    it = g(3, i)
    next(it)
    if i % 3 == 0: it.close()
print(next(it))
def nest(n):
    if n == 0:
        x = yield 'bottom'
        return [x]
    r = yield from nest(n - 1)
    return r + [n]
it = nest(80)
print(next(it))
try: it.send('top')
except StopIteration as e: print(e.value[:3], len(e.value))
def producer(n):
    for i in range(n): yield g(i, 'p%d' % i)
print([list(x) for x in producer(4)], [next(x, None) for x in producer(3)], sum(1 for p in producer(10) for _ in p))
d = {i: iter(range(i)) for i in range(10)}
print([next(d[i], 'x') for i in range(10)], [next(d[i], 'x') for i in range(10)], len(d))
def ping(n, other):
    for i in range(n):
        yield f'ping{i}'
        yield next(other, 'quiet')
def pong(n):
    for i in range(n): yield f'pong{i}'
print(list(ping(4, pong(3))))
def selfref():
    me = yield
    yield me is it2
    yield [me, 1][1]
it2 = selfref()
next(it2)
print(it2.send(it2), next(it2), next(it2, 'end'))
cycle = []
def holder():
    cycle.append((yield 1))
    yield cycle
h = holder()
next(h)
print(h.send(h)[0] is h, len(cycle))
