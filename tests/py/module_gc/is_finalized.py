# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: heap-view
# Shows: gc.is_finalized tells objects whose __del__ has been called.
import gc

saved = []


class Lazarus:
    def __init__(self):
        print('inside __init__', gc.is_finalized(self))

    def __del__(self):
        print('inside __del__')
        saved.append(self)


class Plain:
    pass


def leave():
    one = Lazarus()
    print(gc.is_finalized(one))


leave()
gc.collect()
print(len(saved), gc.is_finalized(saved[0]))
other = Lazarus()
print(gc.is_finalized(other), gc.is_finalized(Plain()), gc.is_finalized(Lazarus.__del__))
print(gc.is_finalized([]), gc.is_finalized(5), gc.is_finalized('s'), gc.is_finalized(Plain))
print(any(o is saved[0] for o in gc.get_objects()))
saved.clear()
gc.collect()
print(len(saved))
other = None
gc.collect()
print(len(saved))
