# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set
# Shows: Order of evaluation in comprehensions, exceptions inside, conditions with effects.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

log = []
def t(v):
    log.append(v)
    return v
print({t('k%d' % i): t('v%d' % i) for i in range(2)}, log)
log.clear()
print([t(x) for x in [1, 2, 3] if t(-x) != -2], log)
log.clear()
print([t((a, b)) for a in (t(1), t(2)) for b in (t(3),)], log)
log.clear()
{t(1): t(2), **{t(3): t(4)}, t(5): t(6)}
[t(7), *[t(8)], t(9)]
print(log)
err(lambda: [1 // x for x in (2, 1, 0)])
err(lambda: {x: 1 for x in [[]]})
err(lambda: {x for x in [{}]})
err(lambda: [x for x in 5])
err(lambda: [x for y in 5 for x in y])
err(lambda: [x.foo for x in (1,)])
err(lambda: [a for a, b in [1]])
err(lambda: [a for a, b in [(1, 2, 3)]])
def g():
    yield 1
    raise KeyError('source')
err(lambda: [x for x in g()])
err(lambda: {x: x for x in g()})
def part():
    out = []
    try:
        [out.append(1 // x) for x in (1, 1, 0, 1)]
    except ZeroDivisionError:
        return out
print(part())
d = {'a': 1, 'b': 2, 'a2': 3}
print({k[0]: v for k, v in d.items()}, [k for k in d if d[k] > 1], {k: d[k] for k in sorted(d, reverse=True)})
big = {i: [j for j in range(i)] for i in range(60)}
print(sum(len(v) for v in big.values()), sum(sum(v) for v in big.values()))
print([[r, c] for r in range(8) for c in range(8) if (r + c) % 2 == 0 and r * c == 12 or r == c == 7])
