# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: percent, set, text-methods
# Shows: __format__ on classes receives the spec unchanged; objects without one.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

class Temp:
    def __init__(self, c): self.c = c
    def __format__(self, spec):
        if spec.endswith('F'):
            return format(self.c * 9 // 5 + 32, spec[:-1]) + 'F'
        if not spec:
            return str(self)
        if spec == 'bad':
            return 5
        if spec == 'raise':
            raise ValueError('cannot format')
        return format(self.c, spec) + 'C'
    def __str__(self): return 'T%d' % self.c
t = Temp(100)
print(f'{t}', f'{t:5}', f'{t:06F}', '{:>8F}'.format(t), '{!s:>8}'.format(t), f'{t!s:*^8}', format(t), format(t, ',F'), f'{t:{"0"}{7}F}')
err(format, t, 'bad')
err(format, t, 'raise')
err(lambda: f'{t:bad}')
class N: pass
for v in (None, [1], (1,), {}, {1}, N, len, ..., b'x', range(2), True, 1 + 0):
    print(format(v).replace('__main__.', ''), end=' ')
    err(format, v, '10')
class I(int):
    def __str__(self): return 'I-str'
    def __repr__(self): return 'I-repr'
class S(str):
    def __str__(self): return 'S-str'
print(f'{I(5)} {I(5):4}|{I(5)!r} {S("s")} {S("s"):3}|', '{}'.format(I(3)), '%s %d' % (I(1), I(2)), format(I(9)), format(S('z'), ''))
class Sub(Temp): pass
print(f'{Sub(1):3}', '{0:3} {0:F}'.format(Sub(2)))
