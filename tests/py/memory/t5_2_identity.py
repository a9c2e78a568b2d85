# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, percent, set, text-methods
# Shows: T5.2: what a class or a module comes to refer to stays the same object: after assignment, collection, import
# and compaction it is identical through each name, changes made through one are seen through the other, and id() and
# hash() are what they were.
# memory: 64k
import gc
import _t5_module as mod


class C:
    pass


class Plain:
    def __init__(self, n):
        self.n = n


def compact():
    gc.collect()
    getattr(gc, 'compact', gc.collect)()


def garbage(n):
    return [[i, str(i)] for i in range(n)]


def make(i):
    kinds = [[i], {'k': i}, Plain(i), bytearray(b'abc%d' % i), {i}, (i, [i]), 'text %d' % i, b'bytes %d' % i,
             lambda: i, type('T%d' % i, (), {'x': i}), 1 << (70 + i), i + 0.5]
    return kinds


def change(x, n):
    if isinstance(x, list):
        x.append(n)
    elif isinstance(x, dict):
        x[n] = n
    elif isinstance(x, Plain):
        x.n = n
    elif isinstance(x, bytearray):
        x.extend(b'+%d' % n)
    elif isinstance(x, set):
        x.add(n)
    elif isinstance(x, tuple):
        x[1].append(n)
    elif isinstance(x, type):
        x.x = n


def state(x):
    if isinstance(x, Plain):
        return x.n
    if isinstance(x, bytearray):
        return bytes(x)
    if isinstance(x, type):
        return x.x
    if callable(x):
        return x()
    return repr(x)


def hash_of(x):
    try:
        return hash(x)
    except TypeError:
        return None


def main():
    same = seen = told = 0
    for turn in range(4):
        hold = garbage(40)  # what lies below dies later, so that all above it moves
        mine = make(turn)
        hold2 = garbage(20)
        ids = [id(x) for x in mine]
        hashes = [hash_of(x) for x in mine]
        for i, x in enumerate(mine):
            setattr(C, 'a%d' % i, x)
            setattr(mod, 'a%d' % i, x)
        hold = None
        if turn == 1:
            import _t5_other  # noqa: F401
        for step in range(3):
            compact()
            junk = garbage(30)
            for i, x in enumerate(mine):
                name = 'a%d' % i
                in_class, in_module = C.__dict__[name], getattr(mod, name)
                same += in_class is x and in_module is x
                before = state(x)
                change(in_class if step & 1 else in_module, 1000 + step)
                seen += state(x) == state(in_class) == state(in_module)
                if not isinstance(x, (int, float, str, bytes)) and not callable(x) or isinstance(x, type):
                    seen += state(x) != before
                told += id(x) == id(in_class) == ids[i] and hash_of(in_module) == hashes[i]
            junk = None
        hold2 = None
    n = 4 * 3 * 12
    print(n, same == n, told == n, seen == n + 4 * 3 * 7, seen)


main()
print(mod.parse('a, 5, yes'), mod.encode(('b', 7, False)), mod.checksum(b'abc'), mod.merge([1, 4], [2, 3, 5]))
step = mod.counter()
compact()
print(step(), step(5), mod.table([('x', 1), ('yy', 22)], 2).split('\n'))
