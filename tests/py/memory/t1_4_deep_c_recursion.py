# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, json, percent
# Shows: T1.4: nested reprs, comparisons, hashes, copies of structures too deep: an exception or a result, and the program goes on.
# skip: always, stress, asan-increments, asan-moves -- 20,000 levels marked anew at each of 100,000s of allocations: hours; with red zones around each, many minutes even in increments
def nest(n, wrap):
    x = wrap(None)
    for _ in range(n):
        x = wrap(x)
    return x
def attempt(name, f):
    try:
        f()
        print(name, 'fine')
    except RecursionError:
        print(name, 'fine')
    except MemoryError:
        print(name, 'fine')
deep = nest(20000, lambda x: [x])
deep2 = nest(20000, lambda x: [x])
attempt('repr list', lambda: repr(deep))
attempt('compare lists', lambda: deep == deep2)
attempt('repr dict', lambda: repr(nest(20000, lambda x: {1: x})))
attempt('hash tuple', lambda: hash(nest(20000, lambda x: (x,))))
attempt('str tuple', lambda: str(nest(20000, lambda x: (x,))))
attempt('format', lambda: '%s' % (deep,))
attempt('compare tuples', lambda: nest(5000, lambda x: (x,)) < nest(5000, lambda x: (x,)))
import json
attempt('json dumps', lambda: json.dumps(deep))
attempt('json loads', lambda: json.loads('[' * 20000 + ']' * 20000))
attempt('eval parens', lambda: eval('(' * 150 + ')' * 150))
class R:
    def __init__(self, x): self.x = x
    def __repr__(self): return 'R(%r)' % (self.x,)
attempt('mixed repr', lambda: repr(nest(5000, R)))
class It:
    def __init__(self, x): self.x = x
    def __iter__(self): return iter(self.x)
attempt('nested iter', lambda: list(nest(5000, lambda x: It(x if x else []))))
attempt('sorted key', lambda: (lambda f: f(f))(lambda f: sorted([1, 2], key=lambda x: f(f))))
attempt('map in map', lambda: (lambda f: f(f))(lambda f: list(map(lambda x: f(f), [1]))))
print('still alive', len(deep))
