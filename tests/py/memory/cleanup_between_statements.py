# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: weakref
"""What a statement leaves on the C stack, the compiling of the next does not take for references."""
import gc
import weakref

log = []


class C:
    pass


def together():
    c = C()
    c.ref = weakref.ref(c, log.append)
    c.me = c


def collect():
    gc.collect()


# Each time in other places of the heap.  A callback is called only if its reference is kept and the object is not.
kept = []
kept.append([1])
together()
collect()
kept.append([2])
kept.append([2])
together()
collect()
kept.append([3])
kept.append([3])
kept.append([3])
together()
collect()
kept.append([4])
together()
collect()
print(log)
