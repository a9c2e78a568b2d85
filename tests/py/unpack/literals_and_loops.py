# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: * and ** in displays, for targets, and calls mixing all of them.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

a, b = [1, 2], {'x': 1}
print([*a, 3, *a], (*a, *'z'), {*a, 5} == {1, 2, 5}, {**b, 'y': 2, **{'x': 9}}, [*[], *()], (*a,), {**{}}, [*{1: 2}], [*range(3), *(i for i in 'ab')])
for i, (j, *k) in enumerate([(1, 2, 3), 'ab', [5]]):
    print(i, j, k)
class O: pass
o = O()
for o.v in range(3):
    pass
d = {}
for d['key'] in 'abc':
    pass
l = [0]
for l[0], l[1:] in [(1, 'ab'), (2, 'cd')]:
    pass
print(o.v, d, l)
for (a) in [1]:
    print(a)
for a, in [(7,)]:
    print(a)
for [a, b] in [[1, 2]]:
    print(a, b)
for *a, b in ['xyz']:
    print(a, b)
def f():
    yield 1, *[2, 3]
    return 4, *'ab'
g = f()
print(next(g), next(g, None))
for x in 1, *[2, 3], 4:
    print(x, end=' ')
print()
s = slice(0, 2)
print([1, 2, 3][s], {(*'ab',): 1}, (lambda *a: a)(*[1], *(2, 3)), [[*r] for r in ('ab', 'c')], dict(**{'p': 1}, q=2))
print(*[1, 2], *[], 3, **{'sep': '|', 'end': '!\n'})
err(lambda: [*None])
err(lambda: {**None})
err(lambda: {**[('a', 1)]})
err(lambda: {*[[]]})
err(lambda: dict(**{1: 2}))
err(lambda: dict(a=1, **{'a': 2}))
