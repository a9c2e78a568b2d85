# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: A longer program of closures: pipelines, currying, events, streams, church numerals.
# needs: big-int

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def curry(f, n, got=()):
    return (lambda *a: curry(f, n, got + a)) if len(got) < n else f(*got)
print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3), curry(lambda a, b: a + b, 2)(5, 6))
def partial(f, *a, **k):
    return lambda *b, **m: f(*a, *b, **{**k, **m})
print(partial(int, base=16)('ff'), partial(max, 5)(3, 9))
def reduce(f, xs, *init):
    it = iter(xs)
    acc = init[0] if init else next(it)
    for x in it:
        acc = f(acc, x)
    return acc
print(reduce(lambda a, b: a * b, range(1, 20)), reduce(lambda a, b: b + a, 'abc', ''))
pipe = lambda *fs: lambda x: reduce(lambda v, f: f(v), fs, x)
print(pipe(str, len, lambda n: n ** 2)(12345))
def emitter():
    handlers = {}
    def on(name):
        def deco(f):
            handlers.setdefault(name, []).append(f)
            return f
        return deco
    def emit(name, *a):
        return [f(*a) for f in handlers.get(name, ())]
    return on, emit
on, emit = emitter()
@on('x')
def first(v):
    return 'first', v
@on('x')
def second(v):
    return 'second', v + 1
print(emit('x', 5), emit('none'))
zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
plus = lambda m: lambda n: lambda f: lambda x: m(f)(n(f)(x))
mul = lambda m: lambda n: lambda f: m(n(f))
num = lambda n: n(lambda v: v + 1)(0)
two = succ(succ(zero))
five = plus(two)(succ(two))
print(num(five), num(mul(five)(mul(five)(two))), num(five(two)))
def stream(h, t):
    return lambda pick: h if pick else t()
def ints(n=0):
    return stream(n, lambda: ints(n + 1))
def smap(f, s):
    return stream(f(s(True)), lambda: smap(f, s(False)))
def take(n, s):
    out = []
    while n:
        out.append(s(True))
        s = s(False)
        n -= 1
    return out
print(take(8, smap(lambda v: v * v, ints())))
def once(f):
    done = result = None
    def w(*a):
        nonlocal done, result
        if not done:
            done, result = True, f(*a)
        return result
    return w
init = once(lambda v: [v])
print(init(1), init(2), init(1) is init(3))
def rate(limit):
    calls = 0
    def deco(f):
        def w(*a):
            nonlocal calls
            calls += 1
            if calls > limit:
                raise RuntimeError(f'{f.__name__} called {calls} times')
            return f(*a)
        return w
    return deco
@rate(2)
def ping():
    return 'pong'
print(ping(), ping())
err(ping)
