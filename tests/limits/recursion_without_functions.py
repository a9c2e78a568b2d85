# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Recursion that no function of the program makes ends too: descriptors, __call__, text of exceptions, tuples of classes.
def ends(what, act):
    try:
        act()
    except (RecursionError, MemoryError):
        print(what, 'refused')
    else:
        print(what, 'done')


class Get: pass
Get.__get__ = Get()
class Holder: x = Get()
ends('__get__', lambda: Holder().x)
class Call: pass
Call.__call__ = Call()
ends('__call__', lambda: Call()())
class Both: pass
Both.__call__ = Both()
Both.__get__ = Both()
ends('both', lambda: Both()())
class Iter: pass
Iter.__iter__ = Iter()
class Meta(type): pass
Meta.__call__ = Meta('called', (), {})
class Made(metaclass=Meta): pass
ends('metaclass', lambda: Made())
for name in '__hash__', '__len__', '__repr__', '__new__', '__init__', '__eq__', '__getattr__', '__setattr__', '__set__', '__add__':
    class Special: pass
    one = Special()
    class Holder: x = one
    setattr(Special, name, one)
    for act in (lambda: hash(Special()), lambda: len(Special()), lambda: repr(Special()), lambda: Special(), lambda: Special() == Special(),
                lambda: Special().y, lambda: setattr(Special(), 'y', 1), lambda: setattr(Holder(), 'x', 1), lambda: Special() + Special()):
        try:
            act()
        except (TypeError, AttributeError, RecursionError):
            pass
print('special methods end')


def nested(make, depth):
    x = make(())
    for i in range(depth):
        x = make(x)
    return x


def survives(act, x):
    try:
        act(x)
    except (RecursionError, MemoryError, TypeError):
        pass


for make in ValueError, KeyError, SystemExit, StopIteration, lambda x: OSError(1, x), lambda x: (x,), lambda x: [x]:
    x = nested(make, 5000)
    for act in str, repr, hash, lambda x: x == nested(make, 5000), lambda x: isinstance(1, x), lambda x: issubclass(int, x):
        survives(act, x)
    while isinstance(x, (tuple, list)) and x:
        x = x[0] # deep data is taken apart
print('nested data ends')
