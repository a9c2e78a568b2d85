# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Every way of recursing without end raises RecursionError and leaves the interpreter working.
class C:
    def __init__(self, n=0):
        if n > 0: C(n)
    def __getattr__(self, n): return getattr(self, n)
    def __call__(self): return self()
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __getitem__(self, i): return self[i]
    def __setitem__(self, i, v): self[i] = v
    def __contains__(self, x): return x in self
    def __eq__(self, o): return self == o
    def __lt__(self, o): return self < o
    def __hash__(self): return hash(self)
    def __str__(self): return str(self)
    def __repr__(self): return repr(self)
    def __format__(self, s): return format(self, s)
    def __add__(self, o): return self + o
    def __neg__(self): return -self
    def __index__(self): return [1][self]
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    @property
    def prop(self): return self.prop
    @staticmethod
    def st(): return C.st()
    @classmethod
    def cl(cls): return cls.cl()
class S:
    def __setattr__(self, n, v): setattr(self, n, v)
    def __delattr__(self, n): delattr(self, n)
    def __getattribute__(self, n): return self.x
class G:
    def __iter__(self):
        yield from self
class D:
    def __get__(self, o, t): return o.d
class H:
    d = D()
class N:
    def __new__(cls): return cls()
c = C()
def w():
    with c: pass
def gen():
    yield next(gen())
def compr(): return [compr() for _ in range(1)]
def dflt(f=None): return (lambda g=None: dflt(g))(f)
def tr():
    try: return tr()
    finally: pass
def ex():
    try: return ex()
    except ValueError: pass
def star(*a, **k): return star(*a, **k)
fs = {'init': lambda: C(1), 'getattr': lambda: c.zz, 'call': c, 'len': lambda: len(c), 'bool': lambda: bool(c), 'iter': lambda: iter(c), 'getitem': lambda: c[0], 'setitem': lambda: c.__setitem__(0, 1), 'contains': lambda: 1 in c, 'eq': lambda: c == 1, 'lt': lambda: c < 1, 'hash': lambda: hash(c), 'str': lambda: str(c), 'repr': lambda: repr(c), 'format': lambda: format(c, ''), 'add': lambda: c + 1, 'neg': lambda: -c, 'index': lambda: [1][c], 'with': w,
      'prop': lambda: c.prop, 'static': C.st, 'class': C.cl, 'setattr': lambda: setattr(S(), 'a', 1), 'delattr': lambda: delattr(S(), 'a'), 'getattribute': lambda: S().y, 'yield from': lambda: list(G()), 'descriptor': lambda: H().d, 'new': N, 'gen': lambda: list(gen()), 'compr': compr, 'default': dflt, 'finally': tr, 'except': ex, 'star': lambda: star(1, k=2), 'sort key': lambda: (lambda f: f(f))(lambda f: sorted([1], key=lambda x: f(f))), 'eval': lambda: (lambda f: f(f))(lambda f: eval('f(f)', {'f': f})), 'exec': lambda: exec(src, {'src': (src := 'exec(src, {"src": src})')}) if False else eval('e()', {'e': compr}), 'map': lambda: (lambda f: f(f))(lambda f: list(map(f, [f]))), 'str format': lambda: '{}'.format(c), 'percent': lambda: '%s' % c, 'fstring': lambda: f'{c!r}', 'dict': lambda: {c: 1}, 'in list': lambda: c in [1, c, 2] if False else [5].index(c), 'min': lambda: min(c, c), 'sorted': lambda: sorted([c, c]), 'join': lambda: ','.join(c), 'unpack': lambda: (lambda *a: a)(*c), 'print': lambda: print(c)}
for name, f in fs.items():
    try:
        f()
        print(name, 'no error')
    except RecursionError:
        print(name, 'RecursionError')
print(sum(range(100)))
