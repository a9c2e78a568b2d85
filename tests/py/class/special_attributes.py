# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: class-change, qualnames
# Shows: __dict__, __class__, __bases__, __mro__, __name__, __qualname__, __module__, __doc__ of many things.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    """Doc A"""
    x = 1
    def f(self): "Doc f"
class B(A): pass
a = A()
print(A.__name__, B.__name__, B.__doc__, A.__doc__, a.__doc__, A.f.__doc__, a.f.__name__, a.f.__qualname__, A.__qualname__, B.__bases__ == (A,), A.__bases__ == (object,), object.__bases__, B.__base__ is A, a.__module__, A.f.__module__)
print('x' in A.__dict__, 'x' in B.__dict__, 'f' in A.__dict__, a.__dict__, a.__class__ is A, A.__class__ is type, type.__class__ is type, int.__name__, (5).__class__.__name__, None.__class__.__name__, len.__name__, [].append.__name__, str.upper.__name__, int.__bases__ == (object,), bool.__mro__ == (bool, int, object))
A.__name__ = 'Renamed'
print(A.__name__, type(a).__name__)
B.__doc__ = 'new doc'
print(B.__doc__, B().__doc__)
B.__bases__[0].x = 5
print(B.x, B().x)
def setname(): A.__name__ = 5
err(setname)
err(lambda: a.__name__)
err(lambda: (5).__dict__)
err(lambda: A.__nope__)
class C:
    __doc__ = 'explicit doc'
    __module__ = 'fake.module'
    __slots__ = ('s',)
print(C.__doc__, C.__module__, hasattr(C(), '__dict__'), C.__slots__)
class D:
    def __init__(self): self.__class__ = E
class E:
    def who(self): return 'I am E now'
print(D().who(), isinstance(D(), E))
def f(a, b=2): "doc"
print(f.__name__, f.__doc__, f.__module__, f.__defaults__, f.__class__.__name__, (lambda: 0).__qualname__, f.__kwdefaults__, f.__dict__)
g = (i for i in ())
print(g.__name__, type(g).__name__, type(type(g)).__name__)
m = a.f
print(m.__self__ is a, m.__func__ is A.f, m.__name__, m.__doc__)
err(lambda: A.f.__self__)
print(type(A.f).__name__, type(m).__name__, type(len).__name__, type([].append).__name__, type(str.upper).__name__, type(A.__dict__['f']).__name__)
