# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, set
# Shows: iter with a sentinel, next with default, iterators of every type.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

vals = [3, 2, 1, 0, 9]
print(list(iter(lambda: vals.pop(0), 0)), vals, list(iter(iter([1, 2, 'stop', 3]).__next__, 'stop')))
for o in ([1], (1,), 'a', b'a', {1: 2}, {1}, frozenset([1]), range(1), bytearray(b'a'), (x for x in 'a'), map(str, 'a'), enumerate('a'), zip('a'), {1: 2}.items()):
    i = iter(o)
    print(iter(i) is i, next(i), next(i, 'end'), end='; ')
print()
err(iter, 5)
err(iter, 5, 5)
err(iter)
err(next, 5)
err(next, [])
err(next, iter([]))
class C:
    n = 0
    def __iter__(self): return D()
class D:
    n = 3
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration('custom')
        return self.n
print(list(C()), next(D()))
err(lambda: iter(D()))
err(lambda: [x for x in D()])
class BadIter:
    def __iter__(self): return [1]
err(iter, BadIter())
class NoneIter:
    __iter__ = None
err(iter, NoneIter())
def cb():
    raise StopIteration
print(list(iter(cb, None)))
def cb2():
    raise ValueError('cb')
err(lambda: list(iter(cb2, None)))
i = iter([1, 2, 3])
for x in i:
    print(x, next(i, 'none'))
class E:
    def __next__(self): return 1
    __iter__ = lambda self: self
e = E()
print([next(e) for _ in range(3)], [a for a, _ in zip(e, range(2))])
