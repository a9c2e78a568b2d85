# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Inheritance: super, method resolution, isinstance, overriding, native bases."""
class A:
    def __init__(self, n):
        self.n = n

    def who(self):
        return "A"

    def both(self):
        return self.who() + str(self.n)


class B(A):
    def __init__(self, n, m):
        super().__init__(n)
        self.m = m

    def who(self):
        return "B>" + super().who()


class C(A):
    def who(self):
        return "C>" + super().who()


class D(B, C):
    def who(self):
        return "D>" + super().who()


d = D(1, 2)
print(d.who(), d.both(), d.n, d.m, [c.__name__ for c in D.__mro__], D.__bases__ == (B, C))
print(isinstance(d, A), isinstance(d, (int, C)), issubclass(D, A), issubclass(A, D), issubclass(bool, int), isinstance(B(1, 2), C))
print(A.who(d), B.who(d), super(B, d).who(), D.__name__, type(d).__name__)


class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __repr__(self):
        return "Stack" + list.__repr__(self)


s = Stack([1])
print(s.push(2).push(3), len(s), s[0], s == [1, 2, 3], isinstance(s, list), s.pop(), sum(s))


class Name(str):
    def shout(self):
        return self.upper() + "!"


class Count(dict):
    def __missing__(self, key):
        return 0


class Age(int):
    def __add__(self, other):
        return Age(int(self) + other)


n, c, a = Name("bob"), Count(), Age(5)
c["x"] += 1
c["x"] += 1
print(n.shout(), n == "bob", n + "by", c, c["none"], type(a + 1).__name__, a + 1, a * 2, a < 6)
try:
    class Bad(A, D):
        pass
except TypeError:
    print("no order")
print(hasattr(A, "m"), object in A.__mro__, A(3).both(), [k.__name__ for k in (A, B)])


class Base:
    def __init_subclass__(cls, tag=None):
        cls.tag = tag


class Tagged(Base, tag="t"):
    pass


print(Tagged.tag)
