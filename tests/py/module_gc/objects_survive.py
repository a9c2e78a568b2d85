# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set
# Shows: Everything reachable survives collections at awkward moments.
import gc
class Coll:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        gc.collect()
        return self.v == o.v
    def __hash__(self):
        gc.collect()
        return self.v % 3
    def __lt__(self, o):
        gc.collect()
        return self.v < o.v
    def __repr__(self):
        gc.collect()
        return 'C%d' % self.v
    def __iter__(self):
        for i in range(3):
            gc.collect()
            yield Coll(i)
    def __getattr__(self, n):
        gc.collect()
        if n.startswith('__'):
            raise AttributeError(n)
        return n + 'x'
    def __add__(self, o):
        gc.collect()
        return Coll(self.v + o.v)
    def __format__(self, s):
        gc.collect()
        return s + str(self.v)
    def __enter__(self):
        gc.collect()
        return [self]
    def __exit__(self, *a):
        gc.collect()
        return True
cs = [Coll(i) for i in (3, 1, 2, 0)]
print(sorted(cs), max(cs), cs.index(Coll(2)), len({Coll(i % 4) for i in range(8)}), {Coll(1): 'x'}[Coll(1)], list(Coll(0)), cs[0].attr + 'y', sum(cs, Coll(0)))
print(f'{cs[0]:a}{cs[1]:b}', '%s-%r' % (cs[0], cs[1]), '{} {:>q}'.format(cs[0], cs[1]), [*cs[0], *cs[1]], dict(zip(cs[0], cs[1])), str([[cs]]))
with Coll(5) as (x,):
    raise ValueError
print(x, (lambda *a, **k: (gc.collect() and 0, a, sorted(k.items())))(*Coll(0), k=Coll(9)))
def args(a, b=Coll(7), *c, d=Coll(8), **e):
    gc.collect()
    def inner():
        gc.collect()
        return a, b, c, d, e
    return inner
print(args(1, 2, *[[3]], d={4}, k=[5])())
def g(n):
    try:
        got = yield ['v', n]
        gc.collect()
        print('got', got)
        yield from g(n - 1) if n else ()
    finally:
        gc.collect()
        print('fin', n)
it = g(2)
next(it)
print(it.send('s' * 3))
gc.collect()
it.close()
a, (b, *c) = Coll(0), 'xyz'
text = ''.join(str(gc.collect() * 0) + 'é' * i for i in range(4))
print(a, b, c, text, [[y for y in [gc.collect() and 0 or x]] for x in 'pq'], ('%d' * 3) % (1, gc.collect() * 0, 3))
class Late(type):
    def __new__(m, n, b, d):
        gc.collect()
        return super().__new__(m, n, b, d)
class M(metaclass=Late):
    attr = [1] + [gc.collect() * 0]
print(M.attr)
try:
    try:
        raise KeyError('k' * 3)
    finally:
        gc.collect()
except KeyError as e:
    gc.collect()
    print(e.args)
