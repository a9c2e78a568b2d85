# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: class-change, memory=128k
# skip: oom -- where collections come often, a word of the C stack may keep an object; a MemoryError in a finaliser is contained
"""__del__ is called once, whatever the class is made of and however construction ended."""
import gc


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", type(self).__name__, self.name)


def drop(make, *args):
    make(*args)


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


drop(Named, "one")
collect()


class Child(Named):
    def __del__(self):
        print("child first")
        super().__del__()


drop(Child, "two")
collect()


class Silent(Child):
    pass


drop(Silent, "inherits")
collect()


class Fails:
    def __init__(self):
        self.state = "half"
        raise ValueError("no")

    def __del__(self):
        print("del of a half-built object", self.state)


def try_it():
    try:
        Fails()
    except ValueError as error:
        print("caught", error)


try_it()
collect()


class Slots:
    __slots__ = ("a", "b")

    def __del__(self):
        print("slots", self.a, hasattr(self, "b"))


def make_slots():
    s = Slots()
    s.a = 5


make_slots()
collect()


class Items(list):
    def __del__(self):
        print("list", list(self))


class Words(dict):
    def __del__(self):
        print("dict", sorted(self))


class Number(int):
    def __del__(self):
        print("int", int(self) + 1)


class Oops(Exception):
    def __del__(self):
        print("exception", self.args)


drop(Items, [1, 2, 3])
collect()
drop(Words, {"x": 1, "y": 2})
collect()
drop(Number, 41)
collect()
drop(Oops, "a", "b")
collect()


def raise_it():
    try:
        raise Oops("raised")
    except Oops:
        pass


raise_it()
collect()


class Made:
    def __new__(cls, n):
        self = object.__new__(cls)
        self.n = n
        return self

    def __del__(self):
        print("new", self.n)


drop(Made, 7)
collect()


class Meta(type):
    def __del__(cls):
        print("class", cls.__name__)


def make_class():
    class Local(metaclass=Meta):
        pass


make_class()
collect()


class A:
    pass


class B:
    def __del__(self):
        print("B now")


def change_class():
    a = A()
    a.__class__ = B


change_class()
collect()


class Called:
    count = 0

    def __del__(self):
        Called.count += 1


def explicit():
    c = Called()
    c.__del__()
    c.__del__()


explicit()
collect()
print(Called.count)


class Static:
    @staticmethod
    def __del__():
        print("static")


drop(Static)
collect()


class Dynamic:
    def __del__(self):
        print("never: the instance's own is not looked at")


def instance_attribute():
    d = Dynamic()
    d.__del__ = lambda: print("ignored")
    d.__class__ = A


instance_attribute()
collect()
print("end")
