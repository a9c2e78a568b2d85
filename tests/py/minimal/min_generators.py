# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
"""Generators: yield, send, throw, close, return values, yield from."""
def count(n):
    while n:
        yield n
        n -= 1
    return "done"


print(list(count(3)), sum(count(4)), max(count(5)), [*count(2)], tuple(count(0)))
g = count(2)
print(next(g), next(g), next(g, "default"))
try:
    next(g)
except StopIteration as e:
    print("ended with", e.value)


def echo():
    got = yield "first"
    while True:
        try:
            got = yield got * 2
        except ValueError as e:
            got = 100
        except GeneratorExit:
            print("closing")
            raise


e = echo()
print(next(e), e.send(4), e.send("ab"), e.throw(ValueError("x")), e.close(), e.close())
try:
    e.send(1)
except StopIteration:
    print("over")


def delegate():
    result = yield from count(2)
    print("result", result)
    yield from [7, 8]
    yield from "xy"
    return 5


print(list(delegate()))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
print([next(f) for _ in range(12)], [x for x, _ in zip(fibonacci(), range(5))])
squares = (x * x for x in range(10) if x % 2)
print(next(squares), list(squares), list(squares), sum(i for i in range(5)))


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


for x in cleanup():
    print(x)
c = cleanup()
next(c)
c.close()
try:
    next(c)
except StopIteration:
    print("closed")


def fails():
    yield 1
    raise KeyError("inside")


try:
    for x in fails():
        print(x)
except KeyError as e:
    print(e.args)


def running():
    try:
        next(r)
    except ValueError:
        yield "running already"


r = running()
print(next(r))
try:
    echo().send(1)
except TypeError:
    print("not started")
