# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: bytearray, float, set
# Shows: isinstance and issubclass with tuples, unions, odd arguments, overridden checks.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A: pass
class B(A): pass
class C(B, list): pass
print(isinstance(C(), (int, A)), isinstance(C(), list), isinstance([], C), isinstance(5, (str, (bytes, (int,)))), isinstance(True, int), isinstance(None, type(None)), isinstance(A, type), isinstance(type, object))
print(issubclass(C, (int, A)), issubclass(A, B), issubclass(bool, int), issubclass(int, object), issubclass(A, A), issubclass(ZeroDivisionError, ArithmeticError))
err(isinstance, 1, 5)
err(isinstance, 1, 'int')
err(isinstance, 1, (int, 5))
err(isinstance, 'x', (int, 5))
err(issubclass, 5, int)
err(issubclass, int, 5)
err(isinstance, 1)
class Meta(type):
    def __instancecheck__(c, x):
        return x == 'magic'
    def __subclasscheck__(c, k):
        return k is int
class V(metaclass=Meta): pass
print(isinstance('magic', V), isinstance(5, V), issubclass(int, V), issubclass(str, V), isinstance(1, ()), isinstance(V(), V))
class Fake:
    @property
    def __class__(self):
        return int
print(isinstance(Fake(), int), type(Fake()).__name__)
for v in (1, 1.5, 'a', b'a', [], (), {}, set(), frozenset(), None, ..., NotImplemented, range(1), slice(1), len, lambda: 0, A, A(), (i for i in ''), bytearray(), ValueError(), iter([]), True, object(), type, super, property(), staticmethod(len)):
    print(type(v).__name__, end=' ')
print()
