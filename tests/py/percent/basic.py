# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: big-int, float, percent
# Shows: % formatting: all conversions, flags, width, precision, tuples and dicts.

def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print('%d %i %u' % (1, -2, 3), '%s %r %a' % ('é', 'é', 'é'), '%x %X %o %c %c' % (255, 255, 8, 65, 'é'), '%%' % (), '%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), '%5s|%-5s|%.2s|%5.1s|' % ('a', 'b', 'cde', 'fg'))
print('%#x %#o %#X' % (255, 8, 255), '%08.3f|%-8.2f|%+.1f' % (0.5, 0.25, 2.0), '%e %E %g %G' % (1024.0, 0.5, 0.5, 1e10), '%.0f %.0f %.0f' % (0.5, 1.5, 2.5), '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 0.5), '%(a)s %(b)05d %(a)r' % {'a': 'x', 'b': 7})
print('%s' % 5, '%s' % None, '%s' % [1, 'a'], '%s %s' % ('a', (1, 2)), '%s' % ((1, 2),), '%s' % {'a': 1}, '%d' % True, '%d' % 3.99, '%d' % -3.99, '%x' % -255, '%d' % 10**30, '%x' % 10**20, '%s' % b'x', '%c' % 0x1F40D)
for f, v in (('%d', 'a'), ('%d', None), ('%s %s', 'a'), ('%s', (1, 2)), ('%s %s', (1,)), ('%', 1), ('%z', 1), ('%(a)s', 5), ('%(a)s', {}), ('%c', 'ab'), ('%c', 0x110000), ('%c', -1), ('%x', 1.5), ('%f', 'a'), ('%*d', ('a', 1)), ('%(a', {'a': 1}), ('%5', 1), ('abc', 1), ('abc', (1,)), ('%.', 1),
             ('%c', 1.5), ('%c', None), ('%o', 'x'), ('%e', None), ('%d', []), ('%i', '5'), ('%.*d', (1,)), ('%q', ()), ('%s %(a)s', {'a': 1})):
    err(lambda: f % v)
print('abc' % (), 'abc' % {}, 'abc' % [], '%s' % (), ) if False else print('abc' % (), 'abc' % {}, 'abc' % [])
print('%(k)s %(k)s' % {'k': 1, 'unused': 2}, '%s' % {}, '%5%|' % () if False else '', '%-5%|' % () if False else '', '%ld %hd' % (1, 2), '%.3d|%8.3d|%.5x' % (5, 5, 255), '%+s' % 'a', '%05s|' % 'a')
s = '%s'
print(s % 'a' + 'b', '%s' % 'a' * 3, '%s-%s' % tuple('ab'), ('%d,' * 3) % (1, 2, 3))
