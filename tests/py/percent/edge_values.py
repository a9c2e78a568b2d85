# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, percent
# Shows: % formatting of floats, infinities, big ints, objects with hooks, subclass results.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

inf = float('inf')
print('%f %5.1f|%-8f|%08f %+f %e %g' % (inf, -inf, inf, -inf, inf, inf, float('nan')), '%d' % (2**100), '%+d % d %05d %-6d|' % (2**70, 2**70, -5, -5), '%#010x|%#-10x|%+x' % (255, 255, 255))
err(lambda: '%d' % inf)
err(lambda: '%d' % float('nan'))
class A:
    def __str__(self): return 'A-str'
    def __repr__(self): return 'A-repr'
    def __index__(self): return 77
    def __int__(self): return 88
    def __float__(self): return 0.5
print('%s %r %d %x %f %10s|%-10r|%.3s' % (A(), A(), A(), A(), A(), A(), A(), A()))
class T(tuple): pass
class D(dict):
    def __missing__(self, k): return k.upper()
class M:
    def __getitem__(self, k): return k * 2
print('%s %s' % T((1, 2)), '%(abc)s' % D(), '%(x)s' % M(), '%(a b)s %()s' % {'a b': 1, '': 2}, '%((a))s' % {'(a)': 'nested'})
print('%.0e %.10g %#g %#.0f %g %g %g' % (1.0, 0.5, 1.0, 3.0, 1e-5 if False else 0.0001220703125, 100000.0, 1000000.0), '%5.3d|%-8.3s|%3c|%-3c|' % (7, 'abcdef', 'x', 'y'))
print('%s' * 50 % tuple(range(50)), len('%5000d' % 1), '%.1f %.1f' % (0.25, 0.75), '%g' % 0, '%g' % -0.0, '%s' % -0.0, '%d' % 0.0, '%i' % 1e10)
err(lambda: '%s %s %s' % (1, 2))
err(lambda: '%d %d' % {'a': 1})
err(lambda: '%.99999999999999999999f' % 1)
err(lambda: '%99999999999999999999d' % 1)
