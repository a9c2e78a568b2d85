# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Generator methods, __iter__ as generator, state across yields in with, try and loops.
class Tree:
    def __init__(self, *kids):
        self.kids = kids
    def __iter__(self):
        yield self
        for k in self.kids:
            yield from k
    def depth(self):
        return 1 + max((k.depth() for k in self.kids), default=0)
t = Tree(Tree(), Tree(Tree(Tree())))
print(len(list(t)), t.depth())
class Ctx:
    def __enter__(self):
        print('enter')
        return self
    def __exit__(self, *e):
        print('exit', e[0] and e[0].__name__)
def w():
    with Ctx() as c:
        yield 'in with'
        for i in range(2):
            try:
                yield i
            finally:
                print('fin', i)
    yield 'after'
print(list(w()))
g = w()
next(g)
next(g)
g.close()
def exc_state():
    try:
        raise ValueError('a')
    except ValueError as e:
        yield str(e)
        yield repr(e)
    try:
        yield 'clean'
        raise
    except RuntimeError as e:
        yield str(e)
print(list(exc_state()))
def stack():
    return [(yield 1), (yield 2)], {(yield 3): (yield 4)}, f'{(yield 5)}'
s = stack()
v = next(s)
try:
    while True:
        v = s.send(v * 10)
except StopIteration as e:
    print(e.value)
class Range:
    def __init__(self, a, b):
        self.a, self.b = a, b
    def __iter__(self):
        i = self.a
        while i < self.b:
            yield i
            i += 1
r = Range(1, 4)
print(list(r), [(x, y) for x in r for y in r if x < y], sum(r), 3 in r)
gens = [(lambda n: (i * n for i in range(3)))(k) for k in range(3)]
print([list(g) for g in gens])
many = [iter(Range(i, i + 2)) for i in range(100)]
print(sum(next(m) for m in many), sum(next(m) for m in many), sum(next(m, 0) for m in many))
