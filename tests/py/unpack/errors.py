# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, eval, float, set
# Shows: Wrong counts, values that cannot be unpacked, errors midway.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def two(v):
    a, b = v
    return a, b
def star(v):
    a, *b, c = v
    return a, b, c
def nest(v):
    a, (b, c) = v
    return a, b, c
for v in ([1], [1, 2, 3], 'ab', 'a', 5, None, {}, {1, 2} and [1, 2], range(2), range(10**9), (), b'ab', 1.5, object, (x for x in 'ab'), (x for x in 'abc')):
    err(two, v)
for v in ([], [1], [1, 2], [1, 2, 3, 4], 'ab', 7):
    err(star, v)
for v in ([1, 2], [1, [2]], [1, [2, 3]], [1, 'xyz'], [1, None], [1, (2, 3), 4]):
    err(nest, v)
def g():
    yield 1
    raise KeyError('midway')
err(two, g())
class Len:
    def __len__(self): return 2
    def __iter__(self): return iter([1, 2, 3])
err(two, Len())
class Boom:
    def __setattr__(self, n, v):
        raise ValueError('cannot set ' + n)
def part():
    o = Boom()
    x = y = 0
    try:
        x, o.attr, y = 1, 2, 3
    except ValueError as e:
        return x, y, str(e)
print(part())
def inf():
    n = 0
    while True:
        yield n
        n += 1
err(two, inf())
def f0(v):
    () = v
    return 'empty ok'
err(f0, [])
err(f0, [1])
err(f0, 0)
for bad in ('a, *b, *c = 1, 2', '*a = 1', '*a', 'a, b += 1, 2', '(a, b): int = 1, 2', 'a + 1 = 2', 'f() = 1', '5 = x', 'None = 1', '"s" = 1', '[a, 5] = 1, 2', 'del *a', 'x = *y', '*a, = 1, 2; print(a)', 'True = 1', 'a.b(), c = 1, 2', '{a} = 1', '(a for a in b) = 1', 'lambda: 0 = 1', 'a if b else c = 1', 'x := 5', '(x := 5)', 'for 5 in x: pass', 'with a as 5: pass', 'import a.b as c.d'):
    try:
        exec(bad)
        print(bad, 'ok')
    except SyntaxError as e:
        print(bad, '->', type(e).__name__)
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
