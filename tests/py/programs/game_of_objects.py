# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, percent
# Shows: A discrete event simulation with priority queue, generators, classes and statistics.
class Heap:
    def __init__(self): self.a = []
    def push(self, x):
        a = self.a
        a.append(x)
        i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]:
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2
    def pop(self):
        a = self.a
        top, last = a[0], a.pop()
        if a:
            a[0] = last
            i = 0
            while True:
                k = min((j for j in (i, 2 * i + 1, 2 * i + 2) if j < len(a)), key=lambda j: a[j])
                if k == i: break
                a[i], a[k] = a[k], a[i]
                i = k
        return top
    def __bool__(self): return bool(self.a)
class Sim:
    def __init__(self): self.now, self.q, self.n, self.log = 0, Heap(), 0, []
    def spawn(self, gen, delay=0):
        self.q.push((self.now + delay, self.n, gen, None))
        self.n += 1
        return gen
    def run(self, until):
        while self.q:
            t, _, gen, val = self.q.pop()
            if t > until: break
            self.now = t
            try: cmd = gen.send(val)
            except StopIteration as e:
                self.log.append((t, 'end', e.value))
                continue
            except Exception as e:
                self.log.append((t, 'crash', type(e).__name__, str(e)))
                continue
            if isinstance(cmd, int): self.spawn(gen, cmd)
            else: cmd(gen)
        return self.log
class Resource:
    def __init__(self, sim, n): self.sim, self.free, self.wait = sim, n, []
    def acquire(self, gen):
        if self.free: self.free -= 1; self.sim.spawn(gen)
        else: self.wait.append(gen)
    def release(self):
        if self.wait: self.sim.spawn(self.wait.pop(0))
        else: self.free += 1
def customer(sim, name, res, arrive, need):
    yield arrive
    start = sim.now
    yield res.acquire
    try:
        sim.log.append((sim.now, name, 'served after', sim.now - start))
        yield need
        if need > 9: raise RuntimeError(name + ' took too long')
    finally: res.release()
    return name
def clock(sim, every):
    for i in range(3):
        yield every
        sim.log.append((sim.now, 'tick', i))
sim = Sim()
res = Resource(sim, 2)
seed = 7
for i in range(8):
    seed = seed * 1103515245 + 12345 & 0x7fffffff
    sim.spawn(customer(sim, 'c%d' % i, res, i * 2, 2 + (seed >> 16) % 9))
sim.spawn(clock(sim, 7))
for entry in sim.run(100): print(entry)
waits = [e[3] for e in sim.log if len(e) == 4 and e[2] == 'served after']
print(len(waits), max(waits), sum(waits), res.free, len(res.wait))
h = Heap()
for x in [5, 3, 8, 1, 9, 2, 7, 3]: h.push(x)
print([h.pop() for _ in range(8)], bool(h))
