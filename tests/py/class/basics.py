# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Classes, instances, class and instance attributes, methods, __init__.
# needs: qualnames

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    "doc string"
    shared = []
    n = 1
    def __init__(self, v=0):
        self.v = v
    def get(self):
        return self.v, self.n
    def bump(self):
        self.n += 1
a, b = A(5), A()
a.bump()
a.bump()
b.shared.append('x')
print(a.get(), b.get(), A.n, A.shared, a.shared is b.shared, A.__doc__, A.__name__, a.__class__ is A, type(a) is A, A.__module__, A.get(a))
A.n = 50
print(a.n, b.n, a.__dict__, b.__dict__, vars(a) == a.__dict__)
del a.n
print(a.n)
err(lambda: a.zzz)
err(lambda: A.zzz)
err(lambda: A(1, 2))
err(lambda: A.get())
err(lambda: a())
def da():
    del a.nope
err(da)
err(lambda: a.get(1))
class E:
    pass
err(E, 1)
e = E()
e.x, e.y = 1, 2
print(e.x + e.y, hasattr(e, 'x'), getattr(e, 'q', 'dflt'), sorted(e.__dict__), e == e, e == E(), e != E(), bool(e))
setattr(e, 'z', 3)
delattr(e, 'x')
print(vars(e), isinstance(e, E), isinstance(e, object), issubclass(E, object), E.__bases__, E.__mro__ == (E, object))
class Ret:
    def __init__(self):
        return 5
err(Ret)
A.late = lambda self: 'added ' + str(self.v)
print(a.late(), A.late(b))
m = a.get
a.v = 9
print(m())
