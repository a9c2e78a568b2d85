# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A longer program: coroutine scheduler, pipelines, primes, permutations, tree walk.
def sched(tasks, log):
    q = [(n, t) for n, t in tasks]
    while q:
        n, t = q.pop(0)
        try:
            op = next(t)
        except StopIteration as e:
            log.append((n, 'done', e.value))
            continue
        log.append((n, op))
        q.append((n, t))
def task(k):
    tot = 0
    for i in range(k):
        tot += i
        yield i
    return tot
log = []
sched([('a', task(2)), ('b', task(3)), ('c', task(0))], log)
print(log)
def lines(text):
    for l in text.split('\n'):
        yield l
def strip(src):
    for l in src:
        l = l.split('#')[0].strip()
        if l:
            yield l
def parse(src):
    for l in src:
        k, _, v = l.partition('=')
        yield k.strip(), int(v) if v.strip().isdigit() else v.strip()
print(dict(parse(strip(lines('a = 1\n# comment\n\nname = bob # x\n  z=99')))))
def primes():
    D, q = {}, 2
    while True:
        if q not in D:
            yield q
            D[q * q] = [q]
        else:
            for p in D.pop(q):
                D.setdefault(p + q, []).append(p)
        q += 1
p = primes()
print([next(p) for _ in range(25)])
def perms(s):
    if len(s) <= 1:
        yield s
    for i in range(len(s) if len(s) > 1 else 0):
        for r in perms(s[:i] + s[i + 1:]):
            yield s[i] + r
print(' '.join(perms('abcd')))
class Node:
    def __init__(self, v):
        self.v, self.l, self.r = v, None, None
    def add(self, v):
        side = 'l' if v < self.v else 'r'
        if getattr(self, side):
            getattr(self, side).add(v)
        else:
            setattr(self, side, Node(v))
    def __iter__(self):
        if self.l:
            yield from self.l
        yield self.v
        if self.r:
            yield from self.r
root = Node(50)
for v in (30, 70, 20, 40, 60, 80, 10, 45):
    root.add(v)
print(list(root), sum(root), 45 in root, 46 in root, max(root))
def grep(pat):
    hits = []
    try:
        while True:
            line = yield
            if pat in line:
                hits.append(line)
    except GeneratorExit:
        print(pat, hits)
gs = [grep('py'), grep('o')]
for g in gs:
    next(g)
for w in ('python', 'ouro', 'pyre', 'nothing'):
    for g in gs:
        g.send(w)
for g in gs:
    g.close()
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(window('abcdef', 3)), list(window([1], 2)))
def roundrobin(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try:
                yield next(i)
            except StopIteration:
                its.remove(i)
print(''.join(roundrobin('abc', '1', 'XYZW')))
def product(*pools):
    if not pools:
        yield ()
    else:
        for x in pools[0]:
            for rest in product(*pools[1:]):
                yield (x,) + rest
print(list(product('ab', [1, 2], (True,))))
