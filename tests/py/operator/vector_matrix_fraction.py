# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: float, percent
# Shows: A longer program: vectors, fractions, polynomials, matrices with overloaded operators.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)
class Frac:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError('Frac(%d, 0)' % n)
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
    @staticmethod
    def of(x):
        return x if isinstance(x, Frac) else Frac(x) if isinstance(x, int) else None
    def _op(f):
        def op(self, o):
            o = Frac.of(o)
            return NotImplemented if o is None else f(self, o)
        return op
    __add__ = __radd__ = _op(lambda a, b: Frac(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__ = _op(lambda a, b: Frac(a.n * b.d - b.n * a.d, a.d * b.d))
    __rsub__ = _op(lambda a, b: Frac(b.n * a.d - a.n * b.d, a.d * b.d))
    __mul__ = __rmul__ = _op(lambda a, b: Frac(a.n * b.n, a.d * b.d))
    __truediv__ = _op(lambda a, b: Frac(a.n * b.d, a.d * b.n))
    __rtruediv__ = _op(lambda a, b: Frac(b.n * a.d, b.d * a.n))
    __lt__ = _op(lambda a, b: a.n * b.d < b.n * a.d)
    __eq__ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d))
    def __pow__(self, k):
        return Frac(self.n ** k, self.d ** k) if k >= 0 else Frac(self.d ** -k, self.n ** -k)
    def __neg__(self):
        return Frac(-self.n, self.d)
    def __hash__(self):
        return hash((self.n, self.d))
    def __repr__(self):
        return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)
    def __float__(self):
        return self.n / self.d
    def __bool__(self):
        return self.n != 0
h, t = Frac(1, 2), Frac(-2, -6)
print(h, t, h + t, h - t, h * t, h / t, 1 - h, 2 / t, h ** 3, t ** -2, -h, h < t, t < 1, h == Frac(2, 4), {h: 1}[Frac(3, 6)], float(h), bool(Frac(0)))
print(sum(Frac(1, i) for i in range(1, 30)), sorted([h, t, Frac(1), Frac(-1, 5)]), max(h, t))
err(lambda: h + 'a')
err(lambda: h / 0)
err(lambda: 1.5 + h)
class Poly:
    def __init__(self, *c):
        while c and c[-1] == 0:
            c = c[:-1]
        self.c = c
    def __call__(self, x):
        r = 0
        for k in reversed(self.c):
            r = r * x + k
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*[a + b for a, b in zip(self.c + (0,) * (n - len(self.c)), o.c + (0,) * (n - len(o.c)))])
    def __mul__(self, o):
        r = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                r[i + j] += a * b
        return Poly(*r)
    def __repr__(self):
        return ' + '.join(f'{k}x^{i}' for i, k in enumerate(self.c) if k) or '0'
p = Poly(1, 2, 3)
print(p, p(2), p(h), p + Poly(0, -2), p * p, (p * Poly(-1, 1))(1), Poly(), Poly(0, 0))
class Mat:
    def __init__(self, rows):
        self.r = [list(x) for x in rows]
    def __matmul__(self, o):
        return Mat([[sum((a * b for a, b in zip(x, y)), Frac(0)) for y in zip(*o.r)] for x in self.r])
    def __getitem__(self, ij):
        return self.r[ij[0]][ij[1]]
    def inv(self):
        n = len(self.r)
        m = [row[:] + [Frac(int(i == j)) for j in range(n)] for i, row in enumerate(self.r)]
        for i in range(n):
            p = next(k for k in range(i, n) if m[k][i])
            m[i], m[p] = m[p], m[i]
            m[i] = [x / m[i][i] for x in m[i]]
            for k in range(n):
                if k != i:
                    m[k] = [a - m[k][i] * b for a, b in zip(m[k], m[i])]
        return Mat([row[n:] for row in m])
hil = Mat([[Frac(1, i + j + 1) for j in range(4)] for i in range(4)])
print(hil.inv().r, (hil @ hil.inv()).r, hil[1, 2])
