# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# Shows: dict subclasses: __missing__, overridden __getitem__, attributes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Counter(dict):
    def __missing__(self, k):
        return 0
c = Counter()
for ch in 'mississippi':
    c[ch] += 1
print(c, c['zz'], 'zz' in c, c.get('zz'), len(c), sorted(c.items(), key=lambda p: (-p[1], p[0])))
class DefaultDict(dict):
    def __init__(self, factory, *a, **k):
        super().__init__(*a, **k)
        self.factory = factory
    def __missing__(self, k):
        v = self[k] = self.factory()
        return v
d = DefaultDict(list, x=[0])
d['a'].append(1)
d['a'].append(2)
d['x'].append(3)
print(d, d == {'x': [0, 3], 'a': [1, 2]}, isinstance(d, dict))
class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)
    def __getitem__(self, k):
        return super().__getitem__(k.lower())
    def __contains__(self, k):
        return super().__contains__(k.lower())
l = Lower()
l['ABC'] = 1
print(l['aBc'], 'Abc' in l, dict(l), l)
err(lambda: l['NO'])
class Attr(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
o = Attr(a=1)
o.b = 2
print(o.a, o['b'], o)
err(lambda: o.zzz)
class Miss(dict):
    def __missing__(self, k):
        raise LookupError('missing %r' % (k,))
err(lambda: Miss()[5])
