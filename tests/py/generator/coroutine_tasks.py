# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Generators as tasks with messages, timeouts, cancellation and results.
class Cancelled(Exception): pass
class Loop:
    def __init__(self): self.ready, self.t, self.log, self.wait = [], 0, [], []
    def task(self, gen, name):
        t = Task(gen, name)
        self.ready.append((t, None))
        return t
    def run(self):
        while self.ready or self.wait:
            if not self.ready:
                self.wait.sort(key=lambda w: (w[0], w[1].name))
                self.t, t = self.wait.pop(0)
                self.ready.append((t, self.t))
            t, v = self.ready.pop(0)
            if t.done: continue
            try: cmd = t.gen.throw(t.cancel_exc) if t.cancel_exc else t.gen.send(v)
            except StopIteration as e: self.finish(t, e.value)
            except Cancelled as e: self.finish(t, f'cancelled {e}')
            except Exception as e: self.finish(t, f'{type(e).__name__}: {e}')
            else:
                t.cancel_exc = None
                if isinstance(cmd, Task):
                    if cmd.done: self.ready.append((t, cmd.result))
                    else: cmd.waiters.append(t)
                elif isinstance(cmd, int): self.wait.append((self.t + cmd, t))
                else: self.ready.append((t, None))
    def finish(self, t, r):
        t.done, t.result = True, r
        self.log.append((self.t, t.name, r))
        for w in t.waiters: self.ready.append((w, r))
    def cancel(self, t, why):
        t.cancel_exc = Cancelled(why)
        self.wait = [w for w in self.wait if w[1] is not t]
        self.ready.append((t, None))
class Task:
    def __init__(self, gen, name): self.gen, self.name, self.done, self.result, self.waiters, self.cancel_exc = gen, name, False, None, [], None
loop = Loop()
def worker(n, k):
    tot = 0
    for i in range(k):
        tot += i
        t = yield n
    return (n, tot)
def failing():
    yield 3
    raise ValueError('task failed')
def stubborn():
    try:
        yield 1000
    except Cancelled as e:
        yield 1
        return f'cleaned up after {e}'
def parent():
    a = loop.task(worker(2, 3), 'w2')
    b = loop.task(worker(5, 2), 'w5')
    c = loop.task(failing(), 'fail')
    d = loop.task(stubborn(), 'stub')
    e = loop.task(worker(100, 100), 'long')
    ra = yield a
    rc = yield c
    loop.cancel(d, 'by parent')
    loop.cancel(e, 'too slow')
    rd = yield d
    rb = yield b
    sub = yield from inner(4)
    return [ra, rb, rc, rd, sub]
def inner(n):
    x = 0
    while x < n:
        x += 1
        now = yield 1
    return f'inner ended at {now}'
p = loop.task(parent(), 'parent')
loop.run()
for e in loop.log: print(e)
print(p.result, loop.t)
