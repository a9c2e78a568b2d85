# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# Shows: __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Lazy:
    def __init__(self):
        self.real = 1
    def __getattr__(self, n):
        if n.startswith('_'):
            raise AttributeError('no private ' + n)
        print('missing', n)
        self.__dict__[n] = n.upper()
        return self.__dict__[n]
l = Lazy()
print(l.real, l.foo, l.foo, hasattr(l, '_x'), getattr(l, '_y', 'dflt'), hasattr(l, 'any'))
err(lambda: l._z)
class Guard:
    def __init__(self):
        object.__setattr__(self, 'log', [])
    def __setattr__(self, n, v):
        self.log.append(('set', n, v))
        if n == 'bad':
            raise AttributeError('refused ' + n)
        super().__setattr__(n, v)
    def __delattr__(self, n):
        self.log.append(('del', n))
        object.__delattr__(self, n)
g = Guard()
g.a = 1
g.a += 5
def bad():
    g.bad = 1
err(bad)
del g.a
def dd():
    del g.a
err(dd)
setattr(g, 'b', 2)
delattr(g, 'b')
print(g.log)
class All:
    x = 1
    def __getattribute__(self, n):
        if n == 'secret':
            raise AttributeError('hidden')
        if n.startswith('dbl_'):
            return super().__getattribute__(n[4:]) * 2
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        return 'fallback ' + n
a = All()
print(a.x, a.dbl_x, a.secret, a.nothing)
class Proxy:
    def __init__(self, t):
        self._t = t
    def __getattr__(self, n):
        return getattr(self._t, n)
p = Proxy([3, 1, 2])
p.append(0)
p.sort()
print(p._t, p.index(2))
err(lambda: p.nope)
err(lambda: len(p))
class D:
    def __dir__(self):
        return ['z', 'a']
print(dir(D()))
class ValueErr:
    def __getattr__(self, n):
        raise ValueError('not an AttributeError')
err(lambda: hasattr(ValueErr(), 'x'))
err(lambda: getattr(ValueErr(), 'x', 1))
err(lambda: getattr(5, 5))
err(lambda: getattr(5))
err(lambda: getattr(5, 'nope'))
err(lambda: setattr(5, 'x', 1))
