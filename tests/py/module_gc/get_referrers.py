# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, heap-view, set
# Shows: who refers to an object, and to what it refers.
import gc


def kinds(objects):
    return sorted(type(o).__name__ for o in objects)


def has(objects, wanted):
    return any(o is wanted for o in objects)


class Plain:
    pass


class Slots:
    __slots__ = ('x', 'y')


def find():
    target = object_of_interest[0]
    return gc.get_referrers(target)


object_of_interest = [['the one']]
in_dict = {'key': object_of_interest[0]}
in_tuple = (1, object_of_interest[0])
slots = Slots()
slots.x = object_of_interest[0]
found = find()
for holder in (object_of_interest, in_dict, in_tuple, slots):
    print(has(found, holder), end=' ')
print(has(found, object_of_interest[0]), has(found, globals()))
object_of_interest.append(object_of_interest)
print(has(gc.get_referrers(object_of_interest), object_of_interest), has(gc.get_referrers(object_of_interest), globals()))


def default(a=in_tuple):
    return a


def maker(v):
    def inner():
        return v
    return inner


closure = maker(in_dict)
print(has(gc.get_referrers(globals()), default))
print(has(gc.get_referrers(in_dict), closure.__closure__[0]))
print(has(gc.get_referrers(Plain), Plain()), any(has(gc.get_referrers(Plain), p) for p in [Plain()]))
print(gc.get_referrers())
a, b = [1], [2]
both = [a, b]
print(sum(r is both for r in gc.get_referrers(a, b)))

print(gc.get_referents([1, 'two', 3.5]) == [3.5, 'two', 1] or gc.get_referents([1, 'two', 3.5]) == [1, 'two', 3.5])
print(gc.get_referents({'k': 5}), gc.get_referents({7: 'v'}) in ([7, 'v'], ['v', 7]))
print(sorted(gc.get_referents({1, 2, 3})), gc.get_referents((4,)), gc.get_referents(slice(1, 2)))
print(gc.get_referents(5), gc.get_referents('s'), gc.get_referents(b'b', 1.5, None), gc.get_referents())
print(gc.get_referents([1], (2,)))
p = Plain()
p.x = [1]
p.y = 's'
print(kinds(gc.get_referents(p)))
print(kinds(gc.get_referents(slots)))
print(has(gc.get_referents(default), in_tuple) or has(gc.get_referents(default.__defaults__), in_tuple))
print(has(gc.get_referents(default), globals()))
print(has(gc.get_referents(closure.__closure__[0]), in_dict))
bound = both.append
method = p.__init__
print(gc.get_referents(ValueError(3)))


class Stack(list):
    pass


stack = Stack([a, b])
stack.extra = in_dict
print(has(gc.get_referents(stack), a), has(gc.get_referents(stack), b), has(gc.get_referrers(a), stack))
tricky = [list, 1, 2, a]
print(has(gc.get_referrers(a), tricky), sum(type(r) is list for r in gc.get_referrers(a)))

# deep and wide: more than fits what a walk remembers at a time
deep = None
for i in range(3000):
    deep = [deep]
wide = [[i] for i in range(3000)]
needle = {'n': 1}
wide[2999].append(needle)
print(has(gc.get_referrers(needle), wide[2999]), has(gc.get_referrers(wide[0]), wide))
level = deep
for i in range(2000):
    level = level[0]
print(sum(r is not globals() for r in gc.get_referrers(level)) == 1)
print(gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({'a': 1}), gc.is_tracked({'a': []}), gc.is_tracked(()))
print(gc.is_tracked(0), gc.is_tracked('a'), gc.is_tracked(None), gc.is_tracked(p), gc.is_tracked(default), gc.is_tracked(Plain))
print(gc.is_tracked(range(3)), gc.is_tracked(bytearray(3)), gc.is_tracked({1}), gc.is_tracked(([],)), gc.is_tracked(iter([])))
