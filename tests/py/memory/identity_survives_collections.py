# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, memoryview, set
#
# id(), default hashes, `is` and default reprs are the same after blocks have moved, and those of objects
# that live at the same time differ.
import gc


class Plain:
    pass


class Slots:
    __slots__ = ('a',)


class Equal:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Equal) and other.n == self.n

    def __hash__(self):
        return hash(self.n)


class Error(Exception):
    pass


def function():
    pass


def numbers():
    yield 1


class Meta(type):
    pass


class Made(metaclass=Meta):
    def method(self):
        pass


things = [Plain(), Slots(), Equal(3), Error('e'), function, numbers(), Made, Meta, Plain, object(), [1], {1: 2},
          {3}, (4, 5), 'a str that is not a name', b'bytes', bytearray(b'b'), 10 ** 40, range(5), slice(1, 2), 1e300,
          lambda: 0, property(function), memoryview(b'abc'), Made().method, iter([1]), int, len, None, 7, 'name', gc]
ids = [id(x) for x in things]
print(len(set(ids)) == len(things))
hashable = [x for x in things if type(x).__hash__ and not isinstance(x, (str, slice))]
hashes = [hash(x) for x in hashable]
texts = [repr(x) for x in things]


def churn(n):
    junk = []
    for i in range(300):
        junk.append([i, str(i) * (i % 7), {i: n}])
        if i % 3:
            junk[-1] = None
    return len(junk)


for n in range(30):
    churn(n)
    gc.collect()
    if [id(x) for x in things] != ids:
        print('an id changed', n)
    if [hash(x) for x in hashable] != hashes:
        print('a hash changed', n)
    if [repr(x) for x in things] != texts:
        print('a repr changed', n)
    copies = list(things)
    if not all(a is b for a, b in zip(copies, things)):
        print('is', n)

# many at once, of which most die
kept, seen = [], {}
for round in range(20):
    new = [Plain() for i in range(200)]
    for x in new:
        seen[id(x)] = 1
    kept += new[::20]
    del new, x
    gc.collect()
print(len(kept), len(set(map(id, kept))), len({x: 1 for x in kept}))
expected = {id(x): x for x in kept}
gc.collect()
print(all(expected[id(x)] is x for x in kept))
text = repr(kept[0])
print(text == '<__main__.Plain object at ' + hex(id(kept[0])) + '>' or text)
print(object.__hash__(kept[3]) == hash(kept[3]), object.__repr__(kept[0]) == text, kept[3].__hash__() == hash(kept[3]))
a, b = Made(), Made()
print(hash(a.method) == hash(a.method), hash(a.method) != hash(b.method), {a.method: 1}[a.method])
