# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
#
# Dicts and sets whose keys are hashed by identity find them after blocks have moved, of any size of table,
# while keys come and go; functions, classes, methods and exceptions are such keys, too.
import gc


class Key:
    def __init__(self, n):
        self.n = n


def churn():
    return [[i] * (i % 5) for i in range(400) if i % 2]


for size in 3, 8, 9, 100, 700:
    keys = [Key(i) for i in range(size)]
    d = {k: k.n for k in keys}
    s = set(keys)
    f = frozenset(keys)
    pairs = {(k, i): k for i, k in enumerate(keys)}
    bad = 0
    for round in range(6):
        churn()
        gc.collect()
        bad += [d[k] for k in keys] != list(range(size))
        bad += not all(k in s and k in f for k in keys)
        bad += any(pairs[k, i] is not k for i, k in enumerate(keys))
        bad += [k.n for k in d] != list(range(size))
        bad += Key(0) in d or Key(0) in s
        # half of them are replaced
        for i in range(round % 2, size, 2):
            old, keys[i] = keys[i], Key(i)
            s.remove(old)
            s.add(keys[i])
            del d[old], pairs[old, i]
        f = frozenset(keys)
        d = {}
        for i, k in enumerate(keys):
            d[k] = i
            pairs[k, i] = k
        del old
    print(size, bad, len(d), len(s), len(f), len(pairs))


def one():
    return 1


def two():
    return 2


class Base:
    def method(self):
        return 3


class Derived(Base):
    pass


e = ValueError('x')
table = {one: 'one', two: 'two', Base: 'Base', Derived: 'Derived', e: 'e', int: 'int', len: 'len', None: 'None',
         Base.method: 'method', (one, Base): 'pair', frozenset([two, e]): 'set'}
for i in range(20):
    churn()
    gc.collect()
    table[Key(i)] = i
print([table[k] for k in (one, two, Base, Derived, e, int, len, None, Base.method, (one, Base), frozenset([e, two]))])
print(len(table), sum(v for k, v in table.items() if isinstance(k, Key)))
