# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Builtins that look at objects: type, id, dir-like questions, getattr, isinstance, callable, repr."""
for x in 1, True, "a", b"a", None, [], (), {}, range(1), len, int, lambda: 0, Ellipsis, NotImplemented, slice(1), (i for i in ()):
    print(type(x).__name__, end=" ")
print()
a, b = [1], [1]
print(a == b, a is b, id(a) == id(a), id(a) == id(b), a is not b, type(a) is type(b), type(1) == int)
print(isinstance(1, (str, int)), isinstance(None, type(None)), issubclass(int, object), type(type) is type, type(5)("7") + 1)


class C:
    x = 1

    def m(self):
        return self


c = C()
print(getattr(c, "x"), getattr(c, "y", "no"), hasattr(c, "m"), hasattr(c, "y"), callable(c.m), callable(c), callable(C), c.m() is c)
setattr(C, "y", 2)
print(c.y, C.y, "y" in C.__dict__)
delattr(C, "y")
print(hasattr(c, "y"), c.m.__name__ if hasattr(c.m, "__name__") else "m", C.__name__, C.m is C.m)
try:
    getattr(c, "z")
except AttributeError:
    print("none")
try:
    undefined
except NameError:
    print("undefined")
print(repr(None), repr(True), repr("a'b"), repr([1, "x", (2,), {3: None}]), str(int), repr(...))
print(print("printed"), print("a", "b", sep="+", end="!\n"), len("abc"), abs(-4), ord("z"), chr(122), pow(2, 10), divmod(17, 5))
D = type("D", (C,), {"z": 9, "f": lambda self: self.z + self.x})
print(D().f(), D.__name__, D.__mro__[1] is C, isinstance(D(), C))
print(__name__, type(__name__).__name__)
