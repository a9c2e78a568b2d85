# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Special methods: reflected, in place, comparing, hashing, containers."""
class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"V{self.n}"

    def __add__(self, o):
        return V(self.n + (o.n if isinstance(o, V) else o)) if isinstance(o, (V, int)) else NotImplemented

    __radd__ = __add__

    def __rsub__(self, o):
        return V(o - self.n)

    def __iadd__(self, o):
        self.n += o
        return self

    def __mul__(self, k):
        return V(self.n * k)

    def __floordiv__(self, k):
        return V(self.n // k)

    def __mod__(self, k):
        return V(self.n % k)

    def __lshift__(self, k):
        return V(self.n << k)

    def __and__(self, k):
        return V(self.n & k)

    def __invert__(self):
        return V(~self.n)

    def __abs__(self):
        return V(abs(self.n))

    def __lt__(self, o):
        return self.n < o.n

    def __le__(self, o):
        return self.n <= o.n

    def __eq__(self, o):
        return isinstance(o, V) and self.n == o.n

    def __hash__(self):
        return hash(self.n)

    def __index__(self):
        return self.n


a, b = V(3), V(-4)
print(a + b, a + 1, 1 + a, 10 - a, a * 3, a // 2, a % 2, a << 2, a & 1, ~a, abs(b))
c = a
c += 5
print(a, c is a)
print(a < b, a > b, a <= V(8), a >= b, a == V(8), a != V(8), sorted([a, b, V(1)]), min(a, b), {a: 1}[V(8)], a in [V(8)])
print([10, 20, 30][V(1)], "abcdef"[V(1):V(3)], hex(V(255)), list(range(V(3))), [0] * V(2))
for f in (lambda: a + "x"), (lambda: "x" + a), (lambda: a - 1), (lambda: a < 5), (lambda: -a):
    try:
        f()
    except (TypeError, AttributeError):
        print("not supported")


class Same:
    def __eq__(self, o):
        return True


print(Same() == 5, 5 == Same(), Same() != 5, Same() in [], Same() in [1])
