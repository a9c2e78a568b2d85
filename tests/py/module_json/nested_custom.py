# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, hex, json-options, percent, set
# Shows: Encoding objects through default and to_dict, decoding into objects, pretty printing deep data.
import json
class P:
    def __init__(self, n, kids=()): self.n, self.kids = n, list(kids)
    def to_dict(self): return {'n': self.n, 'kids': [k.to_dict() for k in self.kids]}
    @classmethod
    def from_dict(cls, d): return cls(d['n'], map(cls.from_dict, d['kids']))
    def __eq__(self, o): return self.to_dict() == o.to_dict()
t = P('root', [P('a', [P('é'), P('"q"')]), P('b')])
s = json.dumps(t.to_dict())
print(s, P.from_dict(json.loads(s)) == t)
print(json.dumps(t.to_dict(), indent=3))
def default(o):
    if isinstance(o, P): return o.to_dict()
    if isinstance(o, (set, frozenset)): return sorted(o)
    if isinstance(o, bytes): return o.hex()
    raise TypeError('no way to encode ' + type(o).__name__)
print(json.dumps({'t': t.kids[1], 's': {3, 1}, 'b': b'\x01\xff'}, default=default))
try: json.dumps([object()], default=default)
except TypeError as e: print(e)
def hook(d):
    if set(d) == {'n', 'kids'}: return P(d['n'], d['kids'])
    return d
r = json.loads(s, object_hook=hook)
print(type(r).__name__, r == t, r.kids[0].kids[1].n)
big = {'list': list(range(50)), 'deep': {}, 'text': 'x' * 100, 'nums': [0.5, -1.25, 10**15, 2**53, -0.0, 1e3]}
cur = big['deep']
for i in range(20): cur['k%d' % i] = cur = {}
out = json.dumps(big, sort_keys=True)
print(len(out), json.loads(out) == big, out[:40], out[-60:])
print(json.dumps({'b': 1, 'a': {'d': [], 'c': {}}}, indent=2, sort_keys=True), json.dumps([[], {}, [[]], [{}]], indent=1))
for v in ('\\', '"', '/', '\u2028', '\x1f', '\x7f', '\ud7ff', '\U0001f40d', 'a\tb'):
    e = json.dumps(v)
    print(e, json.loads(e) == v, len(e), json.dumps(v, ensure_ascii=False) == e)
