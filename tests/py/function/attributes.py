# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: qualnames
# Shows: Functions are objects: __name__, __qualname__, __doc__, __defaults__, own attributes.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def f(a, b=1):
    "doc of f"
    return a
def nodoc():
    pass
print(f.__name__, f.__qualname__, f.__doc__, nodoc.__doc__, f.__module__, f.__defaults__, nodoc.__defaults__, callable(f), type(f).__name__)
f.x = 5
f.count = 0
f.count += 1
print(f.x, f.count, f.__dict__, hasattr(f, 'y'))
err(lambda: f.y)
del f.x
err(lambda: f.x)
class C:
    def m(self):
        """doc of m"""
    class D:
        def n(self):
            return lambda: 0
print(C.m.__name__, C.m.__qualname__, C.m.__doc__, C.D.n.__qualname__, C().m.__name__, C().m.__doc__, (lambda: 0).__name__, C.D().n().__qualname__)
def outer():
    def inner():
        pass
    return inner
print(outer().__qualname__, outer().__name__)
f.__name__ = 'renamed'
f.__doc__ = 'new'
print(f.__name__, f.__doc__)
g = f
print(g is f, g == f, f != nodoc, {f: 1}[g], bool(f), [f].index(g))
err(lambda: f < g)
err(lambda: f + g)
err(lambda: f[0])
err(lambda: len(f))
err(lambda: iter(f))
m = C().m
print(m.__self__.__class__.__name__, m.__func__ is C.m, m == m, C.m == C.__dict__['m'])
print(f.__code__.co_name if hasattr(f, '__code__') else 'f')
