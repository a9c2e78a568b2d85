# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, heap-view, set
# Shows: gc.get_objects has what can hold others and is reachable, and nothing that only looks like an object.
import gc


def has(objects, wanted):
    return any(o is wanted for o in objects)


class Plain:
    def __init__(self, v):
        self.v = v


class Stack(list):
    pass


def f(a, b=[1]):
    def inner():
        return a
    return inner


def numbers():
    yield [1]
    yield 2


plain = Plain([2])
stack = Stack([[3], {'k': [4]}])
closure = f([5])
generator = numbers()
next(generator)
table = {'a': [6], 7: (8, [9])}
group = {frozenset([1]), ()}
tricky = [[list, 1, 2, [10]], [dict, 3, 4, 5], (tuple, 1, 'x')]
error = ValueError([11])
module_level = [closure, generator]
objects = gc.get_objects()
print(type(objects), len(objects) > 20)
for o in (plain, plain.v, Plain, stack, stack[0], stack[1], stack[1]['k'], closure, f, generator, table, table['a'],
          table[7], table[7][1], group, tricky, tricky[0], tricky[0][3], tricky[1], error, error.args,
          error.args[0], module_level, globals()):
    print(has(objects, o), end=' ')
print()
for o in ('text', 12345678901234567890, 1.5e300, b'bytes', bytearray(5), range(5), None):
    print(has(objects, o), end=' ')
print()
print(has(objects, objects))
lists = [o for o in objects if type(o) is list]
print(all(isinstance(o, list) and len(o) >= 0 for o in lists))
before = sum(type(o) is Plain for o in gc.get_objects())
more = [Plain(i) for i in range(50)]
print(sum(type(o) is Plain for o in gc.get_objects()) - before)
del more
gc.collect()
print(sum(type(o) is Plain for o in gc.get_objects()) - before)
print(len(gc.get_objects(generation=2)) > 20, len(gc.get_objects(None)) > 20)
for bad in (3, -2, 'x'):
    try:
        gc.get_objects(generation=bad)
    except Exception as e:
        print(type(e).__name__, e)
