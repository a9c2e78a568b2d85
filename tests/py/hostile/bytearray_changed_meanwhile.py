# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, eval, memoryview, text-methods
# Shows: What __index__ and __iter__ do to a bytearray or a memoryview in its own subscript is seen, and breaks nothing.
class Empties:
    def __init__(self, b, index):
        self.b, self.index = b, index

    def __index__(self):
        self.b.clear()
        return self.index


def fresh():
    return bytearray(range(200))


for step in -1, 2, -7:
    b = fresh()
    print(b[::Empties(b, step)])
    b = fresh()
    del b[::Empties(b, step)]
    print(b)
    b = fresh()
    try:
        b[::Empties(b, step)] = b'x' * 200
    except ValueError as e:
        print(e)
    print(b)
b = fresh()
print(b[Empties(b, 5):100])
b = fresh()
b[Empties(b, 5):100] = b'abc'
print(b)
b = fresh()
del b[Empties(b, 5):100]
print(b)
for act in (lambda: b[Empties(b, 3)], lambda: b.__setitem__(3, Empties(b, 3)), lambda: b.pop(Empties(b, 3)),
            lambda: b.insert(Empties(b, 3), 65), lambda: b.append(Empties(b, 66)), lambda: b.remove(Empties(b, 3))):
    b = fresh()
    try:
        act()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
    print(b)
# CPython looks into freed memory here: the results are not compared.
for act in (lambda i: b.find(b'a', i), lambda i: b.count(b'', i), lambda i: b.startswith(b'', i), lambda i: b.rfind(b'', 0, i),
            lambda i: b.endswith(b'', i, i)):
    b = fresh()
    act(Empties(b, 5))
    print(b)
for act in (lambda i: b.split(None, i), lambda i: b.replace(b'a', b'b', i), lambda i: b.center(i), lambda i: b.ljust(i),
            lambda i: b.zfill(i), lambda i: b * i):
    b = fresh()
    print(len(act(Empties(b, 5))), b)


class Iterated:
    def __iter__(self):
        b.clear()
        return iter([1, 2, 3])


b = fresh()
b[5:100] = Iterated()
print(b)
b = fresh()
b.extend(Iterated())
print(b)
b = bytearray(b'abcdef')
b[::2] = b''
print(b, b * 1000 == bytearray(b'bdf') * 1000)
b *= 5
print(b)


class Releases:
    def __index__(self):
        m.release()
        return 5


for act in (lambda: m[Releases()], lambda: m.__setitem__(Releases(), 1), lambda: m.__setitem__(1, Releases())):
    m = memoryview(bytearray(100))
    try:
        act()
    except ValueError as e:
        print(e)

# Source that changes itself while it runs.
source = bytearray(b"source.clear()\nx = 5\nprint(x)\n")
exec(source)
print(source)
