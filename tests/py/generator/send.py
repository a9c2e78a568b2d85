# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: send delivers values; its rules before the start and after the end.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def echo():
    got = []
    while True:
        x = yield len(got)
        if x is None:
            return got
        got.append(x)
e = echo()
err(e.send, 'too early')
print(e.send(None), e.send('a'), e.send('b'))
try:
    e.send(None)
except StopIteration as s:
    print(s.value)
err(e.send, 1)
def avg():
    total = n = 0
    a = None
    while True:
        v = yield a
        total += v
        n += 1
        a = total / n
g = avg()
next(g)
print([g.send(v) for v in (1, 2, 6, 7)])
def multi():
    a = yield 'a?'
    b = yield f'a={a} b?'
    c = (yield f'b={b} c?') + 1
    d = [(yield 'x'), (yield 'y')]
    print(c, d, (yield) or 'none')
    f((yield 1), k=(yield 2))
    yield 'last'
def f(*a, **k):
    print('f', a, k)
m = multi()
print(next(m), m.send(1), m.send(2), m.send(3), m.send('X'), m.send('Y'), m.send(0), m.send('p'), m.send('q'), next(m, 'fin'))
def coro(log):
    try:
        while True:
            log.append((yield))
    except GeneratorExit:
        log.append('closed')
        raise
log = []
c = coro(log)
next(c)
for v in range(3):
    c.send(v)
c.close()
print(log)
err(c.send, 5)
