# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: Context managers around generators, nested suppression, and reuse of one manager.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Track:
    depth, log = 0, []
    def __init__(self, name, eat=()): self.name, self.eat = name, eat
    def __enter__(self):
        Track.depth += 1
        Track.log.append('+' + self.name)
        return self
    def __exit__(self, t, v, tb):
        Track.depth -= 1
        Track.log.append(('-' + self.name) + (':' + t.__name__ if t else ''))
        return t is not None and issubclass(t, self.eat or ())
def show():
    print(Track.depth, ' '.join(Track.log))
    Track.log.clear()
t = Track('re')
with t: 
    with t, t: pass
show()
def gen():
    with Track('g'):
        yield 1
        yield 2
g = gen()
next(g)
show()
g.close()
show()
with Track('a', KeyError), Track('b', ValueError), Track('c'):
    raise ValueError('eaten by b')
show()
with Track('a', KeyError):
    with Track('b', ValueError): raise KeyError('eaten by a')
show()
for i in range(3):
    with Track('loop%d' % i, ZeroDivisionError):
        if i == 1: continue
        1 / (i - 2)
show()
def early(n):
    with Track('e1'):
        for i in range(5):
            with Track('e2'):
                if i == n: return i
    return 'all'
print(early(1), early(9))
show()
def reraise():
    with Track('r', KeyError):
        try: {}['x']
        except KeyError as e:
            raise ValueError('converted') from e
err(reraise)
show()
def many():
    with Track('1') as a, Track('2') as b, Track('3') as c, Track('4') as d, Track('5') as e:
        return ''.join(x.name for x in (a, b, c, d, e))
print(many())
show()
class Pool:
    def __init__(self, n): self.free = list(range(n))
    def __call__(self): return self.Lease(self)
    class Lease:
        def __init__(self, p): self.p = p
        def __enter__(self):
            if not self.p.free: raise RuntimeError('empty')
            self.i = self.p.free.pop()
            return self.i
        def __exit__(self, *a): self.p.free.append(self.i)
p = Pool(2)
with p() as x, p() as y:
    print(x, y, p.free)
    try:
        with p() as z: pass
    except RuntimeError as e: print(e)
print(sorted(p.free))
def each(items):
    for it in items:
        with p() as r: yield it, r
print(list(each('ab')), next(each('c')), len(p.free) >= 1)
