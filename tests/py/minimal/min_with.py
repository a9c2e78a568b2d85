# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""with: enter, exit, exceptions swallowed or not, several managers."""
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value.args if value else None, traceback is None)
        return self.swallow


with Manager("a") as a:
    print("inside", a)
with Manager("b", True):
    raise ValueError(1)
try:
    with Manager("c") as c:
        raise KeyError("k")
except KeyError as e:
    print("out", e.args)
with Manager("d") as d, Manager("e", True) as e:
    print(d, e)
    {}["key"]
with (Manager("f"), Manager("g") as g):
    print(g)


def leaves():
    for i in range(3):
        with Manager(str(i)):
            if i == 0:
                continue
            if i == 1:
                return "returned"


print(leaves())


class BadEnter:
    def __enter__(self):
        raise ValueError("enter")

    def __exit__(self, *args):
        print("not called")


class BadExit(Manager):
    def __exit__(self, *args):
        raise TypeError("exit")


for bad in BadEnter(), BadExit("x"):
    try:
        with bad:
            print("in")
    except (ValueError, TypeError) as e:
        print(repr(e))
try:
    with 5:
        pass
except (TypeError, AttributeError):
    print("no manager")


def generator():
    with Manager("in a generator"):
        yield 1
        yield 2


print(list(generator()))
g = generator()
print(next(g), g.close())
