# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# skip: oom -- a MemoryError in a finaliser is contained
"""A class that gets its __del__ when it has instances, loses it, and gets another one."""
import gc

log = []


class Plain:
    def __init__(self, n):
        self.n = n


class Child(Plain):
    pass


class Own(Plain):
    def __del__(self):
        log.append(("own", self.n))


class Slots:
    __slots__ = ("x",)


class Items(list):
    pass


class Scrub:
    def __init__(self):
        self.x = [self]


def collect():
    for i, x in enumerate([Scrub(), Scrub()]):  # what the C stack still refers to is likely to be one of these
        x = None
    gc.collect()
    gc.collect()


objects = [Plain(1), Plain(2), Child(3), Own(4)]
# what begins with the class is no instance of it
lookalikes = [[Plain], [Plain, 1, 2], {Plain: 1}, {Plain}, (Plain, None), [Child, [Plain]], [Slots] * 4]
Plain.__del__ = lambda self: log.append(("late", self.n))
objects.append(Plain(5))
lookalikes = None
collect()
print(log)
objects = None
collect()
print(sorted(log))
log.clear()

# an inherited one, too
objects = [Child(6), Child(7)]
del Plain.__del__
collect()
objects.pop()
collect()
print(log)
Plain.__del__ = lambda self: log.append(("second", self.n))
objects = None
collect()
print(log)
log.clear()

keep = Slots()
keep.x = 1
Slots.__del__ = lambda self: log.append(("slots", self.x))
keep = None
collect()
print(log)
log.clear()

keep = Items([1, 2])
many = [Items([i]) for i in range(100)]
Items.__del__ = lambda self: log.append(list(self))
keep = None
collect()
print(log)
many = None
collect()
print(len(log), sorted(log)[:3])
log.clear()


class Replaced:
    def __del__(self):
        log.append("first")


r = Replaced()
Replaced.__del__ = lambda self: log.append("replaced")
r = None
collect()
print(log)
log.clear()


class Mixin:
    pass


class Both(Mixin, Items):
    pass


b = Both()
m = Mixin()
Mixin.__del__ = lambda self: log.append(type(self).__name__)
b = m = None
collect()
print(sorted(log, key=str))
