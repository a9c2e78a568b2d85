# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent
#
# C.__subclasses__() is in the order in which the classes were made, wherever they lie after collections.
import gc


class A:
    pass


class B(A):
    pass


def make(n):
    return type('C%d' % n, (B, A)[n % 2:], {})


kept = []
for i in range(12):
    kept.append(make(i))
    junk = [[i] * 20 for i in range(500)]
    del junk
    if i % 4 == 3:
        del kept[-2]
        gc.collect()


def names(cls):
    made = [c.__name__ for c in kept] + ['B']  # a dead one may be listed until it is found dead
    return [c.__name__ for c in cls.__subclasses__() if c.__name__ in made]


for i in range(5):
    print(names(A), names(B))
    junk = {str(i): [i] for i in range(300)}
    gc.collect()
print(kept[0].__subclasses__())
