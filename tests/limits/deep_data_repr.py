# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Very deep data in repr, comparison, hash, JSON and pickling by eval: an exception, never a crash.
import json
def deep(n, wrap, x=0):
    for _ in range(n):
        x = wrap(x)
    return x
def attempt(f):
    try:
        f()
        return 'value'
    except (RecursionError, MemoryError, ValueError, SyntaxError):
        return 'exception'
N = 100000
l = deep(N, lambda x: [x])
t = deep(N, lambda x: (x,))
d = deep(N, lambda x: {'k': x})
class Box:
    def __init__(self, v): self.v = v
    def __repr__(self): return repr(self.v)
    def __eq__(self, o): return self.v == o.v
    def __len__(self): return len(self.v)
    def __iter__(self): return iter(self.v)
    def __getattr__(self, n): return getattr(self.v, n)
    def __call__(self): return self.v()
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __bool__(self): return bool(self.v)
    def __add__(self, o): return self.v + o
    def __contains__(self, o): return o in self.v
    def __str__(self): return str(self.v)
    def __format__(self, s): return format(self.v, s)
    def __index__(self): return self.v.__index__()
b, c = deep(N, Box, []), deep(N, Box, [])
for name, f in (('repr list', lambda: repr(l)), ('repr tuple', lambda: repr(t)), ('repr dict', lambda: repr(d)), ('eq', lambda: l == deep(N, lambda x: [x])), ('lt', lambda: t < deep(N, lambda x: (x,))), ('hash', lambda: hash(t)), ('json', lambda: json.dumps(l)), ('json dict', lambda: json.dumps(d)), ('loads', lambda: json.loads('[' * N)),
                ('box repr', lambda: repr(b)), ('box eq', lambda: b == c), ('box len', lambda: len(b)), ('box iter', lambda: list(b)), ('box attr', lambda: b.nothing), ('box call', lambda: b()), ('box lt', lambda: b < c), ('box hash', lambda: hash(b)), ('box bool', lambda: bool(b)), ('box add', lambda: b + 1), ('box in', lambda: 1 in b), ('box str', lambda: str(b)), ('box format', lambda: f'{b}'), ('print', lambda: print(b, file=None) if False else str([b])), ('isinstance', lambda: isinstance(1, deep(N, lambda x: (x,), str))), ('eval', lambda: eval('[' * N)), ('sorted', lambda: sorted([b, c])), ('dict key', lambda: {b: 1}), ('startswith', lambda: 'a'.startswith(t) if False else repr(l))):
    print(name, attempt(f) in ('value', 'exception'))
print('alive', len(l))
