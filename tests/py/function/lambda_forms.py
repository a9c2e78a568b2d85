# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Lambdas with all parameter kinds, nested, in containers and defaults.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print((lambda: 5)(), (lambda x: x * 2)(4), (lambda x, y=2, *a, z=3, **k: (x, y, a, z, k))(1, 5, 6, z=7, w=8), (lambda *, k: k)(k=1), (lambda a, /: a)(2))
add = lambda a: lambda b: lambda c: a + b + c
print(add(1)(2)(3), [f(3) for f in (lambda x: x, lambda x: x * x, lambda x: -x)], sorted([3, 1, 2], key=lambda v: -v), {'f': lambda: 'hi'}['f']())
print((lambda x: x if x > 0 else -x)(-5), (lambda: (yield))() is not None, (lambda: [i for i in range(3)])(), max('abc', key=lambda c: -ord(c)), (lambda x: (lambda y: x + y))(1)(2))
compose = lambda *fs: (lambda x: x) if not fs else lambda x: fs[0](compose(*fs[1:])(x))
print(compose(lambda x: x + 1, lambda x: x * 10, abs)(-4), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda x: x % 2, range(6))))
err(lambda x: x)
err(lambda: 1, 2)
err(lambda *, a: a)
f = lambda: None
print(f.__name__, f(), (lambda: ...)(), (lambda _=0: _)(), (lambda x: not x)(0), (lambda a, b: a or b)(0, 'z'))
t = lambda: 1, 2
print(t[1], t[0]())
print((lambda n: [(lambda i=i: i + n) for i in range(3)])(10)[2]())
