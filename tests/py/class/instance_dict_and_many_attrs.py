# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: class-change, percent
# Shows: Instances with many attributes, in different orders, deleted and added again.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class A:
    pass
objs = []
for k in range(4):
    o = A()
    for i in range(10):
        setattr(o, 'f%d' % ((i * (1, 3, 7, 9)[k]) % 10), i)
    objs.append(o)
for o in objs:
    print([getattr(o, 'f%d' % i) for i in range(10)], list(o.__dict__))
o = objs[0]
del o.f3
o.f3 = 'again'
o.new = 'n'
print(list(o.__dict__), o.f3)
o.__dict__['via dict'] = 1
o.__dict__['viad'] = 2
print(o.viad, getattr(o, 'via dict'), 'f5' in o.__dict__, o.__dict__.pop('f5'), hasattr(o, 'f5'), len(o.__dict__))
o.__dict__ = {'only': 1}
print(o.only, hasattr(o, 'f1'), vars(o))
o.__dict__.update(a=1, b=2)
print(o.a, o.b)
o.__dict__.clear()
print(o.__dict__)
def bad():
    o.__dict__ = 5
err(bad)
big = A()
for i in range(300):
    setattr(big, 'attr_%d' % i, i * i)
print(sum(getattr(big, 'attr_%d' % i) for i in range(300)), len(vars(big)))
for i in range(0, 300, 2):
    delattr(big, 'attr_%d' % i)
print(len(vars(big)), big.attr_1, hasattr(big, 'attr_2'))
class C:
    def __init__(self, full):
        self.a = 1
        if full:
            self.b = 2
        self.c = 3
    def tot(self):
        return self.a + getattr(self, 'b', 0) + self.c
print([C(i % 2).tot() for i in range(6)], C(0).__dict__, C(1).__dict__)
x = C(1)
x.__class__ = A
print(type(x).__name__, x.b)
err(lambda: x.tot())
err(lambda: vars(5))
