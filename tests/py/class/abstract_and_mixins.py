# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: set
# Shows: Template methods, mixins, NotImplementedError, interface checks, plugin registries.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Shape:
    def area(self): raise NotImplementedError(type(self).__name__ + '.area')
    def describe(self): return f'{self.name()} of area {self.area()}'
    def name(self): return type(self).__name__.lower()
class Comparable:
    def __eq__(self, o): return self._key() == o._key()
    def __lt__(self, o): return self._key() < o._key()
    def __le__(self, o): return self < o or self == o
    def __gt__(self, o): return o._key() < self._key()
    def __hash__(self): return hash(self._key())
class Jsonable:
    fields = ()
    def to_dict(self): return {'type': type(self).__name__, **{f: getattr(self, f) for f in self.fields}}
class Rect(Comparable, Jsonable, Shape):
    fields = ('w', 'h')
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h
    def _key(self): return self.area()
class Square(Rect):
    fields = ('w',)
    def __init__(self, s): super().__init__(s, s)
    def name(self): return 'perfect ' + super().name()
class Blob(Shape): pass
shapes = [Rect(2, 3), Square(2), Rect(1, 4)]
for s in shapes: print(s.describe(), s.to_dict())
print(sorted(shapes)[-1].describe(), Square(2) == Rect(1, 4), len(set(shapes)), max(shapes).w, Rect(1, 1) <= Square(1), [k.__name__ for k in Square.__mro__])
err(Blob().describe)
class Meta(type):
    def __new__(m, name, bases, ns):
        c = super().__new__(m, name, bases, ns)
        missing = [n for n in getattr(c, 'required', ()) if not callable(getattr(c, n, None))]
        if missing and not ns.get('abstract'): raise TypeError(f'{name} lacks {missing}')
        return c
class Driver(metaclass=Meta):
    abstract = True
    required = ('read', 'write')
def bad():
    class Half(Driver):
        def read(self): return 1
err(bad)
class Full(Driver):
    def read(self): return 'r'
    write = read
print(Full().write(), type(Full).__name__)
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x); return self
class Logged:
    def push(self, x):
        log.append(('push', x))
        return super().push(x)
class Limited:
    limit = 2
    def push(self, x):
        if len(self.items) >= self.limit: raise OverflowError('full')
        return super().push(x)
class LS(Logged, Limited, Stack): pass
class LS2(Limited, Logged, Stack): limit = 1
log = []
print(LS().push(1).push(2).items, log)
err(LS().push(1).push(2).push, 3)
err(LS2().push(1).push, 2)
print(log, isinstance(LS(), Logged), LS.limit, LS2.limit, hasattr(Stack, 'limit'))
