# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: get, pop, popitem, setdefault, clear, copy, and KeyError's text.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1, 2: 'b', (1, 2): None}
print(d.get('a'), d.get('x'), d.get('x', 5), d.get((1, 2), 7), d.setdefault('a', 9), d.setdefault('n', []), d.setdefault('m'), d)
print(d.pop('a'), d.pop('zz', 'dflt'), d.pop(2), d.popitem(), d.popitem(), d)
for k in ('nope', 5, (1, 3), 1.5, None, b'x', "it's"):
    err(lambda: d[k])
    err(d.pop, k)
err({}.popitem)
def de():
    del d['gone']
err(de)
err(d.get)
err(d.pop)
err(d.get, [])
err(d.setdefault, [], 1)
err(lambda: d[{}])
err(lambda: {[]: 1})
err(lambda: [] in d)
err(lambda: d.nosuch)
err(lambda: d['a']['b'])
c = d.copy()
c['new'] = 1
print(d, c, c.clear(), c, len(d), bool(d), bool({}))
def un():
    d[[1]] = 2
err(un)
err(hash, {})
