# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, float, percent, set
# Shows: A value class with full data model: ordering, hashing, arithmetic, iteration, pickling by repr.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Money:
    __slots__ = ('units', 'cur')
    rates = {'EUR': 100, 'USD': 90, 'JPY': 1}
    def __init__(self, units, cur='EUR'):
        if cur not in self.rates: raise ValueError(f'unknown currency {cur!r}')
        self.units, self.cur = units, cur
    def to(self, cur): return Money(self.units * self.rates[self.cur] // self.rates[cur], cur)
    def _other(self, o):
        if isinstance(o, Money): return o.to(self.cur).units
        if o == 0 and not isinstance(o, bool): return 0
        return NotImplemented
    def __add__(self, o):
        v = self._other(o)
        return v if v is NotImplemented else Money(self.units + v, self.cur)
    __radd__ = __add__
    def __sub__(self, o):
        v = self._other(o)
        return v if v is NotImplemented else Money(self.units - v, self.cur)
    def __mul__(self, k): return Money(self.units * k, self.cur) if isinstance(k, int) else NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, o): return self.units * self.rates[self.cur] / (o.units * self.rates[o.cur]) if isinstance(o, Money) else NotImplemented
    def __divmod__(self, n):
        q, r = divmod(self.units, n)
        return Money(q, self.cur), Money(r, self.cur)
    def __eq__(self, o): return isinstance(o, Money) and self.units * self.rates[self.cur] == o.units * o.rates[o.cur]
    def __lt__(self, o):
        if not isinstance(o, Money): return NotImplemented
        return self.units * self.rates[self.cur] < o.units * o.rates[o.cur]
    def __hash__(self): return hash(self.units * self.rates[self.cur])
    def __bool__(self): return self.units != 0
    def __neg__(self): return Money(-self.units, self.cur)
    def __iter__(self): yield self.units; yield self.cur
    def __repr__(self): return f'Money({self.units}, {self.cur!r})'
    def __str__(self): return f'{self.units // 100}.{self.units % 100:02d} {self.cur}'
    def __format__(self, spec): return format(str(self), spec) if spec[-1:] != 'r' else repr(self)
    def split(self, n):
        q, r = divmod(self, n)
        return [q + Money(1, self.cur) if i < r.units else q for i in range(n)]
a, b, c = Money(1000), Money(500, 'USD'), Money(45000, 'JPY')
print(a, b, c, a + b, b + a, a - c, a * 2, 3 * b, '%.3f' % (a / b), divmod(a, 3), -a, bool(Money(0)), b == c, a > b, sorted([a, b, c, Money(1)]), sum([a, b, c]), max(a, b), len({a, b, c}), {b: 'x'}[c])
print(f'{a:>12}|{b:r}|{c}', [*a], dict([a]), eval(repr(b)) == b, a.split(3), sum(a.split(7)) == a, [str(x) for x in Money(5).split(2)], a != 1000, a == 'x')
for f in (lambda: a + 1, lambda: a + 'x', lambda: 1 - a, lambda: a * 1.5, lambda: a < 5, lambda: Money(1, 'XXX'), lambda: a / 2, lambda: a.nope, lambda: divmod(a, 0)): err(f)
def st(): a.extra = 1
err(st)
units, cur = b
print(units, cur, 0 + a == a, sum([], Money(0)), isinstance(a, Money), a.to('JPY'), a.to('USD').to('EUR'))
