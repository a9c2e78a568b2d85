# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, bytearray, float, set, sys-info
# Shows: sys.getsizeof asks a class that says so itself, uses the default for what cannot tell, and grows with contents.
import sys


class C:
    def __sizeof__(self):
        return 1.5


class D:
    def __sizeof__(self):
        return -1


class F:
    def __sizeof__(self):
        raise TypeError('no idea')


class G:
    def __sizeof__(self):
        raise KeyError('k')


class H:
    __sizeof__ = None


class Big:
    def __sizeof__(self):
        return 1000000


for c in (C, D, F, G, H):
    for rest in ((), (7,)):
        try:
            print(c.__name__, sys.getsizeof(c(), *rest))
        except Exception as e:
            print(c.__name__, type(e).__name__, e)
print(sys.getsizeof(Big()) >= 1000000, sys.getsizeof([], 'unused') != 'unused')
for args, kw in (((), {}), ((1, 2, 3), {}), ((), {'default': 3})):
    try:
        print(sys.getsizeof(*args, **kw))
    except TypeError as e:
        print(e)
print(type(sys.getsizeof(object=[])))
for small, large in (([1], list(range(100))), ((1,), tuple(range(100))), ({1: 1}, {i: i for i in range(100)}),
                     (set('ab'), set(range(100))), (b'', bytes(1000)), (bytearray(1), bytearray(1000)),
                     ('x' * 3, 'y' * 1000), (10 ** 20, 10 ** 400)):
    print(sys.getsizeof(small) < sys.getsizeof(large), end=' ')
print()
