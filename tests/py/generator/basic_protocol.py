# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Generators: laziness, next, StopIteration, return values, for, exhaustion.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def g():
    print('start')
    yield 1
    print('middle')
    yield 2
    print('end')
    return 'result'
it = g()
print('made', iter(it) is it, type(it).__name__)
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as e:
    print('stop', e.value, e.args)
try:
    next(it)
except StopIteration as e:
    print('stop again', e.value, e.args)
print(next(it, 'default'), list(it))
def empty():
    return
    yield
print(list(empty()), next(empty(), 'none'))
def count(n=0):
    while True:
        yield n
        n += 1
c = count(5)
print([next(c) for _ in range(3)], next(c))
for x in c:
    if x > 11:
        break
print(x, next(c))
def fib():
    a, b = 0, 1
    while 1:
        yield a
        a, b = b, a + b
def take(n, it):
    for _ in range(n):
        yield next(it)
print(list(take(15, fib())), sum(take(10, count())), max(take(3, count())), 5 in count(), tuple(take(2, count())), [*take(2, fib())], sorted(take(3, count()), reverse=True))
a, b, *r = take(5, count(1))
print(a, b, r, dict(zip('abc', count())), ','.join(str(v) for v in take(3, count())))
err(lambda: len(count()))
err(lambda: count()[0])
err(lambda: next(5))
err(lambda: next([1]))
err(lambda: next())
def only_yield():
    x = yield
    print('got', x)
o = only_yield()
print(next(o), next(o, 'over'))
