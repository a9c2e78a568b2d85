# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float
# Shows: f-strings evaluate left to right, in the local scope, with closures and errors.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

log = []
def t(v):
    log.append(v)
    return v
class F:
    def __init__(self, n): self.n = n
    def __format__(self, s): log.append(('fmt', self.n, s)); return f'<{self.n}:{s}>'
    def __repr__(self): log.append(('repr', self.n)); return f'R{self.n}'
print(f'{t(1)}{t(2):{t(3)}}{F("a"):{t("x")}y}{F("b")!r:>5}', log)
def outer(v):
    def inner(): return f'{v} {[v for _ in range(2)]} {(lambda: v)()}'
    v += 1
    return inner
print(outer(5)())
class C:
    a = 5
    s = f'{a} {a + 1}'
    def m(self): return f'{self.a} {self.__class__.__name__} {type(self).s}'
print(C.s, C().m())
err(lambda: f'{undefined_q}')
err(lambda: f'{1 / 0}')
err(lambda: f'{"a":d}')
err(lambda: f'{5:{"q"}}')
err(lambda: f'{[]:5}')
err(lambda: f'{None:5}')
err(lambda: f'{1:{[]}}')
print([f'{i}:{c}' for i, c in enumerate('ab')], {f'k{i}': f'{i * i:>3}' for i in range(3)}, (lambda n: f'{n:03}')(7), ''.join(f'{b:08b} ' for b in b'hi'))
def gen():
    for i in range(2):
        x = yield f'{i} got {(yield i)}'
print(list(gen()))
s = '{x}'
x = 1
print(s, f'{s}', s.format(x=2), f'{s.format(x=3)}', f'{s!r}', '{' f'{x}' '}')
def many(): return f'{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}{x}'
print(many(), f'{x:>{x}{x}}', f'{x!r:{"^"}{5}}|', f"{x:{'0'}>{4}}")
multi = (f'first {x} '
         f'second {x + 1} '
         'third {x} '
         f'fourth {x!r}')
print(multi)
print(f'{x:d}{"":>3}{"end"}', f'{len(f"{x}{x}")}', f'{max(1, 2)} {dict(a=1)} { {"a": {"b": 1}}["a"]["b"] }', f'{x if x else (lambda: 1)}', f'{not x}', f'{-x} {+x} {~x}', f'{x**2} {x//2} {x<<3}')
