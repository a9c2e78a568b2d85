# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Properties and descriptors."""
class Celsius:
    def __init__(self, t=0):
        self._t = t

    @property
    def t(self):
        "the temperature"
        return self._t

    @t.setter
    def t(self, value):
        if value < -273:
            raise ValueError(value)
        self._t = value

    @t.deleter
    def t(self):
        print("deleted")
        self._t = None

    @property
    def fahrenheit(self):
        return self._t * 9 // 5 + 32


c = Celsius(100)
print(c.t, c.fahrenheit, Celsius.t.__doc__)
c.t = 0
print(c.t, c.fahrenheit)
try:
    c.t = -300
except ValueError as e:
    print(e.args, c.t)
try:
    c.fahrenheit = 1
except AttributeError:
    print("read only")
del c.t
print(c.t)


class Field:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class Record:
    a = Field()
    b = Field()


r = Record()
print(r.a, r.b, Record.a.name)
r.a = 5
r.b = "x"
print(r.a, r.b, sorted(r.__dict__))
del r.a
print(r.a)


class Lazy:
    def __init__(self, f):
        self.f = f

    def __get__(self, instance, owner):
        value = instance.__dict__[self.f.__name__] = self.f(instance)
        return value


class Uses:
    @Lazy
    def answer(self):
        print("computed")
        return 42


u = Uses()
print(u.answer, u.answer)


class Sub(Celsius):
    @property
    def t(self):
        return "sub " + str(super().t)


print(Sub(3).t, property(lambda self: 7).fget(None))
