# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Exceptions: try in all its forms, values, chains."""
def run(f):
    try:
        result = f()
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, end=" ")
    except ValueError as e:
        print("value", e.args, end=" ")
    except ArithmeticError:
        print("arithmetic", end=" ")
    else:
        print("else", result, end=" ")
    finally:
        print("finally")


def raises(e):
    raise e


for f in (lambda: {}[1]), (lambda: [][0]), (lambda: int("x") if False else raises(ValueError(1, "b"))), (lambda: 1 // 0), (lambda: 5):
    run(f)


class Mine(Exception):
    def __init__(self, code):
        super().__init__("code", code)
        self.code = code


class Sub(Mine):
    pass


for kind in Mine, Sub:
    try:
        raise kind(7)
    except Mine as e:
        print(type(e).__name__, e.code, e.args, str(e), repr(e), isinstance(e, Exception))
try:
    try:
        raise KeyError("first")
    except KeyError as e:
        raise ValueError("second") from e
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)
try:
    try:
        [][1]
    finally:
        print("on the way")
except IndexError as e:
    print(e.__cause__, e.__context__)
try:
    try:
        raise TypeError("a")
    except TypeError:
        raise
except TypeError as e:
    print("again", e)


def returns():
    for i in range(3):
        try:
            if i == 1:
                return i
        finally:
            print("leaving", i)


def overrides():
    try:
        raise ValueError
    finally:
        return "swallowed"


print(returns(), overrides())
for e in Exception(), Exception(1), Exception(1, "a"), KeyError("k"), StopIteration(3):
    print(repr(e), str(e), e.args)
try:
    raise Mine
except TypeError:
    print("needs an argument")
try:
    raise 5
except TypeError:
    print("no exception")
assert True
try:
    assert 1 > 2, "message"
except AssertionError as e:
    print(e.args)
try:
    e
except NameError:
    print("e is gone")
print(issubclass(IndexError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(KeyboardInterrupt, Exception))
