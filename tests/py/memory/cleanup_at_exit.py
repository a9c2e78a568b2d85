# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: atexit, weakref
# skip: oom -- a MemoryError in a finaliser is contained
"""The end of the program: atexit and finalize, the last first, then __del__."""
import atexit
import sys
import weakref


class C:
    pass


def note(*args, **kw):
    print("exit", *args, *sorted(kw.items()))


atexit.register(note, 1)
keep = [C() for i in range(4)]
weakref.finalize(keep[0], note, "finalize 0")
quiet = weakref.finalize(keep[1], note, "not at exit")
quiet.atexit = False
weakref.finalize(keep[2], note, "finalize 2", key="word")
print(atexit.register(note, 2, a=1) is note)


@atexit.register
def decorated():
    print("decorated")


def removed():
    print("never")


atexit.register(removed)
atexit.register(removed, 1)
atexit.unregister(removed)


def registers_another():
    atexit.register(note, "registered at the end")
    print("registers")


atexit.register(registers_another)


def fails():
    print("fails")
    raise ValueError("contained")


atexit.register(fails)
weakref.finalize(keep[3], fails)
try:
    atexit.register(5)
except TypeError as error:
    print(error)


class Last:
    def __del__(self):
        print("del at the end", self.name, [x.__class__.__name__ for x in self.parts])


def make_last():
    last = Last()
    last.name = "last"
    last.parts = [C(), C()]
    return last


last = make_last()

print("the program ends")
sys.exit(3)
