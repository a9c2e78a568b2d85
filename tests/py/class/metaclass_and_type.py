# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: error-texts
# Shows: type() with three arguments, metaclasses, __init_subclass__, __call__ on the metaclass.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

T = type('T', (), {'x': 1, 'f': lambda self: self.x + 1})
U = type('U', (T,), {'x': 10})
print(T().f(), U().f(), T.__name__, U.__bases__[0] is T, isinstance(U(), T), type(T) is type, type(type) is type)
err(type)
err(type, 'a', 'b')
err(type, 'X', (1,), {})
err(type, 5, (), {})
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        ns['added'] = 'by meta of ' + name
        c = super().__new__(m, name, bases, ns)
        c.kw = kw
        return c
    def __init__(c, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        registry.append(name)
    def __call__(c, *a):
        print('calling', c.__name__, a)
        return super().__call__(*a)
    def __len__(c):
        return 42
    def __contains__(c, x):
        return x == 'yes'
    def __iter__(c):
        return iter('meta')
    def __getitem__(c, k):
        return c.__name__, k
    @property
    def prop(c):
        return 'class property of ' + c.__name__
    def meth(c):
        return 'meta method'
registry = []
class A(metaclass=Meta, flag=1):
    def __init__(self, v=0):
        self.v = v
class B(A):
    pass
print(registry, A.added, B.added, A.kw, B.kw, A(5).v, len(A), 'yes' in B, list(A), A['k'], A.prop, B.meth(), type(B) is Meta, isinstance(A, Meta))
err(lambda: A().meth())
class Plug:
    subs = []
    def __init_subclass__(cls, tag='none', **k):
        super().__init_subclass__(**k)
        cls.subs.append((cls.__name__, tag))
class P1(Plug): pass
class P2(P1, tag='x'): pass
print(Plug.subs)
def badkw():
    class X(zzz=1):
        pass
err(badkw)
class M2(type): pass
class C2(metaclass=M2): pass
def conflict():
    class X(A, C2):
        pass
try:
    conflict()
except TypeError as e:
    print(str(e)[:20])
class Sing(type):
    insts = {}
    def __call__(c, *a):
        if c not in c.insts:
            c.insts[c] = super().__call__(*a)
        return c.insts[c]
class DB(metaclass=Sing): pass
print(DB() is DB(), type(DB()).__name__)

# A keyword of a class statement that comes twice, by name and from a mapping.
class Keywords:
    def __init_subclass__(cls, **k):
        print(sorted(k))
bases, more = (Keywords,), {'x': 1}
class A(*bases, y=2, **more, z=3): pass
try:
    class A(*bases, x=2, **more): pass
except TypeError: print('named first')
try:
    class A(*bases, **more, x=3): pass
except TypeError: print('mapping first')
