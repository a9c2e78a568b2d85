# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: A numeric tower: decimal fixed point, complex pair, intervals, mixing through reflected operators.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Fixed:
    PLACES = 4
    UNIT = 10 ** PLACES
    __slots__ = ('raw',)
    def __init__(self, v=0):
        if isinstance(v, Fixed): self.raw = v.raw
        elif isinstance(v, int): self.raw = v * Fixed.UNIT
        elif isinstance(v, str):
            neg = v.startswith('-')
            a, _, b = v.lstrip('+-').partition('.')
            if not (a + b).isdigit() or len(b) > Fixed.PLACES: raise ValueError('bad fixed: %r' % v)
            self.raw = int((a or '0') + b.ljust(Fixed.PLACES, '0')) * (-1 if neg else 1)
        else: raise TypeError(f'cannot make Fixed of {type(v).__name__}')
    @classmethod
    def of(cls, raw):
        self = cls.__new__(cls)
        self.raw = raw
        return self
    def _coerce(f):
        def g(self, o):
            try: o = Fixed(o)
            except TypeError: return NotImplemented
            return f(self, o)
        return g
    __add__ = __radd__ = _coerce(lambda a, b: Fixed.of(a.raw + b.raw))
    __sub__ = _coerce(lambda a, b: Fixed.of(a.raw - b.raw))
    __rsub__ = _coerce(lambda a, b: Fixed.of(b.raw - a.raw))
    __mul__ = __rmul__ = _coerce(lambda a, b: Fixed.of((a.raw * b.raw * 2 + Fixed.UNIT) // (2 * Fixed.UNIT)))
    __truediv__ = _coerce(lambda a, b: Fixed.of((a.raw * Fixed.UNIT * 2 + b.raw) // (2 * b.raw)))
    __floordiv__ = _coerce(lambda a, b: a.raw // b.raw)
    __mod__ = _coerce(lambda a, b: Fixed.of(a.raw % b.raw))
    __divmod__ = lambda self, o: (self // o, self % o)
    __eq__ = _coerce(lambda a, b: a.raw == b.raw)
    __lt__ = _coerce(lambda a, b: a.raw < b.raw)
    __le__ = _coerce(lambda a, b: a.raw <= b.raw)
    __gt__ = _coerce(lambda a, b: a.raw > b.raw)
    __ge__ = _coerce(lambda a, b: a.raw >= b.raw)
    __hash__ = lambda self: hash(self.raw) if self.raw % Fixed.UNIT else hash(self.raw // Fixed.UNIT)
    __neg__ = lambda self: Fixed.of(-self.raw)
    __abs__ = lambda self: Fixed.of(abs(self.raw))
    __bool__ = lambda self: self.raw != 0
    __int__ = __trunc__ = lambda self: abs(self.raw) // Fixed.UNIT * (1 if self.raw > 0 else -1)
    __float__ = lambda self: self.raw / Fixed.UNIT
    def __round__(self, n=None):
        if n is None: return round(self, 0).__int__()
        k = 10 ** (Fixed.PLACES - n)
        q, r = divmod(self.raw, k)
        return Fixed.of((q + (r * 2 > k or r * 2 == k and q % 2)) * k)
    def __str__(self):
        q, r = divmod(abs(self.raw), Fixed.UNIT)
        return f"{'-' * (self.raw < 0)}{q}" + (f'.{r:0{Fixed.PLACES}d}'.rstrip('0') if r else '')
    def __repr__(self): return f"Fixed('{self}')"
    def __format__(self, spec): return format(str(self), spec)
a, b = Fixed('3.25'), Fixed('-0.5')
print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, 2), -a, abs(b), 1 + a, 1 - a, 2 * a, a + 1, a > 3, 4 > a, a == Fixed('3.2500'), {Fixed(3): 'x'}[3], int(b), float(a), bool(Fixed()), round(a), round(Fixed('2.5')), round(Fixed('3.14159'[:6]), 2), f'{a:>8}|', repr([a, b]), sum([a, b, 1]), sorted([a, b, Fixed(1)]), max(a, b, 2))
for x in ('1.23456', 'abc', '', '.', '1.2.3', None, 1.5): err(Fixed, x)
err(lambda: a + 1.5)
err(lambda: 2.5 * a)
err(lambda: a / 0)
err(lambda: a < 1.5)
print(a == 1.5, a != None, Fixed('.5'), Fixed('-.25'), Fixed('007'), sum(Fixed('0.1') for _ in range(10)) == 1)
class Interval:
    def __init__(self, lo, hi=None): self.lo, self.hi = lo, lo if hi is None else hi
    def __add__(self, o): o = o if isinstance(o, Interval) else Interval(o); return Interval(self.lo + o.lo, self.hi + o.hi)
    __radd__ = __add__
    def __mul__(self, o):
        o = o if isinstance(o, Interval) else Interval(o)
        ps = [x * y for x in (self.lo, self.hi) for y in (o.lo, o.hi)]
        return Interval(min(ps), max(ps))
    __rmul__ = __mul__
    def __neg__(self): return Interval(-self.hi, -self.lo)
    def __sub__(self, o): return self + -(o if isinstance(o, Interval) else Interval(o))
    def __contains__(self, x): return self.lo <= x <= self.hi
    def __and__(self, o): return Interval(l, h) if (l := max(self.lo, o.lo)) <= (h := min(self.hi, o.hi)) else None
    def __repr__(self): return f'[{self.lo}, {self.hi}]'
i = Interval(Fixed('-1.5'), Fixed(2))
print(i, i + 1, 2 * i, i * i, -i, i - i, Fixed(0) in i, 3 in i, i & Interval(1, 5), i & Interval(7, 9), 1 + i, Interval(1, 2) * Fixed('0.5'))
