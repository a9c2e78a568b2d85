# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, percent, set
# Shows: Keys equal across types, custom hash and eq, collisions, hash errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return 7
    def __eq__(self, o):
        return isinstance(o, K) and self.v == o.v
    def __repr__(self):
        return 'K(%r)' % self.v
d = {K(i): i for i in range(20)}
print(len(d), d[K(5)], K(20) in d, d.get(K(19)), list(d)[:3])
del d[K(0)]
d[K(5)] = 'five'
print(len(d), d[K(5)], list(d)[0])
class NoHash:
    def __eq__(self, o):
        return True
err(hash, NoHash())
err(lambda: {NoHash(): 1})
class BadHash:
    def __hash__(self):
        return 'x'
err(hash, BadHash())
class RaiseHash:
    def __hash__(self):
        raise ValueError('no hash today')
err(lambda: {RaiseHash(): 1})
err(lambda: RaiseHash() in {})
class RaiseEq:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        raise ValueError('no eq today')
x = {RaiseEq(): 1}
err(lambda: x[1])
err(lambda: x[RaiseEq()])
nan = float('nan')
e = {nan: 'nan', None: 'none', (): 'empty', frozenset([1]): 'fs', ...: 'dots', int: 'type', len: 'fn', 0: 'zero', '': 'str', b'': 'bytes'}
print(e[nan], e[None], e[()], e[frozenset({1})], e[...], e[int], e[len], e[False], e[0.0], e[''], e[b''], len(e))
class BigHash:
    def __hash__(self):
        return 10**40
print(hash(BigHash()) == hash(BigHash()), {BigHash: 1}[BigHash])
print(hash(-1) == hash(-1.0), {-1: 'a', -2: 'b'}[-2.0])
