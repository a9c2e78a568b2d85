# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""A computed attribute of a C type, asked for an object of another type."""


def show(f, *a):
    try:
        print(f(*a))
    except TypeError as e:
        print("TypeError")
name = type.__dict__['__name__']
show(name.__get__, 5)
show(name.__get__, int)
show(name.__get__, "a", str)
class M(type):
    __name__ = 7
class A(metaclass=M): pass
print(A.__name__)
show(name.__get__, A)
show(name.__set__, 5, 'x')
show(name.__delete__, 3)
show(name.__set__, A, 'B')
show(name.__get__, A)
