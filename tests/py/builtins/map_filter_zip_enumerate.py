# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, set
# Shows: map, filter, zip, enumerate, reversed: lazy, several iterables, strict, errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, 'ab', 'ba', 'cc')), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, range(4))), list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3], (None,) * 5)), list(enumerate('ab', 5)), list(enumerate([], start=2)), list(reversed('abc')))
m = map(lambda x: print('called', x) or x, [1, 2])
print('lazy')
print(next(m), iter(m) is m, list(m), list(m))
it = iter(range(6))
print(list(zip(it, it)), dict(zip('abc', range(3))), list(zip(*[(1, 'a'), (2, 'b')])), [*zip(*zip('ab', 'cd'))])
a = iter([1, 2, 3])
b = iter([10])
print(list(zip(a, b)), list(a))
err(lambda: list(zip([1], [1, 2], strict=True)))
err(lambda: list(zip([1, 2], [1], strict=True)))
print(list(zip([1], 'a', strict=True)))
for f, x in ((map, ()), (map, (len,)), (filter, (len,)), (zip, (5,)), (zip, ([1], None)), (enumerate, (5,)), (enumerate, ('a', 'b')), (reversed, (5,)), (reversed, ({1, 2},)), (reversed, (iter([1]),)), (map, (None, 5)), (enumerate, ())):
    err(f, *x)
err(lambda: list(map(None, [1])))
err(lambda: list(map(lambda x: x, [1], [2])))
err(lambda: list(filter(5, [1])))
def g():
    yield 1
    raise ValueError('in source')
err(lambda: list(map(str, g())))
err(lambda: list(zip([1, 2], g())))
print(type(map(str, '')).__name__, type(filter(None, '')).__name__, type(zip()).__name__, type(enumerate('')).__name__)
print(list(enumerate('ab', 10**20)), list(enumerate('ab', -1)), [i for i, (j, k) in enumerate([(1, 2)])], list(map(lambda *a: a, 'ab', 'cd')), sum(map(len, ['a', 'bb'])), sorted(map(abs, [-3, 2])), list(map(int, '12')), list(filter(str.isdigit, 'a1b2')))
