# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: Names with two leading underscores are mangled in class bodies.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    __x = 1
    def __init__(self):
        self.__y = 2
        self.__z__ = 3
        self._w = 4
    def get(self):
        return self.__x, self.__y, self.__z__, self._w
    def __m(self):
        return 'A.__m'
    def call(self):
        return self.__m()
    class __Inner:
        __v = 'inner'
        def g(self):
            return self.__v
    def inner(self):
        return self.__Inner().g()
    def local(self):
        __loc = 5
        def f(__p):
            return __p + __loc
        return f(1), f(**{'_A__p': 2})
class B(A):
    __x = 'B'
    def __m(self):
        return 'B.__m'
    def both(self):
        return self.__x, self._A__x, self.__m(), self._A__m(), self.call()
a, b = A(), B()
print(a.get(), b.get(), b.both(), a._A__y, sorted(a.__dict__), a.inner(), a.local())
err(lambda: a.__y)
class _Under:
    def f(self):
        self.__q = 1
        return sorted(self.__dict__)
class __:
    def f(self):
        self.__q = 1
        return sorted(self.__dict__)
print(_Under().f(), __().f())
class C:
    def f(self):
        global __glob
        __glob = 'mangled global'
        try:
            raise ValueError
        except ValueError as __e:
            return type(__e).__name__
print(C().f(), _C__glob, [n for n in dir(A) if 'A__' in n])
class D:
    def kw(self, __k=1):
        return __k
    a = lambda self: self.__t
    __t = 't'
print(D().kw(), D().kw(_D__k=5), D().a(), getattr(D(), '__t', 'no'), getattr(D, '_D__t'))
