# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Class bodies do not enclose methods; closures in methods; __class__ cell.
x = 'global'
def f():
    x = 'enclosing'
    class C:
        y = x
        x = 'class'
        z = x
        def m(self):
            return x
        lst = [x for _ in range(2)]
    return C.y, C.z, C().m(), C.lst
try:
    print(f())
except NameError as e:
    print(type(e).__name__, e)
class D:
    x = 'class D'
    def m(self):
        return x, self.x
    g = lambda self: x
    comp = [x for _ in range(1)]
    it = [a for a in x]
print(D().m(), D().g(), D.comp, D.it[:3])
def outer(v):
    class E:
        val = v
        def get(self):
            return v
        def set(self, n):
            nonlocal v
            v = n
    return E
E = outer(5)
e = E()
e.set(6)
print(e.get(), E.val, outer(1)().get())
class Base:
    def who(self):
        return __class__.__name__
    def nested(self):
        return (lambda: __class__.__name__)()
class Sub(Base):
    pass
print(Sub().who(), Sub().nested())
class G:
    n = 1
    class H:
        try:
            m = n
        except NameError as err:
            m = 'no access'
    k = n + 1
print(G.H.m, G.k)
for i in range(2):
    class L:
        idx = i
        def meth(self, i=i):
            return i
    print(L.idx, L().meth())
class W:
    global made_global
    made_global = 'from class'
    def f():
        return 'plain'
    v = f()
print(made_global, W.v)
