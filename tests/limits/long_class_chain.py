# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Classes may stand in a chain of any length.
class A:
    def f(self):
        return 1


B = A
for i in range(400):
    B = type('B', (B,), {})
print(len(B.__mro__), B().f(), isinstance(B(), A), issubclass(B, object), super(B, B()).f())
A.f = lambda self: 2
print(B().f(), B().f())
B.f = lambda self: 3
print(B().f(), A().f())
A.late = 5
print(B.late, B().late)
class C(B, A): pass
print(C().f(), C.__mro__[1] is B, len(C.__mro__))


def chain(base, n=300):
    for i in range(n):
        base = type('X', (base,), {})
    return base


d = chain(dict)()
d[1] = 2
print(d, len(chain(dict).__mro__))
try:
    raise chain(ValueError)(1)
except ValueError as e:
    print(e.args)
print(isinstance(chain(type)('Y', (), {}), type))
try:
    class Odd(A, B): pass
except TypeError as e:
    print('TypeError')
