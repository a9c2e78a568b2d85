# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
# timeout: 20
"""Generators, exceptions and with blocks left and entered while everything allocates."""


class Guard:
    open = 0

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        Guard.open += 1
        return [self.name]

    def __exit__(self, kind, value, trace):
        Guard.open -= 1
        return kind is KeyError


def words(n):
    for i in range(n):
        with Guard("g%d" % i) as names:
            try:
                received = yield names[0] + str(i)
                if received:
                    raise KeyError(received)
            finally:
                names.append("left")


def chain(n, depth):
    if depth:
        total = yield from chain(n, depth - 1)
        return total + 1
    for word in words(n):
        yield word
    return 0


def nested(n):
    try:
        try:
            {}[n]
        except KeyError as error:
            raise ValueError("n is %d" % n) from error
    except ValueError as error:
        return "%s from %r" % (error, error.__cause__)


result = []
g = chain(30, 6)
result.append(next(g))
for i, word in enumerate(g):
    result.append(word + nested(i))
print(len(result), result[-1], Guard.open)

g = words(10)
next(g)
g.send("x")
g.send(None)
g.close()
print(Guard.open)
pending = [chain(5, 3) for _ in range(20)]
print([next(p) for p in pending][-1], [next(p) for p in pending][0])
del pending[::2]
print(sum(len(list(p)) for p in pending))
